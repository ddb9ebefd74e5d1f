"""`25x-without-date`: an exemption at 25 years with no date or event at which it ends.

Classified By: 2134567 / Derived From: Registry Guide 1-14 / Declassify On: 25X1
"""

import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.rules.authority._instructions import instructions
from redaudit.rules.authority._original_marking import SINCE
from redaudit.rules.authority._products import product

# A human source's identity had no date under E.O. 12958 as amended; 25X1, EO 12951 is the imagery of satellites.
_BARE = re.compile(r"(?:25X\d?(?!\s?-\s?hum)[\s,;/.&]*(?:and\s+)?)+$", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """An instruction that is an exemption at 25 years and nothing else."""
    for instruction in instructions(record):
        if _BARE.match(instruction.words):
            yield Problem(
                f"to be declassified: {instruction.words}, without the date or event at which the exemption ends",
                (instruction.mark,),
                severity=weighed(Severity.LOW, record, "declassify_on"),
            )
            return


RULE = Rule(
    id="25x-without-date",
    severity=Severity.LOW,
    summary="a 25X exemption is given without a date or an event",
    rationale="""\
25X1 to 25X9 carry information past its 25th year, but not for ever: the code must be accompanied by a date or an event.
Bare, it leaves the term open; who derives from it has to compute 50 years from the source's date.

Evidence: 25X with or without its number, and no other word, on the E.O. line or in the originator's block.

    Declassify On: 25X1                 raised
    Declassify On: 25X1, 20640412       not raised
""",
    caution="""\
25X1-human named a source and had no date by rule until 2012. `25X1, EO 12951` is prescribed for imagery. 25X1 in a
margin or in a reviewer's stamp is an exemption of the release and is not looked at; on a document older than E.O. 12958
the code can only be a reviewer's. An instruction read from damaged text weighs one step less.
""",
    holds=(Holds(Dated.DOCUMENT, since=SINCE, source="E.O. 12958 3.4(b), (d): the first order with such exemptions"),),
    source=(
        "32 CFR 2001.15(b)(9)(iii), 2001.26(a); Intelligence Community Markings System Register and Manual "
        "(2016) E.1, E.3, E.6"
    ),
    check=check,
    hits=(
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 25X1"),
        product("Derived From: Multiple Sources", "Declassify On: 25X1, 25X6"),
        telegram(order="E.O. 13526: DECL: 25X6", sent="P 141131Z MAR 12"),
    ),
    misses=(
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 25X1, 20640412"),
        product("Classified By: 2134567", "Derived From: RG 1-14", "Declassify On: 25X1-human", date="12 April 2011"),
        product("Classified By: 2134567", "Derived From: RG 1-14", "Declassify On: 25X1, EO 12951"),
        product("Derived From: RG 1-14", "Declassify On: 25X4, when the pier is taken down"),
        release(telegram(), "RELEASE IN PART B1,25X1") + RECLASSIFIED.format(until="25X1"),
    ),
)
