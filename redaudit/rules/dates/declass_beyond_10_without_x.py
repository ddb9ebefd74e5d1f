"""`declass-beyond-10-without-x`: more than ten years under E.O. 12958, and none of X1 to X8.

28 October 1997 ... E.O. 12958: DECL: 10/31/07
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DatedAct, Mark
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import day, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import telegram
from redaudit.rules.dates._instruction import forms
from redaudit.vocabulary.order import years_after


def check(record: Record) -> Iterator[Problem]:
    """The originator's date lies more than ten years after every date the document gives for itself."""
    said, date = record.declassify_on, record.original_date
    until = day(said)
    if said is None or until is None or date is None:
        return
    if any(form is not None for form in forms(record)):
        return  # X4 stands beside the date.
    latest = max((date.value, *(when for _, when in _acts(record, date.value))))
    if until <= years_after(latest, 10):
        return
    over = (until - years_after(latest, 10)).days
    yield Problem(
        f"to be declassified on {until}, {over} day{'s' if over != 1 else ''} past the ten years from {latest}; "
        "no exemption X1 to X8",
        marks=(*said.marks[:1], *date.marks[:1]),
        severity=weighed(Severity.LOW, record, "declassify_on"),
    )


def _acts(record: Record, origin: dt.date) -> list[tuple[Mark, dt.date]]:
    """The days on which the document was drafted or sent, about its own date."""
    return [
        (mark, act.date.date)
        for mark, act in marks_with(record, DatedAct)
        if act.act in ("dtg", "sent", "drafted", "transmitted") and abs((act.date.date - origin).days) <= 60
    ]


_ORDER = "E.O. 12958: DECL: {date}"
_AUTHORITY = "Classified by Ambassador Ann Q. Sample, reason 1.5 (b, d)."

RULE = Rule(
    id="declass-beyond-10-without-x",
    severity=Severity.LOW,
    summary="a date more than ten years off under E.O. 12958, without an exemption X1 to X8",
    rationale="""\
Between October 1995 and September 2003 a document could be classified for ten years at most, unless one of eight
exemptions was named, and then X1 to X8 stood in place of the date. Most dates further off are so by a few days only,
because the originator counted from another day.

Evidence: the originator's date against the latest of the document's own dates (drafted, sent, transmitted), for
documents of those years.

    28 October 1997, DECL: 10/31/07      raised: three days past
    28 October 1997, DECL: 10/28/07      not raised
    14 March 2006, DECL: 03/14/2031      not raised
""",
    caution="""\
X1 to X8 beside the date is the exemption itself. Documents since September 2003 may have 25 years, and older ones than
October 1995 any date. Days between draft and sending are let pass; dates that are doubtful weigh nothing but
information.
""",
    holds=(
        Holds(
            Dated.DOCUMENT,
            since=dt.date(1995, 10, 14),
            until=dt.date(2003, 9, 22),
            source="E.O. 12958 1.6(b), until its amendment by E.O. 13292 was to be followed: 32 CFR 2001 (2003)",
        ),
    ),
    source="E.O. 12958 1.6(b), 1.6(d); 5 CFR 1312.6",
    check=check,
    hits=(
        telegram(sent="P 141131Z MAR 97", order=_ORDER.format(date="03/17/07"), authority=_AUTHORITY),
        telegram(sent="P 141131Z MAR 99", order=_ORDER.format(date="03/14/2024"), authority=_AUTHORITY),
    ),
    misses=(
        telegram(sent="P 141131Z MAR 97", order=_ORDER.format(date="03/14/07"), authority=_AUTHORITY),
        telegram(sent="P 141131Z MAR 97", order=_ORDER.format(date="X6"), authority=_AUTHORITY),
        telegram(order=_ORDER.format(date="03/14/2031")),
    ),
)
