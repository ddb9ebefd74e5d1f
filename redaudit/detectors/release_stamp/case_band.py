"""State's case band, at the top and foot of each page: on one line, or on five at the left.

UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05765931 Date: 08/31/2015
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate, read_date
from redaudit.vocabulary.level import level_named

# On the five-line form other running words stand to the right: [^\n]* lets them.
_BAND = re.compile(
    r"""
    (?:(?P<level>UNCLASSIFIED|CONFIDENTIAL|SECRET|UNCLASSIF\w*)[^\n]{0,120}?\s+)?
    U\.S\.\ Department\ of\ Stat?[el]\b[^\n]{0,120}?\s+
    Case\ No[.,]?[ ]?:?[ ]*(?P<case>[^\s]{6,16})[^\n]{0,120}?\s+
    Doc\ No[.,]?[ ]?:?[ ]*(?P<document>[CO0(]{1,2}\s?[\dOIlS]{7,8})\b
    (?:[^\n]{0,120}?\s+Date:[ ]*(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?)?
    """,
    re.VERBOSE,
)
# The first release of this kind was posted in 1997; OCR reads 2015 as 2615.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def _interpret(match: re.Match[str]) -> ReleaseStamp:
    date = _plausible(match["date"])
    return ReleaseStamp(
        family="case-band",
        date=date,
        classification=level_named(match["level"]) if match["level"] else None,
        case=match["case"],
        document=match["document"].replace(" ", ""),
        damaged=date is None,
    )


def _plausible(text: str | None) -> ReadDate | None:
    date = read_date(text) if text else None
    return date if date and _FIRST_YEAR <= date.date.year <= _LAST_YEAR else None


FAMILY = Family(
    id="case-band",
    source="State's Virtual Reading Room; the date is that of the release",
    cues=("DEPARTMENT OF STAT",),
    find=find_pattern(_BAND, _interpret),
    hits=(
        "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015",
        "UNCLASSIFIED\nU.S. Department of State\nCase No. F-2015-00002\nDoc No. C05000002\nDate: 05/13/2015",
        "UNCLASSIFIED        STATE DEPT. - PRODUCED TO A COMMITTEE\nU.S. Department of State     NO FOIA WAIVER.\n"
        "Case No. F-2015-00002\nDoc No. C05000002            STATE-SCB0000001\nDate: 05/13/2015",
    ),
    misses=("United States Department of State\nWashington, D.C. 20520", "Spokesperson I U.S. Department of State"),
)
