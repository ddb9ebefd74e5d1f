"""White redaction boxes with an outline: closed shapes of level and upright lines, blank but for a code or a label.

Not redactions: what holds readable text, cells of tables, thick frames and blots, shapes of letters and drawings.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from redaudit.layout.layers import Placed
from redaudit.layout.raster._inside import content_of
from redaudit.layout.raster._lines import Drawing, Line, drawing
from redaudit.layout.raster._shapes import Shape, shapes
from redaudit.layout.raster.burned import Burned, Make
from redaudit.layout.raster.contents import Content
from redaudit.layout.raster.picture import Picture
from redaudit.model.geometry import Box

Bounds = tuple[int, int, int, int]

# The part of a shape's outline that runs level or upright: of stepped boxes one edge may slant, letters curve.
STRAIGHT = 0.85
# An edge runs level or upright when it rises by no more than this part of its length and is no shorter, in inches.
SLANT, EDGE = 0.06, 0.06
# The part of an outline that lines make, and that they make with what joins their ends; letters and blots have less.
LINED, WALLED = 0.4, 0.72
# The same for shapes whose outline is shorter than SMALL inches: strokes of stamped letters enclose such too.
SMALL, LINED_SMALL = 1.2, 0.6
# A thin line around a box, in inches, is a part of it.
LINE = 0.01
# Outlines are thinner than this, in inches; beyond them, the part of a shape's surroundings that may be ink.
THICK, AROUND = 0.05, 0.5
# A line makes an edge so many inches from it; askew by a degree and a half its middle is off by so much of its length.
EDGED_BY, ASKEW = 0.04, 0.014
# An edge of which lines make up less is none; one of which they make up so much is whole.
PARTLY, WHOLLY = 0.3, 0.96
# Edges of two shapes nearer than this are one wall, in inches; neighbours share so much of the shorter edge.
WALL, SHARED = 0.06, 0.8
# A chart's axis runs on beyond its bars by so much, in inches.
BEYOND = 0.25
# Cells of tables are made of lines by so much of their outline.
CELL = 0.75
# Wall to wall with so many blank shapes stands one cell of an empty form; with so many shapes of text, one of a table.
FORM, TABLE = 5, 2


def outlined(picture: Picture, words: Sequence[Placed]) -> list[Burned]:
    """The outlined boxes of a picture, from its top down."""
    seen = drawing(picture)
    framed = [shape for shape in shapes(seen) if _is_framed(seen, shape)]
    contents = [content_of(seen, shape, picture, words) for shape in framed]
    boxes = [Burned(_placed(picture, seen, shape), Make.OUTLINED) for shape in _redactions(seen, framed, contents)]
    return sorted(boxes, key=lambda burned: (burned.box.top, burned.box.x0))


def _placed(picture: Picture, seen: Drawing, shape: Shape) -> Box:
    """A shape's bounds in points, with the line around."""
    left, top, right, bottom = shape.bounds
    line = seen.inches(LINE)
    high, wide = seen.ink.shape
    corners = max(left - line, 0), max(top - line, 0), min(right + line, wide), min(bottom + line, high)
    return picture.box(*(place * seen.step for place in corners))


def _is_framed(seen: Drawing, shape: Shape) -> bool:
    """Whether a shape is made of level and upright lines, thin ones."""
    corners = shape.corners.astype(np.float64)
    steps = np.abs(np.roll(corners, -1, axis=0) - corners)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    straight = (steps.min(axis=1) <= SLANT * lengths + 2) & (lengths >= EDGE * seen.dpi)
    lined = LINED if lengths.sum() >= SMALL * seen.dpi else LINED_SMALL
    if shape.lined < lined or shape.walled < WALLED or lengths[straight].sum() < STRAIGHT * lengths.sum():
        return False
    return _has_edges(seen, shape) and _beyond(seen, shape) <= AROUND


