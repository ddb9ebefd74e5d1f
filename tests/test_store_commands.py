"""`redaudit report --format sqlite` and `redaudit stats`, from the command line to what is on disk."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from redaudit.cli import main
from redaudit.errors import ExitCode
from redaudit.reports._rows import COLUMNS, words

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to stand in, with the examples that are texts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    for file in sorted(EXAMPLES.rglob("*.txt")):
        shutil.copy(file, tmp_path / "papers")
    return tmp_path


def run(capsys, *argv):
    code = main([*argv, "--jobs", "2"])
    return code, *capsys.readouterr()


def asked(sql, place="audit.db"):
    with closing(sqlite3.connect(place)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


def store(capsys, *more):
    return run(capsys, "report", "papers", "--format", "sqlite", "-o", "audit.db", *more)


def test_a_store_is_filled_and_taken_up_again(here, capsys):
    count = len(list((here / "papers").iterdir()))
    assert store(capsys) == (ExitCode.DONE, "", f"redaudit: audit.db: {count} documents\n")
    assert sorted(file.name for file in here.iterdir()) == ["audit.db", "audit.metadata.json", "papers"]
    (here / "papers" / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    said = f"redaudit: audit.db: {count} documents, 1 unreadable, {count} stored before and unchanged\n"
    told = "redaudit: 1 file could not be read; its table unreadable says why\n"
    assert store(capsys) == (ExitCode.UNREADABLE, "", said + told)
    assert store(capsys)[0] == ExitCode.UNREADABLE
    (here / "papers" / "cut.pdf").unlink()
    kept = f"{count} stored before and unchanged, 1 marked as gone in the store"
    said = f"redaudit: audit.db: {count} documents, {kept}\n"
    assert store(capsys) == (ExitCode.DONE, "", said)
    assert store(capsys, "--refresh") == (ExitCode.DONE, "", f"redaudit: audit.db: {count} documents\n")
    assert store(capsys, "--refresh", "-q") == (ExitCode.DONE, "", "")


@pytest.mark.parametrize("kind", ["documents", "redactions", "marks", "findings"])
def test_a_store_holds_the_rows_of_the_csv(here, capsys, kind):
    store(capsys)
    code, out, _ = run(capsys, "report", "papers", "--format", "csv", "--rows", kind)
    assert code == ExitCode.DONE
    view = {"documents": "documents", "redactions": "redaction_rows", "marks": "mark_rows", "findings": "finding_rows"}
    stored = asked(
        f"SELECT * FROM {view[kind]} ORDER BY path, id" if kind == "documents" else f"SELECT * FROM {view[kind]}"
    )
    shown = [{name: cell_words(row[name], name) for name in COLUMNS[kind]} for row in stored]
    expected = [
        {name: cell.removeprefix("'") for name, cell in row.items()} for row in csv.DictReader(io.StringIO(out))
    ]
    assert shown == expected
    assert expected


def cell_words(cell, name):
    """A cell of the store as the CSV writes it."""
    if name in ("years_to_release", "years_overdue") and cell is not None:
        return f"{cell:.1f}"
    if isinstance(cell, str) and cell.startswith("[") and name not in ("text", "subject", "value"):
        cell = tuple(json.loads(cell))
    return words(cell)


def test_a_store_in_the_folder_that_is_read_is_no_part_of_it(here, capsys):
    code, _, err = run(capsys, "report", ".", "--format", "sqlite", "-o", "papers/audit.db")
    assert run(capsys, "report", ".", "--format", "sqlite", "-o", "papers/audit.db")[0] == code == ExitCode.DONE
    assert "skipped" not in err
    assert asked("SELECT count(*) AS others FROM unreadable", "papers/audit.db") == [{"others": 0}]


def test_nothing_to_read_leaves_no_store(here, capsys):
    (here / "empty").mkdir()
    code, out, err = run(capsys, "report", "empty", "--format", "sqlite", "-o", "audit.db")
    assert (code, out, err) == (ExitCode.USAGE, "", "redaudit: nothing to read in empty\n")
    for number in range(4):
        (here / "empty" / f"{number}").write_bytes(b"OTTO\0")
    told = "0: a font; empty/1: a font; empty/2: a font; and 1 more"
    for options in (("--format", "sqlite", "-o", "audit.db"), ("--format", "jsonl")):
        code, out, err = run(capsys, "report", "empty", *options)
        assert (code, err) == (ExitCode.USAGE, f"redaudit: nothing to read in empty (skipped empty/{told})\n")
        assert out == ""
    assert sorted(file.name for file in here.iterdir()) == ["empty", "papers"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--format", "sqlite"], "sqlite is no stream: name what to write with -o, such as -o audit.db"),
        (["--format", "csv", "--refresh"], "--refresh is for a store (sqlite, parquet)"),
        (["--format", "sqlite", "-o", "papers"], "papers is a folder; name a file to write"),
        (["--format", "sqlite", "-o", "papers/mail-b1.txt"], "papers/mail-b1.txt is no store of redaudit"),
        (["--format", "sqlite", "--refresh", "-o", "papers/mail-b1.txt"], "papers/mail-b1.txt is no store of redaudit"),
        (
            ["--format", "html", "--scheduler", "local", "-o", "out"],
            "html shows pages, which are written on this machine",
        ),
        (["--files-from", "nope"], "--files-from nope: it is gone"),
        (["--format", "sqlite", "--reveal", "-o", "a.db"], "--reveal is for reports: a store never holds what lies"),
    ],
)
def test_usage_errors_end_with_a_sentence_and_leave_all_as_it_was(here, capsys, argv, message):
    before = (here / "papers" / "mail-b1.txt").read_bytes()
    code, out, err = run(capsys, "report", "papers", *argv)
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.startswith(f"redaudit: {message}")
    assert (here / "papers" / "mail-b1.txt").read_bytes() == before


def test_a_list_names_what_is_read_and_what_is_not_there(here, capsys):
    (here / "list").write_text("papers/mail-b1.txt\npapers/nope.txt\n")
    code, out, _ = run(capsys, "report", "--files-from", "list", "--format", "jsonl")
    assert code == ExitCode.UNREADABLE
    first, second = map(json.loads, out.splitlines())
    assert first["path"] == "papers/mail-b1.txt"
    assert second == {"unreadable": {"path": "papers/nope.txt", "reason": "no such file or folder"}}


def test_statistics_of_a_store_are_those_of_its_documents(here, capsys):
    store(capsys)
    code, of_store, _ = run(capsys, "stats", "audit.db", "--format", "json")
    assert code == ExitCode.DONE
    assert run(capsys, "stats", "papers", "--format", "json")[:2] == (ExitCode.DONE, of_store)
    total = json.loads(of_store)["total"]
    assert total["documents"] == asked("SELECT count(*) AS documents FROM documents")[0]["documents"]
    assert sorted(file.name for file in here.iterdir()) == ["audit.db", "audit.metadata.json", "papers"]


def test_statistics_go_to_a_file_in_the_groups_asked_for(here, capsys):
    code, out, _ = run(
        capsys, "stats", "papers", "--by", "status,level", "--by", "rule", "--format", "csv", "-o", "x.csv"
    )
    assert (code, out) == (ExitCode.DONE, "")
    rows = list(csv.DictReader(io.StringIO((here / "x.csv").read_text())))
    assert list(dict.fromkeys(row["dimension"] for row in rows)) == ["total", "status", "level", "rule"]


def test_statistics_reveal_nothing_and_do_not_offer_to(here, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["stats", "papers", "--reveal"])
    assert ended.value.code == ExitCode.USAGE
    assert "unrecognized arguments: --reveal" in capsys.readouterr().err


def test_statistics_that_cannot_be_counted_say_why(here, capsys):
    code, _, err = run(capsys, "stats", "papers", "--by", "colour")
    assert (code, err.split(";")[0]) == (ExitCode.USAGE, "redaudit: nothing is counted by 'colour'")
    code, _, err = run(capsys, "stats", "nope.db")
    assert (code, err) == (ExitCode.USAGE, "redaudit: no such file or folder: nope.db\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["paper"], "no such file or folder: paper"),
        (["--files-from", "lists"], "--files-from lists: it is gone"),
    ],
)
def test_a_run_that_has_nothing_to_read_forgets_nothing_and_leaves_nothing(here, capsys, argv, message):
    code, _, err = run(capsys, "report", *argv, "--format", "sqlite", "-o", "audit.db")
    assert (code, message in err) == (ExitCode.USAGE, True)
    assert [file.name for file in here.iterdir()] == ["papers"]
    store(capsys)
    before = asked("SELECT * FROM documents")
    code, _, err = run(capsys, "report", *argv, "--format", "sqlite", "-o", "audit.db", "--refresh")
    assert (code, message in err) == (ExitCode.USAGE, True)
    assert asked("SELECT * FROM documents") == before


@pytest.mark.parametrize("others", [["papers"], ["other.db"], ["--files-from", "list.txt"]])
def test_a_store_is_not_counted_together_with_anything_else(here, capsys, others):
    store(capsys)
    shutil.copy("audit.db", "other.db")
    (here / "list.txt").write_text("papers\n")
    assert run(capsys, "stats", "audit.db", *others) == (
        ExitCode.USAGE,
        "",
        "redaudit: audit.db is a store, which is counted by itself: name nothing else\n",
    )


def test_refreshing_from_a_folder_that_holds_nothing_keeps_the_store(here, capsys):
    store(capsys)
    before = asked("SELECT * FROM documents")
    shutil.rmtree("papers")
    (here / "papers").mkdir()  # a share that is not mounted
    assert store(capsys, "--refresh")[::2] == (ExitCode.USAGE, "redaudit: nothing to read in papers\n")
    assert asked("SELECT * FROM documents") == before


def test_what_describes_a_store_is_no_document(here, capsys):
    store(capsys)
    shutil.move("audit.metadata.json", "papers/other.metadata.json")
    store(capsys)
    assert asked("SELECT path, reason FROM unreadable") == [
        {"path": "papers/other.metadata.json", "reason": "the description of a store of redaudit"}
    ]
