"""A run into a store: what is new or changed is audited, what holds is kept, what is not there any more is marked.

The content of a file decides, by its hash, with the edition of redaudit (its release, its rules, the choices). Files
with the same bytes are audited once. A run may end at any moment; the next one goes on where it was.
"""

import contextlib
import enum
import hashlib
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path

from attrs import define, evolve, field, frozen

from redaudit.corpus import Examine, fetched, outcome_of, seen, size_of, weight_of
from redaudit.model.finding import Audited, Skipped, Unreadable
from redaudit.sources.entry import GONE, NEVER, File, Settled
from redaudit.sources.scope import Scope
from redaudit.store.ledger import Ledger
from redaudit.store.rows import Rows, rows_of
from redaudit.workers import Crew, Done, Failure, Job, as_done

# After so many seconds what was written is settled, however little it is.
_SECONDS = 5.0
# Bytes of a file that is read in one piece to tell its content.
_AT_ONCE = 1 << 20
# What stands before the content of an object that its server tells.
ETAG = "etag:"
# The state of a path in a step, where its document is stored and the file is not there any more.
GONE_SINCE = "gone"
_AGAIN = "a copy of a file that changed or went away while this run read it; the next run reads it"


@frozen
class Promised:
    """A file to be audited: its number in the store, and the content it had when it was come upon, if that is known.

    Where it is not, `stored` is the hash of what the store holds of it: who reads these bytes need not audit them.
    """

    number: int
    file: File
    content: str | None = None
    stored: str | None = None


@frozen
class Step:
    """What became of one path: its state, the highest severity found, and whether it was stored before (`kept`)."""

    path: str
    state: str
    worst: str = ""
    kept: bool = False


class Unchanged(enum.Enum):
    """The outcome of a file whose bytes are those that are stored."""

    UNCHANGED = "unchanged"


class _Same(Exception):
    """The bytes that were read are those that are stored."""


# What comes back of a path: rows to store, that it is unchanged, a step that is done, or nothing of its own to tell.
Outcome = Rows | Unchanged | Step | None


def rows_of_promised(examine: Examine, size: int, promised: Promised) -> Outcome:
    """The rows of one file; runs in a worker."""
    reading = _Reading(examine, promised.stored)
    try:
        rows = rows_of(outcome_of(reading, size, promised.file))
    except _Same:
        return Unchanged.UNCHANGED
    return evolve(rows, sha256=reading.sha256)


@define
class _Reading:
    """An examination that knows which bytes it was given, whatever came of them; `stored` ones it does not examine."""

    examine: Examine
    stored: str | None
    sha256: str = ""

    def __call__(self, data: bytes, path: str) -> Audited:
        self.sha256 = hashlib.sha256(data).hexdigest()
        if self.sha256 == self.stored:
            raise _Same
        return self.examine(data, path)


def seen_promised(promised: Promised) -> bool:
    """Whether this process can read a file where it says it lies; asked on the workers of a cluster."""
    return seen(promised.file)


def fetched_promised(promised: Promised, size: int) -> Job[Promised] | None:
    """A file with its bytes, for a worker that does not see it; None where it cannot be read here either."""
    job = fetched(promised.file, size)
    return None if job is None else Job(evolve(promised, file=job.task), job.weight)


def content_of(file: File, size: int) -> str | None:
    """What tells the content of a file from any other: its hash, or what its server says of it under its path.

    Two objects of which a server says the same may differ all the same (RFC 9110, 8.8.3: an entity tag is of one URL).
    None where it cannot be read, or is larger than a document may be.
    """
    if file.etag:
        return f"{ETAG}{file.etag} {file.path}"
    if file.data is not None:
        return hashlib.sha256(file.data).hexdigest() if len(file.data) <= size else None
    try:
        with Path(file.location).open("rb", buffering=0) as source:
            length = os.fstat(source.fileno()).st_size
            if length > size:
                return None
            if length <= _AT_ONCE:
                return hashlib.sha256(source.read(length + 1)).hexdigest()
            return hashlib.file_digest(source, "sha256").hexdigest()
    except OSError:
        return None


def _content_read(content: str | None, outcome: Rows) -> str | None:
    """The content that an outcome is of: what was read counts, should the file have changed since its content was told.

    None where nothing could be read, of a server that failed or a file that was too large: the next run tries again.
    """
    if not outcome.sha256:
        return None
    return content if content and content.startswith(ETAG) else outcome.sha256


