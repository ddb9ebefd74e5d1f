"""One reading of each place where a page's text lies doubled: two OCR layers, or words printed twice for boldness."""

import re
from collections import defaultdict
from typing import NamedTuple

from redaudit.model.geometry import Box

# Two words are at one place when they share this part of the narrower one.
SHARED = 0.5
# A page has two layers when at least this part of its words lies on another; chance overlaps of noise stay below 5 %
# on single-layer scans, doubled microfilm has 24 to 33 % in one row's neighbours.
DOUBLED = 0.15
BAND = 12.0
# Words of two layers read the same stretch of a row when they share this part of it.
SAME_STRETCH = 0.75

_CLEAN = re.compile(r"[(\"'\[]?(?:[A-Z]?[a-z]+|[A-Z]+|\d[\d.,:/-]*)(?:[-'][A-Za-z]+)*[)\"'\]]?[.,:;]?")


# What stands for a quarter of a turn where words stand between two of them: a watermark across the page.
ACROSS = 4


class Placed(NamedTuple):
    """A word and its box in points, upright; `line` is the number of the line it stands on in painting order.

    What a table's cell holds on several lines is one such word too, with the words themselves as its `parts`. A word or
    words that stand `alone` have a row of their own whatever is printed beside them: a stamp over the print of a page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int
    parts: tuple["Placed", ...] = ()
    alone: bool = False

    @property
    def box(self) -> Box:
        """Where it stands; a word whose sides an engine gave the wrong way round has no width or height."""
        return Box(self.x0, self.top, max(self.x0, self.x1), max(self.top, self.bottom))


def one_layer(rows: list[list[Placed]], words: list[Placed]) -> list[Placed]:
    """The words, in painting order, without those printed or read twice at one place; `rows` run left to right."""
    pairs = [pair for row in rows for pair in _overlaps(row)]
    if not pairs:
        return words
    order = {id(word): index for index, word in enumerate(words)}
    spans = [sorted((order[id(one)], order[id(other)])) for one, other in pairs]
    if len(spans) >= DOUBLED * len(words):
        border = _border(spans)
        if border:
            return _merged(words[:border], words[border:])
    twice = {later for earlier, later in spans if words[earlier].text == words[later].text}
    return [word for index, word in enumerate(words) if index not in twice]


def _overlaps(row: list[Placed]) -> list[tuple[Placed, Placed]]:
    """Neighbours of a row that stand at one place."""
    pairs: list[tuple[Placed, Placed]] = []
    last = row[0]
    for word in row[1:]:
        shared = min(last.x1, word.x1) - word.x0
        if shared > 0 and shared > SHARED * min(last.x1 - last.x0, word.x1 - word.x0):
            pairs.append((last, word))
        if word.x1 > last.x1 or shared <= 0:
            last = word
    return pairs


def _border(spans: list[list[int]]) -> int:
    """Where in painting order the second layer begins: inside most pairs; 0 where no place is inside most of them."""
    steps = sorted([(first + 1, 1) for first, _ in spans] + [(last + 1, -1) for _, last in spans])
    inside, most, border = 0, 0, 0
    for place, step in steps:
        inside += step
        if inside > most:
            most, border = inside, place
    return border if 2 * most > len(spans) else 0


def _merged(first: list[Placed], second: list[Placed]) -> list[Placed]:
    """The better layer, its doubtful words read by the other, and what the other has where the better has nothing."""
    better, other = (first, second) if _clean(first) >= _clean(second) else (second, first)
    other = [word for word in other if _CLEAN.fullmatch(word.text)]
    rivals = _banded(other)
    read = [word if _CLEAN.fullmatch(word.text) else _rival(word, rivals) for word in better]
    taken = _banded(better)
    extra = [
        word for word in other if not any(_touch(word, neighbour) for band in _bands(word) for neighbour in taken[band])
    ]
    return read + extra


def _rival(word: Placed, rivals: dict[int, list[Placed]]) -> Placed:
    """The other layer's reading of the same stretch, where it has one; else the word itself."""
    for band in _bands(word):
        for rival in rivals[band]:
            shared = min(word.x1, rival.x1) - max(word.x0, rival.x0)
            if _touch(word, rival) and shared > SAME_STRETCH * (max(word.x1, rival.x1) - min(word.x0, rival.x0)):
                return rival if len(rival.text) >= len(word.text) - 1 else word
    return word


def _banded(words: list[Placed]) -> defaultdict[int, list[Placed]]:
    bands: defaultdict[int, list[Placed]] = defaultdict(list)
    for word in words:
        for band in _bands(word):
            bands[band].append(word)
    return bands


def _bands(word: Placed) -> range:
    """The level bands of a page, each BAND points high, that a word reaches into."""
    return range(int(word.top // BAND), min(int(word.bottom // BAND), int(word.top // BAND) + 100) + 1)


def _touch(word: Placed, other: Placed) -> bool:
    if word.x1 <= other.x0 or other.x1 <= word.x0:
        return False
    down = min(word.bottom, other.bottom) - max(word.top, other.top)
    return down > 0.2 * min(word.bottom - word.top, other.bottom - other.top)


def _clean(words: list[Placed]) -> float:
    """The part of a layer's longer words that are of one kind: misreadings mix cases, digits and signs."""
    longer = [word.text for word in words if len(word.text) > 2]
    return sum(1 for text in longer if _CLEAN.fullmatch(text)) / max(len(longer), 1)
