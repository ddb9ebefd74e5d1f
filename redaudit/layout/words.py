"""Words with their places on a page, put in rows and runs: what `layout.columns` arranges into reading order."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from attrs import frozen

from redaudit.layout.columns import Arranged, Run, arrange
from redaudit.layout.layers import ACROSS, Placed, one_layer
from redaudit.model.document import Word
from redaudit.model.geometry import Box

# The word that stands for a redaction box; it keeps its place even where it touches the word beside it.
BOX = "■"
# A gap wider than this many sizes splits a row into runs: margin codes must not join the sentence beside them.
SPLIT = 1.5
# Two words closer than this part of their size are one word that a text layer cut in two, `CURR ENT`: below 0.05 nearly
# all pairs of the CIA's and State's scans are such, above it nearly none. Of numbers, `C0200304 7`, most are.
GLUE, GLUE_DIGITS = 0.045, 0.09
# Words belong to one row when their baselines differ by less than this part of the smaller size.
SAME_ROW = 0.45
# A note's number is smaller than this part of its row's type, raised by less than this part of it, one of few.
SMALLER, RAISED, RAISED_WORDS = 0.8, 0.65, 3
# Only lines longer than this, in points, tell how far a page lies askew.
MEASURE = 100.0
# How far the baseline of a size lies above its bottom: the descent of the common faces is 19 to 23 % of their height.
DESCENT = 0.2


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


def typeset(upright: list[Placed], turned: dict[int, list[Placed]], size: tuple[float, float]) -> Typeset:
    """The reading order of a page's words; those `turned`, by quarter turns clockwise, come last."""
    sets = _runs(upright, 1)
    for turns in sorted(turned):
        block = _flat(turned[turns]) if turns == ACROSS else [_upright(word, turns, size) for word in turned[turns]]
        first = max((item.run.row for item in sets), default=-1) + 2
        for item in _runs(block, first):
            sets.append(_Set(item.run, [(start, end, _turned(box, turns, size)) for start, end, box in item.words]))
    arranged = arrange([item.run for item in sets])
    words = [
        Word(start + first, start + last, box)
        for item, start in zip(sets, arranged.starts, strict=True)
        for first, last, box in item.words
    ]
    words.sort(key=attrgetter("start"))
    return Typeset(arranged, tuple(words), max((item.run.row for item in sets), default=0))


def _flat(words: list[Placed]) -> list[Placed]:
    """Words of a watermark across the page on one row, from left to right, each ending before the next."""
    words = sorted(words, key=attrgetter("x0"))
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    ends = [max(word.x0, min(word.x1, after.x0 - 2 * GLUE * (bottom - top))) for word, after in pairwise(words)]
    ends.append(words[-1].x1)
    return [word._replace(top=top, x1=end, bottom=bottom) for word, end in zip(words, ends, strict=True)]


def _upright(word: Placed, turns: int, size: tuple[float, float]) -> Placed:
    """A word that stands `turns` quarter turns clockwise, with the page turned so that it stands upright."""
    box = _turned(word.box, -turns, size)
    return Placed(word.text, box.x0, box.top, box.x1, box.bottom, word.line)


def _turned(box: Box, turns: int, size: tuple[float, float]) -> Box:
    """A box on a page turned by quarter turns clockwise; `size` is that of the page as shown."""
    width, height = size
    match turns:
        case 1:  # from upright to reading downwards; upright, the page was as wide as it is high now
            return Box(width - box.bottom, box.x0, width - box.top, box.x1)
        case -1:
            return Box(box.top, width - box.x1, box.bottom, width - box.x0)
        case 2 | -2:
            return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        case 3:
            return Box(box.top, height - box.x1, box.bottom, height - box.x0)
        case -3:
            return Box(height - box.bottom, box.x0, height - box.top, box.x1)
        case _:
            return box


def _runs(words: list[Placed], first_row: int) -> list[_Set]:
    """The runs of some words, row by row from `first_row`, left to right."""
    if not words:
        return []
    alone = [word for word in words if word.alone]
    beside = [word for word in words if not word.alone] if alone else words
    slope = _slope(words)
    rows = _rows(beside, slope)
    # Boxes are of no layer: what reads both must not take one for the damaged word of either.
    printed = [word for word in beside if word.text != BOX]
    kept = one_layer([line for row in rows if (line := [word for word in row.words if word.text != BOX])], printed)
    if len(kept) < len(printed):
        kept += [word for word in beside if word.text == BOX]
        rows = _rows(kept, slope)
    else:
        kept = beside
    cell = _cell(kept)
    pitch = _pitch(rows)
    rows = sorted([*rows, *(_Row(_baseline(word) - slope * word.x0, [word]) for word in alone)])
    numbers = _numbers(rows, first_row, pitch)
    return [_set(words, number, cell) for number, row in zip(numbers, rows, strict=True) for words in _split(row.words)]


