"""Portion marks under strokes on drawn pages, and what stands on pages that is none."""

from functools import cache

import cv2
import numpy as np
import pypdfium2
import pytest

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.portions import struck_portions
from redaudit.model.document import Ink
from tests.support_scan import DPI, SCALE, Word, packed, shown, width

ROWS = (
    "Some Serbs said that Croatia could count on Sarajevo and Split.",
    "Under Secretary Smith called Colonel Cooper at Christmas.",
    "United States units used Skopje; Cyprus and Cuba saw little.",
)
LEFT, TOP, LEADING, SIZE = 80, 120, 14, 11


@cache
def typed(last, font, size):
    """A paragraph whose last line is given, in black on white."""
    words = [Word(row, LEFT, TOP + at * LEADING, font, size, 0) for at, row in enumerate((*ROWS, last))]
    with pypdfium2.PdfDocument(packed([shown(word) for word in words])) as document:
        pixels = document[0].render(scale=SCALE, grayscale=True).to_numpy()
    return (pixels[:, :, 0] if pixels.ndim == 3 else pixels)[:600].copy()


def layer(font, size):
    """The text layer of the rows that nothing strikes."""
    placed = []
    for at, row in enumerate(ROWS):
        x, y = LEFT, TOP + at * LEADING
        for word in row.split(" "):
            across = width(word, font, size)
            placed.append(Placed(word, x, y - size, x + across, y + 0.25 * size, at))
            x += across + width(" ", font, size)
    return placed


def pages(last, struck, stroke=4, beyond=3.0, font="C", size=SIZE, rise=0.0, part=0.3):
    """The page scanned, with a stroke through a part of its last line: a mark's stretch of characters."""
    pixels = typed(last, font, size).copy()
    y = TOP + len(ROWS) * LEADING
    for start, end in struck:
        x0 = LEFT + width(last[:start], font, size) - beyond
        x1 = LEFT + width(last[:end], font, size) + beyond
        middle = y - part * size
        places = [(round(x * SCALE), round(down * SCALE)) for x, down in ((x0, middle + rise), (x1, middle - rise))]
        cv2.line(pixels, *places, 0, stroke, cv2.LINE_AA)
    return Picture(pixels, SCALE, float(DPI))


def marks(picture, font="C", size=SIZE):
    return [
        (one.mark, one.ink in (Ink.STRUCK, Ink.LIKELY_STRUCK)) for one in struck_portions(picture, layer(font, size))
    ]


@pytest.mark.parametrize("font", ["C", "T", "H"])
@pytest.mark.parametrize("stroke", [2, 4, 5])
@pytest.mark.parametrize("letter", ["S", "C"])
def test_a_mark_at_the_end_of_a_paragraph(letter, stroke, font):
    last = f"He agreed.  ({letter})"
    assert marks(pages(last, [(12, 15)], stroke, font=font, size=12), font, 12) == [(f"({letter})", True)]


@pytest.mark.parametrize("letter", ["S", "C"])
@pytest.mark.parametrize("rise", [-1.0, 0.0, 1.0])
@pytest.mark.parametrize("part", [0.2, 0.3, 0.4])
def test_strokes_that_rise_and_fall(part, rise, letter):
    last = f"He agreed.  ({letter})"
    assert marks(pages(last, [(12, 15)], rise=rise, part=part)) == [(f"({letter})", True)]


def test_a_mark_at_the_start_of_a_paragraph():
    assert marks(pages("4.  (S)  He agreed that it was so.", [(4, 7)])) == [("(S)", True)]


def test_a_full_stop_after_the_mark():
    assert marks(pages("He agreed  (C).", [(11, 14)], beyond=2.0)) == [("(C)", True)]


def test_several_letters_are_left_to_be_read():
    found = struck_portions(pages("He agreed.  (S/NF)", [(12, 18)]), layer("C", SIZE))
    assert [one.mark for one in found] == [""]
    assert found[0].readable.min() == 0
    assert found[0].readable.shape[1] > 5 * 12


def test_the_place_of_a_mark():
    found = struck_portions(pages("He agreed.  (S)", [(12, 15)]), layer("C", SIZE))
    left = LEFT + width("He agreed.  ", "C", SIZE)
    assert found[0].box.x0 == pytest.approx(left - 3, abs=2)
    assert found[0].box.x1 == pytest.approx(left + width("(S)", "C", SIZE) + 3, abs=2)


@pytest.mark.parametrize(
    ("last", "struck"),
    [
        ("He agreed.  (S)", []),
        ("He agreed that it was so.", [(10, 14)]),
        ("He agreed with them", [(15, 19)]),
        ("the end", [(0, 3)]),
    ],
)
def test_what_is_no_struck_mark(last, struck):
    assert marks(pages(last, struck)) == []


def test_a_page_without_running_text_has_none():
    assert struck_portions(Picture(np.full((400, 400), 255, np.uint8), SCALE, float(DPI)), ()) == ()
