"""The edges of filled areas: straight as a redaction's are, or those of film, of a blot, of a letter, of a drawing."""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.tones import Area

# The part of its own upright rectangle that a box fills; scans round corners and fray sides.
FULL = 0.84
# The part of its circle that a punched hole or a blot fills; a square fills 0.64.
ROUND = 0.8
# The same where only notches are missing, and for what is convex around it.
NOTCHED, HULL = 0.76, 0.92
# The same for a block of a marker pen, whose ends are round and whose sides wave.
MARKED = 0.76
# Pages are scanned at most so far from upright, in degrees.
SKEW = 3.0
# The part of an outline that runs level or upright in stepped shapes; photographs and logos have 0.3 to 0.7.
STRAIGHT = 0.86
# Darker than this is the inside of a black box, in scans too.
INSIDE = 110
# The part of a side that has paper without; rules and boxes that touch it take the rest.
CLEAR = 0.7
# How far the edge of a pen's block may waver, in inches.
WAVE = 0.04


Line = NDArray[np.float64]


def is_boxed(area: Area, picture: Picture) -> bool:
    """Whether the area has the outline of something that somebody drew over text."""
    if _at_the_border(area, picture) or is_sliver(area, picture) or not _outlined(area, picture):
        return False
    return area.make is not Make.BLACK or (_is_clean(area, picture) and not _goes_on(area, picture))


def bands(area: Area, picture: Picture) -> list[Area]:
    """The boxes one above the other that a ragged area is made of; the area itself where its bounds are mostly full."""
    if area.mask.mean() >= 0.75 or _is_rectangle(_outline(area)):
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
    for top, bottom in pairwise(cuts):
        left, right = int(np.median(first[top:bottom])), int(np.median(last[top:bottom]))
        if (bottom - top) * area.step >= picture.inches(0.07) and right > left:
            found.append(part_of(area, left, top, right, bottom))
    return found


