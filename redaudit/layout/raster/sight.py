"""What an eye sees of words: a page drawn with them, without them, and they alone."""

from collections.abc import Sequence
from functools import cached_property

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.matrix import Corners
from redaudit.layout.raster.picture import Pixels

# Pixels that differ by more than this, of 255, tell ink from ground; the least that counts as a difference of colours.
VISIBLE = 14
# Where words alone are darker than this, of 255, is their ink: the rims of letters are half as dark as their strokes.
OWN = 190
# The parts of a character's box above and below that belong to its neighbours' letters.
RIM = 0.08
# A place is of one colour when so much of it differs by no more than this, of 255, from its middle gray.
FLAT, MOST = 24, 0.9
# Ink that fills this part of a character's box is print; a ground of one colour fills none or all of it.
PRINT_LEAST, PRINT_MOST = 0.04, 0.75


@frozen(eq=False)
class Sight:
    """A place of a page drawn whole, without some words, and those words alone in black.

    `scale` is pixels a point; `left` and `top` are how many pixels of the page lie before the place.
    """

    whole: Pixels = field(repr=False)
    without: Pixels = field(repr=False)
    alone: Pixels = field(repr=False)
    scale: float
    left: int = 0
    top: int = 0

    @cached_property
    def _shown(self) -> NDArray[np.bool_]:
        return np.asarray(cv2.absdiff(self.whole, self.without) > VISIBLE)

    @cached_property
    def _own(self) -> NDArray[np.bool_]:
        return np.asarray(self.alone < OWN)

    def shares(self, places: Sequence[Corners]) -> list[float | None]:
        """Of the ink that each character has at its place, the part that shows; None for one that has no ink there."""
        found: list[float | None] = []
        for place in places:
            top, bottom, left, right = self._pixels(place)
            own = self._own[top:bottom, left:right]
            ink = int(np.count_nonzero(own))
            found.append(int(np.count_nonzero(self._shown[top:bottom, left:right] & own)) / ink if ink else None)
        return found

    def shows(self, place: Corners) -> bool:
        """Whether the words leave any ink at a place."""
        top, bottom, left, right = self._pixels(place)
        return bool(self._shown[top:bottom, left:right].any())

    def is_printed(self, place: Corners) -> bool:
        """Whether something like print shows at a place."""
        top, bottom, left, right = self._pixels(place)
        part = self.whole[top:bottom, left:right]
        if not part.size:
            return False
        off = np.count_nonzero(cv2.absdiff(part, np.full_like(part, int(part.max()))) > 4 * VISIBLE) / part.size
        return bool(PRINT_LEAST <= off <= PRINT_MOST)

    def _pixels(self, place: Corners) -> tuple[int, int, int, int]:
        """Top, bottom, left, right of the pixels of a place, but for its rims."""
        x0, top, x1, bottom = place
        rim = RIM * (bottom - top)
        high, wide = self.whole.shape[:2]
        above = min(max(round((top + rim) * self.scale) - self.top, 0), high)
        below = min(max(round((bottom - rim) * self.scale) - self.top, above), high)
        left = min(max(round(x0 * self.scale) - self.left, 0), wide)
        return above, below, left, min(max(round(x1 * self.scale) - self.left, left), wide)


def shade(part: Pixels) -> int | None:
    """The gray of pixels of one colour; None where they have several, or are none."""
    if not part.size:
        return None
    middle = int(np.median(part))
    near = np.count_nonzero(cv2.absdiff(part, np.full_like(part, middle)) <= FLAT)
    return middle if near >= MOST * part.size else None
