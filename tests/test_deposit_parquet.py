"""`--format parquet`: a folder of typed tables with the store they are of, or one file with the rows of one kind."""

import contextlib
import csv
import datetime as dt
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from redaudit.cli import main
from redaudit.errors import ExitCode
from redaudit.model.document import Source
from redaudit.model.finding import Unreadable
from redaudit.model.record import Fact
from redaudit.reports._rows import COLUMNS, KINDS, words
from redaudit.store import parquet as door
from redaudit.store.opening import opened
from redaudit.store.schema import TABLES
from tests.support import audited
from tests.support_corpus import write_corpus

tables = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

NAMES = [f"{table.name}.parquet" for table in TABLES]


@pytest.fixture
def papers(tmp_path, monkeypatch):
    """Six cables, one of them twice, a file that cannot be read and one that is none; the current folder."""
    write_corpus(tmp_path / "papers", 6)
    copy = (tmp_path / "papers" / "2010" / "cable-0000.txt").read_bytes()
    (tmp_path / "papers" / "copy.txt").write_bytes(copy)
    (tmp_path / "papers" / "empty.pdf").write_bytes(b"")
    (tmp_path / "papers" / "tool").write_bytes(b"\x7fELF")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "papers"


def report(*arguments):
    return main(["report", "papers", "--jobs", "1", "-q", *arguments])


def read(place):
    return tables.read_table(place).to_pylist()


def contents(folder):
    return {name: (folder / name).read_bytes() for name in NAMES}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_rows_has_the_columns_and_the_rows_of_csv(papers, kind):
    place = papers.parent / f"{kind}.parquet"
    assert report("--format", "csv", "--rows", kind, "-o", f"{kind}.csv") == ExitCode.UNREADABLE
    assert report("--format", "parquet", "--rows", kind, "-o", place.name) == ExitCode.UNREADABLE
    with place.with_suffix(".csv").open(encoding="utf-8", newline="") as source:
        expected = list(csv.reader(source))
    got = tables.read_table(place)
    assert got.column_names == list(COLUMNS[kind]) == expected[0]
    assert len(expected) > 1
    for row, cells in zip(got.to_pylist(), expected[1:], strict=True):
        assert [_as_csv(row[name], name) for name in COLUMNS[kind]] == cells


def _as_csv(value, name):
    """A typed value as csv writes it: years have a decimal always."""
    if value is not None and name.startswith("years_"):
        return f"{value:.1f}"
    return words(tuple(value) if isinstance(value, list) else value)


def test_cells_are_typed(papers):
    report("--format", "parquet", "-o", "one.parquet")
    types = {field.name: str(field.type) for field in tables.read_schema("one.parquet")}
    assert types["path"] == "string"
    assert types["pages"] == "int64"
    assert types["pages_unseen"] == "list<element: int64>"
    assert types["exemptions"] == types["portion_marks"] == "list<element: string>"
    assert types["original_date"] == types["release_date"] == "date32[day]"
    assert types["redacted_share"] == types["years_overdue"] == "double"
    (cable,) = [row for row in read("one.parquet") if row["path"] == "papers/2011/cable-0001.txt"]
    assert cable["exemptions"] == ["B6"]
    assert cable["release_date"] == dt.date(2011, 3, 2)
    assert cable["original_date"] == dt.date(2002, 2, 12)
    assert cable["years_to_release"] == 9.0


def test_a_folder_holds_each_table_of_the_store(papers):
    assert report("--format", "parquet", "-o", "out") == ExitCode.UNREADABLE
    out = papers.parent / "out"
    assert sorted(entry.name for entry in out.iterdir()) == sorted(["audit.db", "audit.metadata.json", *NAMES])
    assert [row["path"] for row in read(out / "documents.parquet")][-1] == "papers/copy.txt"
    assert read(out / "unreadable.parquet") == [
        {"id": 8, "path": "papers/empty.pdf", "state": "unreadable", "reason": "empty file", "gone": False},
        {"id": 9, "path": "papers/tool", "state": "skipped", "reason": "a program", "gone": False},
    ]
    with opened(out / "audit.db") as connection:
        for table in TABLES:
            stored = connection.execute(f"SELECT id FROM {table.name} ORDER BY id").fetchall()
            assert [(row["id"],) for row in read(out / f"{table.name}.parquet")] == stored != []


def test_what_belongs_to_a_document_says_which(papers):
    report("--format", "parquet", "-o", "out")
    paths = {row["id"]: row["path"] for row in read("out/documents.parquet")}
    for name in ("redactions", "marks", "findings"):
        rows = read(f"out/{name}.parquet")
        assert list(rows[0])[:3] == ["id", "document", "path"]
        assert [row["path"] for row in rows] == [paths[row["document"]] for row in rows]


