"""Parquet files: every table of a store as one file, or the rows of one kind straight from a run; typed, in batches.

Lists are lists of words (`pages_unseen`: of whole numbers), dates are dates, flags are true or false. Each column says
what it means in its metadata, under `description`; so does each table. The same rows give the same bytes.

pyarrow is optional and takes a third of a second to import: it is imported by `_arrow` when a table is written.
"""

import contextlib
import datetime as dt
import importlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from redaudit.delivery import PART, whole_bytes
from redaudit.errors import UsageError
from redaudit.model.finding import Outcomes
from redaudit.reports._columns import Cell
from redaudit.reports._rows import COLUMNS, rows
from redaudit.store.rows import Value, value_of
from redaudit.store.schema import DOCUMENTS, OF_DOCUMENT, TABLES, Column, Kind, Table

SUFFIX = ".parquet"
# Rows that are in memory at once, and lie together in a file.
BATCH = 10_000
# Lists whose items are whole numbers; those of all others are words.
_OF_WHOLE = frozenset({"pages_unseen"})
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1

# What a column of a Parquet file holds.
Typed = str | int | float | bool | dt.date | list[Value] | None

_TABLES = {table.name: table for table in TABLES}
_OF_DOCUMENTS = {column.name: column for column in DOCUMENTS.columns}


def require() -> None:
    """Raises UsageError where Parquet cannot be written here."""
    if find_spec("pyarrow") is None:
        raise UsageError("parquet needs pyarrow: pip install 'redaudit[parquet]'")


def table_files(folder: Path) -> dict[str, Path]:
    """The file of each table of a store in a folder."""
    return {table.name: folder / f"{table.name}{SUFFIX}" for table in TABLES}


def write_tables(connection: sqlite3.Connection, folder: Path) -> None:
    """Every table of a store as a file in a folder, all of them whole before the first takes its place.

    Whoever calls it is the only one who writes there.
    """
    with contextlib.ExitStack() as stack:
        for name, place in table_files(folder).items():
            for left in folder.glob(f".{place.name}.*{PART}"):  # by a run that was killed
                left.unlink(missing_ok=True)
            sink = stack.enter_context(whole_bytes(place))
            columns = _columns_of(_TABLES[name])
            _write(sink, _TABLES[name], columns, connection.execute(_selection(_TABLES[name], columns)))


def write_rows(outcomes: Iterable[Outcomes], kind: str, sink: BinaryIO) -> None:
    """The rows of one kind that some outcomes give, with the columns of the contract, in source order."""
    table = _TABLES[kind]
    known = {column.name: column for column in table.columns}
    columns = [known.get(name) or _OF_DOCUMENTS[name] for name in COLUMNS[kind]]
    values = (
        tuple(_stored(row.get(column.name), column.kind) for column in columns)
        for outcome in outcomes
        for row in rows(outcome, kind)
    )
    _write(sink, table, columns, values)


def _columns_of(table: Table) -> list[Column]:
    """The columns of a table's file: what belongs to a document also says the path, so that the file stands alone."""
    if table not in OF_DOCUMENT:
        return list(table.columns)
    key, document, *others = table.columns
    return [key, document, _OF_DOCUMENTS["path"], *others]


def _selection(table: Table, columns: Sequence[Column]) -> str:
    if table not in OF_DOCUMENT:
        names = ", ".join(f'"{column.name}"' for column in columns)
        return f"SELECT {names} FROM {table.name} ORDER BY id"
    names = ", ".join(f't."{column.name}"' if column.name in table.names else "d.path" for column in columns)
    # A cross join is taken in the order written: row by row of the table, which needs no sorting.
    return f"SELECT {names} FROM {table.name} t CROSS JOIN documents d ON d.id = t.document ORDER BY t.id"


def _stored(cell: Cell, kind: Kind) -> Value:
    """What the store would hold of a cell; of a file that is no document, the reason stands among its findings."""
    if isinstance(cell, str) and kind is Kind.LIST:
        return value_of((cell,))
    return float(cell) if isinstance(cell, str) and kind is Kind.NUMBER else value_of(cell)


def _write(sink: BinaryIO, table: Table, columns: Sequence[Column], values: Iterable[Sequence[Value]]) -> None:
    arrow = _arrow("pyarrow")
    fields = [arrow.field(column.name, _type(arrow, column), metadata=_told(column.meaning)) for column in columns]
    schema = arrow.schema(fields, metadata=_told(table.meaning))
    with _arrow("pyarrow.parquet").ParquetWriter(sink, schema, compression="zstd") as writer:
        for batch in _batches(values):
            arrays = [
                arrow.array(_typed(held, column.kind), field.type)
                for held, column, field in zip(zip(*batch, strict=True), columns, fields, strict=True)
            ]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))


def _batches(values: Iterable[Sequence[Value]]) -> Iterator[list[Sequence[Value]]]:
    coming = iter(values)
    while batch := list(islice(coming, BATCH)):
        yield batch


def _told(meaning: str) -> dict[str, str]:
    return {"description": meaning}


def _arrow(module: str) -> ModuleType:
    require()
    return importlib.import_module(module)


def _type(arrow: ModuleType, column: Column) -> object:
    match column.kind:
        case Kind.WORDS:
            return arrow.string()
        case Kind.WHOLE:
            return arrow.int64()
        case Kind.NUMBER:
            return arrow.float64()
        case Kind.LIST:
            return arrow.list_(arrow.int64() if column.name in _OF_WHOLE else arrow.string())
        case Kind.DATE:
            return arrow.date32()
        case Kind.FLAG:
            return arrow.bool_()


def _typed(values: Sequence[Value], kind: Kind) -> Sequence[Typed]:
    """Values of the store as what they are; a whole number beyond 64 bits is the nearest that they hold."""
    match kind:
        case Kind.LIST:
            return [None if value is None else _items(str(value)) for value in values]
        case Kind.DATE:
            return [None if value is None else dt.date.fromisoformat(str(value)) for value in values]
        case Kind.FLAG:
            return [None if value is None else bool(value) for value in values]
        case Kind.WHOLE:
            return [
                max(_SMALLEST, min(_LARGEST, int(value))) if isinstance(value, float) else value for value in values
            ]
        case _:
            return values


def _items(text: str) -> list[Value]:
    """The items of a JSON array; an escape in it may stand for half a letter, which UTF-8 cannot hold."""
    return [value_of(item) for item in json.loads(text)]
