"""The edges of filled areas: straight as a redaction's are, or a film's border, a blot, a letter, a piece of a drawing."""

import cv2
import numpy as np

from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.tones import Area

# The part of its own upright rectangle that a box fills; scans round corners and fray sides.
FULL = 0.84
# The same for a block of a marker pen, whose ends are round and whose sides wave.
MARKED = 0.76
# Pages are scanned at most so far from upright, in degrees.
SKEW = 3.0
# The part of an outline that runs level or upright in stepped shapes; photographs and logos have 0.3 to 0.7.
STRAIGHT = 0.86
# How far the edge of a pen's block may waver, in inches.
WAVE = 0.04


def is_boxed(area: Area, picture: Picture) -> bool:
    """Whether the area has the outline of something that somebody drew over text."""
    return not _at_the_border(area, picture) and not _sliver(area, picture) and _outlined(area, picture)


def bands(area: Area, picture: Picture) -> list[Area]:
    """The boxes one above the other that a ragged area is made of; the area itself where its bounds are mostly full."""
    if area.mask.mean() >= 0.6:
        return [area]
    rows = area.mask > 0
    first, last = rows.argmax(axis=1), area.mask.shape[1] - rows[:, ::-1].argmax(axis=1)
    slack = max(1, round(0.06 * picture.dpi / area.step))
    cuts = [0]
    for row in range(1, len(rows)):
        if abs(int(first[row]) - int(first[cuts[-1]])) > slack or abs(int(last[row]) - int(last[cuts[-1]])) > slack:
            cuts.append(row)
    cuts.append(len(rows))
    found = []
    for top, bottom in zip(cuts, cuts[1:], strict=False):
        left, right = int(np.median(first[top:bottom])), int(np.median(last[top:bottom]))
        if (bottom - top) * area.step >= picture.inches(0.07) and right > left:
            found.append(_part(area, left, top, right, bottom))
    return found


def _part(area: Area, left: int, top: int, right: int, bottom: int) -> Area:
    step = area.step
    mask = np.ascontiguousarray(area.mask[top:bottom, left:right])
    place = (area.left + left * step, area.top + top * step, area.left + right * step, area.top + bottom * step)
    return Area(*place, area.make, area.tone, area.paper, mask, step)


def _at_the_border(area: Area, picture: Picture) -> bool:
    """Whether the area lies along an edge of the picture, as film and scanner lids do.

    A box of one line that begins at a cut margin touches the edge with its short side only.
    """
    near = picture.inches(0.04)
    sides = (area.left <= near, area.right >= picture.width - near)
    levels = (area.top <= near, area.bottom >= picture.height - near)
    if any(levels):
        return True
    return any(sides) and (area.height > picture.inches(0.4) or area.width < 2 * area.height)


def _sliver(area: Area, picture: Picture) -> bool:
    """Whether the area is too thin or too small for covered text: a rule, a bar, a bullet, a letter's stem."""
    width, height = area.width / picture.dpi, area.height / picture.dpi
    if height < 0.085 and (area.make is not Make.BLACK or width > 12 * height):
        return True
    if width < 0.17 and height < 0.2 and width < 1.4 * height:
        return True
    # Upright strips: film, page edges, colour bars, the ribbon of a letterhead's mark.
    return height > 2.5 * width and (width < 0.25 or height > 2.0)


def _outlined(area: Area, picture: Picture) -> bool:
    padded = np.pad(area.mask, 1)
    outlines, _ = cv2.findContours(padded, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=cv2.contourArea)
    filled = cv2.contourArea(outline)
    (_, _), (across, down), angle = cv2.minAreaRect(outline)
    turn = min(angle % 90, 90 - angle % 90)
    # The outline runs through the middles of the border pixels: half a pixel is lost on each side.
    full = filled / max(across * down, 1.0)
    if turn <= SKEW and full >= FULL:
        return True
    return _penned(area, picture) or _stepped(outline, picture.dpi / area.step)


def _stepped(outline: np.ndarray, unit: float) -> bool:
    """Whether an outline runs level and upright, allowing for the skew of the page."""
    corners = cv2.approxPolyDP(outline, 0.025 * unit, closed=True)[:, 0, :].astype(float)
    if len(corners) < 4 or len(corners) > 32:
        return False
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    slope = np.minimum(np.abs(sides[:, 0]), np.abs(sides[:, 1]))
    square = slope <= np.maximum(np.tan(np.radians(SKEW + 1)) * lengths, 1.0)
    longer = lengths > 0.05 * unit
    return float(lengths[square & longer].sum()) >= STRAIGHT * float(lengths.sum())


def _penned(area: Area, picture: Picture) -> bool:
    """Whether the area is a block of a marker pen: along a line of text, its upper and lower edges nearly level."""
    if area.make is not Make.BLACK or area.width < 1.8 * area.height or area.height > picture.inches(0.7):
        return False
    if area.mask.mean() < MARKED:
        return False
    rows = area.mask > 0
    inner = slice(area.mask.shape[1] // 10, area.mask.shape[1] - area.mask.shape[1] // 10)
    tops = rows.argmax(axis=0)[inner]
    bottoms = area.mask.shape[0] - rows[::-1].argmax(axis=0)[inner]
    limit = WAVE * picture.dpi / area.step
    return all(float(np.std(edge - _slope(edge))) <= limit for edge in (tops, bottoms))


def _slope(edge: np.ndarray) -> np.ndarray:
    """The straight line nearest to an edge."""
    along = np.arange(len(edge))
    return np.asarray(np.polyval(np.polyfit(along, edge, 1), along))
