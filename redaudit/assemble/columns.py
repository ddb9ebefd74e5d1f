"""The columns of the contract, filled from the marks of one document."""

from attrs import evolve

from redaudit.assemble.change import classification_change
from redaudit.assemble.copies import copies
from redaudit.assemble.exemptions import exemptions
from redaudit.assemble.extent import deleted_pages, redacted_share
from redaudit.assemble.identity import identity
from redaudit.assemble.numbers import numbers
from redaudit.assemble.original import original
from redaudit.assemble.redactions import redactions
from redaudit.assemble.release import release
from redaudit.model.document import Document, Ink, Page
from redaudit.model.mark import Mark
from redaudit.model.record import PageFact, Record


def record(document: Document, marks: tuple[Mark, ...]) -> Record:
    """The record of a document and its marks."""
    who = identity(document, marks)
    made = original(document, marks, who.original_date.value if who.original_date else None)
    freed = release(marks, made.original_classification)
    started = Record(
        source=document.source,
        pages=tuple(_page_fact(page) for page in document.pages),
        marks=marks,
        message_reference=who.message_reference,
        subject=who.subject,
        pages_stated=who.pages_stated,
        original_classification=made.original_classification,
        original_captions=made.original_captions,
        original_date=who.original_date,
        original_order=made.original_order,
        classified_by=made.classified_by,
        classification_reasons=made.classification_reasons,
        declassify_on=made.declassify_on,
        release_status=freed.release_status,
        release_classification=freed.release_classification,
        release_date=freed.release_date,
        release_authority=freed.release_authority,
        withheld_classification=freed.withheld_classification,
        withheld_reasons=freed.withheld_reasons,
        withheld_until=freed.withheld_until,
        banners_struck=made.banners_struck,
        classification_change=classification_change(made.original_classification, freed),
        rivals=(*who.rivals, *made.rivals, *freed.rivals),
    )
    return _with_what_is_withheld(document, started)


def _with_what_is_withheld(document: Document, started: Record) -> Record:
    """A record with its numbers, codes, passages, pages and copies."""
    named = numbers(started.marks)
    withheld = exemptions(started.marks)
    passages = redactions(document, started.marks)
    return evolve(
        started,
        document_id=named.document_id,
        case_number=named.case_number,
        exemptions=withheld.exemptions,
        statutes=withheld.statutes,
        redactions=passages,
        redacted_share=redacted_share(document, passages),
        deleted_pages=deleted_pages(started.marks),
        leftovers=document.leftovers,
        copies=copies(document, started.marks),
        rivals=(*named.rivals, *started.rivals),
    )


def _page_fact(page: Page) -> PageFact:
    return PageFact(
        number=page.number,
        size=page.size,
        content=page.content,
        seen=page.seen,
        characters=len(page.text),
        concealed=page.concealed,
        struck=_struck(page),
        pale=page.pale,
        empty=page.empty,
    )


def _struck(page: Page) -> int:
    """The stretches of a page with a line through them, as far as it has geometry: signs in a text are not lines."""
    struck = [page.text[span.start : span.end] for span in page.inks if span.ink is Ink.STRUCK] if page.words else []
    return sum(any(map(str.isalnum, text)) for text in struck)
