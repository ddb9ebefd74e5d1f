"""The date spellings found on documents, read as dates or not at all."""

import datetime as dt
import re

from attrs import frozen

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "JAN JANUARY",
            "FEB FEBRUARY",
            "MAR MARCH",
            "APR APRIL",
            "MAY",
            "JUN JUNE",
            "JUL JULY",
            "AUG AUGUST",
            "SEP SEPT SEPTEMBER",
            "OCT OCTOBER",
            "NOV NOVEMBER",
            "DEC DECEMBER",
        ),
        1,
    )
    for name in names.split()
}

# What a pattern may use for a month's name, in any case.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)

# A two-digit year stands for the first such year from this one on, unless the document's own date says better.
FIRST_YEAR = 1940

# No two-digit year stands for a year after this one, that of these tables: it would be damage, as 36 for 86.
LAST_YEAR = 2026

# Years that no record of the United States is dated by, read from damaged digits.
_YEARS = range(1776, 2100)


@frozen
class ReadDate:
    """A date read from paper; `short_year` where only two digits of the year are printed."""

    date: dt.date
    short_year: bool = False

    def from_year(self, year: int) -> "ReadDate":
        """The same date, with a two-digit year taken as the first one from a given year on."""
        if not self.short_year:
            return self
        return ReadDate(_with_year(self.date, year + (self.date.year - year) % 100), short_year=True)

    def __str__(self) -> str:
        return self.date.isoformat()


def _with_year(date: dt.date, year: int) -> dt.date:
    if date.month == 2 and date.day == 29:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return dt.date(year, 2, 29 if leap else 28)
    return date.replace(year=year)


def date_of(year: str | int, month: str | int, day: str | int) -> ReadDate | None:
    """The date of three parts; a month may be a name; None where there is no such day, or no such year."""
    short = isinstance(year, str) and len(year) == 2
    number = MONTHS.get(month.strip(".").upper(), 0) if isinstance(month, str) and not month.isdigit() else int(month)
    full = FIRST_YEAR + (int(year) - FIRST_YEAR) % 100 if short else int(year)
    if full not in _YEARS:
        return None
    try:
        return ReadDate(dt.date(full, number, int(day)), short_year=short)
    except ValueError:
        return None


_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)")
_DAY_NAME = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s.,-]*({MONTH})[\s.,-]*(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE)
_NAME_DAY = re.compile(rf"({MONTH})\.?[\s-]*(\d{{1,2}})(?:st|nd|rd|th)?[\s.,-]+(\d{{4}})(?!\d)", re.IGNORECASE)
# Tue Nov 23 16:05:41 1999
_PRINTED = re.compile(
    rf"({MONTH})\s+(\d{{1,2}})\s+\d{{1,2}}:\d\d(?::\d\d)?\s+(?:[A-Z]{{3,4}}\s+)?(\d{{4}})", re.IGNORECASE
)
# 232213Z NOV 99
_DATE_TIME_GROUP = re.compile(rf"(\d{{2}})(\d{{4}})\s?Z\s+({MONTH})\s+(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE)


def read_date(text: str) -> ReadDate | None:
    """The date at the start of a text, in any spelling found on documents; US order where it is slashed; else None."""
    text = text.lstrip()
    if found := _YEAR_FIRST.match(text):
        return date_of(found[1], found[2], found[3])
    if found := _MONTH_FIRST.match(text):
        return date_of(found[3], found[1], found[2])
    if found := _DATE_TIME_GROUP.match(text):
        return date_of(found[4], found[3], found[1])
    if found := _DAY_NAME.match(text):
        return date_of(found[3], found[2], found[1])
    if found := _NAME_DAY.match(text):
        return date_of(found[3], found[1], found[2])
    if found := _PRINTED.match(text):
        return date_of(found[3], found[1], found[2])
    return None
