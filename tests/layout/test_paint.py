"""Which words a painted line strikes, and which it underlines."""

import pytest

from redaudit.layout.paint import Stroke, inks
from redaudit.model.document import Ink, InkSpan, Word
from redaudit.model.geometry import Box

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


def test_what_stands_for_a_box_is_not_struck_with_the_marking_beside_it():
    text = "SECRET ■"
    words = (Word(0, 6, Box(60, 20, 100, 30)), Word(7, 8, Box(104, 22, 112, 30)))
    assert inks(words, text, [], [(Ink.STRUCK, Box(56, 18, 116, 32))]) == (InkSpan(0, 6, Ink.STRUCK),)


def test_a_marking_read_at_its_place_is_struck_and_not_what_is_printed_over_it():
    place = Box(60, 20, 160, 50)
    words = (Word(0, 8, Box(80, 22, 130, 32)), Word(9, 15, place))
    assert inks(words, "Approved SECRET", [], [(Ink.STRUCK, place)]) == (InkSpan(9, 15, Ink.STRUCK),)
