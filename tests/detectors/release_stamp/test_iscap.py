"""The Appeals Panel's stamp: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.iscap import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "DECLASSIFIED UNDER AUTHORITY OF THE\nINTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL,\n"
        "E.O. 13526, SECTION 5.3(b)(3)\nISCAP APPEAL NO. 2012-001, document no. 1\n"
        "DECLASSIFICATION DATE: September 18, 2014",
        ReleaseStamp(
            "iscap",
            Outcome.UNSPECIFIED,
            day(2014, 9, 18),
            authority="INTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL",
            case="2012-001",
            document="1",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    (
        "DECLASSIFIED IN PART UNDER AUTHORITY OF THE INTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL",
        ReleaseStamp("iscap", Outcome.PART, authority="INTERAGENCY SECURITY CLASSIFICATION APPEALS PANEL"),
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
