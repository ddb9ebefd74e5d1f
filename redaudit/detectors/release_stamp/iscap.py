"""The decision of the Interagency Security Classification Appeals Panel, stamped on what it declassified.

DECLASSIFIED UNDER AUTHORITY OF THE INTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL,
E.O. 13526, SECTION 5.3(b)(3) / ISCAP APPEAL NO. 2012-071, document no. 1 / DECLASSIFICATION DATE: September 18, 2014
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.detectors.release_stamp._when import WHEN, stamped_date
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.outcome import Outcome

_STAMP = re.compile(
    rf"""
    DECLASSIFIED(?P<extent>\s+IN\s+(?:FULL|PART))?\s+UNDER\s+(?:THE\s+)?AUTHORITY\s+OF\s+THE\s+
    (?P<who>INTERAGENCY\s+SECURITY\s+CLASSIFICATION\s+APPEALS\s+PANEL)
    (?:[\s,]+E\.?\s?[O0]\.?\s?(?P<order>1[123]\d{{3}})(?:,?\s+as\s+amended)?)?
    (?:[\s,]+SEC(?:TION|\.)?\s+\d\.\d(?:\s?\([a-z0-9]\)){{0,3}})?
    (?:[\s,]+ISCAP\s+(?:APPEAL\s+)?(?:N[O0]\.?|\#)\s?(?P<case>\d{{4}}-\d{{2,3}}))?
    (?:[\s,]+document\s+(?:no\.?|\#)?\s?(?P<document>\d{{1,3}}))?
    (?:[\s,]+DECLASSIFICATION\s+DATE\W{{0,3}}(?P<date>{WHEN}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _interpret(match: re.Match[str]) -> ReleaseStamp:
    date, damaged = stamped_date(match["date"])
    extent = (match["extent"] or "").upper().split()[-1:]
    status = {"FULL": Outcome.FULL, "PART": Outcome.PART}.get("".join(extent), Outcome.UNSPECIFIED)
    return ReleaseStamp(
        family="iscap",
        status=status,
        date=date,
        authority=" ".join(match["who"].split()),
        case=match["case"] or "",
        document=match["document"] or "",
        order=f"E.O. {match['order']}" if match["order"] else "",
        declassified=status is not Outcome.PART,
        damaged=damaged,
    )


FAMILY = Family(
    id="iscap",
    source="E.O. 13526 5.3(b)(3); 32 CFR 2003",
    cues=("APPEALS",),
    find=find_pattern(_STAMP, _interpret),
    hits=(
        "DECLASSIFIED UNDER AUTHORITY OF THE\nINTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL,\n"
        "E.O. 13526, SECTION 5.3(b)(3)\nISCAP APPEAL NO. 2012-001, document no. 1\n"
        "DECLASSIFICATION DATE: September 18, 2014",
    ),
    misses=("An appeal lies to the Interagency Security Classification Appeals Panel.",),
)
