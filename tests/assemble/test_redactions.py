"""Withheld passages in words, masks and boxes: (text, kind, words, codes, statutes of each)."""

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.assemble.redactions import redactions
from redaudit.model.document import Concealed, Document, Page, RedactionBox, Source, Word
from redaudit.model.geometry import Box
from redaudit.model.line import Line
from tests.support_text import document, record

FAR = " " * 88
TELEGRAM = "SECSTATE WASHDC\nSIPDIS\n"


def passages(text):
    return [(seen.kind.value, seen.text, seen.exemptions) for seen in record(text).redactions]


PRINTED = [
    ("He was [REDACTED] there.", [("placeholder", "[REDACTED]", ())]),
    # A code on the row is the passage's own; else the next group below, for OCR lets codes fall to the foot.
    (
        "He was [REDACTED] there. (b)(6)\n\nAnd [Redacted] again.\n\nB1\n",
        [("placeholder", "[REDACTED]", ("B6",)), ("placeholder", "[Redacted]", ("B1",))],
    ),
    (
        "[REDACTED]\n\n1.4(D)\nB1\n\nThe talks.\n[REDACTED]\n\nB6",
        [("placeholder", "[REDACTED]", ("1.4(D)", "B1")), ("placeholder", "[REDACTED]", ("B6",))],
    ),
    ("[Redacted - B6] and more", [("placeholder", "[Redacted - B6]", ())]),
    # Editors cite no code: what stands below their words is a passage of its own.
    (
        "Text [1 line not declassified] text.\n\nB1\n",
        [("placeholder", "[1 line not declassified]", ()), ("gap", "", ("B1",))],
    ),
    ("paid to ██████ in March (b)(6)", [("mask", "██████", ("B6",))]),
    (
        "two lines of [less than 1 line of source text\nnot declassified] of it",
        [("placeholder", "[less than 1 line of source text not declassified]", ())],
    ),
    # On a laid-out page a code far below stands beside something else.
    (
        "He was [REDACTED] there." + FAR + "\n" + "The talks went on.\n" * 12 + FAR + "B6\n",
        [("placeholder", "[REDACTED]", ()), ("gap", "", ("B6",))],
    ),
    # What publishers of leaked telegrams cut out is no withholding, and takes no code.
    (
        TELEGRAM + "1. (C) XXXXXXXXXXXX said (b)(6) that",
        [("mask", "XXXXXXXXXXXX", ()), ("gap", "", ("B6",))],
    ),
    (TELEGRAM + "1. (C) [NAME REMOVED] said that", [("placeholder", "[NAME REMOVED]", ())]),
]


@pytest.mark.parametrize(("text", "found"), PRINTED)
def test_passages_in_words_and_masks(text, found):
    assert passages(text) == found


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "lines"),
    [
        ("[1 line not declassified]", 1, "line", 1),
        ("[1½ lines not declassified]", 1.5, "line", 1.5),
        ("[less than 1 line not declassified]", 0.5, "line", 0.5),
        ("[1 paragraph (5 lines) not declassified]", 1, "paragraph", 5),
        ("[2 pages not declassified]", 2, "page", None),
        ("[name not declassified]", 1, "name", None),
        ("[REDACTED]", None, "", None),
    ],
)
def test_how_much_is_said_to_be_withheld(text, quantity, unit, lines):
    (seen,) = record(f"He met {text} there.").redactions
    assert (seen.quantity, seen.unit, seen.lines_estimated) == (quantity, unit, lines)
    assert (seen.page, seen.line, seen.start, seen.end) == (1, 1, 7, 7 + len(text))


def test_masks_of_publishers_are_not_official_and_claim_no_code():
    (seen,) = record(TELEGRAM + "1. (C) XXXXXXXXXXXX said that").redactions
    assert (seen.official, seen.exemptions, seen.codes) == (False, (), ())
    assert record(TELEGRAM + "XXXXXXXXXXXX").exemptions is None


def test_statutes_stand_with_the_codes_on_their_rows():
    text = (
        "The talks went on and the Minister spoke of a".ljust(88) + "B3 CIA PERS/ORG\nThe other side was not ready.\n"
    )
    (seen,) = record(text).redactions
    assert (seen.exemptions, seen.statutes) == (("B3",), ("CIA PERS/ORG",))


def test_pages_are_taken_in_order_and_pages_without_marks_passed_over():
    made = record("[REDACTED] one\fnothing here\f[REDACTED] three")
    assert [(seen.page, seen.text) for seen in made.redactions] == [(1, "[REDACTED]"), (3, "[REDACTED]")]


BOX = Box(100, 100, 200, 112)


def drawn(*boxes, text="He met ■ there.", words=()):
    leaf = Page(
        number=1, text=text, lines=(Line(0, len(text), 1, 0, len(text)),), boxes=boxes, words=words, size=(612.0, 792.0)
    )
    return Document(Source("x.pdf", "0" * 64, "pdf", "application/pdf", 0), (leaf,))


def test_boxes_drawn_over_a_page_are_passages():
    hidden = Concealed("under-redaction", BOX, "A. Able")
    made = drawn(RedactionBox(7, 8, BOX, concealed=hidden))
    (seen,) = redactions(made, pipeline.detect(made))
    assert (seen.kind.value, seen.text, seen.line, seen.box, seen.concealed) == ("box", "■", 1, BOX, hidden)
    assert seen.page_share == round(1200 / (612 * 792), 4)


def test_a_box_with_a_mask_typed_in_its_place_is_one_passage():
    made = drawn(RedactionBox(7, 12, BOX), text="He met █████ there.")
    marks = pipeline.detect(made)
    assert [seen.kind.value for seen in redactions(made, marks)] == ["box"]
    # A mask seen before the boxes were is kept, and its box not counted twice.
    plain = evolve(made, pages=(evolve(made.pages[0], boxes=()),))
    assert [seen.kind.value for seen in redactions(made, pipeline.detect(plain))] == ["mask"]


def test_a_box_on_a_page_without_a_size_has_no_share_of_it():
    made = drawn(RedactionBox(7, 8, BOX))
    made = evolve(made, pages=(evolve(made.pages[0], size=None),))
    assert redactions(made, ())[0].page_share is None


def test_a_box_on_whose_row_a_code_stands_has_that_code():
    text = "He met ■ there.\nB6"
    leaf = Page(
        number=1,
        text=text,
        lines=(Line(0, 15, 1, 0, 15), Line(16, 18, 1, 90, 92)),
        boxes=(RedactionBox(7, 8, BOX),),
        words=(Word(0, 2, Box(50, 100, 60, 112)), Word(16, 18, Box(500, 100, 512, 112))),
        size=(612.0, 792.0),
        rows=1,
    )
    made = Document(Source("x.pdf", "0" * 64, "pdf", "application/pdf", 0), (leaf,))
    assert [(seen.kind.value, seen.exemptions) for seen in redactions(made, pipeline.detect(made))] == [
        ("box", ("B6",))
    ]


def test_ten_thousand_passages_and_codes_are_matched_in_one_pass():
    many = 10_000
    found = passages("[REDACTED]\n" * many + "\n" + "B6\n\n\n" * many)
    assert found[:many] == [("placeholder", "[REDACTED]", ("B6",))] * many
    assert len(found) == many
    assert len(document("[REDACTED]\n").pages) == 1
