"""Words of a scan that are struck through or underlined, and their pixels with the stroke erased."""

from collections.abc import Iterator

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.strokes import Inked, Path, inked, longest_path, resized
from redaudit.model.document import Ink
from redaudit.model.geometry import Box

# Words are looked at with letters this many pixels high, whatever their size on the page.
LETTER = 24
# How far beyond a word a stroke is followed, in heights of its letters: pens start before a word and end after it.
BESIDE, ABOVE = 1.0, 0.5
# The part of a word's height that a strike crosses; boxes of words may begin and end a little off their letters.
CORE = (0.1, 0.9)
# A stroke is inked throughout and longer than any bar of a letter: 956 plain words of seven memos score at most 29,
# struck ones 30 and more; bars of letters and the white between them are inked at most 0.92.
SURE, LIKELY, THROUGHOUT = 34.0, 28.0, 0.94
# So far, in heights of the letters, a strike runs through the core of the word.
THROUGH = 1.0
# Letters stand out of a strike above and below, by this part of their height, at this many places at least; out of an
# underline only above, and where a g or a y goes below, at fewer than this part of the columns.
STANDS_OUT, PLACES, BOTH_WAYS = 0.12, 2, 0.25
# An underline runs under this part of the word.
UNDER = 0.6
# Lines around a word that are no strike are passed over, at most this many: a box's edge, an underline, a rule.
LINES = 4
# A stroke's thickness is that of its thinner parts; where a column of ink is thicker by this, a letter crosses it.
THIN_PART, CROSSED = 30, 1.7


@frozen(eq=False)
class _Word:
    """A word made LETTER pixels high with what is around it: its columns and rows, and where its picture begins."""

    ink: Inked = field(repr=False)
    left: float
    right: float
    top: float
    bottom: float
    factor: float
    corner: tuple[int, int]


def ink_of(picture: Picture, box: Box) -> Ink:
    """How the word in a box stands on the page: struck through, likely so, underlined or plain."""
    word = _word(picture, box)
    if word is None:
        return Ink.PLAIN
    ink = Ink.PLAIN
    for path in _lines(word):
        if _crosses(word, path):
            return Ink.STRUCK if path.score >= SURE else Ink.LIKELY_STRUCK
        if _runs_under(word, path):
            ink = Ink.UNDERLINED
    return ink


def without_strike(picture: Picture, box: Box) -> Pixels:
    """The gray pixels of a box in points, with the strokes through its word and the lines under it erased."""
    left, top, right, bottom = picture.pixels(box)
    pixels = picture.gray[top:bottom, left:right].copy()
    word = _word(picture, box)
    if word is not None:
        for path in _lines(word):
            if _crosses(word, path) or _runs_under(word, path):
                _erase(pixels, path, word, (left, top))
    return pixels


def _word(picture: Picture, box: Box) -> _Word | None:
    left, top, right, bottom = picture.pixels(box)
    height = bottom - top
    if height < 4 or right - left < 4:
        return None
    x0, x1 = max(0, left - round(BESIDE * height)), min(picture.width, right + round(BESIDE * height))
    y0, y1 = max(0, top - round(ABOVE * height)), min(picture.height, bottom + round(ABOVE * height))
    factor = LETTER / height
    ink = resized(inked(picture.gray[y0:y1, x0:x1]), factor)
    columns = (left - x0) * factor, (right - x0) * factor
    return _Word(ink, *columns, (top - y0) * factor, (bottom - y0) * factor, factor, (x0, y0))


def _lines(word: _Word) -> Iterator[Path]:
    """The lines in and around a word, the clearest first, as long as they are clear enough."""
    ink = word.ink.copy()
    for _ in range(LINES):
        path = longest_path(ink)
        if path is None or path.score < LIKELY:
            return
        yield path
        _blot_out(ink, path)


