"""A report is written whole or not at all."""

import os

import pytest

from redaudit.delivery import whole_file
from redaudit.errors import UsageError


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
