"""Loose ends of lines joined: where an outline is overprinted, broken or cut off, its lines end and face each other.

───────── 3.3(h)(2)      a corner that a code hides: its two ends are drawn on until they meet
               │
──── for Release: ────   a gap in one line: its two ends are joined; an edge that is hidden: two ends of one height
"""

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np

from redaudit.layout.raster._lines import Drawing, Line
from redaudit.layout.raster.picture import Pixels

# An end within this of a line across it is tied to it, in inches.
TIED = 0.06
# A line with two loose ends counts from this length on, in inches.
FREE = 0.3
# Ends are joined over at most this much print, in inches: `Approved for Release: 2019/03/14 C02003047` hides 1.3.
FAR = 1.5
# Ends are joined over so much bare paper, in inches.
BARE = 0.1
# Two ends that point at one corner meet there over so much bare paper; they may have passed it by so much, in inches.
CORNER, SLACK = 0.25, 0.1
# Ends face each other within this, in inches. A hidden edge is at most so long, and the sides that it ties end at one
# height within a line of print.
EVEN, EDGE, UNEVEN = 0.06, 4.0, 0.14
# The sides of a low box are broken by the print that they pass: so much of them is ink, and no side is longer.
SIDE, LOW = 0.5, 0.4
# Print lies on a join when so much of its way has ink nearby; letters are no further apart than the second, in inches.
PRINTED, LETTERS = 0.7, 0.08
# How near: half the height of a line of print, in inches.
BESIDE = 0.06
# Straight lines bend by no more than this part of the gap between their ends.
BEND = 0.03


class End(NamedTuple):
    """A loose end: its place and where it points, `out` 1 or -1 along `x` (level lines) or `y` (upright lines).

    `tied` says whether the other end of its line is tied to a line across.
    """

    x: float
    y: float
    level: bool
    out: int
    tied: bool


Join = tuple[float, float, float, float]


def joins(drawing: Drawing) -> list[Join]:
    """The straight pieces, level or upright, that tie loose ends: x0, y0, x1, y1."""
    ends, found = _ends(drawing)
    for index, one in enumerate(ends):
        for other in ends[index + 1 :]:
            found.extend(_between(drawing, one, other))
    return found


def _ends(drawing: Drawing) -> tuple[list[End], list[Join]]:
    """The loose ends of lines, and the pieces that tie the others to the lines across that they nearly reach."""
    near, free = TIED * drawing.dpi, FREE * drawing.dpi
    ends: list[End] = []
    ties: list[Join] = []
    for level, lines, others in ((True, drawing.levels, drawing.uprights), (False, drawing.uprights, drawing.levels)):
        for line in lines:
            places = ((line.start, line.at_start, -1), (line.end, line.at_end, 1))
            first, last = (_tie(others, along, across, near) for along, across, _ in places)
            for (along, across, out), tie, other in zip(places, (first, last), (last, first), strict=True):
                x, y = (along, across) if level else (across, along)
                if tie is not None:
                    ties.append((x, y, tie.at(y), y) if level else (x, y, x, tie.at(x)))
                # A stroke with two loose ends is a dash or a part of a letter; one that a short stroke ties may go on.
                if (tie is None or tie.length < free) and (other is not None or line.length >= free):
                    ends.append(End(x, y, level, out, tied=other is not None))
    return ends, ties


def _tie(across: tuple[Line, ...], along: float, place: float, near: float) -> Line | None:
    """The longest of the lines across that pass by an end."""
    passing = (
        line for line in across if line.start - near <= place <= line.end + near and abs(line.at(place) - along) <= near
    )
    return max(passing, key=lambda line: line.length, default=None)


def _between(drawing: Drawing, one: End, other: End) -> Iterator[Join]:
    """What joins two ends, if anything does."""
    if one.level != other.level:
        level, upright = (one, other) if one.level else (other, one)
        yield from _corner(drawing, level, upright)
    elif one.out == other.out:
        yield from _edge(drawing, one, other)
    else:
        yield from _gap(drawing, one, other)


