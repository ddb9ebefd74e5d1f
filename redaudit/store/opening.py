"""The file of a store: made where there is none, taken up where a run left it, refused where it is something else."""

import contextlib
import sqlite3
from collections.abc import Iterator
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
# Pages of the file that this process keeps in memory, in KiB.
_CACHE = 64 * 1024


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
    """A connection to a store for one run alone, in a transaction; closed, the store is one file.

    Raises UsageError where the file is no store of ours, or another run is writing it.
    """
    if place.is_dir():
        raise UsageError(f"{place} is a folder; name a file to write")
    if not place.parent.is_dir():  # the lock would make it
        raise UsageError(f"cannot write {place}: no such file or directory")
    lock = FileLock(lock_of(place), timeout=0)
    try:
        with lock, contextlib.closing(_connected(place)) as connection:
            _take_up(connection, place)
            yield connection
            connection.commit()  # on an error what was not settled is rolled back
            # Readers need no second file from here on; with one who reads just now it stays as it is.
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode=DELETE")
    except Timeout as error:
        raise UsageError(f"another run is writing {place}") from error
    except sqlite3.OperationalError as error:  # a full disk, a folder that takes no file
        raise UsageError(f"cannot write {place}: {error}") from error
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    else:
        lock_of(place).unlink(missing_ok=True)


def forget(place: Path) -> None:
    """The store is gone; raises UsageError where the file is none of ours."""
    if place.exists() and not is_store(place):
        raise UsageError(_other(place))
    for name in (place.name, *(place.name + end for end in BESIDE)):
        place.with_name(name).unlink(missing_ok=True)


def _connected(place: Path) -> Connection:
    return sqlite3.connect(place, isolation_level=None)


def _take_up(connection: Connection, place: Path) -> None:
    try:
        known = _number(connection, "application_id")
        empty = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise UsageError(_other(place)) from error
    if known != APPLICATION and not empty:
        raise UsageError(_other(place))
    if known == APPLICATION and (shape := _number(connection, "user_version")) != SHAPE:
        raise UsageError(
            f"{place} is a store of another release (shape {shape}, here {SHAPE}): --refresh writes it anew"
        )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")
    if known != APPLICATION:
        marked = f"PRAGMA application_id={APPLICATION};\nPRAGMA user_version={SHAPE};\n"
        connection.executescript(f"BEGIN;\n{creation()}{views.creation()}{marked}COMMIT;")
    connection.execute("PRAGMA foreign_keys=ON")


def _number(connection: Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    assert isinstance(number, int)
    return number


def _other(place: Path) -> str:
    return f"{place} is no store of redaudit; name a new file, or one that redaudit wrote"
