"""Lines of letters at the top and the bottom edge of a page, made ready to be read: what strikes them is erased.

picture    T̶O̶P̶ S̶E̶C̶R̶E̶T̶, its tops under `Approved for Release`    →    TOP SECRET, struck, and pixels for OCR
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

import cv2
import numpy as np
from attrs import field, frozen

from redaudit.layout.layers import Placed
from redaudit.layout.raster.erasing import erase
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.strikes import LETTER, LIKELY, THROUGHOUT, Strike, strike_in
from redaudit.layout.raster.strokes import inked, longest_path, resized
from redaudit.layout.raster.zones import believable
from redaudit.model.document import Ink
from redaudit.model.geometry import Box

# Banners stand in this part of a page, at its top and at its bottom.
BAND = 0.16
# Letters of banners and stamps, in inches: typed capitals are 0.1 high, rubber stamps up to 0.5.
LOWEST, HIGHEST, WIDEST = 0.05, 0.55, 1.5
# What a stroke joins is at least so wide, in inches, and a stroke at least so long.
JOINED, STROKE = 0.25, 0.25
# Stamped letters made of dots are closed over gaps of this many inches.
DOTS = 0.018
# Worn rubber stamps are closed over wider gaps; their letters are at least so high, in inches.
WORN, STAMPED = 0.035, 0.2
# Letters fill this part of the rectangle around them, at least: outlines of boxes fill less.
FILLED = 0.1
# Letters of a line: no further apart than this many heights, so much of the lower one's height in common, and neither
# higher than the other by more than this.
APART, LEVEL, ALIKE = 1.6, 0.5, 1.7
# Lines of letters are at least this wide, in inches.
SHORTEST = 0.4
# Strokes erased from one blot of ink, at most.
STROKES = 3
# A stroke that spans less of a line than this strikes only a part of it: a stamp that another stamp lies over.
SPAN = 0.6
# Believable words explain a line when they cover this part of it.
EXPLAINED = 0.6
# A stroke runs over a line where so much of the shorter of the two lies along the other, and it goes on outside the
# letters by so many inches: what is found within heavy type alone are its own bars.
OVER, OUTSIDE = 0.5, 0.03
# A stroke over a part of a line is a pen's from this length on, in inches; its ends stick out by this part of it.
PEN, INSET = 0.8, 0.08
# A line of so many words that all read well is prose.
PROSE = 6
# Capitals are made this high, in pixels, to be read; there is white around them.
CAPITAL, MARGIN = 30, 10

_Corners = tuple[int, int, int, int]


@frozen(eq=False)
class Lettering:
    """A line of letters: its place, whether it is struck, and its pixels to be read: without strokes, then as it is.

    Where the stroke runs over a `part` of the line only, as where a stamp lies over another, that part follows.
    `crossed` is where a stroke runs over it, be it through letters, their halves or the worn print of a stamp. `known`
    is what the text layer has there.
    """

    box: Box
    ink: Ink
    at_top: bool
    crossed: Box | None
    part: Box | None
    known: str
    readable: tuple[Pixels, ...] = field(repr=False)


def letterings(picture: Picture, words: Sequence[Placed]) -> tuple[Lettering, ...]:
    """The lines of letters at the top and the bottom of a page that the text layer does not explain, or are struck."""
    band = round(BAND * picture.height)
    return (*_in_band(picture, words, 0, band), *_in_band(picture, words, picture.height - band, picture.height))


def _explained(box: Box, words: Sequence[Placed]) -> bool:
    """Whether believable words of the text layer cover most of a line."""
    covered = sum(min(word.x1, box.x1) - max(word.x0, box.x0) for word in _on(box, words) if believable(word.text))
    return covered >= EXPLAINED * box.width


def _on(box: Box, words: Sequence[Placed]) -> list[Placed]:
    """The words whose middle lies on a line, from left to right."""
    return sorted(
        (
            word
            for word in words
            if box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom
        ),
        key=attrgetter("x0"),
    )


def _in_band(picture: Picture, words: Sequence[Placed], first: int, last: int) -> Iterator[Lettering]:
    ink = inked(picture.gray[first:last])
    whole = ink.copy()
    prose = [_pixels(picture, word, first) for word in _prose(words)]
    strokes = list(_strokes_erased(picture, ink, prose))
    worn = _closed(picture, ink, WORN)
    for line, stroke in _all_lines(picture, ink, worn, strokes):
        box = _box(picture, line, first)
        strike = _strike(picture, box, [_box(picture, one, first) for one in strokes if _near(one, line)])
        if stroke is None and strike is None and _explained(box, words):
            continue
        mask = worn if line[3] - line[1] >= picture.inches(STAMPED) else ink
        readable = [_readable(mask, line), _readable(whole, line)]
        part = None
        if strike is not None and strike.box.width < SPAN * box.width:
            left, right = round(strike.box.x0 * picture.scale), round(strike.box.x1 * picture.scale)
            over = max(line[0], left), line[1], min(line[2], right), line[3]
            readable.append(_readable(mask, over))
            part = _box(picture, over, first)
        across = _box(picture, stroke, first) if stroke else None
        known = " ".join(word.text for word in _on(box, words))
        yield Lettering(box, strike.ink if strike else Ink.PLAIN, first == 0, across, part, known, tuple(readable))


def _prose(words: Sequence[Placed]) -> list[Placed]:
    """The words of lines of prose: so many of them read well that neither a stroke nor a stamp is there."""
    lines: dict[int, list[Placed]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    long = [line for line in lines.values() if len(line) >= PROSE and all(believable(word.text) for word in line)]
    return [word for line in long for word in line if any(map(str.islower, word.text))]


def _pixels(picture: Picture, word: Placed, first: int) -> _Corners:
    """The place of a word in a band of a picture that begins at a row."""
    left, top, right, bottom = (round(edge * picture.scale) for edge in (word.x0, word.top, word.x1, word.bottom))
    return left, top - first, right, bottom - first


def _strike(picture: Picture, box: Box, strokes: Sequence[Box]) -> Strike | None:
    """The stroke through a line, or through the part of it that a long one of the strokes runs over."""
    strike = strike_in(picture, box) if strokes else None
    for stroke in strokes:
        if strike is None and picture.inches(PEN) <= stroke.width * picture.scale < SPAN * box.width * picture.scale:
            inset = INSET * stroke.width
            strike = strike_in(picture, Box(stroke.x0 + inset, box.top, stroke.x1 - inset, box.bottom))
    return strike


def _all_lines(
    picture: Picture, ink: Pixels, worn: Pixels, strokes: Sequence[_Corners]
) -> list[tuple[_Corners, _Corners | None]]:
    """The lines of letters in a band and the strokes over them; those of worn stamps are as long as the stroke."""
    printed = list(_lines(picture, _closed(picture, ink, DOTS), LOWEST))
    lines: list[tuple[_Corners, _Corners | None]] = []
    for left, top, right, bottom in [*printed, *_lines(picture, worn, STAMPED)]:
        line = left, top, right, bottom
        stroke = next((one for one in strokes if _runs_over(one, line, picture.inches(OUTSIDE))), None)
        if stroke is not None and bottom - top >= picture.inches(STAMPED):
            line = min(left, stroke[0]), top, max(right, stroke[2]), bottom
        if not any(_same(line, other) for other, _ in lines):
            lines.append((line, stroke))
    return lines


def _box(picture: Picture, corners: _Corners, first: int) -> Box:
    return picture.box(corners[0], corners[1] + first, corners[2], corners[3] + first)


def _closed(picture: Picture, ink: Pixels, gap: float) -> Pixels:
    side = picture.inches(gap)
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8)), dtype=np.uint8)


def _strokes_erased(picture: Picture, ink: Pixels, prose: Sequence[_Corners]) -> Iterator[_Corners]:
    """Take every stroke that joins letters out of a mask: left, top, right, bottom of each.

    A blot that is no larger than a word of prose at its place is that word.
    """
    around = picture.inches(OUTSIDE)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(_closed(picture, ink, DOTS), connectivity=8)
    for label, (left, top, width, height, _) in enumerate(stats[1:], 1):
        if width < picture.inches(JOINED) or height > picture.inches(2 * HIGHEST):
            continue
        if any(
            x0 - around <= left and y0 - around <= top and left + width <= x1 + around and top + height <= y1 + around
            for x0, y0, x1, y1 in prose
        ):
            continue
        blot = (labels[top : top + height, left : left + width] == label).astype(np.uint8)
        factor = min(1.0, LETTER / min(max(height, picture.inches(LOWEST)), picture.inches(0.3)))
        for _ in range(STROKES):
            path = longest_path(resized(np.pad(blot, LETTER), factor))
            if path is None or path.ink < THROUGHOUT or path.score < LIKELY:
                break
            if path.right - path.left < STROKE * picture.dpi * factor:
                break
            erase(ink, path, factor, (left - LETTER, top - LETTER))
            erase(blot, path, factor, (-LETTER, -LETTER))
            x0, x1 = left - LETTER + path.left / factor, left - LETTER + path.right / factor
            y0, y1 = top - LETTER + path.ys.min() / factor, top - LETTER + path.ys.max() / factor
            yield round(x0), round(y0), round(x1), round(y1) + 1


def _same(one: _Corners, other: _Corners) -> bool:
    """Whether most of the lower of two lines lies within the other."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((one[2] - one[0]) * (one[3] - one[1]), (other[2] - other[0]) * (other[3] - other[1]))
    return across > 0 and down > 0 and 2 * across * down > smaller


