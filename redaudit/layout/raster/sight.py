"""What an eye sees of words: a page drawn with them, without them, and they alone."""

from collections.abc import Sequence

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
    """The same page drawn whole, without some words, and those words alone in black; `scale` is pixels a point."""

    whole: Pixels = field(repr=False)
    without: Pixels = field(repr=False)
    alone: Pixels = field(repr=False)
    scale: float
    _shown: NDArray[np.bool_] = field(init=False, repr=False)

    @_shown.default
    def _differing(self) -> NDArray[np.bool_]:
        return np.asarray(cv2.absdiff(self.whole, self.without) > VISIBLE)

    def shares(self, places: Sequence[Corners]) -> list[float | None]:
        """Of the ink that each character has at its place, the part that shows; None for one that has no ink there."""
        own = self.alone < OWN
        shown = self._shown & own
        found: list[float | None] = []
        for place in places:
            top, bottom, left, right = self._pixels(place)
            ink = int(np.count_nonzero(own[top:bottom, left:right]))
            found.append(int(np.count_nonzero(shown[top:bottom, left:right])) / ink if ink else None)
        return found

    def shows(self, place: Corners) -> bool:
        """Whether the words leave any ink at a place."""
        top, bottom, left, right = self._pixels(place)
        return bool(self._shown[top:bottom, left:right].any())

    def shade(self, place: Corners) -> int | None:
        """The gray of a place of one colour; None where it has several."""
        top, bottom, left, right = self._pixels(place)
        part = self.whole[top:bottom, left:right]
        if not part.size:
            return None
        middle = int(np.median(part))
        near = np.count_nonzero(cv2.absdiff(part, np.full_like(part, middle)) <= FLAT)
        return middle if near >= MOST * part.size else None

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
        above = min(max(round((top + rim) * self.scale), 0), high)
        below = min(max(round((bottom - rim) * self.scale), above), high)
        left = min(max(round(x0 * self.scale), 0), wide)
        return above, below, left, min(max(round(x1 * self.scale), left), wide)
