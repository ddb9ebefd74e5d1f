"""Where a run goes that is more than a stream of text, and what it added there.

redaudit report releases/ --format sqlite -o audit.db        audit.db, and audit.metadata.json for Datasette
redaudit report releases/ --format parquet -o out/           out/audit.db, and a file for each of its tables
redaudit report releases/ --format parquet -o one.parquet    one file with the rows of one kind, and no store
"""

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Protocol

from attrs import evolve, frozen

from redaudit import pipeline
from redaudit.delivery import whole_bytes, whole_file
from redaudit.errors import UsageError
from redaudit.interruption import resumable
from redaudit.keeping import GONE_SINCE
from redaudit.model.finding import Audited, Outcomes, Skipped
from redaudit.model.part import Reading
from redaudit.progress import Seen
from redaudit.run import Run, nothing_to_read
from redaudit.store import parquet
from redaudit.store.edition import bounded, edition
from redaudit.store.ledger import Ledger, begun
from redaudit.store.metadata import described
from redaudit.store.opening import Opening, described_in, forget, is_store, opened, opened_anew
from redaudit.store.rows import DOCUMENT

# The store in a folder of tables.
STORE = "audit.db"
# How a run that is interrupted goes on.
AGAIN, ANEW = "the same command", "the same command without --refresh"
# Where a store says why a file could not be read.
_TABLE = "its table unreadable"


class Shown(Protocol):
    """What lets a person follow a run: the same outcomes or steps, shown as they pass."""

    def __call__(self, seen: Iterable[Seen]) -> contextlib.AbstractContextManager[Iterable[Seen]]:
        """The same, for as long as the context is open."""


class Deposit(Protocol):
    """A place for what a run finds."""

    @property
    def reasons(self) -> str:
        """Where it says why a file could not be read."""

    def forget(self) -> "Deposit":
        """The same without what an earlier run left there, which is lost with the first outcome, and not before.

        Raises UsageError where nothing can be left there.
        """

    def fill(self, run: Run, shown: Shown) -> str:
        """What the run added there, in one line for a person.

        Raises UsageError where there is nothing to read, and then leaves nothing new behind.
        """


@frozen
class Added:
    """What one run met, by kind, and how many of it were stored before; `gone` are marked in the whole store."""

    documents: int
    unreadable: int
    skipped: int
    kept: int = 0
    gone: int = 0

    @property
    def words(self) -> str:
        """The same in one line for a person."""
        rest = {
            "unreadable": self.unreadable,
            "skipped": self.skipped,
            "stored before and unchanged": self.kept,
            "marked as gone in the store": self.gone,
        }
        counted = [f"{count} {word}" for word, count in rest.items() if count]
        return ", ".join([f"{self.documents} document{'' if self.documents == 1 else 's'}", *counted])


def deposit_for(name: str, output: str, rows: str) -> Deposit:
    """The place that a user named for a format; raises UsageError, before any work, where it is none."""
    if output == "-":
        such = "audit.db" if name == "sqlite" else "out/"
        raise UsageError(f"{name} is no stream: name what to write with -o, such as -o {such}")
    if name == "sqlite":
        return StoreFile(Path(output))
    parquet.require()
    if output.endswith(parquet.SUFFIX) and not Path(output).is_dir():
        return RowFile(Path(output), rows)
    if rows != "documents":
        raise UsageError(
            f"--rows {rows} is for one file, such as -o {rows}{parquet.SUFFIX}; a folder holds the rows of every kind"
        )
    return TableFolder(Path(output))


@frozen
class StoreFile:
    """A store, taken up where an earlier run left it; `again` is how a run that is interrupted goes on."""

    place: Path
    again: str = AGAIN
    opening: Opening = opened
    reasons: ClassVar[str] = _TABLE

    def forget(self) -> Deposit:
        """The store is begun anew."""
        return evolve(self, again=ANEW, opening=opened_anew)

    def fill(self, run: Run, shown: Shown) -> str:
        """What the run added to the store."""
        with resumable(self.place, self.again) as kept:
            return f"{self.place}: {filled(self.place, run, shown, opening=self.opening, kept=kept).words}"


