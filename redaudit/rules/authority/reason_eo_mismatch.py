"""`reason-eo-mismatch`: the reason is no section of the order cited beside it.

E.O. 12356: DECL: OADR ... Reason: 1.5 (b)
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.order import order_named, reason_parts


def check(record: Record) -> Iterator[Problem]:
    """The originator's order and the section of his reasons do not belong together."""
    cited, reasons = record.original_order, record.classification_reasons
    order = order_named(cited.value) if cited else None
    if cited is None or reasons is None or order is None:
        return
    for reason in reasons.value:
        parts = reason_parts(reason)
        if parts is not None and order.number not in parts[0].orders:
            yield Problem(
                f"reason {reason} under {order.name}; section {parts[0].section} gives reasons in "
                f"{', '.join(f'E.O. {number}' for number in parts[0].orders)}",
                marks=(*reasons.marks[:1], *cited.marks[:1]),
                severity=weighed(Severity.MEDIUM, record, "original_order", "classification_reasons"),
            )
            return


RULE = Rule(
    id="reason-eo-mismatch",
    severity=Severity.MEDIUM,
    summary="the originator's reason is no section of the order he cites",
    rationale="""\
1.3(a)(1) to (10) are reasons of E.O. 12356, 1.5(a) to (g) of E.O. 12958, 1.4(a) to (h) of E.O. 12958 as amended and of
E.O. 13526. In E.O. 12356 section 1.4 is duration and 1.5 is marking: a reason cited from there is none.

Evidence: order and reason of the same originator.

    E.O. 12356, Reason: 1.5 (b)      raised
    E.O. 12958, Reason: 1.4 (b)      not raised
""",
    caution="""\
E.O. 12958 goes with 1.5 and with 1.4, it had both in its time. The originator's reason and the reviewer's order are
not compared, each follows its own. A mistyped number that is no order is not judged; an order or a reason with a rival
reading lowers the finding one step.
""",
    source="E.O. 12356 1.3; E.O. 12958 1.5; E.O. 13292 and 13526 1.4",
    check=check,
    hits=(
        telegram(order="E.O. 12356: DECL: OADR"),
        telegram(
            sent="P 141131Z MAR 94",
            order="E.O. 12356: DECL: OADR",
            authority="Classified by Ambassador Ann Q. Sample, reason 1.5 (b, d).",
        ),
    ),
    misses=(
        telegram(),
        telegram(order="E.O. 13526: DECL: 03/14/2016"),
        release(
            telegram(
                sent="P 141131Z MAR 99",
                order="E.O. 12958: DECL: 03/14/09",
                authority="Classified by Ambassador Ann Q. Sample, reason 1.5 (b, d).",
            ),
            "RELEASE IN PART B1,1.4(B),1.4(D)",
        ),
    ),
)
