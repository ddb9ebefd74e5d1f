"""Two stores beside each other, and hostile files that leave the others as they are."""

import sqlite3
from contextlib import closing

import pytest

from bench.made_corpus.hostile import SIGN, add
from bench.made_corpus.maker import make
from bench.made_corpus.stores import compared, compared_by_path, faults
from redaudit.store.schema import creation


def store(place, *documents):
    """A store of documents by number and path, each with a mark of its path's words."""
    with closing(sqlite3.connect(place)) as made:
        made.executescript(creation())
        made.execute("INSERT INTO versions VALUES (1, '1', '2', '{}')")
        for number, path in documents:
            made.execute("INSERT INTO documents (id, path, version, gone) VALUES (?, ?, 1, 0)", (number, path))
            made.execute("INSERT INTO marks (id, document, text) VALUES (?, ?, ?)", (number << 24, number, path))
        for search in ("documents_fts", "marks_fts"):
            made.execute(f"INSERT INTO {search} ({search}) VALUES ('rebuild')")
        made.commit()
    return place


def said(results):
    """Of each table whether it is the same."""
    return {result.table: result.difference is None for result in results}


def test_rows_are_compared_by_their_keys_or_by_path(tmp_path):
    first = store(tmp_path / "1.db", (1, "a.txt"), (2, "b.txt"))
    other = store(tmp_path / "2.db", (1, "a.txt"), (2, "x-hostile-y"), (3, "b.txt"))
    assert all(said(compared(first, first)).values())
    by_key = said(compared(first, other))
    assert [table for table, same in by_key.items() if not same] == ["documents", "marks"]
    assert all(said(compared_by_path(first, other, lambda path: SIGN not in path)).values())
    assert not all(said(compared_by_path(first, other, lambda path: True)).values())


def test_what_is_wrong_with_a_store_is_told(tmp_path):
    place = store(tmp_path / "1.db", (1, "a.txt"))
    assert faults(place) == []
    with closing(sqlite3.connect(place)) as opened:
        opened.execute("DROP TRIGGER marks_changed")
        opened.execute("UPDATE marks SET document = 7, text = 'else'")
        opened.commit()
    assert [fault.split(":")[0] for fault in faults(place)] == ["a reference without its row", "marks_fts"]


@pytest.mark.parametrize("count", [0, 3])
def test_hostile_files_lie_among_the_others_and_change_none(tmp_path, count):
    make(tmp_path / "alone", 30)
    make(tmp_path / "among", 30)
    add(tmp_path / "among", 30, count)
    alone, among = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("alone", "among")
    )
    assert sum(SIGN in name for name in among) == count
    assert {name: data for name, data in among.items() if SIGN not in name} == alone
