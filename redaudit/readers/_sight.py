"""A scanned page as an eye sees it: banners with their strikes, and what its text layer lost, read in the picture.

text layer    2156? ET ... who are on   3-3(h><2)        picture    TOP SECRET, struck ... who are on   3.3(h)(2)
"""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.banners import banners
from redaudit.layout.raster.bare import is_bare_sheet
from redaudit.layout.raster.beneath import is_bare
from redaudit.layout.raster.lettering import Lettering, letterings
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.portions import struck_portions
from redaudit.layout.raster.strikes import strike_in
from redaudit.layout.raster.zones import believable
from redaudit.model.document import Content, Ink
from redaudit.model.geometry import Box
from redaudit.model.part import Ocr
from redaudit.readers._burned import with_boxes
from redaudit.readers._level_lines import with_level_lines
from redaudit.readers._ocr import DPI, Layout, absence, seen_in
from redaudit.readers._reread import PORTION, read_again, read_whole, with_labels
from redaudit.readers._sheet import Sheet
from redaudit.readers._stamps import with_stamp
from redaudit.readers._wiped import with_wiped
from redaudit.vocabulary.caption import caption_named
from redaudit.vocabulary.level import level_named

# What text layers make of a struck portion mark, its letter kept: (-S-) (S} -(C)-
_STRUCK_PORTION = re.compile(r"\W{0,2}[({\[][-~]?(TS|S|C|U|SBU)[-~]?[)}\]ij][-.]?")
# Damage gives way to a marking that covers so much of it each way, or of which it covers so much.
REACHES = 0.4
# A layer may hold a marking so many of its heights off its print, over so much of its width.
LINE_OFF, SAME = 1.0, 0.8
# OCR takes a struck portion mark of three letters for a word of at most so many; no classification has fewer letters.
MARK = 6


def looked_at(sheet: Sheet, picture: Picture, ocr: Ocr) -> Sheet:
    """The sheet with what its picture shows: damaged words replaced, lost ones added; read whole where it has none."""
    seen = _looked_at(sheet, picture, ocr)
    nothing = not (seen.upright or seen.turned or seen.boxes)
    return evolve(seen, bare=True) if nothing and is_bare_sheet(picture) else seen


def _looked_at(sheet: Sheet, picture: Picture, ocr: Ocr) -> Sheet:
    layer = frozenset(sheet.upright)
    if ocr is Ocr.OFF or absence():
        return _with_inks(with_wiped(with_boxes(sheet, picture, layer), picture), picture)
    if sheet.content is Content.IMAGE_ONLY:
        sheet = with_boxes(read_whole(sheet, picture), picture, layer)
    else:
        sheet = with_wiped(with_boxes(sheet, picture, layer), picture)
    sheet = with_labels(sheet, picture)
    sheet = _with_portions(_with_banners(sheet, picture), picture)
    sheet = with_level_lines(with_stamp(read_again(sheet, picture), picture), picture)
    return _with_inks(sheet, picture)


