"""What stands inside an outline: nothing, a redaction's own code or label, readable text, or a drawing."""

from collections.abc import Sequence

import cv2
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from redaudit.layout.labels import is_release_number
from redaudit.layout.layers import Placed
from redaudit.layout.raster._lines import Drawing
from redaudit.layout.raster._shapes import Shape
from redaudit.layout.raster.contents import Content, is_label
from redaudit.layout.raster.picture import Picture

# Letters are at least so high, in inches: print of 4 points. What is smaller is specks and points.
LEAST = 0.03
# Letters of labels are at most so high, in inches; what is higher is a drawing.
HIGHEST = 0.4
# Of a shape of two lines or more (ROOMY inches), the part that marks cut by its outline may take up: a stroke or a code
# passes, a map or a text between rules does not. In a lower one a code that sticks to the outline fills up to 0.24, and
# a line of text that sticks to its underline from 0.29 on.
ROOMY, DRAWN, DRAWN_LOW = 0.35, 0.2, 0.27
# What comes so near the outline, in inches, is cut by it or printed across it: a neighbour's, or the margin's code.
RIM = 0.015
# A line of letters runs on beyond a side when its end is so many heights from it, and of the side there, WALL inches
# around, less than WHOLE is left.
NEXT, WALL, WHOLE = 2.0, 0.03, 0.7
# A shape less than so many times as high as its letters was drawn around them.
ROOM = 2.0
# A box so many times as high as the letters in it hides lines of text; a short line in it is the redactor's own.
TALL = 4.5
# Of the width of such a box, the part that a label takes up at most; and of its area, all letters.
ACROSS, SPARSE = 0.6, 0.12
# Words that are read there and are no known label are the redactor's in the middle, but for so much of the width: a
# form's captions and answers stand at its left.
MIDDLE = 0.12
# Points and specks that are no letters: no larger than this part of a letter's height.
POINT = 0.4
# Ones and twos of digits and letters between the points of a code are no wider than this many heights.
GROUP = 2.3
# One sign is no wider than this many heights; bold words melt to fewer, wider marks.
SIGN = 1.3
# Letters of one line: so much of the lower one's height in common.
LEVEL = 0.5
# Letters fill their line; specks that happen to stand level fill less of it than this.
FILLED = 0.15
# Dithered grays and noise: so many specks a letter, no letters.
SPECKS = 12

_Marks = NDArray[np.int32]


@frozen
class Row:
    """Letters that stand on one line, left to right: their corners, and the points between them."""

    letters: _Marks
    points: _Marks

    @property
    def height(self) -> int:
        """The height of its highest letter."""
        return int((self.letters[:, 3] - self.letters[:, 1]).max())

    @property
    def width(self) -> int:
        """From the first letter to the last."""
        return int(self.letters[:, 2].max() - self.letters[:, 0].min())

    @property
    def is_scattered(self) -> bool:
        """Whether it is no line of letters, but specks that happen to stand level."""
        return int((self.letters[:, 2] - self.letters[:, 0]).sum()) < FILLED * self.width


def content_of(seen: Drawing, shape: Shape, picture: Picture, words: Sequence[Placed]) -> Content:
    """What an eye sees in a shape; the words of a text layer help to read it where letters stand."""
    marks, cut = _marks(seen, shape)
    most = DRAWN if shape.inside.shape[0] >= ROOMY * seen.dpi else DRAWN_LOW
    if _covered(cut, LEAST * seen.dpi) > most * shape.area:
        return Content.DRAWING
    heights = marks[:, 3] - marks[:, 1]
    letters = marks[heights >= LEAST * seen.dpi]
    if not len(letters):
        return Content.NOTHING
    if heights.max() > HIGHEST * seen.dpi:
        return Content.DRAWING
    lines = (row for row in _rows(letters, marks) if not row.is_scattered)
    rows = [row for row in lines if not _is_overprint(seen, shape, row, cut)]
    rows = [row for row in rows if not _is_release_line(_read(seen, shape, picture, words, [row]))]
    if not rows:
        return Content.NOTHING
    text = _read(seen, shape, picture, words, rows)
    if text:
        if is_label(text):
            return Content.LABEL
        return Content.LABEL if _sparse(rows, shape) and _centred(rows, shape) else Content.TEXT
    return _seen(rows, shape)