def _blot_out(ink: Inked, path: Path) -> None:
    """Take a path from a mask, two pixels to each side."""
    rows = np.rint(path.ys).astype(np.intp)
    columns = np.arange(path.left, path.right)
    for aside in range(-2, 3):
        ink[np.clip(rows + aside, 0, ink.shape[0] - 1), columns] = 0


def _heights(word: _Word, path: Path) -> NDArray[np.float32]:
    """How high a path runs at each of the word's columns that it reaches: 0 at the top of the box, 1 at the bottom."""
    columns = np.arange(path.left, path.right)
    within = (columns >= word.left) & (columns < word.right)
    return np.asarray((path.ys[within] - word.top) / (word.bottom - word.top), np.float32)


def _crosses(word: _Word, path: Path) -> bool:
    heights = _heights(word, path)
    through = int(np.count_nonzero((heights > CORE[0]) & (heights < CORE[1])))
    return path.ink >= THROUGHOUT and through >= THROUGH * LETTER and _letters_both_ways(word, path)


def _letters_both_ways(word: _Word, path: Path) -> bool:
    """Whether letters stand out of a path above and below."""
    mask = (word.ink > 0.5).astype(np.uint8)
    first, last = max(path.left, round(word.left)), min(path.right, round(word.right))
    middles = np.rint(path.ys).astype(int)
    if first >= last:
        return False
    ys = middles[first - path.left : last - path.left]
    runs = np.array([_run(mask[:, column], y) or (y, y) for column, y in zip(range(first, last), ys, strict=True)])
    up, down = ys - runs[:, 0], runs[:, 1] - ys
    alone = up + down <= np.percentile(up + down, THIN_PART)
    above = up > np.median(up[alone]) + STANDS_OUT * LETTER
    below = down > np.median(down[alone]) + STANDS_OUT * LETTER
    fewest = BOTH_WAYS * max(np.count_nonzero(above), np.count_nonzero(below))
    return all(_places(side) >= PLACES and np.count_nonzero(side) >= fewest for side in (above, below))


def _places(columns: NDArray[np.bool_]) -> int:
    """How many runs of columns there are."""
    return int(np.count_nonzero(columns[1:] & ~columns[:-1])) + int(columns[:1].sum())


def _runs_under(word: _Word, path: Path) -> bool:
    heights = _heights(word, path)
    return path.ink >= THROUGHOUT and int(np.count_nonzero(heights >= 0.5)) >= UNDER * (word.right - word.left)


def _erase(pixels: Pixels, path: Path, word: _Word, corner: tuple[int, int]) -> None:
    """Paint a path white in a word's pixels, but not where letters cross it."""
    ink = inked(pixels)
    height, width = ink.shape
    columns = np.arange(width)
    across = (columns + corner[0] - word.corner[0]) * word.factor
    down = np.interp(across, np.arange(path.left, path.right), path.ys, left=-1, right=-1)
    middles = np.rint(down / word.factor + word.corner[1] - corner[1]).astype(int)
    runs = [
        _run(ink[:, column], middle) if 0 <= middle < height and down[column] >= 0 else None
        for column, middle in zip(columns, middles, strict=True)
    ]
    thickness = [run[1] - run[0] for run in runs if run]
    if not thickness:
        return
    most = CROSSED * float(np.percentile(thickness, THIN_PART)) + 1
    for column, run in enumerate(runs):
        if run and run[1] - run[0] <= most:
            pixels[max(run[0] - 1, 0) : run[1] + 1, column] = 255


def _run(column: Pixels, middle: int) -> tuple[int, int] | None:
    """The first and last row, half open, of the run of ink at or next to a row; None where there is no ink."""
    near = [row for row in (middle, middle - 1, middle + 1, middle - 2, middle + 2) if 0 <= row < len(column)]
    inside = next((row for row in near if column[row]), None)
    if inside is None:
        return None
    first = last = inside
    while first > 0 and column[first - 1]:
        first -= 1
    while last < len(column) and column[last]:
        last += 1
    return first, last
