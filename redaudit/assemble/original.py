"""What the originator marked."""

import datetime as dt

from attrs import frozen

from redaudit.model.document import Document
from redaudit.model.mark import Mark
from redaudit.model.record import Fact, Rival
from redaudit.vocabulary.level import Level


@frozen
class OriginalFacts:
    """The columns of the originator's markings, and the readings that lost."""

    original_classification: Fact[Level] | None = None
    original_captions: Fact[tuple[str, ...]] | None = None
    original_order: Fact[str] | None = None
    classified_by: Fact[str] | None = None
    classification_reasons: Fact[tuple[str, ...]] | None = None
    declassify_on: Fact[str] | None = None
    banners_struck: Fact[str] | None = None
    rivals: tuple[Rival, ...] = ()


def original(document: Document, marks: tuple[Mark, ...], origin: dt.date | None) -> OriginalFacts:
    """What the originator marked, from a document's marks."""
    return OriginalFacts()
