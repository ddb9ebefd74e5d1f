"""`50x-with-date`: an exemption that stands in place of a date, and a date beside it.

Classified By: 2134567 / Derived From: Registry Guide 1-14 / Declassify On: 50X1-HUM, 20641231
"""

import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import telegram
from redaudit.rules.authority._instructions import DIRECTIVE_2010, instructions
from redaudit.rules.authority._products import product

_EXEMPTION = re.compile(r"50X1\s?-?\s?HUM|50X2\s?-?\s?WMD", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{6}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|\d{1,2}\s?[A-Z]{3,9}\.?,?\s?\d{4}|[A-Z]{3,9}\.?\s\d{1,2},?\s\d{4})(?!\d)",
    re.IGNORECASE,
)


def check(record: Record) -> Iterator[Problem]:
    """50X1-HUM or 50X2-WMD, and a date in the same instruction."""
    for instruction in instructions(record):
        if _EXEMPTION.search(instruction.words) and (date := _DATE.search(instruction.words)):
            yield Problem(
                f"to be declassified: {instruction.words}; the exemption stands in place of a date, "
                f"and {date[0]} beside it says something else",
                (instruction.mark,),
                severity=weighed(Severity.LOW, record, "declassify_on"),
            )
            return


RULE = Rule(
    id="50x-with-date",
    severity=Severity.LOW,
    summary="50X1-HUM or 50X2-WMD is given with a date",
    rationale="""\
50X1-HUM (a human source) and 50X2-WMD (key design concepts of a weapon) stand on the Declassify on line in place of a
date or event. A date beside them contradicts them: a machine, or a reviewer, who goes by the date would open what the
exemption keeps.

Evidence: one of the two exemptions and a date in one instruction of the originator.

    Declassify On: 50X1-HUM                  not raised
    Declassify On: 50X1-HUM, 20641231        raised
""",
    caution="""\
The other exemptions at 50 years, 50X1 to 50X9 without HUM or WMD, must have a date. A code in a margin or in a
reviewer's stamp is not looked at. An instruction read from damaged text, or with a rival reading, weighs one step less.
""",
    holds=(Holds(Dated.DOCUMENT, since=DIRECTIVE_2010, source="E.O. 13526 1.5(a), 3.3(h)(1); 32 CFR 2001.26"),),
    source=(
        "E.O. 13526 1.6(a)(4)(D), 3.3(h)(1); Intelligence Community Markings System Register and Manual "
        "(2016) E.1, E.3; ISM-ID-00133"
    ),
    check=check,
    hits=(
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 50X1-HUM, 20641231"),
        product("Derived From: Multiple Sources", "Declassify On: 50X2-WMD, 31 December 2064"),
    ),
    misses=(
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 50X1-HUM"),
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 50X6, 20641231"),
        product("Derived From: Multiple Sources", "Declassify On: 50X2-WMD"),
        telegram(),
    ),
)
