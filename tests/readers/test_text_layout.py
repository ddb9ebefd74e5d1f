"""Layout text read by column: (page as `pdftotext -layout` writes it, its text in reading order, its lines)."""

import pytest

from redaudit.model.line import Line, Lines
from tests.support_text import inks, page, record

STAMP = """\
                                                                                RELEASE IN
From:    Able, Ann A <AbleAA@post.example>                                      PART B6
Sent:    Sunday, July 5, 2009 11:31 AM
To:                                                                             B6
Subject: The canal
"""

READ = [
    (
        "a stamp broken over the margin, and a code beside an empty field",
        STAMP,
        "RELEASE IN\nPART B6\n\nFrom:    Able, Ann A <AbleAA@post.example>\nSent:    Sunday, July 5, 2009 11:31 AM\n"
        "To:\nSubject: The canal\n\nB6",
    ),
    (
        "a stamp that classifies at release, with text on its left",
        """\
From: A. Able                                    Classified by DAS, A/GIS, DoS on 08/31/2015 —
Sent: Monday, July 6                             Class: CONFIDENTIAL — Reason: 1.4(B), 1.4(D) —
To: B. Baker                                     Declassify on: 07/06/2024
Subject: The canal
""",
        "From: A. Able\nSent: Monday, July 6\nTo: B. Baker\nSubject: The canal\n\n"
        "Classified by DAS, A/GIS, DoS on 08/31/2015 —\nClass: CONFIDENTIAL — Reason: 1.4(B), 1.4(D) —\n"
        "Declassify on: 07/06/2024",
    ),
    (
        "codes below each other beside a blank",
        """\
He said that the Minister would not come to                                               1.4(D)
                                                                                          B1
the talks.
""",
        "He said that the Minister would not come to\n\n1.4(D)\nB1\n\nthe talks.",
    ),
    (
        "codes one blank after a long line",
        """\
The first line of the paper runs to the edge of the page and so does the other line B6
and here is another line of it, as long as the first one is, and it ends with words B6
                                                                                    B6
""",
        "The first line of the paper runs to the edge of the page and so does the other line\n"
        "and here is another line of it, as long as the first one is, and it ends with words\n\nB6\nB6\nB6",
    ),
    (
        "a table keeps its rows",
        "Name\tPost\nAble\tZembla\n\tTerra",
        "Name      Post\nAble      Zembla\nTerra",
    ),
    (
        "gaps and blank rows are kept, one blank row for many",
        "Cc: A. Able;         C. Charlie\n\n\n\nnext",
        "Cc: A. Able;         C. Charlie\n\nnext",
    ),
    ("a line far in", " " * 40 + "SECRET\n\nThe talks.", "SECRET\n\nThe talks."),
]


@pytest.mark.parametrize(("layout", "text"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_columns_are_read_apart(layout, text):
    only = page(layout)
    assert only.text == text
    assert all(only.text[line.start : line.end].strip() for line in only.lines)
    assert "\n".join(only.text[line.start : line.end] for line in only.lines) == text.replace("\n\n", "\n")
    assert only.rows == layout.count("\n") + 1


def test_lines_know_the_row_and_the_cells_they_were_printed_on():
    only = page(STAMP)
    assert [
        (only.text[line.start : line.end].split(" ")[0], line.row, line.left, line.right) for line in only.lines
    ] == [
        ("RELEASE", 1, 80, 90),
        ("PART", 2, 80, 87),
        ("From:", 2, 0, 42),
        ("Sent:", 3, 0, 38),
        ("To:", 4, 0, 3),
        ("Subject:", 5, 0, 18),
        ("B6", 4, 80, 82),
    ]


def test_a_text_without_columns_keeps_its_characters():
    only = page("  SECRET\n\n\n1. (S) Talks.  \n")
    assert only.text == "  SECRET\n\n\n1. (S) Talks.  \n"
    assert only.lines == (Line(2, 8, 1, 2, 8), Line(11, 24, 4, 0, 13))
    assert only.rows == 4


INKED = [
    ("~~SECRET~~" + " " * 60 + "B6", "SECRET\n\nB6", [("SECRET", "struck")]),
    (
        "Banner:" + " " * 20 + "~~SECRET~~\n~~NODIS~~" + " " * 60 + "x",
        "Banner:" + " " * 20 + "SECRET\nNODIS" + " " * 60 + "x",
        [("SECRET", "struck"), ("NODIS", "struck")],
    ),
    ("-SECRET" + " " * 60 + "\n1.   (S)     talks", "-SECRET\n1.   (S)     talks", [("-SECRET", "struck?")]),
    # A strike over a gap is on the words at both its ends.
    ("a  <del>b" + " " * 70 + "B6</del>", "a  b\n\nB6", [("b", "struck"), ("B6", "struck")]),
    # A strike that runs on to the next row.
    ("x" + " " * 30 + "<del>one\ntwo</del> y", "x" + " " * 30 + "one\ntwo y", [("one", "struck"), ("two", "struck")]),
]


@pytest.mark.parametrize(("layout", "text", "ink"), INKED)
def test_ink_moves_with_its_words(layout, text, ink):
    only = page(layout)
    assert (only.text, inks(only)) == (text, ink)


def test_a_broken_stamp_and_an_empty_field_are_a_release_and_a_passage():
    made = record(STAMP)
    assert made.release_status.value.value == "part"
    assert made.exemptions.value == ("B6",)
    assert [(gap.kind.value, gap.line, gap.exemptions) for gap in made.redactions] == [("gap", 4, ("B6",))]


def test_a_stamp_that_classifies_at_release_is_read_whole():
    made = record(READ[1][1])
    assert made.withheld_classification.value.name == "CONFIDENTIAL"
    assert made.withheld_reasons.value == ("1.4(B)", "1.4(D)")
    assert made.withheld_until.value == "2024-07-06"


HEAD = "x" + " " * 9 + "y\n"
MARGIN = " " * 80


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (" " * 50 + "\n", ""),
        ("word" + " " * 9, "word" + " " * 9),
        ("\t", ""),
        ("a\tb\n", "a      b\n"),
        ("Classified by x      " * 40 + "\n", ("Classified by x      " * 40).strip() + "\n"),
    ],
)
def test_wide_rows_are_arranged_in_one_pass(unit, text):
    assert page(HEAD + unit * 3000).text == (HEAD + text * 3000).strip()


def test_many_codes_in_the_margin_are_arranged_in_one_pass():
    rows = 20_000
    assert page(HEAD + f"{MARGIN}B6\n" * rows).text == HEAD + "\n" + "\n".join(["B6"] * rows)
    apart = page(HEAD + f"{MARGIN}B6\nother words\n\n" * rows).text
    assert apart == HEAD + "\n" + ("B6\n\nother words\n\n" * rows).strip()


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_text_longer_than_any_page_has_the_lines_that_it_has_in_a_short_one(blank):
    rows = [f"{' ' * (number % 3)}{number % 100_000} SECRET{blank * (number % 2)}" for number in range(60_000)]
    only = page("\n".join(rows))
    assert isinstance(only.lines, Lines)
    assert [only.text[line.start : line.end] for line in only.lines] == [row.strip() for row in rows]
    starts = [only.text.count("\n", 0, line.start) for line in only.lines[::997]]
    assert [line.row - 1 for line in only.lines[::997]] == starts
    assert all(line.left == line.right - (line.end - line.start) == place % 3 for place, line in enumerate(only.lines))
    assert only.rows == only.lines[-1].row
