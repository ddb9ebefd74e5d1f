"""Blanks that withhold something, on pages as they are laid out: (rows, (row, codes, seen) of each blank)."""

import pytest

from redaudit.assemble.gaps import Blanks, body_lines, code_groups
from redaudit.assemble.holes import Hole, Sign
from redaudit.pipeline import detect
from tests.support_text import document, record

LONG = "The talks in Zembla went on for some days, and the other side was not at all ready"
WIDTH = 90


def laid_out(*rows):
    """A page of two columns: the words of a row, or (words, what stands in the margin)."""
    pairs = [row if isinstance(row, tuple) else (row, "") for row in rows]
    return "\n".join((words.ljust(WIDTH) + margin).rstrip() for words, margin in pairs) + "\n"


def gaps(text):
    return [(gap.page, gap.line, gap.exemptions, gap.seen) for gap in record(text).redactions]


CODED = [
    # An empty field beside a code.
    (("From: A. Able", ("To:", "B6"), "Subject: Canal", LONG), [(2, ("B6",), True)]),
    # A blank inside a row.
    ((LONG, ("Cc: A. Able; B. Baker;                 D. Dog; E. Easy,", "B6"), LONG), [(2, ("B6",), True)]),
    # Blank rows, with the codes down them.
    ((LONG, ("", "1.4(D)"), ("", "B1"), "", "", LONG), [(2, ("1.4(D)", "B1"), True)]),
    ((LONG, ("", "B6"), "", LONG), [(2, ("B6",), True)]),
    # A row that stops in the middle of a sentence.
    ((LONG, ("and then the Minister spoke of a", "B6"), LONG), [(2, ("B6",), True)]),
    ((LONG, ("From: A. Able [mailto:", "B6"), LONG), [(2, ("B6",), True)]),
    # A row that is full: only its code tells of a passage.
    (((LONG, "B6"), LONG, LONG), [(1, ("B6",), False)]),
    # Codes with a blank row between are one group, unless they hide names.
    ((LONG, ("", "1.4(D)"), "", ("", "B1"), LONG), [(2, ("1.4(D)", "B1"), True)]),
    (("From: A. Able", ("To:", "B6"), "", ("Cc:", "B6"), "Subject: x", LONG), [(2, ("B6",), True), (4, ("B6",), True)]),
    # A page of nothing but a code is one blank.
    ((("", "B6"),), [(1, ("B6",), True)]),
]


@pytest.mark.parametrize(("rows", "found"), CODED)
def test_blanks_beside_codes(rows, found):
    assert gaps(laid_out(*rows)) == [(1, *gap) for gap in found]


def test_blanks_in_a_copy_that_keeps_no_columns():
    text = "1. (S) The talks went on\n\n\n\n1.4(B)\n1.4(D)\nB1\n\n2. (S) The other side was not ready.\n"
    assert gaps(text) == [(1, 2, ("1.4(B)", "1.4(D)", "B1"), True)]


def test_a_blank_ends_where_the_next_words_begin():
    text = laid_out(LONG, ("", "1.4(D)"), "", LONG)
    (gap,) = record(text).redactions
    words = document(text).pages[0].text[gap.start : gap.end]
    assert words.strip() == "1.4(D)"
    assert gap.lines_estimated == 2


def test_a_blank_at_the_foot_goes_on_at_the_head_of_the_next_page():
    first = laid_out(LONG, ("", "1.4(D)"))
    assert gaps(first + "\f" + laid_out(("", "B1"), "", LONG)) == [(1, 2, ("1.4(D)", "B1"), True)]
    # Words at the head, or a page between, part them.
    assert gaps(first + "\f" + laid_out(LONG, ("", "B1"), "", LONG)) == [
        (1, 2, ("1.4(D)",), True),
        (2, 2, ("B1",), True),
    ]
    assert gaps(first + "\f" + laid_out(LONG) + "\f" + laid_out(("", "B1"), "", LONG)) == [
        (1, 2, ("1.4(D)",), True),
        (3, 1, ("B1",), True),
    ]


STAMPED = " " * WIDTH + "RELEASE IN PART B5,B6\n"
UNCODED = [
    # In a release in part, blanks beside which no code stands have those of the stamp.
    (
        ("He met      in the capital of the land, and was glad to see that all were there", LONG, LONG),
        [(2, ("B5", "B6"))],
    ),
    ((LONG, LONG, "and then the Minister spoke of a", LONG), [(4, ("B5", "B6"))]),
    (("From: A. Able", "To: B. Baker", "Subject: The canal", "From: C. Charlie", "Sent: Monday"), [(5, ("B5", "B6"))]),
    ((LONG, "", "", "", "", "", LONG), [(3, ("B5", "B6"))]),
    # Those that a margin repeats stand beside their own blank.
    (
        (
            ("To:", "B6"),
            "Subject: x",
            LONG,
            "He met      in the capital of the land, and was glad to see that all were there",
            LONG,
        ),
        [(2, ("B6",)), (5, ("B5",))],
    ),
    # Full rows, tables, and what only forwards another message are no blanks.
    ((LONG, LONG), []),
    (("a         b", "c         d", "e         f", "g         h"), []),
    (("Subject: Fw: The canal", "From: C. Charlie", "Sent: Monday", LONG), []),
]


@pytest.mark.parametrize(("rows", "found"), UNCODED)
def test_blanks_without_a_code_in_a_release_in_part(rows, found):
    assert gaps(STAMPED + laid_out(*rows)) == [(1, *gap, True) for gap in found]


def test_blanks_without_a_code_tell_nothing_in_a_release_in_full():
    rows = laid_out("He met      in the capital of the land, and was glad to", LONG)
    assert gaps(STAMPED.replace("PART B5,B6", "FULL") + rows) == []
    assert gaps(rows) == []


def test_a_key_and_a_sheet_have_no_blanks():
    assert gaps("DELETED PAGE INFORMATION SHEET\nPage 29 ~ b6; b7C;\n") == []
    assert gaps("\n".join(f"(b)({n}) what this exemption protects" for n in range(1, 10))) == []


def test_codes_in_groups():
    text = laid_out((LONG, "1.4(D)"), (LONG, "B1"), LONG, LONG, (LONG, "B6"))
    (page,) = document(text).pages
    marks = tuple(mark for mark in detect(document(text)) if mark.detector == "exemption-code")
    assert [[mark.text for mark in group] for group in code_groups(page, marks)] == [["1.4(D)", "B1"], ["B6"]]
    assert list(code_groups(page, ())) == []


def test_the_body_is_what_is_neither_code_nor_stamp_nor_band_nor_banner():
    text = "SECRET\n\nRELEASE IN PART B6\n\nThe talks.\n\nB6\n\nUNCLASSIFIED\nU.S. Department of State\n" + (
        "Case No. F-2014-00001\nDoc No. C05000001\nDate: 08/31/2015"
    )
    (page,) = document(text).pages
    body = body_lines(page, detect(document(text)))
    assert [page.text[line.start : line.end] for line in body] == ["The talks."]


def test_the_blank_around_a_code_on_a_page_without_words():
    (page,) = document("B6").pages
    assert Blanks.of(page, detect(document("B6"))).around(1, 1) == Hole(0, 2, 1, 1, Sign.ROWS)


def test_thousands_of_codes_are_as_many_blanks():
    many = 4000
    assert len(gaps((" " * 99 + "B6\n" + LONG + "\n\n") * many)) == many
