"""Annotations of GitHub Actions, read back as the runner reads them."""

import re

import pytest

from redaudit.model.finding import Severity, Unreadable
from tests.support import BROKEN
from tests.support_check import ELSEWHERE, EVERYTHING, GONE, HOSTILE, checked, finding, typed

EXPECTED = """\
::error file=broken.pdf,title=redaudit unreadable::encrypted
::warning file=papers/cable.txt,title=redaudit no-release-marking::page 1: a | message
::error file=papers/cable.txt,title=redaudit text-under-redaction::page 1: 1 box
::warning file=papers/cable.txt,title=redaudit no-release-marking::another
.DS_Store: skipped: a hidden file
::notice file=memo.txt,line=12,title=redaudit portion-mark-missing::page 1: 1 paragraph bears no mark
memo.txt:1: downgrade downgraded from SECRET to CONFIDENTIAL [info]
baseline: full-but-redacted 3333333333333333 C00000009: no longer raised
baseline: downgrade 4444444444444444 C00000010: its document is not in this run
3 documents, 1 unreadable, 1 skipped; findings: 1 high, 2 medium, 1 low, 1 info; failing (medium or above): 3
"""


def read_back(line):
    """A line as the runner takes it (its ActionCommand): command, properties, message; None for a plain one.

    `##[command]` counts anywhere in a line that is no command of the newer kind.
    """
    found = re.match(r"\s*::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<message>.*)", line)
    if not found:
        assert not re.search(r"##\[", line)
        return None
    pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
    properties = {name: unescaped(value, ("\r", "\n", ":", ",", "%")) for name, value in pairs}
    return found["name"], properties, unescaped(found["message"], ("\r", "\n", "%"))


def unescaped(text, signs):
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_a_check():
    assert checked("github", EVERYTHING, stale=(GONE, ELSEWHERE)) == EXPECTED


def test_a_run_of_nothing_is_its_sum():
    assert checked("github", []) == (
        "0 documents, 0 unreadable, 0 skipped; findings: none; failing (medium or above): 0\n"
    )


@pytest.mark.parametrize(
    ("path", "pages", "media_type", "place"),
    [
        ("a.txt", 1, "text/plain", {"file": "a.txt", "line": "7"}),
        ("a.txt", 2, "text/plain", {"file": "a.txt"}),
        ("a.html", 1, "text/html", {"file": "a.html"}),
        ("a.pdf", 1, "application/pdf", {"file": "a.pdf"}),
        ("100%, a:b  c\n=d.txt", 2, "text/plain", {"file": "100%, a:b  c\n=d.txt"}),
        ("%0A%25.txt", 2, "text/plain", {"file": "%0A%25.txt"}),
        ("a\x1b[2J\u202e.txt", 2, "text/plain", {"file": "a�[2J�.txt"}),
        ("-", 1, "text/plain", {}),
    ],
)
def test_where_a_finding_stands(path, pages, media_type, place):
    made = typed(finding("downgrade", Severity.HIGH, "a box", 1, 7), path=path, pages=pages, media_type=media_type)
    (line, _) = checked("github", [made]).splitlines()
    title = {"title": "redaudit downgrade"}
    assert read_back(line) == ("error", place | title, "page 1: a box")


def test_nothing_from_a_document_is_a_command():
    lines = checked("github", HOSTILE).splitlines()
    shown = "::error::x �[31m ##[group] <b>]]>&\"' [a](http://zembla.example) % ����"
    file = "::\n::error::x �[31m ##[group] <b>]]>&\"' [a](http://zembla.example) % ����"
    assert [read_back(line) for line in lines] == [
        ("error", {"file": f"{file},a:b.txt", "line": "2", "title": "redaudit downgrade"}, f"page 1: {shown}"),
        None,
        ("error", {"file": f"{file}.pdf", "title": "redaudit unreadable"}, shown),
        None,
        None,
    ]


def test_what_github_will_not_show_is_counted():
    findings = [finding("downgrade", Severity.MEDIUM, "a box", fingerprint=f"{number:016}") for number in range(11)]
    *_, beyond, _ = checked("github", [typed(*findings), BROKEN]).splitlines()
    assert beyond == (
        "annotations: 1 errors, 11 warnings, 0 notices; GitHub shows 10 of a kind a step, all of them stand in this log"
    )


@pytest.mark.parametrize(("files", "told"), [(10, False), (11, True)])
def test_unreadable_files_are_errors_too(files, told):
    text = checked("github", [Unreadable(f"{number}.pdf", "encrypted") for number in range(files)])
    assert text.count("::error ") == files
    assert (f"annotations: {files} errors" in text) is told
