"""What an audit finds, and what it could not open."""

import enum

from attrs import frozen

from redaudit.model.mark import Mark
from redaudit.model.record import Record


class Severity(enum.IntEnum):
    """How much a finding matters; `info` never sets the exit code."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """The contract's word."""
        return self.name.lower()


@frozen
class Problem:
    """What a rule yields: evidence in one sentence, the marks that show it, the page it is on.

    `severity` only where this problem weighs less or more than its rule does.
    """

    message: str
    marks: tuple[Mark, ...] = ()
    page: int | None = None
    line: int | None = None
    severity: Severity | None = None


@frozen
class Finding:
    """What the engine makes of a problem; `fingerprint` holds no path, page or position."""

    rule: str
    severity: Severity
    page: int | None
    line: int | None
    message: str
    marks: tuple[Mark, ...]
    fingerprint: str


@frozen
class Audited:
    """One document's record and findings."""

    record: Record
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """The document's path as reported."""
        return self.record.source.path


@frozen
class Unreadable:
    """A document the audit could not open, and why."""

    path: str
    reason: str


@frozen
class Skipped:
    """A file that is no document, and why."""

    path: str
    reason: str


@frozen
class Stale:
    """An accepted finding of the baseline that this run did not raise.

    `document` is the number that the document bears, else the first digits of its hash. `seen` tells whether a
    document of that number was in the run, so that the finding is gone; else the document itself may be elsewhere.
    """

    rule: str
    fingerprint: str
    document: str
    seen: bool


Outcomes = Audited | Unreadable | Skipped
