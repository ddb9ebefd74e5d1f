"""A page as pixels, and the way between its pixels and the points of the page."""

from functools import cached_property

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.model.geometry import Box

Pixels = NDArray[np.uint8]

# Darker than this, of 255, is ink; the scanners' own threshold for black and white.
INK = 128


@frozen(eq=False)
class Pieces:
    """The connected pieces of ink of a picture: the number of the piece at each pixel, and of each piece its bounds.

    `stats` has left, top, width, height and area of each; piece 0 is the paper.
    """

    labels: NDArray[np.int32] = field(repr=False)
    stats: NDArray[np.int32] = field(repr=False)


@frozen(eq=False)
class Picture:
    """A page as shown: `gray` is rows by columns, 0 black to 255 white; `colour` the same with red, green, blue.

    `scale` is how many pixels a point of the page has, each way. `dpi` is how many pixels an inch of the paper has as
    far as known; the two differ where a picture does not say its resolution (then a pixel is a point).
    """

    gray: Pixels = field(repr=False)
    scale: float
    dpi: float
    colour: Pixels | None = field(default=None, repr=False)

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.gray.shape[1])

    @property
    def height(self) -> int:
        """Pixels down."""
        return int(self.gray.shape[0])

    @cached_property
    def pieces(self) -> Pieces:
        """The pieces of ink that hang together, corners too; found once, in some 15 ms a page."""
        _, labels, stats, _ = cv2.connectedComponentsWithStats((self.gray < INK).astype(np.uint8), connectivity=8)
        return Pieces(np.asarray(labels, dtype=np.int32), np.asarray(stats, dtype=np.int32))

    def inches(self, length: float) -> int:
        """A length in inches of paper as whole pixels, at least one."""
        return max(1, round(length * self.dpi))

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A rectangle of pixels (half open) in points."""
        return Box(left / self.scale, top / self.scale, right / self.scale, bottom / self.scale)

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Left, top, right, bottom (half open) of the pixels that a box in points touches, within the picture."""
        left = min(max(int(box.x0 * self.scale), 0), self.width)
        top = min(max(int(box.top * self.scale), 0), self.height)
        right = min(max(int(-(-box.x1 * self.scale // 1)), left), self.width)
        bottom = min(max(int(-(-box.bottom * self.scale // 1)), top), self.height)
        return left, top, right, bottom

    def part(self, box: Box) -> Pixels:
        """The gray pixels of a box in points."""
        left, top, right, bottom = self.pixels(box)
        return self.gray[top:bottom, left:right]
