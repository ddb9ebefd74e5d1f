"""The longest pen stroke or ruled line that runs across a small piece of a page, level or at a slant."""

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Pixels

Inked = NDArray[np.float32]
_Places = NDArray[np.float32]

# A path goes on in steps of so many pixels across, each up to STEEP up or down: pens strike at up to 40 degrees.
STEP, STEEP = 6, 5
# A pixel of ink on the path counts 1, a white one as much as this against it: the white between letters parts them.
WHITE = 3.0
# A bend of a path, by one pixel a step, costs as much as one pixel of ink.
BEND = 1.0
# So often the part of a pixel that is ink, at most 1: a thin line that is made smaller stays whole.
KEEP_THIN = 2.5
# Ink of a piece of a page: no lighter than this even on dark film, no darker than this on clean paper.
LIGHTEST, DARKEST = 190.0, 100.0

_SLOPES = 2 * STEEP + 1
_START = np.int8(9)
_NONE = np.float32(-1e9)


@frozen(eq=False)
class Path:
    """A run of ink from left to right: the height `ys` at each column from `left` on; `ink` is how much of it is inked.

    `score` is its inked pixels less what its gaps and bends cost.
    """

    left: int
    ys: _Places = field(repr=False)
    ink: float
    score: float

    @property
    def right(self) -> int:
        """The column after the last."""
        return self.left + len(self.ys)


def inked(gray: Pixels) -> Pixels:
    """A piece of a page as ink (1) and paper (0), parted where its own grays part best."""
    if gray.size == 0:
        return np.zeros_like(gray)
    best, _ = cv2.threshold(gray, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(gray <= min(max(best, DARKEST), LIGHTEST), dtype=np.uint8)


def resized(ink: Pixels, factor: float) -> Inked:
    """A mask of ink made smaller or larger; what is thin stays inked."""
    mask = ink.astype(np.float32)
    if factor >= 1:
        return np.asarray(cv2.resize(mask, None, fx=factor, fy=factor, interpolation=cv2.INTER_LINEAR), np.float32)
    small = cv2.resize(mask, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return np.asarray(np.minimum(1, KEEP_THIN * small), np.float32)


def longest_path(ink: Inked) -> Path | None:
    """The path across a mask with the most ink on it and the fewest gaps and bends; None where there is no ink.

    The best continuation of every height and slope is kept from step to step, as for the best local alignment.
    """
    height, steps = ink.shape[0], ink.shape[1] // STEP
    if steps < 1 or height <= STEEP:
        return None
    gains = _gains(ink, steps)
    # Where a path that goes on at a slope came from: its height one step before; off the mask there is none.
    came = np.arange(height) - np.arange(-STEEP, STEEP + 1)[:, None] + STEEP
    came += np.arange(_SLOPES)[:, None] * (height + 2 * STEEP)
    values = np.zeros((_SLOPES, height), np.float32)
    padded = np.full((_SLOPES, height + 2 * STEEP), _NONE, np.float32)
    turned = np.full(padded.shape, _START, np.int8)
    turns = np.empty((steps, _SLOPES, height), np.int8)
    best, end = np.float32(0), (0, 0, 0)
    for step in range(steps):
        inside = slice(STEEP, STEEP + height)
        padded[:, inside], turned[:, inside] = _turned(values)
        padded[:, inside] += gains[step]
        values = padded.take(came)
        turned.take(came, out=turns[step])
        place = int(values.argmax())
        value = values.item(place)
        if value > best:
            best, end = np.float32(value), (step, *divmod(place, height))
    return _followed(ink, turns, end, float(best)) if best > 0 else None


def _gains(ink: Inked, steps: int) -> Inked:
    """What each step gains at each slope from each height: its ink less its paper."""
    height = ink.shape[0]
    padded = np.full((height + 2 * STEEP, steps * STEP), -WHITE, np.float32)
    padded[STEEP : STEEP + height] = (1 + WHITE) * ink[:, : steps * STEP] - WHITE
    gains = np.zeros((_SLOPES, height, steps), np.float32)
    for slope in range(_SLOPES):
        for across in range(STEP):
            down = STEEP + round((slope - STEEP) * across / STEP)
            gains[slope] += padded[down : down + height, across::STEP]
    return np.ascontiguousarray(np.moveaxis(gains, 2, 0))


def _turned(values: Inked) -> tuple[Inked, NDArray[np.int8]]:
    """The best path to each height that goes on at each slope, and how it turned there; a new one where none pays."""
    kept = values.copy()
    turned = np.zeros(values.shape, np.int8)
    for turn, into, out_of in ((-1, slice(1, None), slice(None, -1)), (1, slice(None, -1), slice(1, None))):
        bent = values[out_of] - BEND
        better = bent > kept[into]
        kept[into][better] = bent[better]
        turned[into][better] = turn
    begun = kept <= 0
    kept[begun] = 0
    turned[begun] = _START
    return kept, turned


def _followed(ink: Inked, turns: NDArray[np.int8], end: tuple[int, int, int], score: float) -> Path:
    """The path that ends at a step, slope and height, followed back to where it began."""
    step, slope, y = end
    heights = [float(y)]
    while True:
        turn = turns[step, slope, y]
        y -= slope - STEEP
        heights.append(float(y))
        if turn == _START or step == 0:
            break
        slope, step = slope + int(turn), step - 1
    left, right = step * STEP, (end[0] + 1) * STEP
    columns = np.arange(left, right)
    ys = np.interp(columns, np.arange(left, right + 1, STEP), heights[::-1]).astype(np.float32)
    rows = np.clip(np.rint(ys).astype(np.intp), 0, ink.shape[0] - 1)
    return Path(left, ys, float(ink[rows, columns].mean()), score)
