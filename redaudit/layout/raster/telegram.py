"""The levels that a telegram prints at fixed places, read letter by letter though worn, punched or struck.

picture    CO▬▬▬▬▬▬IAL above PAGE 02        →    CONFIDENTIAL, struck
picture    S E C R ⁘ T  STATE 318957        →    S E C R E T, plain: dots of a punched DECLASSIFIED lie over it

All characters of a telegram are as wide as each other: the letters of a level stand at known places, nothing beside.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from attrs import field, frozen

from redaudit.layout.layers import Placed
from redaudit.layout.raster._telegram_places import BEFORE, Row, rows
from redaudit.layout.raster._thick_ink import DOTS, ink_over, rimmed, thicker
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.strikes import without_strike
from redaudit.layout.raster.strokes import inked
from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from redaudit.vocabulary.level import level_named

# White rows above and below a row that is read, in heights of its capitals.
AROUND = 0.15
# Black or white in a place: ink on less than this part of it is none, thick ink on more than this hides a letter.
WHITE, HIDDEN = 0.1, 0.12
# In characters: a letter begins so far right of its place, and counts for two places so far off the middle of one.
INSET, BETWEEN = 0.1, 0.25
# A word as read has lost or won fewer letters than this where it is not a word letter by letter.
LOST = 2.5
# What a letter of a level counts: read, read as one that looks like it, not read, read as another, on white paper.
READ, ALIKE, UNREAD, OTHER, MISSING = 1.0, 0.5, -0.3, -0.5, -1.0
# What a place counts that should be white and is not, or cannot be seen to be.
NOT_WHITE, NOT_SEEN = -0.4, -0.1
# What an inked place beside a level counts, and the part of a letter that one hidden by thick ink counts for.
ASIDE, UNSEEN = -0.15, 0.3
# From this likeness on all letters are read, or nearly so; from this one on a line tells what the others say.
PLAINLY, WELL = 0.93, 0.85
# How much more speaks for a level than for the next best; how many characters of a row are freed of strokes.
CLEARLY, LONGEST = 0.5, 24
# After a level that ends its row so many places are white, all but this many.
WHITE_AFTER, NOT_WHITE_AFTER = 8, 2

# What telegrams of pages and numbers print; RESTRICTED ended in 1953, before them.
_LEVELS = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "LIMITED OFFICIAL USE", "UNCLASSIFIED", "UNCLAS")
# What each letter is taken for where it is worn.
_WORN = "C:GOQ0(<E O:0QDCG N:HMWK F:EPT7 I:1TJ|!L] D:O0BPU E:FBLR€C T:I7YJ1 A:4RN L:I1E[ S:5B8G$9 R:KPBNA U:JDOV0 M:NHW"
_LOOKS_LIKE = {
    sign: frozenset(group) for sign, group in (pair.split(":") for pair in f"{_WORN} P:FR Y:V7T B:8ERS V:YU".split())
}


@frozen(eq=False)
class Line:
    """A row where a level may stand, and its pixels to be read: as it is, then without thick ink.

    `corner` is where the pixels begin on the page; `ink` and `thick` are the parts of each place that are inked, and
    that thick ink lies on.
    """

    row: Row
    corner: tuple[int, int]
    readable: tuple[Pixels, ...] = field(repr=False)
    ink: tuple[float, ...] = field(repr=False)
    thick: tuple[float, ...] = field(repr=False)

    @property
    def spread(self) -> int:
        """How many places are inked."""
        return sum(ink >= WHITE for ink in self.ink)


@frozen
class LevelLine:
    """A level that a telegram prints: its words, or its letters, with their places; how like its row is, 1 the same.

    `ends_row` is whether nothing of the telegram follows it on its row.
    """

    box: Box
    words: tuple[Placed, ...]
    likeness: float
    ends_row: bool

    @property
    def name(self) -> str:
        """The level, without blanks."""
        return "".join(word.text for word in self.words)

    @property
    def plainly(self) -> bool:
        """Whether every letter of it was read, or nearly so."""
        return self.likeness >= PLAINLY


class _Fit(NamedTuple):
    """A text that may stand on a row from a place on: how like the row is, and how much speaks for it in all."""

    text: str
    first: int
    likeness: float
    score: float


_NONE, _SCORE = _Fit("", 0, 0.0, 0.0), attrgetter("score")


class _Least(NamedTuple):
    """What it takes to be a level: so many letters read, this part of all, and this likeness.

    The likeness is 1 where every letter was read, less for those that something hides.
    """

    letters: int
    part: float
    likeness: float


SURE, LIKELY = _Least(4, 0.3, 0.6), _Least(3, 0.2, 0.45)


def lines(picture: Picture, words: Sequence[Placed]) -> tuple[Line, ...]:
    """The rows of a telegram's page where its level may stand; none on other pages."""
    return tuple(_line(picture, row) for row in rows(picture, words))


