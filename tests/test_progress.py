"""Progress on a terminal, in a log, and nowhere."""

import contextlib
import io
import os
import re
import subprocess
import sys
import zipfile

import pytest

from redaudit.config import Config
from redaudit.keeping import Step
from redaudit.notes import Notes
from redaudit.progress import Count, drawn, logged
from redaudit.run import Inputs, Run
from redaudit.sources.entry import Stream
from tests.support_corpus import write_corpus

STEPS = [Step(f"papers/{number}.pdf", "document", "high" if number == 7 else "") for number in range(20)]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


class Clock:
    """A clock that goes on by a tenth of a second, or so much, whenever it is asked."""

    def __init__(self, step=0.1):
        self.now, self.step = 0.0, step

    def __call__(self):
        self.now += self.step
        return self.now


@pytest.fixture
def papers(tmp_path, monkeypatch):
    """Twelve cables, four of them in an archive; the current folder."""
    write_corpus(tmp_path / "papers", 8)
    write_corpus(tmp_path / "more", 4)
    with zipfile.ZipFile(tmp_path / "papers" / "more.zip", "w") as archive:
        for file in sorted((tmp_path / "more").rglob("*.txt")):
            archive.write(file, file.name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "papers"


def run_over(*paths, list_of="", stdin=b""):
    inputs = Inputs(paths, Stream("-", io.BytesIO(stdin)), (), list_of)
    return Run(inputs, Config(jobs=1), print)


def counted(run):
    """The total of a run that has read nothing yet, once it is known; None if that will never be."""
    count = Count(run)
    with count.counting() as thread:
        thread.join()
        return count.total


def test_entries_are_counted_and_members_take_the_place_of_their_archive(papers):
    run = run_over("papers")
    count = Count(run)
    with count.counting() as thread:
        thread.join()
        assert count.total == 9
        assert len(list(run.outcomes())) == 12
    assert (run.extent.drawn, run.extent.met, count.total) == (9, 12, 12)


def test_a_list_in_a_file_is_counted_without_reading_it_away(papers):
    (papers.parent / "list").write_text("papers/2010\npapers/more.zip\n")
    run = run_over(list_of="list")
    assert counted(run) == 2
    assert len(list(run.outcomes())) == 5


@pytest.mark.parametrize(
    "inputs",
    [
        {"list_of": "-", "stdin": b"papers\n"},
        {"list_of": "/dev/null"},
        {"list_of": "far"},
        {"list_of": "no such list"},
    ],
)
def test_a_total_that_cannot_be_known_is_none(papers, inputs):
    (papers.parent / "far").write_text("papers\ns3://bucket/box/\n")
    assert counted(run_over(**inputs)) is None


def test_servers_are_not_asked_twice(papers):
    assert counted(run_over("papers", "s3://bucket/box/")) is None


def test_what_is_wrong_with_the_inputs_is_for_the_run_to_say(papers):
    assert counted(run_over("nowhere")) is None


def test_a_terminal_sees_a_line_that_is_gone_at_the_end(papers):
    stream = Terminal()
    with drawn(iter(STEPS), run_over("papers"), stream, Clock()) as passing:
        assert list(passing) == STEPS
        lines = stream.getvalue().split("\r")
    assert re.fullmatch(r" {10} +0 files *", lines[1])
    # One every three tenths of a second: the first interval that is no shorter than a quarter.
    assert [re.search(r"(\d+)(/\d+)? files", line)[1] for line in lines[2:]] == ["3", "6", "9", "12", "15", "18"]
    assert lines[-1].rstrip().endswith("1 high, last papers/7.pdf")
    assert all(len(line) <= 79 for line in lines)
    assert re.search(r"\r +\r$", stream.getvalue())


def test_an_interrupted_line_is_gone_as_well(papers):
    def interrupted():
        yield from STEPS[:5]
        raise KeyboardInterrupt

    stream = Terminal()
    with pytest.raises(KeyboardInterrupt), drawn(interrupted(), run_over("papers"), stream, Clock()) as passing:
        list(passing)
    assert re.search(r"\r +\r$", stream.getvalue())


def test_a_log_has_a_line_a_minute(papers):
    said = []
    with logged(iter(STEPS), run_over("papers", "s3://bucket/box/"), said.append, Clock(25.0)) as passing:
        assert list(passing) == STEPS
    assert said[:3] == [
        "3 files, 0.0/s",
        "6 files, 0.0/s",
        "9 files, 0.0/s, 1 high, last papers/7.pdf",
    ]
    assert len(said) == 6


@pytest.mark.parametrize(
    ("stream", "quiet", "no_progress"),
    [(io.StringIO(), False, False), (Terminal(), True, False), (Terminal(), False, True)],
)
def test_nobody_sees_a_line_who_is_no_terminal_or_wants_none(papers, stream, quiet, no_progress):
    notes = Notes(stream, quiet, False, no_progress)
    with notes.showing(run_over("papers"), iter(STEPS)) as passing:
        assert list(passing) == STEPS
    assert stream.getvalue() == ""


@pytest.mark.skipif(os.name != "posix", reason="a terminal is made as POSIX makes one")
def test_a_real_terminal(papers):
    write_corpus(papers, 150)
    run, terminal = on_a_terminal(papers)
    text = read_to_the_end(terminal)
    assert run.wait() == 0
    lines = text.split("\r")
    assert re.search(r"\d+/15[1-4] files, \d+\.\d/s, \d\d:\d\d left", text)
    assert all(len(line.rstrip("\n")) <= 99 for line in lines)
    assert set(re.findall(r"[\x00-\x1f\x7f]", text)) <= {"\r", "\n", "\x1b"}
    assert set(re.findall(r"\x1b\[.", text)) <= {"\x1b[A"}
    assert re.search(r"\r +\rredaudit: a.db: 154 documents\r\n$", text)


@pytest.mark.skipif(os.name != "posix", reason="a terminal is made as POSIX makes one")
def test_ctrl_c_at_a_real_terminal_clears_the_line(papers):
    write_corpus(papers, 400)  # several times the quarter of a second after which the line is drawn anew
    os.mkfifo(papers.parent / "pipe")  # into which nobody writes: the run cannot end by itself
    run, terminal = on_a_terminal(papers, more=["pipe"])
    seen = b""
    while not re.search(rb"([2-9]|\d\d+)/\d+ files", seen):  # the second is only read when the first is kept
        seen += os.read(terminal, 4096)
    os.write(terminal, b"\x03")
    text = seen.decode() + read_to_the_end(terminal)
    assert run.wait() == 130
    line = "redaudit: interrupted; a.db holds what was found so far and goes on with the same command"
    assert re.search(rf"\r +\r{line}\r\n$", text)


@pytest.mark.skipif(os.name != "posix", reason="a terminal is made as POSIX makes one")
def test_a_terminal_that_does_not_say_how_large_it_is_counts_as_80_columns_wide(papers):
    write_corpus(papers, 150)
    run, terminal = on_a_terminal(papers, (0, 0))
    text = read_to_the_end(terminal)
    assert run.wait() == 0
    assert re.search(r"\d+/15[1-4] files", text)
    assert all(len(line.rstrip("\n")) <= 79 for line in text.split("\r"))


def on_a_terminal(papers, size=(24, 100), more=()):
    """A run into a store whose terminal, of so many rows and columns, is its own; and the other end of that."""
    termios = pytest.importorskip("termios")
    terminal, theirs = os.openpty()
    termios.tcsetwinsize(terminal, size)
    # The session that is new takes the terminal as its own, so that Ctrl-C there is its Ctrl-C.
    wrapped = "fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.executable, sys.argv[1:])"
    command = [sys.executable, "-m", "redaudit", "report", "papers", *more, "--jobs", "1"]
    command += ["--format", "sqlite", "-o", "a.db"]
    run = subprocess.Popen(
        [sys.executable, "-c", f"import fcntl, os, sys, termios; {wrapped}", *command],
        cwd=papers.parent,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    return run, terminal


def read_to_the_end(terminal):
    """What is written there until nobody has it open any more."""
    text = b""
    with contextlib.suppress(OSError):  # which is how Linux says so
        while more := os.read(terminal, 4096):
            text += more
    os.close(terminal)
    return text.decode()
