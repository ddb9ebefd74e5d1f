"""One page of a PDF as shown: its words with their places, what hides some, what lines and boxes are painted on it."""

import math
import re
from collections.abc import Iterator

from attrs import Factory, define, frozen

from redaudit.layout.layers import ACROSS, Placed
from redaudit.layout.paint import LINE_THICKNESS, Colour, Printed, Shape, Stroke, covering, why_hidden
from redaudit.model.document import Concealed, Content, Ink
from redaudit.model.geometry import Box
from redaudit.readers._pdfium import Annotation, Corners, Glyphs, Kind, OpenPage, Painted

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"[\r\n]")
# PDFium writes U+FFFE (in some builds U+0002) for a hyphen at a line's end; U+FFFF and NUL for a glyph without a name.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\uffff": "\ufffd", "\x00": "\ufffd", "\xad": "-"})
# Text turned by less than this from upright, in radians, lies askew in a scan; between two quarters it is a watermark.
ASKEW = 0.2
# Pictures over this part of a page make it a scan.
SCAN_SHARE = 0.5
# A scan whose only text is this many printed words has none but the header typed over it: the picture itself is unread.
HEADER_WORDS = 40
# A page of this many paths and no words shows something that no text tells.
DRAWN = 10

STRIKE_OUT, UNDERLINE, SQUIGGLY, REDACT = 12, 10, 11, 28
_INKS = {STRIKE_OUT: Ink.STRUCK, UNDERLINE: Ink.UNDERLINED, SQUIGGLY: Ink.UNDERLINED}


@frozen
class Sheet:
    """A page as shown, before its words are put in reading order.

    `turned` holds blocks of words by how many quarter turns clockwise they stand; `boxes` what redacts, with what lies
    beneath; `marked` the places of annotations that strike or underline.
    """

    size: tuple[float, float]
    content: Content
    seen: bool
    upright: list[Placed]
    turned: dict[int, list[Placed]]
    strokes: list[Stroke]
    uprights: int
    boxes: list[tuple[Shape, Concealed | None]]
    concealed: tuple[Concealed, ...]
    marked: list[tuple[Ink, Box]]


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


@define
class _Paint:
    """What a page paints beside its words."""

    orders: dict[int, int] = Factory(dict)
    pictures: list[Shape] = Factory(list)
    fills: list[Shape] = Factory(list)
    strokes: list[Stroke] = Factory(list)
    uprights: int = 0
    paths: int = 0


def sheet_of(page: OpenPage) -> Sheet:
    """The page as shown."""
    frame = Frame(*page.corners, page.turns)
    size = page.size
    paint = _paint(page, frame)
    printed = list(_printed(page, frame, paint.orders))
    visible: list[tuple[Printed, int]] = []
    concealed: list[Concealed] = []
    layer = False
    for item, turn in printed:
        why = why_hidden(item, size, paint.fills, paint.pictures)
        if why is None:
            visible.append((item, turn))
            layer = layer or item.colour is None
        else:
            concealed.append(Concealed(why, _box(item.word), item.word.text))
    boxes, beneath = _boxes([item for item, _ in visible], paint.fills, size)
    upright: list[Placed] = []
    turned: dict[int, list[Placed]] = {}
    for index, (item, turn) in enumerate(visible):
        if index not in beneath:
            (turned.setdefault(turn, []) if turn else upright).append(item.word)
    content = _content(paint, size, len(visible))
    unread = content is Content.SCAN and not layer and len(visible) <= HEADER_WORDS
    return Sheet(
        size=size,
        content=Content.IMAGE_ONLY if unread else content,
        seen=not (unread or content is Content.IMAGE_ONLY),
        upright=upright,
        turned=turned,
        strokes=paint.strokes,
        uprights=paint.uprights,
        boxes=boxes,
        concealed=tuple(concealed),
        marked=[mark for annotation in page.annotations() for mark in _marks(annotation, frame)],
    )


def _content(paint: _Paint, size: tuple[float, float], words: int) -> Content:
    """What the page is made of."""
    area = size[0] * size[1] or 1.0
    covered = sum((picture.x1 - picture.x0) * (picture.bottom - picture.top) for picture in paint.pictures)
    if not words:
        return Content.IMAGE_ONLY if paint.pictures or paint.paths >= DRAWN else Content.BLANK
    return Content.SCAN if covered >= SCAN_SHARE * area else Content.TEXT


