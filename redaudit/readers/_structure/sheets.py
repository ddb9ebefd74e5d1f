"""The pages of a PDF as its structure has them: their objects, annotations and places."""

from collections.abc import Iterator, Sequence

from attrs import frozen
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NumberObject, PdfObject

from redaudit.layout.matrix import Corners
from redaudit.model.document import Page
from redaudit.model.geometry import Box
from redaudit.readers._structure.objects import MOST, elements, entry, resolved

# Annotation flags: hidden, and not for viewing (ISO 32000-1, table 165).
_HIDDEN = 2 | 32
_QUARTERS = 4
# Something stands for a box when they share this part of the smaller of them.
_SAME = 0.5
# Page trees are not deeper than this.
_DEPTH = 32


@frozen
class Leaf:
    """One page: its number, its object, its annotations."""

    number: int
    object: DictionaryObject
    annotations: tuple[DictionaryObject, ...]
    page: Page

    def box(self, annotation: DictionaryObject) -> Box | None:
        """Where an annotation stands on the page as shown; None where it stands nowhere."""
        return self.frame(entry(annotation, "/Rect"))

    def frame(self, corners: PdfObject | None) -> Box | None:
        """Where four numbers of the page's own coordinates frame a part of the page as shown."""
        found = _numbers(corners)
        return self.placed((found[0], found[1], found[2], found[3])) if len(found) == _QUARTERS else None

    def placed(self, corners: Corners) -> Box | None:
        """Corners of the page's own coordinates as shown."""
        frame = _numbers(_inherited(self.object, "/CropBox") or _inherited(self.object, "/MediaBox"))
        if len(frame) != _QUARTERS or self.page.size is None:
            return None
        left, right, x0, x1 = *sorted(frame[::2]), *sorted(corners[::2])
        low, high, y0, y1 = *sorted(frame[1::2]), *sorted(corners[1::2])
        turns = _turns(self.object)
        if turns == 0:
            return Box(x0 - left, high - y1, x1 - left, high - y0)
        if turns == 1:
            return Box(y0 - low, x0 - left, y1 - low, x1 - left)
        if turns == 2:
            return Box(right - x1, y0 - low, right - x0, y1 - low)
        return Box(high - y1, right - x1, high - y0, right - x0)

    def redaction(self, box: Box | None) -> Box | None:
        """The redaction that shares half of a place, or half of itself with it; None for none."""
        if box is not None:
            for found in self.page.boxes:
                if found.box.overlap(box) >= _SAME * min(found.box.area, box.area) > 0:
                    return found.box
        return None


def is_switched_off(annotation: DictionaryObject) -> bool:
    """Whether an annotation's flags keep it from being seen."""
    flags = entry(annotation, "/F")
    return isinstance(flags, NumberObject) and bool(int(flags) & _HIDDEN)


def leaves(reader: PdfReader, pages: Sequence[Page]) -> Iterator[Leaf]:
    """The pages in order, each with its annotations."""
    left = MOST
    for page, object_ in zip(pages, reader.pages, strict=False):
        every = [resolved(item) for item in elements(entry(object_, "/Annots"))[:left]]
        left -= len(every)
        annotations = tuple(item for item in every if isinstance(item, DictionaryObject))
        yield Leaf(page.number, object_, annotations, page)


def _inherited(page: DictionaryObject, name: str) -> PdfObject | None:
    """What a page has under a name, or the nodes above it."""
    node: PdfObject | None = page
    for _ in range(_DEPTH):
        found = entry(node, name)
        if found is not None:
            return found
        node = entry(node, "/Parent")
    return None


def _numbers(value: PdfObject | None) -> list[float]:
    found = value if isinstance(value, ArrayObject) else []
    every = [resolved(item) for item in found[:_QUARTERS]]
    return [float(item) for item in every if isinstance(item, FloatObject | NumberObject)]


def _turns(page: DictionaryObject) -> int:
    found = _inherited(page, "/Rotate")
    return int(found) // 90 % _QUARTERS if isinstance(found, NumberObject) else 0
