"""What paint hides, strikes and redacts."""

import pytest

from redaudit.layout.layers import Placed
from redaudit.layout.paint import Colour, Printed, Shape, Stroke, covering, inks, why_hidden
from redaudit.model.document import Ink, InkSpan, Word
from redaudit.model.geometry import Box

LETTER = (612.0, 792.0)
BLACK, WHITE, RED, GLASS = (
    Colour(*parts) for parts in ((0, 0, 0, 255), (255, 255, 255, 255), (255, 0, 0, 255), (0, 0, 0, 0))
)


def printed(colour=BLACK, order=5, x0=72.0, top=100.0, height=10.0):
    return Printed(Placed("SECRET", x0, top, x0 + 36, top + height, 0), colour, order)


def shape(colour=BLACK, order=9, x0=70.0, top=98.0, x1=110.0, bottom=112.0):
    return Shape(x0, top, x1, bottom, colour, order)


@pytest.mark.parametrize(
    ("item", "shapes", "pictures", "why"),
    [
        (printed(), [], [], None),
        (printed(RED), [], [], None),
        (printed(WHITE), [], [], "ground-colour"),
        (printed(WHITE), [shape(BLACK, 1)], [], None),
        (printed(BLACK), [shape(BLACK, 1)], [], "ground-colour"),
        (printed(WHITE), [shape(BLACK, 9)], [], "ground-colour"),
        (printed(WHITE), [], [shape(RED, 1)], None),
        (printed(GLASS), [], [], "transparent"),
        (printed(None), [], [], "invisible-layer"),
        (printed(None), [], [shape(RED, 1)], None),
        (printed(height=1.0), [], [], "tiny"),
        (printed(x0=-40.0), [], [], "off-page"),
        (printed(x0=613.0), [], [], "off-page"),
        (printed(top=-11.0), [], [], "off-page"),
        (printed(top=793.0), [], [], "off-page"),
        (printed(x0=-20.0), [], [], None),
    ],
)
def test_why_a_word_cannot_be_seen(item, shapes, pictures, why):
    assert why_hidden(item, LETTER, shapes, pictures) == why


@pytest.mark.parametrize(
    ("shapes", "items", "expected"),
    [
        ([shape()], [printed()], [[0]]),
        ([shape(WHITE)], [printed()], [[0]]),
        ([shape(WHITE)], [], []),
        ([shape()], [], [[]]),
        ([shape(order=1)], [printed(WHITE)], []),
        ([shape(order=1)], [printed(BLACK)], [[0]]),
        ([shape(Colour(0, 0, 0, 120))], [printed()], []),
        ([shape(x1=75.0)], [], []),
        ([shape(bottom=101.0)], [], []),
        ([shape(x0=0.0, top=0.0, x1=612.0, bottom=792.0)], [printed()], []),
        ([shape()], [printed(x0=300.0)], [[]]),
    ],
)
def test_what_redacts(shapes, items, expected):
    assert [beneath for _, beneath in covering(shapes, items, LETTER)] == expected


WORDS = (Word(0, 3, Box(72, 100, 90, 110)), Word(4, 10, Box(96, 100, 132, 110)), Word(11, 16, Box(72, 112, 102, 122)))
TEXT = "TOP SECRET\nUMBRA"


@pytest.mark.parametrize(
    ("stroke", "expected"),
    [
        (Stroke(70, 104.5, 134, 105.5), [InkSpan(0, 10, Ink.STRUCK)]),
        (Stroke(96, 105, 130, 105), [InkSpan(4, 10, Ink.STRUCK)]),
        (Stroke(96, 102.6, 132, 102.6), [InkSpan(4, 10, Ink.STRUCK)]),
        (Stroke(96, 102.4, 132, 102.4), []),
        (Stroke(96, 107.6, 132, 107.6), [InkSpan(4, 10, Ink.UNDERLINED)]),
        (Stroke(72, 111, 132, 111), [InkSpan(0, 10, Ink.UNDERLINED)]),
        (Stroke(96, 105, 116, 105), []),
        (Stroke(10, 105, 500, 105), []),
        (Stroke(72, 117, 104, 117), [InkSpan(11, 16, Ink.STRUCK)]),
    ],
)
def test_lines_through_and_under_words(stroke, expected):
    assert list(inks(WORDS, TEXT, [stroke], [])) == expected


def test_a_strike_outweighs_an_underline_and_annotations_count():
    strokes = [Stroke(96, 109, 132, 109), Stroke(96, 105, 132, 105)]
    marked = [(Ink.UNDERLINED, Box(72, 112, 102, 122))]
    assert inks(WORDS, TEXT, strokes, marked) == (InkSpan(4, 10, Ink.STRUCK), InkSpan(11, 16, Ink.UNDERLINED))
    assert inks((), "", strokes, marked) == ()
    assert inks(WORDS, TEXT, [], []) == ()
