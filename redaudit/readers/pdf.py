"""PDF files with a text layer: words, rows and columns as shown, struck words, scans told from text."""

from operator import attrgetter

from attrs import evolve

from redaudit.errors import UnreadableDocument
from redaudit.layout.layers import Placed
from redaudit.layout.paint import inks
from redaudit.layout.words import BOX, gathered, typeset
from redaudit.model.document import Document, Ink, InkSpan, Page, RedactionBox, Source, Word
from redaudit.model.geometry import Box
from redaudit.model.part import AS_USUAL, Reader, Reading
from redaudit.readers._pdfium import OpenPage, open_page, open_pdf
from redaudit.readers._sheet import PENDING, Sheet, sheet_of
from redaudit.readers._structure import structure_of
from redaudit.readers._tables import ruled, table_rows

# What a document may hold before it is refused: the largest releases in one file have some 3,000 pages.
PAGES = 20_000
# The height of the row that a redaction box stands on, in points.
LINE = 12.0

# Readers of PDF accept its mark anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).
MARK_WITHIN = 1024


def accepts(head: bytes) -> bool:
    """The mark of a PDF stands near the start."""
    return b"%PDF-" in head[:MARK_WITHIN]


def read(data: bytes, source: Source, reading: Reading = AS_USUAL) -> Document:
    """The pages of a PDF, or UnreadableDocument with the reason."""
    structure = structure_of(data)
    try:
        document = open_pdf(data)
    except UnreadableDocument as error:
        # PDFium calls a file without pages broken; pypdf tells the two apart.
        raise UnreadableDocument("PDF without pages") if structure.pages == 0 else error from error
    try:
        count = len(document)
        if count == 0:
            raise UnreadableDocument("PDF without pages")
        if count > PAGES:
            raise UnreadableDocument(f"PDF of {count} pages, more than {PAGES}")
        pages = tuple(_page(data, number, open_page(document, number - 1)) for number in range(1, count + 1))
    finally:
        document.close()
    return Document(evolve(source, reader="pdf", media_type="application/pdf"), pages, structure.metadata)


def _page(data: bytes, number: int, opened: OpenPage | None) -> Page:
    if opened is None:
        return Page(number=number, text="", seen=False)
    try:
        sheet = sheet_of(opened)
    finally:
        opened.close()
    squares = [Placed(BOX, s.x0, s.top, s.x1, min(s.bottom, s.top + LINE), -1) for s, _ in sheet.boxes]
    upright = sheet.upright + squares
    if ruled(*sheet.rules):
        upright = gathered(upright, table_rows(data, number))
    set_ = typeset(upright, sheet.turned, sheet.size)
    text = set_.arranged.text
    boxes = _redaction_boxes(sheet, set_.words, text)
    pending = [InkSpan(found.start, found.end, Ink.PENDING) for found in boxes if found.ink is Ink.PENDING]
    return Page(
        number=number,
        text=text,
        lines=set_.arranged.lines,
        inks=tuple(sorted((*inks(set_.words, text, sheet.strokes, sheet.marked), *pending), key=attrgetter("start"))),
        words=set_.words,
        boxes=boxes,
        concealed=sheet.concealed,
        content=sheet.content,
        seen=sheet.seen,
        rows=set_.rows,
        size=sheet.size,
    )


def _redaction_boxes(sheet: Sheet, words: tuple[Word, ...], text: str) -> tuple[RedactionBox, ...]:
    """Every box with the stretch of the `■` that stands for it."""
    squares = {(word.box.x0, word.box.top): word for word in words if text[word.start : word.end] == BOX}
    boxes: list[RedactionBox] = []
    for shape, concealed in sheet.boxes:
        square = squares.get((shape.x0, shape.top))
        if square is not None:
            place = Box(shape.x0, shape.top, shape.x1, shape.bottom)
            ink = Ink.PENDING if shape.order == PENDING else Ink.PLAIN
            boxes.append(RedactionBox(square.start, square.end, place, ink, concealed))
    return tuple(sorted(boxes, key=attrgetter("start")))


READER = Reader(id="pdf", summary="PDF with a text layer", accepts=accepts, read=read)
