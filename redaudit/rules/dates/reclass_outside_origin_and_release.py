"""`reclass-outside-origin-and-release`: classified at release on a day before the document, or after the release.

Classified by DAS, A/GIS, DoS on 06/30/2005 ... e-mail of 16 May 2009
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._release import reclassifications, stamps
from redaudit.rules._samples import RECLASSIFIED, email, release

# The line is often dated when the batch was prepared for posting, some days behind the band.
_BATCH = dt.timedelta(days=31)
_OF_THE_BUREAU = "fbi-classified"


def check(record: Record) -> Iterator[Problem]:
    """The date of a line that classifies at release, against the document's own and the release's."""
    lines = reclassifications(record)
    own = {line for line, _ in lines}
    released = max((stamp.date.date for mark, stamp in stamps(record) if stamp.date and mark not in own), default=None)
    # A file of the Bureau holds serials of many days, each reviewed by itself: only the document's own date tells.
    reviewed = [(mark, stamp) for mark, stamp in stamps(record) if stamp.family == _OF_THE_BUREAU]
    for mark, stamp in (*lines, *reviewed):
        if stamp.date is None:
            continue
        when = stamp.date.date
        weak = stamp.damaged or mark not in own
        severity = softer(Severity.HIGH) if weak else Severity.HIGH
        if record.original_date is not None and when < record.original_date.value:
            yield Problem(
                f"classified on {when}, before the document's own date {record.original_date.value}",
                marks=(mark, *record.original_date.marks[:1]),
                severity=softer(severity) if "original_date" in record.doubtful else severity,
            )
        elif released and mark in own and when > released + _BATCH:
            yield Problem(
                f"classified on {when}, after the release of {released}",
                marks=(mark, *(record.release_date.marks[:1] if record.release_date else ())),
                severity=weighed(severity, record, "release_date"),
            )


_STAMP = RECLASSIFIED.format(until="05/16/2029")

RULE = Rule(
    id="reclass-outside-origin-and-release",
    severity=Severity.HIGH,
    summary="the line that classifies at release is dated before the document or after its release",
    rationale="""\
What is classified during a review is classified after the document was made and before the copy is released. A line
dated outside that time was misdated; dated after the release it would reclassify what is already public, which takes
the agency head's personal approval.

Evidence: the date in `Classified by ... on ...` against the document's own date and the latest date of any other stamp,
31 days let pass for batches.

    e-mail of 2009, classified on 06/30/2005               raised
    classified on 12/31/2015, band of 06/30/2015           raised
    classified on 06/30/2015, band of 06/30/2015           not raised
""",
    caution="""\
The stamp of the Bureau's reviewers is compared with the document's own date alone, and weighs one step less: its files
hold serials of many days. Stamps of several documents in one file, and a message of another day above the document, put
dates together that do not belong together. Damaged dates, and those that are inferred or have a rival reading, weigh
one step less.
""",
    source="E.O. 13526 1.7(c), 1.7(d); 32 CFR 2001.24(l)(1)(v)",
    check=check,
    hits=(
        release(email() + _STAMP.replace("06/30/2015", "06/30/2005"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _STAMP.replace("06/30/2015", "12/31/2015"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
    ),
    misses=(
        release(email() + _STAMP, "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _STAMP.replace("06/30/2015", "07/06/2015"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
    ),
)
