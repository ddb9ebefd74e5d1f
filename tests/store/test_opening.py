"""The file of a store: made, taken up, refused."""

import contextlib
import sqlite3

import pytest

from redaudit.errors import UsageError
from redaudit.store.opening import files_of, forget, is_store, lock_of, opened, opened_anew
from redaudit.store.schema import SHAPE


@pytest.fixture
def place(tmp_path):
    return tmp_path / "audit.db"


def made(place):
    with opened(place):
        pass
    return place


def made_anew(place):
    with opened_anew(place):
        pass


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
    for refused in (made, made_anew, forget):
        with pytest.raises(UsageError, match=r"audit.db is no store of redaudit; name a new file"):
            refused(place)
    assert place.read_bytes() == held


def test_another_database_is_left_as_it_is(place):
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE papers (name)")
    connection.close()
    held = place.read_bytes()
    for refused in (made, made_anew, forget):
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
    with opened_anew(place) as connection:
        connection.execute("COMMIT")
    made(place)


def versions(place):
    with opened(place) as connection:
        return connection.execute("SELECT id FROM versions").fetchall()


def with_a_version(place):
    with opened(place) as connection:
        connection.execute("INSERT INTO versions VALUES (1, '', '', '')")
    return place


def test_what_is_begun_anew_is_lost_with_the_first_commit_and_not_before(place):
    with_a_version(place)
    shape = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with opened(place) as connection:
        expected = connection.execute(shape).fetchall()
    with contextlib.suppress(KeyboardInterrupt), opened_anew(place) as connection:
        assert connection.execute("SELECT id FROM versions").fetchall() == []
        raise KeyboardInterrupt
    assert versions(place) == [(1,)]
    with opened_anew(place) as connection:
        assert connection.execute(shape).fetchall() == expected
        connection.execute("COMMIT")
    assert is_store(place)
    assert versions(place) == []


def test_a_store_that_is_being_written_is_not_begun_anew(place):
    with_a_version(place)
    with (
        opened(place),
        pytest.raises(UsageError, match=r"^another run is writing .*audit.db$"),
        opened_anew(place),
    ):
        pass
    assert versions(place) == [(1,)]


@pytest.mark.parametrize("page", ["ledger", "documents", "sqlite_schema"])
def test_a_damaged_store_is_refused_in_a_sentence(place, page):
    with opened(place) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (page,)).fetchone() or (1,)
    with place.open("r+b") as file:
        file.seek(max(100, size * (found[0] - 1)))
        file.write(b"\xff" * (size - 100))
    with pytest.raises(UsageError, match=r"audit.db is damaged: --refresh writes it anew"), opened(place) as connection:
        connection.execute("SELECT state FROM ledger UNION ALL SELECT subject FROM documents").fetchall()
    assert not lock_of(place).exists()


def test_a_mistake_in_sql_is_no_damage(place):
    with pytest.raises(sqlite3.IntegrityError), opened(place) as connection:
        connection.execute("INSERT INTO ledger (id) VALUES (1)")


def test_a_damaged_store_is_begun_anew(place):
    with_a_version(place)
    place.write_bytes(place.read_bytes()[:5000])
    with opened_anew(place):
        pass
    assert versions(place) == []


def test_a_store_is_known_by_its_first_bytes_while_its_first_run_writes(place):
    with opened(place):
        assert is_store(place)


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
