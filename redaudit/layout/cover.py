"""What covers a word, what it stands on, and which painted areas redact."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from redaudit.layout.layers import Placed
from redaudit.layout.paint import WHITE, Colour, Medium, Printed, Shape

# Text whose colour differs from its ground by no more than this, of 255, cannot be seen.
SAME_COLOUR = 12
# Paint of at least this alpha, of 255, hides what it covers.
OPAQUE = 250
# Type lower than this, in points, cannot be read on paper.
TINY = 1.5
# A redaction box is at least this large, in points, and no larger than this part of the page.
BOX_WIDTH, BOX_HEIGHT, BOX_SHARE = 6.0, 4.0, 0.7
# A box without words beneath is a redaction when it is darker than this, of 255.
DARK = 90
# Nor is it lower than this, in points: the low ones are rules, however thick. Squares smaller than this are bullets.
CLEAN_HEIGHT, BULLET = 5.5, 9.0
# A box that reaches this near to the page's edge, in points, without words beneath, is a tab or the edge of a copy.
EDGE = 2.0
# Paint over this part of one character's area may hide it.
TOUCH = 0.25
# Lines drawn over words in great number hide them from this part of the word on.
HATCHED = 0.3
# Areas this thin, in points, side by side with no more than a seam between, are slices of one box.
SLICE, SEAM = 4.0, 0.8
# The strokes of a pen side by side end within this of each other, in points.
RAGGED = 4.0
# Boxes whose tops and bottoms differ by no more than this, in points, stand on one row.
SAME_BAND = 1.5
# What covers all of a word but this part of its height at its rims covers it whole.
SPILL = 0.3
# Words are looked for in level bands of this height, in points.
BAND = 24.0
_FARTHEST = 4_000


class Areas:
    """Painted areas, found by where they lie."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        """Sort the shapes into bands, painting order kept in each; `last` is the place of the last painted."""
        self.bands: dict[int, list[Shape]] = {}
        self.last = 0
        for shape in shapes:
            self.last = max(self.last, shape.order)
            for band in _bands(shape.top, shape.bottom):
                self.bands.setdefault(band, []).append(shape)

    def touching(self, word: Placed) -> Iterator[Shape]:
        """The areas that share more than an edge with a word, each once."""
        return self.within(word.x0, word.top, word.x1, word.bottom)

    def within(self, x0: float, top: float, x1: float, bottom: float) -> Iterator[Shape]:
        """The areas that share more than an edge with a place, each once."""
        if not self.bands:
            return
        first = _band(top)
        for band in _bands(top, bottom):
            for shape in self.bands.get(band, ()):
                # A shape of several bands is met in the first that it shares with the word.
                touch = shape.x0 < x1 and x0 < shape.x1 and shape.top < bottom and top < shape.bottom
                if touch and (band == first or _band(shape.top) == band):
                    yield shape


class Words:
    """Words, found by where their middles lie."""

    def __init__(self, words: Iterable[Printed]) -> None:
        """Sort the words into bands; their order is kept in each."""
        self.bands: dict[int, list[Printed]] = {}
        for item in words:
            middle = (item.word.top + item.word.bottom) / 2
            self.bands.setdefault(_band(middle), []).append(item)

    def within(self, shape: Shape) -> list[Printed]:
        """The words of which the middle lies in a shape."""
        return [
            item
            for band in _bands(shape.top, shape.bottom)
            for item in self.bands.get(band, ())
            if shape.holds(item.word)
        ]


def _bands(top: float, bottom: float) -> range:
    return range(_band(top), _band(max(bottom, top)) + 1)


def _band(height: float) -> int:
    return int(min(max(height, -_FARTHEST), _FARTHEST) // BAND)


def alike(one: Colour, other: Colour) -> bool:
    """Whether an eye cannot tell two colours apart."""
    return all(abs(a - b) <= SAME_COLOUR for a, b in zip(one[:3], other[:3], strict=True))


def is_dark(colour: Colour) -> bool:
    """Whether a colour is near black."""
    return max(colour[:3]) <= DARK


def is_box(shape: Shape) -> bool:
    """Whether a shape is opaque and large enough to hide a word."""
    wide, high = shape.x1 - shape.x0 >= BOX_WIDTH, shape.bottom - shape.top >= BOX_HEIGHT
    return shape.colour.alpha > OPAQUE and wide and high


def is_page(shape: Shape, size: tuple[float, float]) -> bool:
    """Whether a shape is as good as the whole page."""
    return shape.area > BOX_SHARE * size[0] * size[1]


def may_cover(shape: Shape, word: Placed) -> bool:
    """Whether a shape painted over a word may hide a character of it: no strike and no underline does."""
    across = min(shape.x1, word.x1) - max(shape.x0, word.x0)
    down = min(shape.bottom, word.bottom) - max(shape.top, word.top)
    high = word.bottom - word.top
    letter = high * (word.x1 - word.x0) / max(len(word.text), 1)
    return down >= 0.5 * high and across * down >= TOUCH * letter


def is_covered(printed: Printed, over: Areas) -> bool:
    """Whether what is painted over a word may hide some of it."""
    if printed.order >= over.last:
        return False
    word = printed.word
    area = max((word.x1 - word.x0) * (word.bottom - word.top), 0.01)
    covered = 0.0
    for shape in over.touching(word):
        if shape.order > printed.order and shape.colour.alpha:
            if may_cover(shape, word):
                return True
            across = min(shape.x1, word.x1) - max(shape.x0, word.x0)
            covered += across * (min(shape.bottom, word.bottom) - max(shape.top, word.top))
    return covered >= HATCHED * area


def ground_of(printed: Printed, beneath: Areas) -> Shape | None:
    """The last opaque area painted before a word under its middle; None for paper."""
    grounds = (
        shape
        for shape in beneath.touching(printed.word)
        if shape.order < printed.order and shape.colour.alpha > OPAQUE and shape.holds(printed.word)
    )
    return max(grounds, key=lambda shape: shape.order, default=None)


def why_hidden(printed: Printed, size: tuple[float, float], ground: Shape | None) -> str | None:
    """The contract's word for why an eye does not see a word, as far as its place and colour tell; None if it may."""
    word = printed.word
    if word.x1 <= 0 or word.x0 >= size[0] or word.bottom <= 0 or word.top >= size[1]:
        return "off-page"
    if printed.colour is None:
        return None if ground and ground.medium is Medium.PICTURE else "invisible-layer"
    if printed.colour.alpha <= SAME_COLOUR:
        return "transparent"
    # Fonts of bitmaps say nothing of their height, but their letters are as wide as any; words that stand in place of
    # others for a reading program have no size at all.
    if 0 < word.bottom - word.top < TINY and word.x1 - word.x0 < TINY * max(len(word.text), 1):
        return "tiny"
    if ground and ground.medium is not Medium.FILL:
        return None
    return "ground-colour" if alike(printed.colour, ground.colour if ground else WHITE) else None


