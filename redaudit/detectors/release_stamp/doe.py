"""Stamps of the Department of Energy: the review form, and classifications cancelled.

DEPARTMENT OF ENERGY DECLASSIFICATION REVIEW / 1ST REVIEW-DATE: 3/12/98 / DETERMINATION [CIRCLE NUMBER(S)]
CLASSIFICATION CANCELLED / BY AUTHORITY OF DOE/OC / DATE 5/6/94

The form prints every determination; the circle around one cannot be read from text.
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.level import UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome

_FORM = re.compile(
    rf"""
    DEPARTMENT\s+OF\s+ENERGY\s+DECLASSIFICATION\s+REVIEW
    (?:[^\n]{{0,20}}\s+(?:1ST|FIRST|SINGLE)\s+REVIEW\W{{0,3}}DATE\W{{0,4}}(?P<date>{WHEN})?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CANCELLED = re.compile(
    rf"""
    CLASSIFICATION\s+CANCEL{{1,2}}ED(?:\s+AND\s+(?:CHANGED|RELEASED)[^\n]{{0,30}})?
    (?:[\s,.]+BY\s+AUTHORITY\s+OF\W{{0,3}}(?P<who>[\w/ .,&-]{{2,50}}?)(?=\s+(?:BY|DATE)\b|\n|$))?
    (?:[\s,.]+BY\W{{0,3}}[\w/ .,&-]{{2,40}}?(?=\s+DATE\b))?
    (?:[\s,.]+DATE\W{{0,3}}(?P<date>{WHEN}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `4. CLASSIFICATION CANCELED` is a choice of the form.
_CHOICE = re.compile(r"\d\s?[.)]\s*$")


def find(page: Page) -> Iterator[Sighting]:
    """The Department's stamps on a page."""
    for match in _FORM.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp("doe", Outcome.UNSPECIFIED, date, damaged=damaged)
        yield Sighting(match.start(), match.end(), value)
    for match in _CANCELLED.finditer(page.text):
        if _CHOICE.search(page.text, max(0, match.start() - 6), match.start()):
            continue
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("doe-cancelled", Outcome.UNSPECIFIED, date, UNCLASSIFIED),
            authority=" ".join((match["who"] or "").split()),
            declassified=True,
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)


FAMILY = Family(
    id="doe",
    source="42 U.S.C. 2162; 10 CFR 1045; DOE Order 5650.2B",
    cues=("DEPARTMENT OF ENERGY", "CANCEL"),
    find=find,
    hits=(
        "DEPARTMENT OF ENERGY DECLASSIFICATION REVIEW\n1ST REVIEW-DATE: 3/12/98\nAUTHORITY: DC DD",
        "CLASSIFICATION CANCELLED\nBY AUTHORITY OF DOE/OC\nDATE 5/6/94",
    ),
    misses=("5. CLASSIFICATION CANCELED", "The flight was cancelled.", "Department of Energy, Washington"),
)
