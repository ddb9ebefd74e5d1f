"""Whited-out passages on pages drawn here, and the white space that pages have anyway."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaudit.layout.layers import Placed
from redaudit.layout.raster.blanks import blanks
from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.picture import Picture

DPI = 200
LINE = "THE BARGES WERE COUNTED AT THE LOCK AND"
STEP = 0.17


def px(inches):
    return round(inches * DPI)


class Telegram:
    """A page of 40 short lines in a column at the left, without some of them."""

    def __init__(self, without=(), rows=40, left=1.0):
        self.image = Image.new("L", (px(8.5), px(11)), 255)
        self.pen = ImageDraw.Draw(self.image)
        font = ImageFont.load_default(px(0.14))
        for row in range(rows):
            if row not in without:
                self.pen.text((px(left), px(self.level(row))), LINE[row % 3 :], font=font, fill=0)

    @staticmethod
    def level(row):
        """The top of a row, in inches."""
        return 1.2 + row * STEP

    def corner(self, x, top, across=0.22, down=0.2):
        """A bracket's corner drawn by pen; negative lengths go to the left and up."""
        self.pen.line([(px(x + across), px(top)), (px(x), px(top)), (px(x), px(top + down))], fill=0, width=4)
        return self

    def hand(self, x, top):
        """A few letters by hand, larger than print."""
        for step, shape in enumerate(
            (((0, 0.0), (0.04, 0.3), (0.12, 0.2)), ((0.05, 0), (0.08, 0.26)), ((0, 0.05), (0.1, 0), (0.05, 0.28)))
        ):
            self.pen.line([(px(x + step * 0.2 + dx), px(top + dy)) for dx, dy in shape], fill=0, width=4)
        return self

    def shorn(self, row):
        """The tops of a line's letters, the rest whited out."""
        font = ImageFont.load_default(px(0.14))
        self.pen.text((px(1), px(self.level(row))), LINE, font=font, fill=0)
        self.pen.rectangle((px(0.9), px(self.level(row) + 0.055), px(6), px(self.level(row) + 0.17)), fill=255)
        return self

    def outline(self, x0, top, x1, bottom):
        """A box's thin gray outline."""
        self.pen.rectangle((px(x0), px(top), px(x1), px(bottom)), outline=150, width=1)
        return self


def found(page, words=()):
    pixels = cv2.GaussianBlur(np.asarray(page.image), (0, 0), 0.7)
    seen = blanks(Picture(pixels, DPI / 72, float(DPI)), words)
    assert all(burned.make is Make.BLANK for burned in seen)
    return [(round(burned.box.top / 72, 1), round(burned.box.bottom / 72, 1)) for burned in seen]


GAP = range(12, 20)
# From the foot of the row above to the head of the row below.
PLACE = (round(1.2 + 12 * STEP, 1), round(1.2 + 20 * STEP, 1))


def code(text, level, x=6.5):
    return Placed(text, x * 72, level * 72, (x + 0.5) * 72, (level + 0.14) * 72, 0)


@pytest.mark.parametrize(
    "page",
    [
        Telegram(GAP).corner(0.95, 3.3).corner(4.6, 4.5, -0.22, -0.2),
        Telegram(GAP).corner(0.95, 3.3).hand(6, 3.6),
        Telegram(GAP).shorn(12).corner(0.7, 3.35),
        Telegram(GAP).hand(6, 3.6).shorn(12),
    ],
    ids=["two brackets", "bracket and hand", "bracket and cut letters", "hand and cut letters"],
)
def test_two_hints_tell_of_a_whited_out_passage(page):
    [(top, bottom)] = found(page)
    assert abs(top - PLACE[0]) <= 0.2
    assert abs(bottom - PLACE[1]) <= 0.2


@pytest.mark.parametrize("text", ["B1", "(b)(1)", "3.5(c)", "A5"])
def test_only_a_code_in_the_margin_beside_a_gap_tells_of_it(text):
    assert len(found(Telegram(GAP), [code(text, 3.8)])) == 1
    assert found(Telegram(GAP), [code(text, 6.0)]) == []
    assert found(Telegram(GAP), [code("noted", 3.8)]) == []


@pytest.mark.parametrize(
    "page",
    [
        Telegram(),
        Telegram(GAP),
        Telegram([10, 11, 24, 25]).corner(0.95, 2.9),
        Telegram(rows=14),
        Telegram(rows=3),
        Telegram(GAP).hand(6, 7.0),
        Telegram(GAP).outline(0.9, 3.3, 5, 4.5).corner(0.95, 3.3).hand(6, 3.6),
        Telegram(GAP).outline(0.9, 3.3, 5, 4.5),
    ],
    ids=["full", "mere gap", "paragraphs", "end of page", "few lines", "hand elsewhere", "outline", "bare outline"],
)
def test_white_space_that_nothing_speaks_of_is_no_blank(page):
    assert found(page) == []


def test_an_outlined_box_beside_a_code_is_left_to_its_outline():
    assert found(Telegram(GAP).outline(0.9, 3.3, 5, 4.5), [code("3.5(c)", 3.8)]) == []


def test_a_tiny_picture_and_a_black_one_have_no_blanks():
    assert blanks(Picture(np.full((3, 3), 255, np.uint8), 1.0, 72.0), []) == []
    assert blanks(Picture(np.zeros((300, 200), np.uint8), 1.0, 72.0), []) == []
