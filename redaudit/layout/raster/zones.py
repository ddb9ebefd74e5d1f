"""Where a scanned page deserves to be read again: ink like a line of letters that no believable word explains.

    text layer    3-5<C>   yeaET   (nothing)          picture    3.5(c)   TOP SECRET   DECLASSIFIED, up the margin

What the text layer explains costs nothing more: a page whose words all read well has no zones.
"""

import re
from collections.abc import Sequence

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import INK, Picture, Pixels

# Letters are this high and at most this wide, in inches: capitals of 4 points, stamps of an inch; several may touch.
LOWEST, HIGHEST, WIDEST = 0.045, 0.6, 2.5
# A stroke thinner than this, in inches, is a rule or a dash unless it stands among letters.
THIN = 0.012
# Letters of one line stand nearer than this, in inches, or than this part of their height.
APART = 0.12
# A zone holds at least this many letters, as wide strokes count for their width; up a margin, where specks, punch
# holes and box edges stand one below the other, more.
LETTERS, LETTERS_UPRIGHT = 2, 6
# The parts of a page, from its top and its bottom, where banners and bands stand: what is not a marking is read again.
BAND = 0.13
# More zones than this is a photograph, a map or handwriting: the first to go are those that look least like a line.
MOST = 60

_WORDS_OF_TWO = frozenset(
    (
        *("am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "mr", "my", "no", "of"),
        *("on", "or", "so", "to", "up", "us", "we", "ii", "iv", "vi", "st", "dr", "un", "eu", "uk", "pm"),
    )
)
_NUMBER = re.compile(r"\d{1,4}(?:[.,:/-]\d{1,4}){0,3}|[A-Z]{1,3}\d{6,}|\d{4,}")
_LETTERS = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)(?:[-'’](?:[A-Z]?[a-z]+|[A-Z]+))*")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_AROUND = "()[]\"'“”‘’.,:;!?-—"


_Labels = NDArray[np.int32]


@frozen(eq=False)
class Zone:
    """A stretch of a picture to be read: its pixels (half open), and the quarter turns clockwise that its words stand.

    `pixels` holds the zone alone, upright, without what else lies there: box outlines, rules.
    """

    left: int
    top: int
    right: int
    bottom: int
    turns: int
    pixels: Pixels = field(repr=False)


def believable(text: str) -> bool:
    """Whether a word of a text layer reads like a word or a number; damage mixes cases, signs and digits."""
    bare = text.strip(_AROUND)
    if len(bare) < 2:  # a lone figure may be the first of a code: 3 5(c)
        return False
    if _NUMBER.fullmatch(bare):
        return True
    if not _LETTERS.fullmatch(bare):
        return False
    return bare.lower() in _WORDS_OF_TWO if len(bare) == 2 else bool(_VOWEL.search(bare))


def zones(picture: Picture, words: Sequence[Placed]) -> tuple[Zone, ...]:
    """The zones of a page where ink like letters has no believable word on it, top to bottom."""
    _, marked, stats, _ = cv2.connectedComponentsWithStats((picture.gray < INK).astype(np.uint8), connectivity=8)
    labels = np.asarray(marked, dtype=np.int32)
    left, top, wide, high, _ = stats.T
    small = np.minimum(wide, high) >= picture.inches(THIN)
    letters = small & (high >= picture.inches(LOWEST)) & (high <= picture.inches(HIGHEST))
    letters &= wide <= picture.inches(WIDEST)
    letters[0] = False
    foreign = ((high > picture.inches(HIGHEST)) | (wide > picture.inches(WIDEST))) & ~letters
    foreign[0] = False
    explained = _explained(picture, words)
    across, down = left + wide // 2, top + high // 2
    letters &= ~explained[np.minimum(down, picture.height - 1), np.minimum(across, picture.width - 1)]
    mask = np.zeros(picture.gray.shape, np.uint8)
    for index in np.flatnonzero(letters):
        mask[top[index] : top[index] + high[index], left[index] : left[index] + wide[index]] = 1
    gap = picture.inches(APART)
    rows = _groups(mask, np.ones((1, gap), np.uint8), np.asarray(stats[letters], dtype=np.int32))
    level = [group for group in rows if group[4] >= LETTERS]
    level.sort(key=lambda group: (-group[4], group[1], group[0]))
    found = [_zone(picture, labels, foreign, group) for group in level[:MOST]]
    return tuple(sorted(found, key=lambda zone: (zone.top, zone.left)))


def _explained(picture: Picture, words: Sequence[Placed]) -> NDArray[np.bool_]:
    """The pixels that believable words lie on, but for those of the bands that are no plain reading."""
    held = np.zeros(picture.gray.shape, bool)
    for word in words:
        if believable(word.text):
            left, right = max(int(word.x0 * picture.scale) - 2, 0), int(word.x1 * picture.scale) + 3
            top, bottom = max(int(word.top * picture.scale), 0), int(word.bottom * picture.scale) + 1
            held[top:bottom, left:right] = True
    return held


def _groups(mask: Pixels, kernel: NDArray[np.uint8], stats: _Labels) -> list[tuple[int, int, int, int, int]]:
    """Left, top, right, bottom of the letters that stand near each other along the kernel, and how many they are."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)
    _, places, bounds, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    tally = np.zeros(len(bounds), np.int64)
    centres = places[stats[:, 1] + stats[:, 3] // 2, stats[:, 0] + stats[:, 2] // 2]
    np.add.at(tally, centres, np.maximum(1, np.round(stats[:, 2] / (0.8 * stats[:, 3])).astype(np.int64)))
    return [
        (int(x), int(y), int(x + w), int(y + h), int(tally[index]))
        for index, (x, y, w, h, _) in enumerate(bounds)
        if index
    ]


def _zone(picture: Picture, labels: _Labels, foreign: NDArray[np.bool_], group: tuple[int, int, int, int, int]) -> Zone:
    margin = picture.inches(0.02)
    left, top = max(group[0] - margin, 0), max(group[1] - margin, 0)
    right, bottom = min(group[2] + margin, picture.width), min(group[3] + margin, picture.height)
    pixels = picture.gray[top:bottom, left:right].copy()
    pixels[foreign[labels[top:bottom, left:right]]] = 255
    return Zone(left, top, right, bottom, 0, pixels)
