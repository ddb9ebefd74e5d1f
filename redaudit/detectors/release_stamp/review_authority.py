"""State's line of the officer who reviewed, on releases of the 2000s, and its historians' stamp.

UNITED STATES DEPARTMENT OF STATE / REVIEW AUTHORITY: JANE Q PUBLIC / DATE/CASE ID: 14 MAR 2003 200202030
DECLASSIFIED PA/HO, Department of State, E.O. 12958, as amended, June 21, 2005
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.outcome import Outcome

_REVIEW = re.compile(
    rf"""
    (?:UNITED\s+STATES\s+)?DEPARTMENT\s+OF\s+STATE\s+REVIEW\s+AUTHORITY\s?[:;]\s*(?P<who>[A-Z][\w .,'-]{{2,40}}?)\s+
    DATE/CASE\s+ID\s?[:;]?\s*(?P<date>{WHEN})?(?:\s+(?P<case>(?:19|20)\d{{7}}))?
    """,
    re.VERBOSE,
)
_HISTORIANS = re.compile(
    rf"""
    DECLASSIFIED\s+(?P<who>(?:A/GIS|PA|FSI)/?(?:HO|OH)?,\s+Department\s+of\s+State),?\s+
    (?:E\.?O\.?\s?(?P<order>1[123]\d{{3}})(?:,?\s+as\s+amended)?,?\s+)?(?P<date>{WHEN})?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find(page: Page) -> Iterator[Sighting]:
    """The reviewers' lines on a page."""
    for match in _REVIEW.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("review-authority", None, date),
            authority=" ".join(match["who"].split()),
            case=match["case"] or "",
            damaged=damaged,
        )
        yield Sighting(match.start(), match.end(), value)
    for match in _HISTORIANS.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        value = ReleaseStamp(
            *("review-authority-historian", Outcome.UNSPECIFIED, date),
            authority=" ".join(match["who"].split()),
            order=f"E.O. {match['order']}" if match["order"] else "",
            declassified=True,
            damaged=damaged,
        )
        yield Sighting(match.start(), match.start() + len(match[0].rstrip()), value)


FAMILY = Family(
    id="review-authority",
    source="22 CFR 171.11; E.O. 12958 3.6 and, as amended, 3.5",
    cues=("REVIEW AUTHORITY", "DECLASSIFIED PA", "DECLASSIFIED A/", "DECLASSIFIED FSI"),
    find=find,
    hits=(
        "UNITED STATES DEPARTMENT OF STATE\nREVIEW AUTHORITY: JANE Q PUBLIC\nDATE/CASE ID: 14 MAR 2003 200200001",
        "DECLASSIFIED PA/HO, Department of State, E.O. 12958, as amended, June 21, 2005",
    ),
    misses=("The review authority of the Department of State is delegated to the Director.",),
)
