"""`reason-missing`: someone classified the document, and does not say why.

Classified By: Ambassador Ann Q. Sample ... 1. (C) ..., and no category anywhere
"""

import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._samples import release, telegram
from redaudit.rules.authority._instructions import blocks, is_derivative
from redaudit.rules.authority._original_marking import SINCE, SINCE_SOURCE, not_shown

# Something is given as a reason, though it could not be read as a category, or is masked.
_GIVEN = re.compile(
    r"\br\s?e\s?a\s?[so]|\bfor\s+re|ea\d?[o0]n|\b[1l][.,]\s?\d|\([a-h]\)|\bsec(?:tion|\.)|X{4}|[█■\[]|_{4}",
    re.IGNORECASE,
)
# Reasons of the Atomic Energy Act are none of the order's: 10 CFR 1045.
_ATOMIC = frozenset(("RD", "FRD", "TFNI", "RESTRICTED DATA", "FORMERLY RESTRICTED DATA"))


def check(record: Record) -> Iterator[Problem]:
    """An original classification since October 1995 with a classifier and no category of the order."""
    named = [(mark, block) for mark, block in blocks(record) if block.classified_by]
    if not named or record.classification_reasons or any(is_derivative(block) for _, block in blocks(record)):
        return
    if any(_GIVEN.search(mark.text) for mark, _ in named) or _ATOMIC & set(_captions(record)):
        return
    yield from not_shown(record, "reason for classification beside the classifier's name", (named[0][0],))


def _captions(record: Record) -> tuple[str, ...]:
    return record.original_captions.value if record.original_captions else ()


RULE = Rule(
    id="reason-missing",
    severity=Severity.MEDIUM,
    summary="a classifier is named and no reason for classification is given",
    rationale="""\
Since E.O. 12958 whoever classifies must write beside his name the category of the order that he relies on: 1.5(a) to
(g), since 2003 1.4(a) to (h). It tells a reviewer what harm was feared, and so whether the harm is still to be feared.

Evidence: a block Classified by without Derived from, a classified level, a date since 14 October 1995, and no category
in any block of the copy.

    Classified By: Ambassador Ann Q. Sample, 14 March 2006                  raised
    Classified By: Ambassador Ann Q. Sample for reasons 1.4 (b)             not raised
""",
    caution="""\
A derivative classification gives its source, not a reason: Derived from, Multiple Sources. A reason that could not be
read, or is masked, is no missing one: `for Reas (b) and (d)`. Restricted Data is classified by statute. Printed
editions, copies with pages withheld and documents without a date are let pass. A redaction on the first page, or OCR,
may hide the reason: then the finding weighs one step less.
""",
    holds=(Holds(Dated.DOCUMENT, since=SINCE, source=SINCE_SOURCE),),
    source="E.O. 12958 1.7(a)(5); E.O. 13526 1.6(a)(5); 32 CFR 2001.21(a)(3); 5 FAH-1 H-246; ISM-ID-00017",
    check=check,
    hits=(
        telegram(authority="Classified By: Ambassador Ann Q. Sample"),
        release(telegram(line="S E C R E T ZEMBLA 000412", authority="CLASSIFIED BY: DCM ANN Q. SAMPLE")),
    ),
    misses=(
        telegram(),
        telegram(authority="Classified By: Ambassador Ann Q. Sample\nDerived from: DSCG 05-1"),
        telegram(authority="Classified By: Classified by Ann Q. Sample for Reas \n(b) and (d)."),
        telegram(authority="Classified By: Ambassador Ann Q. Sample for re \nasons 1.4 (b/d)."),
        telegram(authority=""),
        telegram(sent="P 141131Z MAR 94", order="E.O. 12356: DECL: OADR", authority="CLASSIFIED BY: ANN Q. SAMPLE"),
    ),
)
