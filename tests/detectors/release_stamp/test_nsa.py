"""The National Security Agency's release line: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.nsa import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "Declassified and approved for release by NSA on 09-23-2014 pursuant to E.O. 13526, FOIA Case # 12000",
        ReleaseStamp(
            "nsa",
            Outcome.UNSPECIFIED,
            day(2014, 9, 23),
            authority="NSA",
            case="FOIA Case # 12000",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    (
        "Approved for Release by NSA on\n9 January 2007 pursuant to E.O. 12958, as amended\nMDR 11000",
        ReleaseStamp(
            "nsa", Outcome.UNSPECIFIED, day(2007, 1, 9), authority="NSA", case="MDR 11000", order="E.O. 12958"
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
