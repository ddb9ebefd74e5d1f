"""The share of a document that is withheld: (text or boxes, 0 to 1)."""

import pytest

from redaudit.assemble.extent import printed_area, redacted_share
from redaudit.model.document import Document, Page, RedactionBox, Source, Word
from redaudit.model.geometry import Box
from redaudit.model.mark import RedactionKind
from redaudit.model.record import Redaction
from tests.support_text import record

SOURCE = Source("x.pdf", "0" * 64, "pdf", "application/pdf", 0)

SHARES = [
    ("The talks.\nThey went on.", None),
    # Lines stated over all lines, those withheld among them.
    ("The talks.\n[1 line not declassified]\nThey went on.", 0.25),
    ("The talks.\n[1 paragraph (6 lines) not declassified]", 0.75),
    ("The talks.\n[less than 1 line not declassified]\nThey went on.\nOn the canal.", round(0.5 / 4.5, 4)),
    # What states no lines, and blanks, whose length is only guessed, tell no share.
    ("The talks.\n[REDACTED]\n[name not declassified]", None),
    ("The talks.\n\n\n\nB6\n", None),
]


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_lines_withheld_over_all_lines(text, share):
    assert record(text).redacted_share == share


def box(*sides):
    return Redaction(RedactionKind.BOX, 1, 1, 0, 1, box=Box(*sides))


def page(*words, boxes=()):
    return Page(
        number=1,
        text="x",
        words=tuple(Word(0, 1, Box(*sides)) for sides in words),
        boxes=tuple(RedactionBox(0, 1, Box(*sides)) for sides in boxes),
        size=(612.0, 792.0),
    )


def test_area_of_the_boxes_over_the_printed_area_of_all_pages():
    black = (50, 50, 100, 70)
    leaves = (page((0, 0, 10, 10), (90, 90, 100, 100), boxes=[black]), page((0, 0, 100, 100)))
    assert redacted_share(Document(SOURCE, leaves), (box(*black),)) == round(1000 / 20_000, 4)
    # Boxes over each other are no more than the page.
    assert redacted_share(Document(SOURCE, leaves[1:]), (box(0, 0, 100, 100),) * 2) == 1.0


def test_the_printed_area_is_the_box_around_words_and_boxes():
    assert printed_area(page()) == 0.0
    assert printed_area(page((10, 10, 20, 20), boxes=[(30, 30, 60, 40)])) == 50 * 30


def test_boxes_on_a_page_without_print_have_no_share():
    assert redacted_share(Document(SOURCE, (page(),)), (box(0, 0, 10, 10),)) is None
