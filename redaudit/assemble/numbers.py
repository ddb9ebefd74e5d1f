"""The numbers that the releasing agency gave: document and case, each by the reading printed most often."""

from attrs import frozen

from redaudit.assemble._vote import vote
from redaudit.model.mark import Identifier, Mark
from redaudit.model.record import Fact, Rival


@frozen
class NumberFacts:
    """Document and case number, and the readings that lost."""

    document_id: Fact[str] | None
    case_number: Fact[str] | None
    rivals: tuple[Rival, ...]


def numbers(marks: tuple[Mark, ...]) -> NumberFacts:
    """The agency's own number of the document before one that a production or an archive added to it."""
    document, lost = _best("document_id", "document-number", marks)
    case, lost_cases = _best("case_number", "case-number", marks)
    return NumberFacts(document, case, (*lost, *lost_cases))


# Numbers of a production, of an archive's page or of a digitisation name the copy, not the document.
_OF_THE_COPY = frozenset(("state-production", "jfk-docid", "library-rac"))


def _best(column: str, detector: str, marks: tuple[Mark, ...]) -> tuple[Fact[str] | None, tuple[Rival, ...]]:
    found = [(mark.value, mark) for mark in marks if mark.detector == detector and isinstance(mark.value, Identifier)]
    found = [(value, mark) for value, mark in found if value.scheme not in _OF_THE_COPY] or found
    clean = [(value, mark) for value, mark in found if not value.damaged]
    return vote(column, ((value.value, mark) for value, mark in clean or found), _damaged)


def _damaged(mark: Mark) -> bool:
    return isinstance(mark.value, Identifier) and mark.value.damaged
