"""A scanned page as an eye sees it: what its text layer lost read again where the picture shows letters.

text layer    Several French officers ... who are on   3-3(h><2)        picture    3.3(h)(2)
"""

import re

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.zones import Zone, believable, zones
from redaudit.model.document import Content
from redaudit.model.geometry import Box
from redaudit.model.part import Ocr
from redaudit.readers._ocr import Layout, Seen, SeenWord, seen_in
from redaudit.readers._sheet import Sheet
from redaudit.vocabulary.exemption import CODE_TOKEN, canonical_code
from redaudit.vocabulary.level import level_named

# A reading of ink that the text layer has no word for is taken from this confidence on, of 100; one that would take the
# place of words, from the higher; a marking of the field, whose few spellings chance does not hit, from the lowest.
SURE, SURER, MARKING = 65.0, 80.0, 25.0
# A reading below this confidence is doubtful; a word of a whole page below the second is none.
DOUBTFUL, NOISE = 70.0, 30.0

_CODE = re.compile(rf"[\[(|]?{CODE_TOKEN}(?:[,;/]{CODE_TOKEN})*[\])|]?[.,]?|3\.5\(C\)|3\.3\([BH]\)\(\d\)")
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
    placed = [_placed(word, whole, picture, first) for word in seen.words]
    places = [Box(word.x0, word.top, word.x1, word.bottom) for word in placed]
    return evolve(sheet, upright=sheet.upright + placed, doubtful=sheet.doubtful + places, seen=True)


def _read_again(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet of a page with a poor text layer."""
    line = max((word.line for word in sheet.upright), default=0)
    upright = sheet.upright
    doubtful = list(sheet.doubtful)
    for zone in zones(picture, upright):
        line += 1
        for seen in seen_in(zone.pixels, picture.dpi, Layout.LINE).words:
            word = _placed(seen, zone, picture, line)
            beneath = [other for other in upright if _shared(other, word)]
            if not _tells(seen, beneath):
                continue
            upright = [other for other in upright if other not in beneath] + [word]
            if seen.confidence < DOUBTFUL:
                doubtful.append(Box(word.x0, word.top, word.x1, word.bottom))
    return evolve(sheet, upright=upright, doubtful=doubtful)


def _tells(seen: SeenWord, beneath: list[Placed]) -> bool:
    """Whether a word as read tells more of its place than the text layer's words there."""
    if any(believable(word.text) for word in beneath):
        return False
    if is_marking(seen.text):
        return seen.confidence >= MARKING
    return believable(seen.text) and seen.confidence >= (SURER if beneath else SURE)


def is_marking(text: str) -> bool:
    """Whether a text is nothing but an exemption code, a portion mark or a classification."""
    return bool(_CODE.fullmatch(text) or _PORTION.fullmatch(text) or (len(text) > 4 and level_named(text)))


def _spelled(text: str) -> str:
    """A code as it is printed: OCR takes the small letter of 3.5(c) for a capital, which no agency prints."""
    code = canonical_code(text)
    return code if code and text[0] == "3" else text


def _shared(word: Placed, other: Placed) -> bool:
    """Whether a word lies for the most part where another does."""
    across = min(word.x1, other.x1) - max(word.x0, other.x0)
    middle = (other.top + other.bottom) / 2
    return 2 * across > word.x1 - word.x0 and word.top <= middle <= word.bottom


def _placed(seen: SeenWord, zone: Zone, picture: Picture, line: int) -> Placed:
    """A word as read at its place on the page."""
    box = picture.box(zone.left + seen.left, zone.top + seen.top, zone.left + seen.right, zone.top + seen.bottom)
    return Placed(_spelled(seen.text), box.x0, box.top, box.x1, box.bottom, line + seen.line)
