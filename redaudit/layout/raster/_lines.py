"""The ink of a page, and the thin straight lines in it, level and upright, dashes and dots joined."""

from typing import NamedTuple

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Picture, Pixels

# Outlines are looked for at this resolution: lines of one pixel at 300 dpi are still gray here.
RESOLUTION = 200
# A picture at most so much finer is left as it is.
NEAR_ENOUGH = 1.1
# Ink is so much darker than the paper around it, of 255: lines of one pixel at 300 dpi are 85 darker at 200, noise 30.
DARKER = 34
# The paper around a place: the lightest of cells of so many pixels within so many cells each way.
CELL, CELLS = 8, 5
# A line is made of pieces at least so long, longer than the feet of letters, and at most GAP apart, in inches.
PIECE, GAP = 0.075, 0.035
# Lines of shorter dashes or dots are thinner than the strokes of letters and at least so long, in inches.
FINE, BROKEN_LINE = 0.025, 0.3
# Lines are at least so long, level and upright: the feet of letters are shorter, the sides of low boxes no longer. And
# at most so thick, in inches: bars of forms are thicker.
LEVEL, UPRIGHT, THICKEST = 0.2, 0.12, 0.04
# A shorter upright line is the side of a box only if so many inches beside it are white but for specks: letters have
# neighbours.
SHORT, OPEN, RIM, SPECKS = 0.3, 0.15, 0.02, 0.01
# A line of ink: so much of its way is inked, and ink goes on sideways, as letters stand on their feet, from no more.
SOLID, STEMS = 0.88, 0.3
# A dotted or broken line: less of it is inked, and it stands alone.
BROKEN, ALONE = 0.5, 0.06
# How far from a line ink must reach to be such a stem, in inches.
STEM = 0.03
# A run of letters is shorter than this, in inches: words end. So long a line may stand on text.
LONG = 1.2

Places = NDArray[np.int32]


class Line(NamedTuple):
    """A line from `start` to `end` along its way; `at_start` and `at_end` say where across. In pixels of a Drawing."""

    start: float
    end: float
    at_start: float
    at_end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    def at(self, place: float) -> float:
        """Where across it is at a place along, also beyond its ends."""
        slope = (self.at_end - self.at_start) / max(self.length, 1.0)
        return self.at_start + slope * (place - self.start)


@frozen(eq=False)
class Drawing:
    """The ink of a page (1, paper 0) at about RESOLUTION, with its thin lines; `step` is picture pixels to a pixel."""

    ink: Pixels = field(repr=False)
    step: float
    dpi: float
    levels: tuple[Line, ...] = field(repr=False)
    uprights: tuple[Line, ...] = field(repr=False)

    def inches(self, length: float) -> int:
        """A length in inches as whole pixels, at least one."""
        return max(1, round(length * self.dpi))


def drawing(picture: Picture) -> Drawing:
    """The ink and the thin lines of a page."""
    step = picture.dpi / RESOLUTION if picture.dpi > NEAR_ENOUGH * RESOLUTION else 1.0
    gray = picture.gray
    if step > 1:
        size = max(1, round(picture.width / step)), max(1, round(picture.height / step))
        gray = np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    dpi = picture.dpi / step
    ink = _inked(gray)
    turned = np.asarray(cv2.transpose(ink), dtype=np.uint8)
    sides = [line for line in _runs(turned, dpi, UPRIGHT) if line.length >= SHORT * dpi or _is_open(turned, line, dpi)]
    return Drawing(ink, step, dpi, _lines(ink, _runs(ink, dpi, LEVEL), dpi), _lines(turned, sides, dpi))


