"""Runs of text put in reading order: (rows as printed, the text read)."""

import re

import pytest

from redaudit.layout.columns import Arranged, Run, arrange, with_margins_apart
from redaudit.model.line import Line

FAR = 60
LONG = "The talks in Zembla went on for some days, and the"


def runs_of(printed):
    """The runs of a page printed in cells."""
    return [
        Run(row, found.start(), found.end(), found[0])
        for row, line in enumerate(printed.split("\n"), 1)
        for found in re.finditer(r"\S+(?: {1,2}\S+)*", line)
    ]


def beside(*rows):
    """A page of two columns: (words, words in the margin) a row."""
    return "\n".join(left.ljust(FAR) + right for left, right in rows)


def test_the_picture_of_the_module():
    runs = [
        Run(1, 0, 14, "From:   wburns"),
        Run(1, 50, 60, "RELEASE IN"),
        Run(2, 0, 28, "Sent:   Sunday, July 5, 2009"),
        Run(2, 50, 57, "PART B6"),
    ]
    assert arrange(runs) == Arranged(
        "From:   wburns\nSent:   Sunday, July 5, 2009\n\nRELEASE IN\nPART B6",
        (Line(0, 14, 1, 0, 14), Line(15, 43, 2, 0, 28), Line(45, 55, 1, 50, 60), Line(56, 63, 2, 50, 57)),
        (0, 45, 15, 56),
    )


def test_no_runs_are_an_empty_page():
    assert arrange([]) == Arranged("", (), ())


READ_DOWN = [
    # Stamps: on one row, on two, on three, with the statutes of a B3; until its word is read, shorter rows between.
    ([("From: x", "RELEASE IN FULL")], "From: x", "RELEASE IN FULL"),
    ([("From: x", "RELEASE IN PART"), ("To: y", "B1,1.4(D),B6")], "From: x\nTo: y", "RELEASE IN PART\nB1,1.4(D),B6"),
    ([("", "RELEASE IN"), ("From: x", "PART"), ("To: y", "B5,B6")], "From: x\nTo: y", "RELEASE IN\nPART\nB5,B6"),
    ([("", "RELEASE"), ("From: x", ""), ("To: y", "IN FULL")], "From: x\nTo: y", "RELEASE\nIN FULL"),
    (
        [("", "RELEASE IN PART B5,B3 CIA"), ("From: x", "PERS/ORG,B6")],
        "From: x",
        "RELEASE IN PART B5,B3 CIA\nPERS/ORG,B6",
    ),
    ([("", "RELEASE IN PART B3"), ("From: x", "INA 222(f)")], "From: x", "RELEASE IN PART B3\nINA 222(f)"),
    ([("a", "KELEASE IN PAK I"), ("b", "")], "a\nb", "KELEASE IN PAK I"),
    ([("a", "[KtLt/AbE IN FULL")], "a", "[KtLt/AbE IN FULL"),
    ([("a", "DENIED IN FULL")], "a", "DENIED IN FULL"),
    ([("He said that", "b6 -1,2"), ("he left", "b7C -1")], "He said that\nhe left", "b6 -1,2\nb7C -1"),
    ([("From: x", "DENIED IN"), ("To: y", "FULL B5")], "From: x\nTo: y", "DENIED IN\nFULL B5"),
    # A stamp that waits for another code, or for the statute of a B3.
    (
        [("", "RELEASE IN PART B1,"), ("From: x", ""), ("To: y", "1.4(D)")],
        "From: x\nTo: y",
        "RELEASE IN PART B1,\n1.4(D)",
    ),
    # A decided stamp ends at the first row that is none of it.
    ([("a", "RELEASE IN FULL"), ("b", ""), ("c", "FULL")], f"a\nb\nc{' ' * (FAR - 1)}FULL", "RELEASE IN FULL"),
    # Codes: alone, below each other, damaged, in lists, with a box's edge.
    ([("a", "1.4(D)"), ("b", "B1"), ("c", "")], "a\nb\nc", "1.4(D)\nB1"),
    ([("a", "l.4(B)"), ("b", "Bl")], "a\nb", "l.4(B)\nBl"),
    ([("a", "B5, B6"), ("b", "")], "a\nb", "B5, B6"),
    ([("a", "[B6]"), ("b", "")], "a\nb", "[B6]"),
    ([("a", "(b)(6) (b)(7)(C)"), ("b", "")], "a\nb", "(b)(6) (b)(7)(C)"),
    ([("a", "25X1"), ("b", "")], "a\nb", "25X1"),
    # A stamp that classifies at release, from its first word to the date after its last.
    (
        [
            ("From: x", "Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class:"),
            ("To: y", "SECRET ~ Reason: 1.4(D)"),
            ("", ""),
            ("", "~ Declassify on: 7/2/2025"),
        ],
        "From: x\nTo: y",
        "Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class:\nSECRET ~ Reason: 1.4(D)\n~ Declassify on: 7/2/2025",
    ),
]


@pytest.mark.parametrize(("rows", "body", "margin"), READ_DOWN)
def test_what_stands_in_the_margin_is_read_down_its_column(rows, body, margin):
    first, second = (body, margin) if rows[0][0] else (margin, body)
    assert arrange(runs_of(beside(*rows))).text == f"{first}\n\n{second}"


