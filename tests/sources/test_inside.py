"""Archives among other entries: each gives its members in its place."""

import io
import tarfile
import zipfile

import pytest

from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources.entry import File
from redaudit.sources.inside import inside, is_one

SIZE = 10_000


def zipped(**members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.txt", data)
    return made.getvalue()


def tarred(name, data):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        header = tarfile.TarInfo(name)
        header.size = len(data)
        archive.addfile(header, io.BytesIO(data))
    return made.getvalue()


@pytest.fixture
def file(tmp_path):
    def written(name, data):
        (tmp_path / name).write_bytes(data)
        return File(name, str(tmp_path / name))

    return written


def told(entries):
    return [(entry.path, entry.data if isinstance(entry, File) else entry.reason) for entry in inside(entries, SIZE)]


def test_an_archive_gives_its_members_whatever_it_is_called(file):
    entries = [
        file("a.txt", b"SECRET"),
        file("b.pdf", zipped(one=b"1", two=b"2")),
        Skipped(".c", "a hidden file"),
        file("d.tgz", tarred("x/y.txt", b"3")),
        file("e.txt", b"PK is no archive"),
    ]
    assert told(entries) == [
        ("a.txt", None),
        ("b.pdf/one.txt", b"1"),
        ("b.pdf/two.txt", b"2"),
        (".c", "a hidden file"),
        ("d.tgz/x/y.txt", b"3"),
        ("e.txt", None),
    ]


def test_an_archive_in_an_archive_is_opened_and_a_pipe_may_hold_one(file):
    entries = [File("-", "-", zipped(one=b"1")), file("b.zip", zipped(inner=zipped(deep=b"2")))]
    assert told(entries) == [("-/one.txt", b"1"), ("b.zip/inner.txt/deep.txt", b"2")]


def test_documents_that_are_zips_stay_what_they_are(file):
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    office = zipped(word=b"x").replace(b"word.txt", b"[Content")
    assert told([file("a.epub", book.getvalue())]) == [("a.epub", None)]
    assert told([file("b.zip", office)])[0][0].startswith("b.zip/")


def test_a_file_that_is_gone_or_shut_says_so(tmp_path):
    assert told([File("a.txt", str(tmp_path / "a.txt"))]) == [("a.txt", "it is gone")]
    assert told([Unreadable("b.txt", "no permission to read it")]) == [("b.txt", "no permission to read it")]


def test_one_file_is_told_from_a_folder_and_an_archive(tmp_path):
    (tmp_path / "a.txt").write_text("SECRET")
    (tmp_path / "b.txt").write_bytes(zipped(one=b"1"))
    assert [is_one(str(tmp_path / name)) for name in ("a.txt", "b.txt", "", "nope")] == [True, False, False, True]
    assert is_one("-")
