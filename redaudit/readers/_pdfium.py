"""The one door to PDFium: pages with their words, pictures and painted lines, in points from the top left as shown."""

import ctypes
import re
from collections import deque
from collections.abc import Iterator
from itertools import repeat

import pypdfium2
import pypdfium2.raw as raw
from attrs import frozen

from redaudit.errors import UnreadableDocument
from redaudit.layout.words import Placed
from redaudit.model.document import Content

# What a document may hold before it is refused: the State Department's largest releases have some 3,000 pages.
PAGES = 20_000

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"[\r\n]")

# The same function seen with plain addresses: called once a glyph, it fills one block of memory.
_loose_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_BOX_BYTES = ctypes.sizeof(raw.FS_RECTF)


@frozen
class Sheet:
    """One page as PDFium gives it: its size as shown, its upright words in painting order, blocks of turned ones."""

    size: tuple[float, float]
    upright: list[Placed]
    turned: list[list[Placed]]
    content: Content


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """An open document, or UnreadableDocument with the reason."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument("encrypted PDF: it needs a password") from error
        raise UnreadableDocument("broken PDF: no page tree could be found") from error
    return document


def sheets(document: pypdfium2.PdfDocument) -> Iterator[Sheet | None]:
    """Every page in order; None for one that could not be opened."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield None
            continue
        yield _sheet(page)
        page.close()


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    frame = _frame(page)
    textpage = page.get_textpage()
    upright = _words(textpage, frame)
    return Sheet(page.get_size(), upright, [], Content.TEXT if upright else Content.BLANK)


@frozen
class _Frame:
    """The page's visible box in its own coordinates, and by how many quarter turns it is shown turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def placed(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the page's own coordinates as shown: x0, top, x1, bottom from the top left."""
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def _frame(page: pypdfium2.PdfPage) -> _Frame:
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return _Frame(box.left, box.bottom, box.right, box.top, raw.FPDFPage_GetRotation(page))


def _words(textpage: pypdfium2.PdfTextPage, frame: _Frame) -> list[Placed]:
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return []
    text = _text(textpage, count)
    boxes = _boxes(textpage, count)
    words: list[Placed] = []
    line, end = 0, 0
    for found in _WORD.finditer(text):
        first, last = found.span()
        if _LINE_END.search(text, end, first):
            line += 1
        end = last
        x0, top, x1, bottom = frame.placed(
            min(boxes[4 * first : 4 * last : 4]),
            min(boxes[4 * first + 3 : 4 * last : 4]),
            max(boxes[4 * first + 2 : 4 * last : 4]),
            max(boxes[4 * first + 1 : 4 * last : 4]),
        )
        words.append(Placed(found[0], x0, top, x1, bottom, line))
    return words


def _text(textpage: pypdfium2.PdfTextPage, count: int) -> str:
    """The page's characters, exactly one a glyph: those beyond the basic plane become U+FFFD."""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(textpage, 0, count, buffer)
    return "".join(map(chr, buffer[:count]))


def _boxes(textpage: pypdfium2.PdfTextPage, count: int) -> list[float]:
    """Left, top, right, bottom of every glyph's advance and size, one after the other."""
    block = (raw.FS_RECTF * count)()
    start = ctypes.addressof(block)
    handle = _address(textpage)
    deque(map(_loose_box, repeat(handle), range(count), range(start, start + count * _BOX_BYTES, _BOX_BYTES)), maxlen=0)
    return (ctypes.c_float * (4 * count)).from_buffer(block)[:]


def _address(textpage: pypdfium2.PdfTextPage) -> int:
    handle = textpage.raw
    assert handle is not None, "the text page was closed"
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
