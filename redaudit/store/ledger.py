"""What a store knows of each path, and how an outcome enters it: once, whole, and with the same keys in every run.

A path is promised a number when it is first come upon; the number is kept whatever happens then. All that is written
between two calls of `settle` is there after a kill, or nothing of it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from attrs import astuple, define, field, frozen

from redaudit.store.edition import Edition
from redaudit.store.rows import DOCUMENT, Row, Rows, of_its_own
from redaudit.store.schema import DOCUMENTS, OF_DOCUMENT, ROOM, Table, indexing

# The state of a path whose outcome is not known yet.
PENDING = "pending"


@frozen
class Known:
    """What the ledger says of a path: its number, how it ended, and for which content and edition."""

    number: int
    state: str
    content: str | None
    version: int | None
    visit: int


def _inserted(table: Table, added: Sequence[str]) -> str:
    names = (*added, *of_its_own(table))
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(names))})"


def _copied(table: Table) -> str:
    columns = ", ".join(f'"{name}"' for name in of_its_own(table))
    if table is DOCUMENTS:
        return (
            f"INSERT INTO documents (id, path, version, gone, {columns}) "
            f"SELECT :number, :path, version, 0, {columns} FROM documents WHERE id = :twin"
        )
    place = (1 << ROOM) - 1  # in SQL all of these operators bind alike, from the left: hence the brackets
    return (
        f"INSERT INTO {table.name} (id, document, {columns}) "
        f"SELECT (:number << {ROOM}) | (id & {place}), :number, {columns} FROM {table.name} "
        "WHERE document = :twin ORDER BY id"
    )


_INTO_DOCUMENTS = _inserted(DOCUMENTS, ("id", "path", "version", "gone"))
_INTO = [(table.name, _inserted(table, ("id", "document"))) for table in OF_DOCUMENT]
_COPIES = [_copied(table) for table in (DOCUMENTS, *OF_DOCUMENT)]
_INDEXING = indexing()
_INTO_UNREADABLE = "INSERT INTO unreadable (id, path, state, reason, gone) VALUES (?, ?, ?, ?, 0)"


@define
class Ledger:
    """The ledger of one run over a store; `edition` decides for what was audited, `bounded` for what did not end."""

    connection: sqlite3.Connection
    edition: int
    bounded: int
    visit: int
    unindexed: list[int] = field(factory=list)

    def find(self, path: str) -> Known | None:
        """What is known of a path."""
        row = self.connection.execute(
            "SELECT id, state, content, version, visit FROM ledger WHERE path = ?", (path,)
        ).fetchone()
        return None if row is None else Known(*row)

    def is_current(self, known: Known, content: str | None) -> bool:
        """Whether what is stored of a path still holds for a content."""
        same = content is not None and known.content == content and known.state != PENDING
        return same and known.version in (self.edition, self.bounded)

    def twin_of(self, content: str) -> int | None:
        """The number of a path with the same content that holds; None where there is none."""
        row = self.connection.execute(
            "SELECT id FROM ledger WHERE content = ? AND state != ? AND version IN (?, ?) ORDER BY id LIMIT 1",
            (content, PENDING, self.edition, self.bounded),
        ).fetchone()
        return None if row is None else int(row[0])

    def promise(self, path: str, known: Known | None, content: str | None = None) -> int:
        """The number of a path that is met in this run and whose outcome is to come.

        `content` only where its outcome will be that of another path with this content.
        """
        if known is not None:
            changes = "visit = ?" if content is None else f"visit = ?, state = '{PENDING}', content = ?"
            values = (self.visit,) if content is None else (self.visit, content)
            self.connection.execute(f"UPDATE ledger SET {changes} WHERE id = ?", (*values, known.number))
            return known.number
        cursor = self.connection.execute(
            "INSERT INTO ledger (path, state, content, visit) VALUES (?, ?, ?, ?)", (path, PENDING, content, self.visit)
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def keep(self, known: Known) -> None:
        """What is stored of a path stands; it is met in this run."""
        self.connection.execute("UPDATE ledger SET visit = ? WHERE id = ?", (self.visit, known.number))
        table = "documents" if known.state == DOCUMENT else "unreadable"
        self.connection.execute(f"UPDATE {table} SET gone = 0 WHERE id = ? AND gone", (known.number,))

    def put(self, number: int, path: str, content: str | None, rows: Rows, version: int) -> None:
        """The rows of an outcome take the place of what was stored of a path."""
        self._remove(number)
        if rows.state == DOCUMENT:
            self.connection.execute(_INTO_DOCUMENTS, (number, path, version, 0, *rows.document))
            for (_, insert), own in zip(_INTO, rows.belongings, strict=True):
                self.connection.executemany(insert, _numbered(number, own))
        else:
            self.connection.execute(_INTO_UNREADABLE, (number, path, rows.state, rows.reason))
        self.connection.execute(
            "UPDATE ledger SET state = ?, content = ?, version = ?, visit = ? WHERE id = ?",
            (rows.state, content, version, self.visit, number),
        )

    def copy(self, twin: int, number: int, path: str) -> None:
        """What is stored of one path is stored of another with the same content."""
        self._remove(number)
        for insert in _COPIES:
            self.connection.execute(insert, {"twin": twin, "number": number, "path": path})
        self.connection.execute(
            "INSERT INTO unreadable (id, path, state, reason, gone) SELECT ?, ?, state, reason, 0 FROM unreadable "
            "WHERE id = ?",
            (number, path, twin),
        )
        self.connection.execute(
            "UPDATE ledger SET (state, content, version, visit) = (SELECT state, content, version, ? FROM ledger "
            "WHERE id = ?) WHERE id = ?",
            (self.visit, twin, number),
        )

    def outcome_of(self, number: int) -> tuple[str, str]:
        """How a path ended: its state, and the highest severity found (empty for none)."""
        state, worst = self.connection.execute(
            "SELECT state, (SELECT worst FROM documents WHERE documents.id = ledger.id) FROM ledger WHERE id = ?",
            (number,),
        ).fetchone()
        return state, worst or ""

    def waiting_for(self, content: str) -> list[tuple[int, str]]:
        """Numbers and paths that were promised the outcome of a content."""
        return self.connection.execute(
            "SELECT id, path FROM ledger WHERE content = ? AND state = ? AND visit = ? ORDER BY id",
            (content, PENDING, self.visit),
        ).fetchall()

    def stored(self) -> int:
        """How many paths have an outcome that holds, as long as their content is the same."""
        (count,) = self.connection.execute(
            "SELECT count(*) FROM ledger WHERE state != ? AND version IN (?, ?)", (PENDING, self.edition, self.bounded)
        ).fetchone()
        return int(count)

    def settle(self) -> None:
        """All that was written is there and can be searched, whatever happens next."""
        self._index()
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN IMMEDIATE")

    def left(self) -> list[tuple[int, str]]:
        """Numbers and paths of this run whose outcome never came."""
        return self.connection.execute(
            "SELECT id, path FROM ledger WHERE state = ? AND visit = ? ORDER BY id", (PENDING, self.visit)
        ).fetchall()

    def unmet(self) -> Iterator[tuple[int, str]]:
        """Numbers and paths that earlier runs met and this one did not."""
        yield from self.connection.execute("SELECT id, path FROM ledger WHERE visit < ? ORDER BY id", (self.visit,))

    def mark_gone(self, number: int) -> bool:
        """A path is marked as not there any more; what was stored of it stands. Whether that is a document."""
        self.connection.execute("UPDATE unreadable SET gone = 1 WHERE id = ?", (number,))
        document = self.connection.execute("UPDATE documents SET gone = 1 WHERE id = ?", (number,)).rowcount == 1
        if document:  # a run that was killed may have promised it another outcome, which will not come
            self.connection.execute(
                "UPDATE ledger SET state = ?, content = NULL, version = NULL WHERE id = ? AND state = ?",
                (DOCUMENT, number, PENDING),
            )
        return document

    def gone(self) -> int:
        """How many stored paths are marked as not there any more."""
        counts = [f"SELECT count(*) FROM {table} WHERE gone" for table in ("documents", "unreadable")]
        (gone,) = self.connection.execute(f"SELECT ({counts[0]}) + ({counts[1]})").fetchone()
        return int(gone)

    def tally(self) -> dict[str, int]:
        """How many paths this run met, by state."""
        return dict(
            self.connection.execute("SELECT state, count(*) FROM ledger WHERE visit = ? GROUP BY state", (self.visit,))
        )

    def skipped(self) -> list[tuple[str, str]]:
        """Paths that this run met and skipped, with the reasons, in the order in which it first met them."""
        return self.connection.execute(
            "SELECT ledger.path, reason FROM ledger JOIN unreadable USING (id) WHERE visit = ? ORDER BY id",
            (self.visit,),
        ).fetchall()

    def _index(self) -> None:
        numbers = json.dumps(self.unindexed)
        for insert in _INDEXING:
            self.connection.execute(insert, (numbers,))
        self.unindexed.clear()

    def _remove(self, number: int) -> None:
        """What was stored under a number makes room for what is to be; that can be searched once it is settled."""
        if number in self.unindexed:
            self._index()  # only what is in the index can leave it
        self.unindexed.append(number)
        for table in (*(table.name for table in OF_DOCUMENT), "documents", "unreadable"):
            key = "id" if table in ("documents", "unreadable") else "document"
            self.connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (number,))


def _numbered(number: int, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with their keys, made as they are stored: a document may have a million."""
    return ((place, number, *row) for place, row in enumerate(rows, number << ROOM))


def begun(connection: sqlite3.Connection, edition: Edition, bounded: Edition) -> Ledger:
    """The ledger of a new run, in its first transaction, or in the one that is under way."""
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")
    decided, limited = _version(connection, edition), _version(connection, bounded)
    (last,) = connection.execute("SELECT coalesce(max(visit), 0) FROM ledger").fetchone()
    return Ledger(connection, decided, limited, last + 1)


def _version(connection: sqlite3.Connection, edition: Edition) -> int:
    values = astuple(edition)
    known = connection.execute(
        "SELECT id FROM versions WHERE (redaudit, rules, choices) = (?, ?, ?)", values
    ).fetchone()
    if known is None:
        known = connection.execute(
            "INSERT INTO versions (redaudit, rules, choices) VALUES (?, ?, ?) RETURNING id", values
        ).fetchone()
    return int(known[0])
