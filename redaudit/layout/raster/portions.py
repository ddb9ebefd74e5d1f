"""Portion marks struck through: `(S)` under a stroke, its letter told by what the stroke leaves of it.

OCR reads none of them: `fS^T`, `+&f`, `{&)` is what text layers hold at their places.
"""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from redaudit.layout.raster.picture import INK, Picture
from redaudit.layout.raster.strikes import strike_in, without_strike
from redaudit.model.document import Ink
from redaudit.model.geometry import Box

# A mark of three signs is so many times wider than high, one of two letters wider; typescript and print differ.
NARROWEST, WIDEST, TWO_LETTERS = 1.1, 2.7, 2.3
# Letters and what overruns them are so high and so wide, in inches.
LOW, HIGH, WIDE = 0.06, 0.3, 0.8
# A bracket is at most so wide and at least so high, in heights of the mark; a letter is wider than the first.
BRACKET_WIDTH, BRACKET_HEIGHT = 0.42, 0.6
# The sides of a letter: this part of its width; rows nearer to its top or bottom than this part are its bows.
SIDE, BOW = 0.4, 0.2
# A side that is inked in more of its rows than the first is closed, in fewer than the second open.
CLOSED, OPEN = 0.85, 0.72
# The tip of a C looks like the bow of an S in fewer rows than these.
ROWS = 3
# A stroke so low on a letter leaves its upper part to tell by.
LOW_STROKE = 0.6


@frozen
class StruckPortion:
    """A portion mark under a stroke: its place, its letters, empty where the stroke leaves too little of them."""

    box: Box
    letters: str
    ink: Ink


@frozen
class _Letter:
    """What is left of a letter above and below its stroke: how much of the left and the right side is inked.

    `stroke` is how far down the stroke begins, in heights of the letter; `crowned` letters are closed at the top.
    """

    above: tuple[float, float]
    below: tuple[float, float]
    rows_above: int
    rows_below: int
    stroke: float
    crowned: bool


def struck_portion(picture: Picture, box: Box) -> StruckPortion | None:
    """The portion mark that some struck ink is, None for ink that is not struck or no mark."""
    if not picture.inches(LOW) <= box.height * picture.scale <= picture.inches(HIGH):
        return None
    if box.width * picture.scale > picture.inches(WIDE):
        return None
    strike = strike_in(picture, box)
    if strike is None:
        return None
    left, top, right, bottom = picture.pixels(box)
    erased = without_strike(picture, box) < INK
    gone = (picture.gray[top:bottom, left:right] < INK) & ~erased
    signs = _signs(erased)
    if signs is None:
        return None
    first, last = signs[0][0], signs[-1][1]
    place = picture.box(left + first, top, left + last, bottom)
    inner = slice(signs[0][1], signs[-1][0])
    wide = last - first > TWO_LETTERS * len(erased)
    return StruckPortion(place, "" if wide else _letter_of(_left_over(erased[:, inner], gone[:, inner])), strike.ink)


def _signs(erased: NDArray[np.bool_]) -> list[tuple[int, int]] | None:
    """The columns of each sign between two brackets, those included; None where brackets do not stand at both ends."""
    height = len(erased)
    columns = np.flatnonzero(erased.any(axis=0))
    if not len(columns):
        return None
    runs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    signs = [(int(run[0]), int(run[-1]) + 1) for run in runs]
    # The ends of a stroke that overruns the mark are low.
    brackets = [index for index, (x0, x1) in enumerate(signs) if _is_bracket(erased[:, x0:x1])]
    if len(brackets) < 2:
        return None
    signs = signs[brackets[0] : brackets[-1] + 1]
    wide = (signs[-1][1] - signs[0][0]) / height
    return signs if len(signs) >= 3 and NARROWEST <= wide <= WIDEST else None


def _is_bracket(sign: NDArray[np.bool_]) -> bool:
    rows = np.flatnonzero(sign.any(axis=1))
    height = len(sign)
    return sign.shape[1] <= BRACKET_WIDTH * height and int(rows[-1]) + 1 - int(rows[0]) >= BRACKET_HEIGHT * height


def _left_over(letter: NDArray[np.bool_], gone: NDArray[np.bool_]) -> _Letter:
    rows = np.flatnonzero(letter.any(axis=1))
    columns = np.flatnonzero(letter.any(axis=0))
    letter, gone = letter[:, columns[0] : columns[-1] + 1], gone[:, columns[0] : columns[-1] + 1]
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    struck = np.flatnonzero(gone.mean(axis=1) > 0.35)
    first, last = (int(struck[0]), int(struck[-1]) + 1) if len(struck) else ((top + bottom) // 2,) * 2
    bow = round(BOW * (bottom - top))
    above, below = letter[top + bow : first], letter[last : bottom - bow]
    third = letter.shape[1] // 3
    crowned = bool(letter[top : top + max(bow, 1), third : letter.shape[1] - third].any())
    return _Letter(_sides(above), _sides(below), len(above), len(below), (first - top) / max(bottom - top, 1), crowned)


def _sides(rows: NDArray[np.bool_]) -> tuple[float, float]:
    if not len(rows):
        return 0.0, 0.0
    side = max(1, round(SIDE * rows.shape[1]))
    return float(rows[:, :side].any(axis=1).mean()), float(rows[:, -side:].any(axis=1).mean())


def _letter_of(left: _Letter) -> str:
    """S closes below to the right, C to the left; U to both sides, and is open at the top."""
    if not left.crowned and left.stroke > BOW:
        return "U" if min(left.above) >= CLOSED or min(left.below) >= CLOSED else ""
    if left.rows_below >= ROWS and left.below[1] >= CLOSED:
        return "S"
    if left.rows_below >= 2 and left.below[0] >= CLOSED and left.below[1] <= OPEN:
        return "C"
    if left.stroke >= LOW_STROKE and left.rows_above:
        return "C" if left.above[0] >= CLOSED else "S"
    return ""
