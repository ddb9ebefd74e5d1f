"""One page of a PDF as shown: its words with their places, what hides some, what lines and boxes are painted on it."""

from collections.abc import Iterator

from attrs import Factory, frozen

from redaudit.layout.layers import Placed
from redaudit.layout.matrix import Corners
from redaudit.layout.paint import BLACK, Shape, Stroke
from redaudit.model.document import Concealed, Content, Ink, PaleBox
from redaudit.model.geometry import Box
from redaudit.readers._annotations import REDACT, SQUIGGLY, STRIKE_OUT, UNDERLINE, Annotation
from redaudit.readers._boxes import redactions
from redaudit.readers._painted import Paint, paint_of
from redaudit.readers._pale import pale_boxes
from redaudit.readers._pdfium import OpenPage
from redaudit.readers._peeping import peeping
from redaudit.readers._printed import Frame, printed_words
from redaudit.readers._unseen import Eye

# Pictures over this part of a page make it a scan.
SCAN_SHARE = 0.5
# A scan whose only text is this many printed words has none but the header typed over it: the picture itself is unread.
HEADER_WORDS = 40
# A page of this many paths and no words shows something that no text tells.
DRAWN = 10

# Lines that reach no farther than this beyond a box, in points, are of it.
EDGE = 1.5
# The place in painting order of what was never applied: after all that was painted.
PENDING = 1 << 60

_INKS = {STRIKE_OUT: Ink.STRUCK, UNDERLINE: Ink.UNDERLINED, SQUIGGLY: Ink.UNDERLINED}


@frozen
class Sheet:
    """A page as shown, before its words are put in reading order.

    `turned` holds blocks of words by how many quarter turns clockwise they stand; `boxes` what redacts, with what lies
    beneath; `levels` and `uprights` the lines that may rule tables; `marked` places that annotations strike or
    underline; `doubtful` the places of words read by OCR that may be others; `peeping` how many letters of withheld
    words show at the edges of a box; `pale` areas through which words can be read; `bare` a picture of an empty sheet;
    `stamped` the place of a stamp by its text, which stands on one row among the words.
    """

    size: tuple[float, float]
    content: Content
    seen: bool
    upright: list[Placed]
    turned: dict[int, list[Placed]]
    strokes: list[Stroke]
    levels: list[Corners]
    uprights: list[Corners]
    boxes: list[tuple[Shape, Concealed | None]]
    concealed: tuple[Concealed, ...]
    marked: list[tuple[Ink, Box]]
    doubtful: list[Box] = Factory(list)
    peeping: dict[Shape, int] = Factory(dict)
    pale: tuple[PaleBox, ...] = ()
    bare: bool = False
    stamped: dict[str, Box] = Factory(dict)


def sheet_of(page: OpenPage) -> Sheet:
    """The page as shown."""
    frame = Frame(*page.corners, page.turns)
    size = page.size
    glyphs = page.glyphs()
    paint = paint_of(page, frame)
    scan = paint.covered >= SCAN_SHARE * size[0] * size[1]
    pending = [shape for annotation in page.annotations for shape in _pending(annotation, frame)]
    eye = Eye(page, frame, glyphs, paint, pending, size, scan)
    judged = eye.judged(list(printed_words(page, frame, paint.orders, glyphs)))
    boxes, hidden = redactions(eye, judged)
    upright: list[Placed] = []
    turned: dict[int, list[Placed]] = {}
    for word in judged:
        if not word.why:
            (turned.setdefault(word.turn, []) if word.turn else upright).append(word.printed.word)
    words = sum(1 for word in judged if not word.why)
    layer = scan and any(word.printed.colour is None and not word.why for word in judged)
    content = _content(paint, words + len(boxes), Content.SCAN if scan else Content.TEXT)
    unread = scan and not layer and words <= HEADER_WORDS
    return Sheet(
        size=size,
        content=Content.IMAGE_ONLY if unread else content,
        seen=not (unread or content is Content.IMAGE_ONLY),
        upright=upright,
        turned=turned,
        strokes=[stroke for stroke in paint.strokes if not any(_on(stroke, shape) for shape, _ in boxes)],
        levels=paint.levels,
        uprights=paint.uprights,
        boxes=boxes,
        concealed=hidden,
        marked=[mark for annotation in page.annotations for mark in _marks(annotation, frame)],
        peeping=peeping(boxes, judged, eye),
        pale=pale_boxes(eye, judged, boxes),
    )


def _on(stroke: Stroke, shape: Shape) -> bool:
    """Whether a line is part of a box: its edge, one of its slices."""
    level = shape.top - EDGE <= stroke.top and stroke.bottom <= shape.bottom + EDGE
    return level and shape.x0 - EDGE <= stroke.x0 and stroke.x1 <= shape.x1 + EDGE


def _content(paint: Paint, words: int, otherwise: Content) -> Content:
    """What the page is made of."""
    if not words:
        return Content.IMAGE_ONLY if paint.pictures or paint.paths >= DRAWN else Content.BLANK
    return otherwise


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
