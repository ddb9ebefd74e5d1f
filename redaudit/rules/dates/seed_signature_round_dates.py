"""`seed-signature-round-dates`: a stamp set on the document's own day, and its new date ten years later to the day.

23 November 1999 ... Classified by ... on 11/23/2020 ... Declassify on: 11/23/2030
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import day
from redaudit.rules._release import reclassifications
from redaudit.rules._samples import RECLASSIFIED, email, release, telegram
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.order import years_after


def check(record: Record) -> Iterator[Problem]:
    """The day and month of the line that classifies at release against the document's, and its date against its own."""
    date = record.original_date
    if date is None:
        return
    for mark, stamp in reclassifications(record):
        if stamp.date is None:
            continue
        when = stamp.date.date
        until = stamp.until.date if isinstance(stamp.until, ReadDate) else day(record.withheld_until)
        same_day = (when.month, when.day) == (date.value.month, date.value.day) and when > date.value
        if same_day and until == years_after(when, 10):
            yield Problem(
                f"classified on {when}, {when.year - date.value.year} years after {date.value} to the day, and until "
                f"{until}, ten years later to the day: dates that look filled in, not decided",
                marks=(mark, *date.marks[:1]),
            )
            return


_LINE = RECLASSIFIED.replace("06/30/2015", "{date}")
_PART = "RELEASE IN PART B1,1.4(B),1.4(D)"

RULE = Rule(
    id="seed-signature-round-dates",
    severity=Severity.INFO,
    summary="a stamp set on the document's own day of the year, with a new date ten years later to the day",
    rationale="""\
A line that classifies at release is dated by the day on which an official decided. Where it falls on the document's own
day and month, and the new date on that day again ten years later, both were likely computed from the document and set
in bulk. That says nothing of the decision itself, but the day of the stamp is then no evidence of when it was made.

Evidence: day and month of the line equal to those of the document's date, and `Declassify on` exactly ten years after.

    23 November 1999, classified on 11/23/2020 until 11/23/2030      told
    16 May 2009, classified on 06/30/2015 until 05/16/2024           not told
""",
    caution="""\
A statistic, not a fault: it never sets the exit code. One document in 365 is reviewed on its own day by chance, so a
single hit proves nothing and many of one batch do.
""",
    source="practice: the day of a decision under E.O. 13526 1.7(d) is that of the decision; 32 CFR 2001.24(l)(1)(v)",
    check=check,
    hits=(
        release(telegram() + _LINE.format(date="03/14/2015", until="03/14/2025"), _PART),
        release(email() + _LINE.format(date="05/16/2015", until="05/16/2025"), _PART),
    ),
    misses=(
        release(telegram() + _LINE.format(date="03/14/2015", until="03/14/2031"), _PART),
        release(telegram() + _LINE.format(date="06/30/2015", until="06/30/2025"), _PART),
        release(telegram(), _PART),
    ),
)
