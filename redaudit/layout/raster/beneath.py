"""Whether a picture shows what stands at a place inside a redaction burned into it."""

from collections.abc import Sequence

import numpy as np

from redaudit.layout.raster.picture import INK, Picture, Pixels
from redaudit.model.geometry import Box

# Pixels this far from a place's middle gray are not of its ground; letters fill this part of their word's box: print
# some tenth to a third, and less of a large box around a low word. More of a whole box is a picture.
APART, LEAST, MOST = 60, 0.03, 0.6
# A label fills at least this part of a box of many lines; it is at least so high, and so far inside the rim, in inches.
SPARSE, LOWEST, RIM = 0.004, 0.05, 0.02
# Bare ground has ink on less than this part, and nothing that differs from it by so much, of 255, on more than this:
# faint print has, specks have not.
INKED, OUT, FAINT = 0.03, 20, 0.012
# Letters reach so many pixels out of the place that a layer gives them.
REACH = 2
# White on black is turned to black on white for OCR, which reads that alone.
DARK = 128


def shows(picture: Picture, word: Box) -> bool:
    """Whether something like a word stands at a word's place, lighter or darker than its ground."""
    part = picture.part(word)
    if not part.size:
        return False
    inked = float((np.abs(part.astype(np.int16) - int(np.median(part))) > APART).mean())
    return inked >= LEAST


def is_bare(picture: Picture, place: Box) -> bool:
    """Whether nothing at all stands at a place, however faint."""
    part = picture.part(place)
    if not part.size or np.count_nonzero(part < INK) >= INKED * part.size:
        return False
    return float((np.abs(part.astype(np.int16) - int(np.median(part))) > OUT).mean()) < FAINT


def ink_apart(picture: Picture, around: Box, words: Sequence[Box]) -> float:
    """How much ink at a place belongs to none of some words, in square points."""
    left, top, right, bottom = picture.pixels(around)
    ink = picture.gray[top:bottom, left:right] < INK
    for word in words:
        x0, y0, x1, y1 = picture.pixels(word)
        rows = slice(max(y0 - top - REACH, 0), max(y1 - top + REACH, 0))
        ink[rows, max(x0 - left - REACH, 0) : max(x1 - left + REACH, 0)] = False
    return int(np.count_nonzero(ink)) / picture.scale**2


def printed_on(picture: Picture, box: Box) -> Pixels | None:
    """The inside of a filled box, black on white, where something is printed on it; None for a bare one."""
    left, top, right, bottom = picture.pixels(box)
    rim = picture.inches(RIM)
    part = picture.gray[top + rim : bottom - rim, left + rim : right - rim]
    if min(part.shape) < picture.inches(LOWEST):
        return None
    ground = int(np.median(part))
    inked = float((np.abs(part.astype(np.int16) - ground) > APART).mean())
    if not SPARSE <= inked <= MOST:
        return None
    return np.asarray(255 - part if ground < DARK else part, dtype=np.uint8)
