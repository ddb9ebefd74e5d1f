"""The shapes of the overview's charts: bars to the right, bars upward, and squares in a grid.

Lengths are in units of the drawing, which is about as wide in pixels on a narrow screen, so that its text is legible.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

WIDTH = 340.0
# Room for the digits beside or above a bar.
_DIGITS = 62.0
_ROW = 23.0
_BAR = 15.0
# Of a row whose label stands above the bar.
_TALL_ROW = 34.0
_LOW_BAR = 10.0
_RISE = 105.0
_HEAD = 18.0
_LABEL_WIDTH = 30.0
_LEAST = 1.5
# A grid: the room for the names of its rows and its columns, and how wide a column grows.
_GRID_MARGIN = 106.0
_GRID_HEAD = 22.0
_WIDEST_CELL = 108.0
_ROOMY_CELL = 76.0


@frozen
class Amount:
    """A number of a chart's table; `known` says in how many it is known, where not in all."""

    text: str
    known: str = ""


@frozen
class Part:
    """One thing a chart counts: its label, what a click filters by, how many, and a name that says it in words.

    `amounts` are further numbers for the table. A part without a target cannot be filtered by.
    """

    label: str
    column: str
    value: str
    count: int
    name: str
    target: str
    documents: int
    tone: str = ""
    more: str = ""
    amounts: tuple[Amount, ...] = ()


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
class Plot:
    """Bars and words; `growth` says whither a bar grows: `right`, `up`, or `square` from its middle."""

    growth: str
    height: float
    bars: tuple[Bar, ...]
    words: tuple[Words, ...]
    base: tuple[float, float, float, float] | None = None


def rightward(parts: Sequence[Part], margin: float) -> Plot:
    """A bar a row, its label to the left."""
    longest = max(part.count for part in parts)
    bars, words = [], []
    for row, part in enumerate(parts):
        top = row * _ROW
        words.append(Words(part.label, margin - 8, top + 15, "end"))
        width = _scaled(part.count, longest, WIDTH - margin - _DIGITS)
        shape = _rounded(margin, top + 3, width, _BAR)
        bars.append(Bar(part, _rounded(0, top, WIDTH, _ROW), shape, (round(margin + width + 6, 1), top + 15), "start"))
    return Plot("right", len(parts) * _ROW, tuple(bars), tuple(words))


def grouped(groups: Iterable[tuple[str, Sequence[Part]]]) -> Plot:
    """Bars a row with their labels above them, under the heads of their groups; room for a sign is left at the end."""
    named = [(head, parts) for head, parts in groups if parts]
    longest = max(part.count for _, parts in named for part in parts)
    bars, words, top = [], [], 0.0
    for head, parts in named:
        words.append(Words(head, 0, top + 14, kind="head"))
        top += 22
        for part in parts:
            words.append(Words(part.label, 0, top + 12))
            width = _scaled(part.count, longest, WIDTH - _DIGITS - 30)
            shape = _rounded(0, top + 17, width, _LOW_BAR)
            number = (round(width + 6, 1), top + 27)
            bars.append(Bar(part, _rounded(0, top, WIDTH - 34, _TALL_ROW), shape, number, "start"))
            top += _TALL_ROW
        top += 4
    return Plot("right", top, tuple(bars), tuple(words))


def upward(parts: Sequence[Part], marks: Sequence[tuple[float, str]], unit: str = "") -> Plot:
    """Bars side by side; `marks` are labels of the axis, each at so many bars from the left, all in one unit."""
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
    foot = _HEAD + _RISE + 22
    if unit:
        words.append(Words(unit, WIDTH, foot + 10, "end", "axis"))
        foot += 16
    base = (0.0, _HEAD + _RISE, WIDTH, _HEAD + _RISE)
    return Plot("up", foot, tuple(bars), tuple(words), base)


def labels_apart(count: int) -> int:
    """How many bars at least lie between two labels of the axis, so that they do not run into each other."""
    return max(1, -(-int(_LABEL_WIDTH * 1.2 * count) // int(WIDTH)))


def squares(parts: Iterable[tuple[int, int, Part]], down: Sequence[str], across: Sequence[str]) -> Plot:
    """A grid of squares, their areas by their counts; each part with its row and its column."""
    placed = list(parts)
    cell = min(_WIDEST_CELL, (WIDTH - _GRID_MARGIN) / len(across))
    # The number stands beside its square where there is room for both.
    beside = cell >= _ROOMY_CELL
    side = 30.0 if beside else min(30.0, cell - 6)
    height = side + (8 if beside else 24)
    highest = max(part.count for _, _, part in placed)
    middle = side / 2 + 6 if beside else cell / 2
    bars = []
    for row, column, part in placed:
        left, top = _GRID_MARGIN + column * cell, _GRID_HEAD + row * height
        length = max(3.0, side * (part.count / highest) ** 0.5)
        shape = _rounded(left + middle - length / 2, top + 4 + (side - length) / 2, length, length)
        number = (left + side + 14, top + side / 2 + 8) if beside else (left + middle, top + side + 18)
        place = (round(number[0], 1), round(number[1], 1))
        bars.append(Bar(part, _rounded(left, top, cell, height), shape, place, "start" if beside else "middle"))
    heads = (Words(text, _GRID_MARGIN + at * cell + middle, 14, "middle", "axis") for at, text in enumerate(across))
    if beside:
        heads = (Words(text, _GRID_MARGIN + at * cell + 6, 14, "start", "axis") for at, text in enumerate(across))
    sides = (
        Words(text, _GRID_MARGIN - 10, _GRID_HEAD + at * height + side / 2 + 8, "end") for at, text in enumerate(down)
    )
    return Plot("square", _GRID_HEAD + len(down) * height, tuple(bars), tuple(_whole((*heads, *sides))))


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
