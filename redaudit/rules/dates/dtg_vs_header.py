"""`dtg-vs-header`: the date-time group and another date of the same telegram are days apart.

DE RUEHZZ #0412 0851131 ... P 141131Z MAR 06
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CableHeader, DatedAct, Mark, PageCount
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import telegram

# PAGE 01 STATE 222120 232215Z
_ON_PAGE_LINE = re.compile(r"(?<![\dA-Z])(?P<day>[0-3]\d)\d{4}Z")
_PAGE_LINE = "page line"
_WEAK = (_PAGE_LINE, "printed header")
# Time zones and the wait before sending; a telegram is transmitted within two days of its date-time group.
_NEAR = 2
# The page line bears the time at which the archive's system took the message in: of 1979, some came three days late.
_TAKEN_IN = 7


def check(record: Record) -> Iterator[Problem]:
    """The telegram's own date-time group against its day of the year and the day it was transmitted or printed."""
    groups = [(mark, act) for mark, act in marks_with(record, DatedAct) if act.act == "dtg" and not act.damaged]
    days = {act.date.date for _, act in groups}
    numbers = {header.julian_day for _, header in marks_with(record, CableHeader) if header.julian_day is not None}
    if len(days) != 1 or record.copies > 1 or (numbers and max(numbers) - min(numbers) > _NEAR):
        return  # Several telegrams in one file, or none.
    mark, act = groups[0]
    own = act.date.date
    for other, when, what in _others(record, own):
        apart = abs((when - own).days)
        if apart > (_TAKEN_IN if what.startswith(_PAGE_LINE) else _NEAR):
            yield Problem(
                f"the date-time group says {own}, the {what} {when}: {apart} days apart",
                marks=(mark, other),
                severity=softer(Severity.MEDIUM) if what.startswith(_WEAK) or _is_ocr(mark, other) else None,
            )


def _is_ocr(*marks: Mark) -> bool:
    return any(mark.doubtful for mark in marks)


def _others(record: Record, own: dt.date) -> Iterator[tuple[Mark, dt.date, str]]:
    for mark, header in marks_with(record, CableHeader):
        if header.julian_day is not None:
            yield mark, _nearest(header.julian_day, own), f"format line (day {header.julian_day:03})"
    for mark, act in marks_with(record, DatedAct):
        if act.damaged:
            continue
        if act.act == "transmitted":
            yield mark, act.date.from_year(own.year - 50).date if act.date.short_year else act.date.date, "routing line"
        elif act.act == "printed":
            yield mark, act.date.date, "printed header"
    for mark, _ in marks_with(record, PageCount):
        if (time := _ON_PAGE_LINE.search(mark.text)) and (when := _nearest_day(int(time["day"]), own)):
            yield mark, when, f"{_PAGE_LINE} ({time[0]})"
            return


def _nearest(julian: int, own: dt.date) -> dt.date:
    """The day of that number nearest to a date, in its year or a neighbouring one."""
    days = (dt.date(year, 1, 1) + dt.timedelta(days=julian - 1) for year in (own.year - 1, own.year, own.year + 1))
    return min(days, key=lambda day: abs(day - own))


def _nearest_day(number: int, date: dt.date) -> dt.date | None:
    """The day of a month, by its number alone, nearest to a date; None where no month about it has so many."""
    near = (date + dt.timedelta(days=apart) for apart in sorted(range(-31, 32), key=abs))
    return next((day for day in near if day.day == number), None)


RULE = Rule(
    id="dtg-vs-header",
    severity=Severity.MEDIUM,
    summary="the date-time group and another date of the same telegram are more than two days apart",
    rationale="""\
A telegram dates itself more than once: the date-time group, the day of the year in the DE line, the routing line, the
head of the printed page. They are set by machines within hours of each other. Where they are days apart a digit was
misread, the copy was retyped, or parts of two telegrams were put together.

Evidence: one date-time group in the file, and another date of the telegram more than two days off; of the page line,
which gives the day of the month alone, the nearest such day, more than a week off.

    DE ... 0851131 over 141131Z MAR 06      raised: day 85 is 26 March
    DE ... 0731131 over 141131Z MAR 06      not raised
""",
    caution="""\
A printed header may be of a later print, and a page line bears the time at which the archive took the message in, days
late at times: each weighs one step less, and so does whatever OCR read. Dates of drafting and of release are not
compared, nor are files with several telegrams or copies, whose dates differ by right. The day of the year is taken over
the new year.
""",
    source="ACP 127; 5 FAH-2 H-320",
    check=check,
    hits=(
        "PAGE 01        ZEMBLA  00412  251131Z\n\n" + telegram(),
        "DE RUEHZZ #0412 0851131\nZNY CCCCC ZZH\n" + telegram(),
        "===== 241723L MAR 06 DRF (TOTAL COPIES:009)\n\n" + telegram(),
    ),
    misses=(
        "PAGE 01        ZEMBLA  00412  170131Z\n\n" + telegram(),
        "DE RUEHZZ #0412 0731131\nZNY CCCCC ZZH\n" + telegram(),
        "DE RUEHZZ #0412 0011131\nZNY CCCCC ZZH\n"
        + telegram(sent="P 312331Z DEC 06", order="E.O. 12958: DECL: 12/31/2016"),
        telegram(),
    ),
)
