"""What a page knows of its own text: (place, what stands there)."""

import pytest

from redaudit.model.document import Concealed, Ink, InkSpan, Page, RedactionBox, Word
from redaudit.model.geometry import Box
from redaudit.model.line import Line

# SECRET and (S) struck, NODIS likely struck; rows 1, 2 and 4, the third blank.
TEXT = "SECRET NODIS\n1. (S) Talks.\n\nB6"
PAGE = Page(
    number=1,
    text=TEXT,
    lines=(Line(0, 12, 1, 0, 12), Line(13, 26, 2, 0, 13), Line(28, 30, 4, 60, 62)),
    inks=(InkSpan(0, 6, Ink.STRUCK), InkSpan(7, 12, Ink.LIKELY_STRUCK), InkSpan(16, 19, Ink.STRUCK)),
    words=(
        Word(0, 6, Box(10, 10, 60, 20)),
        Word(7, 12, Box(65, 10, 100, 20)),
        Word(13, 15, Box(10, 30, 20, 40)),
        Word(16, 19, Box(25, 30, 45, 42)),
    ),
    rows=4,
)
EMPTY = Page(number=1, text="")


@pytest.mark.parametrize(
    ("offset", "index", "row"),
    [(0, 0, 1), (11, 0, 1), (12, 0, 1), (13, 1, 2), (25, 1, 2), (27, 1, 2), (28, 2, 4), (99, 2, 4)],
)
def test_the_line_and_the_row_of_a_place(offset, index, row):
    assert PAGE.line_index(offset) == index
    assert PAGE.line_at(offset) == PAGE.lines[index]
    assert PAGE.row_at(offset) == row


def test_places_above_all_lines():
    indented = Page(number=1, text="  x", lines=(Line(2, 3, 1, 2, 3),))
    assert (indented.line_index(0), indented.line_at(0), indented.row_at(0)) == (-1, None, 1)
    assert (EMPTY.line_index(0), EMPTY.line_at(0), EMPTY.row_at(0)) == (-1, None, 1)


@pytest.mark.parametrize(
    ("start", "end", "ink"),
    [
        (0, 6, Ink.STRUCK),
        (2, 4, Ink.STRUCK),
        (0, 12, Ink.STRUCK),
        (7, 12, Ink.LIKELY_STRUCK),
        (5, 12, Ink.LIKELY_STRUCK),
        (6, 7, Ink.PLAIN),
        (13, 26, Ink.PLAIN),
        (16, 22, Ink.STRUCK),
        (16, 23, Ink.PLAIN),
        (28, 30, Ink.PLAIN),
    ],
)
def test_the_ink_of_a_stretch_covers_half_of_it(start, end, ink):
    assert PAGE.ink_between(start, end) is ink
    assert EMPTY.ink_between(start, end) is Ink.PLAIN


def test_a_strike_in_pieces_is_a_strike():
    # (~~TS~~//~~SI~~//~~NF~~)
    pieces = (InkSpan(1, 3, Ink.STRUCK), InkSpan(5, 7, Ink.STRUCK), InkSpan(9, 11, Ink.STRUCK))
    assert Page(number=1, text="(TS//SI//NF)", inks=pieces).ink_between(0, 12) is Ink.STRUCK
    assert Page(number=1, text="(TS//SI//NF)", inks=pieces[:2]).ink_between(0, 12) is Ink.PLAIN


@pytest.mark.parametrize(
    ("start", "end", "box"),
    [
        (0, 6, Box(10, 10, 60, 20)),
        (3, 4, Box(10, 10, 60, 20)),
        (0, 12, Box(10, 10, 100, 20)),
        (0, 19, Box(10, 10, 100, 42)),
        (14, 17, Box(10, 30, 45, 42)),
        (6, 7, None),
        (20, 26, None),
    ],
)
def test_the_box_around_a_stretch(start, end, box):
    assert PAGE.box_between(start, end) == box
    assert EMPTY.box_between(start, end) is None


def test_the_folded_text():
    assert PAGE.folded == TEXT.upper()


def test_what_is_concealed_is_counted_and_never_shown():
    hidden = Concealed("under-redaction", Box(0, 0, 10, 10), "A. Able\n and B.\t")
    assert hidden.count == 11
    assert "Able" not in repr(hidden)
    assert "Able" not in repr(
        Page(number=1, text="■", concealed=(hidden,), boxes=(RedactionBox(0, 1, hidden.box, concealed=hidden),))
    )


@pytest.mark.parametrize("sides", [(10, 0, 5, 10), (0, 10, 10, 5)])
def test_a_box_has_its_sides_in_order(sides):
    with pytest.raises(ValueError, match=r"is (left of|above)"):
        Box(*sides)


def test_boxes_measure_join_and_overlap():
    one, two, far = Box(0, 0, 10, 20), Box(5, 10, 25, 30), Box(40, 0, 50, 10)
    assert (one.width, one.height, one.area) == (10, 20, 200)
    assert one.union(two) == Box(0, 0, 25, 30)
    assert (one.overlap(two), one.overlap(far), one.overlap(one)) == (50, 0.0, 200)


def test_fifty_thousand_strikes_are_found_one_by_one():
    many = 50_000
    page = Page(number=1, text="x " * many, inks=tuple(InkSpan(2 * at, 2 * at + 1, Ink.STRUCK) for at in range(many)))
    assert all(page.ink_between(2 * at, 2 * at + 1) is Ink.STRUCK for at in range(many))


@pytest.mark.parametrize(
    ("start", "end", "doubtful"), [(0, 4, False), (4, 6, True), (7, 9, True), (9, 12, False), (0, 12, True)]
)
def test_a_stretch_is_doubtful_where_any_of_it_was_read_in_doubt(start, end, doubtful):
    assert Page(number=1, text="MEMO 3.5(c) ", doubtful=((5, 9),)).is_doubtful(start, end) is doubtful
