"""`declass-passed-yet-withheld`: the originator's date has passed, and text is still withheld as classified.

DECL: 03/14/2010 ... RELEASE IN PART B1,1.4(D) ... Date: 06/30/2015
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._lapse import lapse
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.rules._withholding import clear, proof

_LAPSED = telegram(order="E.O. 12958: DECL: 03/14/2010")
# Dates set under earlier orders could be prolonged for whole categories, which no document shows: E.O. 12356 1.4(b).
_PROLONGED_BEFORE = dt.date(1982, 8, 1)


def check(record: Record) -> Iterator[Problem]:
    """A lapsed date, classified codes, and neither a line that classifies anew nor a later exemption."""
    found = lapse(record)
    if found is None or found.authority or found.exempted or record.declassify_on is None:
        return
    marks = proof(record, found.claimed)
    severity = weighed(Severity.HIGH, record, "declassify_on", "release_date", "original_date")
    if record.original_date is not None and record.original_date.value < _PROLONGED_BEFORE:
        severity = softer(severity)
    yield Problem(
        f"to be declassified on {found.until}; text withheld under {', '.join(found.claimed)} in the release of "
        f"{found.released}, and no later authority found",
        marks=(*record.declassify_on.marks[:1], *marks),
        severity=severity if clear(marks) else softer(severity),
    )


RULE = Rule(
    id="declass-passed-yet-withheld",
    severity=Severity.HIGH,
    summary="the originator's declassification date had passed at release, and text is withheld as classified",
    rationale="""\
A date set by the originator declassifies by itself. To withhold the text under B1 afterwards takes a new decision,
document by document, under the direction of the agency's senior official, and the copy should show it.

Evidence: a date of declassification earlier than the release, and B1 or a category withholding text, with no line that
classifies at release and no exemption beyond 25 years in the copy.

    DECL: 03/14/2010, released 2015, B1                          raised
    the same with `Classified by ... on 06/30/2015 ...`          not raised
    DECL: 03/14/2016, released 2015, B1                          not raised
""",
    caution="""\
Events, OADR, X1 to X8 and dates for a review (RDS) do not lapse. With a line that classifies at release, or with 25X,
50X or 3.3(b), declass-date-lapsed-before-review tells the lapse for information. A prolongation may stand on another
paper, and what is withheld may be another agency's, so a person must look. Dates set before August 1982 could be
prolonged for whole categories (E.O. 12356 1.4(b)); they weigh one step less, as do dates that are inferred or damaged,
and codes read from damaged letters alone.
""",
    source="E.O. 13526 1.5(c), 1.7(d), 3.1(a); 32 CFR 2001.12(b)(2), (c)(1), 2001.24(l)",
    check=check,
    hits=(
        release(_LAPSED, "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(telegram(order="E.O. 12958: DECL: 12/31/2011"), "RELEASE IN PART B1,1.4(D)"),
    ),
    misses=(
        release(_LAPSED + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(telegram(), "RELEASE IN PART B1,1.4(D)"),
        release(_LAPSED, "RELEASE IN PART B6"),
        release(
            telegram(sent="P 141131Z MAR 80", order="E.O. 12065: RDS-1 3/14/00 (SAMPLE, ANN Q.) OR-M", authority=""),
            "RELEASE IN PART B1,1.4(D)",
        ),
        release(_LAPSED),
    ),
)
