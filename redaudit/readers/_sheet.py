"""One page of a PDF as shown: its words with their places, what hides some, what lines and boxes are painted on it."""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from redaudit.layout.layers import Placed
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import LINE_THICKNESS, Colour, Printed, Shape, Stroke, covering, why_hidden
from redaudit.model.document import Concealed, Content, Ink
from redaudit.model.geometry import Box
from redaudit.readers._pdfium import Annotation, Kind, OpenPage, Painted
from redaudit.readers._printed import BLACK, Frame, printed_words

# Pictures over this part of a page make it a scan.
SCAN_SHARE = 0.5
# A scan whose only text is this many printed words has none but the header typed over it: the picture itself is unread.
HEADER_WORDS = 40
# A page of this many paths and no words shows something that no text tells.
DRAWN = 10

# The place in painting order of what was never applied: after all that was painted.
PENDING = 1 << 60

STRIKE_OUT, UNDERLINE, SQUIGGLY, REDACT = 12, 10, 11, 28
_INKS = {STRIKE_OUT: Ink.STRUCK, UNDERLINE: Ink.UNDERLINED, SQUIGGLY: Ink.UNDERLINED}


@frozen
class Sheet:
    """A page as shown, before its words are put in reading order.

    `turned` holds blocks of words by how many quarter turns clockwise they stand; `boxes` what redacts, with what lies
    beneath; `rules` how many level and upright lines there are; `marked` places that annotations strike or underline;
    `doubtful` the places of words read by OCR that may be others.
    """

    size: tuple[float, float]
    content: Content
    seen: bool
    upright: list[Placed]
    turned: dict[int, list[Placed]]
    strokes: list[Stroke]
    rules: tuple[int, int]
    boxes: list[tuple[Shape, Concealed | None]]
    concealed: tuple[Concealed, ...]
    marked: list[tuple[Ink, Box]]
    doubtful: list[Box] = Factory(list)


@define
class _Paint:
    """What a page paints beside its words."""

    orders: dict[int, int] = Factory(dict)
    pictures: list[Shape] = Factory(list)
    fills: list[Shape] = Factory(list)
    strokes: list[Stroke] = Factory(list)
    levels: int = 0
    uprights: int = 0
    paths: int = 0

    @property
    def covered(self) -> float:
        """The area under pictures, those of one place counted each."""
        return sum((picture.x1 - picture.x0) * (picture.bottom - picture.top) for picture in self.pictures)


def sheet_of(page: OpenPage) -> Sheet:
    """The page as shown."""
    frame = Frame(*page.corners, page.turns)
    size = page.size
    paint = _paint(page, frame)
    pending = [shape for annotation in page.annotations for shape in _pending(annotation, frame)]
    printed = list(printed_words(page, frame, paint.orders, paint.fills + pending))
    boxes, beneath = _boxes([item for item, _ in printed], paint.fills + pending, size)
    scan = paint.covered >= SCAN_SHARE * size[0] * size[1]
    upright: list[Placed] = []
    turned: dict[int, list[Placed]] = {}
    concealed: list[Concealed] = []
    layer = False
    for index, (item, turn) in enumerate(printed):
        if index in beneath:
            continue
        # The plain text layer of a scan is the page's text; whether the picture shows it is for `layout.sight` to say.
        if scan and item.colour is None:
            layer = True
        elif why := why_hidden(item, size, paint.fills, paint.pictures):
            concealed.append(Concealed(why, _box(item.word), item.word.text))
            continue
        (turned.setdefault(turn, []) if turn else upright).append(item.word)
    words = len(upright) + sum(map(len, turned.values()))
    content = _content(paint, words + len(boxes), Content.SCAN if scan else Content.TEXT)
    unread = scan and not layer and words <= HEADER_WORDS
    return Sheet(
        size=size,
        content=Content.IMAGE_ONLY if unread else content,
        seen=not (unread or content is Content.IMAGE_ONLY),
        upright=upright,
        turned=turned,
        strokes=paint.strokes,
        rules=(paint.levels, paint.uprights),
        boxes=boxes,
        concealed=tuple(concealed),
        marked=[mark for annotation in page.annotations for mark in _marks(annotation, frame)],
    )


def _content(paint: _Paint, words: int, otherwise: Content) -> Content:
    """What the page is made of."""
    if not words:
        return Content.IMAGE_ONLY if paint.pictures or paint.paths >= DRAWN else Content.BLANK
    return otherwise


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
    places = [(frame.placed(*corners), straight) for corners, straight in page.parts(painted)]
    outline = look.fill is None or _ring([place for place, _ in places])
    for (x0, top, x1, bottom), straight in places:
        if bottom - top <= LINE_THICKNESS and x1 - x0 > 2 * LINE_THICKNESS:
            paint.strokes.append(Stroke(x0, top, x1, bottom))
            paint.levels += 1
        elif x1 - x0 <= LINE_THICKNESS and bottom - top > 2 * LINE_THICKNESS:
            paint.uprights += 1
        elif straight and not outline:
            paint.fills.append(Shape(x0, top, x1, bottom, Colour(*(look.fill or BLACK)), order))
        elif straight:
            paint.uprights += 2
            paint.levels += 2


def _ring(places: list[Corners]) -> bool:
    """Whether a path's second part lies within its first, or the first within the second: the line around a box."""
    if len(places) != 2:
        return False
    inner, outer = sorted(places, key=lambda place: (place[2] - place[0]) * (place[3] - place[1]))
    return all(a >= b for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b for a, b in zip(inner[2:], outer[2:], strict=True)
    )


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


def _pending(annotation: Annotation, frame: Frame) -> Iterator[Shape]:
    """The places that a redaction would cover, had it been applied."""
    if annotation.subtype == REDACT:
        for corners in annotation.places:
            yield Shape(*frame.placed(*corners), BLACK, PENDING)


def _box(word: Placed) -> Box:
    return Box(word.x0, word.top, max(word.x1, word.x0), max(word.bottom, word.top))
