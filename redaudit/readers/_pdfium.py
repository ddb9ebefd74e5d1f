"""The one door to PDFium: what it knows of a page, as plain numbers in the page's own coordinates (y upwards)."""

import ctypes
from collections import deque
from collections.abc import Callable, Iterator
from enum import Enum, IntEnum
from itertools import repeat
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from redaudit.errors import UnreadableDocument
from redaudit.layout.matrix import UNMOVED, Corners, Matrix, moved, product
from redaudit.readers import _calls as calls
from redaudit.readers._annotations import REDACT, Annotation, annotations_of, flattened, with_quads

# Forms within forms deeper than this, and objects beyond this number, are no page that anyone printed.
DEPTH = 12
OBJECTS = 200_000
# No name of marked content that means anything is longer than this, its end included.
MARK = 16


class Glyphs(NamedTuple):
    """A page's characters in painting order, blanks and line ends added where they show; four numbers a character.

    `boxes`: left, top, right, bottom of each, from its advance and its size.
    """

    text: str
    boxes: list[float]


Ink = tuple[int, int, int, int]


class Kind(IntEnum):
    """What an object paints."""

    TEXT = raw.FPDF_PAGEOBJ_TEXT
    PATH = raw.FPDF_PAGEOBJ_PATH
    PICTURE = raw.FPDF_PAGEOBJ_IMAGE
    SHADING = raw.FPDF_PAGEOBJ_SHADING


KINDS: dict[int, Kind] = {kind.value: kind for kind in Kind}


class Painted(NamedTuple):
    """An object, in painting order: its address, and the matrix that moves it where it stands in a form.

    `veiled` where a form that it stands in is painted with a blend, a soft mask or an alpha; `formed` where it stands
    in a form at all.
    """

    kind: Kind
    address: int
    matrix: Matrix
    veiled: bool = False
    formed: bool = False


class Active(Enum):
    """Whether an object is drawn."""

    OFF = 0
    ON = 1


class Look(NamedTuple):
    """How an object is painted: red, green, blue and alpha of its fill and of its stroke, None where it has none."""

    fill: Ink | None
    stroke: Ink | None


def _no_quads(_: int) -> list[list[Corners]]:
    return []


class Beside(NamedTuple):
    """What PDFium does not tell: the places of a page's redactions never applied, and whether the file has layers."""

    quads: Callable[[int], list[list[Corners]]] = _no_quads
    layered: bool = False


ALONE = Beside()


