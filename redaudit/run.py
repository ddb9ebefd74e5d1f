"""One run over what lies under some paths: its outcomes on their way to a report, and what could not be read."""

import itertools
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path

from attrs import define, frozen

from redaudit import pipeline
from redaudit.config import Config
from redaudit.corpus import Bounds, audit, crew
from redaudit.errors import UsageError
from redaudit.keeping import Keeping, Outcome, Promised, Step, rows_of_promised
from redaudit.model.exhibit import Exhibit
from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.model.part import Reading
from redaudit.sources.entry import Settled, Stream
from redaudit.sources.inflow import drained
from redaudit.sources.scope import Scope
from redaudit.sources.walk import roots, walk
from redaudit.store.ledger import Ledger
from redaudit.workers import Limits


@frozen
class Inputs:
    """What a run reads: paths, standard input, and files of our own that lie among them and are no documents."""

    paths: tuple[str, ...]
    stream: Stream
    own: tuple[Path, ...] = ()

    def count(self) -> int:
        """How many entries the paths hold."""
        return sum(1 for _ in walk(self.paths, self.own))

    @property
    def lone(self) -> bool:
        """Whether they are one document and not a folder of them."""
        return len(self.paths) == 1 and not Path(self.paths[0]).is_dir()


@define
class Run:
    """The outcomes of some inputs, once through; `unread` counts those that could not be read.

    Raises UsageError where there is nothing to read among them. `notice` hears where our own code failed.
    """

    inputs: Inputs
    config: Config
    notice: Callable[[str], None]
    unread: int = 0

    def outcomes(self, show: Callable[[Exhibit], None] | None = None) -> Generator[Outcomes, None, None]:
        """Every outcome in source order; `show` sees each document in the worker that has its pages.

        Closed, it has no worker left.
        """
        for outcome in _something(self._audited(show), self.inputs.paths):
            self.unread += isinstance(outcome, Unreadable)
            yield outcome

    def _audited(self, show: Callable[[Exhibit], None] | None) -> Iterator[Outcomes]:
        examine = self._examine()
        if show is not None:
            examine = partial(pipeline.examine_and_show, as_of=self.config.as_of, reading=self._reading, show=show)
        return audit(self._entries(), examine, self._bounds, self.notice)

    def steps(self, ledger: Ledger) -> Iterator[Step]:
        """What becomes of each path on its way into a store, as it is known."""
        work: Callable[[Promised], Outcome] = partial(rows_of_promised, self._examine(), self.config.max_size)
        keeping = Keeping(ledger, Scope(roots(self.inputs.paths)), self.config.max_size, self.notice)
        return keeping.steps(self._entries(), crew(work, self._bounds))

    def _entries(self) -> Iterator[Settled]:
        return drained(walk(self.inputs.paths, self.inputs.own), self.inputs.stream, self.config.max_size)

    def _examine(self) -> Callable[[bytes, str], Audited]:
        return partial(pipeline.examine, as_of=self.config.as_of, reading=self._reading)

    @property
    def _reading(self) -> Reading:
        return Reading(self.config.ocr, self.config.wordings)

    @property
    def _bounds(self) -> Bounds:
        return Bounds(self.config.jobs, self.config.max_size, Limits(seconds=self.config.timeout))


def _something(outcomes: Iterator[Outcomes], paths: tuple[str, ...]) -> Iterator[Outcomes]:
    """The same outcomes; raises UsageError where there is nothing to read among them."""
    skipped: list[Skipped] = []
    for outcome in outcomes:
        if not isinstance(outcome, Skipped):
            return itertools.chain(skipped, (outcome,), outcomes)
        skipped.append(outcome)
    reasons = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:3])
    more = f"; and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    raise UsageError(f"nothing to read in {', '.join(paths)}" + (f" (skipped {reasons}{more})" if skipped else ""))
