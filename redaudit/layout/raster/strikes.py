"""Words of a scan that are struck through or underlined, and their pixels with the stroke erased."""

from collections.abc import Iterator

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.erasing import THIN_PART, erase, runs_at
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
# A stroke is inked throughout and longer than any bar of a letter: plain words of seven typed memos score at most 29,
# struck ones 30 and more; bars of letters and the white between them are inked at most 0.92.
SURE, LIKELY, THROUGHOUT = 34.0, 28.0, 0.94
# So far, in heights of the letters, a strike runs through the core of the word.
THROUGH = 0.9
# Rows a column by which a stroke rises or falls when it is slanted.
SLANTED = 0.2
# Letters stand out of a strike above and below, by this part of their height, at this many places at least; out of an
# underline only above, and where a g or a y goes below, at fewer than this part of the columns.
STANDS_OUT, PLACES, BOTH_WAYS = 0.12, 2, 0.25
# A stroke leaves the word at one end, by this part of its height, or runs along this part of its width.
OUTSIDE, ALONG = 0.08, 0.8
# Half of a stroke's columns hold no more ink than this part of the letters' height: more is a blot, or hatching.
SOLID = 0.6
# An underline runs under this part of the word.
UNDER = 0.6
# Lines around a word that are no strike are passed over, at most this many: a box's edge, an underline, a rule.
LINES = 4


@frozen(eq=False)
class Word:
    """A word made LETTER pixels high with what is around it: its columns and rows, and where its picture begins."""

    ink: Inked = field(repr=False)
    left: float
    right: float
    top: float
    bottom: float
    factor: float
    corner: tuple[int, int]


@frozen
class Strike:
    """A stroke through a word: the place that it runs over, in points, and whether it is sure."""

    box: Box
    ink: Ink


def ink_of(picture: Picture, box: Box) -> Ink:
    """How the word in a box stands on the page: struck through, likely so, underlined or plain."""
    strike = strike_in(picture, box)
    if strike is not None:
        return strike.ink
    word = _word(picture, box)
    underlined = word is not None and any(_runs_under(word, path) for path in _lines(word))
    return Ink.UNDERLINED if underlined else Ink.PLAIN


def strike_in(picture: Picture, box: Box) -> Strike | None:
    """The stroke through the word in a box, None where nothing strikes it."""
    struck = striking(picture, box)
    if struck is None:
        return None
    word, path, ink = struck
    x0, y0 = word.corner
    top, bottom = path.ys.min() / word.factor + y0, path.ys.max() / word.factor + y0
    left, right = path.left / word.factor + x0, path.right / word.factor + x0
    return Strike(picture.box(left, float(top), right, float(bottom) + 1), ink)


def striking(picture: Picture, box: Box) -> tuple[Word, Path, Ink] | None:
    """The word in a box as it was looked at, the path of the stroke through it, and how sure that is."""
    word = _word(picture, box)
    if word is None:
        return None
    path = next((path for path in _lines(word) if _crosses(word, path)), None)
    return None if path is None else (word, path, Ink.STRUCK if path.score >= SURE else Ink.LIKELY_STRUCK)


def without_strike(picture: Picture, box: Box) -> Pixels:
    """The pixels of a box in points, black or white, without the strokes through its word and the lines under it."""
    left, top, right, bottom = picture.pixels(box)
    ink = inked(picture.gray[top:bottom, left:right])
    word = _word(picture, box)
    if word is not None:
        for path in _lines(word):
            if _crosses(word, path) or _runs_under(word, path):
                erase(ink, path, word.factor, (word.corner[0] - left, word.corner[1] - top))
    return np.asarray(255 - 255 * ink, dtype=np.uint8)


def _word(picture: Picture, box: Box) -> Word | None:
    left, top, right, bottom = picture.pixels(box)
    height = bottom - top
    if height < 4 or right - left < 4:
        return None
    x0, x1 = max(0, left - round(BESIDE * height)), min(picture.width, right + round(BESIDE * height))
    y0, y1 = max(0, top - round(ABOVE * height)), min(picture.height, bottom + round(ABOVE * height))
    factor = LETTER / height
    ink = resized(inked(picture.gray[y0:y1, x0:x1]), factor)
    columns = (left - x0) * factor, (right - x0) * factor
    return Word(ink, *columns, (top - y0) * factor, (bottom - y0) * factor, factor, (x0, y0))


