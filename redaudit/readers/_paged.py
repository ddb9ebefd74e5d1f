"""From a sheet, whether drawn or looked at, to a page: its words in reading order, a `■` for every box."""

from operator import attrgetter
from statistics import median

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.paint import Shape, inks
from redaudit.layout.pitch import line_pitch, lines_within
from redaudit.layout.words import BOX, gathered, typeset
from redaudit.model.document import Content, Ink, InkSpan, Page, RedactionBox, Word
from redaudit.model.geometry import Box
from redaudit.readers._sheet import PENDING, Sheet

# The height of the row that a redaction box stands on, in points; where print is twice as high (a picture that does not
# say its resolution has a point for each pixel), that of its words.
LINE, TWICE = 12.0, 24.0


def page_of(number: int, sheet: Sheet, cells: list[list[Box]]) -> Page:
    """The page of a sheet; `cells` are the rows of its ruled tables."""
    row = _row(sheet.upright)
    squares = [_square(shape, row, sheet.upright) for shape, _ in sheet.boxes]
    upright = sheet.upright + squares
    set_ = typeset(gathered(upright, cells) if cells else upright, sheet.turned, sheet.size)
    text = set_.arranged.text
    boxes = _redaction_boxes(sheet, set_.words, text)
    pending = [InkSpan(found.start, found.end, Ink.PENDING) for found in boxes if found.ink is Ink.PENDING]
    return Page(
        number=number,
        text=text,
        lines=set_.arranged.lines,
        inks=tuple(sorted((*inks(set_.words, text, sheet.strokes, sheet.marked), *pending), key=attrgetter("start"))),
        words=_stamped(set_.words, text, sheet.stamped),
        boxes=boxes,
        concealed=sheet.concealed,
        content=sheet.content,
        seen=sheet.seen,
        rows=set_.rows,
        size=sheet.size,
        doubtful=_doubtful(set_.words, sheet.doubtful),
        pale=sheet.pale,
        empty=sheet.bare or (sheet.content is Content.BLANK and sheet.seen),
    )


def _stamped(words: tuple[Word, ...], text: str, stamps: dict[str, Box]) -> tuple[Word, ...]:
    """The words, those of a whole stamp at its place: among the rows it is as high as one."""
    if not stamps:
        return words
    places = ((word, stamps.get(text[word.start : word.end])) for word in words)
    return tuple(evolve(word, box=place) if place else word for word, place in places)


def _doubtful(words: tuple[Word, ...], places: list[Box]) -> tuple[tuple[int, int], ...]:
    """The stretches of the words that lie at places in doubt."""
    if not places:
        return ()
    return tuple(
        (word.start, word.end) for word in words if any(2 * word.box.overlap(place) > place.area for place in places)
    )


def _row(words: list[Placed]) -> float:
    height = median(word.bottom - word.top for word in words) if words else LINE
    return height if height > TWICE else LINE


def _square(shape: Shape, row: float, words: list[Placed]) -> Placed:
    """The `■` of a box, on its first row; it ends before what is printed on the box."""
    bottom = min(shape.bottom, shape.top + row)
    first = min((word.x0 for word in words if shape.holds(word)), default=shape.x1 + row / 4)
    return Placed(BOX, shape.x0, shape.top, min(max(first - row / 4, shape.x0), shape.x1), bottom, -1)


def _redaction_boxes(sheet: Sheet, words: tuple[Word, ...], text: str) -> tuple[RedactionBox, ...]:
    """Every box with the stretch of the `■` that stands for it."""
    if not sheet.boxes:
        return ()
    squares = {(word.box.x0, word.box.top): word for word in words if text[word.start : word.end] == BOX}
    boxes: list[RedactionBox] = []
    pitch = line_pitch([word.box for word in words if text[word.start : word.end] != BOX])
    for shape, concealed in sheet.boxes:
        square = squares.get((shape.x0, shape.top))
        if square is not None:
            place = Box(shape.x0, shape.top, shape.x1, shape.bottom)
            ink = Ink.PENDING if shape.order == PENDING else Ink.PLAIN
            lines, peeping = lines_within(place, *pitch), sheet.peeping.get(shape, 0)
            boxes.append(RedactionBox(square.start, square.end, place, ink, concealed, lines, peeping))
    return tuple(sorted(boxes, key=attrgetter("start")))