def _marks(seen: Drawing, shape: Shape) -> tuple[_Marks, _Marks]:
    """Left, top, right, bottom of the connected marks inside, and of those that the rim cuts."""
    rim = seen.inches(RIM)
    high, wide = seen.ink.shape
    top, left, bottom, right = max(shape.top, 0), max(shape.left, 0), min(shape.bottom, high), min(shape.right, wide)
    inside = shape.inside[top - shape.top : bottom - shape.top, left - shape.left : right - shape.left]
    kernel = np.ones((2 * rim + 1, 2 * rim + 1), np.uint8)
    inner = cv2.erode(inside, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    ink = cv2.bitwise_and(seen.ink[top:bottom, left:right], inner)
    found, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    edge = cv2.dilate(1 - inner, np.ones((3, 3), np.uint8))
    whole: list[tuple[int, int, int, int]] = []
    cut: list[tuple[int, int, int, int]] = []
    for contour in found:
        x, y, across, down = cv2.boundingRect(contour)
        kind = cut if edge[contour[:, 0, 1], contour[:, 0, 0]].any() else whole
        kind.append((left + x, top + y, left + x + across, top + y + down))
    return _stacked(whole), _stacked(cut)


def _covered(marks: _Marks, least: float) -> float:
    """How much the bounds of marks cover, of those that are no specks or pieces of lines."""
    wide, high = marks[:, 2] - marks[:, 0], marks[:, 3] - marks[:, 1]
    large = (wide >= least) & (high >= least)
    return float((wide * high)[large].sum())


def _stacked(corners: list[tuple[int, int, int, int]]) -> _Marks:
    return np.array(sorted(corners), np.int32).reshape(-1, 4)


def _rows(letters: _Marks, marks: _Marks) -> list[Row]:
    """The letters by the lines they stand on."""
    lines: list[list[NDArray[np.int32]]] = []
    for letter in letters:
        for line in lines:
            last = line[-1]
            shared = min(last[3], letter[3]) - max(last[1], letter[1])
            if shared >= LEVEL * min(last[3] - last[1], letter[3] - letter[1]):
                line.append(letter)
                break
        else:
            lines.append([letter])
    rows = []
    for line in lines:
        stacked = np.stack(line)
        top, bottom = stacked[:, 1].min(), stacked[:, 3].max()
        tall = bottom - top
        small = (marks[:, 3] - marks[:, 1] <= POINT * tall) & (marks[:, 2] - marks[:, 0] <= POINT * tall)
        low = (marks[:, 1] >= top + 0.5 * tall) & (marks[:, 3] <= bottom + 0.3 * tall)
        rows.append(Row(stacked, marks[small & low]))
    return sorted(rows, key=lambda row: int(row.letters[0, 1]))


def _is_overprint(seen: Drawing, shape: Shape, row: Row, cut: _Marks) -> bool:
    """Whether a line of letters runs on beyond a side, through the outline: a release line, a code of the margin."""
    if shape.inside.shape[0] < ROOM * row.height:
        return False
    first, last = int(row.letters[:, 1].min()), int(row.letters[:, 3].max())
    columns = np.flatnonzero(shape.inside[first - shape.top : last - shape.top].any(axis=0)) + shape.left
    left, right = int(columns[0]), int(columns[-1]) + 1
    wall, tall = seen.inches(WALL), row.height
    gaps = row.letters[:, 0].min() - left, right - row.letters[:, 2].max()
    beyond = (max(0, left - wall - tall), max(0, left - wall)), (right + wall, right + wall + tall)
    level = cut[(np.minimum(cut[:, 3], last) - np.maximum(cut[:, 1], first)) >= LEVEL * (last - first)]
    cuts = (level[:, 0] <= left + wall).any(), (level[:, 2] >= right - wall).any()
    for side, gap, is_cut, (start, end) in zip((left, right), gaps, cuts, beyond, strict=True):
        runs_on = gap <= NEXT * tall and seen.ink[first:last, start:end].any()
        if runs_on and (is_cut or not _stands(seen, side, first, last)):
            return True
    return False


def _is_release_line(text: str) -> bool:
    """Whether what is read on a line of letters bears the number of a release line, set across the whole box."""
    return any(map(is_release_number, text.split()))


def _stands(seen: Drawing, side: int, first: int, last: int) -> bool:
    """Whether an upright line makes a shape's side from one height to another."""
    near, most = seen.inches(WALL), WHOLE * (last - first)
    return any(
        min(line.end, last) - max(line.start, first) >= most and abs(line.at((first + last) / 2) - side) <= near
        for line in seen.uprights
    )


def _read(seen: Drawing, shape: Shape, picture: Picture, words: Sequence[Placed], rows: list[Row]) -> str:
    """The words whose middle lies in a shape's inside, on one of the lines of letters there."""
    factor = picture.scale / seen.step
    spans = [(row.letters[:, 1].min() - row.height / 2, row.letters[:, 3].max() + row.height / 2) for row in rows]
    found = []
    for word in words:
        middle = (word.top + word.bottom) / 2 * factor
        if not any(first <= middle <= last for first, last in spans):
            continue
        x, y = int((word.x0 + word.x1) / 2 * factor) - shape.left, int(middle) - shape.top
        if 0 <= x < shape.inside.shape[1] and 0 <= y < shape.inside.shape[0] and shape.inside[y, x]:
            found.append(word.text)
    return " ".join(dict.fromkeys(found))


def _sparse(rows: list[Row], shape: Shape) -> bool:
    """Whether a few words stand in a box of many lines, as a redactor writes `outside the request` there."""
    tall, wide = max(row.height for row in rows), shape.inside.shape[1]
    across = max(row.width for row in rows)
    covered = sum(row.width * row.height for row in rows)
    high = shape.area / max(wide, 1)
    return high >= TALL * tall and across <= ACROSS * wide and covered <= SPARSE * shape.area


def _centred(rows: list[Row], shape: Shape) -> bool:
    """Whether letters stand in the middle of a shape's width."""
    left, right = min(row.letters[:, 0].min() for row in rows), max(row.letters[:, 2].max() for row in rows)
    return bool(abs((left + right) / 2 - (shape.left + shape.right) / 2) <= MIDDLE * shape.inside.shape[1])


def _seen(rows: list[Row], shape: Shape) -> Content:
    """What letters tell by their shapes alone."""
    tall = max(row.height for row in rows)
    if any((row.letters[:, 2] - row.letters[:, 0]).max() > 3 * tall for row in rows):
        return Content.DRAWING
    if _sparse(rows, shape):
        return Content.LABEL
    if len(rows) <= 2 and all(_is_code(row) for row in rows):
        return Content.LABEL
    return Content.TEXT


def _is_code(row: Row) -> bool:
    """Whether letters are a code by their shapes: ones and twos parted by points (`5.1.2.e`) or brackets (`(b)(6)`)."""
    count, tall = len(row.letters), row.height
    wide = row.letters[:, 2] - row.letters[:, 0]
    high = row.letters[:, 3] - row.letters[:, 1]
    if count <= 3:
        return bool(wide.max() <= SIGN * tall)
    brackets = int(((high > 2.3 * wide) & (high >= 0.9 * tall)).sum())
    if brackets >= 2 and count <= 4 * brackets and count <= 24:
        return True
    between = row.points[(row.points[:, 0] >= row.letters[0, 2]) & (row.points[:, 2] <= row.letters[-1, 0])]
    if not len(between) or count > 10:
        return False
    parts = np.searchsorted(np.sort(between[:, 0]), row.letters[:, 0])
    groups = [row.letters[parts == part] for part in np.unique(parts)]
    return all(group[-1, 2] - group[0, 0] <= GROUP * tall for group in groups)
