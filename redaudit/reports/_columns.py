"""One row a document: the columns of the contract in their order, derived ones included, as typed values."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable

from redaudit.model.document import Ink
from redaudit.model.finding import Audited, Finding
from redaudit.model.mark import DeletedPages, Mark, PortionMark
from redaudit.model.record import Fact, Record
from redaudit.vocabulary.level import Level
from redaudit.vocabulary.outcome import Outcome

# What a cell may hold before a format writes it; None where the document does not say.
Cell = str | int | float | dt.date | tuple[str, ...] | tuple[int, ...] | None

STRUCK = frozenset({Ink.STRUCK, Ink.LIKELY_STRUCK})

# Mean length of a Gregorian year in days.
YEAR = 365.2425


def record_columns(audited: Audited) -> dict[str, Cell]:
    """Every column of the contract for one document, in order."""
    return {name: column(audited) for name, column in _COLUMNS.items()}


def _fact(name: str) -> Callable[[Audited], Cell]:
    def column(audited: Audited) -> Cell:
        fact = getattr(audited.record, name)
        return _plain(fact.value) if isinstance(fact, Fact) else None

    return column


def _plain(value: object) -> Cell:
    match value:
        case Level():
            return value.name
        case Outcome():
            return value.value
        case tuple():
            return tuple(str(item) for item in value)
        case str() | int() | float() | dt.date():
            return value
        case _:
            raise TypeError(f"a column cannot hold {type(value).__name__}")


def _path(audited: Audited) -> str:
    return audited.path


def _pages(audited: Audited) -> int:
    return len(audited.record.pages)


def _pages_unseen(audited: Audited) -> tuple[int, ...]:
    return tuple(page.number for page in audited.record.pages if not page.seen)


def _redactions(audited: Audited) -> int:
    return sum(redaction.official for redaction in audited.record.redactions)


def _redacted_share(audited: Audited) -> float | None:
    share = audited.record.redacted_share
    return None if share is None else round(share, 4)


def deleted_total(sheets: DeletedPages) -> int:
    """The pages that the sheets state as withheld: by their own total, else as many as they list."""
    listed = sheets.withheld + sheets.duplicate + sheets.referral
    return listed if sheets.total is None else sheets.total


def _deleted_pages(audited: Audited) -> int | None:
    fact = audited.record.deleted_pages
    return None if fact is None else deleted_total(fact.value)


def _portions(marks: Iterable[Mark]) -> tuple[str, ...]:
    counts = Counter(mark.value.level for mark in marks if isinstance(mark.value, PortionMark))
    ordered = sorted(counts, key=lambda level: (-level.rank, level.mark))
    return tuple(f"{level.mark}:{counts[level]}" for level in ordered)


def _portion_marks(audited: Audited) -> tuple[str, ...]:
    return _portions(audited.record.marks)


def _portion_marks_struck(audited: Audited) -> tuple[str, ...]:
    return _portions(mark for mark in audited.record.marks if mark.ink in STRUCK)


def _years(start: dt.date, end: dt.date) -> float:
    return round((end - start).days / YEAR, 1)


def years_to_release(record: Record) -> float | None:
    """Years from the document's date to its release, one decimal."""
    if record.original_date is None or record.release_date is None:
        return None
    return _years(record.original_date.value, record.release_date.value)


def years_overdue(record: Record) -> float | None:
    """Years from the originator's date of declassification to the release, where that date had passed."""
    if record.declassify_on is None or record.release_date is None:
        return None
    try:
        due = dt.date.fromisoformat(record.declassify_on.value)
    except ValueError:  # `OADR`, `X1`, an event in words
        return None
    return _years(due, record.release_date.value) if due < record.release_date.value else None


def _findings(audited: Audited) -> tuple[str, ...]:
    ordered = sorted(audited.findings, key=lambda finding: (-finding.severity, finding.rule))
    return tuple(dict.fromkeys(finding.rule for finding in ordered))


def worst(findings: Iterable[Finding]) -> str | None:
    """The word for the highest severity among findings."""
    severity = max((finding.severity for finding in findings), default=None)
    return None if severity is None else severity.word


_COLUMNS: dict[str, Callable[[Audited], Cell]] = {
    "path": _path,
    "document_id": _fact("document_id"),
    "case_number": _fact("case_number"),
    "message_reference": _fact("message_reference"),
    "subject": _fact("subject"),
    "pages": _pages,
    "pages_stated": _fact("pages_stated"),
    "pages_unseen": _pages_unseen,
    "original_classification": _fact("original_classification"),
    "original_captions": _fact("original_captions"),
    "original_date": _fact("original_date"),
    "original_order": _fact("original_order"),
    "classified_by": _fact("classified_by"),
    "classification_reasons": _fact("classification_reasons"),
    "declassify_on": _fact("declassify_on"),
    "release_status": _fact("release_status"),
    "release_classification": _fact("release_classification"),
    "release_date": _fact("release_date"),
    "release_authority": _fact("release_authority"),
    "withheld_classification": _fact("withheld_classification"),
    "withheld_reasons": _fact("withheld_reasons"),
    "withheld_until": _fact("withheld_until"),
    "exemptions": _fact("exemptions"),
    "statutes": _fact("statutes"),
    "redactions": _redactions,
    "redacted_share": _redacted_share,
    "deleted_pages": _deleted_pages,
    "portion_marks": _portion_marks,
    "portion_marks_struck": _portion_marks_struck,
    "banners_struck": _fact("banners_struck"),
    "classification_change": _fact("classification_change"),
    "years_to_release": lambda audited: years_to_release(audited.record),
    "years_overdue": lambda audited: years_overdue(audited.record),
    "doubtful": lambda audited: audited.record.doubtful,
    "findings": _findings,
    "worst": lambda audited: worst(audited.findings),
}

COLUMNS = tuple(_COLUMNS)
