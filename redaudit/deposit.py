"""Where a run into a store goes: the file, what describes it, and what the run added.

redaudit report releases/ --format sqlite -o audit.db     audit.db, and audit.metadata.json for Datasette
"""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import frozen

from redaudit import pipeline
from redaudit.delivery import whole_file
from redaudit.errors import UsageError
from redaudit.keeping import GONE_SINCE, Step
from redaudit.model.part import Reading
from redaudit.run import Run
from redaudit.store.edition import bounded, edition
from redaudit.store.ledger import Ledger, begun
from redaudit.store.metadata import described
from redaudit.store.opening import described_in, forget, opened
from redaudit.store.rows import DOCUMENT


@frozen
class Added:
    """What one run met, by kind, and how many of it were stored before; `gone` are marked in the whole store."""

    documents: int
    unreadable: int
    skipped: int
    kept: int
    gone: int

    @property
    def words(self) -> str:
        """The same in one line for a person."""
        rest = {
            "unreadable": self.unreadable,
            "skipped": self.skipped,
            "stored before and unchanged": self.kept,
            "gone": self.gone,
        }
        counted = [f"{count} {word}" for word, count in rest.items() if count]
        return ", ".join([f"{self.documents} document{'' if self.documents == 1 else 's'}", *counted])


def store_named(output: str, name: str) -> Path:
    """The file of a store that a user named; raises UsageError where none is."""
    if output == "-":
        raise UsageError(
            f"{name} is no stream: name what to write with -o, such as -o audit.db"
        )
    return Path(output)


def filled(place: Path, run: Run, told: Callable[[Iterator[Step]], Iterable[Step]]) -> Added:
    """What a run adds to a store, taken up where an earlier one left it; `told` sees each step as it is taken.

    Raises UsageError where there is nothing to read, and then leaves no new store behind.
    """
    new = not place.exists()
    with opened(place) as connection:
        with whole_file(described_in(place)) as sink:
            sink.write(described(place.stem))
        absent = pipeline.unread_pictures(Reading(run.config.ocr))
        ledger = begun(connection, edition(run.config, absent), bounded(run.config, absent))
        added = _added(ledger, run, told)
    if not added.documents + added.unreadable:
        if new:
            forget(place)
            described_in(place).unlink()
        raise UsageError(f"nothing to read in {run.inputs.named}")
    return added


def _added(ledger: Ledger, run: Run, told: Callable[[Iterator[Step]], Iterable[Step]]) -> Added:
    seen: Counter[str] = Counter()
    with contextlib.closing(run.steps(ledger)) as steps:
        for step in told(steps):
            seen.update([step.state, *(["kept"] if step.kept else [])])
    met = ledger.tally()
    run.unread = met.get("unreadable", 0) + seen[GONE_SINCE]
    return Added(
        documents=met.get(DOCUMENT, 0),
        unreadable=run.unread,
        skipped=met.get("skipped", 0),
        kept=seen["kept"],
        gone=ledger.gone(),
    )
