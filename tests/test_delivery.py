"""A report is written whole or not at all."""

import os
from pathlib import Path

import pytest

from redaudit.delivery import MADE_BY, index_of, whole_file, whole_folder
from redaudit.errors import UsageError
from redaudit.model.folder import INDEX


def test_a_file_is_there_when_all_is_written(tmp_path):
    place = tmp_path / "out.csv"
    with whole_file(place) as sink:
        sink.write("café \udce9\n")
        assert not place.exists()
    assert place.read_bytes() == "café \\udce9\n".encode()
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_a_file_has_the_rights_of_any_new_file(tmp_path):
    with whole_file(tmp_path / "out.csv") as sink:
        sink.write("x")
    (tmp_path / "plain").touch()
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def half_written(place, error):
    with whole_file(place) as sink:
        sink.write("half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BrokenPipeError])
def test_an_error_leaves_what_was_there(tmp_path, error):
    place = tmp_path / "out.csv"
    place.write_text("before")
    with pytest.raises(error):
        half_written(place, error)
    assert place.read_text() == "before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_is_no_file_to_write(tmp_path):
    with pytest.raises(UsageError, match="is a folder; name a file to write"), whole_file(tmp_path):
        pass
    with pytest.raises(UsageError, match="no such file or directory"), whole_file(tmp_path / "no" / "out.csv"):
        pass


def report(place, words="before"):
    """A report of ours in a folder."""
    (place / "documents").mkdir(parents=True)
    (place / INDEX).write_text(f'<meta {MADE_BY} 1">{words}')
    (place / "documents" / "cable-0.html").write_text(words)
    return place


def written(place, words="after"):
    """The same, written by the way to be tested."""
    with whole_folder(place) as folder:
        (folder / "pictures").mkdir()
        (folder / "pictures" / "1.webp").write_bytes(b"")
        with index_of(folder) as sink:
            sink.write(f'<meta {MADE_BY} 1">{words}')


def lies_in(place):
    """Every file below a folder, with its words."""
    return {path.relative_to(place).as_posix(): path.read_text() for path in place.rglob("*") if path.is_file()}


AFTER = {INDEX: f'<meta {MADE_BY} 1">after', "pictures/1.webp": ""}


def test_a_folder_is_there_when_all_is_written(tmp_path):
    place = tmp_path / "a" / "out"
    with whole_folder(place) as folder, index_of(folder) as sink:
        sink.write("café \udce9\n")
        assert not place.exists()
    assert (place / INDEX).read_bytes() == "café \\udce9\n".encode()
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_a_folder_has_the_rights_of_any_new_folder(tmp_path):
    written(tmp_path / "out")
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_report_is_replaced_as_a_whole(tmp_path):
    place = report(tmp_path / "out")
    written(place)
    assert lies_in(tmp_path) == {f"out/{name}": words for name, words in AFTER.items()}
    assert sorted(path.name for path in place.iterdir()) == [INDEX, "pictures"]


def test_an_empty_folder_is_filled(tmp_path):
    written(tmp_path)
    assert lies_in(tmp_path) == AFTER


def test_what_a_desktop_or_a_killed_run_left_is_no_other_file(tmp_path):
    place = report(tmp_path / "out")
    (place / ".DS_Store").write_text("desk")
    (place / ".out.abc.part" / "new").mkdir(parents=True)
    (place / ".out.abc.part" / "new" / "half.txt").write_text("half")
    written(place)
    assert lies_in(place) == AFTER


def test_the_folder_one_stands_in_is_filled_and_stays(tmp_path, monkeypatch):
    place = report(tmp_path / "out")
    monkeypatch.chdir(place)
    before = place.stat().st_ino
    written(Path())
    assert lies_in(place) == AFTER
    assert Path.cwd().stat().st_ino == before


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_linked_folder_is_filled_where_it_lies(tmp_path):
    place = report(tmp_path / "far")
    (tmp_path / "out").symlink_to(place)
    written(tmp_path / "out")
    assert lies_in(place) == AFTER
    assert (tmp_path / "out").is_symlink()


OTHERS = ["notes.txt", "notes.html", "documents/notes.pdf", "documents/deep/notes", ".hidden", "pictures/.html"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_report_with_other_files_in_it_is_not_replaced(tmp_path, name):
    place = report(tmp_path / "out")
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_text("mine")
    before = lies_in(tmp_path)
    with pytest.raises(UsageError, match=rf"out holds other files \({name}\); name a new folder"):
        written(place)
    assert lies_in(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
@pytest.mark.parametrize("name", ["pictures", "assets/mine.css", "documents/one"])
def test_a_link_in_a_report_is_no_part_of_it(tmp_path, name):
    place, mine = report(tmp_path / "out"), tmp_path / "mine"
    mine.mkdir()
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).symlink_to(mine)
    with pytest.raises(UsageError, match=rf"holds other files \({name}\)"):
        written(place)
    assert (place / name).is_symlink()


def test_a_page_of_another_is_not_replaced(tmp_path):
    (tmp_path / INDEX).write_text("<h1>My page</h1>")
    with pytest.raises(UsageError, match=r"holds other files \(index.html\)"):
        written(tmp_path)
    assert lies_in(tmp_path) == {INDEX: "<h1>My page</h1>"}


def test_a_file_is_no_folder_to_write(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="out is a file; name a folder to write"):
        written(tmp_path / "out")
    with pytest.raises(UsageError, match=r"cannot write .*: (not a directory|file exists|the system cannot find.*)"):
        written(tmp_path / "out" / "below")
    assert lies_in(tmp_path) == {"out": "mine"}


def half_written_folder(place, error):
    with whole_folder(place) as folder:
        (folder / "documents").mkdir()
        (folder / "documents" / "half.html").write_text("half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, BrokenPipeError])
def test_an_error_leaves_the_report_that_was_there(tmp_path, error):
    place = report(tmp_path / "out")
    for folder in (place, tmp_path / "none"):
        with pytest.raises(error):
            half_written_folder(folder, error)
    assert lies_in(tmp_path) == {
        f"out/{INDEX}": f'<meta {MADE_BY} 1">before',
        "out/documents/cable-0.html": "before",
    }
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("step", range(4))
@pytest.mark.parametrize("when", ["before", "after"])
def test_an_error_while_reports_change_places_leaves_the_old_one(tmp_path, monkeypatch, error, step, when):
    place = report(tmp_path / "out")
    before, steps, rename = lies_in(tmp_path), iter(range(9)), Path.rename

    def failing(path, target):
        now = next(steps)
        if now == step and when == "before":
            raise error
        rename(path, target)
        if now == step:
            raise error

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(error):
        written(place)
    assert lies_in(tmp_path) == before
