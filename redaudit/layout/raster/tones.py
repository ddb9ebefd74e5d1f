"""Areas of a page filled with one tone: black, a gray or a colour."""

from typing import NamedTuple

import cv2
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.picture import Picture, Pixels

# Tones are looked for at about this resolution, fine enough for the rim of a gray box around its label.
FINE = 180
# Black and dotted fills are looked for at about this resolution: their letters and dots melt, their boxes stay.
COARSE = 90

# Darker than this when seen coarsely is a black fill; scanned fills reach 60, body text melts to 100 and more.
BLACK = 92
# Darker than this a flat area is black and no gray; dark blues and reds go further down.
DARK = 50
# A tint differs at least so much from the paper; JPEG's own dirt stays below 12.
TINT = 14
# A tint varies at most so much between neighbours, after smoothing.
EVEN = 16
# Pixels of one fill are at most so far from its tone.
NEAR = 20
# Colours at least this far from gray are coloured; scanned grays stay below 20.
CHROMA = 36

# The least height and width of a fill, in inches: text of 6 points is covered by 0.07.
LEAST_HEIGHT = 0.065
LEAST_WIDTH = 0.09


@frozen(eq=False)
class Area:
    """A filled area: its bounds in pixels of the picture, its shape coarsely, its make, its tone and the paper's.

    `mask` is 1 where the area is, over the bounds, each of its pixels `step` pixels of the picture wide.
    """

    left: int
    top: int
    right: int
    bottom: int
    make: Make
    tone: int
    paper: int
    mask: Pixels = field(repr=False)
    step: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top


class View(NamedTuple):
    """A picture reduced by a whole number."""

    gray: Pixels
    colour: Pixels | None
    step: int
    unit: float

    def inches(self, length: float) -> int:
        """A length in inches of paper as pixels of the view, at least one."""
        return max(1, round(length * self.unit))


