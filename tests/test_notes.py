"""Notes on standard error: what stands in them of a document or its name cannot steer a terminal."""

import io

import pytest

from redaudit.notes import Notes


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("papers/a.txt is gone", "papers/a.txt is gone"),
        ("papers/\x1b[31mred\nredaudit: done", "papers/\N{REPLACEMENT CHARACTER}[31mred redaudit: done"),
        ("papers/\u202egpj.exe", "papers/\N{REPLACEMENT CHARACTER}gpj.exe"),
        ("papers/b\udcff.txt", "papers/b\\udcff.txt"),
        ("papers/Übung …", "papers/Übung …"),
    ],
)
def test_a_note_is_one_line_that_steers_no_terminal(line, written):
    stream = io.StringIO()
    Notes(stream, quiet=False, verbose=False, no_progress=True).say(line)
    assert stream.getvalue() == f"redaudit: {written}\n"
