"""Whether a picture shows what stands at a place inside a redaction burned into it."""

import numpy as np

from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.model.geometry import Box

# Pixels this far from a place's middle gray are not of its ground; letters fill this part of their word's box: print
# some tenth to a third, and less of a large box around a low word; more is a picture or the edge of a fill.
APART, LEAST, MOST = 60, 0.03, 0.6
# A label fills at least this part of a box of many lines; it is at least so high, and so far inside the rim, in inches.
SPARSE, LOWEST, RIM = 0.004, 0.05, 0.02
# White on black is turned to black on white for OCR, which reads that alone.
DARK = 128


def shows(picture: Picture, word: Box) -> bool:
    """Whether something like a word stands at a word's place, lighter or darker than its ground."""
    part = picture.part(word)
    if not part.size:
        return False
    inked = float((np.abs(part.astype(np.int16) - int(np.median(part))) > APART).mean())
    return LEAST <= inked <= MOST


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