def _corner(drawing: Drawing, level: End, upright: End) -> Iterator[Join]:
    """The corner where two ends meet when they are drawn on."""
    across, down = (upright.x - level.x) * level.out, (level.y - upright.y) * upright.out
    slack, far, bare = SLACK * drawing.dpi, FAR * drawing.dpi, CORNER * drawing.dpi
    if not (-slack <= across <= far and -slack <= down <= far and (level.tied or upright.tied)):
        return
    pieces = (level.x, level.y, upright.x, level.y), (upright.x, upright.y, upright.x, level.y)
    if max(across, down) <= bare or all(_hidden(drawing, piece) for piece in pieces):
        yield from pieces


def _gap(drawing: Drawing, one: End, other: End) -> Iterator[Join]:
    """The gap between two ends of one line."""
    first, second = (one, other) if one.out == 1 else (other, one)
    along, aside = (second.x - first.x, second.y - first.y) if one.level else (second.y - first.y, second.x - first.x)
    if 0 < along <= FAR * drawing.dpi and abs(aside) <= 0.5 * EVEN * drawing.dpi + BEND * along:
        piece = (first.x, first.y, second.x, second.y)
        if _hidden(drawing, piece):
            yield piece


def _edge(drawing: Drawing, one: End, other: End) -> Iterator[Join]:
    """The edge that two sides ended at, which print hides, or the picture's border cuts off."""
    along, aside = (one.y - other.y, one.x - other.x) if one.level else (one.x - other.x, one.y - other.y)
    if abs(aside) > UNEVEN * drawing.dpi or not TIED * drawing.dpi < abs(along) <= EDGE * drawing.dpi:
        return
    outer = max(one, other, key=lambda end: end.out * (end.x if end.level else end.y))
    pieces: list[Join] = []
    for end in (one, other):
        if end is not outer:
            corner = (outer.x, end.y) if end.level else (end.x, outer.y)
            pieces = [(end.x, end.y, *corner), (*corner, outer.x, outer.y)]
    if one.tied and other.tied:
        sound = _cut_off(drawing, outer) or all(_hidden(drawing, piece) for piece in pieces)
    else:
        sound = one.level and abs(along) <= LOW * drawing.dpi and _inked(drawing, pieces[1]) >= SIDE
    if sound:
        yield from pieces


def _cut_off(drawing: Drawing, end: End) -> bool:
    """Whether an end lies at the border of the picture that it points to."""
    high, wide = drawing.ink.shape
    place, border = (end.x, wide) if end.level else (end.y, high)
    return (place if end.out < 0 else border - place) <= BARE * drawing.dpi


def _hidden(drawing: Drawing, piece: Join) -> bool:
    """Whether a piece is short, or print lies on most of it."""
    x0, y0, x1, y1 = piece
    if max(abs(x1 - x0), abs(y1 - y0)) <= BARE * drawing.dpi:
        return True
    ways = _around(drawing, piece, BESIDE)
    gap = np.ones((1, drawing.inches(LETTERS)), np.uint8)
    return float(cv2.morphologyEx(ways.max(axis=0)[None], cv2.MORPH_CLOSE, gap).mean()) >= PRINTED


def _inked(drawing: Drawing, piece: Join) -> float:
    """The part of a piece that has ink on it, on the straight way beside it that has most."""
    return float(_around(drawing, piece, TIED / 2).mean(axis=1).max())


def _around(drawing: Drawing, piece: Join, beside: float) -> Pixels:
    """The ink around a piece, its way from left to right."""
    (x0, x1), (y0, y1) = sorted((round(piece[0]), round(piece[2]))), sorted((round(piece[1]), round(piece[3])))
    reach = drawing.inches(beside)
    high, wide = drawing.ink.shape
    if x1 - x0 >= y1 - y0:
        band = drawing.ink[max(0, y0 - reach) : min(high, y1 + reach) + 1, max(0, x0) : x1 + 1]
    else:
        band = drawing.ink[max(0, y0) : y1 + 1, max(0, x0 - reach) : min(wide, x1 + reach) + 1].T
    return band if band.size else np.zeros((1, 1), np.uint8)