class OpenPage:
    """A page of an open document, with what PDFium knows of it."""

    def __init__(self, page: pypdfium2.PdfPage, annotations: list[Annotation]) -> None:
        """Open the page's text beside the page; `annotations` are those it came with."""
        self.annotations = annotations
        self.layered = False
        self.drawable = page
        self._handle = calls.address(page.raw)
        self._textpage = page.get_textpage()
        self._text = calls.address(self._textpage.raw)
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
        deque(map(calls.loose_box, repeat(self._text), range(count), range(start, start + 16 * count, 16)), maxlen=0)
        return Glyphs("".join(map(chr, buffer[:count])), block[:])

    def angle(self, index: int) -> float:
        """By how much a character is turned clockwise, in radians."""
        return float(raw.FPDFText_GetCharAngle(self._textpage, index))

    def object_at(self, index: int) -> int:
        """The address of the text object that paints a character; 0 for one that PDFium added."""
        return calls.text_object(self._text, index) or 0

    def objects(self) -> Iterator[Painted]:
        """Every object of the page and of its forms, in painting order."""
        handle, left = self._handle, OBJECTS
        stack = [iter([(calls.object_of(handle, i), UNMOVED, False) for i in range(calls.count_objects(handle))])]
        while stack and left:
            address, matrix, veiled = next(stack[-1], (0, UNMOVED, False))
            if not address:
                stack.pop()
                continue
            left -= 1
            kind = calls.kind_of(address)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                if len(stack) < DEPTH:
                    inner = product(self.matrix(address), matrix)
                    veil = veiled or bool(calls.has_transparency(address))
                    count = calls.form_count(address)
                    stack.append(iter([(calls.form_object(address, i), inner, veil) for i in range(count)]))
            elif kind in KINDS:
                yield Painted(KINDS[kind], address, matrix, veiled, len(stack) > 1)

    def matrix(self, address: int) -> Matrix:
        """The matrix of an object."""
        values = self._floats
        if not calls.matrix_of(address, ctypes.addressof(values)):
            return UNMOVED
        return values[0], values[1], values[2], values[3], values[4], values[5]

    def bounds(self, painted: Painted) -> Corners:
        """The corners of what an object paints."""
        values = self._floats
        at = ctypes.addressof(values)
        if not calls.bounds_of(painted.address, at, at + 4, at + 8, at + 12):
            return 0.0, 0.0, 0.0, 0.0
        return moved((values[0], values[1], values[2], values[3]), painted.matrix)

    def text_look(self, address: int) -> Look:
        """How a text object is painted."""
        mode = calls.text_mode(address) % 4  # 4 to 7 are 0 to 3 with clipping
        filled = mode in (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
        stroked = mode in (raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE)
        return Look(
            self._colour(calls.fill_of, address) if filled else None,
            self._colour(calls.stroke_of, address) if stroked else None,
        )

    def path_look(self, address: int) -> Look:
        """How a path is painted."""
        modes = (ctypes.c_int * 2)()
        at = ctypes.addressof(modes)
        calls.draw_mode(address, at, at + 4)
        fill = self._colour(calls.fill_of, address) if modes[0] else None
        return Look(fill, self._colour(calls.stroke_of, address) if modes[1] else None)

    def see_through(self, painted: Painted) -> bool:
        """Whether an object is painted with a blend, a soft mask or an alpha, its own or its form's."""
        return painted.veiled or bool(calls.has_transparency(painted.address))

    def switch(self, address: int, active: Active) -> None:
        """Let an object be drawn, or not, when the page is drawn next."""
        calls.set_active(address, active.value)

    def inked(self, address: int, colour: Ink) -> Ink | None:
        """The colour that an object was filled with until now; from now on it is filled with another."""
        before = self._colour(calls.fill_of, address)
        if before:
            calls.set_fill(address, *colour)
        return before

    def belongs_to(self, address: int, name: str) -> bool:
        """Whether an object stands in content marked with a name."""
        buffer = (ctypes.c_ushort * MARK)()
        written = ctypes.c_ulong()
        at, size = ctypes.addressof(buffer), ctypes.addressof(written)
        for index in range(calls.count_marks(address)):
            known = calls.mark_name(calls.mark_of(address, index), at, 2 * MARK, size)
            if known and "".join(map(chr, buffer[: max(written.value // 2 - 1, 0)])) == name:
                return True
        return False

    def _colour(self, function: Callable[..., int], address: int) -> Ink | None:
        values = self._whole
        at = ctypes.addressof(values)
        if not function(address, at, at + 4, at + 8, at + 12):
            return None
        return values[0], values[1], values[2], values[3]

    def close(self) -> None:
        """Let go of the page."""
        self._textpage.close()
        self.drawable.close()


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """An open document, or UnreadableDocument with the reason."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium leaves the last file's error standing where a broken one gives it none of its own.
        if error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
            raise UnreadableDocument("encrypted PDF: it needs a password") from error
        raise UnreadableDocument("broken PDF: no pages can be found in it") from error


def open_page(document: pypdfium2.PdfDocument, index: int, beside: Beside = ALONE) -> OpenPage | None:
    """A page of the document; None for one that PDFium cannot open."""
    try:
        page = document[index]
        annotations = annotations_of(page)
        if any(annotation.subtype == REDACT for annotation in annotations):
            annotations = with_quads(annotations, beside.quads(index))
        if annotations:
            page = flattened(document, index, page, annotations)
        opened = OpenPage(page, annotations)
        opened.layered = beside.layered
        return opened
    except pypdfium2.PdfiumError:
        return None
