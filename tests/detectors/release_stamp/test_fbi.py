"""The Bureau's review stamps: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.fbi import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "ALL INFORMATION CONTAINED\nHEREIN IS UNCLASSIFIED\nDATE 10-11-00 BY SP-2 ABC/de",
        ReleaseStamp(
            "fbi", Outcome.UNSPECIFIED, day(2000, 10, 11, 2), UNCLASSIFIED, authority="SP-2 ABC/de", declassified=True
        ),
    ),
    (
        "ALL INFORMATION CONTAINED\nHEREIN IS UNCLASSIFIED EXCEPT\nWHERE SHOWN OTHERWISE",
        ReleaseStamp("fbi", Outcome.UNSPECIFIED),
    ),
    (
        "ALL INFORMATION CONTAINED\nHEREINIS INCLASSIFIED",
        ReleaseStamp("fbi", Outcome.UNSPECIFIED, classification=UNCLASSIFIED, declassified=True),
    ),
    (
        "INFORMATION CONTAINED HEREEN I 1S UNCLASSIFIED",
        ReleaseStamp("fbi", Outcome.UNSPECIFIED, classification=UNCLASSIFIED, declassified=True),
    ),
    (
        "DECLASSIFIED BY SP1 ABC/def ON 6/2/94",
        ReleaseStamp(
            "fbi-declassified", Outcome.UNSPECIFIED, day(1994, 6, 2, 2), authority="SP1 ABC/def", declassified=True
        ),
    ),
    (
        "DATE: 06-20-2013\nCLASSIFIED BY NSICG/A12B\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038",
        ReleaseStamp(
            "fbi-classified",
            None,
            day(2013, 6, 20),
            authority="NSICG/A12B",
            reasons=("1.4(C)", "1.4(D)"),
            until=day(2038, 6, 20),
        ),
    ),
    (
        "CLASSIFIED BY 60000 ABC\nREASON: 1.5 (c)\nDECLASSIFY ON: X1",
        ReleaseStamp("fbi-classified", authority="60000 ABC", reasons=("1.5(C)",)),
    ),
    *(
        (
            f"DATE: 06-20-2013\nCLASSIFIED BY NSICG/A12B\nREASON: 1.4 (c)\nDECLASSIFY ON: {printed}",
            ReleaseStamp(
                "fbi-classified",
                None,
                day(2013, 6, 20),
                authority="NSICG/A12B",
                reasons=("1.4(C)",),
                until=exemption,
            ),
        )
        for printed, exemption in (
            ("25X1", "25X1"),
            ("25X", "25X"),
            ("25X 3.3(1) 06-20-2041", "25X1"),
            ("25X, 3.3(b)(6)", "25X6"),
            ("50X1-HUM", "50X1-HUM"),
        )
    ),
]


@pytest.mark.parametrize(("text", "stamp"), CASES)
def test_each_stamp_is_read_whole(text: str, stamp: ReleaseStamp) -> None:
    page = Page(1, f"Memorandum\n{text}\nDear colleague")
    seen = sorted(FAMILY.find(page), key=lambda one: (one.start, -one.end))[0]
    assert seen.value == stamp
    assert any(cue in page.folded for cue in FAMILY.cues)


@pytest.mark.parametrize("text", [*FAMILY.misses, "CLASSIFIED BY: DCM A. PERSON. REASON: 1.5 (D)"])
def test_other_words_give_no_mark(text: str) -> None:
    assert list(FAMILY.find(Page(1, text))) == []
