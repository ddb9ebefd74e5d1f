"""What annotations a page came with, and those that print as part of it: stamps, typed text, shapes, filled fields."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from redaudit.layout.matrix import Corners

REDACT = int(raw.FPDF_ANNOT_REDACT)
STRIKE_OUT = int(raw.FPDF_ANNOT_STRIKEOUT)
UNDERLINE = int(raw.FPDF_ANNOT_UNDERLINE)
SQUIGGLY = int(raw.FPDF_ANNOT_SQUIGGLY)

# Annotations whose appearance is paint on the page: typed text, stamps, drawn shapes, filled fields, highlights.
PRINTED = frozenset(
    (
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_LINE,
        raw.FPDF_ANNOT_SQUARE,
        raw.FPDF_ANNOT_CIRCLE,
        raw.FPDF_ANNOT_POLYGON,
        raw.FPDF_ANNOT_POLYLINE,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_INK,
        raw.FPDF_ANNOT_STAMP,
        raw.FPDF_ANNOT_WATERMARK,
        raw.FPDF_ANNOT_WIDGET,
    )
)
# Enough of a drawing for PDFium to make the appearances that annotations lack; nobody looks at it.
GLANCE = 0.01


class Annotation(NamedTuple):
    """An annotation's subtype and its quadrilaterals' bounds, or its own rectangle where it has none."""

    subtype: int
    places: list[Corners]
    drawn: bool = True


def annotations_of(page: pypdfium2.PdfPage) -> list[Annotation]:
    """The annotations of a page, in order; `drawn` those that say how they look."""
    return list(_annotations(page))


def _annotations(page: pypdfium2.PdfPage) -> Iterator[Annotation]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation:
            drawn = raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2
            subtype = raw.FPDFAnnot_GetSubtype(annotation)
            yield Annotation(subtype, _places(annotation), drawn)
            raw.FPDFPage_CloseAnnot(annotation)
        else:
            yield Annotation(raw.FPDF_ANNOT_UNKNOWN, [])


def _places(annotation: object) -> list[Corners]:
    quad = raw.FS_QUADPOINTSF()
    places: list[Corners] = []
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            places.append((min(xs), min(ys), max(xs), max(ys)))
    if not places:
        rect = raw.FS_RECTF()
        if raw.FPDFAnnot_GetRect(annotation, rect):
            low, high = min(rect.bottom, rect.top), max(rect.bottom, rect.top)
            places.append((min(rect.left, rect.right), low, max(rect.left, rect.right), high))
    return places


def with_quads(annotations: list[Annotation], quads: list[list[Corners]]) -> list[Annotation]:
    """The annotations, those marked for redaction with the quadrilaterals that each has, in order."""
    left = iter(quads)
    return [
        annotation._replace(places=next(left, []) or annotation.places) if annotation.subtype == REDACT else annotation
        for annotation in annotations
    ]


def flattened(
    document: pypdfium2.PdfDocument, index: int, page: pypdfium2.PdfPage, annotations: list[Annotation]
) -> pypdfium2.PdfPage:
    """The page with what its annotations print made part of it; redactions never applied are left out."""
    for place in reversed(range(len(annotations))):
        if annotations[place].subtype == REDACT:
            raw.FPDFPage_RemoveAnnot(page, place)
    printed = [annotation for annotation in annotations if annotation.subtype in PRINTED]
    if not printed:
        return page
    if not all(annotation.drawn for annotation in printed):
        page.render(scale=GLANCE).close()
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    flat: pypdfium2.PdfPage = document[index]
    return flat
