"""State's systematic review line on the telegrams of 1973-79, at the top and foot of each page.

Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014
"""

import re
from collections.abc import Iterator

from redaudit.detectors._pattern import find_pattern
from redaudit.detectors.release_stamp._family import Family
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.model.part import Sighting
from redaudit.vocabulary.date import read_date
from redaudit.vocabulary.outcome import Outcome

_LINE = re.compile(
    r"""
    (?:(?P<signer>[A-Z][a-z]+(?:\ [A-Z]\.?)?\ [A-Z][a-zA-Z'-]+)\s+)?    # Sheryl P. Walter
    Declassified[/ ]Released\s+US\s+Department\s+of\s+State\s+
    (?P<review>EO\s+Systematic\s+Review)\s+
    (?P<date>\d{1,2}\s+[A-Za-z]{3}\s+\d{4})                            # 30 JUN 2005
    """,
    re.VERBOSE,
)


# A transcript's list of attributes: **Declassified:** 20 Mar 2014 (E.O. Systematic Review)
_ATTRIBUTE = re.compile(
    r"Declassified:\W{0,4}(?P<date>\d{1,2}[ ][A-Za-z]{3}[ ]\d{4})[ ]?\((?P<review>E\.?O\.?[ ]Systematic[ ]Review)\)"
)


def find(page: Page) -> Iterator[Sighting]:
    """The lines of the review, and what a transcript's list of attributes says of it."""
    yield from _LINES(page)
    for match in _ATTRIBUTE.finditer(page.text):
        yield Sighting(match.start(), match.end(), _stamp("", match["date"]))


def _interpret(match: re.Match[str]) -> ReleaseStamp:
    return _stamp(f"{match['signer']}, " if match["signer"] else "", match["date"])


def _stamp(signer: str, day: str) -> ReleaseStamp:
    date = read_date(day)
    return ReleaseStamp(
        family="systematic-review",
        status=Outcome.UNSPECIFIED,
        date=date,
        authority=signer + "EO Systematic Review",
        declassified=True,
        damaged=date is None,
    )


_LINES = find_pattern(_LINE, _interpret)

FAMILY = Family(
    id="systematic-review",
    source="E.O. 13526 3.4; State's line on the telegrams in the Access to Archival Databases",
    cues=("SYSTEMATIC REVIEW",),
    find=find,
    hits=(
        "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
        "Jane Q. Public Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
        "Jane Q Public Declassified Released US Department of State EO Systematic Review 04 MAY 2006 Message Text",
        "-   **Declassified:** 20 Mar 2014 (E.O. Systematic Review)",
    ),
    misses=("The systematic review of these records was released in 2005.",),
)
