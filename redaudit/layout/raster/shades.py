"""A page in few shades: print and its rims need four, and areas of one gray or colour their own."""

import cv2
import numpy as np
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Pixels

# Black, white and two grays between them: letters look as they do in 256. A fifth would take a quarter more bytes.
USUAL = (0, 95, 195, 255)
# A pixel of an even area differs no more than this from the mean of those around it.
EVEN = 6
# Shades of areas are no nearer to each other than this, at most so many, and fill at least this part of a page.
NEAR, MANY, LEAST = 8, 12, 0.002
# A page of which even areas of this part have none of these shades is a photograph.
PHOTOGRAPH = 0.03


def in_few_shades(pixels: Pixels) -> Pixels | None:
    """The pixels, gray or red, green and blue, each channel in few shades; None for a photograph, which needs many."""
    found: list[Pixels] = []
    for channel in [pixels] if pixels.ndim == 2 else cv2.split(pixels):
        shades = _shades(np.asarray(channel, dtype=np.uint8))
        if shades is None:
            return None
        found.append(np.asarray(cv2.LUT(channel, shades), dtype=np.uint8))
    return found[0] if len(found) == 1 else np.asarray(cv2.merge(found), dtype=np.uint8)


def _shades(channel: Pixels) -> NDArray[np.uint8] | None:
    """For each value of a channel the shade that stands for it; None where there are too many."""
    even = cv2.absdiff(channel, cv2.blur(channel, (3, 3))) <= EVEN
    counts = np.bincount(channel[np.asarray(even)], minlength=256)
    kept = [USUAL[0], USUAL[-1]]
    left = counts.copy()
    for shade in kept:
        left[_around(shade)] = 0
    while len(kept) < MANY and int(left.max()) >= LEAST * channel.size:
        kept.append(int(left.argmax()))
        left[_around(kept[-1])] = 0
    if int(left.sum()) >= PHOTOGRAPH * channel.size:
        return None
    kept += [shade for shade in USUAL if all(abs(shade - other) > 2 * NEAR for other in kept)]
    ordered = np.array(sorted(kept))
    values = np.arange(256)
    return np.asarray(ordered[np.abs(values[:, None] - ordered[None, :]).argmin(axis=1)], dtype=np.uint8)


def _around(shade: int) -> slice:
    return slice(max(shade - NEAR, 0), shade + NEAR + 1)
