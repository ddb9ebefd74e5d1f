"""Stamps of the Department of Energy: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.doe import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "DEPARTMENT OF ENERGY DECLASSIFICATION REVIEW\n1ST REVIEW-DATE: 3/12/98\nAUTHORITY: DC\n"
        "1. CLASSIFICATION RETAINED\n5. CLASSIFICATION CANCELED",
        ReleaseStamp("doe", Outcome.UNSPECIFIED, day(1998, 3, 12, 2)),
    ),
    (
        "CLASSIFICATION CANCELLED\nBY AUTHORITY OF DOE/OC\nDATE 5/6/94",
        ReleaseStamp(
            "doe-cancelled",
            Outcome.UNSPECIFIED,
            day(1994, 5, 6, 2),
            UNCLASSIFIED,
            authority="DOE/OC",
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
