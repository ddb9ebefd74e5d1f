"""Portion marks that a stroke runs through: found by their brackets, read by the letters of the page's own type.

picture    ... subject to attack.  (S)    under a pen stroke, `fS^T` in the text layer
"""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.layers import Placed
from redaudit.layout.raster.erasing import covered, erase
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.strikes import striking
from redaudit.layout.raster.strokes import inked
from redaudit.layout.raster.zones import believable
from redaudit.model.document import Ink
from redaudit.model.geometry import Box

# Letters of running text are so high, in inches, from small print to the largest type.
LOWEST, HIGHEST = 0.05, 0.25
# Of the heights of a page's letters, capitals and letters with ascenders have those from this percentile on.
CAPITALS = 80
# Fewer letters than this are no running text.
FEWEST = 20
# A mark under a stroke is one blot: so wide and so high, in heights of a capital. `(S)` is 2 wide, `(S//NF)` 5, and the
# stroke goes on beside it.
WIDE, HIGH = (1.2, 9.0), (0.85, 2.0)
# Running text keeps so far off a mark, in heights of a capital, but for the full stop after it, in its lower part.
APART, STOP = 0.2, 0.6
# A bracket is so wide at most and so high at least; its tips lie so far inside its middle, in heights of a capital.
BRACKET_WIDE, BRACKET_HIGH, TIPS = 0.6, 0.75, 0.05
# What is left of a stroke beside the brackets is lower than this.
LEFT_OVER = 0.55
# A pen that hides the tips of a bracket goes on beyond it at one end by this much, in heights of a capital.
BEYOND = 0.08
# Both tips of both brackets, a stroke that goes on beyond them, a place at an end of a paragraph: of these three signs
# a mark under a stroke has two; type so heavy that its bars look like strokes has one by chance.
NEEDED, BOTH = 2, 2
# A mark stands at the end of a paragraph or, after a number at most so wide, at its beginning: so much white is beside
# it, in heights of a capital.
NUMBER, WHITE = 3.0, 2.5
# A single letter between the brackets is at most so wide; wider marks have several letters and are left to OCR.
SINGLE = 1.15
# Letters of the page's own type are compared, at most so many of each kind.
SAMPLES = 8
# A letter is laid over a sample with so many pixels' play.
PLAY = 3
# The single letters of portion marks; `(R)` ended in 1953 and is a footnote's sign since.
LETTERS = "SCU"

_Corners = tuple[int, int, int, int]
_Stats = NDArray[np.int32]


@frozen(eq=False)
class StruckPortion:
    """A struck portion mark: its place, its words where a single letter stands in it, else empty, and its pixels."""

    box: Box
    ink: Ink
    mark: str
    readable: Pixels = field(repr=False)


@frozen(eq=False)
class _Type:
    """The letters of a page: its ink, its blots (left, top, width, height of each), how high a capital is."""

    ink: Pixels
    blots: _Stats
    capital: float


def struck_portions(picture: Picture, words: Sequence[Placed]) -> tuple[StruckPortion, ...]:
    """The portion marks of a page that a stroke runs through."""
    type_ = _type(picture)
    if type_ is None:
        return ()
    found = [one for corners in _alone(type_) for one in _bracketed(picture, type_, corners)]
    samples = _samples(picture, words, type_) if found else {}
    return tuple(_portion(picture, type_, one, samples) for one in found)


def _type(picture: Picture) -> _Type | None:
    """The letters of a page, None where it has no running text."""
    ink = inked(picture.gray)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    blots = np.asarray(stats[1:, :4], dtype=np.int32)
    low, high = picture.inches(LOWEST), picture.inches(HIGHEST)
    heights = blots[(blots[:, 2] <= high) & (blots[:, 3] >= low) & (blots[:, 3] <= high), 3]
    return _Type(ink, blots, float(np.percentile(heights, CAPITALS))) if len(heights) >= FEWEST else None


