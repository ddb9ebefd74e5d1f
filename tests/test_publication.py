"""`redaudit report --format html`: how it is bound, what a run that fails leaves, and the same bytes every time."""

import io
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from redaudit import pipeline
from redaudit.cli import main
from redaudit.config import Config
from redaudit.errors import ExitCode
from redaudit.model.part import Choices
from redaudit.reports.html import overview
from redaudit.run import Inputs, Run
from redaudit.sources.entry import Stream
from tests.hostile import full_disk_leaf, torn_leaf
from tests.support import CABLE
from tests.support_corpus import cable, write_corpus

ROOT = Path(__file__).parent.parent
SCAN = ROOT / "examples" / "clean" / "scan.pdf"
CLEAN = ROOT / "examples" / "clean" / "memo-part.pdf"
FILING = ROOT / "examples" / "faulty" / "bars.pdf"
POSIX = pytest.mark.skipif(os.name != "posix", reason="names and signals are POSIX")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to stand in, with three cables."""
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "papers", 3)
    return tmp_path


def run(capsys, *argv):
    """Exit code, stdout and stderr of a report in HTML."""
    code = main(["report", "--format", "html", "--jobs", "1", *argv])
    return code, *capsys.readouterr()


def lies_in(place):
    """Every file below a folder, with its bytes."""
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def pages_in(place):
    """The pages of documents in a report, without the digits of their names."""
    return sorted(path.stem.rsplit("-", 1)[0] for path in (place / "documents").glob("*.html"))


def test_a_folder_of_documents_is_a_folder_of_pages(here, capsys):
    assert run(capsys, "papers", "-o", "out/") == (ExitCode.DONE, f"{Path('out/index.html')}\n", "")
    assert pages_in(here / "out") == ["cable-0000-txt", "cable-0001-txt", "cable-0002-txt"]
    assert {path.name for path in (here / "out").iterdir()} == {"index.html", "rules.html", "assets", "documents"}


NO_FOLDER = "redaudit: a report of several documents that shows pages is a folder: name one with -o, such as -o out/\n"


@pytest.mark.parametrize("where", [[], ["-o", "-"], ["-o", "one.html"]])
def test_several_documents_need_a_folder(here, capsys, where):
    assert run(capsys, "papers", *where) == (ExitCode.USAGE, "", NO_FOLDER)
    assert [path.name for path in here.iterdir()] == ["papers"]


def test_a_folder_of_others_is_refused_and_untouched(here, capsys):
    code, out, err = run(capsys, "papers", "-o", "papers")
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.startswith("redaudit: papers holds other files (2010); name a new folder")
    assert sorted(lies_in(here)) == [f"papers/{year}/cable-{year - 2010:04}.txt" for year in (2010, 2011, 2012)]


def test_a_report_takes_the_place_of_an_older_one(here, capsys):
    run(capsys, "papers", "-o", "out")
    (here / "papers" / "2010" / "cable-0000.txt").unlink()
    run(capsys, "papers", "-o", "out")
    assert pages_in(here / "out") == ["cable-0001-txt", "cable-0002-txt"]
    assert b"cable-0000" not in b"".join(lies_in(here / "out").values())
    assert sorted(path.name for path in here.iterdir()) == ["out", "papers"]


@pytest.mark.parametrize("error", [ValueError("made up"), KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_run_that_fails_on_the_way_leaves_the_older_one(here, capsys, monkeypatch, error):
    run(capsys, "papers", "-o", "out")
    before = lies_in(here)

    def failing(outcomes, sink, choices):
        next(iter(outcomes))
        raise error

    monkeypatch.setattr(overview, "write", failing)
    # While the run fails a worker is still writing pages, below the folder that is to go.
    write_corpus(here / "papers", 3)
    if isinstance(error, ValueError):
        with pytest.raises(ValueError, match="made up"):
            run(capsys, "papers", "-o", "out", "--jobs", "2")
    else:
        code, out, err = run(capsys, "papers", "-o", "out", "--jobs", "2")
        interrupted = isinstance(error, KeyboardInterrupt)
        assert (code, out) == (ExitCode.INTERRUPTED if interrupted else ExitCode.USAGE, "")
        message = "interrupted" if interrupted else "cannot write the report: no space left on device"
        assert err == f"redaudit: {message}\n"
    time.sleep(0.5)
    assert lies_in(here) == before
    assert sorted(path.name for path in here.iterdir()) == ["out", "papers"]


def test_its_own_pages_are_no_documents_and_the_bytes_are_the_same(here, capsys):
    run(capsys, ".", "-o", "out")
    before = lies_in(here / "out")
    assert len(pages_in(here / "out")) == 3
    assert run(capsys, ".", "-o", "out")[0] == ExitCode.DONE
    assert lies_in(here / "out") == before


def test_the_bytes_are_the_same_with_more_workers_and_in_a_fresh_process(here, capsys):
    for file in (SCAN, FILING):
        (here / "papers" / file.name).write_bytes(file.read_bytes())
    for name, jobs in (("one", "1"), ("two", "2")):
        main(["report", "papers", "--format", "html", "-o", name, "--jobs", jobs])
    command = [sys.executable, "-X", "utf8=0", "-m", "redaudit", "report", "papers", "--format", "html", "-o", "three"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Asia/Kolkata", "LC_ALL": "C"}
    subprocess.run([*command, "--jobs", "2"], check=True, capture_output=True, env=environment)
    assert lies_in(here / "one") == lies_in(here / "two") == lies_in(here / "three")
    assert len(pages_in(here / "one")) == 5


def shown_by(leaf, place, seconds=120):
    """The first page of a report of papers/ whose leaves another wrote, how many were not read, and the pages."""
    place.mkdir()
    report = pipeline.report_for("html", Choices())
    choices = Choices(folder=place, rules=pipeline.rules())
    run = Run(Inputs(("papers",), Stream("-", io.BytesIO())), Config(jobs=1, timeout=seconds), print)
    sink = io.StringIO()
    report.render(run.outcomes(partial(leaf, choices)), sink, choices)
    return sink.getvalue(), run.unread, pages_in(place)


@POSIX
@pytest.mark.parametrize("word", ["CRASH", "KILLED", "HANG", "LEAVE"])
def test_a_worker_that_dies_leaves_no_page(here, word):
    (here / "papers" / f"{word}.txt").write_text(cable(9))
    # The other documents must keep to the seconds of the one that hangs, though the machine may be slow.
    page, unread, pages = shown_by(torn_leaf, here / "out", 10 if word == "HANG" else 120)
    assert (unread, pages) == (1, ["cable-0000-txt", "cable-0001-txt", "cable-0002-txt"])
    assert [path for path in (here / "out" / "documents").iterdir() if path.is_dir()] == []
    assert f"papers/{word}.txt" in page


def test_a_page_that_could_not_be_written_is_no_fault_of_the_document_and_is_told(here):
    page, unread, pages = shown_by(full_disk_leaf, here / "out")
    assert (unread, pages) == (1, ["cable-0000-txt", "cable-0002-txt"])
    assert "its page could not be written: no space left on device" in page


def test_what_could_not_be_read_is_told_and_ends_with_3(here, capsys):
    (here / "papers" / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    code, out, err = run(capsys, "papers", "-o", "out")
    assert (code, out) == (ExitCode.UNREADABLE, f"{Path('out/index.html')}\n")
    assert err == "redaudit: 1 file could not be read; the report says why\n"
    assert "the end of the file is missing" in (here / "out" / "index.html").read_text()


def test_one_document_is_its_page(here, capsys):
    assert run(capsys, str(SCAN), "-o", "out")[:2] == (ExitCode.DONE, f"{Path('out/index.html')}\n")
    assert {path.name for path in (here / "out").iterdir()} == {"index.html", "rules.html", "assets", "pictures"}
    assert run(capsys, str(SCAN), "-o", "out")[0] == ExitCode.DONE


def test_one_document_in_one_file(here, capsys):
    assert run(capsys, str(SCAN), "-o", "one.html")[:2] == (ExitCode.DONE, "one.html\n")
    page = (here / "one.html").read_text()
    assert "data:image/" in page
    assert "assets/" not in page
    code, out, err = run(capsys, str(SCAN))
    assert (code, err) == (ExitCode.DONE, "")
    assert out == page
    assert sorted(path.name for path in here.iterdir()) == ["one.html", "papers"]


def test_standard_input_is_one_document(here, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CABLE.encode())))
    code, out, err = run(capsys, "-", "--stdin-name", "from <the> web.txt", "-o", "out")
    assert (code, out, err) == (ExitCode.DONE, f"{Path('out/index.html')}\n", "")
    assert "from &lt;the&gt; web.txt" in (here / "out" / "index.html").read_text()


@pytest.mark.parametrize("where", ["out", "one.html"])
def test_one_document_that_cannot_be_read_has_a_page_that_says_so(here, capsys, where):
    (here / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    assert run(capsys, "cut.pdf", "-o", where)[0] == ExitCode.UNREADABLE
    page = here / where if where.endswith("html") else here / where / "index.html"
    assert "the end of the file is missing" in page.read_text()
    if where == "out":
        assert run(capsys, "cut.pdf", "-o", where)[0] == ExitCode.UNREADABLE  # its own report is known again


def test_nothing_to_read_leaves_nothing(here, capsys):
    (here / "empty").mkdir()
    code, out, err = run(capsys, "empty", "-o", "out")
    assert (code, out, err) == (ExitCode.USAGE, "", "redaudit: nothing to read in empty\n")
    assert sorted(path.name for path in here.iterdir()) == ["empty", "papers"]


def test_one_file_named_twice_is_one_document(here, capsys):
    paper = "papers/2010/cable-0000.txt"
    assert run(capsys, paper, paper, "-o", "out")[0] == ExitCode.DONE
    assert pages_in(here / "out") == ["cable-0000-txt"]


def test_a_folder_may_be_named_like_a_page(here, capsys):
    assert run(capsys, "papers", "-o", f"out.html{os.sep}")[0] == ExitCode.DONE
    assert (here / "out.html" / "index.html").is_file()
    assert run(capsys, "papers", "-o", "out.html")[0] == ExitCode.DONE


PAGES = [([], 2), (["--pages", "all"], 2), (["--pages", "none"], 0), (["--pages", "flagged"], 2)]


@pytest.mark.parametrize(("chosen", "count"), PAGES)
def test_pages_shown_are_as_chosen(here, capsys, chosen, count):
    run(capsys, str(SCAN), "-o", "out", *chosen)
    assert len(list((here / "out").glob("pictures/*"))) == count


def test_pages_without_findings_are_left_out_where_those_with_any_are_asked(here, capsys):
    for file, count in ((FILING, 1), (CLEAN, 0)):
        run(capsys, str(file), "-o", "out", "--pages", "flagged")
        assert len(list((here / "out").glob("pictures/*"))) == count


def test_pages_may_stand_in_the_configuration(here, capsys):
    (here / "redaudit.toml").write_text('pages = "none"\nformat = "html"\n')
    (here / "scan.pdf").write_bytes(SCAN.read_bytes())
    assert main(["report", "scan.pdf", "-o", "out", "--jobs", "1"]) == ExitCode.DONE
    assert list((here / "out").glob("pictures/*")) == []
    assert main(["report", "scan.pdf", "-o", "out", "--jobs", "1", "--pages", "all"]) == ExitCode.DONE
    assert len(list((here / "out").glob("pictures/*"))) == 2


def test_pages_of_no_kind_are_a_wrong_word(here, capsys):
    code, out, err = run(capsys, "papers", "-o", "out", "--pages", "some")
    assert (code, out) == (ExitCode.USAGE, "")
    assert err == "redaudit: --pages: 'some' is neither all nor flagged nor none\n"
    (here / "papers" / "redaudit.toml").write_text('pages = "some"\n')
    code, out, err = run(capsys, "papers", "-o", "out")
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.endswith("redaudit.toml: pages: 'some' is neither all nor flagged nor none\n")


def test_two_documents_of_one_name_have_a_page_each(here, capsys):
    for folder in ("a", "b"):
        (here / "same" / folder).mkdir(parents=True)
        (here / "same" / folder / "memo.txt").write_text(f"SECRET\n\nThe paper of {folder}.\n")
    run(capsys, "same", "-o", "out")
    assert pages_in(here / "out") == ["memo-txt", "memo-txt"]


def test_two_documents_that_are_called_the_same_have_a_page_each(here, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"SECRET\n\nThe paper of the pipe.\n")))
    (here / "memo.txt").write_text("SECRET\n\nThe paper of the disk.\n")
    assert run(capsys, "memo.txt", "-", "--stdin-name", "memo.txt", "-o", "out")[0] == ExitCode.DONE
    texts = [path.read_text() for path in (here / "out" / "documents").glob("*.html")]
    assert sorted(("of the pipe" in text, "of the disk" in text) for text in texts) == [(False, True), (True, False)]


@POSIX
def test_an_interrupt_leaves_no_half_report(here):
    """As a process: it waits for a pipe from which nothing comes, and is told to stop."""
    os.mkfifo("pipe")
    command = [sys.executable, "-m", "redaudit", "report", "papers", "pipe", "--format", "html", "-o", "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    waiting = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    with Path("pipe").open("wb"):  # opens when the program does
        assert list(here.glob(".out.*.part/new"))
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=120)
    assert (waiting.returncode, out, err) == (ExitCode.INTERRUPTED, b"", b"redaudit: interrupted\n")
    assert sorted(path.name for path in here.iterdir()) == ["papers", "pipe"]
