"""Round brackets found in a picture by their bow, whichever way a stamp stands; letters need not be legible."""

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Picture

# Brackets of stamps are this high, in inches, and this part of their height wide; their stroke covers at most this part
# of their square.
LOWEST, HIGHEST, SLIMMEST, WIDEST, COVER = 0.05, 0.2, 0.15, 0.55, 0.3
# The middle half of a bracket lies this part of its height further out than its ends, which lie above each other.
BOW, EVEN = 0.05, 0.15

Places = NDArray[np.complex128]
_Numbers = NDArray[np.int64]
_Lengths = NDArray[np.float64]


@frozen(eq=False)
class Brackets:
    """Brackets that open and close: the middle of each as across + down * i, in pixels, and its height."""

    opening: Places = field(repr=False)
    closing: Places = field(repr=False)
    heights_opening: _Lengths = field(repr=False)
    heights_closing: _Lengths = field(repr=False)

    def __len__(self) -> int:
        return len(self.opening) + len(self.closing)


def brackets(picture: Picture) -> tuple[Brackets, Brackets, Brackets, Brackets]:
    """The brackets of a picture that stand upright, and turned by one, two and three quarters clockwise."""
    labels, stats = picture.pieces.labels, picture.pieces.stats
    count = len(stats)
    left, top, wide, high, area = (np.asarray(column, dtype=np.int64) for column in stats.T)
    upright = _slender(picture, wide, high, area)
    level = _slender(picture, high, wide, area)
    downs, acrosses = np.nonzero((upright | level)[labels])
    of = labels[downs, acrosses].astype(np.int64)
    middles = left + wide / 2 + 1j * (top + high / 2)
    out_left = np.where(upright, _bow(of, downs - top[of], acrosses - left[of], high, count), 0.0)
    out_up = np.where(level, _bow(of, acrosses - left[of], downs - top[of], wide, count), 0.0)

    def bowed(first: _Lengths, second: _Lengths, heights: _Numbers) -> Brackets:
        opening, closing = np.flatnonzero(first > BOW), np.flatnonzero(second > BOW)
        sizes = heights.astype(np.float64)
        return Brackets(middles[opening], middles[closing], sizes[opening], sizes[closing])

    return (
        bowed(out_left, -out_left, high),
        bowed(out_up, -out_up, wide),
        bowed(-out_left, out_left, high),
        bowed(-out_up, out_up, wide),
    )


def _slender(picture: Picture, width: _Numbers, height: _Numbers, area: _Numbers) -> NDArray[np.bool_]:
    """Which pieces of ink have the size of a bracket; the first is the ground."""
    low, high = LOWEST * picture.dpi, HIGHEST * picture.dpi
    slender = (height >= low) & (height <= high) & (width >= SLIMMEST * height) & (width <= WIDEST * height)
    slender &= area < COVER * height * height
    slender[0] = False
    return np.asarray(slender, dtype=np.bool_)


def _bow(of: _Numbers, along: _Numbers, aside: _Numbers, length: _Numbers, count: int) -> _Lengths:
    """How far the middle half of each piece lies before its ends, in parts of its length; 0 for one out of true."""
    quarter = np.minimum(along * 4 // np.maximum(length[of], 1), 3)
    inside = (along >= 0) & (quarter >= 0)
    place = of[inside] * 4 + quarter[inside]
    tally = np.bincount(place, minlength=4 * count).reshape(count, 4)
    means = np.bincount(place, weights=aside[inside], minlength=4 * count).reshape(count, 4) / np.maximum(tally, 1)
    size = np.maximum(length, 1)
    bow = ((means[:, 0] + means[:, 3]) - (means[:, 1] + means[:, 2])) / 2 / size
    true = (tally > 0).all(axis=1) & (np.abs(means[:, 0] - means[:, 3]) < EVEN * size)
    return np.asarray(np.where(true, bow, 0.0), dtype=np.float64)
