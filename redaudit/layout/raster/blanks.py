"""Passages whited out without an outline, told by what stands beside them: pen brackets, cut letters, codes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.burned import Burned, Make
from redaudit.layout.raster.column import SHORTEST, Column, Marks, column_of, ink_of, print_lines
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.tones import COARSE, View, view
from redaudit.vocabulary.exemption import canonical_code

# Beside fewer lines of one column a code may belong to anything: a cover page, a letterhead.
WITH_CODE = 8
# The least gap in lines of text: two empty lines part paragraphs and headings, a struck line leaves three.
LINES = 2.6
# A page has at most so many marks by hand in its margins; striped frames and dirty film have hundreds.
MOST_BY_HAND = 60
# Pixels darker than this may be the thin gray outline of a box.
FAINT = 205
# The part of a gap's pixels that may be ink: specks, punched dots, pen marks; lines of print have 0.08 and more.
EMPTY = 0.03
# A pen's stroke is so long in inches and at most so thick; dashes are shorter, rules longer.
STROKE_SHORT, STROKE_LONG, STROKE_THICK = 0.13, 0.65, 0.075


# The reasons of E.O. 12356, section 1.3(a), as reviewers wrote them in the margins for short: `a3`, `A5`, `(a)(5)`.
REASON = re.compile(r"\(?[aA]\)?\(?(?:10|[1-9])\)?")


class _Gap(NamedTuple):
    """Where a column is empty; closed where its own print goes on below."""

    top: int
    bottom: int
    closed: bool


class _Page(NamedTuple):
    """What is seen of a page: the picture, its ink without large shapes, the marks, the levels of codes in margins."""

    seen: View
    gray: Pixels
    ink: Pixels
    marks: Marks
    codes: list[int]


def blanks(picture: Picture, words: Sequence[Placed]) -> list[Burned]:
    """The whited-out passages, from the top of the page down; white space that nothing speaks of is none."""
    seen = view(evolve(picture, colour=None), COARSE)
    ink, marks = ink_of(seen)
    lines = print_lines(ink, seen)
    column = column_of(lines, seen)
    if column is None:
        return []
    page = _Page(seen, picture.gray, ink, marks, _codes(words, picture, seen, column))
    return [
        Burned(
            picture.box(*(value * seen.step for value in (column.left, gap.top, column.right, gap.bottom))), Make.BLANK
        )
        for gap in _gaps(lines, column, page)
        if _told(gap, column, page)
    ]


def _gaps(lines: Marks, column: Column, page: _Page) -> list[_Gap]:
    """The empty stretches of a column between its first line and the lowest line of the page."""
    ink, seen = page.ink, page.seen
    inside = (np.minimum(lines.right, column.right) - np.maximum(lines.left, column.left)) >= seen.inches(SHORTEST)
    here = lines.where(inside)
    own = np.abs(here.left - column.left) <= seen.inches(0.15)
    spans = sorted(zip(here.top.tolist(), here.bottom.tolist(), own.tolist(), strict=True))
    foot = int(lines.top[lines.bottom.argmax()])
    found, reached, above = [], len(ink), False
    for place, (top, bottom, below) in enumerate([*spans, (foot, foot, False)]):
        # Centred titles are far from each other, and no column runs between them.
        if top - reached >= LINES * column.pitch and (above or below):
            empty = ink[reached:top, column.left : column.right].mean() < EMPTY * 255
            if empty and not _ruled(reached, top, column, page):
                found.append(_Gap(reached, top, place < len(spans)))
        if place == 0 or bottom > reached:
            reached, above = bottom, below
    return found


def _ruled(top: int, bottom: int, column: Column, page: _Page) -> bool:
    """Whether straight lines stand in a stretch of the column: an outline tells there what is withheld, or a form.

    Outlines may be one pixel of light gray: they are looked for in the picture itself.
    """
    step, aside, length = page.seen.step, page.seen.inches(0.1), page.seen.inches(0.5) * page.seen.step
    columns = slice(max(column.left - aside, 0) * step, (column.right + aside) * step)
    dark = cv2.inRange(page.gray[(top + 2) * step : (bottom - 2) * step, columns], np.array(0), np.array(FAINT))
    part = cv2.dilate(dark, np.ones((3, 3), np.uint8))
    return any(
        bool(cv2.erode(part, np.ones(size, np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0).any())
        for size in ((1, length), (length, 1))
    )


def _told(gap: _Gap, column: Column, page: _Page) -> bool:
    """Whether something speaks of a gap: a code beside it, or two of brackets, cut letters and a hand beside it."""
    coded = any(gap.top <= level <= gap.bottom for level in page.codes)
    if coded and gap.closed and column.lines >= WITH_CODE:
        return True
    corners, strokes = _brackets(gap, column, page)
    noted, cut = _noted(gap, column, page), _cut(gap, column, page)
    hints = strokes + noted + cut
    # Strokes alone prove nothing: pens strike banners and sign too. A corner does not come from them.
    return hints >= 2 and (corners or noted > 0)


def _brackets(gap: _Gap, column: Column, page: _Page) -> tuple[bool, int]:
    """Whether a pen has drawn a corner at an end of the gap, and how many ends, of the two, a pen has marked at all."""
    marks, seen = page.marks, page.seen
    narrow, longest = np.minimum(marks.width, marks.height), np.maximum(marks.width, marks.height)
    stroke = (longest >= seen.inches(STROKE_SHORT)) & (longest <= seen.inches(STROKE_LONG))
    hollow = marks.size < 0.5 * marks.width * marks.height
    beside = (marks.right >= column.left - seen.inches(0.35)) & (marks.left <= column.right + seen.inches(0.2))
    shape = (narrow <= seen.inches(STROKE_THICK)) | hollow
    pen = marks.where(stroke & shape & beside & (longest > 1.3 * column.letter))
    reach = 1.2 * column.pitch
    middle, third = (pen.top + pen.bottom) / 2, max(1.6 * reach, 0.3 * (gap.bottom - gap.top))
    upper = (middle >= gap.top - reach) & (middle <= gap.top + third)
    lower = (middle >= gap.bottom - third) & (middle <= gap.bottom + reach) & ~upper
    ends = pen.where(upper | lower)
    corners = any(
        _is_free(left, top, right, bottom, _open_side(page.ink[top:bottom, left:right]), column, page)
        for left, top, right, bottom, _ in _each(ends)
    )
    return corners, int(upper.any()) + int(lower.any())


def _each(marks: Marks) -> list[tuple[int, ...]]:
    return [tuple(int(value) for value in mark) for mark in zip(*marks, strict=True)]


def _open_side(ink: Pixels) -> int:
    """1 where a mark is a bracket's corner open to the right, -1 where to the left, 0 where it is none.

    A corner is an upright and a level arm that meet, and nothing between them.
    """
    mark = ink > 0
    for turned, side in ((mark, 1), (mark[::-1], 1), (mark[:, ::-1], -1), (mark[::-1, ::-1], -1)):
        down, across = turned.shape
        arm = max(2, min(down, across) // 3)
        upright = turned[:, :arm].any(axis=1).mean()
        level = turned[:arm].any(axis=0).mean()
        # A square bracket has a second level arm at its other end.
        between = turned[max(arm, 2 * down // 5) : down - min(arm, down // 5), max(arm, 2 * across // 5) :]
        if min(upright, level) >= 0.75 and between.size and between.mean() <= 0.06 and min(down, across) >= 4:
            return side
    return 0


def _is_free(left: int, top: int, right: int, bottom: int, side: int, column: Column, page: _Page) -> bool:
    """Whether nothing as high as print follows on the open side, as letters follow the L of a stamp."""
    marks, reach = page.marks, page.seen.inches(0.3)
    level = (marks.top < bottom) & (marks.bottom > top) & (marks.height >= 0.6 * column.letter)
    follows = (marks.left >= right - 1) & (marks.left < right + reach)
    if side < 0:
        follows = (marks.right <= left + 1) & (marks.right > left - reach)
    return side != 0 and not (level & follows).any()


def _cut(gap: _Gap, column: Column, page: _Page) -> int:
    """1 where the tops or bottoms of letters stand on one level in the gap; dashes and dots are of one width."""
    marks, seen = page.marks, page.seen
    small = (marks.height <= 0.55 * column.letter) & (marks.left >= column.left - 2) & (marks.right <= column.right + 2)
    bits = marks.where(small & (marks.top >= gap.top - 1) & (marks.bottom <= gap.bottom + 1))
    for level in np.unique(bits.top):
        row = bits.where(np.abs(bits.top - level) <= max(2, 0.3 * column.letter))
        width = row.width.astype(float)
        spread = int(row.right.max() - row.left.min())
        if len(width) >= 4 and seen.inches(0.2) <= spread <= 12 * width.sum() and width.std() > 0.4 * width.mean():
            return 1
    return 0


def _noted(gap: _Gap, column: Column, page: _Page) -> int:
    """1 where somebody has written a few letters by hand beside the gap, larger than print and apart from it."""
    marks, seen = page.marks, page.seen
    margin = (marks.left >= column.right + seen.inches(0.1)) | (marks.right <= column.left - seen.inches(0.1))
    aside = marks.where(margin & (marks.height > 0.35 * column.letter))
    tall = (aside.height >= 1.35 * column.letter) & (aside.height <= seen.inches(0.7))
    drawn = tall & (aside.width <= seen.inches(0.7)) & (aside.size < 0.45 * aside.width * aside.height)
    level = (aside.bottom >= gap.top - column.pitch) & (aside.top <= gap.bottom)
    hand = aside.where(drawn & level)
    if not 2 <= len(hand.left) <= 24 or drawn.sum() > MOST_BY_HAND:
        return 0
    # A stamp has print around its signatures: there letters no higher than print are the most.
    x0, x1 = hand.left.min() - seen.inches(0.1), hand.right.max() + seen.inches(0.1)
    around = level & (aside.right >= x0) & (aside.left <= x1)
    return int(around.sum() <= 2.2 * len(hand.left) + 2)


def _codes(words: Sequence[Placed], picture: Picture, seen: View, column: Column) -> list[int]:
    """The levels of exemption codes that stand in the margins of the column."""
    scale = picture.scale / seen.step
    slack = seen.inches(0.1)
    found = []
    for word in words:
        outside = word.x0 * scale >= column.right - slack or word.x1 * scale <= column.left + slack
        if outside and (canonical_code(word.text) or REASON.fullmatch(word.text.strip(" ,;.:"))):
            found.append(round((word.top + word.bottom) / 2 * scale))
    return found
