"""Stamps of the Department of Defense: Washington Headquarters Services, the Joint Staff, the services.

DECLASSIFIED IN FULL / Authority: EO 13526 / Chief, Records & Declass Div, WHS / Date: DEC 12 2014
Chief, RDD, ESD, WHS / Date: 07 JAN 2016 Authority: EO 13526 / Declassify: X Deny in Full: __ Declassify in Part: __
REGRADED UNCLASSIFIED ON 2 SEP 94 BY USAINSCOM FOI/PO AUTH PARA 1-603 DOD 5200.1R
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

_ORDER = r"E\.?\s?O\.?\s?(?P<order>1[123]\d{3})"
_CHIEF = r"(?P<chief>(?:Deputy\s+)?Chief,\s?[A-Z][\w ,&./]{3,50}?WHS)"
_DECISION = re.compile(
    rf"""
    (?:DECLASSIFIED|Declassified)[ ](?i:IN)[ ](?P<extent>(?i:FULL|PART))
    (?:[\s\W]{{1,6}}Authority\W{{0,3}}{_ORDER})?(?:[\s\W]{{1,6}}{_CHIEF})?(?:[\s\W]{{1,6}}Date\W{{0,3}}(?P<date>{WHEN}))?
    (?=\W|$)
    """,
    re.VERBOSE,
)
# The form prints every decision; only the one with a mark behind it was taken.
_FORM = re.compile(
    rf"""
    {_CHIEF}\s+Date\W{{0,3}}(?P<date>{WHEN})?\s+Authority\W{{0,3}}{_ORDER}[^\n]{{0,20}}\s+
    Declassify:\s?(?P<full>[Xx✓☑]|_*)\s+Deny\s+in\s+Full:\s?(?P<denied>[Xx✓☑]|_*)\s+
    Declassify\s+in\s+Part:\s?(?P<part>[Xx✓☑]|_*)
    """,
    re.VERBOSE,
)
_REGRADED = re.compile(
    rf"""
    REGRADED\s+UNCLASSIFIED(?!\s+(?:WHEN|UPON|ON\s+REMOVAL|IF)\b)(?:\s+ON\W{{0,3}}\s{{0,2}}(?P<date>{WHEN}))?
    (?:\s+BY\W{{0,3}}(?P<who>[A-Z][\w /.,&-]{{1,60}}?)(?=\n|\s{{2}}|$))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STATUS = {"FULL": Outcome.FULL, "PART": Outcome.PART}


def find(page: Page) -> Iterator[Sighting]:
    """The Department's stamps on a page."""
    for match in _DECISION.finditer(page.text):
        status = _STATUS[match["extent"].upper()]
        yield Sighting(match.start(), match.end(), _stamp(match, status))
    for match in _FORM.finditer(page.text):
        yield Sighting(match.start(), match.end(), _stamp(match, _ticked(match)))
    for match in _REGRADED.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("dod-regraded", Outcome.UNSPECIFIED, date, UNCLASSIFIED),
            authority=" ".join((match["who"] or "").split()),
            declassified=True,
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)


def _ticked(match: re.Match[str]) -> Outcome:
    ticks = [
        outcome
        for name, outcome in (("full", Outcome.FULL), ("denied", Outcome.DENIED), ("part", Outcome.PART))
        if match[name].strip("_")
    ]
    return ticks[0] if len(ticks) == 1 else Outcome.UNSPECIFIED


def _stamp(match: re.Match[str], status: Outcome) -> ReleaseStamp:
    date, damaged = stamped_date(match["date"])
    order = f"E.O. {match['order']}" if match["order"] else ""
    return ReleaseStamp(
        family="dod",
        status=status,
        date=date,
        authority=" ".join((match["chief"] or order).split()),
        order=order,
        declassified=status is Outcome.FULL,
        damaged=damaged,
    )


FAMILY = Family(
    id="dod",
    source="32 CFR 2001.25; DoDM 5200.01, volume 2; DoDM 5230.30",
    cues=("DECLASSIFIED IN", "WHS", "REGRADED"),
    find=find,
    hits=(
        "DECLASSIFIED IN FULL\nAuthority: EO 13526\nChief, Records & Declass Div, WHS\nDate: DEC 12 2014",
        "DECLASSIFIED IN PART\nAuthority: EO 13526\nChief, Records & Declass Div, WHS\nDate: DEC 12 2014",
        "Chief, RDD, ESD, WHS\nDate: 07 JAN 2016 Authority: EO 13526\n"
        "Declassify: X Deny in Full: __\nDeclassify in Part: __\nReason: __\nMDR: 13-M-0001",
        "REGRADED UNCLASSIFIED\nON 2 SEP 94\nBY USAINSCOM FOI/PO",
    ),
    misses=(
        "The files were declassified in fulsome haste.",
        "The position was regraded last year.",
        "REGRADED UNCLASSIFIED WHEN SEPARATED FROM CLASSIFIED ENCLOSURE",
    ),
)
