"""The bare words of a declassification: (text, the mark's text, what it says)."""

import pytest

from redaudit.detectors.release_stamp.declassified_words import FAMILY
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.outcome import Outcome
from tests.support_text import sightings

DECLASSIFIED = ReleaseStamp("declassified-words", declassified=True)
BOTH = ReleaseStamp("declassified-words", declassified=True, decaptioned=True)
DECAPTIONED = ReleaseStamp("declassified-words", decaptioned=True)
PART = ReleaseStamp("declassified-words", Outcome.PART)

WORDS = [
    ("DECLASSIFIED", "DECLASSIFIED", DECLASSIFIED),
    ("DECLASSIFIED.", "DECLASSIFIED", DECLASSIFIED),
    ("**DECLASSIFIED**", "DECLASSIFIED", DECLASSIFIED),
    ("@INFO: C(01) D(01) DECLASSIFIED", "DECLASSIFIED", DECLASSIFIED),
    ("SECRET DECLASSIFIED", "DECLASSIFIED", DECLASSIFIED),
    ("DECLASSIFIED\nE.O. 12958", "DECLASSIFIED", DECLASSIFIED),
    ("PAGE 2" + " " * 40 + "DECLASSIFIED", "DECLASSIFIED", DECLASSIFIED),
    # What a text layer left of DECLASSIFIED / PER E.O. 13526.
    (
        "DECLASSIFIED13526",
        "DECLASSIFIED13526",
        ReleaseStamp("declassified-words", authority="E.O. 13526", order="E.O. 13526", declassified=True),
    ),
    ("DECLASSIFIED IN PART", "DECLASSIFIED IN PART", PART),
    ("DECLASSIFIED AND DECAPTIONED", "DECLASSIFIED AND DECAPTIONED", BOTH),
    ("DECLASSIFIED & DECAPTIONED", "DECLASSIFIED & DECAPTIONED", BOTH),
    ("DECLASSIFIED/DECAPIONED", "DECLASSIFIED/DECAPIONED", BOTH),
    ("DECAPTIONED", "DECAPTIONED", DECAPTIONED),
    ("NODIS DECAPIONED", "DECAPIONED", DECAPTIONED),
    ("DECAPTI0NED", "DECAPTI0NED", DECAPTIONED),
    ("DE-CAPTIONED", "DE-CAPTIONED", DECAPTIONED),
]

PROSE = [
    *FAMILY.misses,
    "THE ANNEX WAS SINCE DECLASSIFIED.",
    "IT WAS, HE SAID, DECLASSIFIED",
    "[TEXT NOT DECLASSIFIED]",
    "THE FILE WAS DECLASSIFIED BY MISTAKE",
    "DECLASSIFIED BY",
    '"DECLASSIFIED"',
    "UNDECLASSIFIED",
    "DECLASSIFIED77777",
    "declassified",
    "DECAPSULATED",
    "DECAPTIONED COPIES WERE SENT",
]


@pytest.mark.parametrize(("text", "words", "value"), WORDS)
def test_words_stamped_alone(text, words, value):
    assert sightings(FAMILY.find, text) == [(words, value)]


@pytest.mark.parametrize("text", PROSE)
def test_words_in_a_sentence_are_no_stamp(text):
    assert sightings(FAMILY.find, text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("DECLASSIFIED\n" * 5000, 5000),
        ("DECLASSIFIED\n\n\n" * 5000, 5000),
        ("DECLASSIFIED " * 20_000 + "x", 0),
        ("DECLASSIFIED. " * 20_000 + "x", 0),
        ("DECLASSIFIED" + " " * 200_000 + "x", 0),
        ("DECLASSIFIED" + "." * 200_000 + "x", 0),
        ("DECAPTIONED" + "." * 200_000 + "x", 0),
    ],
)
def test_many_words_and_long_lines(text, many):
    assert len(sightings(FAMILY.find, text)) == many
