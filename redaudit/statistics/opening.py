"""A store opened for reading alone, while another run may be writing it; whatever else a file is, it is refused."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from redaudit.errors import UsageError
from redaudit.store.schema import APPLICATION, SHAPE

# What each connection may keep in memory of the store, and of its own tables, in KiB; the rest goes to disk.
_CACHE = 32 * 1024
# How SQLite says that it cannot keep its notes beside a store.
_SHUT = ("SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY")


@contextlib.contextmanager
def reading(place: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads one state of a store and writes only tables of its own.

    Raises UsageError where there is no file, where it is no store of this release's shape, and where it is damaged.
    """
    if not place.exists():
        raise UsageError(f"{place}: no such file")
    if not place.is_file():
        raise UsageError(f"{place} is no file")
    try:
        with contextlib.closing(_connected(place)) as connection:
            _check(connection, place)
            connection.execute(f"PRAGMA main.cache_size=-{_CACHE}")
            connection.execute(f"PRAGMA temp.cache_size=-{_CACHE}")
            connection.execute("BEGIN")
            yield connection
    except sqlite3.DatabaseError as error:
        raise UsageError(_why(place, error)) from error


def _connected(place: Path) -> sqlite3.Connection:
    """A connection that has read from the store; in its address `?`, `#` and `%` of a name are no options.

    Where no run is writing a store, and none was killed, it can be read as it lies in a folder that cannot be written.
    """
    address = f"{place.absolute().as_uri()}?mode=ro"
    try:
        return _answering(address)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname not in _SHUT or place.with_name(f"{place.name}-wal").exists():
            raise
        return _answering(f"{address}&immutable=1")


def _answering(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, place: Path) -> None:
    if _number(connection, "application_id") != APPLICATION:
        raise UsageError(_other(place))
    if (shape := _number(connection, "user_version")) != SHAPE:
        raise UsageError(
            f"{place} is a store of another release of redaudit (shape {shape}, here {SHAPE}): audit its documents anew"
        )


def _number(connection: sqlite3.Connection, pragma: str) -> object:
    return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def _other(place: Path) -> str:
    return f"{place} is no store of redaudit"


def _why(place: Path, error: sqlite3.DatabaseError) -> str:
    """What is wrong with a store, in one sentence."""
    # Errors of Python's own, as over letters in no encoding, bear no name: such a store is damaged.
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_NOTADB"):
        return _other(place)
    for start, sentence in _SENTENCES.items():
        if name.startswith(start):
            return f"{place} {sentence}"
    return damaged(place)


def damaged(place: Path) -> str:
    """What is said of a store that cannot be what redaudit wrote."""
    return f"{place} is damaged: take a copy that is whole, or audit its documents anew"


_SENTENCES = {
    "SQLITE_BUSY": "is locked by another program; try again when that is done",
    "SQLITE_LOCKED": "is locked by another program; try again when that is done",
    "SQLITE_CANTOPEN": "cannot be opened: it may not be read, or its folder or the temporary one cannot be written",
    "SQLITE_READONLY_ROLLBACK": "was left half written; let the run that wrote it go on first",
    "SQLITE_READONLY": "cannot be read where it lies; copy it to a folder that can be written",
    "SQLITE_FULL": "cannot be counted: the disk of the temporary folder is full",
    "SQLITE_IOERR": "cannot be read: the disk it lies on, or that of the temporary folder, reports an error",
    "SQLITE_NOMEM": "cannot be counted: there is not enough memory",
}
