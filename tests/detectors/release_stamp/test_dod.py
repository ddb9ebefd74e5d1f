"""Stamps of the Department of Defense: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.dod import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "DECLASSIFIED IN FULL\nAuthority: EO 13526\nChief, Records & Declass Div, WHS\nDate: DEC 12 2014",
        ReleaseStamp(
            "dod",
            Outcome.FULL,
            day(2014, 12, 12),
            authority="Chief, Records & Declass Div, WHS",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    (
        "DECLASSIFIED IN PART\nAuthority: EO 13526\nChief, Records & Declass Div, WHS\nDate: DEC 12 2014",
        ReleaseStamp(
            "dod", Outcome.PART, day(2014, 12, 12), authority="Chief, Records & Declass Div, WHS", order="E.O. 13526"
        ),
    ),
    (
        "Chief, RDD, ESD, WHS\nDate: 07 JAN 2016 Authority: EO 13526\n"
        "Declassify: X Deny in Full: __\nDeclassify in Part: __",
        ReleaseStamp(
            "dod",
            Outcome.FULL,
            day(2016, 1, 7),
            authority="Chief, RDD, ESD, WHS",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    (
        "Chief, RDD, ESD, WHS\nDate: 07 JAN 2016 Authority: EO 13526\n"
        "Declassify: __ Deny in Full: __\nDeclassify in Part: X",
        ReleaseStamp("dod", Outcome.PART, day(2016, 1, 7), authority="Chief, RDD, ESD, WHS", order="E.O. 13526"),
    ),
    (
        "Chief, RDD, ESD, WHS\nDate: 07 JAN 2016 Authority: EO 13526\n"
        "Declassify: __ Deny in Full: __\nDeclassify in Part: __",
        ReleaseStamp("dod", Outcome.UNSPECIFIED, day(2016, 1, 7), authority="Chief, RDD, ESD, WHS", order="E.O. 13526"),
    ),
    (
        "REGRADED UNCLASSIFIED ON 2 SEP 94\nBY USAINSCOM FOI/PO",
        ReleaseStamp(
            "dod-regraded",
            Outcome.UNSPECIFIED,
            day(1994, 9, 2, 2),
            UNCLASSIFIED,
            authority="USAINSCOM FOI/PO",
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
