"""What a page paints beside its words: areas, pictures and lines as shown, each with its place in painting order."""

import math
from itertools import pairwise

from attrs import Factory, define

from redaudit.layout.cover import is_box, joined, shared, union
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import BLACK, LINE_THICKNESS, WHITE, Colour, Medium, Shape, Stroke
from redaudit.readers._paths import Point, Subpath, clip, stroke_width, subpaths
from redaudit.readers._pdfium import Kind, OpenPage, Painted
from redaudit.readers._printed import Frame

# A line at least this thick, in points, can hide a word; several at least this thick, side by side, can too.
THICK, SLICED = 4.0, 1.5
# A thick line that covers this part of its bounds leaves nothing to be read in them.
SOLID = 0.7
# This many slanted lines that touch, to within this in points, are hatching.
NET, TOUCHING = 6, 0.5
# Hatching of which boxes lie under this part decorates them.
BOXED = 0.3
# Areas smaller than this each way, in points, hide nothing; what clips them is not asked.
SMALL = 3.0
# Lines lighter than this, of 255, are rubbed out, not drawn.
RUBBED_OUT = 245
# A line of a pen is straight where it stays within this of the line between its ends, in points, or this part of it.
STRAIGHT, STRAIGHT_SHARE = 3.0, 0.06
# A loop no higher than this, in points, was drawn to and fro, not around.
FLAT = 6.0
# A thin bar has four corners, and its first again where it closes.
BAR = 5
# A pen's line has no more points than this; an outline of many more is a drawing.
PEN = 400
# A slanted line shorter than this, in points, or steeper than this (run to rise), strikes nothing.
SLANTED, STEEP = 12.0, 1.2
# Lines that go on after a gap of no more than this, in points, are the dashes of one; none is shorter than this.
DASH, DOT = 4.0, 1.0
# What a picture shows is for its pixels to say; this stands for its colour.
UNKNOWN = Colour(128, 128, 128, 255)
# Paint that lets through what lies beneath, by a blend or a mask of its own, hides it only where it is dark.
LIGHT, SEEN_THROUGH = 90, 128


@define
class Paint:
    """What a page paints beside its words.

    By the address of each text object, `orders` holds its place in painting order, `texts` the object itself.
    """

    orders: dict[int, int] = Factory(dict)
    texts: dict[int, Painted] = Factory(dict)
    pictures: list[Shape] = Factory(list)
    fills: list[Shape] = Factory(list)
    frames: list[Shape] = Factory(list)
    strokes: list[Stroke] = Factory(list)
    levels: list[Corners] = Factory(list)
    uprights: list[Corners] = Factory(list)
    paths: int = 0

    @property
    def covered(self) -> float:
        """The area under pictures, those of one place counted each."""
        return sum(picture.area for picture in self.pictures)


def paint_of(page: OpenPage, frame: Frame) -> Paint:
    """The pictures, areas and lines of a page, and each text's place in painting order."""
    reading = _Painting(page, frame)
    for order, painted in enumerate(page.objects(), 1):
        reading.add(painted, order)
    paint = reading.paint
    paint.fills = joined(paint.fills)
    paint.fills += reading.nets()
    paint.strokes = dashed(paint.strokes)
    return paint


