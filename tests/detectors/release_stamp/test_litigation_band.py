"""State's bands of releases in litigation: (text, the mark's text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.litigation_band import FAMILY
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import CONFIDENTIAL, TOP_SECRET, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome
from tests.support_text import sightings

NUMBERS = "FL-2017-00001 B-00000000001"
DAY = ReadDate(dt.date(2023, 3, 16))
CUT = ReadDate(dt.date(2023, 2, 2))


def band(date=DAY, level=UNCLASSIFIED, damaged=False):
    return ReleaseStamp(
        "litigation-band",
        Outcome.UNSPECIFIED,
        date,
        level,
        case="FL-2017-00001",
        document="B-00000000001",
        damaged=damaged,
    )


BANDS = [
    (f'{NUMBERS} "UNCLASSIFIED" 3/16/2023', band()),
    (f"{NUMBERS} “UNCLASSIFIED” 3/16/2023", band()),
    (f"{NUMBERS} ''UNCLASSIFIED'' 3/16/2023", band()),
    (f"{NUMBERS} UNCLASSIFIED 3/16/2023", band()),
    (f'{NUMBERS} "CONFIDENTIAL" 3/16/2023', band(level=CONFIDENTIAL)),
    (f'{NUMBERS} "TOP SECRET" 3/16/2023', band(level=TOP_SECRET)),
    (f'{NUMBERS} "UNCLASSIFIED" 3/16/23', band(ReadDate(dt.date(2023, 3, 16), True))),
    # Numbers with a blank or without a dash are the same numbers.
    ('FL 2017-00001 B- 00000000001 "UNCLASSIFIED" 3/16/2023', band()),
    ('FL-201700001 B-00000000001 "UNCLASSIFIED" 3/16/2023', band()),
    # On lines of their own, and as a row of a table.
    ('FL-2017-00001\nB-00000000001\n"UNCLASSIFIED"\n3/16/2023', band(None)),
    ('| FL-2017-00001 | B-00000000001 | "UNCLASSIFIED" | 3/16/2023 |', band()),
    ('FL-2017-00001\tB-00000000001\t"UNCLASSIFIED"\t3/16/2023', band()),
    # The class of the page stands beside the band, and is none of it.
    (f'{NUMBERS}\n\n"UNCLASSIFIED" CONFIDENTIAL', band(None)),
    # A year cut in two by the edge of a table.
    (f'{NUMBERS} "UNCLASSIFIED" 2/2/20 | 023 FL-2017-00001 1', band(CUT, damaged=True)),
    (f'{NUMBERS} "UNCLASSIFIED" 2/2/20\t\t\t023 x', band(CUT, damaged=True)),
    (f'{NUMBERS} "UNCLASSIFIED" 2/2/202 3', band(CUT, damaged=True)),
    (f'{NUMBERS} "UNCLASSIFIED" 2/2/202 23', band(CUT, damaged=True)),
    # Digits beside a whole year, or that make no year of it.
    (f'{NUMBERS} "UNCLASSIFIED" 2/2/2023 1', band(CUT, damaged=True)),
    (f'{NUMBERS} "UNCLASSIFIED" 2/2/23 1', band(ReadDate(dt.date(2023, 2, 2), True), damaged=True)),
    (f'{NUMBERS} "UNCLASSIFIED" 13/45/2023', band(None, damaged=True)),
]


@pytest.mark.parametrize(("text", "value"), BANDS)
def test_bands(text, value):
    assert [seen for _, seen in sightings(FAMILY.find, text)] == [value]


def test_a_band_ends_with_its_date():
    assert sightings(FAMILY.find, f'x {NUMBERS} "UNCLASSIFIED" 3/16/2023 SECRET') == [
        (f'{NUMBERS} "UNCLASSIFIED" 3/16/2023', band())
    ]


@pytest.mark.parametrize(
    "text",
    [
        *FAMILY.misses,
        'FL-2017-00001 A-00000000001 "UNCLASSIFIED" 3/16/2023',
        'FL-2017-00001 "UNCLASSIFIED" 3/16/2023',
        f"{NUMBERS} UNCLASSIFIEDS",
        "Tampa, FL-2017",
    ],
)
def test_what_is_no_band(text):
    assert sightings(FAMILY.find, text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f'{NUMBERS} "UNCLASSIFIED" 3/16/2023\n' * 3000, 3000),
        ("FL-2017-00001 " * 20_000, 0),
        (f"{NUMBERS} " * 10_000, 0),
        (NUMBERS + " " * 200_000, 0),
        (NUMBERS + '"' * 100_000, 0),
    ],
)
def test_many_bands_and_their_beginnings(text, many):
    assert len(sightings(FAMILY.find, text)) == many
