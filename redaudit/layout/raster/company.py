"""Filled areas among their neighbours: what is a piece of a letter, a logo or a chart shows by what is beside it."""

import cv2
import numpy as np

from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.tones import BLACK, Area, View, opened

# Of the solid black that hangs together with an area, so much of the area's own size may lie outside of boxes.
REST = 0.3


def standing_alone(boxed: list[Area], areas: list[Area], coarse: View, picture: Picture) -> list[Area]:
    """Those of the boxed areas that are no piece of a larger black shape, of a many-coloured mark, of a bar chart."""
    whole = _not_of_letters(boxed, coarse)
    return [
        area for area in whole if not _abuts_another_tone(area, areas, picture) and not _is_bar(area, whole, picture)
    ]


def _not_of_letters(boxed: list[Area], coarse: View) -> list[Area]:
    """The areas without the bars of display letters and the ribbons that go on around a coat of arms."""
    if not any(area.make is Make.BLACK for area in boxed):
        return boxed
    dark = np.asarray(cv2.inRange(coarse.gray, np.array(0), np.array(BLACK)), dtype=np.uint8)
    _, numbers = cv2.connectedComponents(dark, connectivity=8)
    solid = opened(dark, coarse.inches(0.05), coarse.inches(0.05)) > 0
    slack = coarse.inches(0.03)
    for area in boxed:
        left, top, right, bottom = (value // coarse.step for value in (area.left, area.top, area.right, area.bottom))
        solid[max(top - slack, 0) : bottom + slack, max(left - slack, 0) : right + slack] = False
    rest = np.bincount(numbers[solid].ravel(), minlength=int(numbers.max()) + 1)
    return [area for area in boxed if area.make is not Make.BLACK or _rest(area, numbers, rest, coarse) <= REST]


def _rest(area: Area, numbers: "cv2.typing.MatLike", rest: "cv2.typing.MatLike", coarse: View) -> float:
    """How much solid black hangs together with an area, beside its own size."""
    left, top, right, bottom = (value // coarse.step for value in (area.left, area.top, area.right, area.bottom))
    inside = np.asarray(numbers[top:bottom, left:right], dtype=np.int64)
    own = np.bincount(inside[inside > 0].ravel()) if (inside > 0).any() else np.zeros(1, dtype=np.int64)
    return float(rest[int(own.argmax())]) / max(inside.size, 1) if own.any() else 0.0


def _abuts_another_tone(area: Area, areas: list[Area], picture: Picture) -> bool:
    """Whether an area shares half a side with one of another colour, as in logos; gray beside gray is a form's."""
    reach = picture.inches(0.025)
    for other in areas:
        if other is area or (other.make is area.make and abs(other.tone - area.tone) < 40):
            continue
        if other.make is Make.GRAY and area.make is Make.GRAY:
            continue
        down = min(area.bottom, other.bottom) - max(area.top, other.top)
        across = min(area.right, other.right) - max(area.left, other.left)
        beside = across >= -reach and down > 0.5 * min(area.height, other.height)
        below = down >= -reach and across > 0.5 * min(area.width, other.width)
        if beside or below:
            return True
    return False


def _is_bar(area: Area, areas: list[Area], picture: Picture) -> bool:
    """Whether an area stands with two others of its width on one level and is higher than wide: a bar of a chart."""
    near = picture.inches(0.06)
    if area.height < 1.2 * area.width:
        return False
    beside = [
        other
        for other in areas
        if abs(other.bottom - area.bottom) <= 2 * near
        and abs(other.width - area.width) <= near
        and abs(other.left - area.left) > near
    ]
    return len(beside) >= 2