def _slope(words: list[Placed]) -> float:
    """How far rows sink from left to right, in points a point: scanned pages lie askew by up to 3 degrees."""
    slopes: list[float] = []
    first = words[0]
    last = first
    for word in words:
        if word.line != last.line or word.x0 < last.x0:
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
    rows = _raised(rows)
    for row in rows:
        row.words.sort(key=attrgetter("x0"))
    return rows


def _raised(rows: list[_Row]) -> list[_Row]:
    """The rows, small raised signs (the number of a note) put on the row they belong to, which comes after them."""
    kept: list[_Row] = []
    for row in rows:
        size = max(word.bottom - word.top for word in row.words)
        if kept and len(kept[-1].words) <= RAISED_WORDS and row.baseline - kept[-1].baseline < RAISED * size:
            above = kept[-1].words
            if all(word.bottom - word.top < SMALLER * size and _beside(word, row.words) for word in above):
                row.words.extend(kept.pop().words)
        kept.append(row)
    return kept


def _beside(sign: Placed, words: list[Placed]) -> bool:
    """Whether a sign follows one of some words at once."""
    return any(-1.0 < sign.x0 - word.x1 < GLUE * (word.bottom - word.top) + 1.0 for word in words)


def _cell(words: list[Placed]) -> float:
    """The width of the page's ordinary character."""
    widths = sorted((word.x1 - word.x0) / len(word.text) for word in words if not word.parts)
    if not widths:
        return 6.0
    return max(widths[len(widths) // 2], 0.5)


def _pitch(rows: list[_Row]) -> float:
    """How far the lines of a page stand apart."""
    steps = sorted(after.baseline - before.baseline for before, after in pairwise(rows))
    pitch = max(steps[len(steps) // 4], 1.0) if steps else 1.0
    close = steps[: bisect_left(steps, 1.5 * pitch)]
    return sum(close) / len(close) if close else pitch


def _numbers(rows: list[_Row], first: int, pitch: float) -> list[int]:
    """The number of each row on the row grid: blank space counts as rows, by the page's line pitch."""
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
        gap = word.x0 - edge
        glue = GLUE_DIGITS if text and text[-1][-1].isdigit() and word.text[0].isdigit() else GLUE
        apart = gap >= glue * (word.bottom - word.top)
        if text and not apart and not word.parts and BOX not in (word.text, text[-1]):
            start, end, before = places.pop()
            places.append((start, end + len(word.text), before.union(word.box)))
        else:
            if text and apart:
                blanks = max(1, round(gap / cell))
                text.append(" " * blanks)
                length += blanks
            places += _places(word, length)
        text.append(word.text)
        length += len(word.text)
        edge = max(edge, word.x1) if len(text) > 1 else word.x1
    left = round(words[0].x0 / cell)
    return _Set(Run(row, max(left, 0), max(round(edge / cell), left + 1, 1), "".join(text)), places)


def _places(word: Placed, offset: int) -> list[tuple[int, int, Box]]:
    """Where a word stands in its run's text, or where each part of a cell does."""
    places: list[tuple[int, int, Box]] = []
    for part in word.parts or (word,):
        places.append((offset, offset + len(part.text), part.box))
        offset += len(part.text) + 1
    return places


def gathered(words: list[Placed], table_rows: list[list[Box]]) -> list[Placed]:
    """The words, those of a table's cells on several lines gathered to one, so that its rows read cell by cell."""
    left = words
    cells: list[Placed] = []
    for row in table_rows:
        held = [[word for word in left if _within(word, cell)] for cell in row]
        filled = [[line.words for line in _rows(inside, 0.0)] for inside in held if inside]
        if len(filled) < 2 or max(map(len, filled)) < 2:
            continue
        taken = {id(word) for inside in held for word in inside}
        left = [word for word in left if id(word) not in taken]
        cells += (_gathered(lines) for lines in filled)
    return left + cells if cells else words


def _within(word: Placed, cell: Box) -> bool:
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return cell.x0 <= across <= cell.x1 and cell.top <= down <= cell.bottom


def _gathered(lines: list[list[Placed]]) -> Placed:
    """A cell as one word on its first line."""
    parts = tuple(word for line in lines for word in line)
    first = lines[0][0]
    x0, x1 = min(word.x0 for word in parts), max(word.x1 for word in parts)
    text = " ".join(word.text for word in parts)
    return Placed(text, x0, first.top, x1, first.bottom, first.line, parts)
