"""Passages whited out without an outline, told by what stands beside them: pen brackets, cut letters, codes."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from redaudit.layout.layers import Placed
from redaudit.layout.raster.burned import Burned, Make
from redaudit.layout.raster.picture import INK, Picture, Pixels
from redaudit.layout.raster.tones import COARSE, View, view
from redaudit.vocabulary.exemption import canonical_code

Numbers = NDArray[np.int64]
Chosen = NDArray[np.bool_]

# Print is between 5 and 18 points: its lines are so high, in inches, and at least so long.
LOW, HIGH, SHORTEST = 0.055, 0.26, 0.28
# A page of fewer lines shows no column of text.
FEWEST = 4
# The least gap in lines of text: two empty lines part paragraphs and headings, a struck line leaves three.
LINES = 2.6
# The part of a gap's pixels that may be ink: specks, punched dots, pen marks; lines of print have 0.08 and more.
EMPTY = 0.03
# A pen's stroke is so long in inches and at most so thick; dashes are shorter, rules longer.
STROKE_SHORT, STROKE_LONG, STROKE_THICK = 0.13, 0.65, 0.075


class _Marks(NamedTuple):
    """Connected marks of ink, in pixels of the view."""

    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    size: Numbers

    def where(self, chosen: Chosen) -> "_Marks":
        return _Marks(*(values[chosen] for values in self))

    @property
    def width(self) -> Numbers:
        return self.right - self.left

    @property
    def height(self) -> Numbers:
        return self.bottom - self.top


class _Column(NamedTuple):
    """The column of text: its sides, the height of a line and the step from line to line."""

    left: int
    right: int
    letter: float
    pitch: float


class _Gap(NamedTuple):
    """Where a column is empty."""

    top: int
    bottom: int


def blanks(picture: Picture, words: Sequence[Placed]) -> list[Burned]:
    """The whited-out passages, from the top of the page down; white space that nothing speaks of is none."""
    seen = view(picture, COARSE)
    ink, marks = _ink(seen)
    lines = _lines(ink, seen)
    column = _column(lines, seen)
    if column is None:
        return []
    codes = _codes(words, picture, seen, column)
    return [
        Burned(
            picture.box(*(value * seen.step for value in (column.left, gap.top, column.right, gap.bottom))), Make.BLANK
        )
        for gap in _gaps(ink, lines, column, seen)
        if _told(gap, column, marks, codes, seen)
    ]


def _ink(seen: View) -> tuple[Pixels, _Marks]:
    """The ink of a page and its marks, without film, page edges and whatever else touches the picture's edge."""
    dark = np.asarray(cv2.inRange(seen.gray, np.array(0), np.array(INK + 20)), dtype=np.uint8)
    count, numbers, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    marks = _Marks(stats[:, 0], stats[:, 1], stats[:, 0] + stats[:, 2], stats[:, 1] + stats[:, 3], stats[:, 4])
    height, width = dark.shape
    kept = (marks.left > 1) & (marks.top > 1) & (marks.right < width - 1) & (marks.bottom < height - 1)
    kept &= (marks.width < seen.inches(3)) & (marks.height < seen.inches(3))
    kept[0] = False
    return np.asarray(kept[numbers] * np.uint8(255), dtype=np.uint8), marks.where(kept)


