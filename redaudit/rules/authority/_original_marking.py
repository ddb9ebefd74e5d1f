"""What a classified original must say of itself since E.O. 12958, and this copy does not show."""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._release import pages_withheld, published_by_editors
from redaudit.vocabulary.outcome import Outcome

# E.O. 12958 in force; copies of older papers lose their markings too often to tell.
_FROM = dt.date(1995, 10, 14)


def not_shown(record: Record, what: str) -> Iterator[Problem]:
    """The problem that a classified original since October 1995 lacks something which this copy could show."""
    level, date = record.original_classification, record.original_date
    if level is None or not level.value.classified or date is None or date.value < _FROM:
        return
    if published_by_editors(record) or pages_withheld(record) or record.release_status.value is Outcome.DENIED:
        return
    severity = weighed(Severity.MEDIUM, record, "original_classification", "original_date")
    if not absence_shows(record) or any(redaction.page == 1 for redaction in record.redactions):
        severity = softer(severity)
    yield Problem(
        f"marked {level.value} in {date.value.year}, and no {what} found", marks=level.marks[:1], severity=severity
    )