def _has_edges(seen: Drawing, shape: Shape) -> bool:
    """Whether lines make up three edges of a shape, or all of its upper and lower one where letters hide its sides.

    Two rules to write on, and print between them, make neither.
    """
    left, top, right, bottom = shape.bounds
    near = EDGED_BY * seen.dpi
    uprights = [_drawn(seen.uprights, top, bottom, side, near) for side in (left, right)]
    levels = [_drawn(seen.levels, left, right, side, near) for side in (top, bottom)]
    if sum(edge < PARTLY for edge in uprights + levels) < 2:
        return True
    return min(levels) >= WHOLLY


def _drawn(lines: Sequence[Line], first: int, last: int, place: int, near: float) -> float:
    """The part of an edge, from first to last, that lines near it make up."""
    marked = np.zeros(max(last - first, 1), dtype=np.bool_)
    near += ASKEW * (last - first)
    for line in lines:
        if line.end > first and line.start < last and abs(line.at((first + last) / 2) - place) <= near:
            marked[max(int(line.start) - first, 0) : max(int(line.end) - first, 0)] = True
    return float(marked.mean())


def _beyond(seen: Drawing, shape: Shape) -> float:
    """The part of what lies right behind a shape's outline that is ink."""
    near, far = seen.inches(0.6 * THICK), seen.inches(THICK)
    inside = np.pad(shape.inside, far)
    around, rim = (cv2.dilate(inside, np.ones((2 * size + 1, 2 * size + 1), np.uint8)) for size in (far, near))
    ring = cv2.subtract(around, rim)
    high, wide = seen.ink.shape
    top, left = shape.top - far, shape.left - far
    rows = slice(max(top, 0), min(top + ring.shape[0], high))
    columns = slice(max(left, 0), min(left + ring.shape[1], wide))
    ring = ring[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    return float(seen.ink[rows, columns][ring > 0].mean()) if ring.any() else 0.0


def _redactions(seen: Drawing, framed: list[Shape], contents: list[Content]) -> list[Shape]:
    """The shapes that hide something: none with readable text, none of the blank cells of a table or a form."""
    found = []
    for group in _wall_to_wall(seen, framed):
        cells = [number for number in group if framed[number].lined >= CELL]
        texts = sum(1 for number in cells if contents[number] in (Content.TEXT, Content.DRAWING))
        for number in group:
            shape, content = framed[number], contents[number]
            in_table = texts >= TABLE if content is Content.LABEL else texts > 0 or len(cells) > FORM
            if in_table or content in (Content.TEXT, Content.DRAWING):
                continue
            if content is Content.LABEL or not _stands_on_a_rule(seen, shape):
                found.append(shape)
    return found


def _stands_on_a_rule(seen: Drawing, shape: Shape) -> bool:
    """Whether a shape stands on a line that runs on beyond both its sides, as the bars of a chart do."""
    left, _, right, bottom = shape.bounds
    near, beyond = WALL * seen.dpi, BEYOND * seen.dpi
    return any(
        line.start <= left - beyond and line.end >= right + beyond and abs(line.at((left + right) / 2) - bottom) <= near
        for line in seen.levels
    )


def _wall_to_wall(seen: Drawing, framed: list[Shape]) -> list[list[int]]:
    """The numbers of the shapes, those together that shared walls tie."""
    near = WALL * seen.dpi
    groups: list[list[int]] = []
    places = [shape.bounds for shape in framed]
    for number, place in enumerate(places):
        tied = [group for group in groups if any(_share_a_wall(places[other], place, near) for other in group)]
        groups = [group for group in groups if group not in tied]
        groups.append([*(other for group in tied for other in group), number])
    return groups


def _share_a_wall(one: Bounds, other: Bounds, near: float) -> bool:
    """Whether two shapes stand side by side with one wall between them."""
    for axis, along in ((0, 1), (1, 0)):
        apart = max(one[axis], other[axis]) - min(one[axis + 2], other[axis + 2])
        if abs(apart) <= near:
            shared = min(one[along + 2], other[along + 2]) - max(one[along], other[along])
            if shared >= SHARED * min(one[along + 2] - one[along], other[along + 2] - other[along]):
                return True
    return False
