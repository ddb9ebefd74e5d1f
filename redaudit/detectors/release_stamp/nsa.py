"""The National Security Agency's release line.

Declassified and approved for release by NSA on 09-23-2014 pursuant to E.O. 13526, MDR 11759
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.outcome import Outcome

_LINE = re.compile(
    rf"""
    (?P<declassified>Declassified\s+and\s+)?Approved\s+f[o0]r\s+Release\s+by\s+
    (?P<who>NSA(?:/CSS)?|(?:the\s+)?National\s+Security\s+Agency(?:/Central\s+Security\s+Service)?)
    (?:,?\s+(?:on\s+)?(?P<date>{WHEN}))?
    (?:,?\s+(?:pursuant\s+to|under)\s+E\.?\s?[O0]\.?\s?(?P<order>1[123]\d{{3}})(?:,?\s+as\s+amended)?)?
    (?:[\s,;.]{{1,3}}(?P<case>(?:FOIA|MDR)(?:\s+Case)?\s?(?:No\.?|\#)?\s?[:\#]?\s?\d{{4,6}}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _interpret(match: re.Match[str]) -> ReleaseStamp:
    date, damaged = stamped_date(match["date"])
    return ReleaseStamp(
        family="nsa",
        status=Outcome.UNSPECIFIED,
        date=date,
        authority=" ".join(match["who"].split()),
        case=" ".join((match["case"] or "").split()),
        order=f"E.O. {match['order']}" if match["order"] else "",
        declassified=match["declassified"] is not None,
        damaged=damaged,
    )


FAMILY = Family(
    id="nsa",
    source="E.O. 13526 3.5; NSA/CSS Policy 1-32",
    cues=("RELEASE BY",),
    find=find_pattern(_LINE, _interpret),
    hits=(
        "Declassified and approved for release by NSA on 09-23-2014 pursuant to E.O. 13526, FOIA Case # 12000",
        "Approved for Release by NSA on 9 January 2007 pursuant to E.O. 12958, as amended MDR 11000",
    ),
    misses=("The translation was approved by NSA in 1962.",),
)
