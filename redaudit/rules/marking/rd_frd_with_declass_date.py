"""`rd-frd-with-declass-date`: Restricted Data, and a date on which it would be declassified.

SECRET//RD ... Declassify on: 03/14/2016
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._level import holds_one_document
from redaudit.rules._samples import telegram
from redaudit.rules.marking._controls import banner_lines, captioned, portions

_CAPTIONS = frozenset(("RESTRICTED DATA", "FORMERLY RESTRICTED DATA", "RD", "FRD", "TFNI"))
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_EVENT = re.compile(r"\b(?:upon|after|when|completion|following)\b", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """A marking of the Atomic Energy Act on a document whose own line names a date or an event."""
    found = captioned(record, _CAPTIONS)
    until = record.declassify_on
    if not found or until is None or not (_DATE.fullmatch(until.value) or _EVENT.search(until.value)):
        return
    marks = tuple(mark for mark, _ in found)
    severity = Severity.HIGH
    known = any(marking.mark in marks for marking in banner_lines(record) + portions(record)) or len(marks) > 1
    for doubt in (not known, not holds_one_document(record), "declassify_on" in record.doubtful):
        severity = softer(severity) if doubt else severity
    if all(mark.doubtful for mark in marks):
        severity = softer(severity)
    yield Problem(
        f"page {marks[0].page}: marked {found[0][1]}, and to be declassified on {until.value}",
        marks=(marks[0], *until.marks[:1]),
        severity=severity,
    )


def _banner(text: str, order: str = "E.O. 12958: DECL: 03/14/2016") -> str:
    return f"{text}\n\n{telegram(line='S E C R E T ZEMBLA 000412', order=order)}\n{text}\n"


RULE = Rule(
    id="rd-frd-with-declass-date",
    severity=Severity.HIGH,
    summary="a document with Restricted Data or Formerly Restricted Data names a date of declassification",
    rationale="""\
What the Atomic Energy Act protects is never declassified by the passing of a date: an authority of the Department of
Energy must decide. A date or event on a document with RD, FRD or TFNI invites somebody to release it when the day has
come.

Evidence: RD, FRD or TFNI in a banner, a portion mark or a caption, and a date or an event on the originator's
declassification line.

    SECRET//RD ... Declassify on: 03/14/2016                    raised
    SECRET//RD ... Declassify on: N/A to RD/FRD portions        not raised
    SECRET ... R&D BUDGET ... Declassify on: 03/14/2016         not raised
""",
    caution="""\
RD as an office or in R&D is no marking; only banners, portion marks and captions count. A single caption alone, a file
with several documents (the date may be another's), a date read with doubt and lines read by OCR weigh one step less
each. Older mixed documents gave a date for the portions that are not RD.
""",
    holds=(Holds(Dated.DOCUMENT, since=dt.date(1954, 8, 30), source="Atomic Energy Act of 1954, 42 U.S.C. 2162"),),
    source="32 CFR 2001.24(h); E.O. 13526 3.3(g) and 6.2(a); 42 U.S.C. 2162; ISM-ID-00176; IC Markings Register and "
    "Manual 2016, H.6, pages 104 to 115",
    check=check,
    hits=(
        _banner("SECRET//RD"),
        _banner("SECRET//FORMERLY RESTRICTED DATA"),
        telegram(line="S E C R E T ZEMBLA 000412", body="1. (S//RD) He came.\n\n2. (S//FRD) He left.\n"),
    ),
    misses=(
        _banner("SECRET"),
        _banner("SECRET//RD", order="E.O. 12958: N/A"),
        telegram(line="S E C R E T ZEMBLA 000412", body="1. (S) The R&D budget (RD) fell.\n\n2. (S) He left.\n"),
    ),
)