def _alone(type_: _Type) -> Iterator[_Corners]:
    """The blots of a mark's size with white on both sides."""
    width, height = type_.blots[:, 2] / type_.capital, type_.blots[:, 3] / type_.capital
    fit = (width >= WIDE[0]) & (width <= WIDE[1]) & (height >= HIGH[0]) & (height <= HIGH[1])
    apart = round(APART * type_.capital)
    for left, top, wide, high in type_.blots[fit].tolist():
        right, bottom = left + wide, top + high
        rows = slice(top, top + round(STOP * high))
        beside = type_.ink[rows, max(left - apart, 0) : left], type_.ink[rows, right : right + apart]
        if not any(side.any() for side in beside):
            yield left, top, right, bottom


def _at_an_end(type_: _Type, rows: slice, left: int, right: int) -> bool:
    """Whether what stands there is the last of its line, or the first but for a number."""
    white, number = round(WHITE * type_.capital), round((NUMBER + WHITE) * type_.capital)
    if not type_.ink[rows, right : right + white].any():
        return True
    before = type_.ink[rows, max(left - number, 0) : left]
    return not before[:, : max(before.shape[1] - round(NUMBER * type_.capital), 0)].any()


@frozen(eq=False)
class _Bracketed:
    """A struck blot between brackets: its corners, its ink without the stroke, the columns inside the brackets."""

    corners: _Corners
    ink: Ink
    clean: Pixels
    hidden: Pixels
    inside: tuple[int, int]


def _bracketed(picture: Picture, type_: _Type, corners: _Corners) -> Iterator[_Bracketed]:
    """A blot, where a stroke runs through it and brackets are at its ends."""
    left, top, right, bottom = corners
    struck = striking(picture, picture.box(*corners))
    if struck is None:
        return
    word, path, ink = struck
    clean = type_.ink[top:bottom, left:right].copy()
    corner = word.corner[0] - left, word.corner[1] - top
    hidden = covered(clean, path, word.factor, corner)
    erase(clean, path, word.factor, corner)
    rows = slice(top, top + round(STOP * (bottom - top)))
    inside = _inside_brackets(clean, type_.capital, NEEDED - _at_an_end(type_, rows, left, right))
    if inside is not None:
        yield _Bracketed(corners, ink, clean, hidden, inside)


def _inside_brackets(clean: Pixels, capital: float, needed: int) -> tuple[int, int] | None:
    """The columns between a bracket at the left and one at the right; None where fewer signs of a mark than needed."""
    inked_columns = np.concatenate([[0], clean.any(axis=0), [0]]).astype(np.int8)
    runs = np.flatnonzero(np.diff(inked_columns)).reshape(-1, 2).tolist()
    groups = [(first, last) for first, last in runs if _height(clean[:, first:last]) >= LEFT_OVER * capital]
    if len(groups) < 3:
        return None
    beyond = max(groups[0][0], clean.shape[1] - groups[-1][1]) >= BEYOND * capital
    opening, closing = clean[:, slice(*groups[0])], clean[:, slice(*groups[-1])]
    tips = min(_tips(opening, capital), _tips(closing[:, ::-1], capital))
    return (groups[1][0], groups[-2][1]) if tips and beyond + (tips == BOTH) >= needed else None


def _height(part: Pixels) -> int:
    rows = np.flatnonzero(part.any(axis=1))
    return int(rows[-1] - rows[0]) + 1 if len(rows) else 0


