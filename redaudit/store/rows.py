"""What a store keeps of one outcome: rows of plain values, made in the worker so that little travels and waits."""

import datetime as dt
import json
import pickle
from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from redaudit.model.finding import Audited, Outcomes
from redaudit.reports._agency import agency
from redaudit.reports._columns import Cell, record_columns
from redaudit.reports._rows import rows, state
from redaudit.store.schema import DOCUMENTS, OF_DOCUMENT, Table

# What a column of SQLite holds.
Value = str | int | float | None
Row = tuple[Value, ...]

DOCUMENT = "document"
# What the store adds to a document, and to what belongs to one.
_ADDED = ("id", "path", "version", "gone")
_KEYS = ("id", "document")
# SQLite's whole numbers have 64 bits.
_LARGEST = 2**63 - 1
# Rows of one kind that are held as they are; of more, so many are packed together.
PIECE = 10_000


@frozen
class Packed:
    """Very many rows, pickled in pieces: some 30 bytes a row instead of 300, and unpacked a piece at a time."""

    pieces: tuple[bytes, ...]

    def __iter__(self) -> Iterator[Row]:
        """Every row in order."""
        for piece in self.pieces:
            yield from pickle.loads(piece)


@frozen
class Rows:
    """One outcome: `state` is `document`, or the contract's word for a file that is none, and then `reason` says why.

    `document` holds the values of the columns of `OF_ITS_OWN`, `belongings` for each table of OF_DOCUMENT its rows
    without their keys. `worst` is the highest severity found, empty for none.
    """

    state: str
    sha256: str = ""
    reason: str = ""
    worst: str = ""
    document: Row = ()
    belongings: tuple[tuple[Row, ...] | Packed, ...] = ()


def of_its_own(table: Table) -> tuple[str, ...]:
    """The columns of a table without the keys that the store gives."""
    added = _ADDED if table is DOCUMENTS else _KEYS
    return tuple(name for name in table.names if name not in added)


_COLUMNS = {table.name: of_its_own(table) for table in (DOCUMENTS, *OF_DOCUMENT)}


def rows_of(outcome: Outcomes) -> Rows:
    """The rows of one outcome."""
    if not isinstance(outcome, Audited):
        return Rows(state(outcome), reason=_words(outcome.reason))
    source, columns = outcome.record.source, record_columns(outcome)
    whole: dict[str, Cell] = {
        **columns,
        "agency": agency(outcome.record) or None,
        "media_type": source.media_type,
        "size": source.size,
        "sha256": source.sha256,
    }
    return Rows(
        DOCUMENT,
        sha256=source.sha256,
        worst=str(columns["worst"] or ""),
        document=_row(whole, DOCUMENTS.name),
        belongings=tuple(held(_row(row, table.name) for row in rows(outcome, table.name)) for table in OF_DOCUMENT),
    )


def held(coming: Iterator[Row]) -> tuple[Row, ...] | Packed:
    """Rows as they wait and travel: packed where they are very many."""
    first = tuple(islice(coming, PIECE))
    if len(first) < PIECE:
        return first
    pieces = [_packed(first)]
    while piece := tuple(islice(coming, PIECE)):
        pieces.append(_packed(piece))
    return Packed(tuple(pieces))


def _packed(rows: tuple[Row, ...]) -> bytes:
    """Rows pickled, words that stand in several of them once."""
    known: dict[str, str] = {}
    shared = [tuple(known.setdefault(cell, cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    return pickle.dumps(shared, pickle.HIGHEST_PROTOCOL)


def _row(cells: dict[str, Cell], table: str) -> Row:
    return tuple(value_of(cells.get(name)) for name in _COLUMNS[table])


def value_of(cell: Cell) -> Value:
    """What the store holds of a cell: a list as JSON, a date as ISO text, words that UTF-8 can hold."""
    match cell:
        case None | float():
            return cell
        case str():
            return _words(cell)
        case int():
            return cell if -_LARGEST <= cell <= _LARGEST else float(cell)
        case dt.date():
            return cell.isoformat()
        case tuple():
            return _words(json.dumps(cell, ensure_ascii=False))


def _words(text: str) -> str:
    """A text that UTF-8 can hold: a lone surrogate of a damaged file becomes its escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
