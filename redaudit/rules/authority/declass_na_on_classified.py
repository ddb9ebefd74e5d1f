"""`declass-na-on-classified`: a classified telegram whose E.O. line says that there is nothing to declassify.

C O N F I D E N T I A L ZEMBLA 000412 ... E.O. 12958: N/A
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._release import published_by_editors
from redaudit.rules._samples import release, telegram
from redaudit.rules.authority._instructions import order_lines
from redaudit.rules.authority._original_marking import at_its_number


def check(record: Record) -> Iterator[Problem]:
    """Every E.O. line says N/A, and the document is classified."""
    level, lines = record.original_classification, order_lines(record)
    if level is None or not level.value.classified or published_by_editors(record):
        return
    if not lines or not all(line.is_none for line in lines):
        return
    severity = weighed(Severity.MEDIUM, record, "original_classification", "declassify_on")
    yield Problem(
        f"the E.O. line says N/A on a document marked {level.value}; when it is to be declassified is not said there",
        (lines[0].mark, *level.marks[:1]),
        severity=severity if at_its_number(record) else softer(severity),
    )


RULE = Rule(
    id="declass-na-on-classified",
    severity=Severity.MEDIUM,
    summary="the E.O. line of a classified document says N/A",
    rationale="""\
The E.O. line of a telegram says when it is to be declassified; N/A stands there where a telegram is not classified. On
a classified one it means that the level or the line is wrong: either nothing was ever to be protected, or it was left
without a term.

Evidence: N/A on every E.O. line of the copy, and a classified level. The level at the telegram's number counts most,
one read from banners or paragraphs alone lowers the finding.

    C O N F I D E N T I A L, E.O. 12958: N/A      raised
    UNCLAS SENSITIVE, E.O. 12958: N/A             not raised
""",
    caution="""\
Telegrams that are sensitive but unclassified, or for limited official use, rightly say N/A. `N/A to RD portions` and
`N/A to NATO portions` are prescribed forms of an authority block. A file with several telegrams, one of which gives a
date, is let pass. A level that is inferred or has a rival reading weighs one step less. State's own handbook on the
E.O. line (5 FAH-1 H-235) was not found in public; the practice is cited from the Department of Commerce, which sends
by the same system.
""",
    source=(
        "E.O. 12958 1.7(a)(4), E.O. 13526 1.6(a)(4); practice: Department of Commerce, ITA, preparing cables "
        '(E.O. 12958 block: "For unclassified messages type N/A"); 5 FAH-1 H-246'
    ),
    check=check,
    hits=(
        telegram(order="E.O. 12958: N/A"),
        release(telegram(line="S E C R E T ZEMBLA 000412", order="E.O. 12958: N/A")),
        telegram(sent="R 141131Z MAR 75", order="E.O. 11652: N/A", authority=""),
    ),
    misses=(
        telegram(),
        telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n"),
        telegram(
            line="UNCLAS SENSITIVE ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. (SBU) Talks go on.\n"
        ),
        telegram(order="E.O. 12958: N/A") + "\n" + telegram(),
    ),
)
