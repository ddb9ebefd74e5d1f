"""A run into a store that is asked to end, by Ctrl-C or SIGTERM: at once, in one line, and the next one finishes it."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redaudit.cli import main
from redaudit.errors import ExitCode
from redaudit.store.schema import TABLES
from tests.support_corpus import write_corpus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes of a session are looked up in /proc")

COUNT = 600
# A run is interrupted when so many are stored. It cannot end by itself, for its last path is a pipe that nobody closes.
SOME = 40
LINE = "redaudit: interrupted; a.db holds what was found so far and goes on with the same command\n"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A folder of cables, and the rows of an undisturbed run."""
    folder = tmp_path_factory.mktemp("interrupted")
    write_corpus(folder / "papers", COUNT)
    here = Path.cwd()
    os.chdir(folder)
    try:
        assert main(["report", "papers", "-q", "--format", "sqlite", "-o", "undisturbed.db"]) == ExitCode.DONE
    finally:
        os.chdir(here)
    return folder


def rows(store):
    """Every row of every table of a store, by table."""
    with contextlib.closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table.name: connection.execute(f"SELECT * FROM {table.name}").fetchall() for table in TABLES}


def stored(store):
    """How many documents stand in a store that another process may be writing."""
    if not store.exists():
        return 0
    with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=30)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        except sqlite3.DatabaseError:  # its tables are not made yet
            return 0


def session(leader):
    """Every process of a session that has not ended."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if entry.name.isdigit() and int(fields[3]) == leader and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@pytest.fixture
def pipe():
    """The end to read of a pipe into which nobody writes."""
    ends = os.pipe()
    yield ends[0]
    for end in ends:
        os.close(end)


def started(folder, store, pipe, *arguments, ignoring=None):
    """A run of its own session, as a terminal's, that has stored some documents and is on the next."""
    command = [sys.executable, "-m", "redaudit", "report", "papers", "-", "--jobs", "2", "--format", "sqlite"]
    if ignoring is not None:  # as a shell starts a job in the background
        command = ["env", f"--ignore-signal={ignoring.name}", *command]
    run = subprocess.Popen(
        [*command, "-o", store.name, *arguments],
        cwd=folder,
        stdin=pipe,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while stored(store) < SOME:
        assert run.poll() is None, run.communicate()
        time.sleep(0.02)
    return run


def all_gone(leader):
    """Whether every process of a session has ended; those that serve a run need a moment to see that it has."""
    deadline = time.monotonic() + 120
    while session(leader):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def to_the_process(run, sign):
    os.kill(run.pid, sign)


def to_the_group(run, sign):
    os.killpg(run.pid, sign)


def twice(run, sign):
    os.kill(run.pid, sign)
    os.killpg(run.pid, sign)


@pytest.mark.parametrize("ask", [to_the_process, to_the_group, twice])
@pytest.mark.parametrize(
    ("sign", "code"), [(signal.SIGINT, ExitCode.INTERRUPTED), (signal.SIGTERM, ExitCode.TERMINATED)]
)
def test_an_interrupted_run_ends_at_once_and_the_next_one_finishes_it(many, pipe, ask, sign, code):
    for left in many.glob("a.db*"):
        left.unlink()
    store = many / "a.db"
    run = started(many, store, pipe)
    ask(run, sign)
    out, err = run.communicate(timeout=120)
    assert (run.returncode, out, err) == (code, "", LINE)
    assert all_gone(run.pid)
    assert SOME <= len(rows(store)["documents"]) <= COUNT
    again = subprocess.run(
        [sys.executable, "-m", "redaudit", "report", "papers", "--jobs", "2", "--format", "sqlite", "-o", store.name],
        cwd=many,
        capture_output=True,
        text=True,
    )
    assert (again.returncode, again.stdout) == (ExitCode.DONE, "")
    assert rows(store) == rows(many / "undisturbed.db")


def test_a_run_that_forgot_goes_on_without_forgetting_again(many, pipe):
    for left in many.glob("a.db*"):
        left.unlink()
    run = started(many, many / "a.db", pipe, "--refresh")
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=120)
    assert (run.returncode, out, err) == (
        ExitCode.INTERRUPTED,
        "",
        LINE.replace("command", "command without --refresh"),
    )


def test_a_run_with_nothing_kept_yet_promises_nothing(many, pipe):
    store = many / "a.db"
    for left in many.glob("a.db*"):
        left.unlink()
    store.write_bytes((many / "undisturbed.db").read_bytes())
    run = subprocess.Popen(
        [sys.executable, "-m", "redaudit", "report", "-", "--format", "sqlite", "-o", store.name, "--refresh"],
        cwd=many,
        stdin=pipe,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (many / "a.db-wal").exists():  # the store is open, and the run waits for its one document
        assert run.poll() is None, run.communicate()
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    assert run.communicate(timeout=120)[1] == "redaudit: interrupted\n"
    assert run.returncode == ExitCode.INTERRUPTED
    assert rows(store) == rows(many / "undisturbed.db")


def test_a_job_in_the_background_hears_sigterm_alone(many, pipe):
    for left in many.glob("a.db*"):
        left.unlink()
    run = started(many, many / "a.db", pipe, ignoring=signal.SIGINT)
    run.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert run.poll() is None
    run.send_signal(signal.SIGTERM)
    out, err = run.communicate(timeout=120)
    assert (run.returncode, out, err) == (ExitCode.TERMINATED, "", LINE)
    assert all_gone(run.pid)
