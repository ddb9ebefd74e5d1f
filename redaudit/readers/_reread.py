"""What the text layer of a scan lost, read again in the picture: codes in margins, words and stamps, upright or turned.

text layer    who are on   3-3(h><2)        picture    who are on   3.3(h)(2)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import Factory, define, evolve

from redaudit.layout.labels import is_code_label
from redaudit.layout.layers import Placed
from redaudit.layout.raster.beneath import printed_on
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.zones import Zone, believable, parts, zones
from redaudit.model.geometry import Box
from redaudit.readers._ocr import Layout, Seen, SeenWord, seen_in
from redaudit.readers._sheet import Sheet
from redaudit.vocabulary.exemption import CODE_TOKEN, canonical_code
from redaudit.vocabulary.level import level_named

# A reading of ink that the text layer has no word for is taken from this confidence on, of 100; one that would take the
# place of words, from the higher; a marking of the field, whose few spellings chance does not hit, from the lowest.
SURE, SURER, MARKING = 65.0, 80.0, 25.0
# A reading below this confidence is doubtful; a word of a whole page below the second is none.
DOUBTFUL, NOISE = 70.0, 30.0
# The words of a label are read with this confidence; what is lighter than the fill of a box is paper.
LABEL, WHITE = 50.0, 255
# Words as read take the place of one that they cover for this part of its width.
MOST = 0.6
# A line on its side is one where a reading of it has this confidence, and at least so many letters.
SURE_TURNED, LETTERS_TURNED = 60.0, 6

_CODE = re.compile(rf"[\[(|]?{CODE_TOKEN}(?:[,;/]{CODE_TOKEN})*[\])|]?[.,]?|3\.5\(C\)|3\.3\([BH]\)\(\d\)")
# A code without damage. Not those of section 3: layers make (b) of their (h), and a second reading knows better.
_PLAIN_CODE = re.compile(r"\(b\)\([1-9]\)(?:\([A-F]\))?[,;.]?")
PORTION = re.compile(r"\((?:TS|S|C|R|U|SBU|LOU|FOUO)(?:/{1,2}[A-Z]{2,8}){0,3}\)")


@define
class _Page:
    """The words of a page while they are read again."""

    upright: list[Placed]
    turned: dict[int, list[Placed]]
    line: int
    doubtful: list[Box] = Factory(list)


class _Read(NamedTuple):
    """A word as read at its place, and whether in doubt."""

    word: Placed
    doubtful: bool


def is_marking(text: str) -> bool:
    """Whether a text is nothing but an exemption code, a portion mark or a classification."""
    return bool(_CODE.fullmatch(text) or PORTION.fullmatch(text) or (len(text) > 4 and level_named(text)))


def read_whole(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet of a page without a text layer, with every word that its picture shows; unseen where there is none."""
    whole = Zone(0, 0, picture.width, picture.height, 0, picture.gray)
    seen = seen_in(picture.gray, picture.dpi, Layout.PAGE)
    first = max((word.line for word in sheet.upright), default=0) + 1
    # What lines, specks and pictures are taken for stays below this confidence, and so do words lost anyway.
    seen = Seen(tuple(word for word in seen.words if word.confidence >= NOISE and re.search(r"\w", word.text)))
    if seen.confidence < SURE:
        return sheet
    placed = [_placed(word, whole, picture, first) for word in seen.words]
    return evolve(
        sheet, upright=sheet.upright + placed, doubtful=sheet.doubtful + [word.box for word in placed], seen=True
    )


