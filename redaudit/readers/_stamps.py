"""Stamps that print all their choices, as words that say which is ticked.

picture    (✓)RELEASE  ( )DECLASSIFY       words    [X] RELEASE [ ] DECLASSIFY
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.ticks import UPRIGHT, Stamp, stamp
from redaudit.model.geometry import Box
from redaudit.readers._ocr import Layout, seen_in
from redaudit.readers._sheet import Sheet

# Brackets of a stamp's form may lie as drawn by chance; this many of its words are then read beside them by OCR, each
# alike to this part: film eats letters.
WORDS, ALIKE = 2, 0.7
# The resolution at which a bracket has the height that it has in a stamp's upright pixels: 0.1 inches.
DPI = 10.0 * UPRIGHT

_BETWEEN = re.compile(r"[\s()\[\]{}_|.,:;]+")


def with_stamp(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the words of a stamp that its picture shows, in place of what its text layer made of them."""
    found = stamp(picture)
    if found is None or not _is_read(found):
        return sheet
    turned = {turns: left for turns, words in sheet.turned.items() if (left := list(_outside(words, found.printed)))}
    # A block by itself even where it stands upright: a doubled text layer must not take it for a rival reading.
    stamped = turned.setdefault(found.turns, [])
    stamped.append(_word(found, max((word.line for word in stamped), default=0) + 1))
    upright = list(_outside(sheet.upright, found.printed))
    return evolve(sheet, upright=upright, turned=turned, stamped={found.text: found.printed})


def _is_read(found: Stamp) -> bool:
    """Whether enough of the form's words are read; darkened film is read better word by word than as a block."""
    text = ""
    for layout in (Layout.BLOCK, Layout.SPARSE):
        text += " " + seen_in(found.upright, DPI, layout).text
        if _known(text, found.form.cues) >= WORDS:
            return True
    return False


def _known(text: str, cues: tuple[str, ...]) -> int:
    """How many of a form's words a reading has, film's damage allowed for."""
    read = [word.upper() for word in _BETWEEN.split(text) if len(word) > 2]
    return sum(any(_is_like(word, cue.upper()) for word in read) for cue in cues)


def _is_like(word: str, cue: str) -> bool:
    return SequenceMatcher(None, word, cue, autojunk=False).ratio() >= ALIKE


def _outside(words: Iterable[Placed], place: Box) -> Iterable[Placed]:
    """The words whose middle does not lie in a place."""
    for word in words:
        across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if not (place.x0 <= across <= place.x1 and place.top <= down <= place.bottom):
            yield word


def _word(found: Stamp, line: int) -> Placed:
    """The stamp as one word, so that nothing beside it comes between its choices; as high as one of its rows."""
    box = found.printed
    height = found.row
    match found.turns:
        case 1:  # its first row is the rightmost
            box = Box(max(box.x1 - height, box.x0), box.top, box.x1, box.bottom)
        case 2:
            box = Box(box.x0, max(box.bottom - height, box.top), box.x1, box.bottom)
        case 3:
            box = Box(box.x0, box.top, min(box.x0 + height, box.x1), box.bottom)
        case _:
            box = Box(box.x0, box.top, box.x1, min(box.top + height, box.bottom))
    return Placed(found.text, box.x0, box.top, box.x1, box.bottom, line)
