"""Redactions burned into a scan, and what its text layer still holds beneath them.

An OCR layer made before the boxes were burned in holds real words there; one made after holds noise of their edges.
"""

import re
from collections.abc import Collection, Sequence
from statistics import median

from attrs import evolve, frozen

from redaudit.layout.labels import is_label, is_release_number
from redaudit.layout.layers import Placed
from redaudit.layout.paint import Colour, Shape
from redaudit.layout.raster.beneath import shows
from redaudit.layout.raster.boxes import burned_boxes
from redaudit.layout.raster.burned import Burned, Make
from redaudit.layout.raster.picture import Picture
from redaudit.model.document import Concealed
from redaudit.model.geometry import Box
from redaudit.readers._sheet import Sheet

# A word beneath a box is real when it has this many letters or figures, and is as high and as wide a letter as the
# page's other words, by no more than these parts: of 616,233 words that layers held at boxes, 98 % were noise.
LETTERS, FIGURES = 3, 4
HIGH, WIDE = (0.6, 1.7), (0.5, 1.9)
# The outline of a box, or its edge where it stands askew, reaches so far into it, in inches; letters have ink in the
# middle of their word's height, in this part of it.
RIM, MIDDLE = 0.03, 0.5
# A word that a layer misplaced stands so many heights off its print, at most.
LINE_OFF = 2.0

# So many words that fill so much of a box are a framed text.
FRAMED, FILLED = 5, 0.2

_WORD = re.compile(r"[(\"'\[]*(?:[A-Z]?[a-z]+|[A-Z]+)(?:[-'’.][A-Za-z]+)*[)\"'\]]*[.,:;?!]?")
_SHORT = re.compile(r"(?:[AI]|[A-Z]?[a-z]{1,2}|[A-Z]\.|\d{1,3})[.,:;]?")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_TONES = {Make.BLACK: 0, Make.GRAY: 128, Make.COLOURED: 128, Make.HATCHED: 128, Make.OUTLINED: 255, Make.BLANK: 255}


@frozen
class Print:
    """The print of a page as its words have it: their middle height, and the middle width of their letters."""

    height: float
    width: float

    def is_like(self, word: Placed) -> bool:
        """Whether a word is of the size of the page's print."""
        high, wide = word.bottom - word.top, (word.x1 - word.x0) / len(word.text)
        return (
            HIGH[0] * self.height <= high <= HIGH[1] * self.height
            and WIDE[0] * self.width <= wide <= WIDE[1] * self.width
        )


def with_boxes(sheet: Sheet, picture: Picture, layer: Collection[Placed]) -> Sheet:
    """The sheet with the redactions burned into its picture; words that the picture does not show are not on it.

    Of these the file still holds those that are of its text layer. Words that OCR read on a page without one do not
    tell a label from a text by themselves: only where they fill a frame it is no redaction.
    """
    own = [word for word in sheet.upright if word in layer]
    read = [word for word in sheet.upright if word not in layer]
    burned = [
        box
        for box in burned_boxes(picture, own)
        if not _is_drawn(box.box, sheet) and not (box.make is Make.OUTLINED and _is_filled(box.box, read))
    ]
    if not burned:
        return sheet
    upright = list(sheet.upright)
    boxes = list(sheet.boxes)
    usual = print_of(upright)
    for box in burned:
        beneath = [word for word in upright if _lies_in(word, box.box) and not _visible(word, box, picture)]
        upright = [word for word in upright if word not in beneath]
        real = _real([word for word in beneath if word in layer], upright, usual)
        text = " ".join(word.text for word in real)
        boxes.append((_shape(box), Concealed("under-redaction", box.box, text, is_label(text)) if real else None))
    return evolve(sheet, upright=upright, boxes=boxes)


def _is_filled(box: Box, read: Sequence[Placed]) -> bool:
    """Whether words that OCR read fill a box: it frames a text, and hides none."""
    within = [word for word in read if _lies_in(word, box) and reads(word.text)]
    printed = sum((word.x1 - word.x0) * (word.bottom - word.top) for word in within)
    return len(within) >= FRAMED and printed >= FILLED * box.area and not is_label(" ".join(w.text for w in within))


def _is_drawn(box: Box, sheet: Sheet) -> bool:
    """Whether a box found in the picture is one that is drawn over it."""
    drawn = (Box(shape.x0, shape.top, shape.x1, shape.bottom) for shape, _ in sheet.boxes)
    return any(2 * box.overlap(other) > min(box.area, other.area) for other in drawn)


def _shape(burned: Burned) -> Shape:
    box, tone = burned.box, _TONES[burned.make]
    return Shape(box.x0, box.top, box.x1, box.bottom, Colour(tone, tone, tone, 255), 0)


def _lies_in(word: Placed, box: Box) -> bool:
    """Whether the middle of a word lies in a box."""
    return box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom


def _visible(word: Placed, burned: Burned, picture: Picture) -> bool:
    """Whether the picture shows a word that lies in a box: its label, or a word in the notch of a stepped one.

    The number of a release line is printed over box and page alike, and often cut by the outline.
    """
    if is_release_number(word.text):
        return True
    if burned.make is Make.HATCHED:
        return False
    box, rim = burned.box, RIM * picture.dpi / picture.scale
    around = (1 - MIDDLE) / 2 * (word.bottom - word.top)
    x0, top = max(word.x0, box.x0 + rim), max(word.top + around, box.top + rim)
    x1, bottom = min(word.x1, box.x1 - rim), min(word.bottom - around, box.bottom - rim)
    return shows(picture, Box(x0, top, max(x0, x1), max(top, bottom)))


def shown_beside(word: Placed, shown: Sequence[Placed]) -> bool:
    """Whether the page shows the same word a line off: the layer read it twice, or put it in the wrong place."""
    off = LINE_OFF * (word.bottom - word.top)
    return any(
        other.text == word.text and abs(other.top - word.top) <= off and other.x0 < word.x1 and word.x0 < other.x1
        for other in shown
    )


def print_of(words: Sequence[Placed]) -> Print:
    """The print of a page with some words."""
    longer = [word for word in words if len(word.text) >= LETTERS and word.x1 > word.x0]
    if not longer:
        return Print(0.0, 0.0)
    return Print(
        median(word.bottom - word.top for word in longer),
        median((word.x1 - word.x0) / len(word.text) for word in longer),
    )


def _real(beneath: list[Placed], shown: list[Placed], usual: Print) -> list[Placed]:
    """The words beneath a box that are real, and those short ones, `14`, `a`, that stand on a line with such."""
    fit = [word for word in beneath if usual.is_like(word) and not shown_beside(word, shown)]
    lines = {word.line for word in fit if reads(word.text)}
    return [word for word in fit if word.line in lines and (reads(word.text) or _SHORT.fullmatch(word.text))]


def reads(text: str) -> bool:
    """Whether a text reads like a word or a number, and not like noise."""
    letters = sum(character.isalpha() for character in text)
    figures = sum(character.isdigit() for character in text)
    if letters >= LETTERS and figures == 0:
        return bool(_WORD.fullmatch(text) and _VOWEL.search(text))
    return figures >= FIGURES and figures + letters >= 0.7 * len(text)
