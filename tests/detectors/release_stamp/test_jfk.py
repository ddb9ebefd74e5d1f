"""Bands and form of the JFK collection: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.jfk import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY\nASSASSINATION RECORDS ACT OF 1992",
        ReleaseStamp(
            "jfk", Outcome.UNSPECIFIED, authority="PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992"
        ),
    ),
    (
        "Released under the John F. Kennedy Assassination Records Collection Act of 1992 (44 USC 2107 Note). "
        "Case#:NW 88000 Date: 03-18-2025",
        ReleaseStamp(
            "jfk",
            Outcome.UNSPECIFIED,
            day(2025, 3, 18),
            authority="John F. Kennedy Assassination Records Collection Act of 1992",
            case="NW 88000",
        ),
    ),
    (
        "CURRENT STATUS : RELEASED WITH DELETIONS\nDATE OF LAST REVIEW : 03/07/95",
        ReleaseStamp("jfk-form", Outcome.PART, day(1995, 3, 7, 2)),
    ),
    (
        "CURRENT STATUS : POSTPONED IN FULL\nDATE OF LAST REVIEW : 06/04/1993",
        ReleaseStamp("jfk-form", Outcome.DENIED, day(1993, 6, 4)),
    ),
    (
        "CURRENT STATUS : OPEN\nDATE OF LAST REVIEW : 9/10/2000",
        ReleaseStamp("jfk-form", Outcome.FULL, day(2000, 9, 10)),
    ),
    ("CURRENT STATUS : Redact", ReleaseStamp("jfk-form", Outcome.PART)),
]


@pytest.mark.parametrize(("text", "stamp"), CASES)
def test_each_stamp_is_read_whole(text: str, stamp: ReleaseStamp) -> None:
    page = Page(1, f"Memorandum\n{text}\nDear colleague")
    seen = sorted(FAMILY.find(page), key=lambda one: (one.start, -one.end))[0]
    assert seen.value == stamp
    assert any(cue in page.folded for cue in FAMILY.cues)


@pytest.mark.parametrize("text", [*FAMILY.misses, "CURRENT STATUS : PENDING"])
def test_other_words_give_no_mark(text: str) -> None:
    assert list(FAMILY.find(Page(1, text))) == []