@define
class _Painting:
    """The paint of a page as far as it has been read; `hatched` are places with how many slanted lines run there."""

    page: OpenPage
    frame: Frame
    paint: Paint = Factory(Paint)
    hatched: list[tuple[Shape, int]] = Factory(list)

    def add(self, painted: Painted, order: int) -> None:
        match painted.kind:
            case Kind.TEXT:
                self.paint.orders[painted.address] = order
                self.paint.texts[painted.address] = painted
            case Kind.PICTURE:
                if place := self._seen(self.frame.placed(*self.page.bounds(painted)), painted):
                    self.paint.pictures.append(Shape(*place, UNKNOWN, order, Medium.PICTURE))
            case Kind.SHADING:
                if place := self._seen(self.frame.placed(*self.page.bounds(painted)), painted):
                    self.paint.fills.append(Shape(*place, UNKNOWN, order, Medium.SHADING))
            case Kind.PATH:
                self.paint.paths += 1
                self._add_path(painted, order)

    def _seen(self, place: Corners, painted: Painted) -> Corners | None:
        """A place but for what the object's clip and the page's edges cut away; None where nothing is left."""
        frame = self.frame
        x0, top, x1, bottom = place
        bounds = [frame.placed(frame.left, frame.bottom, frame.right, frame.top)]
        if let := clip(painted):
            bounds.append(frame.placed(*let))
        for left, above, right, below in bounds:
            x0, top, x1, bottom = max(x0, left), max(top, above), min(x1, right), min(bottom, below)
        return (x0, top, x1, bottom) if x0 < x1 and top < bottom else None

    def _add_path(self, painted: Painted, order: int) -> None:
        look = self.page.path_look(painted.address)
        if look.fill is None and look.stroke is None:
            return
        parts = [(self.frame.placed(*part.bounds), part) for part in subpaths(self.page, painted)]
        outline = look.fill is None or _ring([place for place, _ in parts])
        if look.stroke and (look.fill is None or min(look.fill[:3]) > RUBBED_OUT):
            self.paint.frames += [Shape(*place, WHITE, order) for place, part in parts if part.boxy and part.closed]
        colour = look.fill or look.stroke or BLACK
        width = stroke_width(self.page, painted) if look.fill is None else 0.0
        for place, part in parts:
            if width >= SLICED:
                wide = _thickened(place, width)
                solid = part.length * width >= SOLID * (wide[2] - wide[0]) * (wide[3] - wide[1])
                self._add_area(painted, order, wide, Medium.LINE if solid else Medium.SHAPE)
            if width < THICK and self._add_rule(place, colour):
                if look.fill:
                    self._add_area(painted, order, place, Medium.FILL)
            elif width < THICK:
                if outline:
                    self._add_outline(painted, order, part, place)
                elif bar := _slanted_bar(part):
                    self._add_outline(painted, order, bar, place)
                else:
                    self._add_area(painted, order, place, Medium.FILL if part.boxy else Medium.SHAPE)

    def _add_rule(self, place: Corners, colour: tuple[int, int, int, int]) -> bool:
        """Whether a part is a level or upright line."""
        x0, top, x1, bottom = place
        drawn = min(colour[:3]) <= RUBBED_OUT and colour[3]
        if bottom - top <= LINE_THICKNESS and x1 - x0 > 2 * LINE_THICKNESS:
            if drawn:
                self.paint.strokes.append(Stroke(x0, top, x1, bottom))
            self.paint.levels.append(place)
            return True
        if drawn and bottom - top <= LINE_THICKNESS / 2 and x1 - x0 >= DOT:
            self.paint.strokes.append(Stroke(x0, top, x1, bottom))
            return True
        if x1 - x0 <= LINE_THICKNESS and bottom - top > 2 * LINE_THICKNESS:
            self.paint.uprights.append(place)
            return True
        return False

    def _add_outline(self, painted: Painted, order: int, part: Subpath, place: Corners) -> None:
        points = [self.frame.placed(x, y, x, y)[:2] for x, y in part.points]
        # A loop around words strikes none of them.
        if part.straight or place[3] - place[1] <= FLAT or math.dist(points[0], points[-1]) > STRAIGHT:
            self.paint.strokes += slanted(points)
        if not part.boxy and (seen := self._seen(place, painted)):
            self._hatch(Shape(*seen, UNKNOWN, order, Medium.NET))
        if part.straight:
            x0, top, x1, bottom = place
            self.paint.uprights += [(x0, top, x0, bottom), (x1, top, x1, bottom)]
            self.paint.levels += [(x0, top, x1, top), (x0, bottom, x1, bottom)]

    def _add_area(self, painted: Painted, order: int, place: Corners, medium: Medium) -> None:
        look = self.page.path_look(painted.address)
        colour = Colour(*(look.fill or look.stroke or BLACK))
        if min(place[2] - place[0], place[3] - place[1]) > SMALL:
            if (seen := self._seen(place, painted)) is None:
                return
            place = seen
            if max(colour[:3]) > LIGHT and self.page.see_through(painted):
                colour = colour._replace(alpha=min(colour.alpha, SEEN_THROUGH))
        self.paint.fills.append(Shape(*place, colour, order, medium))

    def _hatch(self, line: Shape) -> None:
        """Add a slanted line to the hatching that it lies on, or begin one."""
        last, count = self.hatched[-1] if self.hatched else (line, 0)
        apart = line.x0 > last.x1 + TOUCHING or last.x0 > line.x1 + TOUCHING
        if count and not apart and line.top <= last.bottom + TOUCHING and last.top <= line.bottom + TOUCHING:
            self.hatched[-1] = union(last, line), count + 1
        else:
            self.hatched.append((line, 1))

    def nets(self) -> list[Shape]:
        """The places that are hatched: many slanted lines, and not on boxes that hide what lies there by themselves."""
        nets = [shape for shape, count in self.hatched if count >= NET]
        boxes = [shape for shape in self.paint.fills if is_box(shape)] if nets else []
        return [net for net in nets if sum(shared(net, box) for box in boxes) < BOXED * net.area]


