"""The one door to PDFium: what it knows of a page, as plain numbers in the page's own coordinates (y upwards)."""

import ctypes
from collections import deque
from collections.abc import Callable, Iterator
from enum import IntEnum
from itertools import repeat
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from redaudit.errors import UnreadableDocument
from redaudit.layout.matrix import UNMOVED, Corners, Matrix, moved, product

Simple = type[ctypes.c_int] | type[ctypes.c_ulong] | type[ctypes.c_void_p]

# Forms within forms deeper than this, and objects beyond this number, are no page that anyone printed.
DEPTH = 12
OBJECTS = 200_000
# A path of more segments than this is a drawing, not a rule or a box; its bounds stand for it.
SEGMENTS = 4_000


# Annotations whose appearance is print on the page: typed text, stamps, drawn shapes, filled fields.
PRINTED = {
    raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_LINE,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_POLYLINE,
    raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_STAMP,
    raw.FPDF_ANNOT_WATERMARK,
    raw.FPDF_ANNOT_WIDGET,
}


class Glyphs(NamedTuple):
    """A page's characters in painting order, blanks and line ends added where they show; four numbers a character.

    `boxes`: left, top, right, bottom of each, from its advance and its size.
    """

    text: str
    boxes: list[float]


class Kind(IntEnum):
    """What an object paints."""

    TEXT = raw.FPDF_PAGEOBJ_TEXT
    PATH = raw.FPDF_PAGEOBJ_PATH
    PICTURE = raw.FPDF_PAGEOBJ_IMAGE


class Painted(NamedTuple):
    """An object, in painting order: its address, and the matrix that moves it where it stands in a form."""

    kind: Kind
    address: int
    matrix: Matrix


class Look(NamedTuple):
    """How an object is painted: red, green, blue and alpha of its fill and of its stroke, None where it has none."""

    fill: tuple[int, int, int, int] | None
    stroke: tuple[int, int, int, int] | None


class Annotation(NamedTuple):
    """An annotation's subtype and its quadrilaterals' bounds, or its own rectangle where it has none."""

    subtype: int
    places: list[Corners]


def _plain(function: object, result: Simple, *arguments: Simple) -> Callable[..., int]:
    """A function of PDFium that takes and gives plain addresses; far cheaper a call than one with typed pointers."""
    return ctypes.CFUNCTYPE(result, *arguments)(_address(function))


def _address(handle: object) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


_void = ctypes.c_void_p
_int = ctypes.c_int
_loose_box = _plain(raw.FPDFText_GetLooseCharBox, _int, _void, _int, _void)
_text_object = _plain(raw.FPDFText_GetTextObject, _void, _void, _int)
_count = _plain(raw.FPDFPage_CountObjects, _int, _void)
_object = _plain(raw.FPDFPage_GetObject, _void, _void, _int)
_form_count = _plain(raw.FPDFFormObj_CountObjects, _int, _void)
_form_object = _plain(raw.FPDFFormObj_GetObject, _void, _void, ctypes.c_ulong)
_kind = _plain(raw.FPDFPageObj_GetType, _int, _void)
_matrix = _plain(raw.FPDFPageObj_GetMatrix, _int, _void, _void)
_bounds = _plain(raw.FPDFPageObj_GetBounds, _int, _void, _void, _void, _void, _void)
_fill = _plain(raw.FPDFPageObj_GetFillColor, _int, _void, _void, _void, _void, _void)
_stroke = _plain(raw.FPDFPageObj_GetStrokeColor, _int, _void, _void, _void, _void, _void)
_text_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _int, _void)
_draw_mode = _plain(raw.FPDFPath_GetDrawMode, _int, _void, _void, _void)
_segments = _plain(raw.FPDFPath_CountSegments, _int, _void)
_segment = _plain(raw.FPDFPath_GetPathSegment, _void, _void, _int)
_segment_type = _plain(raw.FPDFPathSegment_GetType, _int, _void)
_segment_point = _plain(raw.FPDFPathSegment_GetPoint, _int, _void, _void, _void)


