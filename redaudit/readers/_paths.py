"""The lines and areas of painted paths, and what clips them, in the page's own coordinates (y upwards)."""

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as raw

from redaudit.layout.matrix import UNMOVED, Corners, Matrix, moved, product
from redaudit.readers import _calls as calls
from redaudit.readers._pdfium import OpenPage, Painted

# A path of more segments than this is a drawing, not a rule or a box.
SEGMENTS = 4_000
# A clip of more segments than this is a drawing too: what it cuts is for the pixels to say.
CLIP_SEGMENTS = 400
# A polygon whose edges are level or upright to within this, in points, is made of rectangles.
SQUARE = 0.5
CORNERS = 4
# A polygon that fills this part of its bounds is as good as a rectangle.
FILLED = 0.9

Point = tuple[float, float]


class Subpath(NamedTuple):
    """One part of a path: its bounds, its points, and whether its edges are straight."""

    bounds: Corners
    points: list[Point]
    straight: bool

    @property
    def boxy(self) -> bool:
        """Whether it is a rectangle, or stepped like several: no triangle, arrow or slanted bar."""
        if not self.straight:
            return False
        left, bottom, right, top = self.bounds
        edges = zip([self.points[-1], *self.points], self.points, strict=False)
        level = all(abs(x1 - x0) <= SQUARE or abs(y1 - y0) <= SQUARE for (x0, y0), (x1, y1) in edges)
        return level or self.area >= FILLED * (right - left) * (top - bottom)

    @property
    def length(self) -> float:
        """The length of its edges."""
        return sum(math.dist(*edge) for edge in pairwise(self.points))

    @property
    def closed(self) -> bool:
        """Whether it has the corners of a rectangle or more."""
        return len(self.points) >= CORNERS

    @property
    def area(self) -> float:
        """The area within its points."""
        edges = zip([self.points[-1], *self.points], self.points, strict=False)
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges)) / 2


def subpaths(page: OpenPage, painted: Painted) -> list[Subpath]:
    """The parts of a path; none of a drawing with very many segments."""
    count = calls.count_segments(painted.address)
    if not 0 < count <= SEGMENTS:
        return []
    address = painted.address
    matrix = product(page.matrix(address), painted.matrix)
    return list(_subpaths([calls.segment_of(address, index) for index in range(count)], matrix))


def _subpaths(segments: list[int], matrix: Matrix) -> Iterator[Subpath]:
    values = (ctypes.c_float * 2)()
    at = ctypes.addressof(values)
    points: list[Point] = []
    kinds: list[int] = []
    for segment in segments:
        kind = calls.segment_type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _subpath(points, kinds, matrix)
            points, kinds = [], []
        calls.segment_point(segment, at, at + 4)
        points.append((values[0], values[1]))
        kinds.append(kind)
    if len(points) > 1:
        yield _subpath(points, kinds, matrix)


def _subpath(points: list[Point], kinds: list[int], matrix: Matrix) -> Subpath:
    if matrix != UNMOVED:
        a, b, c, d, e, f = matrix
        points = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Subpath((min(xs), min(ys), max(xs), max(ys)), points, raw.FPDF_SEGMENT_BEZIERTO not in kinds)


def stroke_width(page: OpenPage, painted: Painted) -> float:
    """How thick a path's line is, in points; 0 where it says nothing."""
    value = ctypes.c_float()
    if not calls.stroke_width(painted.address, ctypes.addressof(value)):
        return 0.0
    a, b, c, d, _, _ = product(page.matrix(painted.address), painted.matrix)
    return float(value.value) * math.sqrt(abs(a * d - b * c))


def clip(painted: Painted) -> Corners | None:
    """The bounds of what an object's clip lets through; None where nothing clips it, or a drawing does."""
    return clipped(painted.address, painted.matrix)


def clipped(address: int, matrix: Matrix) -> Corners | None:
    """The bounds of what the clip of the object at an address lets through."""
    path = calls.clip_of(address)
    count = calls.count_clips(path) if path else 0
    found: Corners | None = None
    for index in range(max(count, 0)):
        segments = calls.count_clip_segments(path, index)
        if not 0 < segments <= CLIP_SEGMENTS:
            continue
        bounds = moved(_bounds(path, index, segments), matrix)
        found = bounds if found is None else _both(found, bounds)
    return found


def _bounds(path: int, index: int, segments: int) -> Corners:
    values = (ctypes.c_float * 2)()
    at = ctypes.addressof(values)
    xs: list[float] = []
    ys: list[float] = []
    for number in range(segments):
        calls.segment_point(calls.clip_segment(path, index, number), at, at + 4)
        xs.append(values[0])
        ys.append(values[1])
    return min(xs), min(ys), max(xs), max(ys)


def _both(one: Corners, other: Corners) -> Corners:
    """What two rectangles share; an empty one at the corner where they share nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, max(left, min(one[2], other[2])), max(bottom, min(one[3], other[3]))
