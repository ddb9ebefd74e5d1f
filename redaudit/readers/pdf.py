"""PDF files with a text layer: words, rows and columns as shown, struck words, scans told from text."""

from attrs import evolve

from redaudit.errors import UnreadableDocument
from redaudit.layout.words import typeset
from redaudit.model.document import Document, Page, Source
from redaudit.model.part import Reader
from redaudit.readers._pdfium import PAGES, Sheet, open_pdf, sheets
from redaudit.readers._structure import structure_of

# Readers of PDF accept its mark anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).
MARK_WITHIN = 1024


def accepts(head: bytes) -> bool:
    """The mark of a PDF stands near the start."""
    return b"%PDF-" in head[:MARK_WITHIN]


def read(data: bytes, source: Source) -> Document:
    """The pages of a PDF, or UnreadableDocument with the reason."""
    structure = structure_of(data)
    document = open_pdf(data)
    try:
        count = len(document)
        if count == 0:
            raise UnreadableDocument("PDF without pages")
        if count > PAGES:
            raise UnreadableDocument(f"PDF of {count} pages, more than {PAGES}")
        pages = tuple(_page(number, sheet) for number, sheet in enumerate(sheets(document), 1))
    finally:
        document.close()
    return Document(evolve(source, reader="pdf", media_type="application/pdf"), pages, structure.metadata)


def _page(number: int, sheet: Sheet | None) -> Page:
    if sheet is None:
        return Page(number=number, text="", seen=False)
    set_ = typeset(sheet.upright, sheet.turned)
    return Page(
        number=number,
        text=set_.arranged.text,
        lines=set_.arranged.lines,
        words=set_.words,
        content=sheet.content,
        rows=set_.rows,
        size=sheet.size,
    )


READER = Reader(id="pdf", summary="PDF with a text layer", accepts=accepts, read=read)
