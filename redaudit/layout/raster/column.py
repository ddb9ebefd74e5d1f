"""The lines of print on a page and the column they stand in, as far as pixels tell."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from redaudit.layout.raster.picture import INK, Pixels
from redaudit.layout.raster.tones import View

Numbers = NDArray[np.int64]
Chosen = NDArray[np.bool_]

# Print is between 5 and 18 points: its lines are so high, in inches, and at least so long.
LOW, HIGH, SHORTEST = 0.055, 0.26, 0.28
# A page of fewer lines shows no column of text.
FEWEST = 4


class Marks(NamedTuple):
    """Connected marks of ink, in pixels of the view."""

    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    size: Numbers

    def where(self, chosen: Chosen) -> "Marks":
        """The chosen ones."""
        return Marks(*(values[chosen] for values in self))

    @property
    def width(self) -> Numbers:
        """How wide each is."""
        return self.right - self.left

    @property
    def height(self) -> Numbers:
        """How high each is."""
        return self.bottom - self.top


class Column(NamedTuple):
    """The column of text: its sides, the height of a line and the step from line to line."""

    left: int
    right: int
    letter: float
    pitch: float
    lines: int


def ink_of(seen: View) -> tuple[Pixels, Marks]:
    """The ink of a page and its marks, without large shapes, film, and whatever else touches the picture's edge."""
    dark = np.asarray(cv2.inRange(seen.gray, np.array(0), np.array(INK + 20)), dtype=np.uint8)
    _, numbers, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    left, top, width, height, size = np.asarray(stats, dtype=np.int64).T
    marks = Marks(left, top, left + width, top + height, size)
    down, across = dark.shape
    inside = (marks.left > 1) & (marks.top > 1) & (marks.right < across - 1) & (marks.bottom < down - 1)
    kept = inside & (marks.width < seen.inches(3)) & (marks.height < seen.inches(3))
    kept[0] = False
    for number in np.flatnonzero(~kept)[1:].tolist():
        place = (slice(top[number], marks.bottom[number]), slice(left[number], marks.right[number]))
        dark[place][numbers[place] == number] = 0
    return dark, marks.where(kept)


def print_lines(ink: Pixels, seen: View) -> Marks:
    """The lines of print: marks as high as letters, close to each other on one level."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, seen.inches(0.2)), np.uint8))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    bounds = [cv2.boundingRect(outline) for outline in outlines]
    lowest, highest, shortest = seen.inches(LOW), seen.inches(HIGH), seen.inches(SHORTEST)
    lines = [
        (left, top, left + width, top + height, _pixels_in(outline))
        for outline, (left, top, width, height) in zip(outlines, bounds, strict=True)
        if lowest <= height <= highest and width >= shortest
    ]
    found = Marks(*np.array(lines, dtype=np.int64).reshape(-1, 5).T)
    # Letters fill 0.4 and more of their line once their gaps are closed; brackets and scribbles are hollow.
    return found.where(found.size > 0.4 * found.width * found.height)


def _pixels_in(outline: cv2.typing.MatLike) -> int:
    """How many pixels an outline encloses with its own: an area through their middles, and half of the way around."""
    return round(cv2.contourArea(outline) + cv2.arcLength(outline, True) / 2) + 1


def column_of(lines: Marks, seen: View) -> Column | None:
    """The column where most print begins at one level left edge; None where there is none."""
    if len(lines.left) < FEWEST:
        return None
    reach = seen.inches(0.15)
    near = np.abs(lines.left[:, None] - lines.left[None, :]) <= reach
    best = int((near * lines.width[None, :]).sum(axis=1).argmax())
    own = lines.where(near[best])
    if len(own.left) < FEWEST:
        return None
    steps = np.diff(np.sort(own.top))
    steps = steps[(steps >= seen.inches(LOW)) & (steps <= seen.inches(0.45))]
    letter = float(np.median(own.height))
    pitch = float(np.percentile(steps, 30)) if len(steps) >= 2 else 1.6 * letter
    left, right = int(np.median(own.left)), int(np.percentile(own.right, 95))
    # On cover pages lines are centred, and few of those that stand here begin at one level.
    here = (lines.left < right) & (lines.right > left)
    if len(own.left) < 0.5 * here.sum():
        return None
    if right - left <= seen.inches(1):
        return None
    return Column(left, right, letter, min(max(pitch, 1.2 * letter), 2.2 * letter), len(own.left))
