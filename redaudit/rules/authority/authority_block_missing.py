"""`authority-block-missing`: a classified document that does not say who classified it.

S E C R E T ZEMBLA 000412 ... 1. (S) ..., and no `Classified by` or `Derived from`
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import AuthorityBlock
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import release, telegram
from redaudit.rules.authority._original_marking import SINCE, SINCE_SOURCE, not_shown


def check(record: Record) -> Iterator[Problem]:
    """Classified since October 1995, and neither a classifier nor a source is named."""
    named = [value for _, value in marks_with(record, AuthorityBlock)]
    if record.classified_by or any(block.classified_by or block.derived_from or block.reasons for block in named):
        return
    yield from not_shown(record, "Classified by or Derived from")


RULE = Rule(
    id="authority-block-missing",
    severity=Severity.MEDIUM,
    summary="a classified document since October 1995 that names no classifier and no source",
    rationale="""\
Since E.O. 12958 took force a classified document must say on its face who classified it and why, or from which source
the classification derives. Without that a reviewer cannot ask the one who knows.

Evidence: a classified level, a date since 14 October 1995, and no line Classified by, CL BY or Derived from.

    C O N F I D E N T I A L, 14 March 2006, no block                        raised
    the same with `Classified By: Ambassador ... for reasons 1.4 (b)`       not raised
""",
    caution="""\
Documents without a date, printed editions and copies with pages withheld are let pass; so is a reason without a name.
A redaction on the first page may hold the name, and OCR may have lost the line: then the finding weighs one step less.
The reviewer's stamp that classifies at release is no block of the originator, and does not stand for one; but where the
FBI's reviewer set the level himself, the originator owed none.
""",
    holds=(Holds(Dated.DOCUMENT, since=SINCE, source=SINCE_SOURCE),),
    source="E.O. 12958 1.7(a); E.O. 13526 1.6(a), 2.1; 32 CFR 2001.21, 2001.22",
    check=check,
    hits=(telegram(authority=""), release(telegram(line="S E C R E T ZEMBLA 000412", authority=""))),
    misses=(
        telegram(),
        telegram(authority="Derived from: DSCG 05-1"),
        telegram(sent="P 141131Z MAR 84", order="E.O. 12356: DECL: OADR", authority=""),
        telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n"),
        telegram(authority="") + "CLASSIFIED BY: 60324 UC ABC/DEF\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038\n",
    ),
)
