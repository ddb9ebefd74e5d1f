"""Text: a line a finding, what was not read, and what it came to; nothing that a log or a terminal obeys."""

import pytest

from redaudit.model.finding import Severity, Skipped
from redaudit.reports._sentences import in_place, of_finding, on_line, unheeded
from tests.support import BROKEN, STORE, audited, plain
from tests.support_check import ELSEWHERE, EVERYTHING, GONE, HOSTILE, checked, finding, typed

EXPECTED = """\
papers/cable.txt:1: no-release-marking a | message [medium]
papers/cable.txt:1: text-under-redaction 1 box [high]
papers/cable.txt: no-release-marking another [medium]
memo.txt:1: portion-mark-missing 1 paragraph bears no mark [low]
memo.txt:1: downgrade downgraded from SECRET to CONFIDENTIAL [info]
broken.pdf: unreadable: encrypted
.DS_Store: skipped: a hidden file
baseline: full-but-redacted 3333333333333333 C00000009: no longer raised
baseline: downgrade 4444444444444444 C00000010: its document is not in this run
3 documents, 1 unreadable, 1 skipped; findings: 1 high, 2 medium, 1 low, 1 info; failing (medium or above): 3
"""


def test_a_check():
    assert checked("text", EVERYTHING, stale=(GONE, ELSEWHERE)) == EXPECTED


@pytest.mark.parametrize(
    ("outcomes", "summary"),
    [
        ([], "0 documents, 0 unreadable, 0 skipped; findings: none; failing (medium or above): 0\n"),
        ([plain()], "1 document, 0 unreadable, 0 skipped; findings: none; failing (medium or above): 0\n"),
    ],
)
def test_a_clean_run_is_its_sum(outcomes, summary):
    assert checked("text", outcomes) == summary


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        (Severity.HIGH, "failing (high): 1"),
        (Severity.MEDIUM, "failing (medium or above): 3"),
        (Severity.LOW, "failing (low or above): 4"),
    ],
)
def test_the_sum_says_how_many_fail_the_run(fail_on, failing):
    assert checked("text", EVERYTHING, fail_on=fail_on).splitlines()[-1].endswith(f"; {failing}")


def test_files_that_were_not_read_follow_the_findings_unreadable_ones_first():
    lines = checked("text", [STORE, BROKEN, audited(), Skipped("b.ttf", "a font")]).splitlines()
    assert lines[3:6] == [
        "broken.pdf: unreadable: encrypted",
        ".DS_Store: skipped: a hidden file",
        "b.ttf: skipped: a font",
    ]


SHOWN = "::error::x �[31m # #[group] <b>]]>&\"' [a](http://zembla.example) % ����"


def test_nothing_steers_a_terminal_or_a_log():
    first = "./:: " + SHOWN
    assert checked("text", HOSTILE).splitlines() == [
        f"{first},a:b.txt:1: downgrade {SHOWN} [high]",
        f"{first},a:b.md:1: downgrade {SHOWN} [info]",
        f"{first}.pdf: unreadable: {SHOWN}",
        f"{first}: skipped: {SHOWN}",
        "2 documents, 1 unreadable, 1 skipped; findings: 1 high, 1 info; failing (medium or above): 1",
    ]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("::add-mask::a.txt: skipped: a font", "./::add-mask::a.txt: skipped: a font"),
        ("a::b.txt: skipped: a font", "a::b.txt: skipped: a font"),
        ("a ##[error]b", "a # #[error]b"),
        ("##vso[task.complete]", "# #vso[task.complete]"),
        ("## heading", "## heading"),
    ],
)
def test_no_line_is_a_command(line, written):
    assert unheeded(line) == written


@pytest.mark.parametrize(
    ("message", "page", "line", "short", "placed", "lined"),
    [
        ("a box", None, None, "a.txt: r a box [low]", "a box", "a box"),
        ("a box", 3, None, "a.txt:3: r a box [low]", "page 3: a box", "page 3: a box"),
        ("a box", 3, 7, "a.txt:3: r a box [low]", "page 3: a box", "page 3, line 7: a box"),
        ("page 3: a box", 3, 7, "a.txt:3: r a box [low]", "page 3: a box", "page 3, line 7: a box"),
        ("pages 3, 4: a box", 3, 7, "a.txt:3: r pages 3, 4: a box [low]", "pages 3, 4: a box", "pages 3, 4: a box"),
        ("page 30: a box", 3, 7, "a.txt:3: r page 30: a box [low]", "page 30: a box", "page 30: a box"),
        (
            "pages are missing",
            3,
            7,
            "a.txt:3: r pages are missing [low]",
            *("page 3: pages are missing", "page 3, line 7: pages are missing"),
        ),
    ],
)
def test_a_place_is_told_once(message, page, line, short, placed, lined):
    made = finding("r", Severity.LOW, message, page, line)
    assert (of_finding("a.txt", made), in_place(made), on_line(made)) == (short, placed, lined)


def test_many_files_that_were_not_read_wait_in_order():
    many = [Skipped(f"{'x' * 200}{number}", "a font") for number in range(20_000)]
    lines = checked("text", [typed(), *many]).splitlines()
    assert lines[:-1] == [f"{skip.path}: skipped: a font" for skip in many]
