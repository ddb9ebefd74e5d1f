"""What a classified original since E.O. 12958 must say of itself and a copy does not show; where its level stands."""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes, CableHeader, Classification, Mark, Role
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._release import families, pages_withheld, published_by_editors
from redaudit.vocabulary.outcome import Outcome

# E.O. 12958 in force; copies of older papers lose their markings too often to tell.
SINCE = dt.date(1995, 10, 14)
SINCE_SOURCE = "E.O. 12958 6.2, in force on 14 October 1995; E.O. 13526 since"


def not_shown(record: Record, what: str, marks: tuple[Mark, ...] = ()) -> Iterator[Problem]:
    """The problem that a classified original since October 1995 lacks something which this copy could show."""
    level, date = record.original_classification, record.original_date
    if level is None or not level.value.classified or date is None:
        return
    if published_by_editors(record) or pages_withheld(record) or record.release_status.value is Outcome.DENIED:
        return
    if "fbi-classified" in families(record):
        return  # The Bureau's reviewer set the level, and says so himself.
    severity = weighed(Severity.MEDIUM, record, "original_classification", "original_date")
    if not absence_shows(record) or any(redaction.page == 1 for redaction in record.redactions):
        severity = softer(severity)
    yield Problem(
        f"marked {level.value} in {date.value.year}, and no {what} found",
        marks=marks or level.marks[:1],
        severity=severity,
    )


def at_its_number(record: Record) -> bool:
    """Whether the level stands at the telegram's number, in its format lines, or in the archive's attributes."""
    values = [mark.value for mark in record.original_classification.marks] if record.original_classification else []
    return any(
        isinstance(value, CableHeader | Attributes) or (isinstance(value, Classification) and value.role is Role.LINE)
        for value in values
    )
