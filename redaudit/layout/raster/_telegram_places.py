"""Where a telegram prints its level, told by the rows around that place which the text layer could read.

above   PAGE 01   MOSCOW  17836          one or two rows above, a blank row between
above   E.O. 12356: DECL: OADR           the row after the addresses
above   NNNN                             the last row of the message
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.strokes import inked
from redaudit.model.geometry import Box

Profile = NDArray[np.float64]

_PAGE = re.compile(r"\W{0,2}PAG[EFLC:][.,:]?")
_PAGE_NUMBER = re.compile(r"[O0Q]\d")
_PAGE_JOINED = re.compile(r"\W{0,2}PAG[EFLC] ?[O0Q]\d")
_ORDER = re.compile(r"\W{0,2}E[.,:; ]{0,2}[O0DQ][.,:; ]{0,2}(?:[1lI]\d.*)?")
_TAGS = re.compile(r"\W{0,2}TA[GCO]S\W{0,3}.*")
_END = re.compile(r"\W{0,2}N{4}\W{0,2}")
# A telegram's own lines have the order above the tags, at one margin; in rows and in characters.
TAGS_BELOW, MARGIN_OFF = 3.5, 2.0
# The number follows PAGE within this many characters.
NUMBER_WITHIN = 6.0
# How many rows above a line its level may stand, the first and the last: the class line has captions below it.
ABOVE_PAGE, ABOVE_ORDER, ABOVE_END = (1, 4), (1, 5), (1, 4)
# Words of so many letters tell how wide a character is, where a page has so many.
TELLING, WORDS = 5, 3
# Rows of type are told by the ink of so many characters.
LOOKED_AT = 22
# Rows of pixels with more ink than this part of the most inked one are of the letters.
LETTERS = 0.12
# Rows of type stand this many heights of a capital apart; their pitch is measured on so many heights around.
CLOSEST, FARTHEST, AROUND = 1.15, 2.6, 24
# The pitch is the smallest shift that is nearly as like as the best: twice the pitch is as like.
NEARLY = 0.85
# Two rows are one when they share this part of their places.
SAME = 0.3
# A row may stand off the grid of rows by this part of their pitch.
OFF_GRID = 0.3
# Characters of a row that are looked at: those before its beginning, those of a level that ends it and the white after
# it, those of one that goes on: the longest level letter by letter.
BEFORE, ENDING, GOING_ON = 2, 33, 44
# A row with less ink than this part of its first characters is blank.
BLANK = 0.01


@frozen(eq=False)
class Row:
    """A row where a level may stand: `box` from `left`, where the page's rows begin, `cell` points a character.

    `goes_on` says whether the telegram's origin and number follow the level on the row.
    """

    box: Box
    left: float
    cell: float
    goes_on: bool


def rows(picture: Picture, words: Sequence[Placed]) -> tuple[Row, ...]:
    """The rows of a page where a telegram prints its level; none where no row tells that it is a telegram."""
    cell = _cell(words)
    marks = list(_marks(words, cell)) if cell else []
    if not marks:
        return ()
    ink = inked(picture.gray)
    found: list[Row] = []
    for mark, (nearest, farthest), goes_on in marks:
        left, right = round(mark.x0 * picture.scale), round((mark.x0 + LOOKED_AT * cell) * picture.scale)
        profile = ink[:, left:right].sum(axis=1, dtype=np.float64)
        first = _letters(profile, round(mark.top * picture.scale), round(mark.bottom * picture.scale))
        if first is None:
            continue
        pitch = _pitch(profile, *first)
        for above in range(nearest, farthest + 1):
            row = _seated(profile, first[0] - above * pitch, first[1] - first[0], OFF_GRID * pitch)
            if row is None or profile[row[0] : row[1]].mean() < BLANK * (right - left):
                continue
            x0, scale = max(0.0, mark.x0 - BEFORE * cell), picture.scale
            wide = Box(x0, row[0] / scale, mark.x0 + (GOING_ON if goes_on else ENDING) * cell, row[1] / scale)
            if not any(other.box.overlap(wide) > SAME * wide.area for other in found):
                found.append(Row(wide, mark.x0, cell, goes_on))
    return tuple(found)


def _cell(words: Sequence[Placed]) -> float:
    """How wide a character of the page's type is, in points; 0 where too few words tell."""
    steps = [
        (after.x0 - word.x0) / (len(word.text) + 1)
        for word, after in pairwise(words)
        if word.line == after.line and after.x0 > word.x1 and len(word.text) >= TELLING
    ]
    return median(steps) if len(steps) >= WORDS else 0.0


def _marks(words: Sequence[Placed], cell: float) -> Iterator[tuple[Placed, tuple[int, int], bool]]:
    """The words that tell where a level stands, between which rows above them, and whether its row goes on."""
    tags = [word for word in words if _TAGS.fullmatch(word.text)]
    for word in words:
        if _PAGE_JOINED.match(word.text) or (_PAGE.fullmatch(word.text) and _is_numbered(word, words, cell)):
            yield word, ABOVE_PAGE, False
        elif _ORDER.fullmatch(word.text):
            height = word.bottom - word.top
            if any(
                abs(tag.x0 - word.x0) < MARGIN_OFF * cell and 0 < tag.top - word.top < TAGS_BELOW * height
                for tag in tags
            ):
                yield word, ABOVE_ORDER, True
        elif _END.fullmatch(word.text):
            yield word, ABOVE_END, False


def _is_numbered(word: Placed, words: Sequence[Placed], cell: float) -> bool:
    """Whether a page number of two figures follows a word on its row."""
    return any(
        0 < other.x0 - word.x0 < NUMBER_WITHIN * cell
        and other.top < (word.top + word.bottom) / 2 < other.bottom
        and _PAGE_NUMBER.match(other.text)
        for other in words
    )


def _letters(profile: Profile, top: int, bottom: int) -> tuple[int, int] | None:
    """The rows of pixels, half open, of the letters that a word's box holds; boxes begin and end a little off them."""
    part = profile[max(0, top) : bottom]
    if not len(part) or not part.any():
        return None
    inside = np.flatnonzero(part > LETTERS * part.max())
    runs = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
    longest = max(runs, key=len)
    return max(0, top) + int(longest[0]), max(0, top) + int(longest[-1]) + 1


def _pitch(profile: Profile, top: int, bottom: int) -> float:
    """How far apart the rows around some letters stand: the shift by which their ink lies on itself best."""
    height = bottom - top
    around = profile[max(0, top - AROUND * height) : bottom + AROUND * height]
    around = np.minimum(around, np.percentile(around, 95)) - around.mean()
    shifts = np.arange(max(2, round(CLOSEST * height)), max(4, round(FARTHEST * height)))
    likeness = np.array([float((around[shift:] * around[:-shift]).sum()) for shift in shifts if shift < len(around)])
    if not len(likeness):
        return FARTHEST * height
    return float(shifts[int(np.argmax(likeness >= NEARLY * likeness.max()))])


def _seated(profile: Profile, top: float, height: int, aside: float) -> tuple[int, int] | None:
    """The rows of pixels, off the expected ones by `aside` at most, that hold the most ink."""
    first = round(top - aside)
    if first < 0:
        return None
    sums = np.convolve(profile[first : round(top + aside) + height], np.ones(height), "valid")
    offset = int(np.argmax(sums))
    return first + offset, first + offset + height
