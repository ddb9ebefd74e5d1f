"""main(argv) to exit code, stdout and stderr; one subprocess test, no more."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redaudit.cli import main
from redaudit.errors import ExitCode
from redaudit.sources import walk
from redaudit.version import __version__
from tests.support import CABLE

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and pipes are POSIX")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to stand in, with a good cable, a broken PDF and a hidden file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "cable.txt").write_text(CABLE)
    (tmp_path / "papers" / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    (tmp_path / "papers" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    return tmp_path


def run(capsys, *argv):
    """Exit code, stdout and stderr of a command line."""
    try:
        code = main([*argv, "--jobs", "1"] if argv[0] == "report" else argv)
    except SystemExit as end:
        code = end.code
    return code, *capsys.readouterr()


def test_a_report_of_a_folder_with_something_broken(here, capsys):
    code, out, err = run(capsys, "report", "papers", "--format", "json")
    report = json.loads(out)
    assert code == ExitCode.UNREADABLE
    assert [document["path"] for document in report["documents"]] == ["papers/cable.txt"]
    assert report["documents"][0]["record"]["exemptions"] == ["B1", "1.4(D)"]
    assert report["unreadable"] == [{"path": "papers/cut.pdf", "reason": "broken PDF: the end of the file is missing"}]
    assert report["skipped"] == [{"path": "papers/.DS_Store", "reason": "a hidden file"}]
    assert err == "redaudit: 1 file could not be read; the report says why\n"


def test_a_report_of_what_can_be_read_is_done_and_quiet(here, capsys):
    code, out, err = run(capsys, "report", "papers/cable.txt")
    assert (code, err) == (ExitCode.DONE, "")
    assert out.splitlines()[0].split() == ["path", "original", "released", "codes", "withheld", "findings"]
    assert out.splitlines()[-1].startswith("1 document, 0 unreadable, 0 skipped; findings: ")
    assert max(map(len, out.splitlines())) <= 80


def test_quiet_says_nothing_beside_the_report(here, capsys):
    code, _, err = run(capsys, "report", "papers", "-q")
    assert (code, err) == (ExitCode.UNREADABLE, "")


@pytest.mark.parametrize("name", ["table", "csv", "json", "jsonl", "markdown"])
def test_what_was_not_read_is_in_every_format(here, capsys, name):
    _, out, _ = run(capsys, "report", "papers", "--format", name)
    for words in ("papers/cut.pdf", "the end of the file is missing", "a hidden file"):
        assert words in out
    assert ".DS\\_Store" in out or ".DS_Store" in out


def test_a_file_is_written_whole(here, capsys):
    code, out, _ = run(capsys, "report", "papers", "--format", "csv", "-o", "out.csv")
    assert (code, out) == (ExitCode.UNREADABLE, "")
    assert (here / "out.csv").read_bytes().startswith(b"path,document_id,case_number,")
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []


def test_what_stood_in_a_file_stays_where_the_run_fails(here, capsys):
    (here / "out.csv").write_text("before")
    (here / "empty").mkdir()
    code, _, _ = run(capsys, "report", "empty", "--format", "csv", "-o", "out.csv")
    assert code == ExitCode.USAGE
    assert (here / "out.csv").read_text() == "before"
    assert sorted(path.name for path in here.iterdir()) == ["empty", "out.csv", "papers"]


def test_standard_input_has_the_name_it_is_given(here, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CABLE.encode())))
    code, out, _ = run(capsys, "report", "-", "--stdin-name", "from the web.txt", "--format", "jsonl")
    assert code == ExitCode.DONE
    assert json.loads(out)["path"] == "from the web.txt"


USAGE = [
    (["report", "nope"], "no such file or folder: nope"),
    (["report", "empty"], "nothing to read in empty"),
    (["report", "hidden"], "nothing to read in hidden (skipped hidden/.a: a hidden file; hidden/b: a program)"),
    (
        ["report", "papers", "--format", "xlsx"],
        "no format is called 'xlsx'; there are csv, html, json, jsonl, markdown, parquet, sqlite, table",
    ),
    (
        ["report", "papers", "--format", "html"],
        "a report of several documents that shows pages is a folder: name one with -o, such as -o out/",
    ),
    (
        ["report", "papers", "--format", "jsonl", "--rows", "marks"],
        "jsonl has no rows called 'marks'; there are documents",
    ),
    (["report", "papers", "--timeout", "soon"], "--timeout: 'soon' is not a number of seconds"),
    (["report", "papers", "--as-of", "today"], "--as-of: 'today' is not a date such as 2026-01-31"),
    (["report", "papers", "-o", "papers"], "papers is a folder; name a file to write"),
    (["report", "papers", "-o", "no/out.csv"], "cannot write no/out.csv: no such file or directory"),
    (["report", "papers", "--config", "no.toml"], "no.toml: no such file or directory"),
    (["explain", "b1-without-categry"], "did you mean b1-without-category, b7-without-letter, b3-without-statute?"),
    (["explain", "xyzzy"], "nothing is known of 'xyzzy'; see `redaudit rules`"),
]


@pytest.mark.parametrize(("argv", "message"), USAGE)
def test_usage_errors_end_with_a_sentence(here, capsys, argv, message):
    (here / "empty").mkdir()
    (here / "hidden").mkdir()
    (here / "hidden" / ".a").write_text("")
    (here / "hidden" / "b").write_bytes(b"\x7fELF")
    code, out, err = run(capsys, *argv)
    assert (code, out) == (ExitCode.USAGE, "")
    assert err.startswith("redaudit: ")
    assert err.endswith(f"{message}\n")
    assert len(err.splitlines()) == 1


def test_many_skipped_files_are_not_all_named(here, capsys):
    (here / "fonts").mkdir()
    for number in range(5):
        (here / "fonts" / f"{number}").write_bytes(b"OTTO\0")
    code, _, err = run(capsys, "report", "fonts")
    assert code == ExitCode.USAGE
    assert err.endswith("(skipped fonts/0: a font; fonts/1: a font; fonts/2: a font; and 2 more)\n")


@pytest.mark.parametrize("argv", [[], ["report"], ["check"], ["judge", "x"], ["report", "x", "--no-such-option"]])
def test_a_wrong_command_line_is_usage(capsys, argv):
    with pytest.raises(SystemExit) as end:
        main(argv)
    assert end.value.code == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("usage: redaudit")


def test_a_configuration_file_is_honoured_and_the_command_line_wins(here, capsys):
    (here / "papers" / "redaudit.toml").write_text('format = "markdown"\nmax-size = "0.001"\n')
    code, out, _ = run(capsys, "report", "papers/cable.txt")
    assert (code, out.splitlines()[0]) == (
        ExitCode.DONE,
        "| path | original | released | codes | withheld | findings |",
    )
    assert run(capsys, "report", "papers/cable.txt", "--format", "csv")[1].startswith("path,")


def test_version(capsys):
    assert run(capsys, "--version")[:2] == (0, f"redaudit {__version__}\n")


EXPLAINED = [
    ("B1", "B1", "Source:"),
    ("(b)(7)(C)", "B7(C)", "5 U.S.C. 552(b)(7)(C)"),
    ("NODIS", "NODIS", "5 FAH-2"),
    ("top secret", "TOP SECRET", "E.O. 13526"),
    ("b1-without-category", "b1-without-category (medium): ", "5 U.S.C. 552(b)(1)"),
    ("B1-WITHOUT-CATEGORY", "b1-without-category (medium): ", "Raised on, for example:"),
    ("release-stamp", "release-stamp (a marking): ", "Found in, for example:"),
]


@pytest.mark.parametrize(("code", "start", "inside"), EXPLAINED)
def test_explain_says_what_and_by_what_law(capsys, code, start, inside):
    exit_code, out, err = run(capsys, "explain", code)
    assert (exit_code, err) == (ExitCode.DONE, "")
    assert out.startswith(start)
    assert inside in out


def test_rules_are_listed_with_severity_and_one_line(capsys):
    code, out, _ = run(capsys, "rules")
    assert code == ExitCode.DONE
    lines = out.splitlines()
    assert lines == sorted(lines)
    assert {line.split()[1] for line in lines} <= {"high", "medium", "low", "info"}
    assert all(len(line.split()) > 3 for line in lines)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_progress_shows_on_a_terminal_alone(here, capsys, monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    assert main(["report", "papers", "--jobs", "1", "--format", "csv"]) == ExitCode.UNREADABLE
    assert " 0 files" in stream.getvalue()
    stream.truncate(0)
    assert main(["report", "papers", "--jobs", "1", "--no-progress", "-q"]) == ExitCode.UNREADABLE
    assert stream.getvalue().strip("\0") == ""


def test_a_table_is_as_wide_as_its_terminal(here, monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("COLUMNS", "60")
    main(["report", "papers", "--jobs", "1", "-q"])
    assert max(len(line) for line in stream.getvalue().splitlines()[:4]) <= 60


def test_ctrl_c_is_one_line(here, capsys, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(walk.Path, "cwd", interrupted)
    code, out, err = run(capsys, "report", "papers")
    assert (code, out, err) == (ExitCode.INTERRUPTED, "", "redaudit: interrupted\n")


class Closed(io.StringIO):
    """A pipe whose reader has gone, or a disk that is full."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, _):
        raise self.error


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (BrokenPipeError(), ExitCode.DONE, ""),
        (
            OSError(28, "No space left on device"),
            ExitCode.USAGE,
            "redaudit: cannot write the report: no space left on device\n",
        ),
    ],
)
def test_a_report_that_cannot_be_written_is_no_traceback(here, capsys, monkeypatch, error, code, message):
    monkeypatch.setattr(sys, "stdout", Closed(error))
    assert main(["report", "papers/cable.txt", "--jobs", "1"]) == code
    assert capsys.readouterr().err == message


