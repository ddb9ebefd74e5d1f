"""`clearance-date-after-sent`: a telegram was drafted after it was sent.

P 141131Z MAR 06 ... DRAFTED BY: EUR/ZEM:AQSAMPLE -- 03/20/06 647-0000
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes, DatedAct
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import telegram
from redaudit.vocabulary.date import read_date

# The date-time group is of Greenwich, the draft of the post; west of it the day before may still be running.
_NEAR = dt.timedelta(days=1)
_ENTERED = dt.timedelta(days=5)


def check(record: Record) -> Iterator[Problem]:
    """The draft's date against the one date-time group of the file."""
    sent = [(mark, act) for mark, act in marks_with(record, DatedAct) if act.act == "dtg"]
    if len({act.date.date for _, act in sent}) != 1 or record.copies > 1:
        return  # Several telegrams in one file, or none.
    own, group = sent[0]
    when = group.date.date
    for mark, act in marks_with(record, DatedAct):
        if act.act != "drafted":
            continue
        drafted = act.date.from_year(when.year - 50).date
        if drafted > when + _NEAR:
            damaged = act.damaged or group.damaged or mark.doubtful or own.doubtful
            yield Problem(
                f"drafted on {drafted}, {(drafted - when).days} days after the date-time group of {when}",
                marks=(mark, own),
                severity=softer(Severity.LOW) if damaged else None,
            )
    for mark, block in marks_with(record, Attributes):
        entered = read_date(block.named("Draft Date"))
        # The archives' clerks set the day on which they took the telegram in, at times.
        if entered and entered.date > when + _ENTERED:
            yield Problem(
                f"the archive's draft date {entered.date} lies {(entered.date - when).days} days after the date-time "
                f"group of {when}",
                marks=(mark, own),
                severity=softer(Severity.LOW) if group.damaged or own.doubtful else None,
            )


_DRAFTED = "DRAFTED BY: EUR/ZEM:AQSAMPLE -- {date} 647-0000\n\n"

RULE = Rule(
    id="clearance-date-after-sent",
    severity=Severity.LOW,
    summary="a telegram's draft is dated after it was sent",
    rationale="""\
A telegram is drafted, cleared and then sent. Where the date beside the drafter lies after the date-time group, one of
the two was misread or mistyped, or the clearance block belongs to another telegram.

Evidence: one date-time group in the file, and a date in the line of the drafter more than a day later.

    drafted 03/20/06, 141131Z MAR 06       raised
    drafted 03/15/06, 141131Z MAR 06       not raised: time zones
    drafted 03/13/06, 141131Z MAR 06       not raised
""",
    caution="""\
A text typed anew, or sent again with corrections, may bear the later draft by right. Files with several telegrams or
copies have several dates and are passed over; damaged dates weigh one step less.
""",
    source="5 FAH-1 H-200 and 5 FAH-2 H-320: drafting, clearing and sending of a telegram, in this order",
    check=check,
    hits=(_DRAFTED.format(date="03/20/06") + telegram(), _DRAFTED.format(date="03/14/07") + telegram()),
    misses=(
        _DRAFTED.format(date="03/13/06") + telegram(),
        _DRAFTED.format(date="03/15/06") + telegram(),
        telegram(),
    ),
)
