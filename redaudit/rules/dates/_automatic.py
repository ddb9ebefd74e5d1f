"""The lines of 25, 50 and 75 years at which records declassify by themselves, and text withheld beyond them."""

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Identifier
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._release import families, stamps
from redaudit.rules._withholding import classified_codes, clear, codes, proof
from redaudit.vocabulary.order import FIRST_AUTOMATIC, LAWFUL_DELAY_YEARS, automatic_line, outlasts

# Restricted Data is outside the order: no line opens it (42 U.S.C. 2162; 32 CFR 2001.24(h)(2)).
_ATOMIC = ("RESTRICTED DATA", "FORMERLY RESTRICTED DATA")
# The `Declassify on` line of a stamp names it as well: 25X6, 12/31/2040; 50X1-HUM (32 CFR 2001.26(a), (b)).
_EXEMPTION = re.compile(r"(?<!\w)(?:25|50|75)X(?:\d|(?!\w))", re.IGNORECASE)


@frozen
class Line:
    """A line that the release lies beyond, with nothing in the copy that reaches so far."""

    years: int
    date: dt.date
    released: dt.date
    origin: dt.date

    @property
    def late(self) -> bool:
        """Whether the delays that the order allows may explain the release."""
        return self.released <= automatic_line(self.origin, self.years + LAWFUL_DELAY_YEARS)


def exempt_at(record: Record, years: int) -> bool:
    """Whether anything in the copy names an exemption that reaches beyond a line: a code, or the words of a stamp."""
    named = list(codes(record))
    for mark, stamp in stamps(record):
        named += _EXEMPTION.findall(mark.text)
        named += [stamp.until] if isinstance(stamp.until, str) else []
    return any(outlasts(code, years) for code in named)


def furthest_line(record: Record) -> Line | None:
    """The furthest line passed without an exemption: one fact is told once, by the rule of that line."""
    date, release_date = record.original_date, record.release_date
    if date is None or release_date is None or _is_atomic(record) or _is_of_kennedy_collection(record):
        return None
    for years in sorted(FIRST_AUTOMATIC, reverse=True):
        line = automatic_line(date.value, years)
        passed = release_date.value > max(line, FIRST_AUTOMATIC[years])
        if passed and not exempt_at(record, years):
            return Line(years, line, release_date.value, date.value)
    return None


def _is_atomic(record: Record) -> bool:
    return record.original_captions is not None and any(name in _ATOMIC for name in record.original_captions.value)


def _is_of_kennedy_collection(record: Record) -> bool:
    """Whether the JFK Act, and not the order, says what is withheld; a B1 there is left of an earlier release."""
    by_number = any(number.scheme.startswith("jfk") for _, number in marks_with(record, Identifier))
    return by_number or any(family.startswith("jfk") for family in families(record))


def withheld_beyond(record: Record, years: int) -> Iterator[Problem]:
    """Text withheld as classified beyond a line, where that line is the furthest one."""
    claimed = classified_codes(record)
    line = furthest_line(record)
    if not claimed or line is None or line.years != years:
        return
    marks = proof(record, claimed)
    severity = weighed(Severity.HIGH, record, "original_date", "release_date")
    if line.late or not clear(marks) or not absence_shows(record):
        severity = softer(severity)
    yield Problem(
        f"no {years}-year exemption code found for text withheld under {', '.join(claimed)} past {line.date} "
        f"(released {line.released})",
        marks=marks,
        severity=severity,
    )
