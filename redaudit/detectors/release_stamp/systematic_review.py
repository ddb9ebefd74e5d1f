"""State's systematic review line on the telegrams of 1973-79, at the top and foot of each page.

Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014
"""

import re

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import read_date
from redaudit.vocabulary.outcome import Outcome

_LINE = re.compile(
    r"""
    (?:(?P<signer>[A-Z][a-z]+(?:\ [A-Z]\.)?\ [A-Z][a-zA-Z'-]+)\s+)?    # Sheryl P. Walter
    Declassified/Released\s+US\s+Department\s+of\s+State\s+
    (?P<review>EO\s+Systematic\s+Review)\s+
    (?P<date>\d{1,2}\s+[A-Za-z]{3}\s+\d{4})                            # 30 JUN 2005
    """,
    re.VERBOSE,
)


def _interpret(match: re.Match[str]) -> ReleaseStamp:
    signer = f"{match['signer']}, " if match["signer"] else ""
    date = read_date(match["date"])
    return ReleaseStamp(
        family="systematic-review",
        status=Outcome.UNSPECIFIED,
        date=date,
        authority=signer + "EO Systematic Review",
        declassified=True,
        damaged=date is None,
    )


FAMILY = Family(
    id="systematic-review",
    source="E.O. 13526 3.4; State's line on the telegrams in the Access to Archival Databases",
    cues=("SYSTEMATIC REVIEW",),
    find=find_pattern(_LINE, _interpret),
    hits=(
        "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
        "Jane Q. Public Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
    ),
    misses=("The systematic review of these records was released in 2005.",),
)
