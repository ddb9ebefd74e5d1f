"""The JSON shape of the contract: one document as plain dictionaries, lists, numbers, strings and null."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping, Sequence

import attrs

from redaudit.model.document import Concealed, Leftover
from redaudit.model.finding import Audited, Finding, Skipped, Unreadable
from redaudit.model.geometry import Box
from redaudit.model.mark import Caption, Classification, ExemptionCode, Mark, PortionMark, Statute, Value, Wording
from redaudit.model.part import Choices
from redaudit.model.record import FACTS, Fact, PageFact, Record, Redaction
from redaudit.reports._columns import record_columns
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import Level

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def document(audited: Audited, choices: Choices) -> dict[str, Json]:
    """One document as the contract's JSON; marks are referred to by their index."""
    record = audited.record
    number = {mark: index for index, mark in enumerate(record.marks)}
    return {
        "path": record.source.path,
        "sha256": record.source.sha256,
        "media_type": record.source.media_type,
        "pages": [_page(page) for page in record.pages],
        "page_sizes": _page_sizes(record.pages),
        "record": {name: plain(cell) for name, cell in record_columns(audited).items()},
        "evidence": _evidence(record, number),
        "rivals": _rivals(record, number),
        "marks": [_mark(mark) for mark in record.marks],
        "redactions": [_redaction(redaction, choices) for redaction in record.redactions],
        "hidden": [_hidden(page, hidden, choices) for page in record.pages for hidden in page.concealed],
        "leftovers": [_leftover(leftover, choices) for leftover in record.leftovers],
        "deleted_pages": _deleted_pages(record),
        "findings": [_finding(finding, number) for finding in audited.findings],
    }


def unread(outcome: Unreadable | Skipped) -> dict[str, Json]:
    """A file that is not in the documents, and why."""
    return {"path": outcome.path, "reason": outcome.reason}


def plain(value: object) -> Json:
    """A value of the model in JSON's terms; empty words and lists of a field mean null, for nothing is stated."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dt.date():
            return value.isoformat()
        case ReadDate():
            return value.date.isoformat()
        case Level():
            return value.name
        case enum.Enum():
            return plain(value.value)
        case tuple() | list():
            return [plain(item) for item in value]
        case _:
            return _fields(value)


def _fields(value: object) -> dict[str, Json]:
    kind = type(value)
    if not attrs.has(kind):
        raise TypeError(f"no JSON for {kind.__name__}")
    fields = {field.name: getattr(value, field.name) for field in attrs.fields(kind)}
    return {name: None if part == "" else plain(part) for name, part in fields.items()}


def mark_value(value: Value) -> Json:
    """What a mark means: a string for codes, portion marks and words, else an object with the value's fields."""
    match value:
        case ExemptionCode():
            return value.code
        case PortionMark() | Statute() | Caption() | Wording():
            return value.text
        case Classification():
            return {"level": value.level.name, "captions": list(value.captions), "role": value.role.value}
        case _:
            return _fields(value)


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(side, 2) for side in (box.x0, box.top, box.x1, box.bottom)]


def _page(page: PageFact) -> dict[str, Json]:
    width, height = page.size or (None, None)
    return {
        "number": page.number,
        "width": width,
        "height": height,
        "content": page.content.value,
        "seen": page.seen,
    }


def _page_sizes(pages: Iterable[PageFact]) -> list[list[float | None]]:
    """Width and height of every page; empty where no page has geometry."""
    sizes: list[list[float | None]] = [list(page.size or (None, None)) for page in pages]
    return sizes if any(width is not None for width, _ in sizes) else []


def _indices(marks: Iterable[Mark], number: Mapping[Mark, int]) -> list[int]:
    return [number[mark] for mark in marks if mark in number]


def _evidence(record: Record, number: Mapping[Mark, int]) -> dict[str, Json]:
    facts = ((name, getattr(record, name)) for name in FACTS)
    return {name: _indices(fact.marks, number) for name, fact in facts if isinstance(fact, Fact) and fact.marks}


def _rivals(record: Record, number: Mapping[Mark, int]) -> dict[str, Json]:
    rivals: dict[str, list[Json]] = {}
    for rival in record.rivals:
        reading: Json = {"value": plain(rival.value), "marks": _indices(rival.marks, number)}
        rivals.setdefault(rival.column, []).append(reading)
    return dict(rivals)


def _mark(mark: Mark) -> dict[str, Json]:
    return {
        "detector": mark.detector,
        "page": mark.page,
        "start": mark.span.start,
        "end": mark.span.end,
        "line": mark.line,
        "text": mark.text,
        "value": mark_value(mark.value),
        "ink": mark.ink.value,
        "box": _box(mark.box),
    }


def _concealed(concealed: Concealed | Leftover | None, choices: Choices) -> dict[str, Json]:
    if concealed is None:
        return {"concealed": 0}
    count: dict[str, Json] = {"concealed": concealed.count}
    return {**count, "concealed_text": concealed.characters} if choices.reveal else count


def _redaction(redaction: Redaction, choices: Choices) -> dict[str, Json]:
    return {
        "page": redaction.page,
        "kind": redaction.kind.value,
        "start": redaction.start,
        "end": redaction.end,
        "line": redaction.line,
        "text": redaction.text,
        "box": _box(redaction.box),
        "quantity": redaction.quantity,
        "unit": redaction.unit or None,
        "lines_estimated": redaction.lines_estimated,
        "page_share": None if redaction.page_share is None else round(redaction.page_share, 4),
        "exemptions": list(redaction.exemptions),
        "statutes": list(redaction.statutes),
        "official": redaction.official,
        **_concealed(redaction.concealed, choices),
    }


def _hidden(page: PageFact, hidden: Concealed, choices: Choices) -> dict[str, Json]:
    return {"page": page.number, "box": _box(hidden.box), "why": hidden.why, **_concealed(hidden, choices)}


def _leftover(leftover: Leftover, choices: Choices) -> dict[str, Json]:
    return {
        "kind": leftover.kind.value,
        "page": leftover.page,
        "box": _box(leftover.box),
        "what": leftover.what,
        **_concealed(leftover, choices),
    }


def _deleted_pages(record: Record) -> dict[str, Json] | None:
    if record.deleted_pages is None:
        return None
    sheets = record.deleted_pages.value
    return {"withheld": sheets.withheld, "duplicate": sheets.duplicate, "referral": sheets.referral}


def _finding(finding: Finding, number: Mapping[Mark, int]) -> dict[str, Json]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "page": finding.page,
        "line": finding.line,
        "message": finding.message,
        "marks": _indices(finding.marks, number),
        "fingerprint": finding.fingerprint,
    }
