"""What PDFium does not tell of pages: where redactions were marked and never applied, whether there are layers."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, FloatObject, NumberObject, PdfObject

from redaudit.layout.matrix import Corners
from redaudit.readers._structure.objects import elements, entry, resolved
from redaudit.readers._structure.opening import STUMBLES, Structure

# Two numbers for each corner of a quadrilateral.
_EIGHT = 8


def pending_quads(structure: Structure, index: int) -> list[list[Corners]]:
    """The quadrilaterals' bounds of each mark for redaction on a page, in its own coordinates; none where it has none.

    PDFium tells those of highlights and their like only.
    """
    if structure.reader is None:
        return []
    try:
        every = [resolved(item) for item in elements(entry(structure.reader.pages[index], "/Annots"))]
        marks = [item for item in every if isinstance(item, DictionaryObject) and item.get("/Subtype") == "/Redact"]
        return [list(_quads(entry(mark, "/QuadPoints"))) for mark in marks]
    except STUMBLES:
        return []


def has_layers(structure: Structure) -> bool:
    """Whether the document has layers that a reader may switch on and off (ISO 32000-1, 8.11)."""
    try:
        return structure.reader is not None and "/OCProperties" in structure.reader.root_object
    except STUMBLES:
        return False


def _quads(points: PdfObject | None) -> Iterator[Corners]:
    found = [resolved(item) for item in elements(points)]
    numbers = [float(item) for item in found if isinstance(item, FloatObject | NumberObject)]
    for first in range(0, len(numbers) - _EIGHT + 1, _EIGHT):
        xs, ys = numbers[first : first + _EIGHT : 2], numbers[first + 1 : first + _EIGHT : 2]
        yield min(xs), min(ys), max(xs), max(ys)
