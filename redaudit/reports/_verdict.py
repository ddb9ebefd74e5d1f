"""What a check came to, counted while its outcomes pass: nothing of a document is kept."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TextIO

from attrs import define, field

from redaudit.model.finding import Audited, Outcomes, Severity, Unreadable
from redaudit.reports._overview import in_numbers

# Lines that are written after all documents wait in memory up to this many bytes, then in a file.
_IN_MEMORY = 1 << 20


@define
class Verdict:
    """Passes outcomes on and counts them: documents, files not among them, findings by severity, those that fail."""

    fail_on: Severity
    documents: int = 0
    unreadable: int = 0
    skipped: int = 0
    severities: Counter[Severity] = field(factory=Counter)

    def counting(self, outcomes: Iterable[Outcomes]) -> Iterator[Outcomes]:
        """The same outcomes; all are counted on the way."""
        for outcome in outcomes:
            if isinstance(outcome, Audited):
                self.documents += 1
                self.severities.update(finding.severity for finding in outcome.findings)
            elif isinstance(outcome, Unreadable):
                self.unreadable += 1
            else:
                self.skipped += 1
            yield outcome

    @property
    def failing(self) -> int:
        """How many findings fail the run."""
        return sum(count for severity, count in self.severities.items() if severity >= self.fail_on)

    @property
    def summary(self) -> str:
        """One line: `12 documents, 1 unreadable, 0 skipped; findings: 1 high, 3 low; failing (medium or above): 1`."""
        numbers = in_numbers(self.documents, self.unreadable, self.skipped, self.severities)
        above = "" if self.fail_on is max(Severity) else " or above"
        return f"{numbers}; failing ({self.fail_on.word}{above}): {self.failing}"


@contextmanager
def waiting() -> Iterator[IO[str]]:
    """Room for lines that come early and are written late, however many."""
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline="") as room:
        yield room


def release(room: IO[str], sink: TextIO) -> None:
    """Writes what waited."""
    room.seek(0)
    shutil.copyfileobj(room, sink)
