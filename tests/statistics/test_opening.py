"""What is no store, or a broken one, is refused in one sentence; a store that is being written is read as it stands."""

import contextlib
import os
import shutil
import sqlite3

import pytest

from redaudit.errors import UsageError
from redaudit.statistics import of_store
from redaudit.store.schema import APPLICATION, SHAPE
from tests.support_statistics import make, random_rows

DAMAGED = "is damaged: take a copy that is whole, or audit its documents anew"


def refusal(place):
    """What is said of a file, after its name."""
    with pytest.raises(UsageError) as error:
        of_store(place)
    said = str(error.value)
    assert said.startswith(str(place))
    return said.removeprefix(str(place)).strip()


@pytest.fixture
def store(tmp_path):
    return make(tmp_path / "audit.db", *random_rows(1, 60))


def test_nothing_there(tmp_path):
    assert refusal(tmp_path / "audit.db") == ": no such file"
    assert refusal(tmp_path) == "is no file"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"SUBJECT: TALKS\n" * 1000, b"SQLite format 3\0" + bytes(4080)])
def test_a_file_that_is_no_database(tmp_path, data):
    place = tmp_path / "audit.db"
    place.write_bytes(data)
    assert refusal(place) == "is no store of redaudit"


def test_the_database_of_something_else(tmp_path):
    place = tmp_path / "audit.db"
    with contextlib.closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE documents (id INTEGER)")
    assert refusal(place) == "is no store of redaudit"


@pytest.mark.parametrize("shape", [SHAPE - 1, SHAPE + 1])
def test_a_store_of_another_shape(store, shape):
    with contextlib.closing(sqlite3.connect(store)) as connection:
        connection.execute(f"PRAGMA user_version={shape}")
    assert refusal(store) == (
        f"is a store of another release of redaudit (shape {shape}, here {SHAPE}): audit its documents anew"
    )


def test_a_store_without_documents(tmp_path):
    assert refusal(make(tmp_path / "empty.db")) == "holds no documents"
    unreadable = [
        {"id": number, "path": f"{number}.pdf", "state": state, "reason": "broken", "gone": gone}
        for number, (state, gone) in enumerate(
            (("unreadable", 0), ("unreadable", 0), ("skipped", 0), ("skipped", 1)), 2
        )
    ]
    full = make(tmp_path / "unread.db", [{"id": 1, "gone": 1}], unreadable=unreadable)
    assert refusal(full) == "holds no documents (1 skipped, 2 unreadable, 2 gone)"


@pytest.mark.parametrize("part", [0.01, 0.5, 0.9])
def test_a_store_cut_short(store, part):
    data = store.read_bytes()
    store.write_bytes(data[: int(len(data) * part)])
    assert refusal(store) == DAMAGED


def test_a_store_with_pages_overwritten(store):
    data = store.read_bytes()
    store.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert refusal(store) == DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET doubtful = '[\"original_date'",
        "UPDATE documents SET exemptions = '[\"B1'",
        "UPDATE documents SET exemptions = '7'",
        "UPDATE documents SET agency = CAST(x'ff41' AS TEXT)",
        "DROP TABLE findings",
        "ALTER TABLE documents RENAME COLUMN pages TO sheets",
    ],
)
def test_a_store_that_redaudit_cannot_have_written(store, change):
    with contextlib.closing(sqlite3.connect(store)) as connection:
        connection.execute(change)
        connection.commit()
    assert refusal(store) == DAMAGED


def test_words_where_numbers_ought_to_be_count_as_none(tmp_path):
    rows = [{"id": 1, "pages": "many", "redactions": b"\x01", "years_to_release": "long", "deleted_pages": 2.0}]
    total = of_store(make(tmp_path / "audit.db", rows)).total
    assert (total.documents, total.pages, total.redactions, total.deleted_pages) == (1, 0, 0, 2)


@pytest.mark.parametrize("name", ["a b.db", "what?mode=rwc.db", "a#b.db", "100%41.db", "Zürich.db", "é;&=+.db"])
def test_any_name_of_a_store(tmp_path, name):
    if os.name == "nt" and "?" in name:
        pytest.skip("no file has such a name on Windows")
    store = make(tmp_path / name, *random_rows(1, 20))
    assert of_store(store).total.documents > 0
    assert [place.name for place in tmp_path.iterdir()] == [name]


def test_a_store_below_the_current_folder(store, monkeypatch):
    monkeypatch.chdir(store.parent)
    assert of_store(type(store)(store.name)) == of_store(store)


def test_reading_changes_nothing(store):
    before = store.read_bytes()
    of_store(store)
    assert store.read_bytes() == before
    assert [place.name for place in store.parent.iterdir()] == [store.name]


@contextlib.contextmanager
def written(place, mode):
    """A connection that has changed a store and not committed."""
    with contextlib.closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute("PRAGMA cache_size=2")  # so that the file itself is changed on the way
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE documents SET gone = 1, subject = hex(zeroblob(400))")
        yield connection


def test_a_store_that_a_run_is_writing_is_read_as_it_was_last_settled(store):
    settled = of_store(store)
    with written(store, "WAL") as connection:
        assert of_store(store) == settled
        connection.execute("COMMIT")
        assert refusal(store).startswith("holds no documents (")


def test_a_store_whose_run_was_killed_is_read_as_it_was_last_settled(store, tmp_path):
    killed = tmp_path / "killed.db"
    settled = of_store(store)
    with written(store, "WAL"):
        shutil.copy(store, killed)
        shutil.copy(f"{store}-wal", f"{killed}-wal")
    assert of_store(killed) == settled


def test_a_store_that_another_program_has_locked(store, monkeypatch):
    # Five seconds of waiting are SQLite's own; nobody needs to wait here.
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *words, **options: connect(*words, **{"timeout": 0} | options))
    with written(store, "DELETE"):
        assert refusal(store) == "is locked by another program; try again when that is done"


def test_a_store_left_half_written_by_another_program(store, tmp_path):
    half = tmp_path / "half.db"
    with written(store, "DELETE"):
        shutil.copy(store, half)
        shutil.copy(f"{store}-journal", f"{half}-journal")
    assert refusal(half) == "was left half written; let the run that wrote it go on first"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_store_in_a_folder_that_cannot_be_written(store):
    with contextlib.closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    settled = of_store(store)
    for beside in store.parent.glob("*.db-*"):
        beside.unlink()
    store.parent.chmod(0o555)
    try:
        assert of_store(store) == settled
    finally:
        store.parent.chmod(0o755)


def test_what_tells_a_store_is_what_the_schema_says(store):
    with contextlib.closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        connection.execute(f"PRAGMA application_id={APPLICATION + 1}")
    assert refusal(store) == "is no store of redaudit"
