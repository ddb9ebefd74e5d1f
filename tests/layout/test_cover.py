"""What covers a word, what it stands on, and which painted areas redact."""

import pytest

from redaudit.layout.cover import Areas, Words, ground_of, in_rows, is_clean_box, is_covered, joined, why_hidden
from redaudit.layout.layers import Placed
from redaudit.layout.paint import Colour, Medium, Printed, Shape

LETTER = (612.0, 792.0)
BLACK, WHITE, RED, GLASS = (
    Colour(*parts) for parts in ((0, 0, 0, 255), (255, 255, 255, 255), (255, 0, 0, 255), (0, 0, 0, 0))
)


def printed(colour=BLACK, order=5, x0=72.0, top=100.0, height=10.0, wide=36.0):
    return Printed(Placed("SECRET", x0, top, x0 + wide, top + height, 0), colour, order)


def shape(colour=BLACK, order=9, x0=70.0, top=98.0, x1=110.0, bottom=112.0, medium=Medium.FILL):
    return Shape(x0, top, x1, bottom, colour, order, medium)


def picture(order=1):
    return shape(RED, order, medium=Medium.PICTURE)


@pytest.mark.parametrize(
    ("item", "shapes", "why"),
    [
        (printed(), [], None),
        (printed(RED), [], None),
        (printed(WHITE), [], "ground-colour"),
        (printed(WHITE), [shape(BLACK, 1)], None),
        (printed(BLACK), [shape(BLACK, 1)], "ground-colour"),
        (printed(WHITE), [shape(BLACK, 9)], "ground-colour"),
        (printed(WHITE), [shape(BLACK, 1), shape(WHITE, 2)], "ground-colour"),
        (printed(WHITE), [shape(WHITE, 2), shape(BLACK, 1)], "ground-colour"),
        (printed(WHITE), [picture()], None),
        (printed(GLASS), [], "transparent"),
        (printed(None), [], "invisible-layer"),
        (printed(None), [picture()], None),
        (printed(height=1.0, wide=4.0), [], "tiny"),
        (printed(height=1.0), [], None),  # a font that does not tell its height
        (printed(height=0.0, wide=0.0), [], None),  # what stands in place of other words
        (printed(x0=-40.0), [], "off-page"),
        (printed(x0=613.0), [], "off-page"),
        (printed(top=-11.0), [], "off-page"),
        (printed(top=793.0), [], "off-page"),
        (printed(x0=-20.0), [], None),
    ],
)
def test_why_a_word_cannot_be_seen(item, shapes, why):
    assert why_hidden(item, LETTER, ground_of(item, Areas(shapes))) == why


@pytest.mark.parametrize(
    ("shapes", "covered"),
    [
        ([shape()], True),
        ([shape(order=1)], False),
        ([shape(GLASS)], False),
        ([shape(x0=200, x1=240)], False),
        ([shape(x0=72, x1=77)], True),  # most of one letter
        ([shape(top=104.5, bottom=105.5)], False),  # a strike
        ([shape(top=109, bottom=112)], False),  # an underline
        ([shape(top=100 + 2 * n, bottom=101 + 2 * n) for n in range(5)], True),  # hatching
    ],
)
def test_what_is_painted_over_a_word_may_hide_it(shapes, covered):
    assert is_covered(printed(), Areas(shapes)) is covered


@pytest.mark.parametrize(
    ("box", "clean"),
    [
        (shape(), True),
        (shape(Colour(60, 60, 60, 255)), True),
        (shape(Colour(0, 0, 160, 255)), False),
        (shape(WHITE), False),
        (shape(Colour(0, 0, 0, 120)), False),
        (shape(bottom=103.0), False),  # a thick rule
        (shape(x1=76.5, bottom=105.0), False),  # a bullet
        (shape(x1=76.5), True),  # an initial
        (shape(x0=0.0), False),  # the edge of a copy
        (shape(x0=10.0, top=10.0, x1=600.0, bottom=780.0), False),
        (shape(medium=Medium.SHAPE), False),
        (shape(medium=Medium.LINE), True),
    ],
)
def test_a_box_with_nothing_beneath_redacts_by_its_looks(box, clean):
    assert is_clean_box(box, LETTER) is clean


def test_slices_of_one_colour_side_by_side_are_one_box():
    slices = [shape(top=98 + 2 * n, bottom=100 + 2 * n, order=9 + n) for n in range(6)]
    assert joined(slices) == [shape(bottom=110, order=14)]
    uprights = [shape(x0=70 + 3 * n, x1=73 + 3 * n) for n in range(4)]
    assert joined(uprights) == [shape(x1=82)]
    assert joined([shape(), shape(RED, top=112, bottom=114)]) == [shape(), shape(RED, top=112, bottom=114)]
    lines = [shape(top=98 + 12 * n, bottom=110 + 12 * n) for n in range(3)]
    assert joined(lines) == lines


def test_boxes_that_touch_on_one_row_are_one():
    one, two, far, below = printed(x0=70.0), printed(x0=110.0), printed(x0=200.0), printed(top=112.0)
    boxes = [
        (shape(x0=110.0, x1=150.0), [two]),
        (shape(), [one]),
        (shape(x0=200.0, x1=240.0), [far]),
        (shape(top=112.0, bottom=126.0), [below]),
    ]
    assert in_rows(boxes) == [
        (shape(x1=150.0), [one, two]),
        (shape(x0=200.0, x1=240.0), [far]),
        (shape(top=112.0, bottom=126.0), [below]),
    ]


def test_places_far_beyond_any_page_are_kept():
    far = printed(top=3e30)
    assert Words([far]).within(shape(top=0.0, bottom=4e30)) == [far]
    assert list(Areas([shape(top=-3e30, bottom=3e30)]).touching(far.word._replace(top=100.0, bottom=110.0)))
