"""Two stores beside each other: row for row by their keys, or by path where their documents bear other numbers."""

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from attrs import frozen

TABLES = ("documents", "redactions", "marks", "findings", "unreadable")
Row = tuple[object, ...]


@frozen
class Compared:
    """A table of two stores: its rows in each, and the first pair of rows that differs."""

    table: str
    rows: tuple[int, int]
    difference: tuple[Row | None, Row | None] | None

    def __str__(self) -> str:
        if self.difference is None:
            return f"{self.table}: {self.rows[0]:,} rows, the same"
        return f"{self.table}: {self.rows[0]:,} and {self.rows[1]:,} rows; first difference:\n  {self._shown()}"

    def _shown(self) -> str:
        left, right = self.difference or (None, None)
        if left is None or right is None:
            return f"only in one: {repr(left or right)[:300]}"
        told = (
            f"column {place}: {one!r} and {other!r}"
            for place, (one, other) in enumerate(zip(left, right, strict=True))
            if one != other
        )
        return "\n  ".join([f"row {left[0]!r} and {right[0]!r}", *told])[:2000]


def compared(first: Path, second: Path) -> list[Compared]:
    """The tables of two stores, all rows in the order of their keys."""
    with closing(sqlite3.connect(first)) as left, closing(sqlite3.connect(second)) as right:
        return [_compared(table, _rows(left, table), _rows(right, table)) for table in TABLES]


def compared_by_path(first: Path, second: Path, counts: Callable[[str], bool]) -> list[Compared]:
    """The tables of two stores, or the lines of two reports, without keys, for those paths that count."""
    if first.suffix != ".db":
        return [_compared("documents", _lines(first, counts), _lines(second, counts))]
    with closing(sqlite3.connect(first)) as left, closing(sqlite3.connect(second)) as right:
        return [_compared(table, _by_path(left, table, counts), _by_path(right, table, counts)) for table in TABLES]


def _compared(table: str, first: Iterator[Row], second: Iterator[Row]) -> Compared:
    rows, difference = [0, 0], None
    for left, right in itertools.zip_longest(first, second):
        rows[0] += left is not None
        rows[1] += right is not None
        if difference is None and left != right:
            difference = left, right
    return Compared(table, (rows[0], rows[1]), difference)


def _rows(store: sqlite3.Connection, table: str) -> Iterator[Row]:
    return iter(store.execute(f"SELECT * FROM {table} ORDER BY id"))


def _by_path(store: sqlite3.Connection, table: str, counts: Callable[[str], bool]) -> Iterator[Row]:
    """Path first, then every column but numbers of rows, in the order of the paths and of the rows of each."""
    columns = [name for _, name, *_ in store.execute(f"PRAGMA table_info({table})")]
    kept = ", ".join(f'"{table}"."{name}"' for name in columns if name not in ("id", "document", "path"))
    owner = "JOIN documents AS owner ON owner.id = document" if "document" in columns else ""
    path = "owner.path" if owner else "path"
    query = f"SELECT {path}, {kept} FROM {table} {owner} ORDER BY {path}, {table}.id"
    return (row for row in store.execute(query) if counts(row[0]))


def _lines(report: Path, counts: Callable[[str], bool]) -> Iterator[Row]:
    with report.open(encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            path = read["path"] if "path" in read else next(iter(read.values()))["path"]
            if counts(path):
                yield (line,)


def faults(store: Path) -> list[str]:
    """What SQLite itself finds wrong with a store: its pages, its references, its indexes of words."""
    with closing(sqlite3.connect(store)) as opened:
        found = [str(row[0]) for row in opened.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"a reference without its row: {row}" for row in opened.execute("PRAGMA foreign_key_check")]
        searches = opened.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'").fetchall()
        for (name,) in searches:
            try:
                opened.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                found.append(f"{name}: {error}")
    return found