@frozen
class TableFolder:
    """A folder with a store and a Parquet file for each of its tables; what else lies there is left alone."""

    place: Path
    again: str = AGAIN
    opening: Opening = opened
    reasons: ClassVar[str] = _TABLE

    def forget(self) -> Deposit:
        """The store is begun anew; its tables are replaced at the end of the run."""
        return evolve(self, again=ANEW, opening=opened_anew)

    def fill(self, run: Run, shown: Shown) -> str:
        """What the run added to the store; the tables are then written from it."""
        self._refuse_others()
        new = not self.place.exists()
        try:
            self.place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot write {self.place}: {(error.strerror or '').lower()}") from error
        try:
            with resumable(self.place / STORE, self.again) as kept:
                added = filled(self.place / STORE, run, shown, then=self._write_tables, opening=self.opening, kept=kept)
        finally:
            if new:
                with contextlib.suppress(OSError):  # it holds something by now
                    self.place.rmdir()
        return f"{self.place}: {added.words}"

    def _write_tables(self, ledger: Ledger) -> None:
        parquet.write_tables(ledger.connection, self.place)

    def _refuse_others(self) -> None:
        """Raises UsageError where a file lies in the way that no run of ours can have put there."""
        if os.path.lexists(self.place) and not self.place.is_dir():
            raise UsageError(f"{self.place} is a file; name a folder to write, or a new {parquet.SUFFIX} file")
        if not is_store(self.place / STORE):
            for file in parquet.table_files(self.place).values():
                if os.path.lexists(file):
                    raise UsageError(f"{self.place} holds {file.name}, but no store of redaudit; name a new folder")


@frozen
class RowFile:
    """One Parquet file with the rows of one kind, written anew each time."""

    place: Path
    rows: str

    @property
    def reasons(self) -> str:
        """Only some kinds of rows tell of files that could not be read."""
        return "the file" if self.rows in ("documents", "unreadable") else "a report with --rows unreadable"

    def forget(self) -> Deposit:
        """Raises UsageError: there is nothing to forget."""
        raise UsageError("--refresh is for a store: a file of rows is written anew each time")

    def fill(self, run: Run, shown: Shown) -> str:
        """How many files the rows are of."""
        seen: Counter[str] = Counter()
        with (
            whole_bytes(self.place) as sink,
            contextlib.closing(run.outcomes()) as outcomes,
            shown(outcomes) as passing,
        ):
            parquet.write_rows(_counted(passing, seen), self.rows, sink)
        return f"{self.place}: {Added(seen['documents'], run.unread, seen['skipped']).words}"


def _counted(outcomes: Iterable[Outcomes], seen: Counter[str]) -> Iterator[Outcomes]:
    for outcome in outcomes:
        seen["documents"] += isinstance(outcome, Audited)
        seen["skipped"] += isinstance(outcome, Skipped)
        yield outcome


def _nothing_more(_: Ledger) -> None:
    """A store is all that is written."""


def _unheard() -> None:
    """Nobody asks when the first outcome is kept."""


def filled(
    place: Path,
    run: Run,
    shown: Shown,
    *,
    then: Callable[[Ledger], None] = _nothing_more,
    opening: Opening = opened,
    kept: Callable[[], None] = _unheard,
) -> Added:
    """What a run adds to a store.

    `kept` is called as soon as an outcome stays there; `then` sees the store when all of it is settled, and before any
    other run may write it. Raises UsageError where there is nothing to read, and then leaves no new store behind.
    """
    new, left = not place.exists(), False
    try:
        with opening(place) as connection:
            with whole_file(described_in(place)) as sink:
                sink.write(described(place.stem))
            absent = pipeline.unread_pictures(Reading(run.config.ocr))
            ledger = begun(connection, edition(run.config, absent), bounded(run.config, absent))
            try:
                added = _added(ledger, run, shown, kept)
            except UsageError:
                left = new and not _read(ledger)
                raise
            ledger.settle()
            then(ledger)
    finally:
        if left:
            forget(place)
            described_in(place).unlink()
    return added


def _read(ledger: Ledger) -> int:
    """How many files a run met that are, or ought to be, documents."""
    met = ledger.tally()
    return met.get(DOCUMENT, 0) + met.get("unreadable", 0)


def _added(ledger: Ledger, run: Run, shown: Shown, kept: Callable[[], None]) -> Added:
    seen: Counter[str] = Counter()
    with contextlib.closing(run.steps(ledger)) as steps, shown(steps) as passing:
        for step in passing:
            if step.state != "skipped" and seen.keys() <= {"skipped"}:
                ledger.settle()  # what a store begun anew held is lost from here on
                kept()
            seen.update([step.state, *(["kept"] if step.kept else [])])
    if not _read(ledger):
        raise nothing_to_read(run.inputs.named, ledger.skipped())
    met = ledger.tally()
    run.unread = met.get("unreadable", 0) + seen[GONE_SINCE]
    return Added(
        documents=met.get(DOCUMENT, 0),
        unreadable=run.unread,
        skipped=met.get("skipped", 0),
        kept=seen["kept"],
        gone=ledger.gone(),
    )