def with_labels(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the labels printed on its filled boxes: codes, `REDACTED`, in white on black too."""
    upright = list(sheet.upright)
    line = max((word.line for word in upright), default=0)
    for shape, _ in sheet.boxes:
        box = Box(shape.x0, shape.top, shape.x1, shape.bottom)
        pixels = printed_on(picture, box) if max(shape.colour[:3]) < WHITE else None
        if pixels is None:
            continue
        left, top, right, bottom = picture.pixels(box)
        aside = (right - left - pixels.shape[1]) // 2, (bottom - top - pixels.shape[0]) // 2
        zone = Zone(left + aside[0], top + aside[1], right - aside[0], bottom - aside[1], 0, pixels)
        seen = seen_in(pixels, picture.dpi, Layout.SPARSE)
        words = [_placed(word, zone, picture, line + 1) for word in seen.words if word.confidence >= LABEL]
        if words and is_code_label(" ".join(word.text for word in words)):
            line = max(word.line for word in words)
            upright = [word for word in upright if not any(_shared(word, other) for other in words)] + words
    return evolve(sheet, upright=upright)


def read_again(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet of a page with a poor text layer, its damaged words replaced and its lost ones added."""
    turned = {turns: list(words) for turns, words in sheet.turned.items()}
    page = _Page(sheet.upright, turned, max((word.line for word in sheet.upright), default=0), list(sheet.doubtful))
    read: list[Zone] = []
    words = [*sheet.upright, *(word for words in turned.values() for word in words)]
    boxes = [Box(shape.x0, shape.top, shape.x1, shape.bottom) for shape, _ in sheet.boxes]
    for zone in zones(picture, words, boxes):
        if any(_within(zone, other) for other in read):
            continue
        if zone.turns:
            if _read_turned(page, zone, picture):
                read.append(zone)
        else:
            _read_level(page, zone, picture)
    return evolve(sheet, upright=page.upright, turned=page.turned, doubtful=page.doubtful)


def _read_turned(page: _Page, zone: Zone, picture: Picture) -> bool:
    """Whether a line on its side reads as words, which are then on the page."""
    seen = seen_in(zone.pixels, picture.dpi, Layout.LINE)
    words = [word for word in seen.words if believable(word.text) or is_marking(word.text)]
    if seen.confidence < SURE_TURNED or sum(len(word.text) for word in words) < LETTERS_TURNED:
        return False
    page.line += 1
    placed = [_placed(word, zone, picture, page.line) for word in words]
    page.upright = [word for word in page.upright if not any(_shared(word, other) for other in placed)]
    page.turned.setdefault(zone.turns, []).extend(placed)
    if seen.confidence < DOUBTFUL:
        page.doubtful += [word.box for word in placed]
    return True


def _read_level(page: _Page, zone: Zone, picture: Picture) -> None:
    """Put on the page what a level zone says more than its text layer."""
    place = picture.box(zone.left, zone.top, zone.right, zone.bottom)
    row = [word for word in page.upright if word.top <= place.bottom and place.top <= word.bottom]
    told = list(_telling(row, page.line, seen_in(zone.pixels, picture.dpi, Layout.LINE), zone, picture))
    if not all(told):
        for part in parts(picture, zone):
            told += _telling(row, page.line, seen_in(part.pixels, picture.dpi, Layout.LINE), part, picture)
    page.line += 1
    words = [read.word for read in told if read]
    covered = [other for other in row if any(_shared(other, word) for word in words)]
    for other in covered:
        across = sum(min(other.x1, word.x1) - max(other.x0, word.x0) for word in words if _shared(other, word))
        # Of `E.0.13526` the figures alone were read: the rest of it must not be lost.
        if across < MOST * (other.x1 - other.x0):
            words = [word for word in words if is_marking(word.text) or not _shared(other, word)]
    gone = [other for other in covered if any(_shared(other, word) for word in words)]
    page.upright = [other for other in page.upright if other not in gone] + words
    page.doubtful += [read.word.box for read in told if read and read.doubtful and read.word in words]


def _telling(row: list[Placed], line: int, seen: Seen, zone: Zone, picture: Picture) -> Iterator[_Read | None]:
    """The words of a reading that tell more of their places than the text layer's words there, None for the others."""
    if not seen.words:
        yield None
    for one in _joined(seen.words):
        word = _placed(one, zone, picture, line + 1)
        beneath = [other for other in row if _shared(other, word)]
        known = not beneath and any(_is_beside(other, word) for other in row)
        yield _Read(word, one.confidence < DOUBTFUL) if not known and _tells(one, beneath) else None


def _joined(words: tuple[SeenWord, ...]) -> Iterator[SeenWord]:
    """The words of a reading, the parts of a code that it took for two, `3.3(h) (2)`, as one."""
    last: SeenWord | None = None
    for word in words:
        if last and last.line == word.line and not is_marking(word.text) and _CODE.fullmatch(last.text + word.text):
            left, top, right, bottom = last.left, min(last.top, word.top), word.right, max(last.bottom, word.bottom)
            sure = min(last.confidence, word.confidence)
            last = SeenWord(last.text + word.text, left, top, right, bottom, sure, last.line)
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _tells(seen: SeenWord, beneath: list[Placed]) -> bool:
    """Whether a word as read tells more of its place than the text layer's words there."""
    # A code that the layer has whole is as good as a second reading: in small print 1 and 4 are alike.
    if any(word.alone or believable(word.text) or _PLAIN_CODE.fullmatch(word.text) for word in beneath):
        return False
    if is_marking(seen.text):
        return seen.confidence >= MARKING
    return believable(seen.text) and seen.confidence >= (SURER if beneath else SURE)


def _spelled(text: str) -> str:
    """A code as it is printed: OCR takes the small letter of 3.5(c) for a capital, which no agency prints."""
    code = canonical_code(text)
    return code if code and text[0] == "3" else text


def _shared(word: Placed, other: Placed) -> bool:
    """Whether two words lie for the most part of the narrower one where the other does."""
    across = min(word.x1, other.x1) - max(word.x0, other.x0)
    middle = (other.top + other.bottom) / 2
    return 2 * across > min(word.x1 - word.x0, other.x1 - other.x0) and word.top <= middle <= word.bottom


def _is_beside(word: Placed, other: Placed) -> bool:
    """Whether the same words stand next to each other on one row: layers set words a little aside of their print."""
    aside = max(word.x0, other.x0) - min(word.x1, other.x1)
    middle = (other.top + other.bottom) / 2
    return word.text == other.text and aside < other.x1 - other.x0 and word.top <= middle <= word.bottom


def _within(zone: Zone, other: Zone) -> bool:
    """Whether the middle of a zone lies in another."""
    across, down = (zone.left + zone.right) / 2, (zone.top + zone.bottom) / 2
    return other.left <= across <= other.right and other.top <= down <= other.bottom


def _placed(seen: SeenWord, zone: Zone, picture: Picture, line: int) -> Placed:
    """A word as read at its place on the page."""
    box = picture.box(*zone.on_page(seen.left, seen.top, seen.right, seen.bottom))
    return Placed(_spelled(seen.text), box.x0, box.top, box.x1, box.bottom, line + seen.line)
