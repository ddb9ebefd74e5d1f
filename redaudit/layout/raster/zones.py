"""Where a scanned page deserves to be read again: ink like a line of letters that no believable word explains.

    text layer    3-5<C>   yeaET   (nothing)          picture    3.5(c)   TOP SECRET   DECLASSIFIED, up the margin

What the text layer explains costs nothing more: a page whose words all read well has no zones.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import INK, Picture, Pixels
from redaudit.model.geometry import Box

# Letters are this high and at most this wide, in inches: capitals of 4 points, stamps of an inch; several may touch.
LOWEST, HIGHEST, WIDEST = 0.045, 0.6, 2.5
# A line askew is no higher than this, in inches; what is chained together higher is hatching, film or a photograph.
LINE = 0.9
# A stroke thinner than this, in inches, is a rule or a dash unless it stands among letters.
THIN = 0.012
# Letters of one line stand nearer than this, in inches, or than this part of their height.
APART, APART_UPRIGHT = 0.12, 0.2
# A zone holds at least this many letters, as wide strokes count for their width; up a margin, where specks, punch
# holes and box edges stand one below the other, more.
LETTERS, LETTERS_UPRIGHT = 2, 8
# The white kept around a zone, in inches.
MARGIN = 0.02
# The outline of a box reaches this far beyond it, in inches; a mark that spans so much of a box is its outline or fill.
RIM, SPANNING = 0.03, 0.7
# Which letters stand near each other is looked for at one of so many pixels each way.
COARSE = 2
# The halves of a word that a layer cut in two stand nearer than this, in heights.
CUT = 0.5
# A line on its side is so many times longer than thick.
SLENDER = 3.0
# Words of a line stand further apart than this, in inches; letters of typescript stand up to 0.04 apart.
WORDS_APART = 0.05
# More zones than this is a photograph, a map or handwriting: the first to go are those that look least like a line.
MOST = 60

_WORDS_OF_TWO = frozenset(
    (
        *("am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "mr", "my", "no", "of"),
        *("on", "or", "so", "to", "up", "us", "we", "ii", "iv", "vi", "st", "dr", "un", "eu", "uk", "pm"),
    )
)
_NUMBER = re.compile(r"\d{1,4}(?:[.,:/-]\d{1,4}){0,3}|[A-Z]{1,3}\d{6,}|\d{4,}")
_BROKEN_CODE = re.compile(r"\d\W\d")
_LETTERS = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)(?:[-'’](?:[A-Z]?[a-z]+|[A-Z]+))*")
_PORTION = re.compile(r"\((?:TS|S|C|U)\)")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_AROUND = "()[]\"'“”‘’.,:;!?-—"


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

    def on_page(self, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
        """The pixels of the picture (half open) that some of `pixels` are."""
        match self.turns:
            case 1:
                left, top, right, bottom = self.right - self.left - bottom, left, self.right - self.left - top, right
            case 3:
                left, top, right, bottom = top, self.bottom - self.top - right, bottom, self.bottom - self.top - left
        return self.left + left, self.top + top, self.left + right, self.top + bottom


class _Group(NamedTuple):
    """Letters that stand near each other: their bounds in pixels, half open, and about how many they are."""

    left: int
    top: int
    right: int
    bottom: int
    letters: int


@frozen(eq=False)
class _Ink:
    """The connected marks of a picture, their bounds, which of them may be letters and which are larger than any."""

    labels: NDArray[np.int32]
    stats: NDArray[np.int32]
    letters: NDArray[np.bool_]
    foreign: NDArray[np.bool_]


def believable(text: str) -> bool:
    """Whether a word of a text layer reads like a word or a number; damage mixes cases, signs and digits."""
    if " " in text:  # a banner of several words
        return all(map(believable, text.split()))
    bare = text.strip(_AROUND)
    if _PORTION.fullmatch(text):
        return True
    if len(bare) < 2:  # a lone figure may be the first of a code: 3 5(c)
        return False
    if bare[0].isdigit() or bare[-1].isdigit():  # 3-5‘°’ is no number, nor is 3-5
        return bool(_NUMBER.fullmatch(text.strip(".,:;"))) and not _BROKEN_CODE.fullmatch(bare)
    if not _LETTERS.fullmatch(bare):
        return False
    return bare.lower() in _WORDS_OF_TWO if len(bare) == 2 else bool(_VOWEL.search(bare))


def zones(picture: Picture, words: Sequence[Placed], boxes: Sequence[Box]) -> tuple[Zone, ...]:
    """The zones of a page where ink like letters has no believable word on it: first those up and down, then level.

    The outlines and fills of redaction boxes are no ink to be read.
    """
    ink = _ink(picture)
    for box in boxes:
        _pass_over(ink, picture, box)
    explained = _explained(picture, words)
    left, top, wide, high = ink.stats[:, :4].T
    letters = ink.letters & ~explained[(top + high // 2) // COARSE, (left + wide // 2) // COARSE]
    stats = np.asarray(ink.stats[letters], dtype=np.int32)
    if not len(stats):
        return ()
    mask = np.zeros((picture.height // COARSE + 1, picture.width // COARSE + 1), np.uint8)
    for x, y, w, h in stats[:, :4].tolist():
        # Never beyond the letter above or below, so that lines with one pixel between them stay apart.
        mask[-(-y // COARSE) : (y + h) // COARSE, x // COARSE : (x + w - 1) // COARSE + 1] = 1
    near, near_upright = picture.inches(APART) // COARSE, picture.inches(APART_UPRIGHT) // COARSE
    highest = picture.inches(LINE)
    level = [
        group
        for group in _groups(mask, (1, near), stats)
        if group.letters >= LETTERS and group.bottom - group.top <= highest
    ]
    level.sort(key=lambda group: (-group.letters, group.top, group.left))
    upright = [
        group
        for group in _groups(mask, (near_upright, 1), stats)
        if _stands(group) and group.right - group.left <= highest
    ]
    return (
        *(_zone(picture, ink, group, turns) for group in upright[:MOST] for turns in (3, 1)),
        *(_zone(picture, ink, group, 0) for group in sorted(level[:MOST], key=lambda group: (group.top, group.left))),
    )


def _stands(group: _Group) -> bool:
    """Whether letters one below the other are a line that stands on its side."""
    long, thick = group.bottom - group.top, group.right - group.left
    return group.letters >= LETTERS_UPRIGHT and long >= SLENDER * thick


def parts(picture: Picture, zone: Zone) -> tuple[Zone, ...]:
    """A level zone in pieces, parted where its letters stand further apart than within a word; none if it is one."""
    inked = (zone.pixels < INK).any(axis=0)
    columns = np.flatnonzero(inked)
    breaks = np.flatnonzero(np.diff(columns) > picture.inches(WORDS_APART)) + 1
    if not len(breaks):
        return ()
    pieces = [(int(run[0]), int(run[-1]) + 1) for run in np.split(columns, breaks)]
    return tuple(
        Zone(zone.left + x0, zone.top, zone.left + x1, zone.bottom, 0, zone.pixels[:, x0:x1]) for x0, x1 in pieces
    )


def _ink(picture: Picture) -> _Ink:
    labels, stats = picture.pieces.labels, picture.pieces.stats.copy()
    wide, high = stats[:, 2], stats[:, 3]
    large = (high > picture.inches(HIGHEST)) | (wide > picture.inches(WIDEST))
    letters = ~large & (high >= picture.inches(LOWEST)) & (np.minimum(wide, high) >= picture.inches(THIN))
    large[0] = letters[0] = False  # the paper
    stats[0] = 0  # a page all ink has none, and OpenCV gives it a place beyond all pages
    return _Ink(labels, stats, letters, large)


def _pass_over(ink: _Ink, picture: Picture, box: Box) -> None:
    """Take the marks that span a box, and nothing but its outline or fill, for what is no letter."""
    left, top, right, bottom = picture.pixels(box)
    x0, y0, wide, high = ink.stats[:, :4].T
    rim = picture.inches(RIM)
    within = (x0 >= left - rim) & (y0 >= top - rim) & (x0 + wide <= right + rim) & (y0 + high <= bottom + rim)
    spanning = within & (wide >= SPANNING * (right - left)) & (high >= SPANNING * (bottom - top))
    ink.letters[spanning] = False
    ink.foreign[spanning] = True


def _explained(picture: Picture, words: Sequence[Placed]) -> NDArray[np.bool_]:
    """The places, of COARSE pixels each, that believable words lie on."""
    held = np.zeros((picture.height // COARSE + 1, picture.width // COARSE + 1), bool)
    scale = picture.scale / COARSE
    for word in _whole(words):
        if believable(word.text):
            left, right = max(int(word.x0 * scale) - 1, 0), int(word.x1 * scale) + 2
            top, bottom = max(int(word.top * scale), 0), int(word.bottom * scale) + 1
            held[top:bottom, left:right] = True
    return held


def _whole(words: Sequence[Placed]) -> list[Placed]:
    """The words, those that a layer cut in two, `t o`, joined where the halves are none and the whole is one."""
    joined: list[Placed] = []
    for word in words:
        last = joined[-1] if joined else None
        if last and last.line == word.line and 0 <= word.x0 - last.x1 < CUT * (word.bottom - word.top):
            both = last.text + word.text
            if not believable(last.text) and not believable(word.text) and believable(both):
                joined[-1] = word._replace(text=both, x0=last.x0)
                continue
        joined.append(word)
    return joined


def _groups(mask: Pixels, near: tuple[int, int], stats: NDArray[np.int32]) -> list[_Group]:
    """The letters that stand so near each other, down and across; `mask` has a place for COARSE pixels."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones(near, np.uint8))
    count, places = cv2.connectedComponents(closed, connectivity=4)
    left, top, wide, high = stats[:, :4].T
    group = places[(top + high // 2) // COARSE, (left + wide // 2) // COARSE]
    # Letters that touch count for their length along the line.
    along, thick = (wide, high) if near[0] == 1 else (high, np.maximum(wide, high / 3))
    letters = np.zeros(count, np.int64)
    np.add.at(letters, group, np.maximum(1, np.round(along / (0.8 * thick)).astype(np.int64)))
    first, last = np.full((count, 2), 1 << 30), np.zeros((count, 2), np.int64)
    np.minimum.at(first, group, np.stack([left, top], axis=1))
    np.maximum.at(last, group, np.stack([left + wide, top + high], axis=1))
    return [
        _Group(int(first[index, 0]), int(first[index, 1]), int(last[index, 0]), int(last[index, 1]), int(tally))
        for index, tally in enumerate(letters)
        if tally
    ]


def _zone(picture: Picture, ink: _Ink, group: _Group, turns: int) -> Zone:
    margin = picture.inches(MARGIN)
    left, top = max(group.left - margin, 0), max(group.top - margin, 0)
    right, bottom = min(group.right + margin, picture.width), min(group.bottom + margin, picture.height)
    pixels = picture.gray[top:bottom, left:right].copy()
    pixels[ink.foreign[ink.labels[top:bottom, left:right]]] = 255
    return Zone(left, top, right, bottom, turns, np.ascontiguousarray(np.rot90(pixels, turns)))
