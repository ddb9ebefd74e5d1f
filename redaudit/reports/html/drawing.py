"""The shapes of the overview's charts: bars to the right, bars upward, and squares in a grid.

Lengths are in units of the drawing, which is about as wide in pixels on a narrow screen, so that its text is legible.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

WIDTH = 340.0
# Room for the digits beside or above a bar.
_DIGITS = 50.0
_ROW = 23.0
_BAR = 15.0
# Of a row whose label stands above the bar.
_TALL_ROW = 34.0
_LOW_BAR = 10.0
_RISE = 130.0
_HEAD = 18.0
_LABEL_WIDTH = 30.0
_LEAST = 1.5


@frozen
class Part:
    """One thing a chart counts: its label, what a click filters by, how many, and a name that says it in words."""

    label: str
    column: str
    value: str
    count: int
    name: str
    target: str
    documents: int
    tone: str = ""
    more: str = ""


@frozen
class Bar:
    """A part as drawn: the room it can be hit in, the bar or square itself, and where its number stands."""

    part: Part
    room: tuple[float, float, float, float]
    shape: tuple[float, float, float, float]
    number: tuple[float, float] | None
    anchor: str


@frozen
class Words:
    """A text in a drawing."""

    text: str
    x: float
    y: float
    anchor: str = "start"
    kind: str = "label"


@frozen
class Drawing:
    """Bars and words; `growth` says whither a bar grows: `right`, `up`, or `square` from its middle."""

    growth: str
    height: float
    bars: tuple[Bar, ...]
    words: tuple[Words, ...]
    base: tuple[float, float, float, float] | None = None


def rightward(parts: Sequence[Part], margin: float) -> Drawing:
    """A bar a row, its label to the left."""
    longest = max(part.count for part in parts)
    bars, words = [], []
    for row, part in enumerate(parts):
        top = row * _ROW
        words.append(Words(part.label, margin - 8, top + 15, "end"))
        width = _scaled(part.count, longest, WIDTH - margin - _DIGITS)
        shape = _rounded(margin, top + 3, width, _BAR)
        bars.append(Bar(part, _rounded(0, top, WIDTH, _ROW), shape, (round(margin + width + 6, 1), top + 15), "start"))
    return Drawing("right", len(parts) * _ROW, tuple(bars), tuple(words))


def grouped(groups: Iterable[tuple[str, Sequence[Part]]]) -> Drawing:
    """Bars a row with their labels above them, under the heads of their groups; room for a sign is left at the end."""
    named = [(head, parts) for head, parts in groups if parts]
    longest = max(part.count for _, parts in named for part in parts)
    bars, words, top = [], [], 0.0
    for head, parts in named:
        words.append(Words(head, 0, top + 14, kind="head"))
        top += 22
        for part in parts:
            words.append(Words(part.label, 0, top + 12))
            width = _scaled(part.count, longest, WIDTH - _DIGITS - 34)
            shape = _rounded(0, top + 17, width, _LOW_BAR)
            number = (round(width + 6, 1), top + 27)
            bars.append(Bar(part, _rounded(0, top, WIDTH - 34, _TALL_ROW), shape, number, "start"))
            top += _TALL_ROW
        top += 4
    return Drawing("right", top, tuple(bars), tuple(words))


def upward(parts: Sequence[Part], marks: Sequence[tuple[float, str]]) -> Drawing:
    """Bars side by side; `marks` are labels of the axis, each at so many bars from the left."""
    highest = max(part.count for part in parts)
    slot = WIDTH / len(parts)
    gap = min(3.0, slot / 4)
    top_of_all = max(range(len(parts)), key=lambda index: parts[index].count)
    bars = []
    for index, part in enumerate(parts):
        height = _scaled(part.count, highest, _RISE)
        left, top = index * slot, _HEAD + _RISE - height
        shape = _rounded(left + gap / 2, top, slot - gap, height)
        shown = part.count and (slot >= _LABEL_WIDTH * 0.7 or index == top_of_all)
        middle = min(max(left + slot / 2, 12), WIDTH - 12)
        number = (round(middle, 1), round(top - 5, 1)) if shown else None
        bars.append(Bar(part, _rounded(left, 0, slot, _HEAD + _RISE), shape, number, "middle"))
    words = [
        Words(text, round(at * slot, 1), _HEAD + _RISE + 16, _leaning(at, len(parts)), "axis") for at, text in marks
    ]
    base = (0.0, _HEAD + _RISE, WIDTH, _HEAD + _RISE)
    return Drawing("up", _HEAD + _RISE + 22, tuple(bars), tuple(words), base)


def labels_apart(count: int) -> int:
    """How many bars at least lie between two labels of the axis, so that they do not run into each other."""
    return max(1, -(-int(_LABEL_WIDTH * 1.2 * count) // int(WIDTH)))


def squares(parts: Iterable[tuple[int, int, Part]], down: Sequence[str], across: Sequence[str]) -> Drawing:
    """A grid of squares, their areas by their counts; each part with its row and its column."""
    placed = list(parts)
    margin = 106.0
    cell = min(84.0, (WIDTH - margin) / len(across))
    side, head = min(40.0, cell - 6), 24.0
    height = side + 24
    highest = max(part.count for _, _, part in placed)
    words = [
        *(Words(text, margin + (at + 0.5) * cell, 14, "middle", "axis") for at, text in enumerate(across)),
        *(Words(text, margin - 10, head + at * height + side / 2 + 8, "end") for at, text in enumerate(down)),
    ]
    bars = []
    for row, column, part in placed:
        left, top = margin + column * cell, head + row * height
        length = max(3.0, side * (part.count / highest) ** 0.5)
        shape = _rounded(left + (cell - length) / 2, top + 2 + (side - length) / 2, length, length)
        number = (round(left + cell / 2, 1), round(top + side + 16, 1))
        bars.append(Bar(part, _rounded(left, top, cell, height), shape, number, "middle"))
    return Drawing("square", head + len(down) * height, tuple(bars), tuple(_whole(words)))


def _whole(words: Iterable[Words]) -> Iterator[Words]:
    for word in words:
        yield Words(word.text, round(word.x, 1), round(word.y, 1), word.anchor, word.kind)


def _scaled(count: int, highest: int, length: float) -> float:
    """The length of a bar; one document among thousands is still seen."""
    return max(_LEAST, length * count / highest) if count else 0.0


def _leaning(at: float, count: int) -> str:
    """Labels at the ends of an axis lean inward."""
    if at == 0:
        return "start"
    return "end" if at == count else "middle"


def _rounded(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    return (round(x, 1), round(y, 1), round(width, 1), round(height, 1))
