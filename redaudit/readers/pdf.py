"""PDF files with a text layer: words, rows and columns as shown, struck words, scans told from text."""

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import evolve

from redaudit.errors import UnreadableDocument
from redaudit.layout.ruling import gathers
from redaudit.model.document import Content, Document, Page, Source
from redaudit.model.exhibit import PagePicture
from redaudit.model.part import AS_USUAL, Ocr, Reader, Reading
from redaudit.readers import _screen
from redaudit.readers._drawn import picture_of, shown_on_screen
from redaudit.readers._earlier import earlier_versions
from redaudit.readers._paged import page_of
from redaudit.readers._pdfium import Beside, OpenPage, open_page, open_pdf
from redaudit.readers._pictured import with_pictures
from redaudit.readers._screen import page_picture
from redaudit.readers._sheet import sheet_of
from redaudit.readers._sight import looked_at
from redaudit.readers._structure import has_layers, leftovers_of, pending_quads, structure_of, versions_of
from redaudit.readers._tables import table_rows

# What a document may hold before it is refused: the largest releases in one file have some 3,000 pages.
PAGES = 20_000

# Scans are looked at at this many dots an inch: print is legible, and a page takes 20 ms to draw.
DPI = 200

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
        beside = Beside(partial(pending_quads, structure), has_layers(structure))
        pages = tuple(
            _page(data, number, open_page(document, number - 1, beside), reading.ocr) for number in range(1, count + 1)
        )
    finally:
        document.close()
    known = evolve(source, reader="pdf", media_type="application/pdf")
    earlier = earlier_versions(data, versions_of(data, structure), pages)
    return Document(known, pages, structure.metadata, (*earlier, *leftovers_of(data, structure, pages)))


def _page(data: bytes, number: int, opened: OpenPage | None, ocr: Ocr) -> Page:
    if opened is None:
        return Page(number=number, text="", seen=False)
    try:
        sheet = sheet_of(opened)
        if sheet.content in (Content.SCAN, Content.IMAGE_ONLY):
            sheet = looked_at(with_pictures(sheet, opened, ocr), picture_of(opened, DPI), ocr)
    finally:
        opened.close()
    return page_of(
        number, sheet, table_rows(data, number) if gathers(sheet.levels, sheet.uprights, sheet.upright) else []
    )


def pictures(data: bytes, numbers: Sequence[int]) -> Iterator[PagePicture]:
    """Some pages as `read` sees them, drawn for a screen: redactions never applied are left out, and hide nothing.

    Where these stand is of no matter here, so that nothing is asked of the file's structure.
    """
    document = open_pdf(data)
    try:
        for number in numbers:
            if 1 <= number <= len(document) and (opened := open_page(document, number - 1)):
                try:
                    yield page_picture(number, *shown_on_screen(opened, _screen.DPI, _screen.LONGEST))
                finally:
                    opened.close()
    finally:
        document.close()


READER = Reader(id="pdf", summary="PDF with a text layer", accepts=accepts, read=read, pictures=pictures)
