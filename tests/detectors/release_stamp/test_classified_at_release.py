"""State's stamps that classify at release: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.classified_at_release import FAMILY
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, TOP_SECRET
from tests.support_text import sightings

DAS = "DAS, A/GIS, DoS"
DATE, UNTIL = ReadDate(dt.date(2015, 8, 31)), ReadDate(dt.date(2025, 7, 22))
BOTH = ("1.4(B)", "1.4(D)")
WHOLE = (
    "Classified by DAS, A/GIS, DoS on 08/31/2015 — Class: CONFIDENTIAL — Reason: 1.4(B), 1.4(D) "
    "— Declassify on: 07/22/2025"
)


def stamp(level=CONFIDENTIAL, reasons=BOTH, until=UNTIL, date=DATE, authority=DAS, damaged=False):
    return ReleaseStamp(
        "classified-at-release",
        date=date,
        authority=authority,
        withheld=level,
        reasons=reasons,
        until=until,
        damaged=damaged,
    )


STAMPS = [
    (WHOLE, stamp()),
    # Any dash parts its fields, and any of them may end a line.
    (WHOLE.replace("—", "~"), stamp()),
    (WHOLE.replace("—", "-"), stamp()),
    (WHOLE.replace("—", "–"), stamp()),
    (WHOLE.replace(" — ", "\n— "), stamp()),
    (WHOLE.replace(" — ", " —\n"), stamp()),
    (WHOLE.replace("1.4(B), ", "1.4(B),\n"), stamp()),
    (WHOLE.replace("A/GIS, DoS", "A/GIS,\nDoS"), stamp()),
    (WHOLE.replace("Class:", "Class."), stamp()),
    (
        WHOLE.replace(DAS, "Director A/GIS/IPS, DoS").replace("CONFIDENTIAL", "SECRET"),
        stamp(SECRET, authority="Director A/GIS/IPS, DoS"),
    ),
    (WHOLE.replace("CONFIDENTIAL", "TOP SECRET"), stamp(TOP_SECRET)),
    (WHOLE.replace("1.4(B), ", ""), stamp(reasons=("1.4(D)",))),
    # The B1 that some stamps add is no reason of the order.
    (WHOLE.replace("1.4(D) —", "1.4(D), B1 —"), stamp()),
    (WHOLE.replace("/", "-").replace("A-GIS", "A/GIS"), stamp()),
    (
        WHOLE.replace("2015", "15").replace("2025", "25"),
        stamp(date=ReadDate(DATE.date, True), until=ReadDate(UNTIL.date, True)),
    ),
    # Words of the page that fell between.
    (WHOLE.replace("CONFIDENTIAL —", "CONFIDENTIAL RELEASE IN PART —"), stamp()),
    (WHOLE.replace("Declassify on:", "Declassify FYI on: DD"), stamp()),
    (WHOLE.replace("Declassify on:", "Declassify on: Original Message DD"), stamp()),
    # What is cut off or unreadable is not said.
    (WHOLE.split(" — Reason")[0], stamp(reasons=(), until=None)),
    (WHOLE.split(" — Declassify")[0], stamp(until=None)),
    (f"{WHOLE.split(' — Declassify')[0]}\n\nThe talks will go on, and the ferries will run.", stamp(until=None)),
    (WHOLE.replace("Reason: 1.4(B), 1.4(D) — ", ""), stamp(reasons=())),
    (WHOLE.replace("07/22", "77/22"), stamp(until=None)),
    # An exemption in place of the date.
    (WHOLE.replace("07/22/2025", "25X1"), stamp(until="25X1")),
    (WHOLE.replace("07/22/2025", "50X1-HUM"), stamp(until="50X1-HUM")),
    (WHOLE.replace("08/31", "68/31"), stamp(date=None, damaged=True)),
    # A part that stands below, torn off by another column.
    (
        WHOLE.replace(
            " — Reason: 1.4(B)", " and many words of another column, of more than forty letters — Reason: 1.4(B)"
        ),
        stamp(reasons=(), until=None, damaged=True),
    ),
    # A part that was never printed.
    (WHOLE.replace(" on 08/31/2015", ""), stamp(date=None)),
    (WHOLE.replace(" on 08/31/2015", "").replace("—", "~"), stamp(date=None)),
    (WHOLE.replace(" on 08/31/2015", "").replace(" — Reason", "\n— Reason"), stamp(date=None)),
    (WHOLE.replace(" on 08/31/2015", "").replace("—", "-"), stamp(date=None)),
    (WHOLE.replace("— Class: CONFIDENTIAL ", ""), stamp(None)),
    (WHOLE.replace(" DAS, A/GIS, DoS", ""), stamp(authority="")),
    (WHOLE.replace("— Class: CONFIDENTIAL ", "").replace(" on 08/31/2015", ""), stamp(None, date=None)),
]

NO_STAMPS = [
    *FAMILY.misses,
    "Classified by DAS, A/GIS, DoS on 08/31/2015",
    "Classified by DAS, A/GIS, DoS on 08/31/2015 — Class: UNCLASSIFIED",
    "Classified by Ann Example on 5/5/2005, Class of 1999: the reason was 1.4 million",
    "CLASSIFICATION: CONFIDENTIAL MISC: 6",
    # An originator's block in one line, and too little of a stamp.
    "Classified by: Ann Example, Director — Reason: 1.4(B) — Declassify on: 07/22/2025",
    "Classified by Ann Example, Director - Reason: 1.4(B) - Declassify on: 07/22/2025",
    "Classified by DAS, A/GIS, DoS — Declassify on: 07/22/2025",
    "Classified by the author — or by whom — Reason: unknown to us — and Declassify on: demand",
]


@pytest.mark.parametrize(("text", "value"), STAMPS)
def test_stamps(text, value):
    ((words, seen),) = sightings(FAMILY.find, f"From: A. Able\n\n{text}\n\nThe talks.")
    assert seen == value
    assert text.startswith(words[:40])


def test_a_whole_stamp_ends_with_its_last_date():
    assert sightings(FAMILY.find, f"x {WHOLE} y\n\n{WHOLE}") == [(WHOLE, stamp()), (WHOLE, stamp())]


@pytest.mark.parametrize("text", NO_STAMPS)
def test_what_is_no_stamp(text):
    assert sightings(FAMILY.find, text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f"{WHOLE}\n" * 2000, 2000),
        ("Classified by " * 15_000, 0),
        ("Classified by \n" * 15_000, 0),
        ("Classified by DAS on 1/1/2015 " * 8000, 0),
        ("Classified by DAS on 1/1/2015 Class: SECRET Reason: " + "1.4(B)" * 40_000, 1),
        ("Classified by DAS on 1/1/2015 Class: SECRET " + "Declassify " * 20_000, 1),
        ("Classified by" + " " * 200_000, 0),
        ("~ Classified by DAS " * 10_000, 0),
        ("Classified by DAS\n~ Reason: 1.4(B)\n" * 8000, 0),
        ("Classified by DAS ~ Reason: 1.4(B) ~ Declassify on: 25X1\n" * 2000, 2000),
    ],
)
def test_many_stamps_and_their_beginnings(text, many):
    assert len(sightings(FAMILY.find, text)) == many