@define
class Keeping:
    """One run into a store: `size` is the most bytes of a document, `notice` hears where our own code failed.

    After `batch` outcomes, or some seconds, what was written is settled.
    """

    ledger: Ledger
    scope: Scope
    size: int
    notice: Callable[[str], None]
    batch: int = 500
    _under_way: set[str] = field(factory=set)
    _unsettled: int = 0
    _settled: float = field(factory=time.monotonic)

    def steps(self, entries: Iterable[Settled], crew: Crew[Promised, Outcome]) -> Generator[Step, None, None]:
        """What becomes of each path, as it is known; at the end what is gone is marked.

        Closed early, what was settled so far is in the store; who comes to the end settles the rest.
        """
        with contextlib.closing(as_done(self._jobs(entries), crew)) as outcomes:
            for job, outcome in outcomes:
                if isinstance(outcome, Step):
                    yield outcome
                elif isinstance(job, Job):
                    yield from self._ended(job.task, outcome)
                self._settle()
        yield from self._left_behind()
        for number, path in self.ledger.unmet():
            if self.scope.shows_gone(path):
                self.ledger.mark_gone(number)

    def _jobs(self, entries: Iterable[Settled]) -> Iterator[Job[Promised] | Done[Outcome]]:
        for entry in entries:
            yield self._job(entry) if isinstance(entry, File) else Done(self._noted(entry))

    def _job(self, file: File) -> Job[Promised] | Done[Outcome]:
        ledger, content = self.ledger, content_of(file, self.size)
        known = ledger.find(file.path)
        if known is not None and known.visit == ledger.visit:
            return Done(None)  # two of the paths given hold the same file
        if known is not None and ledger.is_current(known, content):
            ledger.keep(known)
            return Done(Step(file.path, known.state, kept=True))
        if content is not None:
            if (twin := ledger.twin_of(content)) is not None:
                return Done(self._copied(twin, ledger.promise(file.path, known), file.path))
            if content in self._under_way:
                ledger.promise(file.path, known, content)
                return Done(None)
            self._under_way.add(content)
        stored = known.content if known and content is None and ledger.is_current(known, known.content) else None
        return Job(Promised(ledger.promise(file.path, known), file, content, stored), weight_of(file), size_of(file))

    def _ended(self, promised: Promised, outcome: Rows | Unchanged | Failure | None) -> Iterator[Step]:
        if isinstance(outcome, Rows | Failure):
            yield from self._stored(promised, outcome)
        elif known := self.ledger.find(promised.file.path):
            self.ledger.keep(known)
            yield Step(promised.file.path, known.state, kept=True)

    def _copied(self, twin: int, number: int, path: str) -> Step:
        self.ledger.copy(twin, number, path)
        return Step(path, *self.ledger.outcome_of(number))

    def _noted(self, entry: Unreadable | Skipped) -> Step:
        """What a source says of a path enters the store as it is."""
        if isinstance(entry, Unreadable):
            self.scope.shut.add(entry.path)
        known = self.ledger.find(entry.path)
        rows = rows_of(entry)
        if known is not None and known.visit == self.ledger.visit:
            return Step(entry.path, rows.state)
        number = self.ledger.promise(entry.path, known)
        if entry.reason in (GONE, NEVER):
            return self._missed(number, entry.path, rows)
        self.ledger.put(number, entry.path, None, rows, self.ledger.edition)
        self._unsettled += 1
        return Step(entry.path, rows.state)

    def _stored(self, promised: Promised, outcome: Rows | Failure) -> Iterator[Step]:
        """One outcome enters the store, and that of every path with the same content."""
        path, content, version = promised.file.path, promised.content, self.ledger.edition
        if isinstance(outcome, Failure):
            for line in outcome.details:
                self.notice(f"{path}: {outcome.reason}: {line}")
            told = None if outcome.is_by_chance else content  # the next run tries it again
            outcome, version, same = rows_of(Unreadable(path, outcome.reason)), self.ledger.bounded, True
        else:
            told = _content_read(content, outcome)
            same = told == content
        self._under_way.discard(content or "")
        if outcome.reason == GONE:
            yield self._missed(promised.number, path, outcome)
            return
        self.ledger.put(promised.number, path, told, outcome, version)
        self._unsettled += 1
        yield Step(path, outcome.state, outcome.worst)
        for number, copy in self.ledger.waiting_for(content) if content and same else ():
            yield self._copied(promised.number, number, copy)

    def _missed(self, number: int, path: str, rows: Rows) -> Step:
        """A file that is not there: what is stored of it stands, marked; where nothing is, that is what is stored."""
        if self.ledger.mark_gone(number):
            return Step(path, GONE_SINCE)
        self.ledger.put(number, path, None, rows, self.ledger.edition)
        return Step(path, rows.state)

    def _left_behind(self) -> Iterator[Step]:
        """Copies of files that changed or went away before they could be read."""
        for number, path in self.ledger.left():
            self.ledger.put(number, path, None, rows_of(Unreadable(path, _AGAIN)), self.ledger.edition)
            yield Step(path, "unreadable")

    def _settle(self) -> None:
        """What was written is settled, now and then."""
        if self._unsettled >= self.batch or time.monotonic() - self._settled >= _SECONDS:
            self.ledger.settle()
            self._unsettled, self._settled = 0, time.monotonic()
