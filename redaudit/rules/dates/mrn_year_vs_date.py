"""`mrn-year-vs-date`: the year in a telegram's number is not that of its date.

Reference ID: 05ZEMBLA412 ... P 141131Z MAR 06
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes, DatedAct, Identifier, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import telegram

# 07SOVA864 · 1974LAPAZ00146, the year before the office
_NUMBER = re.compile(r"(?<![\dA-Z])(?P<year>(?:19|20)?\d\d)[A-Z]{3,} ?(?P<serial>\d{1,6})(?!\d)")
# Numbers are given when the text is drafted or sent; about the new year these may be days of two years.
_NEW_YEAR = dt.timedelta(days=10)


def check(record: Record) -> Iterator[Problem]:
    """The year printed before the office, against every date on which the document was drafted or sent."""
    reference, date = record.message_reference, record.original_date
    if reference is None or date is None or record.copies > 1:
        return
    acts = [act for _, act in marks_with(record, DatedAct)]
    if len({act.date.date for act in acts if act.act == "dtg"}) > 1:
        return  # Several telegrams in one file.
    serial = reference.value.rpartition(" ")[2]
    dates = {date.value, *(act.date.date for act in acts if act.act in ("dtg", "drafted"))}
    told: set[str] = set()
    for mark, number, year in _numbered(record):
        if number["serial"].lstrip("0") != serial.lstrip("0") or year in told or any(_fits(year, day) for day in dates):
            continue
        told.add(year)
        yield Problem(
            f"the number {number[0]} is of {_in_full(year, date.value)}, the document's date is {date.value}",
            marks=(mark, *date.marks[:1]),
            severity=weighed(Severity.MEDIUM, record, "message_reference", "original_date"),
        )


def _numbered(record: Record) -> Iterator[tuple[Mark, re.Match[str], str]]:
    for mark, identifier in marks_with(record, Identifier):
        if identifier.scheme == "message-reference" and (found := _NUMBER.search(mark.text)):
            yield mark, found, found["year"]
    for mark, attributes in marks_with(record, Attributes):
        if found := _NUMBER.search(attributes.named("Document Number")):
            yield mark, found, found["year"]


def _fits(year: str, date: dt.date) -> bool:
    """Whether a year of two or four digits is that of a date, or of one some days off."""
    return any(str((date + apart).year).endswith(year) for apart in (-_NEW_YEAR, dt.timedelta(), _NEW_YEAR))


def _in_full(year: str, date: dt.date) -> str:
    """A year of two digits in the century of the document."""
    return year if len(year) == 4 else f"{date.year // 100}{year}"


_ARCHIVED = "\nMessage Attributes\nDraft Date: 14 MAR 1974\nDocument Number: {year}ZEMBLA00412\nErrors: N/A\n"
_OF_1974 = telegram(sent="P 141131Z MAR 74", order="E.O. 11652: GDS", authority="")

RULE = Rule(
    id="mrn-year-vs-date",
    severity=Severity.MEDIUM,
    summary="the year in a telegram's number is not the year of its date",
    rationale="""\
Posts number their telegrams anew each year, so archives and databases put the year before the office: 07SOVA864,
1974LAPAZ00146. Where that year is not the year of the date-time group, one of the two was misread or the entry belongs
to another telegram of the same serial, and who asks for the number gets the wrong paper.

Evidence: a number with the year, or the archives' Document Number, with the serial of the telegram itself, and a year
in which no date of drafting or sending lies.

    Reference ID: 05ZEMBLA412 over 141131Z MAR 06       raised
    Reference ID: 06ZEMBLA412 over 141131Z MAR 06       not raised
    Reference ID: 06ZEMBLA412 over 021131Z JAN 07       not raised: the new year
""",
    caution="""\
Ten days about the new year are let pass. Numbers of other telegrams in the text have other serials and are not looked
at, nor are files with several telegrams or copies. Damaged or inferred dates and numbers weigh one step less.
""",
    source="5 FAH-2 H-320; National Archives, Access to Archival Databases: Document Number",
    check=check,
    hits=("Reference ID: 05ZEMBLA412\n\n" + telegram(), _OF_1974 + _ARCHIVED.format(year="1976")),
    misses=(
        "Reference ID: 06ZEMBLA412\n\n" + telegram(),
        "Reference ID: 06ZEMBLA412\n\n" + telegram(sent="P 021131Z JAN 07", order="E.O. 12958: DECL: 01/02/2017"),
        "Reference ID: 05ZEMBLA999\n\n" + telegram(),
        _OF_1974 + _ARCHIVED.format(year="1974"),
    ),
)