def level_line(line: Line, readings: Sequence[Sequence[Placed]], likely: str = "") -> LevelLine | None:
    """The level on a row as far as some readings of it tell; None where they do not.

    Where the page's other rows tell which level is `likely`, fewer letters of that one are enough.
    """
    signs = _signs(line.row, readings)
    least = LIKELY if likely else SURE
    names = [name for name in _LEVELS if not likely or level_named(name) == level_named(likely)]
    best, next_best = _NONE, _NONE
    for name in names:
        fits = [
            _fit(line, signs, text, first, least)
            for text in (name, _spaced(name))
            for first in _starts(line, len(text))
        ]
        best, next_best = sorted((best, next_best, max(fits, key=_SCORE, default=_NONE)), key=_SCORE)[:0:-1]
    if not best.text or best.score - next_best.score < CLEARLY:
        return None
    words = tuple(_words(line.row, best.text, best.first))
    box = Box(words[0].x0, line.row.box.top, words[-1].x1, line.row.box.bottom)
    return LevelLine(box, words, best.likeness, not line.row.goes_on)


def likely_level(found: Sequence[LevelLine]) -> str:
    """The level that a page's lines say, where those read well agree; empty where none was, or two differ."""
    names = {line.name for line in found if line.likeness >= WELL}
    return names.pop() if len({level_named(name) for name in names}) == 1 else ""


def agrees(line: LevelLine, likely: str) -> bool:
    """Whether a line says the level that the page's others say, or another that was read well."""
    return line.likeness >= WELL or level_named(line.name) == level_named(likely)


def bare_of_strike(picture: Picture, line: Line) -> tuple[Pixels, tuple[int, int]] | None:
    """The beginning of a row without the line that strikes it, and where it begins; None where it is white."""
    first = next((place for place, ink in enumerate(line.ink, -BEFORE) if ink >= WHITE), None)
    if first is None:
        return None
    row, x0 = line.row, max(0.0, line.row.left + first * line.row.cell)
    box = Box(x0, row.box.top, x0 + LONGEST * row.cell, row.box.bottom)
    return without_strike(picture, box), picture.pixels(box)[:2]


def inks(picture: Picture, found: Sequence[LevelLine], cell: float) -> list[Ink]:
    """How each of a page's levels stands on it.

    Where a pen struck one, those hard to read are likely struck too, unless dots lie over them: a page's levels are
    struck all at once.
    """
    over = [ink_over(picture, line.box, cell) for line in found]
    if not any(one.ink in (Ink.STRUCK, Ink.LIKELY_STRUCK) for one in over):
        return [one.ink for one in over]
    return [
        Ink.LIKELY_STRUCK if one.ink is Ink.PLAIN and one.dots <= DOTS and not line.plainly else one.ink
        for one, line in zip(over, found, strict=True)
    ]


def _line(picture: Picture, row: Row) -> Line:
    around = AROUND * row.box.height
    left, top, right, bottom = picture.pixels(
        Box(row.box.x0, row.box.top - around, row.box.x1, row.box.bottom + around)
    )
    gray = picture.gray[top:bottom, left:right]
    ink = inked(gray)
    thick = rimmed(picture, thicker(ink, row.box.height * picture.scale))
    first, last = round(row.box.top * picture.scale) - top, round(row.box.bottom * picture.scale) - top
    places = range(-BEFORE, int((row.box.x1 - row.left) / row.cell) + 1)
    bounds = [round((row.left + (place - INSET) * row.cell) * picture.scale) - left for place in places]
    shares = [tuple(_share(mask[first:last], x0, x1) for x0, x1 in pairwise(bounds)) for mask in (ink, thick)]
    bare = np.asarray(255 - 255 * (ink & (1 - thick)), dtype=np.uint8)
    return Line(row, (left, top), (gray, bare) if thick.any() else (gray,), *shares)


