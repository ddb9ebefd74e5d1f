"""Which choice of a stamp that prints all its choices is ticked, however the stamp stands on the page.

(✓) RELEASE   (✓) DECLASSIFY
(  ) EXCISE   (  ) DECLASSIFY in PART

Film eats the letters of such stamps and leaves their brackets; a form is known by how its brackets lie to each other.
"""

import math
from collections.abc import Iterator

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.brackets import Brackets, Places, brackets
from redaudit.layout.raster.forms import FORMS, Choice, Form
from redaudit.layout.raster.picture import INK, Picture, Pixels
from redaudit.model.geometry import Box

# A page of more brackets than this is a table or noise, not a stamp on a page.
MOST = 300
# A stamp stands askew by at most this, in radians, and its brackets are this much lower or higher than they were drawn.
ASKEW, LOWER, HIGHER = 0.14, 0.85, 1.2
# Two brackets tell how a stamp stands when they lie this far apart, in heights, and are alike in height.
APART, ALIKE = 2.0, 1.35
# A bracket lies where its form says to this part of its height.
NEAR = 0.33
# This many brackets of a form lie in place, and one more for each so many on the page: of 164 pages without a stamp
# the worst had 7 among 290 by chance; of ten with one the worst had 5 among 48.
FEWEST, BESIDE = 5, 50
# Of the brackets within a form's bounds no more than this many times those in place: a table of brackets is no stamp.
FOREIGN = 1.8
# Rows of hypotheses looked at in one go.
AT_ONCE = 20_000
# A pen's strokes fill this part of a bracket or more, and this many times what is in the others of its group.
TICK, CLEAR = 0.07, 3.0
# A ballpoint's stroke is thinner than this, in inches; what is thicker is print, a blot or a punched dot.
STROKE = 0.027
# A punched dot is no larger than this, in inches, and round: its square is this full.
DOT, ROUND = 0.065, 0.6
# The height of a bracket in the upright pixels of a stamp, as it has at 200 dots an inch.
UPRIGHT = 20
WHITE = 255

_Counts = NDArray[np.int64]


@frozen(eq=False)
class Stamp:
    """A form found on a picture: the quarter turns clockwise that it stands, how many brackets lie in place, the ticks.

    `printed` is the place of its head and its choices, in points, and `row` the height of a row; `upright` holds its
    pixels, not askew, its brackets `UPRIGHT` high.
    """

    form: Form
    turns: int
    found: int
    ticked: tuple[Choice, ...]
    printed: Box
    row: float
    upright: Pixels = field(repr=False)

    @property
    def text(self) -> str:
        """Its head and its choices row by row, those ticked with an X."""
        choices = [choice for group in self.form.groups for choice in group]
        choices.sort(key=lambda choice: (round(choice.down), choice.across))
        rows = (f"[{'X' if choice in self.ticked else ' '}] {choice.words}" for choice in choices)
        return " ".join((self.form.head, *rows))


@frozen
class _Fit:
    """A form in place: `size` and `origin` take its heights to pixels, across + down * i."""

    form: Form
    turns: int
    found: int
    size: complex
    origin: complex

    def place(self, across: float, down: float) -> complex:
        return self.size * complex(across, down) + self.origin


def stamp(picture: Picture) -> Stamp | None:
    """The stamp of a known form that shows best on a picture, or None."""
    fits = list(_fits(picture))
    if not fits:
        return None
    fit = max(fits, key=lambda fit: fit.found)
    corners = [fit.place(x, y) for x in fit.form.printed[::2] for y in fit.form.printed[1::2]]
    across, down = [corner.real for corner in corners], [corner.imag for corner in corners]
    return Stamp(
        form=fit.form,
        turns=fit.turns,
        found=fit.found,
        ticked=_ticked(picture, fit),
        printed=picture.box(max(min(across), 0.0), max(min(down), 0.0), max(*across, 0.0), max(*down, 0.0)),
        row=abs(fit.size) / picture.scale,
        upright=_window(picture, fit, fit.form.whole),
    )


def _fits(picture: Picture) -> Iterator[_Fit]:
    for turns, found in enumerate(brackets(picture)):
        needed = FEWEST + len(found) // BESIDE
        if len(found) <= MOST:
            for form in FORMS:
                fit = _fitted(found, form, turns)
                if fit is not None and fit.found >= needed:
                    yield fit


def _fitted(found: Brackets, form: Form, turns: int) -> _Fit | None:
    """The form where most brackets lie in place."""
    turn = 1j**turns
    opens, closes = form.openings * turn, (form.openings + form.gap) * turn
    tried = [
        _hypotheses(found.opening, found.heights_opening, opens),
        _hypotheses(found.closing, found.heights_closing, closes),
    ]
    sizes = np.concatenate([sizes for sizes, _ in tried])
    origins = np.concatenate([origins for _, origins in tried])
    if not len(sizes):
        return None
    met = np.zeros(len(sizes), np.int64)
    for expected, places in ((opens, found.opening), (closes, found.closing)):
        for place in expected if len(places) else ():
            met += _met(sizes * place + origins, places, NEAR * np.abs(sizes))
    best = int(met.argmax())
    fit = _Fit(form, turns, int(met[best]), complex(sizes[best]) * turn, complex(origins[best]))
    return fit if _inside(fit, found) <= FOREIGN * fit.found else None


