"""A scanned page as an eye sees it: what its text layer lost read again where the picture shows letters.

text layer    Several French officers ... who are on   3-3(h><2)        picture    3.3(h)(2)
"""

import re
from collections.abc import Iterator

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.zones import Zone, believable, zones
from redaudit.model.document import Content
from redaudit.model.geometry import Box
from redaudit.model.part import Ocr
from redaudit.readers._ocr import Layout, Seen, seen_in
from redaudit.readers._sheet import Sheet
from redaudit.vocabulary.exemption import CODE_TOKEN
from redaudit.vocabulary.level import level_named

# A reading of ink that the text layer has no word for is taken from this confidence on, of 100; one that would take the
# place of words, from the higher; a marking of the field, whose few spellings chance does not hit, from the lowest.
SURE, SURER, MARKING = 65.0, 80.0, 25.0
# A reading below this confidence is doubtful; a word of a whole page below the second is none.
DOUBTFUL, NOISE = 70.0, 30.0

_CODES = re.compile(rf"[\[(|]?{CODE_TOKEN}(?:[\s,;]{{1,2}}{CODE_TOKEN})*[\])|]?[.,]?")
_PORTION = re.compile(r"\((?:TS|S|C|R|U|SBU|LOU|FOUO)(?:/{1,2}[A-Z]{2,8}){0,3}\)")


def looked_at(sheet: Sheet, picture: Picture, ocr: Ocr) -> Sheet:
    """The sheet with what its picture shows: damaged words replaced, lost ones added; read whole where it has none."""
    if ocr is Ocr.OFF:
        return sheet
    if sheet.content is Content.IMAGE_ONLY:
        return _read_whole(sheet, picture)
    return _read_again(sheet, picture)


def _read_whole(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet of a page without a text layer, with every word that its picture shows; unseen where there is none."""
    whole = Zone(0, 0, picture.width, picture.height, 0, picture.gray)
    seen = seen_in(picture.gray, picture.dpi, Layout.PAGE)
    first = max((word.line for word in sheet.upright), default=0) + 1
    # What lines, specks and pictures are taken for stays below this confidence, and so do words lost anyway.
    seen = Seen(tuple(word for word in seen.words if word.confidence >= NOISE and re.search(r"\w", word.text)))
    if seen.confidence < SURE:
        return sheet
    placed = list(_placed(seen, whole, picture, first))
    places = [Box(word.x0, word.top, word.x1, word.bottom) for word in placed]
    return evolve(sheet, upright=sheet.upright + placed, doubtful=sheet.doubtful + places, seen=True)


def _read_again(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet of a page with a poor text layer."""
    line = max((word.line for word in sheet.upright), default=0)
    upright = sheet.upright
    doubtful = list(sheet.doubtful)
    for zone in zones(picture, upright):
        seen = seen_in(zone.pixels, picture.dpi, Layout.LINE)
        beneath = [word for word in upright if _within(word, picture.box(*_bounds(zone)))]
        if not _better(seen, beneath):
            continue
        line += 1
        words = list(_placed(seen, zone, picture, line))
        taken = set(map(id, beneath))
        upright = [word for word in upright if id(word) not in taken] + words
        if seen.confidence < DOUBTFUL:
            doubtful += [Box(word.x0, word.top, word.x1, word.bottom) for word in words]
    return evolve(sheet, upright=upright, doubtful=doubtful)


def _better(seen: Seen, beneath: list[Placed]) -> bool:
    """Whether a reading tells more of its zone than the text layer's words there."""
    text = seen.text
    if is_marking(text):
        return seen.confidence >= MARKING
    if not seen.words or not all(believable(word.text) for word in seen.words):
        return False
    return seen.confidence >= (SURER if beneath else SURE)


def is_marking(text: str) -> bool:
    """Whether a text is nothing but exemption codes, a portion mark or a classification."""
    return bool(_CODES.fullmatch(text) or _PORTION.fullmatch(text) or (len(text) > 4 and level_named(text)))


def _bounds(zone: Zone) -> tuple[int, int, int, int]:
    return zone.left, zone.top, zone.right, zone.bottom


def _within(word: Placed, place: Box) -> bool:
    """Whether the middle of a word lies in a place."""
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return place.x0 <= across <= place.x1 and place.top <= down <= place.bottom


def _placed(seen: Seen, zone: Zone, picture: Picture, line: int) -> Iterator[Placed]:
    """The words of a reading at their places on the page."""
    for word in seen.words:
        box = picture.box(zone.left + word.left, zone.top + word.top, zone.left + word.right, zone.top + word.bottom)
        yield Placed(word.text, box.x0, box.top, box.x1, box.bottom, line + word.line)
