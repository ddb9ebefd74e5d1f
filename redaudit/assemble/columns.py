"""The columns of the contract, filled from the marks of one document."""

from redaudit.model.document import Document
from redaudit.model.mark import Mark
from redaudit.model.record import Fact, PageFact, Record
from redaudit.vocabulary.outcome import Outcome


def record(document: Document, marks: tuple[Mark, ...]) -> Record:
    """The record of a document and its marks."""
    pages = tuple(
        PageFact(page.number, page.size, page.content, page.seen, len(page.text), page.concealed)
        for page in document.pages
    )
    return Record(source=document.source, pages=pages, marks=marks, release_status=Fact(Outcome.NONE))
