"""Redactions burned into a picture as filled boxes: black, gray, coloured, or gray made of dots."""

from collections.abc import Sequence

import cv2
import numpy as np

from redaudit.layout.layers import Placed
from redaudit.layout.raster.apart import apart
from redaudit.layout.raster.burned import Burned, Make
from redaudit.layout.raster.company import standing_alone
from redaudit.layout.raster.contents import Content, content_of
from redaudit.layout.raster.edges import bands, fitted, is_boxed, is_sliver
from redaudit.layout.raster.halftone import dotted_areas
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.tones import COARSE, FINE, Area, black_areas, tinted_areas, view

# The part of a black box without a label that is black: 0.96 and more; of dirty film and smeared stamps 0.85 to 0.92.
SOLID = 0.945
# Lighter than this beside the paper, an area without a code is a form's shading.
SHADING = 40


def filled(picture: Picture, words: Sequence[Placed]) -> list[Burned]:
    """The filled boxes that hide something, from the top of the page down; no page edge, shading, heading or logo."""
    coarse, fine = view(picture, COARSE), view(picture, FINE)
    areas: list[Area] = []
    for area in [*tinted_areas(fine), *black_areas(coarse), *dotted_areas(coarse, fine)]:
        if not _covered(area, areas):
            areas.append(area)
    areas = [fitted(area, picture) for area in areas]
    boxed = [area for area in areas if is_boxed(area, picture)]
    found: list[Burned] = []
    for area in standing_alone(boxed, areas, coarse, picture):
        if _hides(area, picture, words):
            parts = [fitted(part, picture) for band in bands(area, picture) for part in apart(band, picture)]
            whole = [part for part in parts if not is_sliver(part, picture)]
            # Black letters have stems; gray steps may hang on the bar of a quotation.
            if area.make is not Make.BLACK or len(whole) == len(parts):
                found += [
                    Burned(picture.box(part.left, part.top, part.right, part.bottom), part.make) for part in whole
                ]
    return sorted(found, key=lambda burned: (burned.box.top, burned.box.x0))


def _hides(area: Area, picture: Picture, words: Sequence[Placed]) -> bool:
    """Whether the area covers text, and is not what text or a drawing stands on."""
    content = content_of(area, picture, words)
    if content is Content.NOTHING:
        if area.make is Make.BLACK:
            return _share_of_black(area, picture) >= SOLID
        return area.make is Make.COLOURED or area.paper - area.tone >= SHADING
    return content is Content.LABEL


def _share_of_black(area: Area, picture: Picture) -> float:
    part = picture.gray[area.top : area.bottom, area.left : area.right]
    shape = cv2.resize(area.mask, (part.shape[1], part.shape[0]), interpolation=cv2.INTER_NEAREST)
    rim = 2 * picture.inches(0.015) + 1
    inside = cv2.erode(np.pad(shape, 1), np.ones((rim, rim), np.uint8))[1:-1, 1:-1] > 0
    return float((part[inside] < 110).mean()) if inside.any() else 0.0


def _covered(area: Area, others: list[Area]) -> bool:
    """Whether another area takes up most of this one."""
    size = area.width * area.height
    for other in others:
        across = min(area.right, other.right) - max(area.left, other.left)
        down = min(area.bottom, other.bottom) - max(area.top, other.top)
        if across > 0 and down > 0 and across * down > 0.5 * size:
            return True
    return False