def _thickened(place: Corners, width: float) -> Corners:
    """The bounds of a thick line around those of its middle: level and upright lines end where their middle does."""
    x0, top, x1, bottom = place
    level, upright = bottom - top <= LINE_THICKNESS, x1 - x0 <= LINE_THICKNESS
    across, down = (0.0 if level else width / 2), (0.0 if upright and not level else width / 2)
    return x0 - across, top - down, x1 + across, bottom + down


def _slanted_bar(part: Subpath) -> Subpath | None:
    """The middle of a thin filled bar that slants, as a line; None for any other area."""
    points = part.points
    if part.boxy or not part.straight or len(points) > BAR:
        return None
    (x0, y0), (x1, y1) = max(pairwise([*points, points[0]]), key=lambda edge: math.dist(*edge))
    length = math.dist((x0, y0), (x1, y1))
    if not length or part.area > LINE_THICKNESS * length:
        return None
    across, down = (sum(values) / len(points) for values in zip(*points, strict=True))
    ends = [(across - (x1 - x0) / 2, down - (y1 - y0) / 2), (across + (x1 - x0) / 2, down + (y1 - y0) / 2)]
    return part._replace(points=ends)


def _ring(places: list[Corners]) -> bool:
    """Whether a path's second part lies within its first, or the first within the second: the line around a box."""
    if len(places) != 2:
        return False
    inner, outer = sorted(places, key=lambda place: (place[2] - place[0]) * (place[3] - place[1]))
    return all(a >= b for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b for a, b in zip(inner[2:], outer[2:], strict=True)
    )


def slanted(points: list[Point]) -> list[Stroke]:
    """The straight stretches of a pen's line that slant, as lines from left to right; none of a drawing's."""
    if len(points) > PEN:
        return []
    strokes: list[Stroke] = []
    first = 0
    while first < len(points) - 1:
        last = _straight_to(points, first)
        (x0, y0), (x1, y1) = sorted((points[first], points[last]))
        if x1 - x0 >= SLANTED and abs(y1 - y0) <= STEEP * (x1 - x0):
            strokes.append(Stroke(x0, min(y0, y1), x1, max(y0, y1), y0, y1))
        first = last
    return strokes


def _straight_to(points: list[Point], first: int) -> int:
    """The farthest point to which a line runs straight from the first."""
    last = first + 1
    for end in range(first + 2, len(points)):
        (x0, y0), (x1, y1) = points[first], points[end]
        length = math.hypot(x1 - x0, y1 - y0)
        if length < STRAIGHT:
            break
        off = max(abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length for x, y in points[first + 1 : end])
        if off > max(STRAIGHT, STRAIGHT_SHARE * length):
            break
        last = end
    return last


def dashed(strokes: list[Stroke]) -> list[Stroke]:
    """The lines, the dashes of one made one line; what is shorter than a word's letter is left out."""
    found: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda line: (round(line.top), line.x0)):
        last = found[-1] if found else None
        level = last and stroke.start is None and last.start is None
        if last and level and abs(last.top - stroke.top) <= 1 and 0 <= stroke.x0 - last.x1 <= DASH:
            found[-1] = Stroke(last.x0, min(last.top, stroke.top), stroke.x1, max(last.bottom, stroke.bottom))
        else:
            found.append(stroke)
    return [stroke for stroke in found if stroke.x1 - stroke.x0 > 2 * LINE_THICKNESS]
