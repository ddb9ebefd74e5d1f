"""What lies under a path: read, unreadable or skipped, each with its reason and in its place."""

import io
import os
import platform
import threading
from functools import partial
from pathlib import Path

import pytest

from redaudit import pipeline
from redaudit.corpus import audit, fetched, outcome_of, seen
from redaudit.errors import UsageError
from redaudit.hiring import Bounds, crew
from redaudit.model.finding import Audited, Skipped, Unreadable
from redaudit.sources.entry import File, Inflow, Stream
from redaudit.sources.inflow import drained
from redaudit.sources.walk import walk
from redaudit.workers import Limits
from tests.hostile import hostile_examine
from tests.support import CABLE
from tests.support_pdf import pdf, text

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
NOT_ROOT = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(outcomes):
    """Each outcome as its path and its reason; `read` for a document."""
    return [(found.path, "read" if isinstance(found, Audited) else found.reason) for found in outcomes]


def hired(examine, bounds):
    """The workers of this machine."""
    return crew(partial(outcome_of, examine, bounds.size), bounds, seen, fetched)


def audited(*paths, examine=pipeline.examine, stdin=b"", workers=1, **limits):
    """The outcomes for some paths, and what was heard of errors of our own."""
    heard = []
    size = limits.pop("size", 200_000_000)
    bounds = Bounds(workers, size, Limits(**limits))
    entries = drained(walk(paths), Stream("-", io.BytesIO(stdin)), size)
    return list(audit(entries, hired(examine, bounds), heard.append)), heard


FILES = [
    (b"", "empty file"),
    (b"\0" * 100, "nothing but blanks"),
    (b"\x7fELF\x02\x01\x01\0", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"\x89PNG\r\n\x1a\n", "broken PNG picture"),
    (b"%PDF-1.4\n1 0 obj\n<<", "broken PDF: the end of the file is missing"),
    (b"SECRET\x00\n" + b"The canal is closed.\n" * 20, "read"),
    (b"<html><body>SECRET</body></html>", "read"),
    (b"SECRET\n" + b"word " * 400_000, "read"),
    (b"caf\xe9 \xff\xfe\n", "read"),
]


@pytest.mark.parametrize(("data", "reason"), FILES, ids=range(len(FILES)))
def test_content_says_what_becomes_of_a_file(here, data, reason):
    (here / "file.pdf").write_bytes(data)
    found, heard = audited(".")
    assert shown(found) == [("file.pdf", reason)]
    assert heard == []


def test_a_pdf_under_another_name_is_read(here):
    (here / "cable.txt").write_bytes(pdf(text(72, 700, "SECRET")))
    found, _ = audited("cable.txt")
    assert found[0].record.source.media_type == "application/pdf"


def test_a_file_too_large_is_not_read(here):
    with (here / "sparse.txt").open("wb") as sparse:
        sparse.truncate(300_000_000)
    (here / "small.txt").write_bytes(b"x" * 11)
    assert shown(audited(".")[0]) == [("small.txt", "read"), ("sparse.txt", "larger than 200 MB")]
    assert shown(audited("small.txt", size=10)[0]) == [("small.txt", "larger than 1e-05 MB")]


@POSIX
def test_links_are_followed_to_files_and_no_further(here):
    (here / "a").mkdir()
    (here / "a" / "real.txt").write_text("SECRET")
    (here / "a" / "broken.txt").symlink_to("nowhere")
    (here / "a" / "loop").symlink_to("..")
    (here / "a" / "self").symlink_to("self")
    (here / "a" / "to-file").symlink_to("real.txt")
    assert shown(audited("a")[0]) == [
        ("a/broken.txt", "a link that leads nowhere"),
        ("a/loop", "a link to a folder, not followed"),
        ("a/real.txt", "read"),
        ("a/self", "too many levels of symbolic links"),
        ("a/to-file", "read"),
    ]


@POSIX
@NOT_ROOT
def test_what_may_not_be_read_says_so(here):
    (here / "secret.txt").write_text("SECRET")
    (here / "secret.txt").chmod(0)
    (here / "vault").mkdir(mode=0)
    assert shown(audited(".")[0]) == [
        ("secret.txt", "no permission to read it"),
        ("vault", "a folder: no permission to read it"),
    ]


