"""`declass-date-on-unclassified`: an unclassified telegram with a date on which it is to be declassified.

UNCLAS ZEMBLA 000412 ... E.O. 12958: DECL: 03/14/2016
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import telegram
from redaudit.rules.authority._instructions import order_lines
from redaudit.rules.authority._original_marking import at_its_number
from redaudit.vocabulary.order import form_of


def check(record: Record) -> Iterator[Problem]:
    """The E.O. line sets a term, and the level at the telegram's number is no classified one."""
    level = record.original_classification
    if level is None or level.value.classified or not at_its_number(record):
        return
    for line in order_lines(record):
        if line.date is not None or form_of(line.words) is not None:
            yield Problem(
                f"the E.O. line gives {line.words} on a document marked {level.value}, which is not classified",
                (line.mark, *level.marks[:1]),
                severity=weighed(Severity.LOW, record, "original_classification", "declassify_on"),
            )
            return


RULE = Rule(
    id="declass-date-on-unclassified",
    severity=Severity.LOW,
    summary="an unclassified document sets a date of declassification",
    rationale="""\
What is not classified cannot be declassified, and its E.O. line says N/A. A date there means that the class line was
mistyped, that the text was classified when it was drafted, or that the line was copied from another telegram; the first
would have sent a secret in the clear.

Evidence: a date, or a form such as OADR, on the E.O. line, and a level at the telegram's number that is unclassified,
sensitive but unclassified, or for official use.

    UNCLAS ZEMBLA 000412, E.O. 12958: DECL: 03/14/2016      raised
    UNCLAS ZEMBLA 000412, E.O. 12958: N/A                   not raised
""",
    caution="""\
The UNCLASSIFIED of a release band is no level of the originator, and a level that only banners give is not looked at.
A note that the telegram has been declassified already sets no date to come. A level or an instruction with a rival
reading weighs one step less. State's own handbook on the line (5 FAH-1 H-235) was not found in public.
""",
    source=(
        "E.O. 12958 1.7(a)(4), E.O. 13526 1.6(a)(4); practice: Department of Commerce, ITA, preparing cables "
        '(E.O. 12958 block: "For unclassified messages type N/A")'
    ),
    check=check,
    hits=(
        telegram(line="UNCLAS ZEMBLA 000412", authority="", body="1. The talks go on.\n"),
        telegram(line="UNCLAS SENSITIVE ZEMBLA 000412", authority="", body="1. (SBU) The talks go on.\n"),
        telegram(
            line="UNCLAS ZEMBLA 000412",
            order="E.O. 12356: DECL: OADR",
            sent="R 141131Z MAR 90",
            authority="",
            body="1. The talks go on.\n",
        ),
    ),
    misses=(
        telegram(),
        telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n"),
        telegram(
            line="UNCLAS ZEMBLA 000412",
            order="E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009",
            authority="",
            body="1. The talks go on.\n",
        ),
    ),
)