def _share(mask: Pixels, x0: int, x1: int) -> float:
    """The part of some columns that is inked; a place beside the page is white."""
    return float(mask[:, max(x0, 0) : x1].mean()) if max(x0, 0) < min(x1, mask.shape[1]) else 0.0


def _signs(row: Row, readings: Sequence[Sequence[Placed]]) -> Mapping[int, set[str]]:
    """The signs that readings have at each place of a row."""
    signs: defaultdict[int, set[str]] = defaultdict(set)
    for words in readings:
        for word in words:
            first, last = ((x - row.left) / row.cell + INSET for x in (word.x0, word.x1))
            step = (last - first) / len(word.text)
            for index, sign in enumerate(word.text.upper()):
                place = first + (index + 0.5) * step - 0.5
                for near in {round(place - BETWEEN), round(place + BETWEEN)}:
                    signs[near].add(sign)
                if 0 < abs(last - first - len(word.text)) < LOST:  # a letter too few or too many, somewhere
                    signs[round(first) + index].add(sign)
                    signs[round(last) - len(word.text) + index].add(sign)
    return signs


def _spaced(text: str) -> str:
    """A text letter by letter, its words two places further apart."""
    return "  ".join(" ".join(word) for word in text.split(" "))


def _starts(line: Line, length: int) -> Iterator[int]:
    """The places where a level of some length may begin: inked, with white or thick ink before it."""
    for place in range(-BEFORE + 1, len(line.ink) - BEFORE - length):
        at = place + BEFORE
        if line.ink[at] >= WHITE:
            yield place
            if line.thick[at] <= HIDDEN and place >= 0:
                return


def _fit(line: Line, signs: Mapping[int, set[str]], text: str, first: int, least: _Least) -> _Fit:
    """How a text fits a row from a place on; nothing where it does not."""
    score, read, weight = 0.0, 0, 0.0
    for place, letter in enumerate(text, first):
        hidden = line.thick[place + BEFORE] > HIDDEN
        ink = line.ink[place + BEFORE]
        if letter == " ":
            score += 0 if ink < WHITE else NOT_SEEN if hidden else NOT_WHITE
            continue
        counts = _counts(letter, signs.get(place, set()), ink)
        read += counts == READ
        weight += 1 if counts > 0 or not hidden else UNSEEN
        score += max(counts, 0) if hidden else counts
    if read < max(least.letters, least.part * len(text.replace(" ", ""))) or not _ends(line, first + len(text)):
        return _NONE
    score += ASIDE * _inked_aside(line, first, first + len(text))
    likeness = score / weight
    return _Fit(text, first, likeness, score) if likeness >= least.likeness else _NONE


def _inked_aside(line: Line, first: int, last: int) -> int:
    """How many inked places there are before a level, and after it where the row ends with it."""
    after = () if line.row.goes_on else line.ink[last + BEFORE :][:WHITE_AFTER]
    return sum(ink >= WHITE for ink in (*line.ink[: first + BEFORE], *after))


def _counts(letter: str, seen: set[str], ink: float) -> float:
    """What a letter of a level counts, given the signs that were read at its place and how much of it is inked."""
    if letter in seen:
        return READ
    if ink < WHITE:
        return MISSING
    if seen & _LOOKS_LIKE[letter]:
        return ALIKE
    return OTHER if seen else UNREAD


def _ends(line: Line, place: int) -> bool:
    """Whether a level may end before a place: white follows it, to the end of the row where nothing goes on."""
    after = [
        ink >= WHITE and thick <= HIDDEN
        for ink, thick in zip(line.ink[place + BEFORE :], line.thick[place + BEFORE :], strict=True)
    ]
    if after[:1] == [True]:
        return False
    return line.row.goes_on or sum(after[:WHITE_AFTER]) <= NOT_WHITE_AFTER


def _words(row: Row, text: str, first: int) -> Iterator[Placed]:
    """The words of a text from a place of a row on; those of a text letter by letter are its letters."""
    place = first
    for word in text.split(" "):
        if word:
            x0 = row.left + place * row.cell
            yield Placed(word, x0, row.box.top, x0 + (len(word) - 2 * INSET) * row.cell, row.box.bottom, 0)
        place += len(word) + 1
