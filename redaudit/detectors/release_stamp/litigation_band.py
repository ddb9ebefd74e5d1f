"""State's band of releases in litigation, from 2017 on: case, Bates number, class in straight quotes, date.

FL-2017-00001 B-00000000004 "UNCLASSIFIED" 2/2/2023
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate, read_date
from redaudit.vocabulary.level import level_named
from redaudit.vocabulary.outcome import Outcome

_BAND = re.compile(
    r"""
    FL-?\s?(?P<year>\d{4})-?(?P<serial>\d{4,6})\s+
    (?P<document>B-\s?\d{9,12})\s+
    ["“”'‘’]{0,2}(?P<level>UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP\ SECRET)\b["“”'‘’]{0,2}
    (?:[ \t]*(?P<date>\d{1,2}/\d{1,2}/\d{2,4})(?P<rest>[\s|]{1,80}\d{1,3}(?=[\s|]|$))?)?
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\d{2,4}$")


def _interpret(match: re.Match[str]) -> ReleaseStamp:
    date = _whole_date(match["date"], (match["rest"] or "").strip(" \t\n|")) if match["date"] else None
    return ReleaseStamp(
        family="litigation-band",
        status=Outcome.UNSPECIFIED,
        date=date,
        classification=level_named(match["level"]),
        case=f"FL-{match['year']}-{match['serial']}",
        document=match["document"].replace(" ", ""),
        damaged=bool(match["rest"]) or (match["date"] is not None and date is None),
    )


def _whole_date(text: str, rest: str) -> ReadDate | None:
    """A date whose year was cut in two by the edge of a table, `2/2/20` and `023`: joined where the pieces overlap."""
    year = _YEAR.search(text)
    if rest and year and len(year[0]) < 4:
        for shared in range(min(len(rest), len(year[0])), -1, -1):
            joined = year[0] + rest[shared:]
            if year[0].endswith(rest[:shared]) and len(joined) == 4:
                return read_date(text[: year.start()] + joined)
    return read_date(text)


FAMILY = Family(
    id="litigation-band",
    source="State's releases under court orders (FL case numbers), 5 U.S.C. 552(a)(4)(B)",
    cues=("FL",),
    find=find_pattern(_BAND, _interpret),
    hits=(
        'FL-2017-00001 B-00000000001 "UNCLASSIFIED" 3/16/2023',
        'FL-2017-00001 B-00000000001\n\n"UNCLASSIFIED" CONFIDENTIAL',
        'FL-2017-00001 B-00000000001 "UNCLASSIFIED" 2/2/20 | 023 FL-2017-00001 2-2-23 1',
    ),
    misses=("Miami, FL 33101", "the “UNCLASSIFIED” part of the file"),
)
