"""Words with their places on a page, put in rows and runs: what `layout.columns` arranges into reading order."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from attrs import frozen

from redaudit.layout.columns import Arranged, Run, arrange
from redaudit.model.document import Word
from redaudit.model.geometry import Box

# A gap wider than this many sizes splits a row into runs: margin codes must not join the sentence beside them.
SPLIT = 1.5
# Two words closer than this part of their size are one word that a text layer cut in two: `C0200304 7`.
GLUE = 0.08
# Words belong to one row when their baselines differ by less than this part of the smaller size.
SAME_ROW = 0.45
# Only lines longer than this, in points, tell how far a page lies askew.
MEASURE = 100.0
# How far the baseline of a size lies above its bottom: the descent of the common faces is 19 to 23 % of their height.
DESCENT = 0.2


class Placed(NamedTuple):
    """A word and its box in points, upright; `line` is the number of the line it stands on in painting order."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int


@frozen
class Typeset:
    """A page's text in reading order, its rows, and every placed word with its stretch of the text."""

    arranged: Arranged
    words: tuple[Word, ...]
    rows: int


class _Row(NamedTuple):
    baseline: float
    words: list[Placed]


class _Set(NamedTuple):
    """A run and its words, each with its offset in the run's text."""

    run: Run
    words: list[tuple[int, int, Box]]


def typeset(upright: list[Placed], turned: list[list[Placed]]) -> Typeset:
    """The reading order of a page's words; `turned` are blocks read in another direction, which come last."""
    sets = _runs(upright, 1)
    for block in turned:
        sets += _runs(block, sets[-1].run.row + 2 if sets else 1)
    arranged = arrange([item.run for item in sets])
    words = [
        Word(start + first, start + last, box)
        for item, start in zip(sets, arranged.starts, strict=True)
        for first, last, box in item.words
    ]
    words.sort(key=attrgetter("start"))
    return Typeset(arranged, tuple(words), max((item.run.row for item in sets), default=0))


def _runs(words: list[Placed], first_row: int) -> list[_Set]:
    """The runs of some words, row by row from `first_row`, left to right."""
    if not words:
        return []
    slope = _slope(words)
    rows = _rows(words, slope)
    kept = _one_layer(rows, words)
    if len(kept) < len(words):
        rows = _rows(kept, slope)
    cell = _cell(kept)
    numbers = _numbers(rows, first_row)
    return [_set(words, number, cell) for number, row in zip(numbers, rows, strict=True) for words in _split(row.words)]


def _slope(words: list[Placed]) -> float:
    """How far rows sink from left to right, in points a point: scanned pages lie askew by up to 3 degrees."""
    slopes: list[float] = []
    first = words[0]
    last = first
    for word in words:
        if word.line != last.line:
            if last.x0 - first.x0 > MEASURE:
                slopes.append((_baseline(last) - _baseline(first)) / (last.x0 - first.x0))
            first = word
        last = word
    if last.x0 - first.x0 > MEASURE:
        slopes.append((_baseline(last) - _baseline(first)) / (last.x0 - first.x0))
    slope = median(slopes) if len(slopes) >= 3 else 0.0
    return slope if 0.002 < abs(slope) < 0.1 else 0.0


def _baseline(word: Placed) -> float:
    return word.bottom - DESCENT * (word.bottom - word.top)


def _rows(words: list[Placed], slope: float) -> list[_Row]:
    """Words by printed row, top to bottom, each row left to right."""
    keyed = sorted((word.bottom - DESCENT * (word.bottom - word.top) - slope * word.x0, word) for word in words)
    rows: list[_Row] = []
    current: list[Placed] = []
    baseline, size = 0.0, 0.0
    for place, word in keyed:
        height = word.bottom - word.top
        if current and place - baseline < SAME_ROW * min(size, height):
            current.append(word)
            baseline += (place - baseline) / len(current)
            continue
        current = [word]
        baseline, size = place, height
        rows.append(_Row(baseline, current))
    for row in rows:
        row.words.sort(key=attrgetter("x0"))
    return rows


def _one_layer(rows: list[_Row], words: list[Placed]) -> list[Placed]:
    """The words without those printed or read twice at one place."""
    return words


def _cell(words: list[Placed]) -> float:
    """The width of the page's ordinary character."""
    widths = sorted((word.x1 - word.x0) / len(word.text) for word in words)
    return max(widths[len(widths) // 2], 0.5)


def _numbers(rows: list[_Row], first: int) -> list[int]:
    """The number of each row on the row grid: blank space counts as rows, by the page's line pitch."""
    steps = sorted(after.baseline - before.baseline for before, after in pairwise(rows))
    pitch = max(steps[len(steps) // 4], 1.0) if steps else 1.0
    close = steps[: bisect_left(steps, 1.5 * pitch)]
    pitch = sum(close) / len(close) if close else pitch
    numbers = [first]
    for before, after in pairwise(rows):
        numbers.append(numbers[-1] + max(1, round((after.baseline - before.baseline) / pitch)))
    return numbers


def _split(words: list[Placed]) -> Iterator[list[Placed]]:
    """A row's words, split where the gap is wider than SPLIT sizes."""
    part = [words[0]]
    edge = words[0].x1
    for word in words[1:]:
        if word.x0 - edge > SPLIT * min(word.bottom - word.top, part[-1].bottom - part[-1].top):
            yield part
            part = []
            edge = word.x1
        part.append(word)
        edge = max(edge, word.x1)
    yield part


def _set(words: list[Placed], row: int, cell: float) -> _Set:
    text: list[str] = []
    places: list[tuple[int, int, Box]] = []
    length = 0
    edge = 0.0
    for word in words:
        box = Box(word.x0, word.top, max(word.x1, word.x0), max(word.bottom, word.top))
        gap = word.x0 - edge
        if text and gap < GLUE * (word.bottom - word.top):
            start, end, before = places.pop()
            places.append((start, end + len(word.text), before.union(box)))
        else:
            if text:
                blanks = max(1, round(gap / cell))
                text.append(" " * blanks)
                length += blanks
            places.append((length, length + len(word.text), box))
        text.append(word.text)
        length += len(word.text)
        edge = max(edge, word.x1) if len(text) > 1 else word.x1
    left = round(words[0].x0 / cell)
    return _Set(Run(row, max(left, 0), max(round(edge / cell), left + 1, 1), "".join(text)), places)