def _inside(fit: _Fit, found: Brackets) -> int:
    """How many brackets lie within a form's bounds."""
    left, top, right, bottom = fit.form.whole
    places = (np.concatenate((found.opening, found.closing)) - fit.origin) / fit.size
    inside = (places.real > left) & (places.real < right) & (places.imag > top) & (places.imag < bottom)
    return int(inside.sum())


def _hypotheses(places: Places, heights: NDArray[np.float64], expected: Places) -> tuple[Places, Places]:
    """Every way to lay two brackets of a form on two that were found: size and turn, and origin."""
    alike = (heights[:, None] < ALIKE * heights) & (heights < ALIKE * heights[:, None])
    reach = float(np.abs(expected[:, None] - expected).max()) * HIGHER
    steps = places - places[:, None]
    one, other = np.nonzero(alike & (np.abs(steps) > LOWER * APART * heights) & (np.abs(steps) < reach * heights))
    first, second = np.nonzero(np.abs(expected[:, None] - expected) > APART)
    sizes = steps[one, other][:, None] / (expected[second] - expected[first])
    relative = np.abs(sizes) / ((heights[one] + heights[other]) / 2)[:, None]
    pair, drawn = np.nonzero((relative > LOWER) & (relative < HIGHER) & (np.abs(np.angle(sizes)) < ASKEW))
    chosen = sizes[pair, drawn]
    return chosen, places[one[pair]] - chosen * expected[first[drawn]]


def _met(expected: Places, places: Places, near: NDArray[np.float64]) -> _Counts:
    """Whether a bracket lies near each expected place: 1 or 0."""
    parts = [
        np.abs(expected[start : start + AT_ONCE, None] - places).min(axis=1) < near[start : start + AT_ONCE]
        for start in range(0, len(expected), AT_ONCE)
    ]
    return np.concatenate(parts).astype(np.int64)


def _window(picture: Picture, fit: _Fit, bounds: tuple[float, float, float, float]) -> Pixels:
    """The pixels of a part of a form, upright and not askew, `UPRIGHT` to the height of a bracket."""
    left, top, right, bottom = bounds
    shape = (math.ceil((right - left) * UPRIGHT), math.ceil((bottom - top) * UPRIGHT))
    size, origin = fit.size / UPRIGHT, fit.place(left, top)
    back = np.array([[size.real, -size.imag, origin.real], [size.imag, size.real, origin.imag]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(picture.gray, back, shape, flags=flags, borderValue=WHITE)
    return np.asarray(warped, dtype=np.uint8)


def _ticked(picture: Picture, fit: _Fit) -> tuple[Choice, ...]:
    """The choices whose brackets hold a pen's strokes; none where none of the first group does."""
    filled = [[_filled(picture, fit, choice) for choice in group] for group in fit.form.groups]
    # A thin stroke is a tick beside whatever blots there are; only where none is, a thick one, or one with a dot in it.
    for measure in (0, 1):
        clear = [_clear([both[measure] for both in group]) for group in filled]
        if clear[0] is not None:
            return tuple(group[index] for group, index in zip(fit.form.groups, clear, strict=True) if index is not None)
    return ()


def _clear(strokes: list[float]) -> int | None:
    """Which of a group has strokes, where it is one."""
    most, *others = sorted(strokes, reverse=True)
    return strokes.index(most) if most >= TICK and most >= CLEAR * others[0] else None


def _filled(picture: Picture, fit: _Fit, choice: Choice) -> tuple[float, float]:
    """How much of the inside of a choice's bracket is thin strokes, and how much is ink but for punched dots."""
    pad = 1.0
    inside = (choice.across + 0.25, choice.down - 0.55, choice.across + fit.form.gap - 0.25, choice.down + 0.55)
    window = _window(picture, fit, (inside[0] - pad, inside[1] - pad, inside[2] + pad, inside[3] + pad))
    ink = (window < INK).astype(np.uint8)
    thick = max(3, round(STROKE * picture.dpi * UPRIGHT / abs(fit.size)))
    dots = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thick, thick)))
    strokes = cv2.subtract(ink, cv2.dilate(dots, np.ones((3, 3), np.uint8)))
    edge = round(pad * UPRIGHT)
    middle = np.s_[edge:-edge, edge:-edge]
    return float(np.mean(strokes[middle])), float(np.mean(_without_dots(ink[middle], DOT * thick / STROKE)))


def _without_dots(ink: Pixels, largest: float) -> Pixels:
    """Ink without its pieces that are round and small."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    _, _, wide, high, area = stats.T
    longer = np.maximum(wide, high)
    dots = (longer <= largest) & (area >= ROUND * longer * longer)
    dots[0] = True  # the ground
    return np.asarray(~dots[labels], dtype=np.uint8)
