"""Which characters an eye can read."""

import pytest

from redaudit.layout.cover import Areas
from redaudit.layout.layers import Placed
from redaudit.layout.paint import BLACK, Medium, Printed, Shape
from redaudit.layout.sight import ALWAYS, HIDDEN, SPOILT, hidden, limit


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ([1.0, 0.9, 1.0], [False, False, False]),
        ([0.0, 0.0, 1.0], [True, True, False]),
        ([0.0, 0.5, 0.0], [True, True, True]),  # a tail below the bar
        ([0.0, 0.7, 0.0], [True, False, True]),
        ([0.0, None, 1.0, None], [True, True, False, False]),
        ([None, 0.0], [True, True]),
        ([None, None], None),
        ([], None),
    ],
)
def test_characters_without_their_ink_are_hidden(shares, found):
    assert hidden(shares, [HIDDEN] * len(shares)) == found


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Shape(70, 98, 110, 112, BLACK, 9), SPOILT),
        (Shape(70, 98, 110, 112, BLACK, 9, Medium.NET), ALWAYS),
        (Shape(70, 98, 110, 112, BLACK, 1), HIDDEN),
        (Shape(70, 98, 74, 112, BLACK, 9), HIDDEN),
        (Shape(70, 98, 110, 104, BLACK, 9), HIDDEN),
    ],
)
def test_what_covers_all_of_a_character_may_let_more_of_it_through(shape, expected):
    item = Printed(Placed("SECRET", 72, 100, 108, 110, 0), BLACK, 5)
    assert limit(Areas([shape]), item, (72, 100, 78, 110)) == expected
