"""`downgrade`: the record keeps a classification, and a lower one than it had.

SECRET telegram ... Class: CONFIDENTIAL ~ Declassify on: 11/23/2030
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._samples import RECLASSIFIED, release, telegram

_SECRET = telegram(line="S E C R E T ZEMBLA 000412", body="1. (S) The minister smiled.\n\n2. (S) He left.\n")


def check(record: Record) -> Iterator[Problem]:
    """A class remains after the review, below the original one."""
    original, remains = record.original_classification, record.withheld_classification
    if original is None or remains is None or not remains.value.classified or remains.value >= original.value:
        return
    yield Problem(f"downgraded from {original.value} to {remains.value}", marks=remains.marks[:1] + original.marks[:1])


RULE = Rule(
    id="downgrade",
    severity=Severity.INFO,
    summary="the record stays classified, at a lower level than before",
    rationale="""\
Downgrading is a lawful outcome of a review, and worth counting: the record is not declassified, only the released copy
is open, and what stays withheld stays so at the lower level until the date in the stamp.

Evidence: the class in the stamp that classifies at release, below the original one.

    SECRET telegram, Class: CONFIDENTIAL      raised
    SECRET telegram, released in full         not raised: declassified
""",
    caution="""\
UNCLASSIFIED in the band of the released copy speaks of the copy and not of the record. A record that was declassified
as a whole was not downgraded.
""",
    source="E.O. 13526 3.1; 22 CFR 9.9(b)",
    check=check,
    hits=(
        release(_SECRET + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(_SECRET + RECLASSIFIED.format(until="03/14/2026"), "RELEASE IN PART B1,1.4(D)"),
    ),
    misses=(
        release(telegram() + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(_SECRET),
    ),
)
