"""How far apart a page's rows stand, and how many of them a box withholds."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from redaudit.model.geometry import Box

# Rows stand no closer than this many heights of their type and, on typed pages, no farther than this many.
CLOSEST, FARTHEST = 0.7, 3.2
# Words belong to one row when their middles differ by less than this part of their height.
SAME_ROW = 0.5
# Fewer rows than this tell nothing of the others.
ROWS = 3
# The rows of a page that has too few words: six to the inch, as typed (in points), and the height of their type.
TYPED, TYPE = 12.0, 11.0


def line_pitch(words: Sequence[Box]) -> tuple[float, float]:
    """From row to row of a page, and the height of its type, both in points; a typewriter's where it has few words."""
    if not words:
        return TYPED, TYPE
    height = median(word.height for word in words)
    middles: list[float] = []
    for middle in sorted((word.top + word.bottom) / 2 for word in words):
        if not middles or middle - middles[-1] > SAME_ROW * height:
            middles.append(middle)
    steps = [below - above for above, below in pairwise(middles)]
    steps = sorted(step for step in steps if CLOSEST * height <= step <= FARTHEST * height)
    if len(steps) < ROWS - 1:
        return max(TYPED, height), height
    # Blank rows and paragraphs stand farther apart: the pitch is among the smaller steps.
    return steps[len(steps) // 3], height


def lines_within(box: Box, pitch: float, height: float) -> float:
    """How many rows of a page lie under a box that may reach a little beyond them; at least one."""
    return float(max(1, round((box.height - height) / pitch + 1)))
