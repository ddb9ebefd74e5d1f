"""What stands in a filled area: nothing, a redaction's own label (`5.1.2e`, `(b)(6)`), readable text, or a drawing."""

import enum
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from redaudit.layout.labels import is_code_label
from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.tones import Area

# What agencies of other countries print on their boxes.
LABELS = re.compile(
    r"buiten (?:reikwijdte|verzoek|scope)|persoonlijke gegevens|weggelakt|geschwärzt|caviardé", re.IGNORECASE
)
# Their codes: numbers and single letters parted by points or brackets, `5.1.2e`, `10(2)(g)`, `§ 3 Nr. 2`.
CODE = re.compile(
    r"(?:(?:§+|art(?:ikel|icle|\.)?)\s?)?\(?\d{1,3}\)?(?:[.,/() -]{0,2}(?:\d{1,3}|[a-zA-Z]|Nr|lid|sub)\b[.)]*)*",
    re.IGNORECASE,
)


# The rim of an area is no ink on it, so many inches wide.
RIM = 0.012


class Content(enum.Enum):
    """What stands in a filled area."""

    NOTHING = "nothing"
    LABEL = "label"
    TEXT = "text"
    DRAWING = "drawing"


class _Letter(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int
    ink: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def hollow(self) -> bool:
        """An outline around other marks, of a second box: letters fill a fifth of their place and more."""
        return self.ink < 0.16 * self.width * self.height


def content_of(area: Area, picture: Picture, words: Sequence[Placed]) -> Content:
    """What an eye sees in the area; the words of a text layer help to read it where ink stands."""
    ink = _ink(area, picture)
    marks = _marks(ink)
    least = max(3, picture.inches(0.028))
    letters = [mark for mark in marks if mark.height >= least and not mark.hollow and not _cut(mark, ink.shape)]
    if not letters:
        return Content.NOTHING
    tall = float(np.percentile([letter.height for letter in letters], 80))
    letters = [letter for letter in letters if letter.height >= 0.45 * tall]
    dots = [mark for mark in marks if max(mark.height, mark.width) <= 0.35 * tall]
    read = _read(area, picture, words)
    signs = sum(1 for character in read if character.isalnum())
    # A layer may still hold what the box hides: words of many more letters than are seen are not those on the box.
    if 0.4 * len(letters) <= signs <= 1.5 * (_number(letters) + len(dots)) + 1:
        return Content.LABEL if is_label(read) else Content.TEXT
    return _seen(letters, dots, area, ink)


def labels(area: Area, picture: Picture) -> list[list[tuple[int, int, int, int]]]:
    """The bounds of the words on the area, line by line, in pixels of the picture: boxes side by side have one each."""
    least, rim = max(3, picture.inches(0.028)), picture.inches(RIM)
    ink = _ink(area, picture)
    letters = [mark for mark in _marks(ink) if mark.height >= least and not mark.hollow and not _cut(mark, ink.shape)]
    lines: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.top):
        # White letters on gray come in pieces: whatever stands beside a piece is of its line.
        if lines and letter.top < max(other.bottom for other in lines[-1]):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [[_bounds(group, area.left + rim, area.top + rim) for group in _groups(line)] for line in lines]


def _bounds(letters: list[_Letter], across: int, down: int) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of letters, moved."""
    left, top = min(letter.left for letter in letters), min(letter.top for letter in letters)
    right, bottom = max(letter.right for letter in letters), max(letter.bottom for letter in letters)
    return across + left, down + top, across + right, down + bottom


def is_label(text: str) -> bool:
    """Whether a text is what redactors print on boxes: a code, or words such as `redacted`."""
    if is_code_label(text) or LABELS.fullmatch(text.strip()):
        return True
    # A number alone is a cell's; with a point, a bracket, a letter or a sign for articles it is a code.
    return bool(CODE.fullmatch(text.strip())) and not text.strip().isdigit()


def _read(area: Area, picture: Picture, words: Sequence[Placed]) -> str:
    """The words whose middle lies in the area."""
    box = picture.box(area.left, area.top, area.right, area.bottom)
    inside = [
        word
        for word in words
        if box.x0 < (word.x0 + word.x1) / 2 < box.x1 and box.top < (word.top + word.bottom) / 2 < box.bottom
    ]
    return " ".join(dict.fromkeys(word.text for word in inside))


def _ink(area: Area, picture: Picture) -> Pixels:
    """255 where the area's inside differs from its tone, as letters do."""
    rim = picture.inches(RIM)
    part = picture.gray[area.top + rim : area.bottom - rim, area.left + rim : area.right - rim].astype(np.int16)
    # Labels are white or black; thin letters keep about half of their contrast, fills and JPEG's dirt vary by 15.
    enough = max(0.4 * abs(area.paper - area.tone), 22)
    shape = cv2.resize(area.mask, (area.width, area.height), interpolation=cv2.INTER_NEAREST)
    if area.mask.mean() < 0.98:
        shape = cv2.erode(np.pad(shape, 1), np.ones((2 * rim + 1, 2 * rim + 1), np.uint8))[1:-1, 1:-1]
    inside = shape[rim : area.height - rim, rim : area.width - rim]
    within = inside[: part.shape[0], : part.shape[1]] > 0
    away = np.abs(part - area.tone)
    strong = away[(away > enough) & within]
    if strong.size:
        # Black letters on gray: their blurred rims would join them.
        enough = max(enough, 0.4 * float(np.percentile(strong, 95)))
    ink = np.asarray(((away > enough) & within) * 255, dtype=np.uint8)
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((2, 2), np.uint8)), dtype=np.uint8)


