"""How far apart rows stand, and how many a box withholds."""

import pytest

from redaudit.layout.pitch import line_pitch, lines_within
from redaudit.model.geometry import Box


def rows(pitch, height, count=20, blank=0):
    """Words on rows; every `blank`-th row is left empty."""
    kept = [n for n in range(count) if not blank or n % blank]
    return [Box(72 + 50 * w, 100 + pitch * n, 110 + 50 * w, 100 + pitch * n + height) for n in kept for w in range(3)]


@pytest.mark.parametrize(
    ("words", "pitch"),
    [
        (rows(12, 11), (12, 11)),
        (rows(28, 13), (28, 13)),
        (rows(12, 11, blank=4), (12, 11)),
        (rows(50, 40), (50, 40)),
        (rows(12, 11, count=2), (12, 11)),
        ([], (12, 11)),
    ],
)
def test_the_pitch_is_that_of_most_rows(words, pitch):
    assert line_pitch(words) == pytest.approx(pitch)


@pytest.mark.parametrize(
    ("high", "pitch", "lines"),
    [(8, (12, 11), 1), (14, (12, 11), 1), (24, (12, 11), 2), (36, (12, 11), 3), (14, (28, 13), 1), (44, (28, 13), 2)],
)
def test_a_box_withholds_the_rows_under_it(high, pitch, lines):
    assert lines_within(Box(72, 100, 300, 100 + high), *pitch) == lines
