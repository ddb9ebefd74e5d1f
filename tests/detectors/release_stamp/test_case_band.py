"""State's case bands: (text, the mark's text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.case_band import FAMILY, find
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, TOP_SECRET, UNCLASSIFIED
from tests.support_text import sightings

BAND = "U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015"
DAY = ReadDate(dt.date(2015, 8, 31))


def band(level=UNCLASSIFIED, date=DAY, case="F-2014-00001", document="C05000001", damaged=False):
    return ReleaseStamp("case-band", date=date, classification=level, case=case, document=document, damaged=damaged)


BANDS = [
    (f"UNCLASSIFIED {BAND}", band()),
    (f"CONFIDENTIAL {BAND}", band(CONFIDENTIAL)),
    (f"SECRET {BAND}", band(SECRET)),
    (f"TOP SECRET {BAND}", band(TOP_SECRET)),
    (f"UNCLASSIFIED\n{BAND}", band()),
    (BAND, band(None)),
    # The nearer word of two.
    (f"CONFIDENTIAL UNCLASSIFIED {BAND}", band()),
    (
        "UNCLASSIFIED\nU.S. Department of State\nCase No. F-2014-00001\nDoc No. C05000001\nDate: 08/31/2015",
        band(),
    ),
    # Other words to the right of the five lines.
    (
        "UNCLASSIFIED     STATE DEPT. - PRODUCED TO A COMMITTEE\nU.S. Department of State     NO FOIA WAIVER.\n"
        "Case No. F-2014-00001     SUBJECT TO AGREEMENT\nDoc No. C05000001     STATE-SCB0000001\nDate: 08/31/2015",
        band(),
    ),
    # Digits lost, and too many.
    (f"UNCLASSIFIED {BAND.replace('C05000001', 'C050001')}", band(document="C050001")),
    (f"UNCLASSIFIED {BAND.replace('C05000001', 'C0500000001')}", band(document="C0500000001")),
    (f"UNCLASSIFIED {BAND.replace('F-2014-00001', 'F-2014-001')}", band(case="F-2014-001")),
    # Damage: signs in the numbers, days and years that never were, no date.
    (f"UNCLASSIFIED {BAND.replace('F-2014', 'F:2014')}", band(case="F:2014-00001")),
    (f"UNCLASSIFIED {BAND.replace('C05000001', '(05000001')}", band(document="(05000001")),
    (f"UNCLASSIFIED {BAND.replace('C05000001', 'CO5000001')}", band(document="CO5000001")),
    (f"UNCLASSIFIED {BAND.replace('C05000001', 'C0 5000001')}", band()),
    (f"UNCLASSIFIED {BAND.replace('08/31', '68/31')}", band(date=None, damaged=True)),
    (f"UNCLASSIFIED {BAND.replace('2015', '2615')}", band(date=None, damaged=True)),
    (f"UNCLASSIFIED {BAND.replace(' Date: 08/31/2015', '')}", band(date=None, damaged=True)),
    (f"UNCLASSIFIED {BAND.replace('08/31/2015', '8-31-15')}", band(date=ReadDate(dt.date(2015, 8, 31), True))),
]


@pytest.mark.parametrize(("text", "value"), BANDS)
def test_bands(text, value):
    (seen,) = sightings(find, text)
    assert seen[1] == value


def test_a_band_begins_with_its_class():
    text = f"The end.\nSECRET UNCLASSIFIED {BAND}"
    assert sightings(find, text) == [(f"UNCLASSIFIED {BAND}", band())]
    assert sightings(find, f"The end.\n{BAND}") == [(BAND, band(None))]


def test_the_five_lines_among_columns_are_one_band():
    text = (
        "UNCLASSIFIED".ljust(60) + "STATE DEPT.\nU.S. Department of State\nCase No. F-2014-00001\n"
        "Doc No. C05000001\nDate: 08/31/2015\n"
    )
    assert [value for _, value in sightings(find, text)] == [band()]


@pytest.mark.parametrize(
    "text",
    [
        *FAMILY.misses,
        "U.S. Department of State Case No. F-2014-00001",
        "U.S. Department of Justice Case No. F-2014-00001 Doc No. C05000001",
        "UNCLASSIFIED",
    ],
)
def test_what_is_no_band(text):
    assert sightings(find, text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f"UNCLASSIFIED {BAND}\nThe talks.\n" * 3000, 3000),
        ("U.S. Department of State " * 10_000, 0),
        ("U.S. Department of State Case No. F-2014-00001 " * 5000, 0),
        ("U.S. Department of State" + " " * 200_000, 0),
        ("U.S. Department of State Case No. F-2014-00001" + "\n x" * 60_000, 0),
    ],
)
def test_many_bands_and_their_beginnings(text, many):
    assert len(sightings(find, text)) == many
