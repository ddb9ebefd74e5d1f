"""The Agency's release lines: (text, the mark's text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.cia import FAMILY, find
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome

NUMBER = "CIA-RDP80-00001R000300040008-5"
DAY = ReadDate(dt.date(2012, 2, 22))

CASES = [
    (
        f"Approved For Release 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER),
    ),
    (
        f"Declassified and Approved For Release 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER, declassified=True),
    ),
    (
        f"Declassified and Approved For Release @ 50-Yr 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER, declassified=True),
    ),
    (
        f"Sanitized Copy Approved for Release 2012/02/22: {NUMBER}",
        ReleaseStamp("cia", Outcome.PART, DAY, document=NUMBER),
    ),
    (
        f"Declassified in Part - Sanitized Copy Approved for Release 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.PART, DAY, document=NUMBER),
    ),
    (
        "Approved for Release: 2012/02/22 C05000001",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document="C05000001"),
    ),
    ("APPROVED FOR RELEASE: 02/22/2012", ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY)),
    ("APPROVED FOR RELEASE", ReleaseStamp("cia", Outcome.UNSPECIFIED)),
    ("50-Yr 2012/02/22", ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY)),
    (
        "Approved for Release in Full 2012/02/22",
        ReleaseStamp("cia", Outcome.FULL, DAY, declassified=True),
    ),
    # Damage: a letter lost or changed in the words, letters among the digits.
    (
        f"Approved For Rase 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER, damaged=True),
    ),
    (
        f"Approved Fbr Release 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER, damaged=True),
    ),
    (
        f"Approve' or Release 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER, damaged=True),
    ),
    (
        f"Approved For a ease 2012/02/22 : {NUMBER}",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document=NUMBER, damaged=True),
    ),
    (
        "Appfoved for Re|ease: 2O12/O2/22 C05000001",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document="C05000001", damaged=True),
    ),
    (
        "Approved for Release: 2012[02[22 C05000001",
        ReleaseStamp("cia", Outcome.UNSPECIFIED, DAY, document="C05000001", damaged=True),
    ),
    # The historical review programme, and what the Agency says of others' documents.
    (
        "CIA HISTORICAL REVIEW PROGRAM\nRELEASE IN FULL\n1998",
        ReleaseStamp("cia-historical-review", Outcome.FULL, declassified=True),
    ),
    (
        "APPROVED FOR RELEASE 1994\nCIA HISTORICAL-REVIEW PROGRAM",
        ReleaseStamp("cia-historical-review", Outcome.UNSPECIFIED),
    ),
    ("RELEASE AS SANITIZED\n1998", ReleaseStamp("cia-historical-review", Outcome.PART)),
    ("RELEASE IN FULL 1998", ReleaseStamp("cia-historical-review", Outcome.FULL, declassified=True)),
    (
        "CIA HAS NO OBJECTION TO\nDECLASSIFICATION AND/OR\nRELEASE OF THIS DOCUMENT\nAS SANITIZED",
        ReleaseStamp("cia-no-objection", Outcome.PART),
    ),
    (
        "CIA HAS NO OBJECTION TO DECLASSIFICATION AND/OR RELEASE OF THIS DOCUMENT",
        ReleaseStamp("cia-no-objection", Outcome.UNSPECIFIED),
    ),
]


@pytest.mark.parametrize(("text", "stamp"), CASES)
def test_each_line_is_read_whole(text: str, stamp: ReleaseStamp) -> None:
    page = Page(1, f"SECRET\n{text}\n")
    seen = sorted(find(page), key=lambda one: (one.start, -one.end))[0]
    assert seen.value == stamp
    assert page.text[seen.start : seen.end].startswith(text.split("\n", maxsplit=1)[0][:12])
    assert any(cue in page.folded for cue in FAMILY.cues)


@pytest.mark.parametrize(
    "text",
    [
        *FAMILY.misses,
        "PRESS RELEASE",
        "NEWS RELEASE",
        "the draft, approved for release, was read out",
        "Approved for Release of the hostages was a plan",
        "NSC review(s) completed.",
        "The Historical Review Program of the Agency began in 1985.",
    ],
)
def test_prose_and_press_give_no_mark(text: str) -> None:
    assert list(find(Page(1, text))) == []


def test_a_year_that_no_release_can_have_is_no_date() -> None:
    (seen,) = find(Page(1, f"Approved For Release 1201/03/04 : {NUMBER}"))
    assert isinstance(seen.value, ReleaseStamp)
    assert (seen.value.date, seen.value.document) == (None, NUMBER)
