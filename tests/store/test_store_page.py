"""docs/store.md: what is made in it is current, and what it shows to type works on a store."""

import io
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing, redirect_stdout
from pathlib import Path

import pytest

import redaudit
from docs.list_tables import PAGE, page
from tests.support_stored import fill, made


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("sqlite3 ")]
STATEMENTS = blocks("sql")
SCRIPTS = blocks("python")


def test_the_page_is_as_the_tables_are():
    if "REDAUDIT_WRITE" in os.environ:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    assert page(PAGE.read_text(encoding="utf-8")) == PAGE.read_text(encoding="utf-8")


def test_there_is_something_to_type():
    assert (len(COMMANDS), len(STATEMENTS), len(SCRIPTS)) == (4, 2, 2)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a store, and the ready queries where a clone has them."""
    made(tmp_path / "audit.db")
    ready = Path("redaudit", "store", "ready")
    shutil.copytree(Path(redaudit.__path__[0]).parent / ready, tmp_path / ready)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# What each command shows, and what it does not.
SHOWN = (
    ("a box hides 12 characters", "99 characters"),
    ("box2/gone.pdf", "uncoded-denial"),
    ("(none)", "B5"),
    ("text-under-redaction", "date-order"),
)


@pytest.mark.skipif(not shutil.which("sqlite3") or os.name == "nt", reason="needs the shell of SQLite, and one of Unix")
@pytest.mark.parametrize(("command", "shown"), list(zip(COMMANDS, SHOWN, strict=True)))
def test_a_command_works_as_it_is_shown(folder, command, shown):
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    written = folder / "redactions.csv"
    said = done.stdout + (written.read_text(encoding="utf-8") if written.exists() else "")
    assert done.stderr == ""
    assert [words in said for words in shown] == [True, False]


@pytest.mark.parametrize(("statement", "rows"), list(zip(STATEMENTS, [7, 1], strict=True)))
def test_a_statement_works_as_it_is_shown(statement, rows):
    with closing(sqlite3.connect(":memory:")) as store:
        fill(store)
        assert len(store.execute(statement).fetchall()) == rows


@pytest.mark.parametrize("words", ["canal*", '"canal talks"', "canal NOT talks"])
def test_words_are_searched_as_the_page_says(words):
    assert f"`{words}`" in PAGE.read_text(encoding="utf-8")
    with closing(sqlite3.connect(":memory:")) as store:
        fill(store)
        found = [
            path
            for table in ("documents", "findings")
            for (path,) in store.execute(f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?", (words,))
        ]
    assert (
        found
        == {
            "canal*": [1, 2, 3, 5, (1 << 24) + 1, (3 << 24) + 1],
            '"canal talks"': [(1 << 24) + 1, (3 << 24) + 1],
            "canal NOT talks": [5],
        }[words]
    )


@pytest.mark.parametrize(
    ("script", "shown"),
    list(zip(SCRIPTS, ["box1/second.pdf 40.0", "Department of State            30.0"], strict=True)),
)
def test_a_script_works_as_it_is_shown(folder, script, shown):
    if "import pandas" in script:
        pytest.importorskip("pandas")
    said = io.StringIO()
    names = {}
    with redirect_stdout(said):
        exec(script, names)
    names["store"].close()
    assert shown in said.getvalue()
