"""The ink of a page, and the thin straight lines in it, level and upright, dashes and dots joined."""

from typing import NamedTuple

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster._bits import closed, opened, packed, paired, thick, thickened, unpacked
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
    levels, uprights = _runs(turned, dpi, LEVEL), _runs(ink, dpi, UPRIGHT)
    sides = [line for line in uprights if line.length >= SHORT * dpi or _is_open(turned, line, dpi)]
    return Drawing(ink, step, dpi, _lines(ink, levels, dpi), _lines(turned, sides, dpi))


def _inked(gray: Pixels) -> Pixels:
    """1 where a page is darker than the paper around."""
    high, wide = gray.shape
    size = max(1, wide // CELL), max(1, high // CELL)
    # Whole cells are averaged several times faster; the few pixels beyond them count with the last cell.
    whole = gray[: size[1] * CELL, : size[0] * CELL]
    cells = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
    paper = cv2.blur(cv2.dilate(cells, np.ones((CELLS, CELLS), np.uint8)), (CELLS, CELLS))
    least = cv2.resize(cv2.subtract(paper, np.full_like(paper, DARKER)), (wide, high), interpolation=cv2.INTER_NEAREST)
    darker = np.asarray(cv2.compare(gray, least, cv2.CMP_LT), dtype=np.uint8)
    return darker & np.uint8(1)


def _runs(ink: Pixels, dpi: float, least: float) -> list[Line]:
    """The thin runs of ink from row to row of a mask, at least so many inches long: lines, and the feet of letters."""
    # Rows go in pairs, for speed; 2 rows of the mask are one here.
    pairs = paired(packed(ink))
    # Three pixels thick, a line that is skewed by a degree and a half still has runs of 0.2 inch.
    pieces = opened(thickened(pairs, 3), _window(PIECE * dpi))
    strokes = pairs & ~thick(pairs, round(FINE * dpi) | 1)
    broken = opened(closed(thickened(strokes, 3), _window(GAP * dpi)), _window(BROKEN_LINE * dpi))
    runs = opened(closed(pieces, _window(GAP * dpi)), _window(least * dpi)) | broken
    thin = opened(runs & ~thick(runs, round(THICKEST * dpi) | 1), _window(least * dpi))
    if not thin.any():
        return []
    found, _ = cv2.findContours(unpacked(thin, ink.shape[1]), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return _through([np.asarray(contour[:, 0], dtype=np.int32) for contour in found])


def _window(length: float) -> int:
    """A length in rows as an odd number of pairs of rows."""
    return round(length / 2) | 1


def _through(contours: list[Places]) -> list[Line]:
    """The lines through thin runs of paired rows, each from its contour."""
    if not contours:
        return []
    across, along = np.concatenate(contours).astype(np.int64).T
    sizes = np.array([len(contour) for contour in contours])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    first, last = np.minimum.reduceat(along, starts), np.maximum.reduceat(along, starts)
    near = np.maximum(2, (last - first) // 8)
    ends = []
    for tip in (along <= np.repeat(first + near, sizes), along >= np.repeat(last - near, sizes)):
        ends.append(np.add.reduceat(across * tip, starts) / np.add.reduceat(tip.astype(np.int64), starts))
    measured = zip(first.tolist(), last.tolist(), *(end.tolist() for end in ends), strict=True)
    return [Line(2 * start, 2 * end + 2, at_start, at_end) for start, end, at_start, at_end in measured]


def _is_open(ink: Pixels, line: Line, dpi: float) -> bool:
    """Whether one side of a line is white."""
    tip = line.length / 5
    along = slice(int(line.start + tip), int(line.end - tip))
    first, last = sorted((round(line.at_start), round(line.at_end)))
    rim, far = round(RIM * dpi), round(OPEN * dpi)
    sides = ink[max(0, first - far) : max(0, first - rim), along], ink[last + rim : last + far, along]
    return any(np.count_nonzero(side) <= SPECKS * side.size for side in sides)


def _lines(ink: Pixels, runs: list[Line], dpi: float) -> tuple[Line, ...]:
    """The runs that are lines, and not rows of the feet of letters."""
    if not runs:
        return ()
    reach = max(3, round(STEM * dpi))
    padded = np.asarray(cv2.copyMakeBorder(ink, reach, reach, reach, reach, cv2.BORDER_CONSTANT), dtype=np.uint8)
    start, end, at_start, at_end = np.array(runs).T
    counts = ((end - start) // 2).astype(np.intp)
    # Every second column of every run, one run after the other.
    number = np.repeat(np.arange(len(runs)), counts)
    place = np.arange(len(number)) - np.repeat(np.cumsum(counts) - counts, counts)
    rows = at_start[number] + 0.5 + ((at_end - at_start) / np.maximum(counts - 1, 1))[number] * place
    columns = np.minimum(start[number].astype(np.intp) + 2 * place + reach, padded.shape[1] - 1)
    corner = np.minimum(rows.astype(np.intp), padded.shape[0] - 2 * reach - 1) * padded.shape[1] + columns
    around = padded.ravel()[corner + np.arange(2 * reach + 1)[:, None] * padded.shape[1]]
    inked = around[reach - 1 : reach + 2].any(axis=0)
    stems = around[: reach - 1].all(axis=0) | around[reach + 2 :].all(axis=0)
    shares = (np.bincount(number, weights=marked, minlength=len(runs)) / counts for marked in (inked, stems))
    measured = zip(runs, *(share.tolist() for share in shares), strict=True)
    return tuple(run for run, ink_share, stem_share in measured if _is_line(run, ink_share, stem_share, dpi))


def _is_line(line: Line, inked: float, stems: float, dpi: float) -> bool:
    """Whether a thin run is a line, by the parts of its way that are inked and that ink goes on sideways from."""
    if inked < BROKEN:
        return False
    if inked < SOLID:
        return stems <= ALONE
    return stems <= STEMS or line.length > LONG * dpi
