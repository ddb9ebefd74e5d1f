"""The President John F. Kennedy Assassination Records Collection: bands of the releases, and the identification form.

2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992
Released under the John F. Kennedy Assassination Records Collection Act of 1992 (44 USC 2107 Note). Case#:NW 88613
Date: 03-18-2025
CURRENT STATUS : RELEASED WITH DELETIONS

The form tells of the review of the 1990s; on a page that a later band releases it says nothing of this copy.
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.outcome import Outcome

_ACT = r"John\s+F\.?\s+Kennedy\s+Assassination\s+Records\s+(?:Collection\s+)?Act(?:\s+of\s+1992)?"
_YEARLY = re.compile(rf"(?<!\d)20\d\d\s+RELEASE\s+UNDER\s+THE\s+(?P<authority>PRESIDENT\s+(?i:{_ACT}))")
_BAND = re.compile(
    rf"Released\s+under\s+the\s+(?P<authority>(?:President\s+)?{_ACT})(?:\s*\(44\s+U\.?S\.?C\.?\s+2107\s+Note\)\.?)?"
    rf"(?:\s*Case\s?#\s?[:;.]?\s?(?P<case>NW\s?\d{{4,6}}))?(?:\s*Date\s?[:;.]\s?(?P<date>{WHEN}))?",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"CURRENT\s+STATUS\s*[:;.]\s*(?P<status>RELEASED\s+WITH\s+DELETIONS|POSTPONED\s+IN\s+(?:FULL|PART)|OPEN(?:\s+IN\s+FULL)?"
    rf"|WITHHOLD|REDACT|PP?|O|X)(?![\w/])(?:\s*DATE\s+OF\s+LAST\s+REVIEW\s*[:;.]\s*(?P<date>{WHEN})?)?",
    re.IGNORECASE,
)
# Words and letters of the form's coding sheet; X was a full postponement, P one in part.
_STATUS = {
    "RELEASED WITH DELETIONS": Outcome.PART,
    "POSTPONED IN PART": Outcome.PART,
    "POSTPONED IN FULL": Outcome.DENIED,
    "OPEN": Outcome.FULL,
    "OPEN IN FULL": Outcome.FULL,
    "WITHHOLD": Outcome.DENIED,
    "REDACT": Outcome.PART,
    "P": Outcome.PART,
    "PP": Outcome.PART,
    "O": Outcome.FULL,
    "X": Outcome.DENIED,
}


def find(page: Page) -> Iterator[Sighting]:
    """The bands and the form on a page."""
    released = False
    for pattern in (_YEARLY, _BAND):
        for match in pattern.finditer(page.text):
            released = True
            yield Sighting(match.start(), match.end(), _band(match))
    for match in _FORM.finditer(page.text):
        date, damaged = stamped_date(match["date"])
        status = Outcome.UNSPECIFIED if released else _STATUS[" ".join(match["status"].upper().split())]
        value = ReleaseStamp("jfk-form", status, None if released else date, damaged=damaged)
        yield Sighting(match.start(), match.start() + len(match[0].rstrip()), value)


def _band(match: re.Match[str]) -> ReleaseStamp:
    groups = match.groupdict()
    date, damaged = stamped_date(groups.get("date"))
    return ReleaseStamp(
        family="jfk",
        status=Outcome.UNSPECIFIED,
        date=date,
        authority=" ".join(match["authority"].split()),
        case=groups.get("case") or "",
        damaged=damaged,
    )


FAMILY = Family(
    id="jfk",
    source="President John F. Kennedy Assassination Records Collection Act of 1992 (44 U.S.C. 2107 note), 5 and 6",
    cues=("ASSASSINATION", "CURRENT STATUS"),
    find=find,
    hits=(
        "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992",
        "Released under the John F. Kennedy Assassination Records Collection Act of 1992 (44 USC 2107 Note). "
        "Case#:NW 88000 Date: 03-18-2025",
        "CURRENT STATUS : RELEASED WITH DELETIONS\nDATE OF LAST REVIEW : 03/07/95",
    ),
    misses=("The President John F. Kennedy Assassination Records Collection Act of 1992 was signed in October.",),
)
