"""How far evidence carries: what is read from damaged text, or inferred, weighs one step less."""

import datetime as dt

from redaudit.model.document import Content
from redaudit.model.finding import Severity
from redaudit.model.record import Fact, Record


def softer(severity: Severity) -> Severity:
    """One step lower; `low` and `info` become `info`."""
    return Severity(max(Severity.INFO, severity - 1))


def weighed(severity: Severity, record: Record, *columns: str) -> Severity:
    """The severity of a finding that rests on some columns: one step lower where one of them is doubtful."""
    return softer(severity) if set(columns) & set(record.doubtful) else severity


def absence_shows(record: Record) -> bool:
    """Whether what was not found is likely not there: every page was seen, and as text, not as a picture of it."""
    return all(page.seen and page.content in (Content.TEXT, Content.BLANK) for page in record.pages)


def day(fact: Fact[str] | None) -> dt.date | None:
    """The date of a column that holds a date or words; None for words."""
    if fact is None:
        return None
    try:
        return dt.date.fromisoformat(fact.value)
    except ValueError:
        return None
