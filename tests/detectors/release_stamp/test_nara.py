"""The National Archives' slug: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.nara import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "DECLASSIFIED\nAuthority NND 900001\nBy JR NARA Date 3/12/04",
        ReleaseStamp("nara", Outcome.UNSPECIFIED, day(2004, 3, 12, 2), authority="NND 900001", declassified=True),
    ),
    (
        "DECLASSIFIED\nAuthority: NND900001\nBy: ab, NARA, Date:",
        ReleaseStamp("nara", Outcome.UNSPECIFIED, authority="NND900001", declassified=True),
    ),
    (
        "DECLASSIFIED\nAuthority NW 36000",
        ReleaseStamp("nara", Outcome.UNSPECIFIED, authority="NW 36000", declassified=True),
    ),
    (
        "DECLASSIFIED\nAuthority E.O. 11652, Sec. 3(E)\nBy AT NARS, Date 5/6/77",
        ReleaseStamp(
            "nara", Outcome.UNSPECIFIED, day(1977, 5, 6, 2), authority="E.O. 11652, Sec. 3(E)", declassified=True
        ),
    ),
]


@pytest.mark.parametrize(("text", "stamp"), CASES)
def test_each_stamp_is_read_whole(text: str, stamp: ReleaseStamp) -> None:
    page = Page(1, f"Memorandum\n{text}\nDear colleague")
    seen = sorted(FAMILY.find(page), key=lambda one: (one.start, -one.end))[0]
    assert seen.value == stamp
    assert any(cue in page.folded for cue in FAMILY.cues)


@pytest.mark.parametrize("text", [*FAMILY.misses, "Authority to release NND files", "the authority 900001"])
def test_other_words_give_no_mark(text: str) -> None:
    assert list(FAMILY.find(Page(1, text))) == []
