"""What is withheld on a page, taken out of its pixels before anybody is shown them.

A picture tells more than an eye sees: letters of 5 of 255 on black come out when its contrast is stretched.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

import cv2
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.model.exhibit import PagePicture
from redaudit.model.geometry import Box

Mask = NDArray[np.bool_]

# Print that differs from its ground by no more than this, of 255, is not read: twice what tells ink from ground when
# words in doubt are looked at, for the middle of a thick stroke stands out more than its rim.
FAINT = 30
# A label on a dark box differs from it by more than `beneath.APART`; on a gray one white letters stand out by no more.
LABEL, DARK = 60, 90
# Words of which a scan shows less than that, on average, may do so in places.
CONCEALED = 90
# Pixels no farther apart than this are of one ground; the ground fills at least this part of a place that has one.
GROUND, MOST, WHOLE = 8, 0.7, 0.995
# In a square of so many points thin strokes, letters and the print of a line are less than their ground. The small one
# comes first: where two grounds meet, what stands on one must not be taken for the other.
AROUND = (4.0, 10.0, 30.0)
# Letters cut by the edge of what is painted over reach no farther than this out of it, in points; dots lie so near.
REACH, NEAR = 8.0, 3.0
# A frame lies so near to a place's edge, in pixels, and so much of each of its lines is drawn.
FRAME, FRAMED = 4, 0.9
# The hatch: its stripes' distance in pixels, and their width.
PERIOD, STRIPE = 8, 2
WHITE, BLACK = 255, 0


class Manner(Enum):
    """How a place is covered, in the order in which that is done.

    MELT: what hardly differs from its ground goes. EVEN: all that a scan may show of what counts as concealed goes;
    where there is no one ground a hatch is painted. WIPE: the ground alone stays, and the words that are seen; or a
    hatch. HATCH: painted over.
    """

    MELT = 0
    EVEN = 1
    WIPE = 2
    HATCH = 3


@frozen
class Cover:
    """A place to cover; of the `words` seen there more is kept."""

    box: Box
    manner: Manner
    words: tuple[Box, ...] = ()


def drawn(page: PagePicture) -> Picture:
    """A page's picture, to work on."""
    shape = (page.height, page.width) if page.channels == 1 else (page.height, page.width, page.channels)
    pixels = np.frombuffer(page.pixels, dtype=np.uint8).reshape(shape)
    gray = pixels if page.channels == 1 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return Picture(gray, page.scale, page.scale * 72, None if page.channels == 1 else pixels)


def covered(picture: Picture, covers: Iterable[Cover]) -> Pixels:
    """The picture's pixels with some places covered."""
    shown = (picture.gray if picture.colour is None else picture.colour).copy()
    for cover in sorted(covers, key=lambda cover: cover.manner.value):
        left, top, right, bottom = picture.pixels(cover.box)
        if left == right or top == bottom:
            continue
        part = shown[top:bottom, left:right]
        seen = _places(picture, cover.words, (left, top), part.shape)
        if cover.manner is Manner.HATCH:
            _without_cut_letters(picture, shown, cover)
            _hatch(part)
        elif cover.manner is Manner.MELT:
            _melt(part, seen, picture.scale)
        else:
            _level(part, seen, cover.manner)
    return shown


def _places(picture: Picture, boxes: Sequence[Box], corner: tuple[int, int], shape: tuple[int, ...]) -> Mask:
    """Where some boxes lie in a part of the picture."""
    mask = np.zeros(shape[:2], dtype=np.bool_)
    for box in boxes:
        left, top, right, bottom = picture.pixels(box)
        mask[
            max(top - corner[1], 0) : max(bottom - corner[1], 0), max(left - corner[0], 0) : max(right - corner[0], 0)
        ] = 1
    return mask


def _gray(part: Pixels) -> NDArray[np.int16]:
    return (part if part.ndim == 2 else cv2.cvtColor(part, cv2.COLOR_RGB2GRAY)).astype(np.int16)


@frozen(eq=False)
class _Ground:
    """The commonest gray of a place, its colour, and how far each pixel is from it."""

    level: int
    colour: NDArray[np.uint8]
    off: NDArray[np.int16]

    def share(self, apart: int, seen: Mask) -> float:
        """The part of the place, but for the words seen there, that is of the ground."""
        free = ~seen if not seen.all() else seen
        return float((self.off[free] <= apart).mean())


