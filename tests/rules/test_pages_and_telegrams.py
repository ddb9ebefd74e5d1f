"""Paragraphs that lack: (record, what the rule says)."""

import pytest

from redaudit.model.document import Content
from redaudit.model.mark import DeletedPages, RedactionKind
from redaudit.rules._paragraphs import runs
from tests.support_rules import mark, paragraphs, problems, record, redaction

SHEET = mark(DeletedPages(3))
ONE, TWO = (Content.TEXT,), (Content.TEXT, Content.TEXT)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), [[1, 2, 3]]),
        ((1, 2, 4, 5), [[1, 2, 4, 5]]),
        # Copies of leaked telegrams turn the sign before a number into a 1.
        ((11, 12, 13, 14), [[1, 2, 3, 4]]),
        ((1, 2, 3, 4, 15), [[1, 2, 3, 4, 5]]),
        # A list inside a paragraph.
        ((1, 2, 1, 2, 3, 3, 4), [[1, 2, 3, 4]]),
        ((1, 2, 3, 1, 2, 3), [[1, 2, 3]]),
        ((1, 2, 14), [[1, 2]]),
        ((7, 8), []),
    ],
)
def test_runs_count_up(numbers, expected):
    found = runs(record(*paragraphs(*numbers)))
    assert [[paragraph.number for paragraph in run] for run in found] == expected


def test_runs_start_again_in_a_file_with_copies():
    found = runs(record(*paragraphs(1, 2, 3, 1, 2, 3), copies=2))
    assert [[paragraph.number for paragraph in run] for run in found] == [[1, 2, 3], [1, 2, 3]]


def test_a_list_without_marks_is_no_run_of_marked_paragraphs():
    marks = (*paragraphs(1, 2), *paragraphs(1, 2, 3, 4, portion=""), *paragraphs(3, 4))
    assert [[(p.number, p.portion) for p in run] for run in runs(record(*marks))] == [
        [(1, "(C)"), (2, "(C)"), (3, "(C)"), (4, "(C)")]
    ]


CABLE = {"message_reference": "ZEMBLA 412"}
WITHHELD = (redaction(RedactionKind.BOX, start=5),)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(*paragraphs(1, 2, 4, 5), redactions=WITHHELD, **CABLE),
            [("medium", "paragraph 4 follows 2; 3 not found")],
        ),
        (
            record(*paragraphs(1, 2, 5, 6), **CABLE),
            [("low", "paragraph 5 follows 2; 3, 4 not found")],
        ),
        (record(*paragraphs(1, 2, 4, 5), redactions=(redaction(RedactionKind.BOX, start=150),), **CABLE), []),
        (record(*paragraphs(1, 2, 4, 5)), []),
        (record(*paragraphs(1, 2, 4, 5), SHEET, **CABLE), []),
        # The items of a form stand line under line.
        (record(*paragraphs(1, 2, 4, 5, rows=1), **CABLE), []),
        (
            record(*paragraphs(1, 2, 4, 5), redactions=WITHHELD, pages=(Content.SCAN,), **CABLE),
            [("low", "paragraph 4 follows 2; 3 not found")],
        ),
    ],
)
def test_paragraph_gap(made, expected):
    assert problems("paragraph-gap", made) == expected
