"""`new-declass-date-beyond-25`: the review sets a date past the 25-year line without an exemption that reaches so far.

telegram of 1999 ... Classified by ... on 11/23/2020 ... Declassify on: 11/23/2030
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, day, softer, weighed
from redaudit.rules._samples import RECLASSIFIED, email, release, telegram
from redaudit.rules.dates._automatic import exempt_at
from redaudit.vocabulary.order import automatic_line


def check(record: Record) -> Iterator[Problem]:
    """The release's own date of declassification lies past 31 December of the 25th year."""
    said, date = record.withheld_until, record.original_date
    until = day(said)
    if said is None or until is None or date is None or exempt_at(record, 25):
        return
    line = automatic_line(date.value, 25)
    if until <= line:
        return
    severity = weighed(Severity.HIGH, record, "withheld_until", "original_date")
    if _from_the_decision(record, until):
        severity = softer(severity)
    yield Problem(
        f"to be withheld until {until}, past the 25-year line of {line}, and no 25-year exemption code found",
        marks=said.marks[:1],
        severity=severity if absence_shows(record) else softer(severity),
    )


def _from_the_decision(record: Record, until: dt.date) -> bool:
    """Whether the date is 25 years from the review to the day: counted from the decision, not from the document."""
    decided = record.release_date.value if record.release_date else None
    return decided is not None and (until.year - decided.year, until.month, until.day) == (
        25,
        decided.month,
        decided.day,
    )


RULE = Rule(
    id="new-declass-date-beyond-25",
    severity=Severity.HIGH,
    summary="the review's new declassification date lies past 25 years without a 25-year exemption code",
    rationale="""\
A classification may be set or prolonged up to 25 years from the document's origin. A date further on needs an exemption
from automatic declassification (25X1 to 25X9, 50X), which the stamp should name.

Evidence: `Declassify on` in the line that classifies at release, later than 31 December of the 25th year after the
document's own date, and no 25X, 50X or 3.3(b) anywhere in the copy.

    telegram of 1999, Declassify on: 11/23/2030      raised: the line is 2024-12-31
    e-mail of 2009, Declassify on: 05/16/2034        not raised
""",
    caution="""\
The originator's own date has rules of its own. An exemption may stand in the letter alone, and records that are not
permanent have no such line, so the finding says what was not found. The end of the 25th year is let pass. A date 25
years from the review to the day, as the FBI's stamps set it, counts from the decision to classify, as section 1.5(b)
is read by some (its words were not confirmed for this rule), and weighs one step less. Dates that are inferred or have
a rival reading weigh one step less, as does a copy with pages that are pictures, in whose margins a code may have been
missed.
""",
    holds=(Holds(Dated.RELEASE, since=dt.date(1995, 10, 14), source="E.O. 12958 1.6, 3.4, section 6.2"),),
    source="E.O. 13526 1.5(b), 1.5(d), 3.3(a), 3.3(b); 32 CFR 2001.12(b)(1), 2001.26(a)",
    check=check,
    hits=(
        release(
            telegram(sent="P 141131Z MAR 99", order="E.O. 12958: DECL: 03/14/09", authority="")
            + RECLASSIFIED.format(until="06/30/2025"),
            "RELEASE IN PART B1,1.4(B),1.4(D)",
        ),
        release(email() + RECLASSIFIED.format(until="05/16/2040"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
    ),
    misses=(
        release(email() + RECLASSIFIED.format(until="05/16/2034"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + RECLASSIFIED.format(until="12/31/2034"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + RECLASSIFIED.format(until="25X6, 05/16/2040"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(
            email() + RECLASSIFIED.format(until="05/16/2040") + "\n                                         25X1\n",
            "RELEASE IN PART B1,1.4(B),1.4(D)",
        ),
    ),
)
