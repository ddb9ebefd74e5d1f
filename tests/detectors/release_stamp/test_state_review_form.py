"""State's stamp of boxes to tick: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.state_review_form import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "DEPARTMENT OF STATE A/CDC/MR\nREVIEWED by AB Date 4/4/90\n( ) RELEASE ( ) DECLASSIFY\n"
        "( ) EXCISE ( ) DECLASSIFY in PART\n( ) DENY ( ) DELETE",
        ReleaseStamp("state-review-form", Outcome.UNSPECIFIED, day(1990, 4, 4, 2)),
    ),
    (
        "DEPARTMENT OF STATE A/CDC/MR\n(X) RELEASE (X) DECLASSIFY\n( ) EXCISE ( ) DECLASSIFY in PART\n( ) DENY",
        ReleaseStamp("state-review-form", Outcome.FULL, declassified=True),
    ),
    (
        "DEPARTMENT OF STATE A/CDC/MR\n( ) RELEASE ( ) DECLASSIFY\n(x) EXCISE (x) DECLASSIFY in PART\n( ) DENY",
        ReleaseStamp("state-review-form", Outcome.PART),
    ),
    (
        "DEPARTMENT OF STATE A/CDC/MR\n☐ RELEASE ☐ DECLASSIFY\n☐ EXCISE ☐ DECLASSIFY in PART\n☒ DENY",
        ReleaseStamp("state-review-form", Outcome.DENIED),
    ),
    (
        "DEPARTMENT OF STATE A/CDC/MR\n(X) RELEASE ( ) DECLASSIFY\n(X) EXCISE\n( ) DENY",
        ReleaseStamp("state-review-form", Outcome.UNSPECIFIED),
    ),
    (
        "DEPARTMENT OF STATE A/CDC/MR\nKRELEASE ( ) DECLASSIFY\n(4 EXCISE",
        ReleaseStamp("state-review-form", Outcome.UNSPECIFIED),
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
