"""Whether a page is ruled into cells that hold words on several lines, so that it must be read cell by cell.

| Applicant    | Harbour Office   |        one line a cell: its rows read rightly as they stand
| Purpose of   | To dredge the    |        several lines: row by row two sentences would be mixed
| the request  | inner basin      |
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redaudit.layout.layers import Placed
from redaudit.layout.matrix import Corners

# Lines that come so near to one another, in points, meet.
NEAR = 3.0
# A cell of two lines of print is at least this high, in points.
TWO_LINES = 14.0
# A page with more lines than this is a drawing, and slow to search.
MOST = 600


def gathers(levels: Sequence[Corners], uprights: Sequence[Corners], words: Sequence[Placed]) -> bool:
    """Whether beside some upright line a cell holds words on several lines, and the cell across it holds words too."""
    if not levels or not uprights or len(levels) + len(uprights) > MOST:
        return False
    return any(
        _lines(words, cell) > 1 and _lines(words, across) > 0
        for upright in _joined(uprights)
        for cell, across in _pairs(upright, levels)
    )


def _joined(uprights: Sequence[Corners]) -> list[Corners]:
    """The upright lines, those that go on in one another made one: many programs draw them cell by cell."""
    found: list[Corners] = []
    for x0, top, x1, bottom in sorted(uprights, key=lambda line: (round(line[0] / NEAR), line[1])):
        last = found[-1] if found else None
        if last and abs(x0 - last[0]) <= NEAR and top <= last[3] + NEAR:
            found[-1] = last[0], last[1], last[2], max(last[3], bottom)
        else:
            found.append((x0, top, x1, bottom))
    return found


def _pairs(upright: Corners, levels: Sequence[Corners]) -> Iterator[tuple[Corners, Corners]]:
    """The cells on either side of an upright line, by the level lines that meet it, each with what lies across."""
    at = (upright[0] + upright[2]) / 2
    meeting = [
        level
        for level in levels
        if level[0] - NEAR <= at <= level[2] + NEAR
        and upright[1] - NEAR <= (level[1] + level[3]) / 2 <= upright[3] + NEAR
    ]
    if len(meeting) < 2:
        return
    left, right = min(level[0] for level in meeting), max(level[2] for level in meeting)
    sides = (
        ([level for level in meeting if level[0] < at - NEAR], (left, at), (at, right)),
        ([level for level in meeting if level[2] > at + NEAR], (at, right), (left, at)),
    )
    for own, (x0, x1), (other0, other1) in sides:
        for above, below in pairwise(sorted((level[1] + level[3]) / 2 for level in own)):
            if below - above >= TWO_LINES:
                yield (x0, above, x1, below), (other0, above, other1, below)


def _lines(words: Sequence[Placed], cell: Corners) -> int:
    """On how many lines the words of a cell stand, two for two and more."""
    first: Placed | None = None
    x0, top, x1, bottom = cell
    for word in words:
        middle = (word.top + word.bottom) / 2
        if not (top <= middle <= bottom and x0 <= (word.x0 + word.x1) / 2 <= x1):
            continue
        if first is None:
            first = word
        elif not first.top <= middle <= first.bottom:
            return 2
    return 0 if first is None else 1
