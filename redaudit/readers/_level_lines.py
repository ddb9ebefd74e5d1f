"""The level lines of a telegram's page as its picture shows them: read where its text layer lost them, struck or plain.

text layer    C 01660.4.4604**4414.01 A L'SECTION 0, OF 02     page    C O N F I D E N T I A L SECTION 0, OF 02, struck
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.telegram import (
    LevelLine,
    Line,
    agrees,
    bare_of_strike,
    inks,
    level_line,
    likely_level,
    lines,
)
from redaudit.layout.raster.zones import believable
from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from redaudit.readers._ocr import Layout, seen_in
from redaudit.readers._sheet import Sheet

# What follows a level stands past it by this part of a character at least: the place after it is white.
PAST = 0.8
# A row of so many words of so many letters, all of them believable, is read well.
SEVERAL, LONGER = 3, 4
# Rows stand this many heights of their capitals apart, at least.
NEAREST = 1.15
# A level has ink on at least so many places.
SHORTEST = 6
# What other rows of a telegram say near those of its level: addresses, captions, what is filled in.
_OTHER_ROWS = frozenset(
    (
        *("FM", "TO", "INFO", "ACTION", "ORIGIN", "AMEMBASSY", "AMCONSUL", "USMISSION", "SECSTATE", "WASHDC"),
        *("EXDIS", "NODIS", "LIMDIS", "STADIS", "SUBJECT:", "TAGS:", "REF:", "E.O.", "PAGE", "PASS", "FOR"),
    )
)
# Between a level and what a damaged word holds after it.
_BETWEEN = ".,:;'`*-_| "


def with_level_lines(sheet: Sheet, picture: Picture) -> Sheet:
    """The sheet with the levels that a telegram prints at their places; other sheets as they are."""
    rows = lines(picture, sheet.upright)
    found = levels(rows, sheet.upright, picture)
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


def levels(rows: Sequence[Line], words: list[Placed], picture: Picture) -> list[LevelLine]:
    """The levels on some rows: those that tell theirs, and those that are like the one that the page's others tell."""
    readings = [list(_readings(line, words, picture)) for line in rows]
    found = [level_line(line, read) for line, read in zip(rows, readings, strict=True)]
    likely = likely_level([level for level in found if level])
    if likely:
        found = [
            level if level and agrees(level, likely) else level_line(line, read, likely)
            for level, line, read in zip(found, rows, readings, strict=True)
        ]
    return _apart([level for level in found if level])


def _apart(found: list[LevelLine]) -> list[LevelLine]:
    """The levels without those nearer to another than rows stand, and one class line: of them the best read."""
    kept: list[LevelLine] = []
    for level in sorted(found, key=lambda level: -level.likeness):
        middle = (level.box.top + level.box.bottom) / 2
        if not any(
            abs(middle - (other.box.top + other.box.bottom) / 2) < NEAREST * other.box.height
            or not (level.ends_row or other.ends_row)
            for other in kept
        ):
            kept.append(level)
    return kept


def _readings(line: Line, words: list[Placed], picture: Picture) -> Iterator[list[Placed]]:
    """What a row says: by its text layer and, as long as that does not tell a level plainly, by OCR too."""
    told = [_on(words, line.row.box)]
    yield told[0]
    if _is_prose(line, told):
        return
    for pixels in line.readable:
        level = level_line(line, told)
        if level is not None and level.plainly:
            return
        told.append(_seen(pixels, line.corner, picture))
        yield told[-1]
    if level_line(line, told) is None and (bare := bare_of_strike(picture, line)):
        yield _seen(*bare, picture)


def _is_prose(line: Line, told: list[list[Placed]]) -> bool:
    """Whether a row reads well and is no level, or has too little ink for one: it is not read again."""
    if line.spread < SHORTEST or any(word.text in _OTHER_ROWS for word in told[0]):
        return True
    longer = [word for word in told[0] if len(word.text) >= LONGER]
    return len(longer) >= SEVERAL and all(believable(word.text) for word in longer) and level_line(line, told) is None


def _seen(pixels: Pixels, corner: tuple[int, int], picture: Picture) -> list[Placed]:
    """The words that OCR reads in some pixels, at their places on the page."""
    left, top = corner
    places = [
        (word.text, picture.box(left + word.left, top + word.top, left + word.right, top + word.bottom))
        for word in seen_in(pixels, picture.dpi, Layout.LINE).words
    ]
    return [Placed(text, box.x0, box.top, box.x1, box.bottom, 0) for text, box in places]


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
