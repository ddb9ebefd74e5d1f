"""`reason-on-derivative`: a derived classification that gives a reason of its own.

Classified By: 2134567 / Derived From: Registry Guide 1-14 / Reason: 1.4(c)
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import telegram
from redaudit.rules.authority._instructions import DIRECTIVE_2010, blocks, under_directive_2010
from redaudit.rules.authority._products import product


def check(record: Record) -> Iterator[Problem]:
    """A block with both a source and a reason."""
    for mark, block in blocks(record):
        if block.derived_from and block.reasons:
            severity = weighed(Severity.LOW, record, "original_date", "classification_reasons")
            yield Problem(
                f"derived from {block.derived_from}, and a reason {', '.join(block.reasons)} beside it; "
                "a derivative block gives its source alone",
                (mark,),
                severity=severity if under_directive_2010(record) else softer(severity),
            )
            return


RULE = Rule(
    id="reason-on-derivative",
    severity=Severity.LOW,
    summary="a derivative authority block gives a reason for classification",
    rationale="""\
Who derives a classification takes over what someone else decided; the reason stays in the source and is not carried
along. A block with both a source and a reason leaves open whether the classification was decided here or taken over,
and so who may lift it and which date counts.

Evidence: Derived from and a category of the order in one block, on a document since the directive of June 2010.

    Derived From: Registry Guide 1-14 / Reason: 1.4(c)      raised
    Derived From: Registry Guide 1-14                       not raised
""",
    caution="""\
Blocks before June 2010 may carry both (CL REASON beside DRV FROM), and the rule rests there; without a date it weighs
one step less. Letters that name items of a guide are no reasons: DERIVED FROM: DSCG 05-1 B, D. A document that holds an
original and a derived block, each by itself, is in order.
""",
    holds=(
        Holds(Dated.DOCUMENT, since=DIRECTIVE_2010, source="32 CFR 2001.22(d), 75 FR 37254, effective 25 June 2010"),
    ),
    source="32 CFR 2001.22(d); Intelligence Community Markings System Register and Manual (2016) E.2; ISM-ID-00221",
    check=check,
    hits=(
        product(
            "Classified By: 2134567", "Derived From: Registry Guide 1-14", "Reason: 1.4(c)", "Declassify On: 20390412"
        ),
        product("CL BY: 2134567", "CL REASON: 1.4(c)", "DECL ON: 20390412", "DRV FROM: RG 1-14"),
    ),
    misses=(
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 20390412"),
        product("Classified By: Ann Q. Sample, Registrar", "Reason: 1.4(c)", "Declassify On: 20390412"),
        product(
            *("CL BY: 2134567", "CL REASON: 1.5(c)", "DECL ON: X1", "DRV FROM: RG 1-14"),
            date="12 April 1999",
        ),
        telegram(authority="DERIVED FROM: DSCG 05-1 B, D"),
    ),
)
