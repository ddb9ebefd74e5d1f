"""State's case band, at the top and foot of each page: on one line, or on five at the left.

UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015
"""

import re
from collections.abc import Iterator

from redaudit.detectors.release_stamp._family import Family
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.date import ReadDate, read_date
from redaudit.vocabulary.level import level_named

# Some transcripts keep no punctuation: U S Department of State Case No F-2016-00001 Doc No C10000001 Date 07 31 2017
# On the five-line form other running words stand to the right: [^\n]* lets them.
_BAND = re.compile(
    r"""
    U[. ]\s?S[. ]\ ?Dep[aA]rt[mM]ent\ of\ Stat?[el]\b[^\n]{0,120}?\s+
    Case\ No[.,]?[ ]?:?[ ]*(?P<case>[^\s]{6,16})[^\n]{0,120}?\s+
    Doc\ No[.,]?[ ]?:?[ ]*(?P<document>[CO0(]{1,2}\s?[\dOIlS]{5,10})\b
    (?:[^\n]{0,120}?\s+Date:?[ ]*(?P<date>\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4})?)?
    """,
    re.VERBOSE,
)
# The class stands before the band, on its line or on the line above; of two words the nearer one.
_LEVEL = re.compile(r"[\s\S]*\b(?P<level>UNCLASSIFIED|CONFIDENTIAL|(?<!TOP )SECRET|TOP SECRET)\b[^\n]{0,120}\s+$")
_REACH = 160
# The first release of this kind was posted in 1997; OCR reads 2015 as 2615.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def find(page: Page) -> Iterator[Sighting]:
    """The bands of a page, each with the class that stands before it."""
    for match in _BAND.finditer(page.text):
        level = _LEVEL.match(page.text, max(0, match.start() - _REACH), match.start())
        date = _plausible(match["date"])
        stamp = ReleaseStamp(
            family="case-band",
            date=date,
            classification=level_named(level["level"]) if level else None,
            case=match["case"].strip("'`,.;"),
            document=match["document"].replace(" ", ""),
            damaged=date is None,
        )
        yield Sighting(level.start("level") if level else match.start(), match.end(), stamp)


def _plausible(text: str | None) -> ReadDate | None:
    date = read_date(text.replace(" ", "/")) if text else None
    return date if date and _FIRST_YEAR <= date.date.year <= _LAST_YEAR else None


FAMILY = Family(
    id="case-band",
    source="State's Virtual Reading Room; the date is that of the release",
    cues=("DEPARTMENT OF STAT",),
    find=find,
    hits=(
        "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015",
        "UNCLASSIFIED\nU.S. Department of State\nCase No. F-2015-00002\nDoc No. C05000002\nDate: 05/13/2015",
        "UNCLASSIFIED        STATE DEPT. - PRODUCED TO A COMMITTEE\nU.S. Department of State     NO FOIA WAIVER.\n"
        "Case No. F-2015-00002\nDoc No. C05000002            STATE-SCB0000001\nDate: 05/13/2015",
        "UNCLASSIFIED U S Department of State Case No F-2016-00001 Doc No C10000001 Date 07 31 2017 Limited",
        "UNCLASSIFIED U.S. DepartMent of State Case No. F-2017-00001 Doc No. C06000001 Date: 11/17/2021",
    ),
    misses=("United States Department of State\nWashington, D.C. 20520", "Spokesperson I U.S. Department of State"),
)
