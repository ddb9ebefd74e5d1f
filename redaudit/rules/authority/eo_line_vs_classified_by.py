"""`eo-line-vs-classified-by`: the E.O. line and the classifier's own words do not say the same.

E.O. 12958: N/A ... Classified By: Ambassador Ann Q. Sample for reasons 1.4 (b) and (d).
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, OrderLine
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.rules.authority._instructions import blocks, order_lines
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.order import ExecutiveOrder, order_named

Disagreement = tuple[str, Mark, Mark]


def check(record: Record) -> Iterator[Problem]:
    """N/A against a reason or a date, one date against another, one order against another."""
    for message, line, block in (*_terms(record), *_orders(record)):
        yield Problem(message, (line, block), severity=weighed(Severity.LOW, record, "declassify_on"))


def _terms(record: Record) -> Iterator[Disagreement]:
    """What the E.O. line says of the term, where all of them say the same, against the first block that disagrees."""
    lines = order_lines(record)
    if len({line.words for line in lines}) != 1:
        return
    line, ours = lines[0], _day(lines[0].date, record)
    for mark, block in blocks(record):
        theirs = _day(block.declassify_date, record)
        if line.is_none and (block.reasons or theirs):
            said = f"the reason {', '.join(block.reasons)}" if block.reasons else f"{block.declassify_on}"
            yield f"the E.O. line says N/A, and the authority block gives {said}", line.mark, mark
            return
        if ours and theirs and ours != theirs:
            yield f"the E.O. line gives {ours}, and the authority block {theirs}", line.mark, mark
            return


def _day(date: ReadDate | None, record: Record) -> dt.date | None:
    if date is None:
        return None
    return (date.from_year(record.original_date.value.year) if record.original_date else date).date


def _orders(record: Record) -> Iterator[Disagreement]:
    """The order of the E.O. line against one that the block cites."""
    lines = [(mark, order_named(line.order)) for mark, line in marks_with(record, OrderLine)]
    if len({order.number for _, order in lines if order}) != 1:
        return
    line, ours = next((mark, order) for mark, order in lines if order)
    for mark, block in blocks(record):
        theirs = order_named(block.order)
        if theirs and _regime(theirs) != _regime(ours):
            yield f"the E.O. line cites {ours.name}, and the authority block {theirs.name}", line, mark
            return


def _regime(order: ExecutiveOrder) -> str:
    """E.O. 13292 amended 12958, and 10964 amended 10501: each may be cited for the other."""
    return {"13292": "12958", "10964": "10501"}.get(order.number, order.number)


RULE = Rule(
    id="eo-line-vs-classified-by",
    severity=Severity.LOW,
    summary="the E.O. line and the authority block contradict each other",
    rationale="""\
A telegram says twice on what terms it is classified: on the E.O. line, and beside the name of who classified it. N/A
above a reason, two different dates, or two different orders mean that one of the two was copied from elsewhere; until
somebody has said which, neither can be relied on at review.

Evidence: the instruction or the order of the E.O. line, where all E.O. lines of the copy agree, against the reason, the
date or the order in the originator's block.

    E.O. 12958: N/A, and Classified By: ... for reasons 1.4 (b)             raised
    E.O. 12958: DECL: 03/14/2016, and Classified By: ... 1.4 (b)            not raised
""",
    caution="""\
The amended order and the amending one are the same (12958 and 13292), and a mistyped number is no order. A file with
several telegrams is let pass where their E.O. lines differ. The stamp that classifies at release has terms of its own.
An E.O. line with a date and no block at all is told by authority-block-missing. A doubtful instruction weighs one step
less.
""",
    source=(
        "E.O. 12958 1.7(a); E.O. 13526 1.6(a); 5 FAH-1 H-246; practice: Department of Commerce, ITA, "
        "preparing cables (N/A and no classifier on unclassified messages)"
    ),
    check=check,
    hits=(
        telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A"),
        telegram(order="E.O. 12958: N/A"),
        telegram(authority="Classified By: Ann Q. Sample\nReason: 1.4 (b)\nDeclassify on: 03/14/2026"),
        telegram(
            order="E.O. 13526: DECL: 03/14/2016", authority="Classified By: A/S Sample, E.O. 12958, reason 1.4 (b)"
        ),
    ),
    misses=(
        telegram(),
        telegram(authority="Classified By: Ann Q. Sample\nReason: 1.4 (b)\nDeclassify on: 03/14/16"),
        telegram(authority="Classified By: A/S Sample, E.O. 12958, reason 1.4 (b)"),
        telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n"),
        release(telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority=""))
        + RECLASSIFIED.format(until="03/14/2031"),
    ),
)
