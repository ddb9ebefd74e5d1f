"""State's reading-room stamps: (text, the mark's text, what it says)."""

import pytest

from redaudit.detectors.release_stamp.vrr import FAMILY, find
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.outcome import Outcome
from tests.support_text import sightings

FULL = ReleaseStamp("vrr", Outcome.FULL)
PART = ReleaseStamp("vrr", Outcome.PART)
DENIED = ReleaseStamp("vrr", Outcome.DENIED)
DAMAGED_FULL = ReleaseStamp("vrr", Outcome.FULL, damaged=True)
DAMAGED_PART = ReleaseStamp("vrr", Outcome.PART, damaged=True)
UNREADABLE = ReleaseStamp("vrr", Outcome.UNSPECIFIED, damaged=True)
BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 06/30/2015"

STAMPS = [
    ("RELEASE IN FULL", "RELEASE IN FULL", FULL),
    ("RELEASED IN FULL", "RELEASED IN FULL", FULL),
    ("RELEASE IN PART B6", "RELEASE IN PART B6", PART),
    ("RELEASE IN PART B5,", "RELEASE IN PART B5,", PART),
    ("RELEASE IN PART B3 CIA", "RELEASE IN PART B3 CIA", PART),
    ("RELEASE IN FULL\n\nThe talks", "RELEASE IN FULL", FULL),
    ("x\nRELEASE IN FULL", "RELEASE IN FULL", FULL),
    ("DENIED IN FULL", "DENIED IN FULL", DENIED),
    ("DENY IN FULL", "DENY IN FULL", DENIED),
    ("DENIED IN\nFULL", "DENIED IN\nFULL", DENIED),
    # Over lines.
    ("RELEASE IN\nFULL", "RELEASE IN\nFULL", FULL),
    ("RELEASE\nIN FULL", "RELEASE\nIN FULL", FULL),
    ("RELEASE IN —\nFULL", "RELEASE IN —\nFULL", FULL),
    ("RELEASE IN\nPART\nB5,B6", "RELEASE IN\nPART\nB5,B6", PART),
    ("RELEASE IN PART\nB1,1.4(B),1.4(D)", "RELEASE IN PART\nB1,1.4(B),1.4(D)", PART),
    ("RELEASE IN PART B5,B3 CIA\nPERS/ORG,B6", "RELEASE IN PART B5,B3 CIA\nPERS/ORG,B6", PART),
    # Codes say in part, even where no word does.
    ("RELEASE B6", "RELEASE B6", DAMAGED_PART),
    ("RELEASE IN\nB6", "RELEASE IN\nB6", DAMAGED_PART),
    # The word below the break was not read.
    ("RELEASE IN\n", "RELEASE IN\n", UNREADABLE),
    # The edges of a box, read as characters.
    ("[RELEASE IN FULL", "[RELEASE IN FULL", FULL),
    ("[RELEASE IN FULLI", "[RELEASE IN FULLI", FULL),
    ("[RELEASE IN FULL1", "[RELEASE IN FULL1", FULL),
    ("IRELEASE IN FULLI", "IRELEASE IN FULLI", FULL),
    ("-[RELEASE IN FULL", "-[RELEASE IN FULL", FULL),
    ("1RELEASE IN PART B61", "1RELEASE IN PART B61", PART),
    # Damaged words.
    ("[KELEASE IN FULL]", "[KELEASE IN FULL]", DAMAGED_FULL),
    ("kELEASE IN\nPART", "kELEASE IN\nPART", DAMAGED_PART),
    ("KELEASE IN PAK I", "KELEASE IN PAK I", DAMAGED_PART),
    ("RELEASE IN PAR", "RELEASE IN PAR", DAMAGED_PART),
    ("[KtLt/AbE IN FULL", "[KtLt/AbE IN FULL", DAMAGED_FULL),
    ("KtLtAbt IN PART", "KtLtAbt IN PART", DAMAGED_PART),
    ("LmaLamSE IN FULL", "LmaLamSE IN FULL", DAMAGED_FULL),
    ("[rcmLkkom !iv FULL", "[rcmLkkom !iv FULL", DAMAGED_FULL),
    ("REIEASE IN FULL", "REIEASE IN FULL", DAMAGED_FULL),
    # A transcript in one line, without punctuation.
    (
        "UNCLASSIFIED U S Department of State Case No F-2016-00001 Doc No C10000001 Date 07 31 2017 RELEASE IN FULL",
        "RELEASE IN FULL",
        FULL,
    ),
    # What is left of a stamp that the date of the band ran into.
    (BAND + "SE IN FULL", "SE IN FULL", DAMAGED_FULL),
    (BAND + "PART B6", "PART B6", DAMAGED_PART),
    (BAND + "ULL", "ULL", DAMAGED_FULL),
]

NO_STAMPS = [
    *FAMILY.misses,
    "RELEASE",
    "PRESS\nRELEASE",
    "NEWS RELEASE",
    "USUN PRESS RELEASE #109",
    "THE RELEASE IN PARTS OF THE COUNTRY",
    "RELEASE IN FULL THE TEXT",
    "The release in full",
    "RELEASE OF THE DETAINEES",
    # Boxes that nobody ticked.
    "( ) RELEASE IN FULL\n( ) RELEASE IN PART\n( ) DENY",
    "[ ] RELEASE IN FULL",
    "☐ RELEASE IN FULL",
    "□ DENIED IN FULL",
    # Other words in full and in part.
    "PAID IN FULL",
    "WITHHELD IN FULL",
    "DECLASSIFIED IN PART",
    "ACCEPTED IN PART",
    "Quoted IN FULL",
    "INCREASE IN PART",
    # A routing slip.
    "ROUTING AND RECORD SHEET\nFULL\nPART\nUNCLASSIFIED  INTERNAL USE ONLY  CONFIDENTIAL  SECRET",
    BAND,
    "Date: 06/30/2015 PARTY",
]


@pytest.mark.parametrize(("text", "words", "value"), STAMPS)
def test_stamps(text, words, value):
    assert sightings(find, text) == [(words, value)]


@pytest.mark.parametrize("text", NO_STAMPS)
def test_what_is_no_stamp(text):
    assert sightings(find, text) == []


def test_a_stamp_on_every_page_side_is_a_sighting_each():
    assert sightings(find, "RELEASE IN FULL\n\nThe talks.\n\nRELEASE IN PART B6") == [
        ("RELEASE IN FULL", FULL),
        ("RELEASE IN PART B6", PART),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "RELEASE" + " " * 200_000,
        "RELEASE" + " " * 200_000 + "IN PART x",
        "RELEASE " * 40_000,
        "RELEASE IN PART " + "B1," * 60_000 + "x",
        "xxxxxxxx IN " * 30_000,
        "LEASE " * 60_000,
        "Date: 06/30/2015" * 20_000,
    ],
)
def test_long_lines_are_no_stamps(text):
    assert sightings(find, text) == []


def test_codes_over_many_lines_are_one_stamp():
    text = "RELEASE IN PART " + "B1,\n" * 20_000
    assert sightings(find, text + "x") == [(text.rstrip(), PART)]


def test_many_stamps_are_many_sightings():
    assert sightings(find, "RELEASE IN PART B1,B6\n" * 5000) == [("RELEASE IN PART B1,B6", PART)] * 5000
