"""`release-date-gap`: years went by between a review and the release of the copy.

DATE 10-11-2000 BY ... and the band of a release in 2017
"""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.rules._release import stamps
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.vocabulary.date import read_date

_YEAR = dt.timedelta(days=365)
# The archives' attribute block has a family of its own here.
_ARCHIVED = "attributes"


@frozen
class Step:
    """A marking of a kind and its day."""

    family: str
    date: dt.date
    mark: Mark


def check(record: Record) -> Iterator[Problem]:
    """The first and the last day of markings of different kinds."""
    steps = sorted(_steps(record), key=lambda step: step.date)
    if not steps:
        return
    last = steps[-1]
    first = next((step for step in steps if step.family != last.family), None)
    if first is None or last.family == _ARCHIVED or last.date - first.date < _YEAR:
        return
    years = (last.date - first.date).days / 365.25
    yield Problem(
        f"reviewed on {first.date}, released on {last.date}: {years:.1f} years between the two markings",
        marks=(first.mark, last.mark),
    )


def _steps(record: Record) -> Iterator[Step]:
    for mark, stamp in stamps(record):
        if stamp.date is not None and not stamp.damaged and not mark.doubtful:
            yield Step(stamp.family, stamp.date.date, mark)
    for mark, attributes in marks_with(record, Attributes):
        if reviewed := read_date(attributes.named("Review Date")):
            yield Step(_ARCHIVED, reviewed.date, mark)


_REVIEWED = release(telegram() + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(D)", "{date}")
_SYSTEMATIC = (
    "\nMessage Attributes\nDraft Date: 14 MAR 1974\nReview Date: {date}\nErrors: N/A\n\n"
    "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n"
)
_OF_1974 = telegram(sent="P 141131Z MAR 74", order="E.O. 11652: GDS", authority="")

RULE = Rule(
    id="release-date-gap",
    severity=Severity.INFO,
    summary="a year or more lies between a review and the release of the copy",
    rationale="""\
A review that is finished does not make a copy public. Between the stamp of the reviewer, or the archives' own date of
review, and the band under which the copy was posted, records wait; long waits are worth counting, and a wait of many
years may mean that the review rests on rules of its own time.

Evidence: two dated markings of different kinds on one copy, the later at least a year after the earlier.

    Review Date: 09 SEP 2002, released 30 JUN 2005      told
    classified on 06/30/2015, band of 09/30/2015        not told
""",
    caution="""\
A statistic, not a fault: it never sets the exit code. A second review of the same record leaves both stamps by right.
Two dates of the same kind are told by stamp-differs-between-pages; damaged dates are not counted.
""",
    source="practice: a review and the release of the copy are dated apart; 5 U.S.C. 552(a)(6)(A)(i), the time allowed",
    check=check,
    hits=(_REVIEWED.format(date="09/30/2016"), _OF_1974 + _SYSTEMATIC.format(date="09 SEP 2002")),
    misses=(
        _REVIEWED.format(date="09/30/2015"),
        _OF_1974 + _SYSTEMATIC.format(date="09 SEP 2004"),
        release(telegram()),
    ),
)
