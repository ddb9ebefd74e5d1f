"""Blank places on a page where words once stood: (rows as printed, (row, last row, sign) of each)."""

import pytest

from redaudit.assemble.holes import Sign, holes
from redaudit.model.document import Page
from redaudit.model.line import Line

LONG = "The talks in Zembla went on for some days, and the other side was not at all ready"
FIELD = "Pass Line:         the Department, for the office on the talks that were held"
INSIDE, ADDRESS, SENTENCE, MESSAGE, ROWS = Sign.INSIDE, Sign.ADDRESS, Sign.SENTENCE, Sign.MESSAGE, Sign.ROWS


def laid_out(*rows, rows_in_all=None):
    """A page whose lines are its rows, blanks at their left counted."""
    lines, text = [], ""
    for row, words in enumerate(rows, 1):
        if words.strip():
            left = len(words) - len(words.lstrip())
            lines.append(Line(len(text), len(text) + len(words.strip()), row, left, len(words)))
            text += words.strip() + "\n"
    return Page(number=1, text=text[:-1], lines=tuple(lines), rows=rows_in_all or len(rows))


def found(*rows):
    page = laid_out(*rows)
    return [(hole.row, hole.last, hole.sign) for hole in holes(page, list(page.lines))]


HOLES = [
    ((), []),
    ((LONG, LONG), []),
    # Inside a row; behind a field's name it is the field's own.
    (("He speaks Ruritanian and served there          so it also has personal meaning to him", LONG), [(1, 1, INSIDE)]),
    (("Sent:         Monday, July 5", LONG), []),
    (("To:      A. Able;           C. Charlie", LONG), [(1, 1, INSIDE)]),
    (("one     two     three", LONG), [(1, 1, INSIDE)] * 2),
    (("one    two", LONG), []),
    # Rows of a table, three or more, are none; the rows of a message's head are.
    (("a        b", "c        d", "e        f", LONG), []),
    (("a        b", "c        d", LONG), [(1, 1, INSIDE), (2, 2, INSIDE)]),
    (("From: A       a", "To: B        b", "Cc: C        c", LONG), [(1, 1, INSIDE), (2, 2, INSIDE), (3, 3, INSIDE)]),
    # What a field names of its own stands apart from its name, and runs on below its own beginning.
    (("Follow Up Flag:         Follow up", LONG), []),
    (("Subject: RE:         the talks on the canal", LONG), [(1, 1, INSIDE)]),
    ((FIELD, " " * 19 + "in Zembla and Lindar, and elsewhere"), []),
    ((FIELD, " " * 12 + "in Zembla and Lindar, and elsewhere"), [(2, 2, SENTENCE)]),
    # A table's rows may begin far in.
    (("NAMES:      Zembla       Lindar", " " * 12 + "Able Baker      Charlie Dog", " " * 12 + "Easy      Fox"), []),
    # Format lines of a telegram end where they end, and stand apart.
    (("PAGE 01        ZEMBLA  00412  141131Z", *[""] * 5, "ACTION EUR-12", LONG), []),
    (("P 141131Z MAR 06", "FM AMEMBASSY ZEMBLA", "TO SECSTATE WASHDC 3445", "INFO AMEMBASSY LINDAR", "", LONG), []),
    (("E.O. 12958: DECL: 03/14/2016", "TAGS: PREL, ETRD, VV", LONG), []),
    (("SUBJECT: THE CANAL", "", "1. (S) He spoke      of it", *[""] * 4, LONG), [(3, 3, INSIDE), (4, 7, ROWS)]),
    # So do the lines of a memorandum's head.
    (("DATE: May 14, 2012", "SUBJECT: The lamps of the harbor", LONG), []),
    # A heading in capitals ends where it ends; a sentence and a list of names run on.
    (("The Other Lamp Affair", "Port Astrel Journal Review & Outlook", LONG), []),
    (("The Other lamp Affair", "Lindar", LONG), [(1, 1, SENTENCE)]),
    (("Able, Ann Q; Sample, Bert; Tow", "Coordination", LONG), [(1, 1, SENTENCE)]),
    # An address cut off where it opens.
    (("From: A. Able [mailto:", LONG), [(1, 1, ADDRESS)]),
    (("From: A. Able <", LONG), [(1, 1, ADDRESS)]),
    (("From: A. Able <able@post.example", LONG), [(1, 1, ADDRESS)]),
    (("To: 'able.ann", LONG), [(1, 1, ADDRESS)]),
    (("From: A. Able <able@post.example>", LONG), []),
    # A sentence cut off: at a word that wants another, or where the next word would have fitted.
    (("and then the Minister spoke of a", LONG), [(1, 1, SENTENCE)]),
    (("and then the Minister spoke again", "and went on for an hour.", LONG), [(1, 1, SENTENCE)]),
    (("and then the Minister spoke again.", "He went on.", LONG), []),
    (("He spoke", "and went on for an hour on the talks", LONG), [(2, 2, SENTENCE)]),
    ((LONG[:-6] + "to the", LONG), []),
    # A row that begins far in, as the rest of a sentence.
    ((LONG, " " * 30 + "has taken over the drafting of it.", LONG), [(2, 2, SENTENCE)]),
    # A whole sentence far in, alone: not the first line of a paragraph, nor a row of a quotation, nor a closing line.
    ((LONG, "", " " * 26 + "He was not at all ready for this.", "", LONG), [(3, 3, SENTENCE)]),
    ((LONG, "", " " * 15 + "He was not at all ready for this.", "", LONG), []),
    ((LONG, "", " " * 26 + "He was not ready.", "", LONG), []),
    (
        (
            LONG,
            "",
            " " * 26 + "He was not at all ready for this.",
            "",
            " " * 26 + "He never was so at any time.",
            "",
            LONG,
        ),
        [],
    ),
    ((LONG + ".", "", " " * 30 + "THE TALKS ON THE CANAL OF ZEMBLA", "", LONG), []),
    ((LONG, " " * 30 + "of it", LONG), []),
    ((LONG, " " * 12 + "(as they were told on the day before)", LONG), [(2, 2, SENTENCE)]),
    (
        (
            LONG + ".",
            "",
            " " * 44 + "Office of the Under Secretary for it",
            "ran on from there, and went on for an hour.",
            LONG,
        ),
        [(3, 3, SENTENCE)],
    ),
    ((LONG, " " * 30 + "Sent: on a Monday in the month of July"), []),
    # A message without words, unless it forwards another.
    (("Subject: The canal", "From: C. Charlie", LONG), [(2, 1, MESSAGE)]),
    (("Subject: The canal", "-----Original Message-----", LONG), [(2, 1, MESSAGE)]),
    (("Subject: Fw: The canal", "From: C. Charlie", LONG), []),
    (("Subject: FW The canal", "From: C. Charlie", LONG), []),
    ((LONG, "Subject: The canal"), [(3, 2, MESSAGE)]),
    # More blank rows than part two paragraphs, inside a message.
    ((LONG, *[""] * 4, LONG), [(2, 5, ROWS)]),
    ((LONG, *[""] * 3, LONG), []),
    ((LONG, *[""] * 5, "From: C. Charlie", LONG), []),
    (("Sent: Monday", *[""] * 5, LONG), []),
]


@pytest.mark.parametrize(("rows", "expected"), HOLES)
def test_holes(rows, expected):
    assert found(*rows) == expected


def test_a_stamp_printed_over_a_blank_fills_it():
    page = laid_out(LONG, "", "", "Classified by DAS, A/GIS, DoS on 8/31/2015", "", "", LONG)
    body = [line for line in page.lines if line.row != 4]
    assert holes(page, body) == []


def test_a_hole_stands_between_two_offsets_of_the_text():
    page = laid_out("He met      him", LONG)
    (hole,) = holes(page, list(page.lines))
    assert page.text[hole.start : hole.end] == " " * 6


def test_a_message_cut_off_by_the_foot_of_the_page_is_empty_down_to_it():
    page = laid_out(LONG, "Subject: The canal", rows_in_all=60)
    assert [(hole.row, hole.last) for hole in holes(page, list(page.lines))] == [(3, 60)]


@pytest.mark.parametrize(
    ("row", "many"),
    [("one     " * 20_000 + "end", 20_000), ("( " * 50_000, 1), ("<" * 50_000, 1), ("'a" * 50_000, 1)],
)
def test_long_rows_are_searched_in_one_pass(row, many):
    assert len(found(row, LONG)) == many