def _near(stroke: _Corners, line: _Corners) -> bool:
    """Whether a stroke runs over some of a line's rectangle."""
    return stroke[0] < line[2] and line[0] < stroke[2] and stroke[1] < line[3] and line[1] < stroke[3]


def _runs_over(stroke: _Corners, line: _Corners, outside: int) -> bool:
    """Whether a stroke runs over a line and out of it, not only under it, beside it or within its letters."""
    across = min(stroke[2], line[2]) - max(stroke[0], line[0])
    middle = (max(stroke[1], line[1]) + min(stroke[3], line[3])) / 2
    out = max(line[0] - stroke[0], line[1] - stroke[1], stroke[2] - line[2], stroke[3] - line[3])
    return (
        out >= outside
        and across >= OVER * min(line[2] - line[0], stroke[2] - stroke[0])
        and line[1] - 0.25 * (line[3] - line[1]) <= middle <= line[1] + 0.85 * (line[3] - line[1])
    )


def _lines(picture: Picture, closed: Pixels, lowest: float) -> Iterator[_Corners]:
    """The lines of letters in a mask: left, top, right, bottom of each."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    left, top, width, height, area = stats[1:].T
    low, high = picture.inches(lowest), picture.inches(HIGHEST)
    fit = (height >= low) & (height <= high) & (width <= picture.inches(WIDEST)) & (area >= FILLED * width * height)
    letters = sorted(zip(left[fit], top[fit], (left + width)[fit], (top + height)[fit], strict=True))
    lines: list[list[_Corners]] = []
    for x0, y0, x1, y1 in letters:
        letter = int(x0), int(y0), int(x1), int(y1)
        near = [line for line in lines if any(_beside(other, letter) for other in line[-4:])]
        joined = [letter] if not near else [*sorted(other for line in near for other in line), letter]
        lines = [line for line in lines if line not in near]
        lines.append(joined)
    for line in lines:
        x0, y0 = min(letter[0] for letter in line), min(letter[1] for letter in line)
        x1, y1 = max(letter[2] for letter in line), max(letter[3] for letter in line)
        if x1 - x0 >= picture.inches(SHORTEST):
            yield x0, y0, x1, y1


def _beside(one: _Corners, other: _Corners) -> bool:
    """Whether two letters, from left to right, stand on one line."""
    heights = sorted((one[3] - one[1], other[3] - other[1]))
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return other[0] - one[2] <= APART * heights[1] and shared >= LEVEL * heights[0] and heights[1] <= ALIKE * heights[0]


def _readable(ink: Pixels, corners: _Corners) -> Pixels:
    """A line of letters, black on white, its capitals CAPITAL pixels high, with a margin."""
    left, top, right, bottom = corners
    factor = CAPITAL / (bottom - top)
    part = 255 - 255 * ink[top:bottom, left:right]
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    sized = cv2.resize(part, None, fx=factor, fy=factor, interpolation=how)
    return np.asarray(np.pad(sized, MARGIN, constant_values=255), dtype=np.uint8)
