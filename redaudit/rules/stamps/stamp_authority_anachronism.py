"""`stamp-authority-anachronism`: a stamp cites an order that was not in force on its day.

DECLASSIFIED ... E.O. 13526, Sec. 3.5 ... 6/12/2006
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, ReleaseStamp
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import stamps
from redaudit.rules._withholding import classified_codes
from redaudit.vocabulary.order import GRACE, citable, order_named, reason_parts


def check(record: Record) -> Iterator[Problem]:
    """Stamps whose order or reasons do not fit their own date."""
    seen: set[str] = set()
    for mark, stamp in stamps(record):
        if stamp.date is None:
            continue
        date = stamp.date.date
        for problem in (*_by_order(record, mark, stamp, date), *_by_reasons(mark, stamp, date)):
            if problem.message not in seen:
                seen.add(problem.message)
                yield problem


def _by_order(record: Record, mark: Mark, stamp: ReleaseStamp, date: dt.date) -> Iterator[Problem]:
    order = order_named(stamp.order) or order_named(stamp.authority)
    if order is None or citable(order, date):
        return
    early = date < order.signed
    if early:
        # A later order cannot have been known.
        severity = Severity.HIGH if order.number == "13526" else Severity.MEDIUM
    else:
        # Old orders linger in rubber stamps; they matter where something stays classified under them.
        severity = Severity.MEDIUM if stamp.withheld or classified_codes(record) else Severity.LOW
    doubtful = stamp.damaged or (stamp.date is not None and stamp.date.short_year) or _pictured(record, mark)
    yield Problem(
        f"the stamp of {date} cites {order.name}, "
        + (f"signed {order.signed}" if early else f"in force until {order.end}" if order.end else "out of its time"),
        marks=(mark,),
        severity=softer(severity) if doubtful else severity,
    )


def _pictured(record: Record, mark: Mark) -> bool:
    """Whether a stamp was read from the picture of a page, where dates are handwritten."""
    return mark.doubtful or any(page.number == mark.page and page.content is not Content.TEXT for page in record.pages)


def _by_reasons(mark: Mark, stamp: ReleaseStamp, date: dt.date) -> Iterator[Problem]:
    for reason in stamp.reasons:
        parts = reason_parts(reason)
        if parts is None:
            continue
        section, letter = parts
        late = section.habit or section.end
        if date < section.start - GRACE or (late is not None and date >= late + GRACE):
            yield Problem(
                f"the stamp of {date} gives the reason {reason}, a section of "
                f"{' and '.join(f'E.O. {number}' for number in section.orders)}",
                marks=(mark,),
                severity=Severity.LOW if stamp.damaged else None,
            )
        elif letter not in section.categories.split():
            yield Problem(
                f"the stamp gives the reason {reason}, and section {section.section} has no such category",
                marks=(mark,),
                severity=Severity.LOW if stamp.damaged else None,
            )


_SLUG = "DECLASSIFIED\nE.O. {order}, Sec. 3.5\nNLX 05-123\nBy AB, NARA, Date {date}\n\nMEMORANDUM FOR THE PRESIDENT\n"
_LINE = "Classified by DAS, A/GIS, DoS on {date} ~ Class: CONFIDENTIAL ~ Reason: {reason} ~ Declassify on: 05/16/2029\n"

RULE = Rule(
    id="stamp-authority-anachronism",
    severity=Severity.MEDIUM,
    summary="a stamp cites an order or section that was not in force on its own date",
    rationale="""\
Who declassifies or withholds acts under the order in force that day. A stamp of 2008 under E.O. 13526, signed on 29
December 2009, was misdated or made up later; a stamp of 2015 that withholds for reason 1.5(b), a section of E.O. 12958
before 2003, cites what no longer exists.

Evidence: the order or the reasons in one stamp against the date in the same stamp, some weeks around a change let
pass.

    E.O. 13526 ... Date 6/12/2006          raised
    E.O. 12958, as amended ... Date 2006   not raised
""",
    caution="""\
The originator's own E.O. line follows the order of its time: 1.5(b) by the originator of 1999 and 1.4(b) by the
reviewer of 2020 agree. An old order on a stamp that only declassifies is a rubber stamp kept in use, and low; dates
with two-digit years, stamps read from pictures of pages, and damaged ones weigh one step less.
""",
    source="E.O. 12356, 12958, 13292, 13526, effective dates; compare 32 CFR 2001.25",
    check=check,
    hits=(
        _SLUG.format(order="13526", date="6/12/2006"),
        _LINE.format(date="06/30/2015", reason="1.5(B)"),
    ),
    misses=(
        _SLUG.format(order="13526", date="6/12/2015"),
        _LINE.format(date="06/30/2015", reason="1.4(B), 1.4(D)"),
    ),
)