def _with_banners(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the classifications at its top and bottom edge as the picture shows them."""
    lines = letterings(picture, sheet.upright)
    found = banners(lines, [_readings(line, sheet.upright) for line in lines])
    upright = sheet.upright
    marked = list(sheet.marked)
    redacted = [Box(shape.x0, shape.top, shape.x1, shape.bottom) for shape, _ in sheet.boxes]
    for banner in found:
        if is_bare(picture, banner.box):
            continue
        line = max((word.line for word in upright), default=0) + 1
        box = up_to_boxes(banner.box, redacted)
        upright = [word for word in upright if not (_gives_way(word, box) or _is_read_below(word, banner.text, box))]
        upright.append(Placed(banner.text, box.x0, box.top, box.x1, box.bottom, line, alone=True))
        if banner.ink is not Ink.PLAIN:
            marked.append((banner.ink, box))
    return evolve(sheet, upright=upright, marked=marked)


def up_to_boxes(place: Box, boxes: Sequence[Box]) -> Box:
    """The place of a banner up to the redaction box beside it, whose outline was taken for the last of its letters."""
    middle = (place.top + place.bottom) / 2
    x0, x1 = place.x0, place.x1
    for box in boxes:
        if box.top < middle < box.bottom:
            x1 = box.x0 if (place.x0 + place.x1) / 2 < box.x0 < x1 else x1
            x0 = box.x1 if x0 < box.x1 < (place.x0 + place.x1) / 2 else x0
    return Box(x0, place.top, x1, place.bottom)


def _readings(line: Lettering, words: list[Placed]) -> list[str]:
    """What a line of letters says: the text layer's words where they are plain and believable, else OCR's readings.

    Nothing is read again where the layer, or the reading without strokes, is a classification to the letter.
    """
    beneath = [word for word in words if _lies_on(word, line.box)]
    spanned = sum(word.x1 - word.x0 for word in beneath)
    if line.ink is Ink.PLAIN and 1.5 * spanned > line.box.width and all(believable(word.text) for word in beneath):
        return [" ".join(word.text for word in sorted(beneath, key=lambda word: word.x0))]
    if _is_level(line.known):
        return [line.known]
    readings: list[str] = []
    read: dict[bytes, str] = {}
    for pixels in line.readable:
        # Where nothing was erased the line is the same with and without strokes.
        same = pixels.tobytes()
        if same not in read:
            read[same] = seen_in(pixels, DPI, Layout.LINE).text
        readings.append(read[same])
        if _is_level(readings[0]):
            break
    return readings


def _is_level(text: str) -> bool:
    """Whether a text is a classification to the letter."""
    return len(text) >= MARK and text.isupper() and level_named(text) is not None


def _with_portions(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the portion marks that a stroke runs through."""
    upright = sheet.upright
    marked = list(sheet.marked)
    for portion in struck_portions(picture, sheet.upright):
        text = portion.mark or seen_in(portion.readable, picture.dpi, Layout.LINE).text
        if PORTION.fullmatch(text):
            box = portion.box
            line = max((word.line for word in upright), default=0) + 1
            upright = [word for word in upright if not (_gives_way(word, box) or _is_damaged_mark(word, box))]
            upright.append(Placed(text, box.x0, box.top, box.x1, box.bottom, line))
            marked.append((portion.ink, box))
    return evolve(sheet, upright=upright, marked=marked)


def _with_inks(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the ink of its classifications, captions and portion marks as the picture shows it."""
    marked = list(sheet.marked)
    upright = list(sheet.upright)
    for box in _spaced(sheet.upright):
        if not any(place.overlap(box) > 0 for _, place in marked) and (strike := strike_in(picture, box)):
            marked.append((strike.ink, box))
    for index, word in enumerate(sheet.upright):
        box = word.box
        if damaged := _STRUCK_PORTION.fullmatch(word.text):
            if strike := strike_in(picture, box):
                upright[index] = word._replace(text=f"({damaged[1]})")
                marked.append((strike.ink, box))
            continue
        if not _is_strikeable(word.text):
            continue
        if any(place.overlap(box) > 0 for _, place in marked):
            continue
        if strike := strike_in(picture, box):
            marked.append((strike.ink, box))
    return evolve(sheet, upright=upright, marked=marked)


def _spaced(words: list[Placed]) -> Iterator[Box]:
    """The places of classifications whose letters stand apart, `S E C R E T`."""
    lines: dict[int, list[Placed]] = {}
    for word in words:
        if len(word.text) == 1:
            lines.setdefault(word.line, []).append(word)
    for letters in lines.values():
        if len(letters) > 4 and level_named("".join(word.text for word in letters)):
            tops, bottoms = [word.top for word in letters], [word.bottom for word in letters]
            yield Box(letters[0].x0, min(tops), max(letters[-1].x1, letters[0].x0), max(bottoms))


def _is_strikeable(text: str) -> bool:
    """Whether a word is one that declassifiers strike: a portion mark, a classification, a caption."""
    if PORTION.fullmatch(text) or text == "TOP":
        return True
    return len(text) > 4 and bool(level_named(text) or (text.isupper() and caption_named(text.strip(".,:;"))))


def _gives_way(word: Placed, place: Box) -> bool:
    """Whether a marking takes a word's place: capitals that lie on it, or damage that reaches over it."""
    if believable(word.text):
        return 2 * sum(map(str.isupper, word.text)) > len(word.text) and _lies_on(word, place)
    across = min(word.x1, place.x1) - max(word.x0, place.x0)
    down = min(word.bottom, place.bottom) - max(word.top, place.top)
    smaller = min(word.x1 - word.x0, place.width), min(word.bottom - word.top, place.height)
    return across > REACHES * smaller[0] and down > REACHES * smaller[1]


def _is_read_below(word: Placed, text: str, place: Box) -> bool:
    """Whether a text layer has a marking half a line off the place where it is printed: nobody prints it twice so."""
    across = min(word.x1, place.x1) - max(word.x0, place.x0)
    apart = abs(word.top + word.bottom - place.top - place.bottom) / 2
    wider, higher = max(word.x1 - word.x0, place.width), max(word.bottom - word.top, place.height)
    return word.text == text and across >= SAME * wider and apart <= LINE_OFF * higher


def _is_damaged_mark(word: Placed, place: Box) -> bool:
    """Whether a short word is a portion mark as OCR took it under a stroke: `-Hef`, `-(Of`, `OJJ`."""
    across = min(word.x1, place.x1) - max(word.x0, place.x0)
    down = min(word.bottom, place.bottom) - max(word.top, place.top)
    return len(word.text) <= MARK and 2 * across > word.x1 - word.x0 and 2 * down > place.height


def _lies_on(word: Placed, place: Box) -> bool:
    """Whether a word lies in a place for the most part of its width, with its middle line."""
    across = min(word.x1, place.x1) - max(word.x0, place.x0)
    return 2 * across > word.x1 - word.x0 and place.top <= (word.top + word.bottom) / 2 <= place.bottom