def _ground(part: Pixels, seen: Mask) -> _Ground:
    gray = _gray(part)
    free = ~seen if not seen.all() else seen
    counts = np.bincount(gray[free], minlength=256)
    level = int(np.convolve(counts, np.ones(2 * GROUND + 1), "same").argmax())
    middle = int(np.median(gray[free & (np.abs(gray - level) <= GROUND)]))
    off = np.abs(gray - middle)
    colour = np.median(part[free & (off <= GROUND)], axis=0).astype(np.uint8)
    return _Ground(middle, colour, off)


def _level(part: Pixels, seen: Mask, manner: Manner) -> None:
    """Leave a place its ground and what stands out from it; of a WIPE only where words are seen."""
    ground = _ground(part, seen)
    apart = CONCEALED if manner is Manner.EVEN else FAINT
    if ground.share(apart, seen) < MOST:
        _hatch(part)
        return
    faint = ground.off <= np.where(seen, FAINT, apart)
    part[(faint | ~seen if manner is Manner.WIPE else faint) & ~_frame(ground)] = ground.colour


def _frame(ground: _Ground) -> Mask:
    """The lines that a place is framed by, from edge to edge."""
    apart = ground.off > LABEL
    frame = np.zeros_like(apart)
    for along, lines in ((apart, frame), (apart.T, frame.T)):
        near = np.arange(len(along))
        lines[(along.mean(axis=1) >= FRAMED) & ((near < FRAME) | (near >= len(along) - FRAME))] = True
    return np.asarray(frame & apart)


def _melt(part: Pixels, seen: Mask, scale: float) -> None:
    """Let what hardly stands out go: from one ground; where a place has several, or a photograph, from that nearby."""
    ground = _ground(part, seen)
    apart = LABEL if ground.level < DARK else FAINT
    share = ground.share(apart, seen)
    if share < WHOLE:
        for around in AROUND:
            size = max(3, min(round(around * scale), 127)) | 1
            nearby = np.asarray(cv2.medianBlur(np.ascontiguousarray(part), size), dtype=np.uint8)
            near = np.abs(_gray(part) - _gray(nearby)) <= FAINT
            part[near] = nearby[near]
    if share >= MOST:
        faint = ground.off <= np.where(seen, FAINT, apart)
        part[faint] = ground.colour


def _hatch(part: Pixels) -> None:
    """Paint a place over with stripes that no printer and no marker makes."""
    rows, columns = np.indices(part.shape[:2])
    stripes = np.asarray((rows + columns) % PERIOD < STRIPE)
    stripes[:STRIPE] = stripes[-STRIPE:] = True
    stripes[:, :STRIPE] = stripes[:, -STRIPE:] = True
    part[:] = WHITE
    part[stripes] = BLACK


def _without_cut_letters(picture: Picture, shown: Pixels, cover: Cover) -> None:
    """Take out the ends of letters that reach out of a place to be painted over, but for those of words seen beside."""
    box = cover.box
    left, top, right, bottom = picture.pixels(_grown(box, REACH, REACH))
    part = shown[top:bottom, left:right]
    seen = _places(picture, cover.words, (left, top), part.shape)
    within = _places(picture, [box], (left, top), part.shape)
    near = _places(picture, [_grown(box, 0.0, NEAR)], (left, top), part.shape)
    ground = _ground(part, within if not within.all() else seen)
    _, labels, stats, _ = cv2.connectedComponentsWithStats((ground.off > FAINT).astype(np.uint8), connectivity=8)
    x0, y0, wide, high = (stats[:, column] for column in range(4))
    # What runs on beyond the reach of letters is a rule or a frame.
    ends = (x0 > 0) & (y0 > 0) & (x0 + wide < part.shape[1]) & (y0 + high < part.shape[0])
    ends[0] = False
    met = np.unique(labels[near])
    cut = np.isin(labels, met[ends[met]]).astype(np.uint8)
    part[(cv2.dilate(cut, np.ones((3, 3), np.uint8)) > 0) & ~within & ~seen] = ground.colour


def _grown(box: Box, across: float, down: float) -> Box:
    return Box(box.x0 - across, box.top - down, box.x1 + across, box.bottom + down)
