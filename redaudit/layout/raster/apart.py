"""Gray and coloured boxes that touch, one below the other or side by side: each has a label of its own.

▒▒ 5.1.2e ▒▒,▒ 5.1.2e ▒
▒▒▒▒ 5.1.2e ▒▒▒▒        three boxes, the upper two with a narrow gap between them
"""

from itertools import pairwise

import numpy as np

from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.contents import labels
from redaudit.layout.raster.edges import part_of
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.tones import Area

# On boxes of consecutive lines labels stand in the middle of their line, but for so much of its height; labels of two
# lines on one box stand nearer each other.
MIDDLE = 0.15
# Between two boxes lies a gap where less of a column is of their tone; above and below letters of a label is more.
GAP = 0.3

_Words = tuple[int, int, int, int]


def apart(area: Area, picture: Picture) -> list[Area]:
    """The boxes that an area is made of; the area itself where its labels do not tell of several."""
    rows = [] if area.make is Make.BLACK else labels(area, picture)
    if not rows or not all(_stands_amid(row, number, area, len(rows)) for number, row in enumerate(rows)):
        return [area]
    cuts = [round(number * len(area.mask) / len(rows)) for number in range(len(rows) + 1)]
    lines = [area] if len(rows) == 1 else [_line(area, top, bottom) for top, bottom in pairwise(cuts)]
    return [box for line, row in zip(lines, rows, strict=True) for box in _side_by_side(line, row, picture)]


def _stands_amid(row: list[_Words], number: int, area: Area, count: int) -> bool:
    """Whether a line of labels stands in the middle of its share of an area's height."""
    pitch = area.height / count
    middle = (min(words[1] for words in row) + max(words[3] for words in row)) / 2 - area.top
    return abs(middle - (number + 0.5) * pitch) <= MIDDLE * pitch


def _line(area: Area, top: int, bottom: int) -> Area:
    """The rows of an area's shape from one to another, as wide as they mostly are."""
    rows = area.mask[top:bottom] > 0
    filled = rows[rows.any(axis=1)] if rows.any() else np.ones((1, rows.shape[1]), dtype=np.bool_)
    first, last = filled.argmax(axis=1), filled.shape[1] - filled[:, ::-1].argmax(axis=1)
    return part_of(area, int(np.median(first)), top, int(np.median(last)), bottom)


def _side_by_side(line: Area, row: list[_Words], picture: Picture) -> list[Area]:
    """The boxes of one line, parted where a gap shows between two labels."""
    rim = line.height // 10
    part = picture.gray[line.top + rim : line.bottom - rim, line.left : line.right].astype(np.int16)
    toned = np.abs(part - line.tone) <= 0.5 * abs(line.paper - line.tone)
    bare = toned.mean(axis=0) < GAP if toned.size else np.zeros(line.width, dtype=np.bool_)
    found, start = [], 0
    for one, other in pairwise(sorted(row)):
        first, last = max(one[2] - line.left, 0), max(other[0] - line.left, 0)
        gap = np.flatnonzero(bare[first:last])
        if len(gap):
            found.append((start, (first + int(gap[0])) // line.step))
            start = -(-(first + int(gap[-1]) + 1) // line.step)
    found.append((start, line.mask.shape[1]))
    return [part_of(line, left, 0, right, len(line.mask)) for left, right in found if right > left]
