"""The file of a store: made, taken up, refused."""

import contextlib
import sqlite3

import pytest

from redaudit.errors import UsageError
from redaudit.store.opening import files_of, forget, is_store, lock_of, opened
from redaudit.store.schema import SHAPE


@pytest.fixture
def place(tmp_path):
    return tmp_path / "audit.db"


def made(place):
    with opened(place):
        pass
    return place


def test_a_new_store_is_one_file(place):
    assert not is_store(place)
    made(place)
    assert is_store(place)
    assert [file.name for file in place.parent.iterdir()] == ["audit.db"]


def test_what_is_not_settled_is_not_there_after_an_error(place):
    made(place)
    with contextlib.suppress(KeyboardInterrupt), opened(place) as connection:
        for number in (1, 2):
            connection.execute("BEGIN")
            connection.execute("INSERT INTO versions VALUES (?, '', '', '')", (number,))
            if number == 2:
                raise KeyboardInterrupt
            connection.execute("COMMIT")
    with opened(place) as connection:
        assert connection.execute("SELECT id FROM versions").fetchall() == [(1,)]


def test_a_store_can_be_read_while_it_is_written_and_afterwards(place):
    with opened(place) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO versions VALUES (1, '', '', '')")
        reader = sqlite3.connect(place)
        assert reader.execute("SELECT count(*) FROM versions").fetchone() == (0,)
        connection.execute("COMMIT")
        assert reader.execute("SELECT count(*) FROM versions").fetchone() == (1,)
        reader.close()


def test_one_run_at_a_time_writes_a_store(place):
    with opened(place):
        with pytest.raises(UsageError, match=r"^another run is writing .*audit.db$"), opened(place):
            pass
        assert lock_of(place).exists()
    made(place)


@pytest.mark.parametrize("held", [b"SECRET\n" * 100, b"SQLite format 3\0" + b"\xff" * 2000, b"%PDF-1.4"])
def test_a_file_that_is_no_store_is_left_as_it_is(place, held):
    place.write_bytes(held)
    assert not is_store(place)
    for refused in (made, forget):
        with pytest.raises(UsageError, match=r"audit.db is no store of redaudit; name a new file"):
            refused(place)
    assert place.read_bytes() == held


def test_another_database_is_left_as_it_is(place):
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE papers (name)")
    connection.close()
    held = place.read_bytes()
    for refused in (made, forget):
        with pytest.raises(UsageError, match="no store of redaudit"):
            refused(place)
    assert place.read_bytes() == held


def test_a_store_of_another_shape_is_refused_until_it_is_forgotten(place):
    made(place)
    connection = sqlite3.connect(place)
    connection.execute(f"PRAGMA user_version = {SHAPE + 1}")
    connection.close()
    with pytest.raises(
        UsageError, match=rf"another release \(shape {SHAPE + 1}, here {SHAPE}\): --refresh writes it anew$"
    ):
        made(place)
    forget(place)
    assert not place.exists()
    made(place)


def test_a_place_that_takes_no_store_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="is a folder; name a file to write"):
        made(tmp_path)
    with pytest.raises(UsageError, match=r"^cannot write .*audit.db: no such file or directory"):
        made(tmp_path / "nowhere" / "audit.db")


def test_every_file_beside_a_store_is_ours(place):
    assert [file.name for file in files_of(place)] == [
        "audit.db",
        ".audit.db.lock",
        "audit.metadata.json",
        "audit.db-wal",
        "audit.db-shm",
        "audit.db-journal",
    ]
