"""Ink thicker than the strokes of letters: the dots of a punched word, which strike nothing, and pens, which do."""

from typing import NamedTuple

import cv2
import numpy as np

from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.strikes import strike_in
from redaudit.layout.raster.strokes import inked
from redaudit.model.document import Ink
from redaudit.model.geometry import Box

# Ink thicker than this part of a capital's height is no letter's stroke: a punched dot, a pen.
THICK = 0.38
# What is thicker is a pen's from this many characters of one piece on; a dot is less than two wide.
PEN = 2.5
# More pieces of thick ink than this on a level are dots: they are taken out, with a rim of so many inches, before lines
# through it are looked for.
DOTS, RIM = 2, 0.012
# A dot has the area of a square of this part of a capital's height, at least.
DOT = 0.35


def thicker(ink: Pixels, height: float) -> Pixels:
    """A mask of the ink that is thicker than letters' strokes."""
    side = max(3, round(THICK * height))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, disc), dtype=np.uint8)


def rimmed(picture: Picture, mask: Pixels) -> Pixels:
    """A mask with a rim around all that it holds."""
    side = 2 * picture.inches(RIM) - 1
    return np.asarray(cv2.dilate(mask, np.ones((side, side), np.uint8)), dtype=np.uint8)


class Over(NamedTuple):
    """What lies over a word: the ink of a pen or none, and how many dots."""

    ink: Ink
    dots: int


def ink_over(picture: Picture, box: Box, cell: float) -> Over:
    """What lies over a word whose letters are `cell` points wide."""
    left, top, right, bottom = picture.pixels(box)
    x0, y0 = max(0, left - (bottom - top)), max(0, top - (bottom - top))
    gray = picture.gray[y0 : bottom + (bottom - top), x0 : right + (bottom - top)].copy()
    dark = thicker(inked(gray), box.height * picture.scale)
    within = slice(top - y0, bottom - y0), slice(left - x0, right - x0)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark[within], connectivity=8)
    dots = int(np.count_nonzero(stats[1:, cv2.CC_STAT_AREA] >= (DOT * box.height * picture.scale) ** 2))
    if any(width >= PEN * cell * picture.scale for width in stats[1:, 2].tolist()):
        return Over(Ink.STRUCK, dots)
    if dots > DOTS:
        gray[rimmed(picture, dark) > 0] = 255
    alone = Picture(gray, picture.scale, picture.dpi)
    strike = strike_in(alone, alone.box(left - x0, top - y0, right - x0, bottom - y0))
    return Over(strike.ink if strike else Ink.PLAIN, dots)
