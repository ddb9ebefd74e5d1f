"""What a document's page says beside its pages: the record with its proof, what is withheld, what was found."""

from collections.abc import Iterator

from attrs import frozen

from redaudit.model.document import Source
from redaudit.model.finding import Audited
from redaudit.model.part import Choices
from redaudit.model.record import Fact, Record
from redaudit.reports.html.anchors import Anchors
from redaudit.reports.html.comparison import Row, comparison
from redaudit.reports.html.facts import Answer, answer, in_words
from redaudit.reports.html.findings import Found, found
from redaudit.reports.html.headline import headline, pages_in_words
from redaudit.reports.html.hidden import HiddenThing, hidden
from redaudit.reports.html.mark_rows import MarkRow, mark_rows
from redaudit.reports.html.names import COLUMNS
from redaudit.reports.html.proof import Piece, piece
from redaudit.reports.html.redaction_rows import Withheld, withheld
from redaudit.reports.html.silence import unseen_in_words
from redaudit.reports.html.terms import Term, terms


@frozen
class Contest:
    """A column with more than one reading: the one that won, and its rivals."""

    column: str
    name: str
    winner: tuple[Piece, ...]
    rivals: tuple[Piece, ...]


@frozen
class Dossier:
    """What the page says of a document beside its pages."""

    title: str
    headline: str
    pages: str
    document_id: Answer
    subject: Answer
    rows: tuple[Row, ...]
    unseen: str
    doubtful: tuple[str, ...]
    contests: tuple[Contest, ...]
    withheld: Withheld
    findings: tuple[Found, ...]
    hidden: tuple[HiddenThing, ...]
    terms: tuple[Term, ...]
    marks: tuple[MarkRow, ...]
    marks_in_all: int
    source: Source
    copies: int
    revealed: bool


def dossier(audited: Audited, choices: Choices) -> Dossier:
    """The dossier of a document."""
    record, anchors = audited.record, Anchors(audited)
    return Dossier(
        title=audited.path,
        headline=headline(audited),
        pages=pages_in_words(record),
        document_id=answer(audited, anchors, "document_id"),
        subject=answer(audited, anchors, "subject"),
        rows=comparison(audited, anchors),
        unseen=unseen_in_words(record),
        doubtful=tuple(COLUMNS[column] for column in record.doubtful),
        contests=tuple(_contests(record, audited, anchors)),
        withheld=withheld(record, anchors, choices),
        findings=found(audited, anchors, choices.rules),
        hidden=hidden(record, choices),
        terms=terms(_words(record)),
        marks=mark_rows(record.marks),
        marks_in_all=len(record.marks),
        source=record.source,
        copies=record.copies,
        revealed=choices.reveal,
    )


def _contests(record: Record, audited: Audited, anchors: Anchors) -> Iterator[Contest]:
    for column in dict.fromkeys(rival.column for rival in record.rivals):
        rivals = (rival for rival in record.rivals if rival.column == column)
        yield Contest(
            column,
            COLUMNS[column],
            answer(audited, anchors, column).values,
            tuple(piece(in_words(column, rival.value), rival.marks, anchors) for rival in rivals),
        )


# The columns whose values are words of the field.
_FIELD_WORDS = (
    *("original_classification", "original_captions", "original_order", "classification_reasons", "declassify_on"),
    *("release_classification", "withheld_classification", "withheld_reasons", "withheld_until", "exemptions"),
    "statutes",
)


def _words(record: Record) -> Iterator[str]:
    """The levels, captions, orders and codes that the record names."""
    for column in _FIELD_WORDS:
        fact = getattr(record, column)
        if isinstance(fact, Fact):
            yield from map(str, fact.value if isinstance(fact.value, tuple) else (fact.value,))