@POSIX
def test_as_a_program(here):
    """Started as a process: pipes that close early, an interrupt, and what a shell sees of the rest."""
    command = [sys.executable, "-m", "redaudit", "report"]
    ran = subprocess.run([*command, "papers", "--format", "csv"], capture_output=True, check=False)
    assert (ran.returncode, b"\r" in ran.stdout, ran.stdout[:5]) == (3, False, b"path,")

    early = subprocess.Popen([*command, "papers/cable.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    early.stdout.close()
    assert (early.stderr.read(), early.wait(timeout=120)) == (b"", ExitCode.DONE)
    early.stderr.close()

    os.mkfifo("pipe")
    waiting = subprocess.Popen([*command, "papers/cable.txt", "pipe"], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    with Path("pipe").open("wb"):  # opens when the program does, which then waits for what never comes
        time.sleep(0.5)
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate(timeout=120)
    assert (waiting.returncode, err) == (ExitCode.INTERRUPTED, b"redaudit: interrupted\n")


def test_no_code_that_lies_among_documents_is_run(tmp_path):
    program = tmp_path / "program" / "run.py"
    papers = tmp_path / "papers"
    for folder in (program.parent, papers / "redaudit", papers / "multiprocessing"):
        folder.mkdir(parents=True)
    program.write_text("import sys\nfrom redaudit.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n")
    for name in ("redaudit/__init__.py", "multiprocessing/__init__.py", "random.py", "attrs.py"):
        (papers / name).write_text(f"open({str(papers / 'ran')!r}, 'w')\n")
    (papers / "note.txt").write_text("CONFIDENTIAL\n\nRELEASE IN FULL\n")
    command = [sys.executable, str(program), "report", "note.txt", "--format", "csv"]
    ran = subprocess.run(command, cwd=papers, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (ExitCode.DONE, "")
    assert ran.stdout.splitlines()[1].startswith("note.txt,")
    assert not (papers / "ran").exists()


def test_where_letters_in_pictures_cannot_be_read_a_line_says_so(tmp_path):
    (tmp_path / "note.txt").write_text("CONFIDENTIAL\n\nRELEASE IN FULL\n")
    program = (
        "import sys; sys.modules['tesserocr'] = None\n"
        "from redaudit.cli import main\n"
        f"sys.exit(main(['report', {str(tmp_path)!r}, '--jobs', '1', *sys.argv[1:]]))"
    )
    said = [
        subprocess.run([sys.executable, "-c", program, *more], capture_output=True, text=True, timeout=120, check=True)
        for more in ((), ("--ocr", "off"), ("--quiet",))
    ]
    assert [done.stderr for done in said] == [
        "redaudit: letters in pictures are not read here: tesserocr is not installed\n",
        "",
        "",
    ]
