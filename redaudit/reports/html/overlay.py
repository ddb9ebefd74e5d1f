"""The drawn things of a page with geometry: their outlines and labels as an SVG needs them."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from redaudit.model.document import Page
from redaudit.model.geometry import Box
from redaudit.reports.html.figures import Figure, Kind
from redaudit.reports.html.placing import Obstacles, Placed, placed
from redaudit.reports.html.shapes import around, n, path

# The longer side of a page of letter size; marks and labels on other sheets grow or shrink with them.
_LETTER = 792.0
_ROOM = {
    Kind.REDACTION: 1.5,
    Kind.CODE: 1.5,
    Kind.STAMP: 3.0,
    Kind.STRIKE: 0.0,
    Kind.CLASSIFICATION: 2.5,
    Kind.PORTION: 2.5,
    Kind.FINDING: 0.0,
    Kind.HIDDEN: 1.5,
    Kind.OTHER: 1.0,
}
# No box is drawn smaller, so that it can be seen and pointed at.
_LEAST = 4.0
_FLAG = (9.0, 12.0)
_ACROSS_HEAD, _FLAGS_A_ROW = 62.0, 9
_LETTERS = 7.0
# Flags at one mark stand side by side; to hide another's flag costs more than to hide print.
_MOST_FLAGS, _ON_FLAG, _LATER = 6, 20.0, 0.05


@frozen
class Label:
    """A label's ground, its text's place, and the line that leads to its thing (empty where it stands beside it)."""

    x: str
    y: str
    width: str
    height: str
    text_x: str
    text_y: str
    leader: str


@frozen
class Drawing:
    """A figure as it is drawn: its outline, where it can be pointed at, and its label."""

    figure: Figure
    path: str
    x: str
    y: str
    width: str
    height: str
    label: Label | None


def unit_of(size: tuple[float, float]) -> float:
    """How many of a page's points one point of a letter page is; pictures state their size in many ways."""
    return max(max(size) / _LETTER, 0.05)


def letters(size: tuple[float, float]) -> str:
    """The size of the labels' letters on a page."""
    return n(_LETTERS * unit_of(size))


def drawings(page: Page, size: tuple[float, float], drawn: Sequence[Figure]) -> tuple[Drawing, ...]:
    """The figures of a page that have a place on it, drawn; flags last, so that nothing covers them."""
    unit = unit_of(size)
    # The sign that stands for a drawn box is as large as the box, and nothing to read.
    words = [word.box for word in page.words if page.text[word.start : word.end] != "■"]
    boxed = [
        (figure, _within(around(figure.box, _ROOM[figure.kind] * unit), size, unit))
        for figure in drawn
        if figure.box is not None and figure.kind is not Kind.FINDING
    ]
    boxed += _flags([figure for figure in drawn if figure.kind is Kind.FINDING], words, size, unit)
    return tuple(_drawing(each, unit) for each in placed(boxed, words, size, unit))


def _within(box: Box, size: tuple[float, float], unit: float) -> Box:
    """The part of a box that lies on the page, or a small one at the page's edge for what lies off it."""
    x0, x1 = _side(box.x0, box.x1, size[0], _LEAST * unit)
    top, bottom = _side(box.top, box.bottom, size[1], _LEAST * unit)
    return Box(x0, top, x1, bottom)


def _side(low: float, high: float, end: float, least: float) -> tuple[float, float]:
    low, high = min(max(low, 0.0), end), min(max(high, 0.0), end)
    if high - low < least:
        low = max(0.0, min((low + high - least) / 2, end - least))
        high = low + least
    return low, high


def _flags(
    found: Sequence[Figure], words: Sequence[Box], size: tuple[float, float], unit: float
) -> Iterator[tuple[Figure, Box]]:
    """Each finding's flag beside its mark, off the print and off other flags, or in a row at the page's head."""
    if not found:
        return
    across, down = _FLAG[0] * unit, _FLAG[1] * unit
    about = Obstacles(unit)
    for word in words:
        about.add(word, 1.0)
    head = 0
    for figure in found:
        if figure.box is None:
            row, column = divmod(head, _FLAGS_A_ROW)
            places = [((4 + column * _ACROSS_HEAD) * unit, (3 + 14 * row) * unit)]
            head += 1
        else:
            places = _beside(figure.box, across, down)
        flags = [_flag(x, top, size, across, down) for x, top in places]
        best = min(range(len(flags)), key=lambda index: about.cost(flags[index]) + _LATER * index)
        about.add(flags[best], _ON_FLAG)
        yield figure, flags[best]


def _beside(box: Box, across: float, down: float) -> list[tuple[float, float]]:
    """Where a flag may stand: left of its mark, above it, right of it, farther off by the flags that stand there."""
    places = []
    for step in range(_MOST_FLAGS):
        shift = step * 1.2 * across
        places.append((box.x0 - 1.2 * across - shift, box.top - down / 4))
        places.append((box.x0 + shift, box.top - 1.1 * down))
        places.append((box.x1 + 0.2 * across + shift, box.top - down / 4))
    return places


def _flag(x: float, top: float, size: tuple[float, float], across: float, down: float) -> Box:
    x, top = max(0.0, min(x, size[0] - across)), max(0.0, min(top, size[1] - down))
    return Box(x, top, x + across, top + down)


def _drawing(each: Placed, unit: float) -> Drawing:
    box = each.box
    return Drawing(
        figure=each.figure,
        path=path(each.figure, box, unit),
        x=n(box.x0),
        y=n(box.top),
        width=n(box.width),
        height=n(box.height),
        label=_label(each, unit),
    )


def _label(each: Placed, unit: float) -> Label | None:
    place = each.label
    if place is None:
        return None
    leader = ""
    if each.leader:
        x0, y0, x1, y1 = map(n, each.leader)
        leader = f"M{x0} {y0}L{x1} {y1}"
    return Label(
        x=n(place.x0),
        y=n(place.top),
        width=n(place.width),
        height=n(place.height),
        text_x=n(place.x0 + 2 * unit),
        text_y=n(place.top + 6.9 * unit),
        leader=leader,
    )