def fitted(area: Area, picture: Picture) -> Area:
    """The area with its sides where the picture's own pixels change from its tone to the paper's."""
    if area.mask.mean() < 0.9:
        return area
    reach = min(3 * area.step, area.height // 3, area.width // 3)
    left, top = max(area.left - reach, 0), max(area.top - reach, 0)
    part = picture.gray[top : area.bottom + reach, left : area.right + reach]
    near = np.abs(part.astype(np.int16) - area.tone) <= max(0.5 * abs(area.paper - area.tone), 12)
    down, across = area.top - top, area.left - left
    rows = near[:, across + reach : across + area.width - reach].mean(axis=1) > 0.5
    columns = near[down + reach : down + area.height - reach].mean(axis=0) > 0.5
    place = (left + _outmost(columns, across, area.step), top + _outmost(rows, down, area.step))
    across, down = len(columns) - across - area.width, len(rows) - down - area.height
    right = left + len(columns) - _outmost(columns[::-1], across, area.step)
    bottom = top + len(rows) - _outmost(rows[::-1], down, area.step)
    return Area(*place, right, bottom, area.make, area.tone, area.paper, area.mask, area.step)


def _outmost(near: Line, edge: int, step: int) -> int:
    """Where the tone ends, going outward from a little inside of a rough edge."""
    for start in range(edge + step, min(edge + 3 * step, len(near))):
        if near[start]:
            while start > 0 and near[start - 1]:
                start -= 1
            return start
    return edge


def part_of(area: Area, left: int, top: int, right: int, bottom: int) -> Area:
    """A rectangle of an area's shape, in pixels of the shape, as an area of its own."""
    step = area.step
    mask = np.ascontiguousarray(area.mask[top:bottom, left:right])
    place = (area.left + left * step, area.top + top * step, area.left + right * step, area.top + bottom * step)
    return Area(*place, area.make, area.tone, area.paper, mask, step)


def _at_the_border(area: Area, picture: Picture) -> bool:
    """Whether the area lies along an edge of the picture, as film and scanner lids do.

    A box of one line that begins at a cut margin touches the edge with its short side only.
    """
    near, far = picture.inches(0.04), picture.inches(0.2)
    levels = min(area.top, picture.height - area.bottom)
    sides = min(area.left, picture.width - area.right)
    if levels <= near or (levels <= far and area.width > 0.25 * picture.width):
        return True
    if sides <= far and area.height > 0.25 * picture.height:
        return True
    return sides <= near and (area.height > picture.inches(0.4) or area.width < 2 * area.height)


def _is_clean(area: Area, picture: Picture) -> bool:
    """Whether three sides or more are black within and light without, as smears and dark film are not."""
    rows = area.mask > 0
    near = (picture.inches(0.015), picture.inches(0.03))
    corner, turned = (area.left, area.top), (area.top, area.left)
    levels = [_is_clear(rows, picture.gray, corner, area.step, edge * np.array(near)) for edge in (-1, 1)]
    uprights = [_is_clear(rows.T, picture.gray.T, turned, area.step, edge * np.array(near)) for edge in (-1, 1)]
    if area.mask.mean() < 0.9:
        # The short sides of what lies askew are lost among the steps of the long ones.
        return all(levels if area.width >= area.height else uprights)
    return sum(levels) + sum(uprights) >= 3


def _is_clear(
    mask: NDArray[np.bool_], gray: Pixels, corner: tuple[int, int], step: int, outward: NDArray[np.int64]
) -> bool:
    """Whether a shape's upper side, or its lower one where `outward` is positive, is black within and light without."""
    edge = len(mask) - mask[::-1].argmax(axis=0) if outward[0] > 0 else mask.argmax(axis=0)
    across = np.minimum(corner[0] + np.arange(mask.shape[1]) * step + step // 2, gray.shape[1] - 1)
    lines = corner[1] + edge * step
    within = gray[np.clip(lines - outward[1], 0, len(gray) - 1), across]
    # Boxes of consecutive lines are 0.02 apart: paper at one of two distances is enough.
    without = [gray[np.clip(lines + distance, 0, len(gray) - 1), across] for distance in outward]
    return bool((within < INSIDE).mean() > 0.9 and (np.maximum(*without) > INSIDE).mean() > CLEAR)


def _goes_on(area: Area, picture: Picture) -> bool:
    """Whether black goes on beyond the area: both ends of a side are prolonged, or a small area has black around it.

    So a ribbon goes on around the white arms on it, and a stroke of a large letter into the others.
    """
    reach, end = picture.inches(0.06), picture.inches(0.012)
    left, top = max(area.left - reach, 0), max(area.top - reach, 0)
    dark = picture.gray[top : area.bottom + reach, left : area.right + reach] < 100
    x0, y0 = area.left - left, area.top - top
    x1, y1 = x0 + area.width, y0 + area.height
    levels = [dark[: max(y0 - 2, 0), x0:x1][::-1], dark[y1 + 2 :, x0:x1]]
    uprights = [dark[y0:y1, : max(x0 - 2, 0)].T[::-1], dark[y0:y1, x1 + 2 :].T]
    for side in levels + uprights:
        if not side.size:
            continue
        if side[:, 1 : 1 + end].mean() > 0.85 and side[:, -1 - end : -1].mean() > 0.85:
            return True
        if area.width < picture.inches(0.35) and side[: picture.inches(0.02)].mean() > 0.3:
            return True
    return False


def is_sliver(area: Area, picture: Picture) -> bool:
    """Whether the area is too thin or too small for covered text: a rule, a bar, a bullet, a letter's stem."""
    width, height = area.width / picture.dpi, area.height / picture.dpi
    if area.mask.mean() < FULL:
        # Of what lies askew its own sides count.
        _, sides, _ = cv2.minAreaRect(_outline(area))
        longer, shorter = (max(sides) * area.step / picture.dpi, min(sides) * area.step / picture.dpi)
        width, height = (longer, shorter) if width >= height else (shorter, longer)
    if height < 0.085 and (area.make is not Make.BLACK or width > 12 * height):
        return True
    # Heavy rules of forms run over the page, 0.1 high.
    if height < 0.11 and width > 45 * height:
        return True
    # One letter of 8 points takes 0.012 square inches; check boxes, bullets and icons are as high as wide.
    if height < 0.078 or width < 0.1 or width * height < 0.012 or (width < 1.25 * height and height < 0.3):
        return True
    # Upright strips: film, page edges, colour bars, the ribbon of a letterhead's mark.
    return height > 2.5 * width and (width < 0.25 or height > 2.0)


def _outlined(area: Area, picture: Picture) -> bool:
    outline = _outline(area)
    _, radius = cv2.minEnclosingCircle(outline)
    if cv2.contourArea(outline) > ROUND * np.pi * radius**2:
        return False
    return _is_rectangle(outline) or _penned(area, picture) or _stepped(outline, picture.dpi / area.step)


def _outline(area: Area) -> Pixels:
    outlines, _ = cv2.findContours(np.pad(area.mask, 1), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return np.asarray(max(outlines, key=cv2.contourArea))


def _is_rectangle(outline: Pixels) -> bool:
    """Whether an outline is that of a rectangle, no more askew than a page is scanned."""
    _, (across, down), angle = cv2.minAreaRect(outline)
    turn = min(angle % 90, 90 - angle % 90)
    full, filled = across * down, cv2.contourArea(outline)
    # A label that touches a side leaves a notch.
    notched = cv2.contourArea(cv2.convexHull(outline)) >= HULL * full and filled >= NOTCHED * full
    return turn <= SKEW and (filled >= FULL * full or notched)


def _stepped(outline: Pixels, unit: float) -> bool:
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
    outline = _outline(area)
    _, (across, down), _ = cv2.minAreaRect(outline)
    if cv2.contourArea(outline) < MARKED * across * down:
        return False
    rows = area.mask > 0
    inner = slice(area.mask.shape[1] // 10, area.mask.shape[1] - area.mask.shape[1] // 10)
    tops = rows.argmax(axis=0)[inner]
    bottoms = area.mask.shape[0] - rows[::-1].argmax(axis=0)[inner]
    limit = WAVE * picture.dpi / area.step
    return all(float(np.std(edge - _slope(edge))) <= limit for edge in (tops.astype(float), bottoms.astype(float)))


def _slope(edge: Line) -> Line:
    """The straight line nearest to an edge."""
    along = np.arange(len(edge), dtype=float)
    return np.asarray(np.polyval(np.polyfit(along, edge, 1), along), dtype=float)
