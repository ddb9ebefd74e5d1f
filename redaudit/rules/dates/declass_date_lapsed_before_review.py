"""`declass-date-lapsed-before-review`: the originator's date had passed before the review that withholds.

DECL: 11/19/09 ... Classified by Director A/GIS/IPS, DoS on 11/23/2020 ~ Class: CONFIDENTIAL
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._lapse import lapse
from redaudit.rules._samples import RECLASSIFIED, release, telegram

_LAPSED = telegram(order="E.O. 12958: DECL: 03/14/2010")


def check(record: Record) -> Iterator[Problem]:
    """A lapsed date, classified codes, and a review with an authority or an exemption of its own."""
    found = lapse(record)
    if found is None or not (found.authority or found.exempted) or record.declassify_on is None:
        return
    years = (found.released - found.until).days / 365.25
    yield Problem(
        f"the originator's date {found.until} had passed {years:.1f} years before the review of {found.released}, "
        "which withholds on its own authority",
        marks=(*record.declassify_on.marks[:1], *found.authority[:1]),
    )


RULE = Rule(
    id="declass-date-lapsed-before-review",
    severity=Severity.INFO,
    summary="the originator's date had passed before a review that withholds on its own authority",
    rationale="""\
A review may classify again what its originator's date had opened, if nobody outside had seen it. Between the date and
the review the document was not classified by its own marking, and a researcher who asked then was entitled to it: the
gap is worth knowing, and long gaps are worth counting.

Evidence: a date of declassification earlier than the release, text withheld as classified, and a line that classifies
at release or an exemption beyond 25 years.

    DECL: 11/19/09, Classified by ... on 11/23/2020      raised
    DECL: 03/14/2031, Classified by ... on 06/30/2015    not raised
""",
    caution="""\
Information, not a fault: the review has its authority. A lapsed date without one is declass-passed-yet-withheld. Dates
for a review (RDS), events, OADR and X1 to X8 do not lapse.
""",
    source="E.O. 13526 1.7(d), 3.3(b); 32 CFR 2001.12(b)(2), 2001.24(l)",
    check=check,
    hits=(
        release(_LAPSED + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(_LAPSED + RECLASSIFIED.format(until="03/14/2026"), "RELEASE IN PART B1,1.4(D)"),
    ),
    misses=(
        release(telegram() + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(_LAPSED, "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(_LAPSED, "RELEASE IN PART B6"),
    ),
)
