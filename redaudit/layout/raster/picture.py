"""A page as pixels, and the way between its pixels and the points of the page."""

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.model.geometry import Box

Pixels = NDArray[np.uint8]

# Darker than this, of 255, is ink; the scanners' own threshold for black and white.
INK = 128


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
