"""The level lines of a telegram's page as its picture shows them: read where its text layer lost them, struck or plain.

text layer    C 01660.4.4604**4414.01 A L'SECTION 0, OF 02     page    C O N F I D E N T I A L SECTION 0, OF 02, struck
"""

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.telegram import LevelLine, Line, inks, level_line, lines
from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from redaudit.readers._ocr import Layout, seen_in
from redaudit.readers._sheet import Sheet

# What follows a level stands past it by this part of a character at least: the place after it is white.
PAST = 0.8
# Between a level and what a damaged word holds after it.
_BETWEEN = ".,:;'`*-_| "


def with_level_lines(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the levels that a telegram prints at their places; other sheets as they are."""
    rows = lines(picture, sheet.upright)
    found = [level for line in rows if (level := _read(line, sheet.upright, picture)) is not None]
    if not found:
        return sheet
    upright, marked = sheet.upright, list(sheet.marked)
    first = max(word.line for word in upright) + 1
    for number, level in enumerate(found, first):
        rest = [left for word in upright for left in _beside(word, level.box)]
        if level.ends_row:
            text = " ".join(word.text for word in level.words)
            box = level.box
            upright = [*rest, Placed(text, box.x0, box.top, box.x1, box.bottom, number, alone=True)]
        elif not _is_known(level, upright):
            upright = rest + [word._replace(line=number) for word in level.words]
    for level, ink in zip(found, inks(picture, found, rows[0].row.cell), strict=True):
        if ink in (Ink.STRUCK, Ink.LIKELY_STRUCK):
            marked.append((ink, level.box))
    return evolve(sheet, upright=upright, marked=marked)


def _read(line: Line, words: list[Placed], picture: Picture) -> LevelLine | None:
    """The level on a row by its text layer and, where that does not tell it plainly, by OCR too."""
    readings = [_on(words, line.row.box)]
    level = level_line(line, readings)
    for pixels in line.readable:
        if level is not None and level.plainly:
            break
        seen = seen_in(pixels, picture.dpi, Layout.LINE)
        places = [
            picture.box(*(aside + line.corner[index % 2] for index, aside in enumerate(sides)))
            for sides in ((word.left, word.top, word.right, word.bottom) for word in seen.words)
        ]
        readings.append(
            [
                Placed(word.text, place.x0, place.top, place.x1, place.bottom, 0)
                for word, place in zip(seen.words, places, strict=True)
            ]
        )
        level = level_line(line, readings)
    return level


def _on(words: list[Placed], box: Box) -> list[Placed]:
    """The words whose middle line runs through a row, and that begin on it."""
    return [word for word in words if word.x0 < box.x1 and box.top < (word.top + word.bottom) / 2 < box.bottom]


def _is_known(level: LevelLine, words: list[Placed]) -> bool:
    """Whether the words of the text layer say the level at its place, each layer of them, and nothing else."""
    spelled = [word.text for word in level.words]
    beneath = sorted((word for word in _on(words, level.box) if word.x1 > level.box.x0), key=lambda word: word.x0)
    layers = len(beneath) // len(spelled)
    return [word.text for word in beneath] == [text for text in spelled for _ in range(layers)]


def _beside(word: Placed, place: Box) -> list[Placed]:
    """What is left of a word where a level takes its place: all of it, the letters after the level, or nothing."""
    across = min(word.x1, place.x1) - max(word.x0, place.x0)
    down = min(word.bottom, place.bottom) - max(word.top, place.top)
    if across <= 0 or 2 * down <= min(word.bottom - word.top, place.height):
        return [word]
    step = (word.x1 - word.x0) / len(word.text)
    gone = sum(word.x0 + (index + 0.5) * step < place.x1 + PAST * step for index in range(len(word.text)))
    rest = word.text[gone:]
    bare = rest.lstrip(_BETWEEN)
    if not bare or word.x0 + len(word.text) * step <= place.x0:
        return []
    return [word._replace(text=bare, x0=word.x1 - len(bare) * step)]
