"""Finders and what wakes them: (cues of each, a text in upper case, those awake)."""

import pytest

from redaudit.model.part import Finder
from redaudit.waking import PIECE, waking

SLEEPERS = {"always": (), "stamp": ("RELEASE", "DENIED IN"), "level": ("SECRET", "S E C R E T"), "part": ("SECRETARY",)}


def awake(text):
    finders = waking((name, Finder(cues, lambda _: iter(()))) for name, cues in SLEEPERS.items())
    return [name for name, _ in finders.awake(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["always"]),
        ("THE TALKS WENT ON", ["always"]),
        ("RELEASED IN PART", ["always", "stamp"]),
        ("DENIED", ["always"]),
        ("DENIED IN FULL", ["always", "stamp"]),
        # One cue inside another, and one over the end of another.
        ("THE SECRETARY SPOKE", ["always", "level", "part"]),
        ("S E C R E T\nRELEASE", ["always", "stamp", "level"]),
        ("RELEASECRET", ["always", "stamp", "level"]),
        ("\ud800 É SECRET \U0001f512", ["always", "level"]),
    ],
)
def test_finders_wake_where_one_of_their_cues_stands(text, expected):
    assert awake(text) == expected


def test_finders_that_share_a_cue_wake_together():
    twins = waking((name, Finder(("SECRET",), lambda _: iter(()))) for name in ("one", "two"))
    assert [name for name, _ in twins.awake("A SECRET")] == ["one", "two"]


@pytest.mark.parametrize("before", range(PIECE - 8, PIECE + 3))
def test_a_cue_wakes_across_the_pieces_of_a_long_text(before):
    assert awake(f"{'.' * before}DENIED IN{'.' * PIECE}") == ["always", "stamp"]