def test_folders_are_walked_by_name_and_hidden_files_are_listed(here):
    for name in ("b/2.txt", "b/.DS_Store", "b/1.txt", ".git/config", "c.txt", "a/deep/er/x.txt"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("SECRET")
    assert list(walk(["."])) == [
        Skipped(".git", "a hidden folder"),
        File("a/deep/er/x.txt", str(Path("a", "deep", "er", "x.txt"))),
        Skipped("b/.DS_Store", "a hidden file"),
        File("b/1.txt", str(Path("b", "1.txt"))),
        File("b/2.txt", str(Path("b", "2.txt"))),
        File("c.txt", "c.txt"),
    ]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("papers", "papers/x.txt"),
        ("./papers/", "papers/x.txt"),
        ("papers/../papers", "papers/x.txt"),
        ("../{here}/papers/x.txt", "papers/x.txt"),
        ("{absolute}/papers", "papers/x.txt"),
        ("../other", "../other/x.txt"),
        ("{parent}/other/x.txt", "{parent}/other/x.txt"),
    ],
)
def test_paths_are_relative_below_the_current_folder_else_as_given(tmp_path, monkeypatch, given, path):
    here = tmp_path / "here"
    for folder in ("here/papers", "other"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.txt").write_text("SECRET")
    monkeypatch.chdir(here)
    names = {"here": "here", "absolute": here.as_posix(), "parent": tmp_path.as_posix()}
    assert [entry.path for entry in walk([given.format(**names)])] == [path.format(**names)]


@pytest.mark.skipif(platform.system() != "Linux", reason="other systems refuse such names")
def test_a_name_in_no_encoding_is_shown_and_read(here):
    for name in (b"caf\xe8.txt", b"caf\xe9.txt"):
        (here / os.fsdecode(name)).write_text("SECRET")
    assert shown(audited(".")[0]) == [("caf\\xe8.txt", "read"), ("caf\\xe9.txt", "read")]


@pytest.mark.skipif(platform.system() != "Linux", reason="other systems refuse such names")
def test_two_names_that_look_alike_are_told_apart(here):
    for name in (b"a\xff.txt", b"a\\xff.txt"):
        Path(os.fsdecode(name)).write_text("SECRET")
    assert shown(audited(".")[0]) == [("a\\xff.txt", "read"), ("a\\xff.txt [2]", "read")]
    assert [file.location for file in walk(["."])] == ["a\\xff.txt", "a\udcff.txt"]


@POSIX
def test_a_tree_deeper_than_python_recurses_is_walked(here):
    descriptor = os.open(here, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=descriptor)
        descriptor, above = os.open("d", os.O_RDONLY, dir_fd=descriptor), descriptor
        os.close(above)
    os.close(descriptor)
    assert list(walk(["."])) == []
    os.removedirs("d/" * 1200)  # pytest's own clearing up does recurse


def test_a_path_that_is_not_there_is_an_error_before_any_work(here):
    (here / "a.txt").write_text("SECRET")
    with pytest.raises(UsageError, match=r"^no such file or folder: nope.txt$"):
        next(walk(["a.txt", "nope.txt"]))


def test_a_report_is_no_part_of_what_it_reports_on(here):
    for name in ("out.csv", ".out.csv.x1.part", "a/out.csv", ".other"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text("SECRET")
    for paths, report in ((".", "out.csv"), (".", "a/../out.csv"), ("../" + here.name, str(here / "out.csv"))):
        assert [entry.path for entry in walk([paths], [Path(report)])] == [".other", "a/out.csv"]
    assert [entry.path for entry in walk(["."])] == [".other", ".out.csv.x1.part", "a/out.csv", "out.csv"]


def test_the_same_path_twice_is_one(here):
    (here / "a.txt").write_text("SECRET")
    assert list(walk(["a.txt", "-", "a.txt", "-"])) == [File("a.txt", "a.txt"), Inflow("-", "-")]


def test_standard_input_is_a_document_among_others(here):
    (here / "a.txt").write_text("SECRET")
    found, _ = audited("a.txt", "-", stdin=CABLE.encode())
    assert shown(found) == [("a.txt", "read"), ("-", "read")]
    assert found[1].record.source.size == len(CABLE)
    assert shown(audited("-", stdin=b"x" * 11, size=10)[0]) == [("-", "larger than 1e-05 MB")]
    assert shown(audited("-")[0]) == [("-", "empty file")]


@POSIX
def test_a_pipe_is_read_where_it_is_named_and_skipped_where_it_is_found(here):
    os.mkfifo("pipe")
    assert list(walk(["."])) == [Skipped("pipe", "neither a file nor a folder")]
    writer = threading.Thread(target=lambda: (here / "pipe").write_text(CABLE))
    writer.start()
    assert shown(audited("pipe")[0]) == [("pipe", "read")]
    writer.join()


# Seconds for a document that hangs. The others of its pool must keep to them too, though the machine may be slow.
SHORT = 10
HOSTILE = [
    ("HANG", f"ran out of time ({SHORT} s)"),
    pytest.param("CRASH", "the parser crashed (SIGSEGV)", marks=POSIX),
    ("GREEDY", "ran out of memory"),
    ("BUG", "internal error (KeyError)"),
    ("UNREADABLE", "broken"),
    ("PROGRAM", "a program"),
]


@pytest.mark.parametrize(("word", "reason"), HOSTILE)
def test_a_hostile_document_costs_itself_alone(here, word, reason):
    for name, first in (("1.txt", "SECRET"), ("2.txt", word), ("3.txt", "SECRET")):
        (here / name).write_text(f"{first}\nwords of the document\n")
    limits = {"seconds": SHORT} if word == "HANG" else {}
    found, heard = audited(".", examine=hostile_examine, **limits)
    assert shown(found) == [("1.txt", "read"), ("2.txt", reason), ("3.txt", "read")]
    assert isinstance(found[1], Skipped if word == "PROGRAM" else Unreadable)
    assert bool(heard) is (word == "BUG")
    assert "words of the document" not in "".join(heard)


def test_order_and_outcomes_are_the_same_with_any_number_of_workers(here):
    for number in range(12):
        (here / f"{number:02}.txt").write_text("LATER" if number % 5 == 0 else CABLE)
    (here / "05.bin").write_bytes(b"\x7fELF\0")
    one, _ = audited(".", examine=hostile_examine, workers=1)
    three, _ = audited(".", examine=hostile_examine, workers=3)
    assert one == three
    assert [found.path for found in one] == sorted(found.path for found in one)


def test_a_file_that_went_away_is_unreadable(here):
    (here / "1.txt").write_text("SECRET")
    bounds = Bounds()
    entries = drained(walk(["-", "1.txt"]), Stream("-", Vanishing(here / "1.txt")), bounds.size)
    outcomes = audit(entries, hired(hostile_examine, bounds), print)
    assert shown(outcomes) == [("-", "read"), ("1.txt", "it is gone")]


class Vanishing(io.BytesIO):
    """A stream during whose reading a file goes away."""

    def __init__(self, victim):
        super().__init__(b"SECRET")
        self.victim = victim

    def read(self, size=-1):
        self.victim.unlink(missing_ok=True)
        return super().read(size)


ENDLESS = {
    "words": "SECRET the minister said (C) B1 RELEASE IN PART 1.4(D) on 11/23/1999 E.O. 12958 ",
    **{f"sign-{ord(sign)}": sign for sign in "A1[({<~_-|*.\n\f\t& "},
    "spaced": "S E C ",
    "strikes": "~~a ",
    "tags": "<del>",
    "entities": "&#1;",
    "codes": "B1, ",
    "rows": "From:" + " " * 60 + "B6\n",
    "indented": "\n" + " " * 200,
    "reason": "Reason: 1.4(B), ",
}


def test_a_text_of_one_thing_without_end_is_read_in_time(here):
    """Nothing backtracks: what is linear takes a second or two here, what is quadratic would take hours."""
    for name, piece in ENDLESS.items():
        (here / f"{name}.txt").write_text("x" + piece * (400_000 // len(piece)) + "x")
    found, _ = audited(".", workers=2, seconds=200.0)
    assert shown(found) == [(f"{name}.txt", "read") for name in sorted(ENDLESS)]
