"""A run into a store: what is new or changed is audited, what holds is kept, what went away is marked."""

import contextlib
import random
import sqlite3
from pathlib import Path

import pytest

from redaudit import pipeline
from redaudit.keeping import Step, content_of
from redaudit.pool import Pool
from redaudit.sources.entry import File
from redaudit.store.edition import Edition
from redaudit.workers import Limits
from tests.hostile import counted_examine
from tests.support import CABLE
from tests.support_store import dumped, filled, rows, sound

STATES = """
SELECT path, 'document' AS state, gone FROM documents UNION SELECT path, state, gone FROM unreadable ORDER BY 1
"""
NUMBERED = "SELECT document_id FROM documents_fts WHERE documents_fts MATCH ?"
MARKED = """
SELECT m.page, m.line, m.text, m.value FROM marks m JOIN documents d ON d.id = document WHERE path LIKE '%z.txt'
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to stand in, with papers in a folder of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    return tmp_path


@pytest.fixture
def store(here):
    return here / "audit.db"


def paper(place, number=0):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"{CABLE}\nC{number:08}\n")


def told(steps):
    return [(step.path, step.state, "kept" if step.kept else "") for step in steps]


def test_a_first_run_stores_every_path_with_its_state(here, store):
    paper(here / "papers/a.txt")
    (here / "papers/b.bin").write_bytes(b"\x7fELF\0")
    (here / "papers/c.txt").write_text("UNREADABLE")
    (here / "papers/.d").write_text("x")
    assert sorted(told(filled(store, "papers"))) == [
        ("papers/.d", "skipped", ""),
        ("papers/a.txt", "document", ""),
        ("papers/b.bin", "skipped", ""),
        ("papers/c.txt", "unreadable", ""),
    ]
    assert rows(store, "SELECT id, path, state, reason, gone FROM unreadable ORDER BY id") == [
        (1, "papers/.d", "skipped", "a hidden file", 0),
        (3, "papers/b.bin", "skipped", "a program", 0),
        (4, "papers/c.txt", "unreadable", "broken", 0),
    ]
    assert rows(store, "SELECT id, path, gone FROM documents") == [(2, "papers/a.txt", 0)]


def test_a_second_run_keeps_what_holds_and_audits_what_is_new_or_changed(here, store):
    for number, name in enumerate("abc"):
        paper(here / f"papers/{name}.txt", number)
    (here / "papers/d.txt").write_text("UNREADABLE")
    filled(store, "papers")
    before = dumped(store)
    assert told(filled(store, "papers")) == [
        *((f"papers/{name}.txt", "document", "kept") for name in "abc"),
        ("papers/d.txt", "unreadable", "kept"),
    ]
    assert dumped(store) == before
    paper(here / "papers/b.txt", 7)
    paper(here / "papers/aa.txt", 8)
    paper(here / "papers/d.txt", 9)
    assert sorted(told(filled(store, "papers"))) == [
        ("papers/a.txt", "document", "kept"),
        ("papers/aa.txt", "document", ""),
        ("papers/b.txt", "document", ""),
        ("papers/c.txt", "document", "kept"),
        ("papers/d.txt", "document", ""),
    ]
    assert rows(store, "SELECT id, path, document_id FROM documents ORDER BY id") == [
        (1, "papers/a.txt", "C00000000"),
        (2, "papers/b.txt", "C00000007"),
        (3, "papers/c.txt", "C00000002"),
        (4, "papers/d.txt", "C00000009"),
        (5, "papers/aa.txt", "C00000008"),
    ]
    assert rows(store, "SELECT count(*) FROM unreadable") == [(0,)]
    assert rows(store, NUMBERED, "C00000001") == []
    assert rows(store, NUMBERED, "C00000007") == [("C00000007",)]


def test_what_went_away_is_marked_and_comes_back(here, store):
    paper(here / "papers/a.txt", 1)
    paper(here / "papers/b.txt", 2)
    (here / "papers/c.bin").write_bytes(b"\x7fELF\0")
    filled(store, "papers")
    (here / "papers/b.txt").rename(here / "b.txt")
    (here / "papers/c.bin").unlink()
    filled(store, "papers")
    assert rows(store, STATES) == [
        ("papers/a.txt", "document", 0),
        ("papers/b.txt", "document", 1),
        ("papers/c.bin", "skipped", 1),
    ]
    (here / "b.txt").rename(here / "papers/b.txt")
    assert told(filled(store, "papers")) == [
        ("papers/a.txt", "document", "kept"),
        ("papers/b.txt", "document", "kept"),
    ]
    assert rows(store, "SELECT path, gone FROM documents ORDER BY id") == [("papers/a.txt", 0), ("papers/b.txt", 0)]


def test_a_run_over_another_folder_says_nothing_of_the_first(here, store):
    paper(here / "papers/a.txt", 1)
    paper(here / "others/b.txt", 2)
    filled(store, "papers")
    filled(store, "others")
    assert rows(store, STATES) == [("others/b.txt", "document", 0), ("papers/a.txt", "document", 0)]


def test_a_path_named_in_a_list_that_is_not_there_is_marked_or_told(here, store):
    paper(here / "papers/a.txt", 1)
    filled(store, "papers")
    (here / "papers/a.txt").unlink()
    steps = filled(store, listed=["papers/a.txt", "papers/never.txt"])
    assert told(steps) == [("papers/a.txt", "gone", ""), ("papers/never.txt", "unreadable", "")]
    assert rows(store, STATES) == [("papers/a.txt", "document", 1), ("papers/never.txt", "unreadable", 0)]


def test_the_same_bytes_are_audited_once_and_stored_under_each_path(here, store):
    for name in ("a", "b", "deep/c", "z"):
        paper(here / f"papers/{name}.txt")
    paper(here / "papers/other.txt", 1)
    log = here / "log"
    log.touch()
    steps = filled(store, "papers", workers=2, examine=counted_examine(log))
    assert sorted(step.path for step in steps) == [f"papers/{name}.txt" for name in ("a", "b", "deep/c", "other", "z")]
    assert sorted(log.read_text().split()) == ["papers/a.txt", "papers/other.txt"]
    for table in ("marks", "redactions"):
        own = f"SELECT id & 16777215, page, line, text FROM {table} WHERE document = ? ORDER BY id"
        copies = [rows(store, own, number) for number in (1, 2, 3, 5)]
        assert copies[0] == copies[1] == copies[2] == copies[3] != []
    alone = here / "alone.db"
    (here / "papers/a.txt").unlink()
    filled(alone, "papers", examine=counted_examine(log))
    assert rows(alone, MARKED) == rows(store, MARKED) != []


def test_a_copy_of_what_an_earlier_run_stored_is_not_audited(here, store):
    paper(here / "papers/a.txt")
    (here / "papers/x.txt").write_text("UNREADABLE")
    filled(store, "papers")
    paper(here / "papers/b.txt")
    (here / "papers/y.txt").write_text("UNREADABLE")
    log = here / "log"
    log.touch()
    steps = filled(store, "papers", examine=counted_examine(log))
    assert {step.path: step.state for step in steps if not step.kept} == {
        "papers/b.txt": "document",
        "papers/y.txt": "unreadable",
    }
    assert log.read_text() == ""
    assert rows(store, "SELECT path, reason FROM unreadable ORDER BY id") == [
        ("papers/x.txt", "broken"),
        ("papers/y.txt", "broken"),
    ]


def test_another_edition_audits_everything_anew(here, store):
    paper(here / "papers/a.txt")
    filled(store, "papers")
    steps = filled(store, "papers", edition=Edition("1.1", "abc", "{}"))
    assert told(steps) == [("papers/a.txt", "document", "")]
    assert rows(store, "SELECT redaudit FROM documents JOIN versions ON versions.id = version") == [("1.1",)]


def test_what_did_not_come_to_its_end_is_tried_again_with_other_limits_alone(here, store):
    (here / "papers/a.txt").write_text("HANG")
    said = []
    for seconds in (0.5, 0.5, 0.6):
        (step,) = filled(store, "papers", limits=Limits(seconds=seconds))
        said.append((step.kept, rows(store, "SELECT reason FROM unreadable")))
    assert said == [
        (False, [("ran out of time (0.5 s)",)]),
        (True, [("ran out of time (0.5 s)",)]),
        (False, [("ran out of time (0.6 s)",)]),
    ]


def test_rows_are_the_same_with_any_number_of_workers_and_however_often_a_run_is_broken_off(here, store):
    choice = random.Random(6)
    for number in range(60):
        place = here / f"papers/{number % 7}/{number:03}.txt"
        paper(place, choice.randrange(45))
        if number % 9 == 0:
            place.write_text("LATER\n" + place.read_text())
    (here / "papers/3/bad.txt").write_text("CRASH")
    (here / "papers/4/bad.txt").write_text("BUG")
    filled(store, "papers")
    whole = dumped(store)
    assert len(whole["documents"]) == 60
    assert [row[3] for row in whole["unreadable"]] == ["the parser crashed (SIGSEGV)", "internal error (KeyError)"]
    two = here / "two.db"
    filled(two, "papers", workers=2)
    assert dumped(two) == whole
    broken = here / "broken.db"
    for _ in range(6):
        filled(broken, "papers", workers=2, until=choice.randrange(1, 60), batch=5)
    filled(broken, "papers", workers=2)
    assert dumped(broken) == whole


def test_overlapping_paths_are_met_once(here, store):
    paper(here / "papers/a/x.txt", 1)
    paper(here / "papers/b.txt", 2)
    assert [step.path for step in filled(store, "papers", "papers/a", "papers/b.txt")] == [
        "papers/a/x.txt",
        "papers/b.txt",
    ]


def test_a_step_tells_the_worst_that_was_found(here, store):
    (here / "papers/a.txt").write_text("SECRET\nRELEASED IN FULL\n\n(S) One. B1\n(S) Two.\n")
    (step,) = filled(store, "papers")
    worst = rows(store, "SELECT worst FROM documents")[0][0]
    assert step == Step("papers/a.txt", "document", worst or "")
    (again,) = filled(store, "papers", edition=Edition("2", "", ""))
    assert again.worst == step.worst


def test_what_is_stored_can_be_searched_after_every_run_and_its_index_is_sound(here, store):
    for number in range(12):
        paper(here / f"papers/{number:02}.txt", number)
    filled(store, "papers", until=7, batch=3)
    sound(store)
    filled(store, "papers", batch=3)
    paper(here / "papers/05.txt", 50)
    (here / "papers/06.txt").unlink()
    filled(store, "papers", batch=3)
    sound(store)
    found = rows(store, "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'papers'")
    assert found == [(12,)]
    assert rows(store, NUMBERED, "C00000005") == []
    assert rows(store, NUMBERED, "C00000050") == [("C00000050",)]


class Fickle(Pool):
    """A pool whose first file changes, or goes away, between the look at its content and the reading of it."""

    deed = staticmethod(lambda place: None)

    def give(self, number, task):
        if number == 0:
            self.deed(task.file.location)
        super().give(number, task)


@pytest.mark.parametrize(
    "deed", [lambda place: Path(place).write_text("SECRET\nelse\n"), lambda place: Path(place).unlink()]
)
def test_a_copy_never_takes_the_rows_of_bytes_that_are_not_its_own(here, store, deed, monkeypatch):
    for name in "abc":
        paper(here / f"papers/{name}.txt")
    monkeypatch.setattr(Fickle, "deed", staticmethod(deed))
    steps = {step.path: step.state for step in filled(store, "papers", workers=2, pool=Fickle)}
    again = "a copy of a file that changed or went away while this run read it; the next run reads it"
    assert {steps["papers/b.txt"], steps["papers/c.txt"]} == {"unreadable"}
    assert rows(store, "SELECT reason FROM unreadable WHERE path = 'papers/b.txt'") == [(again,)]
    filled(store, "papers")
    assert rows(store, "SELECT DISTINCT document_id FROM documents WHERE path >= 'papers/b.txt'") == [("C00000000",)]


def test_what_a_server_says_of_one_object_tells_nothing_of_another(here):
    first, other = (File(f"https://host/{name}.txt", "", etag="5f-61") for name in "ab")
    assert content_of(first, 100) != content_of(other, 100)
    assert content_of(first, 100) == content_of(File(first.path, "elsewhere", etag="5f-61"), 100)


def test_a_file_of_which_nothing_is_said_is_read_and_not_audited_again(here, store, monkeypatch):
    monkeypatch.setattr("redaudit.keeping.content_of", lambda file, size: None)
    for number, name in enumerate("ab"):
        paper(here / f"papers/{name}.txt", number)
    log = here / "log"
    log.touch()
    assert [told(filled(store, "papers", examine=counted_examine(log))) for _ in range(2)] == [
        [("papers/a.txt", "document", ""), ("papers/b.txt", "document", "")],
        [("papers/a.txt", "document", "kept"), ("papers/b.txt", "document", "kept")],
    ]
    paper(here / "papers/a.txt", 7)
    assert sorted(told(filled(store, "papers", examine=counted_examine(log)))) == [
        ("papers/a.txt", "document", ""),
        ("papers/b.txt", "document", "kept"),
    ]
    assert log.read_text().split() == ["papers/a.txt", "papers/b.txt", "papers/a.txt"]


def test_a_file_that_could_not_be_read_is_tried_again(here, store, monkeypatch):
    paper(here / "papers/a.txt")

    def shut(place):
        Path(place).unlink()
        Path(place).mkdir()

    monkeypatch.setattr(Fickle, "deed", staticmethod(shut))
    assert told(filled(store, "papers", pool=Fickle)) == [("papers/a.txt", "unreadable", "")]
    assert rows(store, "SELECT reason FROM unreadable") == [("is a directory",)]
    (here / "papers/a.txt").rmdir()
    paper(here / "papers/a.txt")
    assert told(filled(store, "papers")) == [("papers/a.txt", "document", "")]


def test_a_file_that_was_too_large_is_read_where_more_is_allowed(here, store, monkeypatch):
    paper(here / "papers/a.txt")
    monkeypatch.setattr("tests.support_store.SIZE", 10)
    assert told(filled(store, "papers")) == [("papers/a.txt", "unreadable", "")]
    assert content_of(File("a", "papers/a.txt"), 10) is None
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert told(filled(store, "papers")) == [("papers/a.txt", "document", "")]


def test_what_became_of_other_bytes_is_never_told_of_these(here, store, monkeypatch):
    monkeypatch.setattr(Fickle, "deed", staticmethod(lambda place: Path(place).write_text("PROGRAM")))
    paper(here / "papers/a.txt")
    assert told(filled(store, "papers", pool=Fickle)) == [("papers/a.txt", "skipped", "")]
    paper(here / "papers/a.txt")
    paper(here / "papers/b.txt")
    assert {step.state for step in filled(store, "papers")} == {"document"}


def test_a_document_that_waited_to_be_a_copy_when_it_went_away_stays_as_it_was(here, store):
    paper(here / "papers/b.txt", 1)
    filled(store, "papers")
    with contextlib.closing(sqlite3.connect(store)) as killed:  # between its promise and its copy
        killed.execute("UPDATE ledger SET state = 'pending', content = 'another'")
        killed.commit()
    (here / "papers/b.txt").unlink()
    assert told(filled(store, listed=["papers/b.txt"])) == [("papers/b.txt", "gone", "")]
    assert rows(store, "SELECT document_id, gone FROM documents WHERE path = 'papers/b.txt'") == [("C00000001", 1)]


def test_what_the_machine_may_have_failed_in_is_tried_again(here, store):
    for name in "ab":
        (here / f"papers/{name}.txt").write_text("KILLED")
    reason = "the parser was killed, most likely for want of memory"
    for _ in range(2):
        steps = filled(store, "papers")
        assert sorted(told(steps)) == [("papers/a.txt", "unreadable", ""), ("papers/b.txt", "unreadable", "")]
        assert rows(store, "SELECT reason FROM unreadable") == [(reason,), (reason,)]
    (here / "papers/b.txt").unlink()
    filled(store, "papers", examine=pipeline.examine)
    assert rows(store, "SELECT path FROM documents") == [("papers/a.txt",)]
