"""Strokes taken out of a mask of ink, and the letters that they crossed made whole again."""

import numpy as np
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Pixels
from redaudit.layout.raster.strokes import Path

# A stroke is as thick as its thinner columns, this percentile of them; a column of ink that is thicker by this factor,
# and by a pixel, is a letter that crosses it.
THIN_PART, CROSSED = 20, 1.7
# How far beside a path its ink may lie, in rows: paths are found on a smaller picture.
BESIDE = 2


def erase(ink: Pixels, path: Path, factor: float, corner: tuple[float, float]) -> None:
    """Take a stroke out of a mask; its path was found on a picture `factor` times as large, its corner at `corner`.

    Where ink stands above and below the stroke a letter crossed it, and its ink is joined again.
    """
    columns, middles = _places(path, factor, corner, ink.shape)
    runs = [run_at(ink[:, column], middle) for column, middle in zip(columns, middles, strict=True)]
    thickness = [run[1] - run[0] for run in runs if run]
    if not thickness:
        return
    most = CROSSED * float(np.percentile(thickness, THIN_PART)) + 1
    whole = ink.copy()
    for column, run in zip(columns, runs, strict=True):
        if run and run[1] - run[0] <= most:
            first, last = max(run[0] - 1, 0), min(run[1] + 1, ink.shape[0])
            if not (_near(whole, column, run[0] - 2) and _near(whole, column, run[1] + 1)):
                ink[first:last, column] = 0


def _places(
    path: Path, factor: float, corner: tuple[float, float], shape: tuple[int, ...]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The columns and rows of a mask that a path runs through."""
    first = max(0, round(corner[0] + path.left / factor))
    last = min(shape[1], round(corner[0] + path.right / factor))
    columns = np.arange(first, last)
    ys = np.interp((columns - corner[0]) * factor, np.arange(path.left, path.right), path.ys)
    return columns, np.rint(ys / factor + corner[1]).astype(np.intp)


def _near(ink: Pixels, column: int, row: int) -> bool:
    """Whether there is ink in a row at a column or next to it."""
    return 0 <= row < ink.shape[0] and bool(ink[row, max(column - 1, 0) : column + 2].any())


def run_at(column: Pixels, middle: int) -> tuple[int, int] | None:
    """The first and last row, half open, of the run of ink at or next to a row; None where there is no ink."""
    rows = range(max(middle - BESIDE, 0), min(middle + BESIDE + 1, len(column)))
    inside = min((row for row in rows if column[row]), key=lambda row: abs(row - middle), default=None)
    if inside is None:
        return None
    first = last = inside
    while first > 0 and column[first - 1]:
        first -= 1
    while last < len(column) and column[last]:
        last += 1
    return first, last
