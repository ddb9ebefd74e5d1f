"""The cells of ruled tables and forms, by the lines that cross around them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from redaudit.model.geometry import Box

# Lines no farther apart than this, in points, are one; so are ends of lines that come as near to another line.
NEAR = 3.0
# A table has this many level and upright lines at least; with more than the most it is a drawing.
LEVEL, UPRIGHT, MOST = 3, 2, 600


class Rule(NamedTuple):
    """A level line at a height, or an upright one at a place across: where it stands, where it begins and ends."""

    at: float
    start: float
    end: float


def grid_rows(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[list[Box]]:
    """The cells of every row that has two or more, from the top; none of a page with too few lines, or a drawing."""
    if len(levels) < LEVEL or len(uprights) < UPRIGHT or len(levels) + len(uprights) > MOST:
        return []
    across, down = _joined(levels), _joined(uprights)
    down = _joined([*down, *_open_sides(across, down)])
    rows: list[list[Box]] = []
    for level in across:
        crossing = sorted(rule for rule in down if _cross(level, rule) and rule.end > level.at + NEAR)
        row = [cell for index in range(len(crossing)) if (cell := _cell(level, crossing[index:], across))]
        if len(row) > 1:
            rows.append(row)
    return rows


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, those at one place that touch made one."""
    places = _places(rule.at for rule in rules)
    found: list[Rule] = []
    for rule in sorted(Rule(_snapped(rule.at, places), *sorted(rule[1:])) for rule in rules):
        last = found[-1] if found else None
        if last and last.at == rule.at and rule.start <= last.end + NEAR:
            found[-1] = last._replace(end=max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _open_sides(across: list[Rule], down: list[Rule]) -> Iterator[Rule]:
    """The sides of tables that have none: between two level lines that end alike and have an upright line in common."""
    for upper, lower in pairwise(across):
        if any(_cross(upper, rule) and _cross(lower, rule) for rule in down):
            for one, other in ((upper.start, lower.start), (upper.end, lower.end)):
                if abs(one - other) <= NEAR:
                    yield Rule(one, upper.at, lower.at)


def _places(values: Iterable[float]) -> list[float]:
    """The first of each group of values of which none is far from the one before."""
    found: list[float] = []
    last = 0.0
    for value in sorted(values):
        if not found or value - last > NEAR:
            found.append(value)
        last = value
    return found


def _snapped(value: float, places: list[float]) -> float:
    index = bisect_left(places, value)
    return places[index] if index < len(places) and places[index] == value else places[max(index - 1, 0)]


def _cross(level: Rule, upright: Rule) -> bool:
    """Whether two lines meet."""
    within = level.start - NEAR <= upright.at <= level.end + NEAR
    return within and upright.start - NEAR <= level.at <= upright.end + NEAR


def _cell(top: Rule, crossing: list[Rule], levels: list[Rule]) -> Box | None:
    """The smallest cell below a line, from the first of the upright lines that cross it to one of the others."""
    left = crossing[0]
    for bottom in levels:
        if bottom.at <= top.at or bottom.at > left.end + NEAR or not _cross(bottom, left):
            continue
        for right in crossing[1:]:
            if right.at > left.at and right.end >= bottom.at - NEAR and _cross(bottom, right):
                return Box(left.at, top.at, right.at, bottom.at)
    return None
