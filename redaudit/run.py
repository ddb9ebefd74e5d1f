"""One run over what lies under some paths: its outcomes on their way to a report, and what could not be read."""

import itertools
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from pathlib import Path

from attrs import define, field, frozen

from redaudit import pipeline
from redaudit.config import Config
from redaudit.corpus import audit, fetched, outcome_of, seen
from redaudit.errors import UsageError
from redaudit.hiring import Bounds, crew, unheard
from redaudit.keeping import (
    Keeping,
    Outcome,
    Promised,
    Step,
    fetched_promised,
    rows_of_promised,
    seen_promised,
)
from redaudit.model.exhibit import Exhibit
from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.model.part import Reading
from redaudit.sources.entry import Entry, Settled, Stream, rooted
from redaudit.sources.inflow import drained
from redaudit.sources.inside import inside, is_one
from redaudit.sources.listing import listed_in
from redaudit.sources.remote import is_remote, libraries
from redaudit.sources.scope import Scope
from redaudit.sources.walk import roots, walk
from redaudit.store.ledger import Ledger
from redaudit.workers import Limits

# So many files that were skipped are named where there is nothing else.
_TOLD = 3


@frozen
class Inputs:
    """What a run reads: paths, standard input, and files of our own that lie among them and are no documents.

    `list_of` names a file with further paths, or `-` where standard input is such a list.
    """

    paths: tuple[str, ...]
    stream: Stream
    own: tuple[Path, ...] = ()
    list_of: str = ""

    def entries(self) -> Iterator[Entry]:
        """Every entry, in source order; an archive is one, what it holds is not looked at."""
        listed = listed_in(self.list_of, self.stream.source) if self.list_of else ()
        return walk(self.paths, self.own, listed)

    def countable(self) -> Iterator[Entry]:
        """The same entries once more, to be counted while a run reads them.

        Raises UsageError where they cannot be had twice (a list from a pipe), or a server would be asked for them.
        """
        once = bool(self.list_of) and not Path(self.list_of).is_file()
        if once or any(map(is_remote, self.paths)):
            raise UsageError("they can be counted only by reading them")
        return walk(self.paths, self.own, self._local() if self.list_of else ())

    def _local(self) -> Iterator[str]:
        for given in listed_in(self.list_of, self.stream.source):
            if is_remote(given):
                raise UsageError("they can be counted only by reading them")
            yield given

    @property
    def named(self) -> str:
        """What was given, in words."""
        return ", ".join((*roots(self.paths), *([f"the list {self.list_of}"] if self.list_of else [])))

    @property
    def lone(self) -> bool:
        """Whether they are one document and not a folder of them."""
        return len(self.paths) == 1 and not self.list_of and is_one(self.paths[0])


@define
class Extent:
    """How much a run has come upon: entries of its walk that were `drawn`, and the files that they were (`met`).

    Members of an archive are met in its place. `stored` are the files that an earlier run left in the store.
    """

    drawn: int = 0
    met: int = 0
    stored: int = 0


@define
class Run:
    """The outcomes of some inputs, once through; `unread` counts those that could not be read.

    Raises UsageError where there is nothing to read among them. `notice` hears where our own code failed, `tell` what
    a person ought to know while waiting.
    """

    inputs: Inputs
    config: Config
    notice: Callable[[str], None]
    tell: Callable[[str], None] = unheard
    unread: int = 0
    extent: Extent = field(factory=Extent)

    def outcomes(self, show: Callable[[Exhibit], None] | None = None) -> Generator[Outcomes, None, None]:
        """Every outcome in source order; `show` sees each document in the worker that has its pages.

        Closed, it has no worker left.
        """
        for outcome in _something(self._audited(show), self.inputs.named):
            self.unread += isinstance(outcome, Unreadable)
            yield outcome

    def _audited(self, show: Callable[[Exhibit], None] | None) -> Iterator[Outcomes]:
        examine = self._examine()
        if show is not None:
            examine = partial(pipeline.examine_and_show, as_of=self.config.as_of, reading=self._reading, show=show)
        work = partial(outcome_of, examine, self.config.max_size)
        return audit(self._entries(), crew(work, self._bounds, seen, fetched), self.notice)

    def steps(self, ledger: Ledger) -> Generator[Step, None, None]:
        """What becomes of each path on its way into a store, as it is known."""
        work: Callable[[Promised], Outcome] = partial(rows_of_promised, self._examine(), self.config.max_size)
        self.extent.stored = ledger.stored()
        keeping = Keeping(ledger, Scope(roots(self.inputs.paths)), self.config.max_size, self.notice)
        return keeping.steps(self._entries(), crew(work, self._bounds, seen_promised, fetched_promised))

    def _entries(self) -> Iterator[Settled]:
        size = self.config.max_size
        for entry in inside(drained(self._drawn(), self.inputs.stream, size), size):
            self.extent.met += 1
            # Workers of a cluster stand elsewhere, and there a path from here would name another file, or none.
            yield rooted(entry) if self.config.scheduler else entry

    def _drawn(self) -> Iterator[Entry]:
        for entry in self.inputs.entries():
            self.extent.drawn += 1
            yield entry

    def _examine(self) -> Callable[[bytes, str], Audited]:
        return partial(pipeline.examine, as_of=self.config.as_of, reading=self._reading)

    @property
    def _reading(self) -> Reading:
        return Reading(self.config.ocr, self.config.wordings)

    @property
    def _bounds(self) -> Bounds:
        config = self.config
        limits = Limits(seconds=config.timeout)
        modules = tuple(libraries(self.inputs.paths))
        return Bounds(config.jobs, config.max_size, limits, config.scheduler, self.tell, modules)


def _something(outcomes: Iterator[Outcomes], named: str) -> Iterator[Outcomes]:
    """The same outcomes; raises UsageError where there is nothing to read among them."""
    skipped: list[Skipped] = []
    for outcome in outcomes:
        if not isinstance(outcome, Skipped):
            return itertools.chain(skipped, (outcome,), outcomes)
        skipped.append(outcome)
    raise nothing_to_read(named, [(skip.path, skip.reason) for skip in skipped])


def nothing_to_read(named: str, skipped: Sequence[tuple[str, str]]) -> UsageError:
    """The error of a run that has nothing to read; `skipped` are paths and reasons, of which some are told."""
    reasons = "; ".join(f"{path}: {reason}" for path, reason in skipped[:_TOLD])
    more = f"; and {len(skipped) - _TOLD} more" if len(skipped) > _TOLD else ""
    return UsageError(f"nothing to read in {named}" + (f" (skipped {reasons}{more})" if skipped else ""))
