"""The file of a store: made where there is none, taken up where a run left it, refused where it is something else."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

from filelock import FileLock, Timeout

from redaudit.errors import UsageError
from redaudit.store import views
from redaudit.store.schema import APPLICATION, SHAPE, creation

# What SQLite keeps beside a store while it is written.
BESIDE = ("-wal", "-shm", "-journal")
# How a file of SQLite begins, and where it says whose it is (https://www.sqlite.org/fileformat.html, 1.3).
_MAGIC, _HEAD, _MARKED = b"SQLite format 3\0", 100, slice(68, 72)
# How a store is opened by a run: as it is, or anew.
Opening = Callable[[Path], contextlib.AbstractContextManager[Connection]]
# What makes an empty store.
_CREATION = f"{creation()}{views.creation()}PRAGMA application_id={APPLICATION};\nPRAGMA user_version={SHAPE};\n"
# Pages of the file that this process keeps in memory, in KiB.
_CACHE = 64 * 1024
# Pages of 4 KB that the log may hold before they enter the file: pages of an index are then written once, not often.
_LOG = 16 * 1024


def is_store(place: Path) -> bool:
    """Whether a file is a store of ours, of whatever shape, whole or damaged: its first bytes say so."""
    if not place.is_file():
        return False
    with place.open("rb") as source:
        head = source.read(_HEAD)
    return head.startswith(_MAGIC) and head[_MARKED] == APPLICATION.to_bytes(4, "big")


def described_in(place: Path) -> Path:
    """The file beside a store that tells Datasette what its tables and columns mean."""
    return place.with_name(f"{place.stem}.metadata.json")


def files_of(place: Path) -> tuple[Path, ...]:
    """A store and every file that may lie beside it: none of them is a document."""
    beside = (place.with_name(place.name + end) for end in BESIDE)
    return (place, lock_of(place), described_in(place), *beside)


def lock_of(place: Path) -> Path:
    """The file that says that a run is writing a store."""
    return place.with_name(f".{place.name}.lock")


@contextlib.contextmanager
def opened(place: Path) -> Iterator[Connection]:
    """A connection to a store for one run alone; closed, the store is one file.

    Raises UsageError where the file is no store of ours, or damaged, or another run is writing it.
    """
    with _alone(place, _taken_up) as connection:
        yield connection


@contextlib.contextmanager
def opened_anew(place: Path) -> Iterator[Connection]:
    """The same, in a transaction that forgets all that is stored: until it is committed, nothing is lost.

    A store of another shape is taken too, and one that is damaged, whose file is removed at once.
    """
    with _alone(place, _taken_anew) as connection:
        yield connection


@contextlib.contextmanager
def _alone(place: Path, taken: Callable[[Path], Connection]) -> Iterator[Connection]:
    if place.is_dir():
        raise UsageError(f"{place} is a folder; name a file to write")
    if not place.parent.is_dir():  # the lock would make it
        raise UsageError(f"cannot write {place}: no such file or directory")
    try:
        with _locked(place), contextlib.closing(taken(place)) as connection:
            yield connection
            connection.commit()  # on an error what was not settled is rolled back
            # Readers need no second file from here on; with one who reads just now it stays as it is.
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode=DELETE")
    except Timeout as error:
        raise UsageError(f"another run is writing {place}") from error
    except sqlite3.OperationalError as error:  # a full disk, a folder that takes no file
        raise UsageError(f"cannot write {place}: {error}") from error
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        raise UsageError(_damaged(place)) from error
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error


@contextlib.contextmanager
def _locked(place: Path) -> Iterator[None]:
    """A store is one run's alone; what says so is gone afterwards, however the run ends."""
    lock, posix = lock_of(place), os.name == "posix"
    with FileLock(lock, timeout=0):
        try:
            yield
        finally:
            if posix:  # while it is held: who waits for it sees that it is gone
                lock.unlink(missing_ok=True)
    if not posix:  # Windows removes no file that is open
        lock.unlink(missing_ok=True)


def forget(place: Path) -> None:
    """The store is gone; raises UsageError where the file is none of ours."""
    if place.exists() and not is_store(place):
        raise UsageError(_other(place))
    for name in (place.name, *(place.name + end for end in BESIDE)):
        place.with_name(name).unlink(missing_ok=True)


def _connected(place: Path, take_up: Callable[[Connection, Path], None]) -> Connection:
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        take_up(connection, place)
    except BaseException:
        connection.close()
        raise
    return connection


def _taken_up(place: Path) -> Connection:
    return _connected(place, _take_up)


def _taken_anew(place: Path) -> Connection:
    try:
        return _connected(place, _take_anew)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:  # damaged: there is nothing to lose
        forget(place)
        return _connected(place, _take_up)


def _take_up(connection: Connection, place: Path) -> None:
    try:
        ours = _is_ours(connection, place)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise UsageError(_damaged(place) if is_store(place) else _other(place)) from error
    if ours and (shape := _number(connection, "user_version")) != SHAPE:
        raise UsageError(
            f"{place} is a store of another release (shape {shape}, here {SHAPE}): --refresh writes it anew"
        )
    if not ours:  # before there is a log: the first bytes of the file then say whose it is, whenever a run is killed
        connection.executescript(f"BEGIN;\n{_CREATION}COMMIT;")
    _set(connection)


def _take_anew(connection: Connection, place: Path) -> None:
    if not _is_ours(connection, place):
        _take_up(connection, place)
        return
    _set(connection)
    # Tables that search others go first: their own ones go with them. What refers to others goes before these.
    kinds = ("type = 'table' AND sql LIKE 'CREATE VIRTUAL %'", "type = 'view'", "type = 'table'")
    connection.execute("BEGIN IMMEDIATE")
    for kind in kinds:
        named = f"SELECT type, name FROM sqlite_master WHERE {kind} AND name NOT LIKE 'sqlite_%' ORDER BY rowid DESC"
        for what, name in connection.execute(named).fetchall():
            connection.execute(f'DROP {what} "{name}"')
    for statement in _statements(_CREATION):
        connection.execute(statement)


def _is_ours(connection: Connection, place: Path) -> bool:
    """Whether it is a store of ours and not an empty file; raises UsageError where it is another's."""
    ours = _number(connection, "application_id") == APPLICATION
    if not ours and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise UsageError(_other(place))
    return ours


def _set(connection: Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint={_LOG}")
    connection.execute("PRAGMA foreign_keys=ON")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would commit what is under way."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _number(connection: Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    assert isinstance(number, int)
    return number


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error is of the file, and no mistake of ours."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _damaged(place: Path) -> str:
    return f"{place} is damaged: --refresh writes it anew"


def _other(place: Path) -> str:
    return f"{place} is no store of redaudit; name a new file, or one that redaudit wrote"