def _tips(part: Pixels, capital: float) -> int:
    """How many tips of an opening bracket a group of columns has, narrow and high as one."""
    rows = np.flatnonzero(part.any(axis=1))
    high = int(rows[-1] - rows[0]) + 1
    if part.shape[1] > BRACKET_WIDE * capital or high < BRACKET_HIGH * capital:
        return 0
    lefts = part[rows].argmax(axis=1)
    tip = max(2, high // 7)
    within = (rows >= rows[0] + high // 4) & (rows < rows[-1] - high // 4)
    middle = float(np.median(lefts[within])) if within.any() else 0.0
    return sum(float(end.mean()) - middle >= TIPS * capital for end in (lefts[:tip], lefts[-tip:]))


def _portion(picture: Picture, type_: _Type, found: _Bracketed, samples: dict[str, list[Pixels]]) -> StruckPortion:
    left, top, _, bottom = found.corners
    first, last = found.inside
    box = picture.box(*found.corners)
    readable = np.asarray(np.pad(255 - 255 * found.clean, round(type_.capital), constant_values=255), dtype=np.uint8)
    if last - first > SINGLE * type_.capital:
        return StruckPortion(box, found.ink, "", readable)
    rows = np.flatnonzero(found.clean[:, first:last].any(axis=1))
    place = slice(int(rows[0]), int(rows[-1]) + 1), slice(first, last)
    letter = type_.ink[top:bottom, left : found.corners[2]][place]
    differences = {
        name: min(
            _difference(letter, found.hidden[place], sample) for sample in samples.get(name) or [_drawn(name, letter)]
        )
        for name in LETTERS
    }
    return StruckPortion(box, found.ink, f"({min(differences, key=lambda name: differences[name])})", readable)


def _samples(picture: Picture, words: Sequence[Placed], type_: _Type) -> dict[str, list[Pixels]]:
    """Letters of the page's own type, cut from the beginnings of believable words."""
    samples: dict[str, list[Pixels]] = {name: [] for name in LETTERS}
    left, top, wide, high = type_.blots.T
    capital = (high >= HIGH[0] * type_.capital) & (high <= 1.2 * type_.capital) & (wide <= SINGLE * type_.capital)
    for word in words:
        kept = samples.get(word.text[:1])
        if kept is None or len(kept) >= SAMPLES or len(word.text) < 3 or not believable(word.text):
            continue
        x0, y0, x1, y1 = (edge * picture.scale for edge in (word.x0, word.top, word.x1, word.bottom))
        pitch = (x1 - x0) / len(word.text)
        here = capital & (np.abs(left - x0) < pitch / 2) & (top + high / 2 > y0) & (top + high / 2 < y1)
        for index in np.flatnonzero(here)[:1]:
            x, y, w, h = type_.blots[index].tolist()
            kept.append(type_.ink[y : y + h, x : x + w])
    return samples


def _drawn(name: str, letter: Pixels) -> Pixels:
    """A letter as drawn, in the size of another."""
    paper = np.zeros((60, 60), np.uint8)
    cv2.putText(paper, name, (10, 45), cv2.FONT_HERSHEY_DUPLEX, 1.4, 1, 4)
    rows, columns = np.flatnonzero(paper.any(axis=1)), np.flatnonzero(paper.any(axis=0))
    tight = paper[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.asarray(cv2.resize(tight, letter.shape[::-1], interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _difference(letter: Pixels, hidden: Pixels, sample: Pixels) -> float:
    """The part of the pixels by which a letter differs from a sample laid over it at the best place; 0 for the same."""
    height, width = (max(one, other) + 2 * PLAY for one, other in zip(letter.shape, sample.shape, strict=True))
    seen = np.zeros((height, width), np.uint8)
    seen[PLAY : PLAY + letter.shape[0], PLAY : PLAY + letter.shape[1]] = letter
    open_ = np.ones((height, width), np.uint8)
    open_[PLAY : PLAY + letter.shape[0], PLAY : PLAY + letter.shape[1]] = 1 - hidden
    best = 1.0
    for down in range(height - sample.shape[0] + 1):
        for across in range(width - sample.shape[1] + 1):
            laid = np.zeros_like(seen)
            laid[down : down + sample.shape[0], across : across + sample.shape[1]] = sample
            differ = int(np.count_nonzero((laid != seen) & (open_ > 0)))
            total = int(np.count_nonzero((laid | seen) & open_))
            best = min(best, differ / max(total, 1))
    return best