class OpenPage:
    """A page of an open document, with what PDFium knows of it."""

    def __init__(self, page: pypdfium2.PdfPage, annotations: list[Annotation]) -> None:
        """Open the page's text beside the page; `annotations` are those it came with."""
        self.annotations = annotations
        self.drawable = page
        self._handle = _address(page.raw)
        self._textpage = page.get_textpage()
        self._text = _address(self._textpage.raw)
        self._floats = (ctypes.c_float * 6)()
        self._whole = (ctypes.c_uint * 4)()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.drawable.get_size()
        return width, height

    @property
    def turns(self) -> int:
        """By how many quarter turns the page is shown turned clockwise."""
        return int(raw.FPDFPage_GetRotation(self.drawable)) % 4

    @property
    def corners(self) -> Corners:
        """The visible part: the crop box within the media box."""
        raw.FPDF_GetPageBoundingBox(self.drawable, box := raw.FS_RECTF())
        return box.left, box.bottom, box.right, box.top

    def glyphs(self) -> Glyphs:
        """Every character with its box."""
        count = max(raw.FPDFText_CountChars(self._textpage), 0)
        if not count:
            return Glyphs("", [])
        buffer = (ctypes.c_ushort * (count + 1))()
        raw.FPDFText_GetText(self._textpage, 0, count, buffer)
        block = (ctypes.c_float * (4 * count))()
        start = ctypes.addressof(block)
        # One call a glyph is what costs; `map` makes them without a step of Python in between.
        deque(map(_loose_box, repeat(self._text), range(count), range(start, start + 16 * count, 16)), maxlen=0)
        return Glyphs("".join(map(chr, buffer[:count])), block[:])

    def angle(self, index: int) -> float:
        """By how much a character is turned clockwise, in radians."""
        return float(raw.FPDFText_GetCharAngle(self._textpage, index))

    def object_at(self, index: int) -> int:
        """The address of the text object that paints a character; 0 for one that PDFium added."""
        return _text_object(self._text, index) or 0

    def objects(self) -> Iterator[Painted]:
        """Every object of the page and of its forms, in painting order."""
        handle, left = self._handle, OBJECTS
        stack = [iter([(address, UNMOVED) for address in (_object(handle, i) for i in range(_count(handle)))])]
        while stack and left:
            address, matrix = next(stack[-1], (0, UNMOVED))
            if not address:
                stack.pop()
                continue
            left -= 1
            kind = _kind(address)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                if len(stack) < DEPTH:
                    inner = product(self.matrix(address), matrix)
                    count = _form_count(address)
                    stack.append(iter([(_form_object(address, i), inner) for i in range(count)]))
            elif kind in (Kind.TEXT, Kind.PATH, Kind.PICTURE):
                yield Painted(Kind(kind), address, matrix)

    def matrix(self, address: int) -> Matrix:
        """The matrix of an object."""
        values = self._floats
        if not _matrix(address, ctypes.addressof(values)):
            return UNMOVED
        return values[0], values[1], values[2], values[3], values[4], values[5]

    def bounds(self, painted: Painted) -> Corners:
        """The corners of what an object paints."""
        values = self._floats
        at = ctypes.addressof(values)
        if not _bounds(painted.address, at, at + 4, at + 8, at + 12):
            return 0.0, 0.0, 0.0, 0.0
        return moved((values[0], values[1], values[2], values[3]), painted.matrix)

    def text_look(self, address: int) -> Look:
        """How a text object is painted."""
        mode = _text_mode(address) % 4  # 4 to 7 are 0 to 3 with clipping
        filled = mode in (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
        stroked = mode in (raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
        return Look(
            self._colour(_fill, address) if filled else None, self._colour(_stroke, address) if stroked else None
        )

    def path_look(self, address: int) -> Look:
        """How a path is painted."""
        modes = (ctypes.c_int * 2)()
        at = ctypes.addressof(modes)
        _draw_mode(address, at, at + 4)
        return Look(
            self._colour(_fill, address) if modes[0] else None, self._colour(_stroke, address) if modes[1] else None
        )

    def _colour(self, function: Callable[..., int], address: int) -> tuple[int, int, int, int] | None:
        values = self._whole
        at = ctypes.addressof(values)
        if not function(address, at, at + 4, at + 8, at + 12):
            return None
        return values[0], values[1], values[2], values[3]

    def parts(self, painted: Painted) -> list[tuple[Corners, bool]]:
        """The bounds of each subpath of a path, and whether it has straight edges only."""
        count = _segments(painted.address)
        if not 0 < count <= SEGMENTS:
            return []
        matrix = product(self.matrix(painted.address), painted.matrix)
        values = self._floats
        at = ctypes.addressof(values)
        parts: list[tuple[list[float], list[float], list[bool]]] = []
        for index in range(count):
            segment = _segment(painted.address, index)
            kind = _segment_type(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO or not parts:
                parts.append(([], [], []))
            _segment_point(segment, at, at + 4)
            parts[-1][0].append(values[0])
            parts[-1][1].append(values[1])
            parts[-1][2].append(kind == raw.FPDF_SEGMENT_BEZIERTO)
        return [
            (moved((min(xs), min(ys), max(xs), max(ys)), matrix), not any(curved))
            for xs, ys, curved in parts
            if len(xs) > 1
        ]

    def close(self) -> None:
        """Let go of the page."""
        self._textpage.close()
        self.drawable.close()


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


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """An open document, or UnreadableDocument with the reason."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium leaves the last file's error standing where a broken one gives it none of its own.
        if error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
            raise UnreadableDocument("encrypted PDF: it needs a password") from error
        raise UnreadableDocument("broken PDF: no pages can be found in it") from error


def open_page(document: pypdfium2.PdfDocument, index: int) -> OpenPage | None:
    """A page of the document; None for one that PDFium cannot open."""
    try:
        page = document[index]
        annotations = list(_annotations(page))
        if any(annotation.subtype in PRINTED for annotation in annotations):
            # Stamps, typed text and filled fields are words of the page: PDFium makes them so.
            for place in reversed(range(len(annotations))):
                if annotations[place].subtype == raw.FPDF_ANNOT_REDACT:
                    raw.FPDFPage_RemoveAnnot(page, place)
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        return OpenPage(page, annotations)
    except pypdfium2.PdfiumError:
        return None


def _annotations(page: pypdfium2.PdfPage) -> Iterator[Annotation]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation:
            yield Annotation(raw.FPDFAnnot_GetSubtype(annotation), _places(annotation))
            raw.FPDFPage_CloseAnnot(annotation)
        else:
            yield Annotation(raw.FPDF_ANNOT_UNKNOWN, [])