def covers(shape: Shape, word: Placed) -> bool:
    """Whether a shape lies over all of a word, but for its rims."""
    high = word.bottom - word.top
    across = shape.x0 <= word.x0 + SPILL * high and word.x1 - SPILL * high <= shape.x1
    return across and shape.top <= word.top + SPILL * high and word.bottom - SPILL * high <= shape.bottom


def is_clean_box(shape: Shape, size: tuple[float, float]) -> bool:
    """Whether a shape without words beneath is a redaction by its looks: dark, as high as type, within the page."""
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    within = shape.x0 > EDGE and shape.top > EDGE and shape.x1 < size[0] - EDGE and shape.bottom < size[1] - EDGE
    large = height >= CLEAN_HEIGHT and (width >= BULLET or height >= BULLET)
    return (
        is_box(shape)
        and is_dark(shape.colour)
        and shape.medium in (Medium.FILL, Medium.LINE)
        and large
        and within
        and not is_page(shape, size)
    )


def joined(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes with thin slices of one colour that lie side by side, in painting order, made one."""
    found: list[Shape] = []
    for shape in shapes:
        last = found[-1] if found else None
        if last and last.colour == shape.colour and last.medium is shape.medium and _is_seam(last, shape):
            found[-1] = union(last, shape)
        else:
            found.append(shape)
    return found


def _is_seam(one: Shape, other: Shape) -> bool:
    """Whether a slice lies along the whole side of another shape."""
    if min(other.bottom - other.top, other.x1 - other.x0) > SLICE:
        return False
    ends = RAGGED if other.medium is Medium.LINE else SEAM
    if abs(one.x0 - other.x0) <= ends and abs(one.x1 - other.x1) <= ends:
        return other.top <= one.bottom + SEAM and one.top <= other.bottom + SEAM
    if abs(one.top - other.top) <= SEAM and abs(one.bottom - other.bottom) <= SEAM:
        return other.x0 <= one.x1 + SEAM and one.x0 <= other.x1 + SEAM
    return False


def union(one: Shape, other: Shape) -> Shape:
    """The bounds of two shapes, in the place of the later one."""
    return one._replace(
        x0=min(one.x0, other.x0),
        top=min(one.top, other.top),
        x1=max(one.x1, other.x1),
        bottom=max(one.bottom, other.bottom),
        order=max(one.order, other.order),
    )


def shared(one: Shape, other: Shape) -> float:
    """The area that both cover."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across * down if across > 0 and down > 0 else 0.0


def in_rows(boxes: list[tuple[Shape, list[Printed]]]) -> list[tuple[Shape, list[Printed]]]:
    """Boxes that touch on one row made one, with what lies under each: word processors paint a row in runs."""
    found: list[tuple[Shape, list[Printed]]] = []
    row = 0
    for shape, words in sorted(boxes, key=lambda item: (round(item[0].top), item[0].x0)):
        while row < len(found) and found[row][0].top < shape.top - 2 * SAME_BAND:
            row += 1
        place = next((n for n in range(row, len(found)) if _is_run(found[n][0], shape)), None)
        if place is None:
            found.append((shape, words))
        else:
            last, before = found[place]
            found[place] = (union(last, shape), list(chain(before, words)))
    return found


def _is_run(last: Shape, shape: Shape) -> bool:
    level = abs(last.top - shape.top) <= SAME_BAND and abs(last.bottom - shape.bottom) <= SAME_BAND
    return level and last.colour == shape.colour and last.x0 <= shape.x1 + SEAM and shape.x0 <= last.x1 + SEAM