def view(picture: Picture, resolution: float) -> View:
    """The picture reduced by averaging to about a resolution, never below it by more than a third."""
    step = max(1, round(picture.dpi / resolution))
    if step == 1:
        return View(picture.gray, picture.colour, 1, picture.dpi)
    size = (picture.width // step, picture.height // step)
    trimmed = (slice(0, size[1] * step), slice(0, size[0] * step))
    gray = cv2.resize(picture.gray[trimmed], size, interpolation=cv2.INTER_AREA)
    colour = None
    if picture.colour is not None:
        colour = cv2.resize(picture.colour[trimmed], size, interpolation=cv2.INTER_AREA)
    return View(as_bytes(gray), None if colour is None else as_bytes(colour), step, picture.dpi / step)


def paper_of(gray: Pixels) -> int:
    """The gray of the paper: the most frequent of the brighter grays."""
    counts = np.bincount(gray[::4, ::4].ravel(), minlength=256)
    return int(counts[BLACK + TINT :].argmax()) + BLACK + TINT


def black_areas(coarse: View) -> list[Area]:
    """The areas filled with black, labels in them included."""
    dark = as_bytes(cv2.inRange(coarse.gray, np.array(0), np.array(BLACK)))
    # Strips of a rim that a label leaves; then what lies between a rim's top and its bottom, as high as one line.
    strips = opened(dark, coarse.inches(0.1), coarse.inches(0.025))
    if not strips.any():
        return []
    joined = closed(strips, 1, coarse.inches(0.13))
    solid = opened(joined, coarse.inches(LEAST_WIDTH), coarse.inches(LEAST_HEIGHT))
    paper = paper_of(coarse.gray)
    found = []
    for left, top, right, bottom, mask in pieces(solid, coarse):
        black = (dark[top:bottom, left:right] > 0) & (mask > 0)
        for first, last in _runs(_rows_of_fill(black, mask)):
            part = opened(mask[first:last], coarse.inches(LEAST_WIDTH), coarse.inches(LEAST_HEIGHT))
            for x0, y0, x1, y1, shape in pieces(part, coarse):
                # A label box is more than half black even where its white letters are bold; rows of text are not.
                if black[first + y0 : first + y1, x0:x1][shape > 0].mean() > 0.55:
                    place = (left + x0, top + first + y0, left + x1, top + first + y1)
                    if make := _make(coarse, place, shape):
                        found.append(area_at(coarse, place, shape, make, (0, paper)))
    return found


def _make(coarse: View, place: tuple[int, int, int, int], shape: Pixels) -> Make | None:
    """Black, or one of the darker colours; None for several."""
    if coarse.colour is None:
        return Make.BLACK
    left, top, right, bottom = place
    pixels = coarse.colour[top:bottom, left:right][shape > 0].astype(np.int16)
    tone = np.median(pixels, axis=0)
    if np.ptp(tone) < CHROMA:
        return Make.BLACK
    return Make.COLOURED if (np.abs(pixels - tone).max(axis=1) <= 2 * NEAR).mean() > 0.8 else None


def _rows_of_fill(black: NDArray[np.bool_], mask: Pixels) -> NDArray[np.bool_]:
    """Which rows of a piece belong to a fill: mostly black, or black at both ends, as a label's letters leave it."""
    rows = np.arange(len(mask))
    first, last = mask.argmax(axis=1), mask.shape[1] - 1 - mask[:, ::-1].argmax(axis=1)
    ends = black[rows, np.minimum(first + 2, last)] & black[rows, np.maximum(last - 2, first)]
    share = black.sum(axis=1) / np.maximum(mask.sum(axis=1), 1)
    return np.asarray((share > 0.3) | (ends & (share > 0.08)))


def tinted_areas(fine: View) -> list[Area]:
    """The areas filled with one gray or colour."""
    paper = paper_of(fine.gray)
    tinted = as_bytes(cv2.inRange(fine.gray, np.array(0), np.array(max(paper - TINT, 1))))
    flat = _flat(fine.gray) & tinted
    half = View(
        fine.gray[::2, ::2], None if fine.colour is None else fine.colour[::2, ::2], fine.step * 2, fine.unit / 2
    )
    seeds = flat[::2, ::2].copy()
    seeds[half.gray < DARK] = 0
    if half.colour is not None:
        _keep_dark_colours(seeds, flat[::2, ::2], half)
    if not opened(seeds, half.inches(0.02), half.inches(0.02)).any():
        return []
    joined = closed(tinted, *2 * (fine.inches(0.027),))[::2, ::2].copy()
    solid = opened(joined, *2 * (half.inches(0.055),))
    found = []
    for piece in pieces(solid, half):
        found += _toned(half, seeds, piece, paper)
    return found


def _keep_dark_colours(seeds: Pixels, flat: Pixels, half: View) -> None:
    """Among the dark pixels those of a strong colour are seeds after all."""
    rows, columns = np.nonzero((flat > 0) & (half.gray < DARK))
    if half.colour is not None and len(rows):
        strong = np.ptp(half.colour[rows, columns].astype(np.int16), axis=1) >= 2 * CHROMA
        seeds[rows[strong], columns[strong]] = 255


def _toned(half: View, seeds: Pixels, piece: tuple[int, int, int, int, Pixels], paper: int) -> list[Area]:
    """The areas of one tone that a piece holds, without the letters that touch it; none where colours meet."""
    left, top, right, bottom, mask = piece
    place = (slice(top, bottom), slice(left, right))
    seen = (seeds[place] > 0) & (mask > 0)
    least = half.inches(LEAST_WIDTH) * half.inches(LEAST_HEIGHT) // 4
    tones = _tones(half.gray[place][seen], least)
    pixels = (half.gray if half.colour is None else half.colour)[place].astype(np.int16)
    gap, reach = half.inches(0.03), half.inches(0.07)
    found = []
    for gray in tones:
        of_tone = seen & (np.abs(half.gray[place].astype(np.int16) - gray) <= NEAR)
        tone = np.median(pixels[of_tone], axis=0)
        make = Make.COLOURED if tone.ndim and np.ptp(tone) >= CHROMA else Make.GRAY
        if make is Make.COLOURED and len(tones) > 1:
            return []
        near = np.abs(pixels - tone).reshape(*mask.shape, -1).max(axis=2) <= NEAR
        thick = opened(as_bytes((near & (mask > 0)) * 255), 3, 3)
        whole = opened(closed(thick, reach, reach) & (mask * 255), gap, gap)
        for x0, y0, x1, y1, part in pieces(whole, half):
            if of_tone[y0:y1, x0:x1][part > 0].mean() > 0.25:
                found.append(area_at(half, (left + x0, top + y0, left + x1, top + y1), part, make, (gray, paper)))
    return found


def _tones(grays: Pixels, least: int) -> list[int]:
    """The grays that many pixels have, one for those near each other; the most frequent first."""
    counts = np.bincount(grays, minlength=256)
    found: list[int] = []
    while counts.any() and len(found) < 4:
        gray = int(np.convolve(counts, np.ones(9, dtype=np.int64), "same").argmax())
        around = slice(max(gray - NEAR // 2, 0), gray + NEAR // 2 + 1)
        if counts[around].sum() < max(least, len(grays) // 20):
            break
        found.append(gray)
        counts[around] = 0
    return found


def _flat(gray: Pixels) -> Pixels:
    """255 where a pixel and its neighbours are of one tone."""
    change = cv2.morphologyEx(gray, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return as_bytes(cv2.inRange(change, np.array(0), np.array(EVEN)))


def _runs(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches of marked places, half open."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in steps.reshape(-1, 2)]


def pieces(solid: Pixels, seen: View) -> list[tuple[int, int, int, int, Pixels]]:
    """The connected pieces that are large enough: left, top, right, bottom and their shape."""
    # Measuring takes as long for bare paper as for ink: only what lies within the bounds of all is measured.
    x0, y0, wide, high = cv2.boundingRect(solid)
    if not wide:
        return []
    part = solid[y0 : y0 + high, x0 : x0 + wide]
    count, numbers, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=4)
    found = []
    for number in range(1, count):
        left, top, width, height = (int(value) for value in stats[number, :4])
        if width < seen.inches(LEAST_WIDTH) or height < seen.inches(LEAST_HEIGHT):
            continue
        mask = numbers[top : top + height, left : left + width] == number
        found.append((x0 + left, y0 + top, x0 + left + width, y0 + top + height, as_bytes(mask)))
    return found


def area_at(seen: View, place: tuple[int, int, int, int], mask: Pixels, make: Make, tones: tuple[int, int]) -> Area:
    """The area at a place of a view; holes that letters leave in its shape are filled."""
    left, top, right, bottom = (value * seen.step for value in place)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    whole = as_bytes(cv2.drawContours(np.zeros_like(mask), outlines, -1, (1,), cv2.FILLED))
    return Area(left, top, right, bottom, make, tones[0], tones[1], whole, seen.step)


def opened(mask: Pixels, across: int, down: int) -> Pixels:
    """The mask without what is narrower or lower than a window."""
    return as_bytes(cv2.morphologyEx(mask, cv2.MORPH_OPEN, _window(across, down)))


def closed(mask: Pixels, across: int, down: int) -> Pixels:
    """The mask with its holes and gaps filled that are narrower or lower than a window."""
    return as_bytes(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _window(across, down)))


def _window(across: int, down: int) -> Pixels:
    """A window of odd sides: OpenCV moves what it opens with even ones."""
    return np.ones((down | 1, across | 1), np.uint8)


def as_bytes(pixels: NDArray[np.generic]) -> Pixels:
    """Pixels as OpenCV takes and gives them."""
    return np.asarray(pixels, dtype=np.uint8)