def _inked(gray: Pixels) -> Pixels:
    """1 where a page is darker than the paper around."""
    high, wide = gray.shape
    cells = cv2.resize(gray, (max(1, wide // CELL), max(1, high // CELL)), interpolation=cv2.INTER_AREA)
    paper = cv2.blur(cv2.dilate(cells, np.ones((CELLS, CELLS), np.uint8)), (CELLS, CELLS))
    least = cv2.resize(cv2.subtract(paper, np.full_like(paper, DARKER)), (wide, high), interpolation=cv2.INTER_NEAREST)
    darker = np.asarray(cv2.compare(gray, least, cv2.CMP_LT), dtype=np.uint8)
    return darker & np.uint8(1)


def _runs(ink: Pixels, dpi: float, least: float) -> list[Line]:
    """The thin level runs of ink in a mask, at least so many inches long: lines, and the feet of letters in a row."""
    # Columns go in pairs, for speed; 2 columns of the mask are one here.
    paired = _paired(ink)
    # Three pixels high, a line that is skewed by a degree and a half still has runs of 0.2 inch.
    high = np.ones((3, 1), np.uint8)
    pieces = _opened(cv2.dilate(paired, high), PIECE * dpi)
    strokes = cv2.subtract(paired, cv2.morphologyEx(paired, cv2.MORPH_OPEN, np.ones((round(FINE * dpi) | 1, 1))))
    broken = _opened(_closed(cv2.dilate(strokes, high), GAP * dpi), BROKEN_LINE * dpi)
    runs = cv2.bitwise_or(_opened(_closed(pieces, GAP * dpi), least * dpi), broken)
    thick = cv2.morphologyEx(runs, cv2.MORPH_OPEN, np.ones((round(THICKEST * dpi) | 1, 1)))
    thin = _opened(cv2.subtract(runs, thick), least * dpi)
    found, _ = cv2.findContours(thin, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return [_run(np.asarray(contour[:, 0], dtype=np.int32)) for contour in found]


def _paired(ink: Pixels) -> Pixels:
    """A mask half as wide: each pixel is inked where one of two is."""
    even = ink if ink.shape[1] % 2 == 0 else np.pad(ink, ((0, 0), (0, 1)))
    return np.asarray(np.ascontiguousarray(even).view(np.uint16) != 0, dtype=np.uint8)


def _opened(paired: cv2.typing.MatLike, length: float) -> cv2.typing.MatLike:
    """The level runs of ink at least so many columns long, two of them paired; windows are odd, lest they move."""
    return cv2.morphologyEx(paired, cv2.MORPH_OPEN, np.ones((1, round(length / 2) | 1), np.uint8))


def _closed(paired: cv2.typing.MatLike, length: float) -> cv2.typing.MatLike:
    """The level runs of ink with gaps up to so many columns filled."""
    return cv2.morphologyEx(paired, cv2.MORPH_CLOSE, np.ones((1, round(length / 2) | 1), np.uint8))


def _run(contour: Places) -> Line:
    """The line through a thin run of paired ink."""
    along, across = contour[:, 0], contour[:, 1]
    start, end = int(along.min()), int(along.max())
    near = max(2, (end - start) // 8)
    tips = across[along <= start + near], across[along >= end - near]
    first, last = (float(tip.sum()) / len(tip) for tip in tips)
    return Line(2 * start, 2 * end + 2, first, last)


def _is_open(ink: Pixels, line: Line, dpi: float) -> bool:
    """Whether one side of a line is white."""
    tip = line.length / 5
    along = slice(int(line.start + tip), int(line.end - tip))
    first, last = sorted((round(line.at_start), round(line.at_end)))
    rim, far = round(RIM * dpi), round(OPEN * dpi)
    sides = ink[max(0, first - far) : max(0, first - rim), along], ink[last + rim : last + far, along]
    return any(np.count_nonzero(side) <= SPECKS * side.size for side in sides)


def _lines(ink: Pixels, runs: list[Line], dpi: float) -> tuple[Line, ...]:
    """The runs that are lines."""
    reach = max(3, round(STEM * dpi))
    padded = np.asarray(cv2.copyMakeBorder(ink, reach, reach, reach, reach, cv2.BORDER_CONSTANT), dtype=np.uint8)
    return tuple(run for run in runs if _is_line(padded, reach, run, dpi))


def _is_line(padded: Pixels, reach: int, line: Line, dpi: float) -> bool:
    """Whether a thin run of ink is a line, and not the row of feet of letters."""
    columns = np.arange(int(line.start), int(line.end), 2)
    rows = np.linspace(line.at_start + 0.5, line.at_end + 0.5, len(columns)).astype(np.intp)
    around = padded[rows + np.arange(2 * reach + 1)[:, None], columns + reach]
    inked = around[reach - 1 : reach + 2].any(axis=0).mean()
    if inked < BROKEN:
        return False
    stems = (around[: reach - 1].all(axis=0) | around[reach + 2 :].all(axis=0)).mean()
    if inked < SOLID:
        return bool(stems <= ALONE)
    return bool(stems <= STEMS or line.length > LONG * dpi)