def _printed(page: OpenPage, frame: Frame, orders: dict[int, int]) -> Iterator[tuple[Printed, int]]:
    """Every word with its look, and how many quarter turns clockwise it stands."""
    glyphs = page.glyphs()
    looks: dict[int, Colour | None] = {}
    for word, first in _words(glyphs, frame):
        address = page.object_at(first)
        if address not in looks:
            look = page.text_look(address) if address else None
            colour = (look.fill or look.stroke) if look else (0, 0, 0, 255)
            looks[address] = Colour(*colour) if colour else None
        yield Printed(word, looks[address], orders.get(address, 0)), _turn(page.angle(first), frame.turns)


def _turn(angle: float, turns: int) -> int:
    quarters = angle / (math.pi / 2)
    nearest = round(quarters)
    return (nearest + turns) % 4 if abs(quarters - nearest) * math.pi / 2 < ASKEW else ACROSS


def _words(glyphs: Glyphs, frame: Frame) -> Iterator[tuple[Placed, int]]:
    """Every word, in painting order, and the index of its first character."""
    text, boxes = glyphs.text.translate(_HYPHENS), glyphs.boxes
    line, end = 0, 0
    for found in _WORD.finditer(text):
        first, last = found.span()
        if _LINE_END.search(text, end, first):
            line += 1
        end = last
        corners = frame.placed(
            min(boxes[4 * first : 4 * last : 4]),
            min(boxes[4 * first + 3 : 4 * last : 4]),
            max(boxes[4 * first + 2 : 4 * last : 4]),
            max(boxes[4 * first + 1 : 4 * last : 4]),
        )
        yield Placed(found[0], *corners, line), first


def _paint(page: OpenPage, frame: Frame) -> _Paint:
    """The pictures, boxes and lines of a page, and each object's place in painting order."""
    paint = _Paint()
    for order, painted in enumerate(page.objects(), 1):
        if painted.kind is Kind.TEXT:
            paint.orders[painted.address] = order
        elif painted.kind is Kind.PICTURE:
            x0, top, x1, bottom = frame.placed(*page.bounds(painted))
            width, height = frame.placed(frame.left, frame.bottom, frame.right, frame.top)[2:]
            x0, top, x1, bottom = max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height)
            if x0 < x1 and top < bottom:
                paint.pictures.append(Shape(x0, top, x1, bottom, Colour(128, 128, 128, 255), order))
        else:
            paint.paths += 1
            _add_path(page, painted, frame, order, paint)
    return paint


def _add_path(page: OpenPage, painted: Painted, frame: Frame, order: int, paint: _Paint) -> None:
    look = page.path_look(painted.address)
    if look.fill is None and look.stroke is None:
        return
    for corners, straight in page.parts(painted):
        x0, top, x1, bottom = frame.placed(*corners)
        if bottom - top <= LINE_THICKNESS and x1 - x0 > 2 * LINE_THICKNESS:
            paint.strokes.append(Stroke(x0, top, x1, bottom))
        elif x1 - x0 <= LINE_THICKNESS and bottom - top > 2 * LINE_THICKNESS:
            paint.uprights += 1
        elif look.fill is not None and straight:
            paint.fills.append(Shape(x0, top, x1, bottom, Colour(*look.fill), order))
        elif straight:
            paint.uprights += 2  # an outlined box: two edges each way


def _boxes(
    printed: list[Printed], fills: list[Shape], size: tuple[float, float]
) -> tuple[list[tuple[Shape, Concealed | None]], set[int]]:
    """The shapes that redact, with what lies beneath, and the indices of the words that they hide."""
    boxes: list[tuple[Shape, Concealed | None]] = []
    hidden: set[int] = set()
    for shape, beneath in covering(fills, printed, size):
        words = [printed[index].word for index in beneath if index not in hidden]
        hidden.update(beneath)
        place = Box(shape.x0, shape.top, shape.x1, shape.bottom)
        text = " ".join(word.text for word in words)
        boxes.append((shape, Concealed("under-redaction", place, text) if words else None))
    return boxes, hidden


def _marks(annotation: Annotation, frame: Frame) -> Iterator[tuple[Ink, Box]]:
    ink = _INKS.get(annotation.subtype)
    if ink is not None:
        for corners in annotation.places:
            yield ink, Box(*frame.placed(*corners))


def _box(word: Placed) -> Box:
    return Box(word.x0, word.top, max(word.x1, word.x0), max(word.bottom, word.top))
