"""`declass-missing`: a classified document that does not say until when.

S E C R E T ZEMBLA 000412 ... and no E.O. line, no DECL, no `Declassify on`
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import AuthorityBlock, OrderLine
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import release, telegram
from redaudit.rules.authority._original_marking import SINCE, SINCE_SOURCE, not_shown


def check(record: Record) -> Iterator[Problem]:
    """Classified since October 1995, and no instruction, not even an order, is found."""
    instructed = any(value.declassify_on for _, value in marks_with(record, AuthorityBlock))
    if instructed or record.declassify_on or marks_with(record, OrderLine):
        return
    yield from not_shown(record, "E.O. line or declassification instruction")


RULE = Rule(
    id="declass-missing",
    severity=Severity.MEDIUM,
    summary="a classified document since October 1995 without a declassification instruction",
    rationale="""\
A document is classified until a date or an event, and must say so: on a telegram the E.O. line (E.O. 12958: DECL:
11/19/09), elsewhere `Declassify on`. Without it nobody knows when it opens, and the 10 years of the order count.

Evidence: a classified level, a date since 14 October 1995, and neither an E.O. line nor an instruction.

    C O N F I D E N T I A L, 14 March 2006, no E.O. line      raised
    E.O. 12958: DECL: 03/14/2016                              not raised
""",
    caution="""\
Forms that are no date are instructions too: an event in words, `N/A to RD portions`. Documents without a date, printed
editions and copies with pages withheld are let pass. A redaction on the first page, or OCR, lowers the finding one
step. The date in the reviewer's stamp that classifies at release is not the originator's.
""",
    holds=(Holds(Dated.DOCUMENT, since=SINCE, source=SINCE_SOURCE),),
    source="E.O. 12958 1.7(a)(4); E.O. 13526 1.5, 1.6(a)(4); 5 FAH-1 H-246",
    check=check,
    hits=(telegram(order=""), release(telegram(line="S E C R E T ZEMBLA 000412", order=""))),
    misses=(
        telegram(),
        telegram(order="", authority="Classified By: Ann Q. Sample\nReason: 1.4 (b)\nDeclassify on: 03/14/2016"),
        telegram(sent="P 141131Z MAR 71", order="", authority=""),
        telegram(line="UNCLAS ZEMBLA 000412", order="", authority="", body="1. The talks go on.\n"),
    ),
)
