"""Pictures of sheets, bare or not: what lies on them, and what is said."""

import numpy as np
import pytest

from redaudit.layout.raster.bare import is_bare_sheet
from redaudit.layout.raster.picture import Picture

DPI = 100
HIGH, WIDE = 1100, 850


def sheet(*marks, paper=245):
    """A sheet of letter paper with marks (top, left, height, width, gray) on it."""
    gray = np.full((HIGH, WIDE), paper, dtype=np.uint8)
    for top, left, height, width, tone in marks:
        gray[top : top + height, left : left + width] = tone
    return Picture(gray, DPI / 72, DPI)


DUST = tuple((200 + 60 * step, 300 + 13 * step, 2, 2, 40) for step in range(10))
LETTERS = tuple((400, 200 + 10 * step, 9, 2, 20) for step in range(6))
SHADOW, STAPLE = (0, 0, HIGH, 30, 60), (40, 30, 4, 20, 90)


@pytest.mark.parametrize(
    ("marks", "paper", "expected"),
    [
        ((), 245, True),
        (DUST, 245, True),
        ((SHADOW, STAPLE), 245, True),
        ((), 200, True),
        (LETTERS, 245, False),
        # Pencil, a watermark of a photograph, a gray picture.
        (((500, 300, 3, 300, 180),), 245, False),
        (((300, 200, 300, 300, 160),), 245, False),
        ((), 176, False),
        # Ink that runs in from the edge.
        (((500, 0, 4, 300, 20),), 245, False),
    ],
)
def test_a_bare_sheet(marks, paper, expected):
    assert is_bare_sheet(sheet(*marks, paper=paper)) is expected


def test_a_cutting_is_no_sheet():
    assert not is_bare_sheet(Picture(np.full((90, 850), 245, dtype=np.uint8), DPI / 72, DPI))
