"""`obsolete-declass-value`: a document of today is to be declassified by a value of yesterday.

12 April 2014 ... Derived From: Multiple Sources / Declassify On: OADR
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import telegram
from redaudit.rules.authority._instructions import DIRECTIVE_2010
from redaudit.rules.authority._products import product
from redaudit.rules.authority._retired import retired


def check(record: Record) -> Iterator[Problem]:
    """A retired value on a document made under the directive of 2010."""
    found = retired(record)
    if found is None:
        return
    instruction, value = found
    date = record.original_date
    yield Problem(
        f"{instruction.words} on a document "
        + (f"of {date.value}" if date else "under E.O. 13526")
        + f", where it is no longer a value; {value.instead}",
        (instruction.mark, *(date.marks[:1] if date else ())),
        severity=weighed(Severity.MEDIUM, record, "declassify_on", "original_date"),
    )


RULE = Rule(
    id="obsolete-declass-value",
    severity=Severity.MEDIUM,
    summary="a retired declassification value was carried over from an older source",
    rationale="""\
OADR, MR, X1 to X8, DCI Only and `Source marked ...` set no date. Since the directive of June 2010 they may not be
carried into a new document: who derives from a source so marked computes 25 years from the source's date. A document
that copies the old value has no day on which it opens.

Evidence: such a value on the E.O. line or in the authority block of a document dated since 25 June 2010, or, where no
date could be read, of one that cites E.O. 13526. 25X1-human is told from 2013 on, when 50X1-HUM had taken its place.

    12 April 2014, Declassify On: OADR          raised
    12 April 2014, Declassify On: 20390412      not raised
""",
    caution="""\
A document that quotes or encloses an older one may show the older one's value: where instructions or dates differ the
finding weighs one step less. The reviewer's stamp that classifies at release is not looked at. Before June 2010 the
same value is judged by declass-form-anachronism.
""",
    holds=(
        Holds(Dated.DOCUMENT, since=DIRECTIVE_2010, source="32 CFR 2001.22(e), 75 FR 37254, effective 25 June 2010"),
    ),
    source=(
        "32 CFR 2001.22(e); ISOO, Marking Classified National Security Information (2010), 19-25; "
        "Intelligence Community Markings System Register and Manual (2016) E.6; ISOO Notice 2012-02"
    ),
    check=check,
    hits=(
        product("Classified By: 2134567", "Derived From: Multiple Sources", "Declassify On: OADR"),
        product("Derived From: Registry Guide 1-14", "Declassify On: Source Marked OADR, date of source 19901005"),
        product("Classified By: 2134567", "Derived From: RG 1-14", "Declassify On: MR"),
        telegram(sent="P 141131Z MAR 12", order="E.O. 13526: DECL: X1"),
    ),
    misses=(
        product("Classified By: 2134567", "Derived From: Multiple Sources", "Declassify On: 20390412"),
        product("Classified By: 2134567", "Derived From: Multiple Sources", "Declassify On: 25X1, 20640412"),
        product("CL BY: 2134567", "DECL ON: X1", "DRV FROM: RG 1-14", date="12 April 1999"),
        product("Classified By: 2134567", "Derived From: RG 1-14", "Declassify On: 25X1-human", date="12 April 2011"),
        telegram(sent="P 141131Z MAR 90", order="E.O. 12356: DECL: OADR", authority=""),
    ),
)