def test_columns_and_tables_say_what_they_mean(papers):
    report("--format", "parquet", "-o", "out")
    for table in TABLES:
        schema = tables.read_schema(f"out/{table.name}.parquet")
        assert schema.metadata == {b"description": table.meaning.encode()}
        for column in table.columns:
            assert schema.field(column.name).metadata[b"description"] == column.meaning.encode()


def test_the_same_rows_give_the_same_bytes_and_more_rows_others(papers):
    out = papers.parent / "out"
    report("--format", "parquet", "-o", "out")
    first = contents(out)
    report("--format", "parquet", "-o", "out")
    assert contents(out) == first
    report("--format", "parquet", "-o", "elsewhere")
    assert contents(papers.parent / "elsewhere") == first
    (papers / "copy.txt").unlink()
    report("--format", "parquet", "-o", "out")
    assert [row["path"] for row in read(out / "documents.parquet") if row["gone"]] == ["papers/copy.txt"]


def test_tables_that_cannot_all_be_written_leave_the_old_ones_whole(papers, capsys):
    out = papers.parent / "out"
    report("--format", "parquet", "-o", "out")
    first = contents(out)
    (papers / "copy.txt").unlink()
    (out / "marks.parquet").unlink()
    (out / "marks.parquet").mkdir()
    assert report("--format", "parquet", "-o", "out") == ExitCode.USAGE
    assert capsys.readouterr().err == "redaudit: out/marks.parquet is a folder; name a file to write\n"
    assert [entry.name for entry in out.iterdir() if entry.name.endswith(".part")] == []
    (out / "marks.parquet").rmdir()
    (out / "marks.parquet").write_bytes(first["marks.parquet"])
    assert contents(out) == first
    assert report("--format", "parquet", "-o", "out") == ExitCode.UNREADABLE
    assert [row["path"] for row in read("out/documents.parquet") if row["gone"]] == ["papers/copy.txt"]


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_killed_run_leaves_the_old_tables_and_the_next_one_finishes(papers):
    out = papers.parent / "out"
    report("--format", "parquet", "-o", "out")
    first = contents(out)
    write_corpus(papers, 600)  # of which the first five hundred are settled together
    command = [sys.executable, "-m", "redaudit", "report", "papers", "-", "--jobs", "1"]
    command += ["--format", "parquet", "-o", "out"]
    # Its last path is a pipe that nobody closes: it cannot end before it is killed.
    with subprocess.Popen(command, cwd=papers.parent, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        while stored(out) < 30:
            assert run.poll() is None
            time.sleep(0.02)
        run.kill()
        assert run.wait() == -signal.SIGKILL
    assert contents(out) == first
    assert report("--format", "parquet", "-o", "out") == ExitCode.UNREADABLE
    assert report("--format", "parquet", "-o", "undisturbed") == ExitCode.UNREADABLE
    by_path = [sorted(row["path"] for row in read(f"{folder}/documents.parquet")) for folder in ("out", "undisturbed")]
    assert by_path[0] == by_path[1]
    assert len(by_path[0]) == 601


def stored(out):
    """How many documents a store holds that another process is writing."""
    with contextlib.closing(sqlite3.connect(f"file:{out / 'audit.db'}?mode=ro", uri=True, timeout=60)) as connection:
        return connection.execute("SELECT count(*) FROM documents").fetchone()[0]


def test_what_a_killed_run_left_half_written_goes_with_the_next(papers):
    report("--format", "parquet", "-o", "out")
    left = papers.parent / "out" / ".marks.parquet.x7.part"
    left.write_bytes(b"PAR1")
    report("--format", "parquet", "-o", "out")
    assert not left.exists()


def test_rows_are_written_in_batches(tmp_path, monkeypatch):
    monkeypatch.setattr(door, "BATCH", 3)
    with opened(tmp_path / "audit.db") as connection:
        connection.execute("INSERT INTO versions (redaudit, rules, choices) VALUES ('1', 'ab', '{}')")
        for number in range(8):
            connection.execute(
                "INSERT INTO unreadable (path, state, reason, gone) VALUES (?, 'skipped', 'a font', 0)", (f"{number}",)
            )
        door.write_tables(connection, tmp_path)
    written = tables.ParquetFile(tmp_path / "unreadable.parquet")
    assert [written.metadata.row_group(group).num_rows for group in range(written.num_row_groups)] == [3, 3, 2]
    assert [row["path"] for row in written.read().to_pylist()] == [str(number) for number in range(8)]
    assert read(tmp_path / "documents.parquet") == []


def test_a_whole_number_beyond_64_bits_is_the_nearest_that_they_hold(tmp_path):
    changes = {"pages_stated": Fact(10**30), "source": Source("papers/cable.txt", "0" * 64, "text", "text/plain", 4)}
    with (tmp_path / "one.parquet").open("wb") as sink:
        door.write_rows([audited(**changes)], "documents", sink)
    (row,) = read(tmp_path / "one.parquet")
    assert row["pages_stated"] == 2**63 - 1
    assert row["pages_unseen"] == [2]


def test_damaged_letters_become_their_escapes(tmp_path):
    outcome = Unreadable("papers/\ud800.pdf", "broken \udcff")
    with (tmp_path / "one.parquet").open("wb") as sink:
        door.write_rows([outcome], "documents", sink)
    (row,) = read(tmp_path / "one.parquet")
    assert (row["path"], row["findings"]) == ("papers/\\ud800.pdf", ["unreadable: broken \\udcff"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "parquet is no stream: name what to write with -o, such as -o out/"),
        (
            ("-o", "out", "--rows", "findings"),
            "--rows findings is for one file, such as -o findings.parquet; a folder holds the rows of every kind",
        ),
        (("-o", "papers/tool"), "papers/tool is a file; name a folder to write, or a new .parquet file"),
        (("-o", "papers/tool/out"), "cannot write papers/tool/out: not a directory"),
        (("-o", "none/one.parquet"), "cannot write none/one.parquet: no such file or directory"),
        (("-o", "theirs"), "theirs holds marks.parquet, but no store of redaudit; name a new folder"),
        (("-o", "theirs", "--refresh"), "theirs holds marks.parquet, but no store of redaudit; name a new folder"),
        (
            ("-o", "one.parquet", "--refresh"),
            "--refresh is for a store: a file of rows is written anew each time",
        ),
        (
            ("-o", "one.parquet", "--rows", "pages"),
            "parquet has no rows called 'pages'; there are documents, redactions, marks, findings, unreadable",
        ),
    ],
)
def test_usage_errors_end_with_a_sentence(papers, capsys, arguments, sentence):
    (papers.parent / "theirs").mkdir()
    (papers.parent / "theirs" / "marks.parquet").write_bytes(b"PAR1")
    assert report("--format", "parquet", *arguments) == ExitCode.USAGE
    assert capsys.readouterr().err == f"redaudit: {sentence}\n"
    assert sorted(entry.name for entry in papers.parent.iterdir()) == ["papers", "theirs"]


