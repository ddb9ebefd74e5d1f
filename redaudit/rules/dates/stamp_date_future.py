"""`stamp-date-future`: a release marking is dated after the day on which the user audits.

Date: 06/30/2027 in the band, audited as of 2026-01-31
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, ReleaseStamp
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import stamps
from redaudit.rules._samples import RECLASSIFIED, release, telegram


def check(record: Record) -> Iterator[Problem]:
    """Nothing: what lies in the future only the user's day tells."""
    yield from ()


def check_as_of(record: Record, as_of: dt.date) -> Iterator[Problem]:
    """Each date of a release marking that lies after a day, once."""
    later: dict[dt.date, list[tuple[Mark, ReleaseStamp]]] = {}
    for mark, stamp in stamps(record):
        if stamp.date is not None and stamp.date.date > as_of:
            later.setdefault(stamp.date.date, []).append((mark, stamp))
    for date, found in sorted(later.items()):
        doubtful = all(mark.doubtful or stamp.damaged for mark, stamp in found) or _has_other_date(record, date)
        yield Problem(
            f"the release marking is dated {date}, after {as_of}, the day of this audit",
            marks=tuple(mark for mark, _ in found),
            severity=softer(Severity.HIGH) if doubtful else None,
        )


def _has_other_date(record: Record, date: dt.date) -> bool:
    """Whether most markings say another date, so that this one is likelier misread than misprinted."""
    dates = [stamp.date.date for _, stamp in stamps(record) if stamp.date is not None]
    return 2 * dates.count(date) < len(dates)


RULE = Rule(
    id="stamp-date-future",
    severity=Severity.HIGH,
    summary="a release marking is dated after the day of the audit",
    rationale="""\
No copy was released, reviewed or classified on a day that is still to come. The stamp was set wrong, or a digit of the
year was misread, and every count from it, years withheld and years overdue, is wrong with it.

Evidence: the date of a stamp, band or review line, later than the day given by `--as-of`; without that option the rule
rests, so that the same input gives the same findings on every day.

    Date: 06/30/2027, --as-of 2026-01-31       raised
    Date: 06/30/2015, --as-of 2026-01-31       not raised
""",
    caution="""\
`Declassify on` in a line that classifies at release lies in the future by right and is not looked at. Where most
markings of the copy bear another date, or the date was read from damaged letters, it weighs one step less.
""",
    source="the release marking against the day that the user names",
    check=check,
    check_as_of=check_as_of,
    hits=(
        release(telegram(), date="06/30/2027"),
        release(telegram(), date="02/01/2026"),
        release(telegram()) + RECLASSIFIED.replace("06/30/2015", "06/30/2051").format(until="03/14/2061"),
    ),
    misses=(
        release(telegram(), date="01/31/2026"),
        release(telegram() + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(D)"),
        telegram(sent="P 141131Z MAR 27", order=""),
    ),
)
