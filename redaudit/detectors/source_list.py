"""The heading of a list of sources, from which a document derives its classification; the value is `Wording`.

SOURCES:    List of Sources    SOURCE LIST    Classification sources
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting

_HEADING = re.compile(
    r"^[ \t>*#|]{0,80}+(?:\([UCS]\)[ ]{0,2})?(?P<heading>(?:LIST OF )?(?:(?:DERIVATIVE|CLASSIFICATION|CLASSIFIED) )?"
    r"SOURCES?(?: (?:LIST|DOCUMENTS|MATERIALS?|LISTING))?(?: USED)?)[ \t]*(?::[^\n]{0,80})?[ \t*|]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
# The word alone, in the singular, names one person or paper.
_ONE = re.compile(r"source", re.IGNORECASE)


def find(page: Page) -> Iterator[Sighting]:
    """Every heading of a list of sources on the page."""
    for match in _HEADING.finditer(page.text):
        words = " ".join(match["heading"].split())
        if not _ONE.fullmatch(words):
            yield Sighting(match.start("heading"), match.end("heading"), Wording(words))


DETECTOR = Detector(
    id="source-list",
    summary="the heading of a list of sources from which the classification derives",
    find=find,
    source="E.O. 13526 2.1(b)(3)(B); 32 CFR 2001.22(c)(1)(ii)",
    hits=("SOURCES:\n1. Registry Guide 1-14", "(U) List of Sources", "Source list: see below", "SOURCE DOCUMENTS"),
    misses=(
        "Derived From: Multiple Sources",
        "SOURCE: a harbor master",
        "Sources say that the ferries run again.",
        "Our sources\nare two.",
    ),
    cues=("SOURCE",),
)
