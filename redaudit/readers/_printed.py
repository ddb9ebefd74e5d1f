"""The words of a PDF page as shown: each with its place, its colour, its place in painting order and its direction."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from attrs import frozen

from redaudit.layout.cover import TINY
from redaudit.layout.layers import ACROSS, Placed
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import BLACK, Colour, Printed, Shape
from redaudit.readers._pdfium import Glyphs, OpenPage

# PDFium joins a word broken at the end of a line, and writes its hyphen as U+FFFE or U+0002: there the word ends.
_WORD = re.compile("[^\\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_LINE_END = re.compile("[\r\n\ufffe\x02]")
# Glyphs without a name come as U+FFFF or NUL.
_SIGNS = str.maketrans({"\ufffe": "-", "\x02": "-", "\xad": "-", "\uffff": "\ufffd", "\x00": "\ufffd"})
# Text turned by less than this from upright, in radians, lies askew in a scan; between two quarters it is a watermark.
ASKEW = 0.2
# PDFium adds a blank where letters stand apart. It parts no words where it is narrower than this part of their size (in
# OCR layers words stand 0.1 and more apart), or not much wider than the space between the letters before it.
LETTER_SPACE, LETTER_SPACE_MOST, SAME_SPACE = 0.04, 0.3, 1.35
# A colour lighter than this may vanish in its ground, so that a word that begins and ends in it is looked at whole.
LIGHT = 200

_Look = Callable[[int], Colour | None]


@frozen
class Frame:
    """The page's visible corners in its own coordinates, and how many quarter turns clockwise it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def placed(self, left: float, bottom: float, right: float, top: float) -> Corners:
        """Corners of the page's own coordinates as shown: x0, top, x1, bottom from the top left."""
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    def glyph(self, boxes: list[float], first: int, last: int) -> Corners:
        """The box as shown around some glyphs, of four numbers each: left, top, right, bottom."""
        return self.placed(
            min(boxes[4 * first : 4 * last : 4]),
            min(boxes[4 * first + 3 : 4 * last : 4]),
            max(boxes[4 * first + 2 : 4 * last : 4]),
            max(boxes[4 * first + 1 : 4 * last : 4]),
        )


def printed_words(
    page: OpenPage, frame: Frame, orders: dict[int, int], glyphs: Glyphs
) -> Iterator[tuple[Printed, int]]:
    """Every word in painting order, and how many quarter turns clockwise it stands.

    A word of which one part is painted otherwise comes in parts.
    """
    text = glyphs.text.translate(_SIGNS)
    seen: dict[int, Colour | None] = {0: BLACK}

    def look(address: int) -> Colour | None:
        if address not in seen:
            painted = page.text_look(address)
            colour = painted.fill or painted.stroke
            seen[address] = Colour(*colour) if colour else None
        return seen[address]

    turns: dict[int, int] = {}
    for start, stop, line in _words(glyphs):
        address = page.object_at(start)
        turn = turns.get(address)
        if turn is None or not address:
            turn = turns[address] = _turn(page.angle(start), frame.turns)
        parts: Iterable[tuple[int, int]] = ((start, stop),)
        if page.object_at(stop - 1) != address:
            parts = _parts(page, glyphs.boxes, start, stop, look)
        for first, last in parts:
            address = address if first == start else page.object_at(first)
            placed = Placed(text[first:last].replace(" ", ""), *frame.glyph(glyphs.boxes, first, last), line)
            yield Printed(placed, look(address), orders.get(address, 0), first, last, address), turn


def stretch(printed: Printed, first: int, last: int, glyphs: Glyphs, frame: Frame) -> Printed:
    """A stretch of a word's characters, as a word of its own."""
    if (first, last) == (printed.first, printed.last):
        return printed
    words = glyphs.text[first:last].translate(_SIGNS).replace(" ", "")
    placed = Placed(words, *frame.glyph(glyphs.boxes, first, last), printed.word.line)
    return printed._replace(word=placed, first=first, last=last)


