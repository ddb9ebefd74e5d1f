"""State's systematic review lines: (text, the mark's text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.systematic_review import FAMILY
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome
from tests.support_text import sightings

LINE = "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"
DAY = ReadDate(dt.date(2014, 3, 20))


def line(authority="EO Systematic Review", date=DAY, damaged=False):
    return ReleaseStamp(
        "systematic-review", Outcome.UNSPECIFIED, date, authority=authority, declassified=True, damaged=damaged
    )


LINES = [
    (LINE, LINE, line()),
    (f"Jane Q. Public {LINE}", f"Jane Q. Public {LINE}", line("Jane Q. Public, EO Systematic Review")),
    (f"Jane Public-Private {LINE}", f"Jane Public-Private {LINE}", line("Jane Public-Private, EO Systematic Review")),
    (f"CONFIDENTIAL {LINE} x", LINE, line()),
    (LINE.replace("20 Mar 2014", "30 JUN 2005"), None, line(date=ReadDate(dt.date(2005, 6, 30)))),
    (LINE.replace("20 Mar", "35 Mar"), None, line(date=None, damaged=True)),
    # Over lines, and with the blanks of a laid-out page.
    (LINE.replace(" US ", "\nUS ").replace(" EO ", "\nEO "), None, line()),
    (
        "Jane Q. Public      Declassified/Released     US Department of State     EO Systematic Review     20 Mar 2014",
        None,
        line("Jane Q. Public, EO Systematic Review"),
    ),
]


@pytest.mark.parametrize(("text", "words", "value"), LINES)
def test_lines(text, words, value):
    assert sightings(FAMILY.find, text) == [(words or text, value)]


@pytest.mark.parametrize(
    "text",
    [
        *FAMILY.misses,
        "Declassified/Released US Department of State",
        "Declassified/Released US Department of State EO Systematic Review",
        "EO Systematic Review 20 Mar 2014",
    ],
)
def test_what_is_no_line(text):
    assert sightings(FAMILY.find, text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f"Jane Q. Public {LINE}\n" * 2000, 2000),
        ("Declassified/Released US Department of State " * 5000, 0),
        ("Jane Q. " * 30_000, 0),
        ("Jane " * 40_000, 0),
        ("Jane Q. P" + "a" * 200_000, 0),
        ("Jane Q. Public" + " " * 200_000, 0),
    ],
)
def test_many_lines_and_their_beginnings(text, many):
    assert len(sightings(FAMILY.find, text)) == many