def test_other_files_in_the_folder_are_left_alone(papers):
    out = papers.parent / "out"
    out.mkdir()
    (out / "notes.txt").write_text("my own")
    assert report("--format", "parquet", "-o", "out") == ExitCode.UNREADABLE
    assert (out / "notes.txt").read_text() == "my own"
    assert (out / "documents.parquet").is_file()


def test_a_run_over_nothing_leaves_no_folder(papers, capsys):
    for file in papers.rglob("*"):
        if file.is_file() and file.name != "tool":
            file.unlink()
    assert report("--format", "parquet", "-o", "out") == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("redaudit: nothing to read in papers")
    assert report("--format", "parquet", "-o", "one.parquet") == ExitCode.USAGE
    assert [entry.name for entry in papers.parent.iterdir()] == ["papers"]


def test_without_pyarrow_nothing_is_begun(papers):
    code = (
        "import sys; sys.modules['pyarrow'] = None; from redaudit.cli import main; "
        "sys.exit(main(['report', 'papers', '--format', 'parquet', '-o', sys.argv[1]]))"
    )
    for output in ("out", "one.parquet"):
        ended = subprocess.run([sys.executable, "-c", code, output], cwd=papers.parent, capture_output=True, text=True)
        assert (ended.returncode, ended.stdout) == (ExitCode.USAGE, "")
        assert ended.stderr == "redaudit: parquet needs pyarrow: pip install 'redaudit[parquet]'\n"
    assert [entry.name for entry in papers.parent.iterdir()] == ["papers"]


def test_a_run_without_parquet_does_not_pay_for_it(papers):
    code = (
        "import sys; from redaudit.cli import main; main(['report', 'papers', '--format', 'sqlite', '-o', 'a.db']); "
        "sys.exit('pyarrow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=papers.parent, capture_output=True).returncode == 0


def test_duckdb_reads_the_tables_together(papers):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    report("--format", "parquet", "-o", "out")
    codes = duckdb.sql(
        "SELECT code, count(*) FROM (SELECT unnest(exemptions) AS code FROM 'out/documents.parquet') "
        "GROUP BY code ORDER BY code"
    ).fetchall()
    assert codes == [("1.4(D)", 1), ("B1", 1), ("B6", 2)]
    joined = duckdb.sql(
        "SELECT count(*) FROM 'out/marks.parquet' m "
        "JOIN 'out/documents.parquet' d ON d.id = m.document AND d.path = m.path"
    ).fetchall()
    assert joined == duckdb.sql("SELECT count(*) FROM 'out/marks.parquet'").fetchall()
