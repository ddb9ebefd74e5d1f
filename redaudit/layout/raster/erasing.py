"""Strokes taken out of a mask of ink, and the letters that they crossed left whole."""

import numpy as np
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Pixels
from redaudit.layout.raster.strokes import Path

# A stroke is as thick as its thinner columns, this percentile of them; a column of ink that is thicker by this factor,
# and by a pixel, is a letter that crosses it.
THIN_PART, CROSSED = 20, 1.7
# How far beside a path its ink may lie, in rows: paths are found on a smaller picture.
BESIDE = 2
# A run of ink is followed so many rows up and down; letters that cross a stroke are no higher.
FOLLOWED = 60

_Rows = NDArray[np.intp]


def erase(ink: Pixels, path: Path, factor: float, corner: tuple[float, float]) -> None:
    """Take a stroke out of a mask; its path was found on a picture `factor` times as large, its corner at `corner`.

    Where ink stands above and below the stroke a letter crosses it, and its ink stays.
    """
    columns, middles = _places(path, factor, corner, ink.shape)
    firsts, lasts = runs_at(ink, columns, middles)
    found = lasts > firsts
    if not found.any():
        return
    most = CROSSED * float(np.percentile((lasts - firsts)[found], THIN_PART)) + 1
    whole = ink.copy()
    for column, first, last in zip(
        *(each[found & (lasts - firsts <= most)] for each in (columns, firsts, lasts)), strict=True
    ):
        if not (_near(whole, column, first - 2) and _near(whole, column, last + 1)):
            ink[max(first - 1, 0) : last + 1, column] = 0


def covered(ink: Pixels, path: Path, factor: float, corner: tuple[float, float]) -> Pixels:
    """A mask of what a stroke covers, letters that cross it too."""
    columns, middles = _places(path, factor, corner, ink.shape)
    firsts, lasts = runs_at(ink, columns, middles)
    over = np.zeros_like(ink)
    thickness = (lasts - firsts)[lasts > firsts]
    if len(thickness) == 0:
        return over
    half = float(np.percentile(thickness, THIN_PART)) / 2 + 1
    rows = np.arange(ink.shape[0])[:, None]
    over[:, columns] = np.abs(rows - middles) <= half
    return over


def runs_at(ink: Pixels, columns: _Rows, middles: _Rows) -> tuple[_Rows, _Rows]:
    """The first and last rows, half open, of the run of ink at or next to a row of each column; empty where none is."""
    if len(columns) == 0:
        return middles, middles
    top = max(int(middles.min()) - FOLLOWED, 0)
    part = ink[top : max(int(middles.max()) + FOLLOWED, top + 1), columns] > 0
    height = part.shape[0]
    if height == 0:
        return middles, middles
    rows = np.arange(height)[:, None]
    # For each place the last white row above and the first one below.
    above = np.maximum.accumulate(np.where(part, -1, rows), axis=0)
    below = np.minimum.accumulate(np.where(part, height, rows)[::-1], axis=0)[::-1]
    inside = np.full(len(columns), -1)
    order = np.arange(len(columns))
    for aside in (0, -1, 1, -2, 2)[: 2 * BESIDE + 1]:
        near = middles - top + aside
        hit = (inside < 0) & (near >= 0) & (near < height)
        hit[hit] = part[near[hit], order[hit]]
        inside[hit] = near[hit]
    found = inside >= 0
    at = np.maximum(inside, 0)
    firsts = np.where(found, above[at, order] + 1 + top, middles)
    return firsts, np.where(found, below[at, order] + top, firsts)


def _places(path: Path, factor: float, corner: tuple[float, float], shape: tuple[int, ...]) -> tuple[_Rows, _Rows]:
    """The columns and rows of a mask that a path runs through."""
    first = max(0, round(corner[0] + path.left / factor))
    last = min(shape[1], round(corner[0] + path.right / factor))
    columns = np.arange(first, last)
    ys = np.interp((columns - corner[0]) * factor, np.arange(path.left, path.right), path.ys)
    return columns, np.rint(ys / factor + corner[1]).astype(np.intp)


def _near(ink: Pixels, column: int, row: int) -> bool:
    """Whether there is ink in a row at a column or next to it."""
    return 0 <= row < ink.shape[0] and bool(ink[row, max(column - 1, 0) : column + 2].any())