def _marks(ink: Pixels) -> list[_Letter]:
    """The connected marks of ink, left to right."""
    if not ink.size or not ink.any():
        return []
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    marks = [
        _Letter(int(left), int(top), int(left + width), int(top + height), int(size))
        for left, top, width, height, size in stats[1:count]
    ]
    return sorted(marks)


def _cut(mark: _Letter, shape: tuple[int, ...]) -> bool:
    """Whether a mark sticks to the rim: a piece of the text beside, an outline, a corner that the box does not fill."""
    down, across = shape[:2]
    rims = (mark.top <= 0, mark.left <= 0, mark.bottom >= down, mark.right >= across)
    if sum(rims) >= 2:
        return True
    thin = min(mark.width, mark.height) < 0.2 * max(mark.width, mark.height)
    return any(rims) and (mark.height < 0.6 * down or thin)


def _seen(letters: list[_Letter], dots: list[_Letter], area: Area, ink: Pixels) -> Content:
    """What letters tell by their shapes alone."""
    rows = _rows(letters)
    tall = max(letter.height for letter in letters)
    if _drawn(letters, rows, ink):
        return Content.DRAWING
    # Few words in a box of many lines are what the redactor wrote there: `outside the request`.
    across = max(letter.right for letter in letters) - min(letter.left for letter in letters)
    if len(rows) <= 2 and area.height >= 5 * tall and across <= 0.6 * area.width:
        return Content.LABEL
    if len(rows) > 6 or not all(_coded(group, dots, area) for row in rows for group in _groups(row)):
        return Content.TEXT
    return Content.LABEL


def _number(letters: list[_Letter]) -> int:
    """How many letters there are, counting those that run into each other by their width."""
    tall = max(letter.height for letter in letters)
    return sum(max(1, round(letter.width / (0.75 * tall))) for letter in letters)


def _coded(row: list[_Letter], dots: list[_Letter], area: Area) -> bool:
    """Whether a line of letters looks like a code: very short, or parted by points or brackets."""
    count, tall = _number(row), max(letter.height for letter in row)
    if count <= 3 or (count <= 5 and area.tone < 60) or _pointed(row, dots):
        return True
    brackets = sum(1 for letter in row if letter.height > 2.3 * letter.width and letter.height >= 0.9 * tall)
    return brackets >= 2 and count <= 4 * brackets and count <= 24


def _pointed(row: list[_Letter], dots: list[_Letter]) -> bool:
    """Whether points part the letters into ones and twos, as in `5.1.2e` and `10.2.g`."""
    row = sorted(row)
    tall = max(letter.height for letter in row)
    points = [dot.left for dot in dots if row[0].right <= dot.left and dot.right <= row[-1].left and _low(dot, row)]
    if not points or len(row) > 10:
        return False
    groups = [[letter for letter in row if low <= letter.left < high] for low, high in _between(points)]
    return all(not group or group[-1].right - group[0].left <= 3.0 * tall for group in groups)


def _between(points: list[int]) -> list[tuple[int, int]]:
    edges = [-1, *sorted(points), 1 << 30]
    return list(pairwise(edges))


def _rows(letters: list[_Letter]) -> list[list[_Letter]]:
    """The letters by the lines they stand on."""
    rows: list[list[_Letter]] = []
    for letter in letters:
        middle = (letter.top + letter.bottom) / 2
        for row in rows:
            if row[-1].top <= middle <= row[-1].bottom:
                row.append(letter)
                break
        else:
            rows.append([letter])
    return sorted(rows, key=lambda row: row[0].top)


def _groups(row: list[_Letter]) -> list[list[_Letter]]:
    """The letters of a line parted at wide gaps: two boxes side by side have a label each."""
    row = sorted(row)
    wide = 1.2 * max(letter.height for letter in row)
    groups = [[row[0]]]
    for letter in row[1:]:
        if letter.left - groups[-1][-1].right > wide:
            groups.append([])
        groups[-1].append(letter)
    return groups


def _low(dot: _Letter, row: list[_Letter]) -> bool:
    """Whether a dot stands on the line."""
    bottom = float(np.median([letter.bottom for letter in row]))
    return dot.top > bottom - 0.5 * max(letter.height for letter in row) and dot.bottom < bottom + dot.height


def _drawn(letters: list[_Letter], rows: list[list[_Letter]], ink: Pixels) -> bool:
    """Whether the marks are no letters: a bird, a crown, a coat of arms, a signature."""
    if ink.mean() > 0.45 * 255:
        return True
    # Letters that run into each other are words as long as the area is wide and no higher than a line.
    if any(letter.width > 2.2 * letter.height and letter.height > 0.6 * len(ink) for letter in letters):
        return True
    single = sum(1 for row in rows if len(row) == 1)
    return len(rows) >= 3 and single > len(rows) // 2
