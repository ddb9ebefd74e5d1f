"""Where the labels of a page's drawn things go: beside their box, off the print, and off each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import frozen

from redaudit.model.geometry import Box
from redaudit.reports.html.figures import Figure, Kind

# A character of the labels' typeface is so much wide and high, in units.
ACROSS = 4.22
DOWN = 9.2
_PAD = 2.0
# What it costs to hide another label, the print, another figure; and to stand a unit farther off.
_ON_LABEL, _ON_PRINT, _ON_FIGURE, _FAR = 60.0, 6.0, 4.0, 0.03
# What a place costs for each one that is better by its side.
_LATER = 0.08
_STRIP = 24.0
# So many labels of a page look for the best place, and keep off so much print; nobody reads more on one page.
_MOST_LABELS, _MOST_PRINT = 400, 20_000


class Obstacles:
    """Boxes by strips of the page, so that few are asked for each place; each with what it costs to hide it."""

    def __init__(self, unit: float) -> None:
        self._strip = _STRIP * unit
        self._strips: defaultdict[int, list[tuple[Box, float]]] = defaultdict(list)

    def add(self, box: Box, cost: float) -> None:
        """Another box to keep clear of."""
        for strip in self._reach(box):
            self._strips[strip].append((box, cost))

    def cost(self, place: Box) -> float:
        """What a place costs: the share of it that lies on each box, by that box's cost."""
        hidden = 0.0
        for strip in self._reach(place):
            for box, cost in self._strips.get(strip, ()):
                hidden += cost * box.overlap(place)
        return hidden / max(place.area, 1e-6)

    def _reach(self, box: Box) -> range:
        # A page may state boxes far outside itself.
        return range(max(-4, int(box.top // self._strip)), min(400, int(box.bottom // self._strip)) + 1)


@frozen
class Placed:
    """A figure with the box it is drawn at, the place of its label, and the line that leads from far to it."""

    figure: Figure
    box: Box
    label: Box | None
    leader: tuple[float, float, float, float] | None = None


def placed(
    drawn: Sequence[tuple[Figure, Box]], print_: Iterable[Box], size: tuple[float, float], unit: float
) -> tuple[Placed, ...]:
    """Each figure with a place for its label; the first ones choose first."""
    obstacles = Obstacles(unit)
    for word in islice(print_, _MOST_PRINT):
        obstacles.add(word, _ON_PRINT)
    for figure, box in drawn:
        if figure.kind is not Kind.OTHER:
            obstacles.add(box, _ON_FIGURE)
    labels: dict[int, Box] = {}
    # What is switched off at first must not push what is seen from its place.
    ranked = sorted(range(len(drawn)), key=lambda index: drawn[index][0].kind is Kind.OTHER)
    for number, index in enumerate(ranked):
        figure, box = drawn[index]
        about = obstacles if number < _MOST_LABELS else Obstacles(unit)
        place = _place(figure, box, size, unit, about) if figure.label else None
        if place is not None:
            obstacles.add(place, _ON_LABEL)
            labels[index] = place
    return tuple(_placed(figure, box, labels.get(index), unit) for index, (figure, box) in enumerate(drawn))


def _placed(figure: Figure, box: Box, label: Box | None, unit: float) -> Placed:
    return Placed(figure, box, label, _leader(label, box, unit) if label else None)


def _place(figure: Figure, box: Box, size: tuple[float, float], unit: float, obstacles: Obstacles) -> Box | None:
    across = (len(figure.label) * ACROSS + 2 * _PAD) * unit
    down = DOWN * unit
    best, least = None, float("inf")
    for step, (x, top) in enumerate(_candidates(figure, box, across, down, size, unit)):
        # No later place can cost less than its rank does.
        if _LATER * step >= least:
            break
        x = min(max(x, 0.0), max(size[0] - across, 0.0))
        top = min(max(top, 0.0), max(size[1] - down, 0.0))
        place = Box(x, top, x + across, top + down)
        # Its own thing is no other figure; the label must not hide it, unless there is nothing in it to read.
        own = box.overlap(place) / place.area * (-_ON_FIGURE if figure.kind is Kind.REDACTION else _ON_PRINT)
        cost = obstacles.cost(place) + own + _LATER * step + _FAR * _distance(place, box) / unit
        if cost < least - 1e-9:
            best, least = place, cost
    return best


def _distance(place: Box, box: Box) -> float:
    """How far a label's nearest side is from its thing."""
    across = max(place.x0 - box.x1, box.x0 - place.x1, 0.0)
    return across + max(place.top - box.bottom, box.top - place.bottom, 0.0)


def _candidates(
    figure: Figure, box: Box, across: float, down: float, size: tuple[float, float], unit: float
) -> Iterator[tuple[float, float]]:
    """Upper left corners for a label, the best first: above, right, left, below, inside, farther off, in the margin."""
    gap = 1.5 * unit
    above, below, level = box.top - down - gap, box.bottom + gap, (box.top + box.bottom - down) / 2
    right, left = box.x1 + 2 * gap, box.x0 - across - 2 * gap
    yield from ((box.x0, above), (box.x1 - across, above), (right, level), (left, level), (right, above))
    yield from ((box.x0, below), (box.x1 - across, below), (left, above), (right, below), (left, below))
    if figure.kind is Kind.REDACTION and box.height > 1.4 * down and box.width > across + 12 * unit:
        yield from ((box.x0 + 11 * unit, box.top + gap), (box.x1 - across - 11 * unit, box.bottom - down - gap))
    for row in (1, 2, 3):
        lift = row * (down + gap / 2)
        yield from ((box.x0, above - lift), (box.x0, below + lift), (right, level - lift), (right, level + lift))
        yield from ((left, level - lift), (left, level + lift))
    for lift in (0.0, -down, down, -2 * down, 2 * down, -4 * down, 4 * down, -7 * down, 7 * down):
        yield from ((size[0] - across, level + lift), (0.0, level + lift))


def _leader(place: Box, box: Box, unit: float) -> tuple[float, float, float, float] | None:
    """A line from a label that stands far off to its thing."""
    x0, y0 = min(max((box.x0 + box.x1) / 2, place.x0), place.x1), (place.top + place.bottom) / 2
    x1, y1 = min(max(x0, box.x0), box.x1), min(max(y0, box.top), box.bottom)
    far = abs(x1 - x0) + abs(y1 - y0)
    if box.x0 > place.x1:
        x0 = place.x1
    elif box.x1 < place.x0:
        x0 = place.x0
    return (x0, y0, x1, y1) if far > 14 * unit else None
