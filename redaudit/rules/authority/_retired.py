"""Values of `Declassify on` that were retired, and what stands for them since the directive of 2010."""

import datetime as dt
import re

from attrs import frozen

from redaudit.model.record import Record
from redaudit.rules.authority._instructions import Instruction, instructions, under_directive_2010


@frozen
class Retired:
    """A retired value; `until` is the day from which a document may no longer bear it, none for the directive's own."""

    pattern: re.Pattern[str]
    instead: str
    until: dt.date | None = None


def _value(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_COMPUTED = "25 years from the source's date are to be computed"
_VALUES = (
    Retired(_value(r"OADR\b|(?:originating )?agency'?s? determination required"), _COMPUTED),
    Retired(_value(r"source marked\b"), _COMPUTED),
    Retired(_value(r"MR\b|manual review\b"), _COMPUTED),
    Retired(_value(r"(?:1\.6\s?)?X\s?[1-8](?!\d)"), _COMPUTED),
    Retired(_value(r"[DC][NC]I only\b"), "25 years from the source's date, or an approved 25X, are to be given"),
    Retired(_value(r"subject to treaty"), "an approved exemption, or 25 years from the source's date, are to be given"),
    # ISOO Notice 2012-02; documents of that year may not have known it.
    Retired(_value(r"25X1\s?-\s?human"), "50X1-HUM stands in its place", dt.date(2013, 1, 1)),
)


def retired(record: Record) -> tuple[Instruction, Retired] | None:
    """The first instruction with a retired value on a document made under the directive of 2010."""
    if not under_directive_2010(record):
        return None
    for instruction in instructions(record):
        for value in _VALUES:
            if value.pattern.match(instruction.words) and _past(value, record):
                return instruction, value
    return None


def _past(value: Retired, record: Record) -> bool:
    date = record.original_date
    return value.until is None or (date is not None and date.value >= value.until)
