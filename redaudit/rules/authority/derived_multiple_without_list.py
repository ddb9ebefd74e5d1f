"""`derived-multiple-without-list`: classified from several sources, and none of them is named.

Classified By: 2134567 / Derived From: Multiple Sources
"""

import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._samples import telegram
from redaudit.rules.authority._instructions import DIRECTIVE_2010, blocks, under_directive_2010
from redaudit.rules.authority._products import product

_SEVERAL = re.compile(r"\bmultiple\b(?:\s+classified)?(?:\s+(?:sources?|guides?))?\W*$", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """`Multiple Sources` and nothing more, and no list of sources in the copy."""
    if not under_directive_2010(record) or record.marks_of("source-list"):
        return
    for mark, block in blocks(record):
        if _SEVERAL.match(block.derived_from):
            yield Problem("derived from multiple sources, and no list of them was found in this copy", (mark,))
            return


RULE = Rule(
    id="derived-multiple-without-list",
    severity=Severity.INFO,
    summary="derived from multiple sources, and no list of the sources is in the copy",
    rationale="""\
A document that takes its classification from several sources says Multiple Sources and lists them on it or attached to
it, so that whoever reviews it later knows whose decisions to ask after. Without the list the review begins with a
search, or ends in a guess.

Evidence: Multiple Sources as the whole of the Derived from line, on a document since the directive of June 2010, and no
heading such as Source list or List of sources.

    Derived From: Multiple Sources, no list         raised
    Derived From: Multiple Sources ... SOURCES:     not raised
""",
    caution="""\
The list is often an annex that nobody asked for, or is withheld with the sources themselves: the finding is for
information only. Before June 2010 the list could stay with the file copy, and the rule rests; so it does without a date
unless E.O. 13526 is cited.
""",
    holds=(
        Holds(
            Dated.DOCUMENT,
            since=DIRECTIVE_2010,
            source="E.O. 13526 2.1(b)(3)(B); 32 CFR 2001.22(c)(1)(ii), 75 FR 37254, effective 25 June 2010",
        ),
    ),
    source=(
        "E.O. 13526 2.1(b)(3)(B); 32 CFR 2001.22(c)(1)(ii); Intelligence Community Markings System Register "
        "and Manual (2016) E.3"
    ),
    check=check,
    hits=(
        product("Classified By: 2134567", "Derived From: Multiple Sources", "Declassify On: 20390412"),
        product("DERIVED FROM: MULTIPLE SOURCES", "DECLASSIFY ON: 20390412"),
    ),
    misses=(
        product("Classified By: 2134567", "Derived From: Registry Guide 1-14", "Declassify On: 20390412"),
        product(
            "Derived From: Multiple Sources", "Declassify On: 20390412", after="SOURCES:\n\n1. Registry Guide 1-14\n"
        ),
        product("Derived From: Multiple Sources, see list on page 2", "Declassify On: 20390412"),
        product("Derived From: Multiple Sources", "Declassify On: 20330412", date="12 April 2008"),
        telegram(),
    ),
)
