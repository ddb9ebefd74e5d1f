"""What is painted on a page beside its words: areas and lines; which words a line strikes or underlines."""

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from redaudit.layout.layers import Placed
from redaudit.layout.words import BOX
from redaudit.model.document import Ink, InkSpan, Word
from redaudit.model.geometry import Box

# A strike covers at least this much of a word's width (ARCHITECTURE, section 4: probes at 0.45 of the height).
COVERING = 0.6
# A line between these parts of a word's height strikes it; one lower down, at the baseline or under it, underlines it.
STRIKE_TOP, STRIKE_BOTTOM = 0.25, 0.75
UNDERLINE_BOTTOM = 1.15
# A slanted line strikes a word between these parts of its height at the word's middle: it starts below or ends above.
SLANT_TOP, SLANT_BOTTOM = 0.1, 0.9
# A line that rises by no more than this over a word, in points, stays at one height in it.
SLIGHT = 0.01
# A line belongs to the words it runs through when they cover this much of it; a table's rules run on beyond them.
OWN_LINE = 0.6
# Nothing thicker than this, in points, is a line.
LINE_THICKNESS = 3.0


class Colour(NamedTuple):
    """Red, green, blue, alpha, 0 to 255."""

    red: int
    green: int
    blue: int
    alpha: int


WHITE = Colour(255, 255, 255, 255)
BLACK = Colour(0, 0, 0, 255)


class Medium(enum.Enum):
    """What an area is: filled with one colour, as a rectangle (or several in steps) or another shape, or painted."""

    FILL = "fill"
    SHAPE = "shape"
    LINE = "line"
    PICTURE = "picture"
    SHADING = "shading"
    NET = "net"


class Shape(NamedTuple):
    """A painted area as shown, the bounds of a stepped one, and its place in painting order."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour
    order: int
    medium: Medium = Medium.FILL

    @property
    def area(self) -> float:
        """Width times height."""
        return (self.x1 - self.x0) * (self.bottom - self.top)

    def holds(self, word: Placed) -> bool:
        """Whether the middle of a word lies in it."""
        across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.x0 <= across <= self.x1 and self.top <= down <= self.bottom


class Stroke(NamedTuple):
    """A thin line as shown, from left to right; `start` and `end` are the heights of a slanted one's ends."""

    x0: float
    top: float
    x1: float
    bottom: float
    start: float | None = None
    end: float | None = None

    def height_at(self, across: float) -> float:
        """How far down the page its middle runs at a place across."""
        if self.start is None or self.end is None or self.x1 <= self.x0:
            return (self.top + self.bottom) / 2
        return self.start + (self.end - self.start) * (across - self.x0) / (self.x1 - self.x0)


class Printed(NamedTuple):
    """A word, its colour (None for the invisible render mode) and its place in painting order.

    `first` and `last` are its characters among the page's, half open; `address` is that of the object that paints it.
    """

    word: Placed
    colour: Colour | None
    order: int
    first: int = 0
    last: int = 0
    address: int = 0


def inks(
    words: tuple[Word, ...], text: str, strokes: list[Stroke], marked: list[tuple[Ink, Box]]
) -> tuple[InkSpan, ...]:
    """The struck and underlined stretches of a text: lines through its words, and places `marked` by annotations.

    A strike outweighs an underline.
    """
    if not strokes and not marked:
        return ()
    by_top = sorted(words, key=lambda word: word.box.top)
    tops = [word.box.top for word in by_top]
    tallest = max((word.box.height for word in words), default=0.0)
    found: dict[int, tuple[Word, Ink]] = {}
    for stroke in strokes:
        first, last = (stroke.top + stroke.bottom) / 2, (stroke.top + stroke.bottom) / 2
        if stroke.start is not None:
            first, last = stroke.top, stroke.bottom
        near = by_top[bisect_left(tops, first - UNDERLINE_BOTTOM * tallest) : bisect_right(tops, last)]
        for ink, level in _slanted(stroke, near) if stroke.start is not None else _marked(stroke, first, near):
            for word in level:
                if ink is Ink.STRUCK or word.start not in found:
                    found[word.start] = (word, ink)
    # What stands for a box is no word: a stroke that lies over it strikes what is printed beside the box.
    printed = [word for word in words if text[word.start : word.end] != BOX]
    for ink, place in marked:
        # A marking read in the picture is marked at its own place: what is printed over it is not struck with it.
        own = [word for word in printed if word.box == place]
        for word in own or printed:
            if word.box.overlap(place) >= COVERING * word.box.area and (ink is Ink.STRUCK or word.start not in found):
                found[word.start] = (word, ink)
    return _joined([found[start] for start in sorted(found)], text)


def _marked(stroke: Stroke, middle: float, near: list[Word]) -> Iterator[tuple[Ink, list[Word]]]:
    """The words that a line strikes, and those that it underlines."""
    for ink, above, below in (
        (Ink.STRUCK, STRIKE_TOP, STRIKE_BOTTOM),
        (Ink.UNDERLINED, STRIKE_BOTTOM, UNDERLINE_BOTTOM),
    ):
        level = [
            word
            for word in near
            if above * word.box.height <= middle - word.box.top <= below * word.box.height
            and min(stroke.x1, word.box.x1) - max(stroke.x0, word.box.x0) >= COVERING * word.box.width
        ]
        if level and _extent(level, stroke) >= OWN_LINE * (stroke.x1 - stroke.x0):
            yield ink, level


def _slanted(stroke: Stroke, near: list[Word]) -> Iterator[tuple[Ink, list[Word]]]:
    """The words that a slanted line strikes: it crosses most of their width within their height."""
    struck = [
        word
        for word in near
        if SLANT_TOP * word.box.height
        <= stroke.height_at((word.box.x0 + word.box.x1) / 2) - word.box.top
        <= SLANT_BOTTOM * word.box.height
        and _crossed(stroke, word.box) >= COVERING * word.box.width
    ]
    if struck and _extent(struck, stroke) >= OWN_LINE * (stroke.x1 - stroke.x0):
        yield Ink.STRUCK, struck


def _crossed(stroke: Stroke, box: Box) -> float:
    """Over how much of a box's width a slanted line runs within the box."""
    x0, x1 = max(stroke.x0, box.x0), min(stroke.x1, box.x1)
    if x0 >= x1:
        return 0.0
    slope = (stroke.height_at(stroke.x1) - stroke.height_at(stroke.x0)) / (stroke.x1 - stroke.x0)
    if abs(slope) * (x1 - x0) > SLIGHT:
        ends = sorted(x0 + (edge - stroke.height_at(x0)) / slope for edge in (box.top, box.bottom))
        x0, x1 = max(x0, ends[0]), min(x1, ends[1])
    return max(x1 - x0, 0.0)


def _extent(words: list[Word], stroke: Stroke) -> float:
    """From the first to the last of the words along a line, but for what the line leaves beyond."""
    return min(stroke.x1, max(word.box.x1 for word in words)) - max(stroke.x0, min(word.box.x0 for word in words))


def _joined(marked: list[tuple[Word, Ink]], text: str) -> tuple[InkSpan, ...]:
    """Words of one ink with nothing but blanks between, as one stretch."""
    spans: list[InkSpan] = []
    for word, ink in marked:
        if spans and spans[-1].ink is ink and not text[spans[-1].end : word.start].strip(" "):
            spans[-1] = InkSpan(spans[-1].start, word.end, ink)
        else:
            spans.append(InkSpan(word.start, word.end, ink))
    return tuple(spans)
