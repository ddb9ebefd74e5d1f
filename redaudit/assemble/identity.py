"""Who the document is: number, subject, date, pages stated."""

import datetime as dt

from attrs import frozen

from redaudit.model.document import Document
from redaudit.model.mark import Mark
from redaudit.model.record import Fact, Rival


@frozen
class IdentityFacts:
    """The columns of a document's identity, and the readings that lost."""

    message_reference: Fact[str] | None = None
    subject: Fact[str] | None = None
    pages_stated: Fact[int] | None = None
    original_date: Fact[dt.date] | None = None
    rivals: tuple[Rival, ...] = ()


def identity(document: Document, marks: tuple[Mark, ...]) -> IdentityFacts:
    """The identity of a document, from its marks."""
    return IdentityFacts()
