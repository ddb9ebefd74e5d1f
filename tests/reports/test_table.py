"""Tables for a person: what fits on a terminal, and Markdown that stays words."""

import pytest

from redaudit.model.document import Source
from redaudit.model.finding import Audited, Finding, Severity, Skipped, Unreadable
from redaudit.model.record import Fact
from redaudit.reports.markdown import plain_words
from redaudit.reports.table import _common_folder, fit, printable
from redaudit.vocabulary.level import LIMITED_OFFICIAL_USE
from tests.support import BROKEN, STORE, audited, plain, rendered

WIDE = """\
path              original  released         codes       withheld  findings
----------------  --------  ---------------  ----------  --------  -----------------------------
papers/cable.txt  SECRET    part 2020-11-23  B1; 1.4(D)  2         high: text-under-redaction +1
plain.txt                   none                         0

Could not be read:
  broken.pdf: encrypted

Skipped:
  .DS_Store: a hidden file

2 documents, 1 unreadable, 1 skipped; findings: 1 high, 2 medium
"""

MARKDOWN = """\
| path | original | released | codes | withheld | findings |
|---|---|---|---|---|---|
| papers/cable.txt | SECRET | part 2020-11-23 | B1; 1.4(D) | 2 | high: text-under-redaction +1 |
| plain.txt |  | none |  | 0 |  |

Could not be read:

| path | reason |
|---|---|
| broken.pdf | encrypted |

Skipped:

| path | reason |
|---|---|
| .DS\\_Store | a hidden file |

2 documents, 1 unreadable, 1 skipped; findings: 1 high, 2 medium
"""

EVERYTHING = [BROKEN, audited(), STORE, plain()]


def test_a_table():
    assert rendered("table", EVERYTHING, width=120) == WIDE


def test_markdown():
    assert rendered("markdown", EVERYTHING) == MARKDOWN


def test_a_table_of_nothing_says_so():
    assert rendered("table", []) == "0 documents, 0 unreadable, 0 skipped; findings: none\n"
    assert rendered("table", [plain()]).splitlines()[-1] == "1 document, 0 unreadable, 0 skipped; findings: none"


@pytest.mark.parametrize("kind", ["documents", "redactions", "marks", "findings"])
@pytest.mark.parametrize("width", [None, 80, 100])
def test_every_table_keeps_within_its_width(kind, width):
    long = audited(subject=Fact("x" * 300))
    long = Audited(long.record, (*long.findings, Finding("r-" * 20, Severity.LOW, 1, 1, "word " * 60, (), "c" * 16)))
    lines = rendered("table", [long] * 3, kind, width=width).splitlines()
    assert max(map(len, lines)) <= (width or 80)


def test_a_long_path_shows_its_end():
    far = Unreadable("a/" * 50 + "x.txt", "encrypted")
    first = audited(source=Source("a/" * 50 + "cable-1.txt", "0" * 64, "text", "text/plain", 1))
    shown = rendered("table", [first, far]).splitlines()
    assert shown[2].split()[0].startswith("…")
    assert shown[2].split()[0].endswith("cable-1.txt")
    assert "  " + far.path + ": encrypted" in shown


def test_a_long_level_is_shown_by_its_mark():
    table = rendered("table", [audited(original_classification=Fact(LIMITED_OFFICIAL_USE))])
    assert " LOU " in table


def test_unreadable_rows_are_the_lists():
    for name in ("table", "markdown"):
        shown = rendered(name, EVERYTHING, "unreadable")
        assert "encrypted" in shown
        assert "a hidden file" in shown
        assert "cable.txt" not in shown


@pytest.mark.parametrize(
    ("natural", "least", "width", "widths"),
    [
        ([10, 20], [4, 4], 30, [10, 20]),
        ([10, 20], [4, 4], 20, [10, 10]),
        ([10, 20], [4, 16], 22, [6, 16]),
        ([10, 20], [10, 16], 20, [10, 10]),
        ([4, 20], [4, 16], 8, [4, 6]),
    ],
)
def test_the_widest_column_gives_way_first_and_words_are_broken_last(natural, least, width, widths):
    assert fit(natural, least, width) == widths


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\t three", "one two three"),
        ("\x1b[31mred", "\N{REPLACEMENT CHARACTER}[31mred"),
        ("\u202etxt.exe", "\N{REPLACEMENT CHARACTER}txt.exe"),
        ("café ■", "café ■"),
    ],
)
def test_nothing_steers_a_terminal(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("![x](http://x)", r"\!\[x\](http://x)"),
        ("<script>", r"\<script\>"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("back\\slash", r"back\\slash"),
        ("one\ntwo", "one two"),
        ("\x1b[0m", "\N{REPLACEMENT CHARACTER}\\[0m"),
    ],
)
def test_nothing_means_anything_to_markdown(text, shown):
    assert plain_words(text) == shown


def test_names_of_files_are_inert_too():
    strange = Skipped("a\x1b[2J|b.txt", "a hidden file")
    assert "\x1b" not in rendered("table", [plain(), strange])
    assert "\\|b" in rendered("markdown", [plain(), strange])


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        (["in/a.txt", "in/b.txt"], "in/"),
        (["/x/in/a.txt", "/x/in/deep/b.txt"], "/x/in/"),
        (["in/a.txt", "inner/b.txt"], ""),
        (["a.txt", "b.txt"], ""),
        (["in/a.txt", "in/a.txt"], ""),
    ],
)
def test_a_folder_that_all_share_is_said_once(paths, folder):
    assert _common_folder(paths) == folder