def test_a_block_stands_where_the_body_has_a_blank_row_before_the_block_s_end():
    rows = [
        ("From: x", "Classified by DAS, A/GIS, DoS on 08/31/2015"),
        ("To: y", ""),
        ("", "~ Class: SECRET ~ Reason: 1.4(D) ~ Declassify"),
        ("Cc: z", "on: 7/2/2025"),
    ]
    assert arrange(runs_of(beside(*rows))).text == (
        "From: x\nTo: y\n\nClassified by DAS, A/GIS, DoS on 08/31/2015\n"
        "~ Class: SECRET ~ Reason: 1.4(D) ~ Declassify\non: 7/2/2025\n\nCc: z"
    )


def test_a_code_below_a_whole_stamp_is_a_margin_s_own():
    printed = beside(("From: x", "RELEASE IN PART B5,B6"), ("To:", "B6"), ("Cc: z", ""))
    assert arrange(runs_of(printed)).text == "From: x\nTo:\nCc: z\n\nRELEASE IN PART B5,B6\n\nB6"


READ_ACROSS = [
    # Words, a page number, a headline, prose.
    [("a", "Office of the Secretary")],
    [("a", "FOR IMMEDIATE ATTENTION")],
    [("a", "B66"), ("b", "Annex B1 to the plan")],
    [("RELEASE IN FULL", "a")],
    [("a", "1.4 million")],
    # A stamp that classifies at release and never ends, or is a cable's own line at the left.
    [("a", "Classified by mistake, they said")],
    [("Classified by: Ann Example, reason 1.4 (b)", "")],
]


@pytest.mark.parametrize("rows", READ_ACROSS)
def test_everything_else_keeps_its_row(rows):
    printed = beside(*rows)
    assert arrange(runs_of(printed)).text == "\n".join(line.rstrip() for line in printed.split("\n"))


def test_a_code_near_the_left_is_a_cell_of_a_table():
    assert arrange(runs_of("a         B6         b\nc         B5         d")).text == (
        "a         B6         b\nc         B5         d"
    )
    assert arrange(runs_of("a         B6")).text == "a         B6"


def test_blocks_stand_before_the_paragraph_that_follows_the_row_they_begin_on():
    printed = beside(("one", "B6"), ("two", ""), ("", ""), ("three", "1.4(D)"), ("four", "B1"), ("", "B5"))
    assert arrange(runs_of(printed)).text == "one\ntwo\n\nB6\n\nthree\nfour\n\n1.4(D)\nB1\nB5"


def test_codes_in_two_columns_are_two_blocks():
    printed = "\n".join(["a".ljust(FAR) + "B6", "b".ljust(FAR + 20) + "B5", "c"])
    assert arrange(runs_of(printed)).text == "a\nb\nc\n\nB6\n\nB5"


APART = [
    # One blank before the code, in the column of the code a row or two below.
    (
        [f"{LONG} other said B6", f"{LONG} end", " " * 62 + "B6"],
        [f"{LONG} other said", "B6", f"{LONG} end", "B6"],
    ),
    ([f"{LONG} other said B5, B6", " " * 62 + "B6"], [f"{LONG} other said", "B5, B6", "B6"]),
    # Not in its column; no code near; a short line; prose that ends in a code.
    ([f"{LONG} others' said more B6", " " * 50 + "B6"], [f"{LONG} others' said more B6", "B6"]),
    ([f"{LONG} other said B6", "", "", "", " " * 62 + "B6"], [f"{LONG} other said B6", "B6"]),
    ([f"{LONG} other said B6"], [f"{LONG} other said B6"]),
    (["vitamin B6", " " * 62 + "B6"], ["vitamin B6", "B6"]),
    # The lower lines of a stamp that classifies at release, one blank after the text on their left.
    (
        [
            "From: A. Able".ljust(50) + "Classified by DAS, A/GIS, DoS on 08/31/2015 ~",
            "Sent: on a Monday in the month of July of 2009, ~ Class: SECRET ~ Reason: 1.4(D)",
            "Subject: a new treaty on the canal of Zembla, ~ Declassify on: 7/2/2025",
        ],
        [
            "From: A. Able",
            "Classified by DAS, A/GIS, DoS on 08/31/2015 ~",
            "Sent: on a Monday in the month of July of 2009,",
            "~ Class: SECRET ~ Reason: 1.4(D)",
            "Subject: a new treaty on the canal of Zembla,",
            "~ Declassify on: 7/2/2025",
        ],
    ),
    (
        ["Classified by DAS, A/GIS, DoS on 08/31/2015", "The words that he used were in a list, and the Class: A"],
        ["Classified by DAS, A/GIS, DoS on 08/31/2015", "The words that he used were in a list, and the Class: A"],
    ),
]


@pytest.mark.parametrize(("rows", "texts"), APART)
def test_margins_one_blank_away_are_runs_of_their_own(rows, texts):
    printed = runs_of("\n".join(rows))
    apart = with_margins_apart(printed)
    assert [run.text for run in apart] == texts
    # Every run is where it is printed.
    assert all(rows[run.row - 1][run.left : run.right] == run.text for run in apart)


def test_a_page_without_margins_is_given_back_as_it_is():
    runs = runs_of(f"{LONG}\n{LONG}")
    assert with_margins_apart(runs) is runs


def test_a_long_list_of_codes_in_prose_is_searched_in_one_pass():
    prose = LONG + " B1, B1,B1," * 20_000 + "x"
    runs = runs_of(prose + "\n" + " " * FAR + "B6")
    assert with_margins_apart(runs) == runs
