"""`eo-anachronism`: the originator cites an order that was not in force on that day.

R 141131Z MAR 79 ... E.O. 12356: DECL: OADR
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.order import citable, order_in_force, order_named


def check(record: Record) -> Iterator[Problem]:
    """The order on the E.O. line is out of its time on the document's own date."""
    cited, date = record.original_order, record.original_date
    order = order_named(cited.value) if cited else None
    if cited is None or date is None or order is None or citable(order, date.value):
        return
    force = order_in_force(date.value)
    yield Problem(
        f"cites {order.name} on {date.value}" + (f", when {force.name} was in force" if force else ""),
        marks=(*cited.marks[:1], *date.marks[:1]),
        severity=weighed(Severity.MEDIUM, record, "original_order", "original_date"),
    )


RULE = Rule(
    id="eo-anachronism",
    severity=Severity.MEDIUM,
    summary="the E.O. line cites an order that was not in force on the document's date",
    rationale="""\
Each order on classification replaced the last on a known day. An order cited before it was signed, or long after it
ended, means that the document's date was misread, or that the line was added later.

Evidence: the order on the E.O. line or in the authority block against the document's own date, 60 days around a change
let pass; in 2010 either of E.O. 12958 and 13526.

    telegram of March 1979, E.O. 12356      raised
    telegram of March 1983, E.O. 12356      not raised
""",
    caution="""\
A mistyped number that is no order (12598) is not judged. The order on a release stamp follows the day of the review,
not that of the document. A date that is inferred or has a rival reading, as in a file of several papers, lowers the
finding one step.
""",
    source="effective dates of E.O. 10501, 11652, 12065, 12356, 12958, 13526",
    check=check,
    hits=(
        telegram(sent="R 141131Z MAR 79", order="E.O. 12356: DECL: OADR", authority=""),
        telegram(order="E.O. 12356: DECL: OADR"),
    ),
    misses=(
        telegram(),
        telegram(sent="R 141131Z MAR 83", order="E.O. 12356: DECL: OADR", authority=""),
        telegram(order="E.O. 12598: DECL: 03/14/2016"),
        release(telegram(), date="08/31/2015"),
    ),
)
