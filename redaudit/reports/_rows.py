"""What a row is: the frozen columns of each kind of row, and the rows that one outcome gives."""

from collections.abc import Iterator

from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.model.geometry import Box
from redaudit.reports._columns import COLUMNS as DOCUMENT_COLUMNS
from redaudit.reports._columns import Cell, record_columns
from redaudit.reports._json import Json, mark_value

PLACE = ("x0", "top", "x1", "bottom")

COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": DOCUMENT_COLUMNS,
    "redactions": (
        *("path", "document_id", "page", "line", "kind", "exemptions", "statutes", "quantity", "unit"),
        *("lines_estimated", "page_share", "text", "concealed", *PLACE),
    ),
    "marks": ("path", "page", "line", "detector", "value", "ink", "text", *PLACE),
    "findings": ("path", "page", "line", "rule", "severity", "message", "fingerprint"),
    "unreadable": ("path", "state", "reason"),
}

KINDS = tuple(COLUMNS)

Row = dict[str, Cell]


def rows(outcome: Outcomes, kind: str) -> Iterator[Row]:
    """The rows of one kind that an outcome gives; a column without an entry is empty."""
    if not isinstance(outcome, Audited):
        yield from _unread(outcome, kind)
    elif kind == "documents":
        yield _document(outcome)
    elif kind == "redactions":
        yield from _redactions(outcome)
    elif kind == "marks":
        yield from _marks(outcome)
    elif kind == "findings":
        yield from _findings(outcome)


def state(outcome: Unreadable | Skipped) -> str:
    """The contract's word for a file that is not among the documents."""
    return "unreadable" if isinstance(outcome, Unreadable) else "skipped"


def _unread(outcome: Unreadable | Skipped, kind: str) -> Iterator[Row]:
    if kind == "unreadable":
        yield {"path": outcome.path, "state": state(outcome), "reason": outcome.reason}
    elif kind == "documents":
        yield {"path": outcome.path, "findings": f"{state(outcome)}: {outcome.reason}"}


def _document(audited: Audited) -> Row:
    """The columns of one document; years with their decimal, whole ones too."""
    row = record_columns(audited)
    years = {name: row[name] for name in ("years_to_release", "years_overdue")}
    return row | {name: None if span is None else f"{span:.1f}" for name, span in years.items()}


def _place(box: Box | None) -> Row:
    return {} if box is None else {name: round(getattr(box, name), 2) for name in PLACE}


def _redactions(audited: Audited) -> Iterator[Row]:
    number = audited.record.document_id
    for redaction in audited.record.redactions:
        yield {
            "path": audited.path,
            "document_id": None if number is None else number.value,
            "page": redaction.page,
            "line": redaction.line,
            "kind": redaction.kind.value,
            "exemptions": redaction.exemptions,
            "statutes": redaction.statutes,
            "quantity": redaction.quantity,
            "unit": redaction.unit,
            "lines_estimated": redaction.lines_estimated,
            "page_share": None if redaction.page_share is None else round(redaction.page_share, 4),
            "text": redaction.text,
            "concealed": redaction.concealed.count if redaction.concealed else 0,
            "official": int(redaction.official),
            **_place(redaction.box),
        }


def _marks(audited: Audited) -> Iterator[Row]:
    for mark in audited.record.marks:
        yield {
            "path": audited.path,
            "page": mark.page,
            "line": mark.line,
            "detector": mark.detector,
            "value": in_words(mark_value(mark.value)),
            "ink": mark.ink.value,
            "text": " ".join(mark.text.split()),
            **_place(mark.box),
        }


def _findings(audited: Audited) -> Iterator[Row]:
    for finding in audited.findings:
        yield {
            "path": audited.path,
            "page": finding.page,
            "line": finding.line,
            "rule": finding.rule,
            "severity": finding.severity.word,
            "message": finding.message,
            "fingerprint": finding.fingerprint,
        }


def in_words(value: Json) -> str:
    """A mark's value on one line: `level=SECRET; captions=NODIS; role=banner`; what is not stated is left out."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case dict():
            stated = ((name, in_words(part)) for name, part in value.items())
            return "; ".join(f"{name}={words}" for name, words in stated if words)
        case list():
            return ", ".join(filter(None, map(in_words, value)))
        case _:
            return str(value)


def words(cell: Cell) -> str:
    """A cell as text: lists joined with `; `, dates in ISO, nothing for None."""
    match cell:
        case None:
            return ""
        case tuple():
            return "; ".join(map(str, cell))
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)
