"""The outlines of drawn things, one shape for each kind, as paths of an SVG in points of the page."""

from redaudit.model.geometry import Box
from redaudit.reports.html.figures import Figure, Kind

_MOST_WAVES = 40


def n(number: float) -> str:
    """A coordinate as short as it can be written."""
    return f"{number:z.1f}".removesuffix(".0")


def around(box: Box, room: float) -> Box:
    """A box with some room on every side."""
    return Box(box.x0 - room, box.top - room, box.x1 + room, box.bottom + room)


def path(figure: Figure, box: Box, unit: float) -> str:
    """The outline of a figure at its box; `unit` is a point of a page of letter size."""
    match figure.kind:
        case Kind.REDACTION:
            return _frame(box) if "twin" in figure.states else _hatched(box, unit)
        case Kind.CODE:
            return _pill(box, box.height / 2)
        case Kind.STAMP:
            return _notched(box, unit)
        case Kind.STRIKE:
            return _struck(box, unit)
        case Kind.CLASSIFICATION:
            return _corners(box, unit)
        case Kind.PORTION:
            return _ellipse(box)
        case Kind.FINDING:
            return _flag(box)
        case Kind.HIDDEN:
            return _waves(box, unit)
        case Kind.OTHER:
            return f"M{n(box.x0)} {n(box.bottom)}H{n(box.x1)}"


def _frame(box: Box) -> str:
    return f"M{n(box.x0)} {n(box.top)}H{n(box.x1)}V{n(box.bottom)}H{n(box.x0)}Z"


def _hatched(box: Box, unit: float) -> str:
    """A frame with its upper left and lower right corners hatched."""
    step = min(5 * unit, box.width / 2, box.height / 2)
    lines = [_frame(box)]
    for reach in (step, 2 * step):
        lines.append(f"M{n(box.x0)} {n(box.top + reach)}L{n(box.x0 + reach)} {n(box.top)}")
        lines.append(f"M{n(box.x1 - reach)} {n(box.bottom)}L{n(box.x1)} {n(box.bottom - reach)}")
    return "".join(lines)


def _pill(box: Box, radius: float) -> str:
    r = min(radius, box.width / 2)
    across, down = box.width - 2 * r, box.height - 2 * r
    return (
        f"M{n(box.x0 + r)} {n(box.top)}h{n(across)}a{n(r)} {n(r)} 0 0 1 {n(r)} {n(r)}v{n(down)}"
        f"a{n(r)} {n(r)} 0 0 1 {n(-r)} {n(r)}h{n(-across)}a{n(r)} {n(r)} 0 0 1 {n(-r)} {n(-r)}v{n(-down)}"
        f"a{n(r)} {n(r)} 0 0 1 {n(r)} {n(-r)}z"
    )


def _notched(box: Box, unit: float) -> str:
    """A frame in a frame, with notched corners."""
    notch = min(4 * unit, box.width / 4, box.height / 4)
    inner = around(box, -min(1.8 * unit, box.width / 4, box.height / 4))
    across, down = box.width - 2 * notch, box.height - 2 * notch
    k = n(notch)
    back = n(-notch)
    outer = (
        f"M{n(box.x0 + notch)} {n(box.top)}h{n(across)}v{k}h{k}v{n(down)}h{back}v{k}h{n(-across)}v{back}h{back}"
        f"v{n(-down)}h{k}z"
    )
    return outer + _frame(inner)


def _struck(box: Box, unit: float) -> str:
    """A line through the middle, with a serif at each end."""
    middle, reach = (box.top + box.bottom) / 2, 2 * unit
    serifs = "".join(f"M{n(x)} {n(box.top)}V{n(box.bottom)}" for x in (box.x0 - reach, box.x1 + reach))
    return f"M{n(box.x0 - reach)} {n(middle)}H{n(box.x1 + reach)}{serifs}"


def _corners(box: Box, unit: float) -> str:
    """Four corners of a frame."""
    arm = min(6 * unit, box.width / 3)
    stem = min(6 * unit, box.height / 2.5)
    return (
        f"M{n(box.x0)} {n(box.top + stem)}v{n(-stem)}h{n(arm)}M{n(box.x1 - arm)} {n(box.top)}h{n(arm)}v{n(stem)}"
        f"M{n(box.x1)} {n(box.bottom - stem)}v{n(stem)}h{n(-arm)}"
        f"M{n(box.x0 + arm)} {n(box.bottom)}h{n(-arm)}v{n(-stem)}"
    )


def _ellipse(box: Box) -> str:
    across, down = n(box.width / 2), n(box.height / 2)
    middle = n((box.top + box.bottom) / 2)
    return f"M{n(box.x0)} {middle}a{across} {down} 0 1 1 {n(box.width)} 0a{across} {down} 0 1 1 {n(-box.width)} 0z"


def _flag(box: Box) -> str:
    """A pole at the left, a pennant at its head."""
    middle = box.top + box.height * 0.3
    return (
        f"M{n(box.x0)} {n(box.bottom)}V{n(box.top)}L{n(box.x1)} {n(middle)}L{n(box.x0)} {n(box.top + box.height * 0.6)}"
    )


def _waves(box: Box, unit: float) -> str:
    """Waves above and below, straight sides."""
    count = max(2, min(_MOST_WAVES, round(box.width / (8 * unit))))
    step = box.width / count / 2
    crest = n(2.4 * unit)
    there = f"q{n(step / 2)} -{crest} {n(step)} 0t{n(step)} 0" * count
    back = f"q{n(-step / 2)} {crest} {n(-step)} 0t{n(-step)} 0" * count
    return f"M{n(box.x0)} {n(box.top)}{there}L{n(box.x1)} {n(box.bottom)}{back}Z"
