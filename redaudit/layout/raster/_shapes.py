"""Closed shapes on a page: white inside, walled by ink all around, gaps in the walls and hidden corners closed."""

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np

from redaudit.layout.raster._ends import joins
from redaudit.layout.raster._lines import Drawing, Places
from redaudit.layout.raster.picture import Pixels

# Boxes are at least so wide and high, in inches: one over a short word is 0.35 by 0.1.
NARROWEST, LOWEST = 0.26, 0.07
# With fewer lines no shape is closed: two sides may lack, hidden by print or by the border of the page.
FEWEST = 3
# Boxes cover at most this part of a picture; the page's own outline covers more.
LARGEST = 0.8
# The part of its upright rectangle that a shape fills: two words of three lines fill a third.
FULL = 0.3
# Letters that touch an outline from inside are filled up when they are no larger than this, in inches.
NOTCH = 0.12
# Corners and bends of an outline less than this, in inches, are the scanner's.
BEND = 0.02

# A line is an outline's when it runs within this of it, in inches.
NEAR = 0.015
JOIN, LINE = 1, 2


class Shape(NamedTuple):
    """A closed shape: its corners in turn, its inside (1) from `left`, `top` on, and how much it covers.

    `lined` is the part of its outline that thin lines make, `walled` the same with what was added to join them.
    """

    left: int
    top: int
    inside: Pixels
    corners: Places
    area: float
    lined: float
    walled: float

    @property
    def right(self) -> int:
        """The column after the last."""
        return self.left + int(self.inside.shape[1])

    @property
    def bottom(self) -> int:
        """The row after the last."""
        return self.top + int(self.inside.shape[0])

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom


def shapes(seen: Drawing) -> Iterator[Shape]:
    """The closed shapes of a drawing that are large enough, their inside white."""
    if len(seen.levels) + len(seen.uprights) < FEWEST:
        return
    walls, marked = _walls(seen)
    found, nesting = cv2.findContours(walls, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if nesting is None:
        return
    high, wide = seen.ink.shape
    narrowest, lowest, largest = NARROWEST * seen.dpi, LOWEST * seen.dpi, LARGEST * high * wide
    for contour, (_, _, _, parent) in zip(found, nesting[0], strict=True):
        if parent < 0 or len(contour) < 4:
            continue
        left, top, width, height = cv2.boundingRect(contour)
        if width < narrowest or height < lowest or width * height > largest:
            continue
        if cv2.contourArea(contour) >= FULL * width * height:
            shape = _shape(seen, marked, np.asarray(contour[:, 0], dtype=np.int32), (left, top, width, height))
            if shape is not None:
                yield shape


def _walls(seen: Drawing) -> tuple[Pixels, Pixels]:
    """All ink with the gaps of lines and between them closed; and the places near lines (LINE) and joins (JOIN)."""
    walls = seen.ink.copy()
    marked = np.zeros_like(walls)
    near = 2 * seen.inches(NEAR) + 1
    high, wide = walls.shape
    lines = [(line.start, line.at_start, line.end, line.at_end) for line in seen.levels]
    lines += [(line.at_start, line.start, line.at_end, line.end) for line in seen.uprights]
    for pieces, kind in ((joins(seen), JOIN), (lines, LINE)):
        for x0, y0, x1, y1 in pieces:
            ends = (
                (min(round(x0), wide - 1), min(round(y0), high - 1)),
                (min(round(x1), wide - 1), min(round(y1), high - 1)),
            )
            cv2.line(walls, *ends, 1, 2)
            cv2.line(marked, *ends, kind, near)
    return walls, marked


def _shape(seen: Drawing, marked: Pixels, contour: Places, bounds: tuple[int, int, int, int]) -> Shape | None:
    """The shape that a contour bounds, without the notches that letters cut into it and without thin tails."""
    left, top, width, height = bounds
    margin = seen.inches(NOTCH) | 1
    filled = np.zeros((height + 2 * margin, width + 2 * margin), np.uint8)
    cv2.drawContours(filled, [contour], -1, 1, -1, offset=(margin - left, margin - top))
    cv2.drawContours(filled, [contour], -1, 0, 1, offset=(margin - left, margin - top))
    closed = cv2.morphologyEx(filled, cv2.MORPH_CLOSE, np.ones((margin, margin), np.uint8))
    tail = seen.inches(0.75 * LOWEST) | 1
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((tail, tail), np.uint8))
    found, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not found:
        return None
    outer = max(found, key=cv2.contourArea)
    x, y, across, down = cv2.boundingRect(outer)
    inside = np.zeros((down, across), np.uint8)
    cv2.drawContours(inside, [outer], -1, 1, -1, offset=(-x, -y))
    bent = cv2.approxPolyDP(outer, BEND * seen.dpi, True)[:, 0]
    corner = np.array((left - margin, top - margin), dtype=np.int32)
    corners = np.asarray(bent + corner, dtype=np.int32)
    places = outer[:, 0] + corner
    high, wide = marked.shape
    kinds = marked[places[:, 1].clip(0, high - 1), places[:, 0].clip(0, wide - 1)]
    lined, walled = float((kinds == LINE).mean()), float((kinds > 0).mean())
    return Shape(x + left - margin, y + top - margin, inside, corners, float(inside.sum()), lined, walled)
