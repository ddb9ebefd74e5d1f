"""The date of a message's `Sent:` or `Date:` line, however it is spelled or damaged.

Saturday, May 16, 2009 7:48 AM · Wed, 8 Apr 2009 11:22:08 +0000 · Sat May 16 07:45:06 2009 · 5/16/2009 7:48 AM
"""

import re
from difflib import get_close_matches

from attrs import frozen

from redaudit.vocabulary.date import MONTHS, ReadDate, date_of, read_date

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_NUMBERS = {name: number for number, day in enumerate(_WEEKDAYS) for name in (day, day[:3])}
_LONG_MONTHS = tuple(name for name in MONTHS if len(name) > 4)

# Letters that OCR prints for digits within a day or a year.
_AS_DIGIT = str.maketrans({"l": "1", "I": "1", "i": "1", "|": "1", "O": "0", "o": "0", "Z": "2", "z": "2", "S": "5"})
_DIGIT = "[0-9lIi|OoZzS]"

_JUNK = re.compile(r"\A[^\w\n]*(?:\w\s+(?=[A-Z][a-z]))?")
_WEEKDAY = r"(?:(?P<weekday>[A-Za-z]{3,9})[.,;]?\s+)?"
_YEAR = rf"(?P<year>[12]{_DIGIT}{{3}})"
_FORMS = (
    # Sat May 16 07:45:06 2009
    re.compile(
        rf"{_WEEKDAY}(?P<month>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})\s+\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?\s+"
        rf"(?:[AP]M\s+)?(?:[A-Z]{{3,4}}\s+)?{_YEAR}"
    ),
    # Saturday, May 16, 2009 7:48 AM; damaged: Tuesday, Se tember 18, 2012
    re.compile(
        rf"{_WEEKDAY}(?P<month>[A-Za-z]{{2,9}}(?:\ [a-z]{{2,7}})?)\.?\s+(?P<day>{_DIGIT}{{1,2}})[.,;]?\s*{_YEAR}",
    ),
    # Wed, 8 Apr 2009 11:22:08 +0000
    re.compile(rf"{_WEEKDAY}(?P<day>{_DIGIT}{{1,2}})[\s-]+(?P<month>[A-Za-z]{{3,9}})\.?,?[\s-]+{_YEAR}"),
)


@frozen
class MessageDate:
    """A date read from a message's header; `damaged` where letters stood for digits or the weekday does not fit."""

    date: ReadDate
    damaged: bool


def read_message_date(text: str) -> MessageDate | None:
    """The date at the start of a header's value, blanks and specks before it left out; None where it cannot be read."""
    value = _JUNK.sub("", text, count=1)
    for form in _FORMS:
        if (found := form.match(value)) and (date := _interpret(found)):
            return date
    plain = read_date(value)
    return MessageDate(plain, damaged=False) if plain else None


def _interpret(found: re.Match[str]) -> MessageDate | None:
    month = _month(found["month"])
    if month is None:
        return None
    day, year = found["day"].translate(_AS_DIGIT), found["year"].translate(_AS_DIGIT)
    date = date_of(year, month, day)
    if date is None:
        return None
    weekday = _weekday(found["weekday"] or "")
    if weekday is not None:
        return MessageDate(date, damaged=date.date.weekday() != weekday)
    return MessageDate(date, damaged=(day, year) != (found["day"], found["year"]))


def _month(word: str) -> str | None:
    """The month a word stands for, one or two letters lost or wrong."""
    word = word.replace(" ", "").upper()
    if word in MONTHS:
        return word
    close = get_close_matches(word, _LONG_MONTHS, n=1, cutoff=0.8) if len(word) > 4 else []
    return close[0] if close else None


def _weekday(word: str) -> int | None:
    """The number of a weekday from Monday, 0, its name short, whole or damaged."""
    word = word.lower()
    if word in _WEEKDAY_NUMBERS:
        return _WEEKDAY_NUMBERS[word]
    close = get_close_matches(word, _WEEKDAYS, n=1, cutoff=0.75)
    return _WEEKDAY_NUMBERS[close[0]] if close else None
