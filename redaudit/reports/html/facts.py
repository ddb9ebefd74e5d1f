"""Each column of the contract in words, with its proof, its doubt, or why there is nothing to say."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from redaudit.model.finding import Audited
from redaudit.model.mark import DeletedPages, Mark, PortionMark
from redaudit.model.record import Fact, Record
from redaudit.reports._columns import STRUCK, deleted_total
from redaudit.reports.html.anchors import Anchors, of_page, of_redaction
from redaudit.reports.html.proof import Piece, members, piece
from redaudit.reports.html.silence import doubt, missing, unsaid, unseen
from redaudit.reports.html.terms import in_short
from redaudit.reports.html.wording import counted, listed, on_pages, percent
from redaudit.vocabulary.level import Level
from redaudit.vocabulary.outcome import Outcome

OUTCOMES = {
    Outcome.FULL: "released in full",
    Outcome.PART: "released in part",
    Outcome.DENIED: "denied",
    Outcome.UNSPECIFIED: "released; the marking does not say whether in full or in part",
    Outcome.NONE: "no release marking in this copy",
}
_BANNERS = {"all": "all lined through", "some": "some lined through, some not", "none": "none lined through"}
# Columns of plain words whose words may be codes with a meaning.
_CODED = frozenset({"declassify_on", "original_order", "withheld_until", "release_authority"})


@frozen
class Answer:
    """One column: its values, or in `missing` why there is none; `doubt` says why a value is uncertain."""

    column: str
    label: str = ""
    values: tuple[Piece, ...] = ()
    missing: str = ""
    doubt: str = ""


def answer(audited: Audited, anchors: Anchors, column: str, label: str = "") -> Answer:
    """One column of a document."""
    record = audited.record
    if column in _DERIVED:
        return Answer(column, label, *_DERIVED[column](record, anchors))
    fact = getattr(record, column)
    if not isinstance(fact, Fact):
        return Answer(column, label, missing=missing(record, column))
    if fact.value is Outcome.NONE and unseen(record):
        return Answer(column, label, missing=unsaid(record, "no release marking"))
    return Answer(column, label, _pieces(column, fact, anchors), doubt=doubt(record, column, fact))


def _pieces(column: str, fact: Fact[object], anchors: Anchors) -> tuple[Piece, ...]:
    value = fact.value
    if isinstance(value, tuple):
        return members(Fact(tuple(map(str, value)), fact.marks), anchors)
    meaning = in_short(str(value)) if isinstance(value, Level) or column in _CODED else ""
    return (piece(in_words(column, value), fact.marks, anchors, meaning),)


def in_words(column: str, value: object) -> str:
    """The value of a column as a reader sees it."""
    match value:
        case Outcome():
            return OUTCOMES[value]
        case dt.date():
            return value.isoformat()
        case DeletedPages():
            return _deleted(value)
        case tuple():
            return "; ".join(map(str, value))
        case str() if column == "banners_struck":
            return _BANNERS[value]
        case int() if column == "pages_stated":
            return counted(value, "page")
        case _:
            return str(value)


def _deleted(sheets: DeletedPages) -> str:
    kinds = ((sheets.withheld, "withheld"), (sheets.duplicate, "duplicate"), (sheets.referral, "referred elsewhere"))
    named = listed(f"{count} {word}" for count, word in kinds if count)
    total = counted(deleted_total(sheets), "page")
    return f"{total} ({named})" if named else total


# A value that no single mark proves, in words, and what to say where there is none.
_Derived = tuple[tuple[Piece, ...], str]


def _pages(record: Record, anchors: Anchors) -> _Derived:
    return (Piece(counted(len(record.pages), "page")),), ""


def _pages_unseen(record: Record, anchors: Anchors) -> _Derived:
    pages = unseen(record)
    if not pages:
        return (), "none"
    return (Piece(on_pages(pages), tuple(map(of_page, pages)), on_pages(pages)),), ""


def _redactions(record: Record, anchors: Anchors) -> _Derived:
    own = [(index, redaction) for index, redaction in enumerate(record.redactions) if redaction.official]
    if not own:
        return (), unsaid(record, "none seen")
    links = tuple(of_redaction(index) for index, _ in own)
    return (Piece(counted(len(own), "redaction"), links, on_pages(redaction.page for _, redaction in own)),), ""


def _redacted_share(record: Record, anchors: Anchors) -> _Derived:
    if record.redacted_share is None:
        return (), "cannot be measured in this copy" if record.redactions else "nothing to measure"
    return (Piece(f"{percent(record.redacted_share)} of the printed page"),), ""


def _portions(record: Record, anchors: Anchors) -> _Derived:
    marks = _portion_marks(record)
    return (_by_level(marks, anchors), "") if marks else ((), missing(record, "portion_marks"))


def _struck_portions(record: Record, anchors: Anchors) -> _Derived:
    marks = [mark for mark in _portion_marks(record) if mark.ink in STRUCK]
    return (_by_level(marks, anchors), "") if marks else ((), _no_strikes(record))


def _portion_marks(record: Record) -> list[Mark]:
    return [mark for mark, _ in record.marks_by_kind.get(PortionMark, ())]


def _by_level(marks: Sequence[Mark], anchors: Anchors) -> tuple[Piece, ...]:
    return tuple(_of_level(level, marks, anchors) for level in _levels(marks))


def _no_strikes(record: Record) -> str:
    if PortionMark not in record.marks_by_kind:
        return unsaid(record, "there is none to line through")
    return missing(record, "banners_struck") if record.banners_struck is None else "none lined through"


def _levels(marks: Iterable[Mark]) -> list[Level]:
    found = {mark.value.level for mark in marks if isinstance(mark.value, PortionMark)}
    return sorted(found, key=lambda level: (-level.rank, level.mark))


def _of_level(level: Level, marks: Iterable[Mark], anchors: Anchors) -> Piece:
    own = [mark for mark in marks if isinstance(mark.value, PortionMark) and mark.value.level == level]
    return piece(f"({level.mark}) × {len(own)}", own, anchors, f"paragraphs marked {level.name}")


_DERIVED: Mapping[str, Callable[[Record, Anchors], _Derived]] = {
    "pages": _pages,
    "pages_unseen": _pages_unseen,
    "redactions": _redactions,
    "redacted_share": _redacted_share,
    "portion_marks": _portions,
    "portion_marks_struck": _struck_portions,
}
