"""State's reviewing officers: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.review_authority import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "UNITED STATES DEPARTMENT OF STATE\nREVIEW AUTHORITY: JANE Q PUBLIC\nDATE/CASE ID: 14 MAR 2003 200200001",
        ReleaseStamp("review-authority", None, day(2003, 3, 14), authority="JANE Q PUBLIC", case="200200001"),
    ),
    (
        "DECLASSIFIED PA/HO, Department of State, E.O. 12958, as amended, June 21, 2005",
        ReleaseStamp(
            "review-authority-historian",
            Outcome.UNSPECIFIED,
            day(2005, 6, 21),
            authority="PA/HO, Department of State",
            order="E.O. 12958",
            declassified=True,
        ),
    ),
]


@pytest.mark.parametrize(("text", "stamp"), CASES)
def test_each_stamp_is_read_whole(text: str, stamp: ReleaseStamp) -> None:
    page = Page(1, f"Memorandum\n{text}\nDear colleague")
    seen = sorted(FAMILY.find(page), key=lambda one: (one.start, -one.end))[0]
    assert seen.value == stamp
    assert any(cue in page.folded for cue in FAMILY.cues)


@pytest.mark.parametrize("text", [*FAMILY.misses])
def test_other_words_give_no_mark(text: str) -> None:
    assert list(FAMILY.find(Page(1, text))) == []
