"""What stands in a filled area: nothing, a redaction's own label (`5.1.2e`, `(b)(6)`), readable text, or a drawing."""

import enum
import re
from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.tones import Area
from redaudit.vocabulary.exemption import canonical_code

# What agencies print on their boxes beside codes, whole words of it; Dutch, English, French, German.
LABELS = re.compile(
    r"redact|withh[eo]ld|non-?\s?responsive|exempt|sealed|deleted|buiten\s(?:reikwijdte|verzoek|scope)|persoonlijk"
    r"|privacy|weggelakt|geschwärzt|caviard|confidential|foia|\bnr\b|duplicate|\bart(?:ikel|icle)?\b",
    re.IGNORECASE,
)
# A code as a box shows it, other countries' too: digits, letters and signs alternate, no word of three letters.
CODE = re.compile(r"(?:§\s?)?\(?(?:\d{1,3}|[a-zA-Z]{1,2})\)?(?:[.,()\[\]/\s-]{1,2}(?:\d{1,3}|[a-zA-Z]{1,2})\b){0,8}[).,]*")


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


def content_of(area: Area, picture: Picture, words: Sequence[Placed]) -> Content:
    """What an eye sees in the area; the words of a text layer help to read it where ink stands."""
    ink = _ink(area, picture)
    marks = _marks(ink)
    least = max(3, picture.inches(0.028))
    letters = [mark for mark in marks if mark.height >= least and not _cut(mark, ink.shape)]
    if not letters:
        return Content.NOTHING
    tall = float(np.percentile([letter.height for letter in letters], 80))
    letters = [letter for letter in letters if letter.height >= 0.45 * tall]
    dots = [mark for mark in marks if max(mark.height, mark.width) <= 0.35 * tall and mark.height >= 2]
    read = _read(area, picture, words)
    if read:
        return Content.LABEL if is_label(read) else Content.TEXT
    return _seen(letters, dots, area, ink)


def is_label(text: str) -> bool:
    """Whether a text is what redactors print on boxes: a code, or a word such as `redacted`."""
    tokens = [token for token in re.split(r"[;,\s]+", text.strip()) if token]
    if tokens and all(canonical_code(token) for token in tokens):
        return True
    return bool(CODE.fullmatch(text.strip())) or bool(LABELS.search(text) and len(text) <= 60)


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
    rim = picture.inches(0.012)
    part = picture.gray[area.top + rim : area.bottom - rim, area.left + rim : area.right - rim].astype(np.int16)
    # Half of what lies between fill and paper; labels on light grays are white or black.
    enough = max(0.5 * abs(area.paper - area.tone), 26)
    shape = cv2.resize(area.mask, (area.width, area.height), interpolation=cv2.INTER_NEAREST)
    inside = shape[rim : area.height - rim, rim : area.width - rim]
    within = inside[: part.shape[0], : part.shape[1]] > 0
    return np.asarray(((np.abs(part - area.tone) > enough) & within) * 255, dtype=np.uint8)


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
    """Whether a mark sticks to the rim: a piece of the text beside, or a corner that the box does not fill."""
    rim = mark.top <= 0 or mark.left <= 0 or mark.bottom >= shape[0] or mark.right >= shape[1]
    return rim and (mark.height < 0.6 * shape[0] or mark.width > 3 * mark.height)


def _seen(letters: list[_Letter], dots: list[_Letter], area: Area, ink: Pixels) -> Content:
    """What letters tell by their shapes alone."""
    rows = _rows(letters)
    tall = max(letter.height for letter in letters)
    if _drawn(letters, rows, ink):
        return Content.DRAWING
    count = len(letters)
    # Few words in a box of many lines are what the redactor wrote there: `outside the request`.
    across = max(letter.right for letter in letters) - min(letter.left for letter in letters)
    if len(rows) <= 2 and area.height >= 5 * tall and across <= 0.6 * area.width:
        return Content.LABEL
    if len(rows) > 2:
        return Content.TEXT
    if count <= 3 or (count <= 5 and area.tone < 60):
        return Content.LABEL
    row = rows[0]
    points = sum(1 for dot in dots if row[0].right <= dot.left and dot.right <= row[-1].left and _low(dot, row))
    brackets = sum(1 for letter in letters if letter.height > 2.3 * letter.width and letter.height >= 0.9 * tall)
    if points and count <= 4 * points + 4 and count <= 10:
        return Content.LABEL
    return Content.LABEL if brackets >= 2 and count <= 4 * brackets and count <= 24 else Content.TEXT


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


def _low(dot: _Letter, row: list[_Letter]) -> bool:
    """Whether a dot stands on the line."""
    bottom = float(np.median([letter.bottom for letter in row]))
    return dot.top > bottom - 0.5 * max(letter.height for letter in row) and dot.bottom < bottom + dot.height


def _drawn(letters: list[_Letter], rows: list[list[_Letter]], ink: Pixels) -> bool:
    """Whether the marks are no letters: a bird, a crown, a coat of arms, a signature."""
    if ink.mean() > 0.45 * 255:
        return True
    if any(letter.width > 2.2 * letter.height for letter in letters):
        return True
    single = sum(1 for row in rows if len(row) == 1)
    return len(rows) >= 3 and single > len(rows) // 2
