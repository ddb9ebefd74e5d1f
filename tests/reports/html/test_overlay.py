"""What is drawn over a page: at its place, within the page, with flags that hide neither print nor each other."""

from itertools import combinations

import pytest

from redaudit.model.document import Page, Word
from redaudit.model.geometry import Box
from redaudit.reports.html.figures import Figure, Kind
from redaudit.reports.html.overlay import drawings, letters, unit_of

LETTER = (612.0, 792.0)
BARE = Page(1, "")


def figure(box, kind=Kind.CODE, anchor="m0"):
    return Figure(kind, anchor, 1, "label", "name", box=box)


def place(drawing):
    x, top, width, height = (float(part) for part in (drawing.x, drawing.y, drawing.width, drawing.height))
    return Box(x, top, x + width, top + height)


def drawn(*figures, page=BARE, size=LETTER):
    return [place(drawing) for drawing in drawings(page, size, figures)]


@pytest.mark.parametrize(("size", "unit", "label"), [(LETTER, 1.0, "7"), ((1700.0, 2200.0), 2200 / 792, "19.4")])
def test_labels_grow_with_the_page(size, unit, label):
    assert (unit_of(size), letters(size)) == (unit, label)


def test_a_thing_is_drawn_with_some_room_about_it():
    assert drawn(figure(Box(100, 100, 150, 110))) == [Box(98.5, 98.5, 151.5, 111.5)]


@pytest.mark.parametrize(
    ("box", "place"),
    [
        (Box(600, 700, 700, 900), Box(598.5, 698.5, 612, 792)),
        (Box(-50, 900, -10, 950), Box(0, 788, 4, 792)),
        (Box(300, 300, 300, 300), Box(298, 298, 302, 302)),
    ],
)
def test_what_lies_off_the_page_is_drawn_at_its_edge(box, place):
    assert drawn(figure(box, Kind.HIDDEN)) == [place]


def test_what_has_no_box_is_not_drawn_but_a_finding_stands_at_the_head():
    assert drawn(figure(None)) == []
    first, second = drawn(figure(None, Kind.FINDING), figure(None, Kind.FINDING))
    assert (first, second) == (Box(4, 3, 13, 15), Box(66, 3, 75, 15))


def test_flags_are_drawn_last():
    flag, code = figure(Box(100, 100, 150, 110), Kind.FINDING, "f0"), figure(Box(10, 10, 20, 20))
    assert [drawing.figure.anchor for drawing in drawings(BARE, LETTER, (flag, code))] == ["m0", "f0"]


def test_a_flag_stands_left_of_its_mark_or_above_it_where_print_is():
    box = Box(100, 100, 150, 110)
    assert drawn(figure(box, Kind.FINDING)) == [Box(89.2, 97, 98.2, 109)]
    printed = Page(1, "words", words=(Word(0, 5, Box(40, 100, 99, 110)),))
    assert drawn(figure(box, Kind.FINDING), page=printed) == [Box(100, 86.8, 109, 98.8)]


def test_flags_at_one_mark_stand_side_by_side():
    flags = drawn(*(figure(Box(300, 300, 350, 310), Kind.FINDING, f"f{index}") for index in range(9)))
    assert all(one.overlap(other) == 0 for one, other in combinations(flags, 2))


def test_the_sign_of_a_drawn_box_is_no_print():
    box = Box(100, 100, 400, 160)
    page = Page(1, "■ words", words=(Word(0, 1, box), Word(2, 7, Box(0, 60, 612, 99))))
    (redaction,) = drawings(page, LETTER, [figure(box, Kind.REDACTION)])
    assert 100 <= float(redaction.label.y) <= 160