def _words(glyphs: Glyphs) -> Iterator[tuple[int, int, int]]:
    """The first and the last character of every word, half open, and the number of its line."""
    line, start, end, spacing = 0, 0, 0, 0.0
    for found in _WORD.finditer(glyphs.text):
        first, last = found.span()
        if first == end + 1 and start < end and _added(glyphs.boxes, end):
            spacing = _spacing(glyphs.boxes, start, end) or spacing
            if _letter_space(glyphs.boxes, end, spacing):
                end = last
                continue
        if start < end:
            yield start, end, line
        if _LINE_END.search(glyphs.text, max(end - 1, 0), first):
            line, spacing = line + 1, 0.0
        start, end = first, last
    if start < end:
        yield start, end, line


def _added(boxes: list[float], blank: int) -> bool:
    """Whether PDFium added a blank: those have no height."""
    return boxes[4 * blank + 1] == boxes[4 * blank + 3]


def _spacing(boxes: list[float], start: int, end: int) -> float:
    """The space between a word's letters, 0 where there is one letter only."""
    if end - start < 2:
        return 0.0
    across = boxes[4 * end - 2] - boxes[4 * start]
    letters = sum(boxes[4 * start + 2 : 4 * end : 4]) - sum(boxes[4 * start : 4 * end : 4])
    return (across - letters) / (end - start - 1)


def _letter_space(boxes: list[float], blank: int, spacing: float) -> bool:
    """Whether a blank that PDFium added is no wider than the space between letters."""
    gap = boxes[4 * blank + 4] - boxes[4 * blank - 2]
    size = boxes[4 * blank - 3] - boxes[4 * blank - 1]
    return 0 <= gap < LETTER_SPACE_MOST * size and gap <= max(LETTER_SPACE * size, SAME_SPACE * spacing)


def _turn(angle: float, turns: int) -> int:
    quarters = angle / (math.pi / 2)
    nearest = round(quarters)
    return (nearest + turns) % 4 if abs(quarters - nearest) * math.pi / 2 < ASKEW else ACROSS


def _is_low(boxes: list[float], index: int) -> bool:
    left, top, right, bottom = boxes[4 * index : 4 * index + 4]
    return 0 < abs(top - bottom) < TINY and right - left < TINY


def _parts(page: OpenPage, boxes: list[float], first: int, last: int, look: _Look) -> Iterator[tuple[int, int]]:
    """A word's stretches of one colour and size; white dots and tiny type join visible words to hidden ones."""
    ends = page.object_at(first), page.object_at(last - 1)
    colours = look(ends[0]), look(ends[1])
    low = _is_low(boxes, first) or _is_low(boxes, last - 1)
    if not low and colours[0] == colours[1] and (not colours[0] or min(colours[0]) < LIGHT):
        yield first, last
        return

    def manner(index: int) -> tuple[Colour | None, bool]:
        return look(page.object_at(index) or ends[0]), _is_low(boxes, index)

    for _, group in groupby(range(first, last), key=manner):
        indices = list(group)
        yield indices[0], indices[-1] + 1


def under(boxes: list[Shape], printed: Printed, glyphs: Glyphs, frame: Frame) -> Iterator[Printed]:
    """A word's stretches, cut where a box begins or ends."""
    x0, top, x1, bottom = printed.word[1:5]
    near = [box for box in boxes if box.x0 < x1 and x0 < box.x1 and box.top < bottom and top < box.bottom]
    if not near:
        yield printed
        return

    def beneath(index: int) -> tuple[int, ...]:
        left, above, right, below = frame.glyph(glyphs.boxes, index, index + 1)
        across, down = (left + right) / 2, (above + below) / 2
        return tuple(n for n, box in enumerate(near) if box.x0 <= across <= box.x1 and box.top <= down <= box.bottom)

    for _, group in groupby(range(printed.first, printed.last), key=beneath):
        indices = list(group)
        yield stretch(printed, indices[0], indices[-1] + 1, glyphs, frame)