def _lines(ink: Pixels, seen: View) -> _Marks:
    """The lines of print: marks as high as letters, close to each other on one level."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, seen.inches(0.2)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=4)
    lines = _Marks(stats[:, 0], stats[:, 1], stats[:, 0] + stats[:, 2], stats[:, 1] + stats[:, 3], stats[:, 4])
    print_high = (lines.height >= seen.inches(LOW)) & (lines.height <= seen.inches(HIGH))
    # Letters fill 0.4 and more of their line once their gaps are closed; brackets and scribbles are hollow.
    full = lines.size > 0.4 * lines.width * lines.height
    return lines.where(print_high & full & (lines.width >= seen.inches(SHORTEST)))


def _column(lines: _Marks, seen: View) -> _Column | None:
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
    return _Column(left, right, letter, min(max(pitch, 1.2 * letter), 2.2 * letter)) if right - left > seen.inches(1) else None


def _gaps(ink: Pixels, lines: _Marks, column: _Column, seen: View) -> list[_Gap]:
    """The empty stretches of a column between its first line and the lowest line of the page."""
    inside = (np.minimum(lines.right, column.right) - np.maximum(lines.left, column.left)) >= seen.inches(SHORTEST)
    own = lines.where(inside)
    spans = sorted(zip(own.top.tolist(), own.bottom.tolist(), strict=True))
    foot = int(lines.top[lines.bottom.argmax()])
    found, reached = [], spans[0][1] if spans else len(ink)
    for top, bottom in [*spans[1:], (foot, foot)]:
        if top - reached >= LINES * column.pitch:
            part = ink[reached:top, column.left : column.right]
            if part.mean() < EMPTY * 255:
                found.append(_Gap(reached, top))
        reached = max(reached, bottom)
    return found


def _told(gap: _Gap, column: _Column, marks: _Marks, codes: list[int], seen: View) -> bool:
    """Whether something speaks of a gap: a code beside it, or two of brackets, cut letters and a hand beside it."""
    slack = round(column.pitch)
    if any(gap.top - slack <= level <= gap.bottom + slack for level in codes):
        return True
    hints = _brackets(gap, column, marks, seen) + _cut(gap, column, marks, seen) + _noted(gap, column, marks, seen)
    return hints >= 2


def _brackets(gap: _Gap, column: _Column, marks: _Marks, seen: View) -> int:
    """How many ends of the gap, the upper and the lower, a pen has marked."""
    narrow, longest = np.minimum(marks.width, marks.height), np.maximum(marks.width, marks.height)
    stroke = (longest >= seen.inches(STROKE_SHORT)) & (longest <= seen.inches(STROKE_LONG))
    hollow = marks.size < 0.5 * marks.width * marks.height
    beside = (marks.right >= column.left - seen.inches(0.35)) & (marks.left <= column.right + seen.inches(0.2))
    shape = (narrow <= seen.inches(STROKE_THICK)) | hollow
    pen = marks.where(stroke & shape & beside & (longest > 1.3 * column.letter))
    reach = 1.2 * column.pitch
    middle, third = (pen.top + pen.bottom) / 2, max(1.6 * reach, 0.3 * (gap.bottom - gap.top))
    upper = (middle >= gap.top - reach) & (middle <= gap.top + third)
    lower = (middle >= gap.bottom - third) & (middle <= gap.bottom + reach)
    return int(upper.any()) + int((lower & ~upper).any())


def _cut(gap: _Gap, column: _Column, marks: _Marks, seen: View) -> int:
    """1 where the tops or bottoms of letters stand on one level in the gap; dashes and dots are of one width."""
    small = (marks.height <= 0.55 * column.letter) & (marks.left >= column.left - 2) & (marks.right <= column.right + 2)
    bits = marks.where(small & (marks.top >= gap.top - 1) & (marks.bottom <= gap.bottom + 1))
    for level in np.unique(bits.top):
        row = bits.where(np.abs(bits.top - level) <= max(2, 0.3 * column.letter))
        width = row.width.astype(float)
        spread = int(row.right.max() - row.left.min())
        if len(width) >= 4 and seen.inches(0.2) <= spread <= 12 * width.sum() and width.std() > 0.4 * width.mean():
            return 1
    return 0


def _noted(gap: _Gap, column: _Column, marks: _Marks, seen: View) -> int:
    """1 where somebody has written a few letters by hand beside the gap, larger than print and apart from it."""
    margin = (marks.left >= column.right + seen.inches(0.1)) | (marks.right <= column.left - seen.inches(0.1))
    level = (marks.bottom >= gap.top - column.pitch) & (marks.top <= gap.bottom)
    near = marks.where(margin & level & (marks.height > 0.35 * column.letter))
    tall = (near.height >= 1.35 * column.letter) & (near.height <= seen.inches(0.7)) & (near.width <= seen.inches(0.7))
    hand = near.where(tall & (near.size < 0.45 * near.width * near.height))
    if not 1 <= len(hand.left) <= 24:
        return 0
    # A stamp has print around its signatures: there letters no higher than print are the most.
    x0, x1 = hand.left.min() - seen.inches(0.1), hand.right.max() + seen.inches(0.1)
    around = (near.right >= x0) & (near.left <= x1)
    return int(len(hand.left) >= 2 and around.sum() <= 2.2 * len(hand.left) + 2)


def _codes(words: Sequence[Placed], picture: Picture, seen: View, column: _Column) -> list[int]:
    """The levels of exemption codes that stand in the margins of the column."""
    scale = picture.scale / seen.step
    slack = seen.inches(0.1)
    found = []
    for word in words:
        outside = word.x0 * scale >= column.right - slack or word.x1 * scale <= column.left + slack
        if outside and canonical_code(word.text):
            found.append(round((word.top + word.bottom) / 2 * scale))
    return found
