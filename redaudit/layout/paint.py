"""What is painted on a page beside its words: what hides a word, what strikes it, what redacts it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redaudit.layout.layers import Placed
from redaudit.model.document import Ink, InkSpan, Word
from redaudit.model.geometry import Box

# A strike covers at least this much of a word's width (ARCHITECTURE, section 4: probes at 0.45 of the height).
COVERING = 0.6
# A line between these parts of a word's height strikes it; one lower down, at the baseline or under it, underlines it.
STRIKE_TOP, STRIKE_BOTTOM = 0.25, 0.75
UNDERLINE_BOTTOM = 1.15
# A line belongs to the words it runs through when they cover this much of it; a table's rules run on beyond them.
OWN_LINE = 0.6
# Nothing thicker than this, in points, is a line.
LINE_THICKNESS = 3.0
# Text whose colour differs from its ground by no more than this, of 255, cannot be seen.
SAME_COLOUR = 12
# Paint of at least this alpha, of 255, hides what it covers.
OPAQUE = 250
# Type lower than this, in points, cannot be read on paper.
TINY = 1.5
# A redaction box is at least this large, in points, and no larger than this part of the page.
BOX_WIDTH, BOX_HEIGHT, BOX_SHARE = 6.0, 4.0, 0.7
# A box without words beneath is a redaction when it is darker than this, of 255.
DARK = 90


class Colour(NamedTuple):
    """Red, green, blue, alpha, 0 to 255."""

    red: int
    green: int
    blue: int
    alpha: int


WHITE = Colour(255, 255, 255, 255)


class Shape(NamedTuple):
    """A filled rectangle as shown, and its place in painting order."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour
    order: int


class Stroke(NamedTuple):
    """A level line as shown, thin."""

    x0: float
    top: float
    x1: float
    bottom: float


class Printed(NamedTuple):
    """A word, its colour (None for the invisible render mode) and its place in painting order."""

    word: Placed
    colour: Colour | None
    order: int


def why_hidden(printed: Printed, size: tuple[float, float], shapes: list[Shape], pictures: list[Shape]) -> str | None:
    """The contract's word for why an eye does not see a word; None for one that it sees."""
    word = printed.word
    if word.x1 <= 0 or word.x0 >= size[0] or word.bottom <= 0 or word.top >= size[1]:
        return "off-page"
    on_picture = any(_holds(picture, word) for picture in pictures)
    if printed.colour is None:
        return None if on_picture else "invisible-layer"
    if printed.colour.alpha <= SAME_COLOUR:
        return "transparent"
    if word.bottom - word.top < TINY:
        return "tiny"
    if on_picture:
        return None  # what colour a picture has there is for `layout.sight` to say
    ground = WHITE
    for shape in shapes:
        if shape.order < printed.order and shape.colour.alpha > OPAQUE and _holds(shape, word):
            ground = shape.colour
    return "ground-colour" if _alike(printed.colour, ground) else None


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= SAME_COLOUR for a, b in zip(one[:3], other[:3], strict=True))


def _holds(shape: Shape, word: Placed) -> bool:
    """Whether the middle of a word lies in a shape."""
    return shape.x0 <= (word.x0 + word.x1) / 2 <= shape.x1 and shape.top <= (word.top + word.bottom) / 2 <= shape.bottom


def is_box(shape: Shape) -> bool:
    """Whether a shape is opaque and large enough to hide a word."""
    wide, high = shape.x1 - shape.x0 >= BOX_WIDTH, shape.bottom - shape.top >= BOX_HEIGHT
    return shape.colour.alpha > OPAQUE and wide and high


def covering(
    shapes: Iterable[Shape], printed: list[Printed], size: tuple[float, float]
) -> Iterator[tuple[Shape, list[int]]]:
    """The shapes that redact, each with the indices of the words that it hides.

    It hides words painted before it, and words of its own colour. A shape with other words printed on it is a ground.
    """
    for shape in shapes:
        if not is_box(shape) or (shape.x1 - shape.x0) * (shape.bottom - shape.top) > BOX_SHARE * size[0] * size[1]:
            continue
        within = [index for index, item in enumerate(printed) if _holds(shape, item.word)]
        before = [index for index in within if printed[index].order < shape.order]
        dark = max(shape.colour[:3]) <= DARK
        if not before and not dark:
            continue
        after = [printed[index].colour for index in within if printed[index].order > shape.order]
        if all(colour is None or _alike(colour, shape.colour) for colour in after):
            yield shape, within


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
        middle = (stroke.top + stroke.bottom) / 2
        near = by_top[bisect_left(tops, middle - UNDERLINE_BOTTOM * tallest) : bisect_right(tops, middle)]
        for ink, level in _marked(stroke, middle, near):
            for word in level:
                if ink is Ink.STRUCK or word.start not in found:
                    found[word.start] = (word, ink)
    for ink, place in marked:
        for word in words:
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