def _lines(word: Word) -> Iterator[Path]:
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


def _heights(word: Word, path: Path) -> NDArray[np.float32]:
    """How high a path runs at each of the word's columns that it reaches: 0 at the top of the box, 1 at the bottom."""
    columns = np.arange(path.left, path.right)
    within = (columns >= word.left) & (columns < word.right)
    return np.asarray((path.ys[within] - word.top) / (word.bottom - word.top), np.float32)


def _crosses(word: Word, path: Path) -> bool:
    """Whether a path strikes the word, the whole of it or its slanted part: that goes on along the tops of letters."""
    if not _leaves(word, path):
        return False
    heights = (path.ys - word.top) / (word.bottom - word.top)
    columns = np.arange(path.left, path.right)
    core = (columns >= word.left) & (columns < word.right) & (heights > CORE[0]) & (heights < CORE[1])
    slanted = core & (np.abs(np.gradient(path.ys)) >= SLANTED)
    return any(_strikes(word.ink, columns[part], np.rint(path.ys[part]).astype(np.intp)) for part in (core, slanted))


def _leaves(word: Word, path: Path) -> bool:
    """Whether a path ends outside the letters at one end, or runs along nearly all of them: their bars end within."""
    rest = word.ink.copy()
    _blot_out(rest, path)
    letters = rest[round(word.top) : round(word.bottom), round(word.left) : round(word.right)] > 0.5
    columns = np.flatnonzero(letters.any(axis=0)) + round(word.left)
    if len(columns) == 0:
        return False
    left, right = float(columns[0]), float(columns[-1]) + 1
    ends = (path.left, float(path.ys[0])), (path.right, float(path.ys[-1]))
    beyond = (max(left - x, x - right, word.top - y, y - word.bottom) >= OUTSIDE * LETTER for x, y in ends)
    return any(beyond) or min(path.right, right) - max(path.left, left) >= ALONG * (right - left)


def _strikes(ink: Inked, columns: NDArray[np.intp], rows: NDArray[np.intp]) -> bool:
    """Whether a part of a path is long enough, inked throughout, and letters stand out of it."""
    if len(columns) < THROUGH * LETTER:
        return False
    return float(ink[rows, columns].mean()) >= THROUGHOUT and _letters_both_ways(ink, columns, rows)


def _letters_both_ways(ink: Inked, columns: NDArray[np.intp], rows: NDArray[np.intp]) -> bool:
    """Whether letters stand out of a path above and below."""
    mask = (ink > 0.5).astype(np.uint8)
    firsts, lasts = runs_at(mask, columns, rows)
    thick = lasts - firsts
    if np.median(thick) > SOLID * LETTER:
        return False
    # Where the stroke runs alone it tells where its middle is, also between.
    alone = thick <= np.percentile(thick, THIN_PART) + 1
    middles = np.interp(columns, columns[alone], (firsts + lasts)[alone] / 2)
    half = float(np.median(thick[alone])) / 2
    above = middles - firsts > half + STANDS_OUT * LETTER
    below = lasts - middles > half + STANDS_OUT * LETTER
    fewest = BOTH_WAYS * max(np.count_nonzero(above), np.count_nonzero(below))
    return all(_places(side) >= PLACES and np.count_nonzero(side) >= fewest for side in (above, below))


def _places(columns: NDArray[np.bool_]) -> int:
    """How many runs of columns there are."""
    return int(np.count_nonzero(columns[1:] & ~columns[:-1])) + int(columns[:1].sum())


def _runs_under(word: Word, path: Path) -> bool:
    heights = _heights(word, path)
    return path.ink >= THROUGHOUT and int(np.count_nonzero(heights >= 0.5)) >= UNDER * (word.right - word.left)
