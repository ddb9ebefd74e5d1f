"""Areas of a page filled with a gray made of black dots on white, as scanners and printers of one bit make it."""

import cv2
import numpy as np

from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.picture import Pixels
from redaudit.layout.raster.tones import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    Area,
    View,
    area_at,
    as_bytes,
    closed,
    opened,
    paper_of,
    pieces,
)

# Dots differ from their neighbours by at least GRAINY; once smoothed they vary by at most MELTED of their ink (letters
# keep half), and a fill of dots is of one mean: photographs vary by 30 and more.
GRAINY = 24
MELTED = 0.3
UNEVEN = 16


def dotted_areas(coarse: View, fine: View) -> list[Area]:
    """The areas filled with a gray made of black dots or hatching on white, as scanners of one bit make them."""
    paper = paper_of(coarse.gray)
    width = coarse.inches(0.055)
    mean = cv2.blur(coarse.gray, (width, width))
    middle = cv2.inRange(mean, np.array(40), np.array(max(paper - 40, 41)))
    window = np.ones(2 * (coarse.inches(0.055),), np.uint8)
    even = cv2.inRange(cv2.subtract(cv2.dilate(mean, window), cv2.erode(mean, window)), np.array(0), np.array(46))
    flat = as_bytes(cv2.bitwise_and(middle, even))
    flat = opened(flat, coarse.inches(0.12), coarse.inches(0.03))
    if not flat.any():
        return []
    # From the even middle out to the rim, not into the text beside.
    whole = cv2.bitwise_and(cv2.dilate(closed(flat, coarse.inches(0.2), coarse.inches(0.05)), window), middle)
    solid = opened(as_bytes(whole), coarse.inches(LEAST_WIDTH), coarse.inches(LEAST_HEIGHT))
    found = []
    for left, top, right, bottom, mask in pieces(solid, coarse):
        place = (slice(top, bottom), slice(left, right))
        seeds = as_bytes((flat[place] > 0) & (mask > 0))
        if seeds.sum() < 0.35 * mask.sum() or mean[place][seeds > 0].std() > UNEVEN:
            continue
        # Around a fill stands paper and text; around a piece of a photograph its other grays.
        reach = coarse.inches(0.08)
        around = middle[max(top - reach, 0) : bottom + reach, max(left - reach, 0) : right + reach]
        if int((around > 0).sum()) - int((mask > 0).sum()) > 0.6 * (around.size - mask.size):
            continue
        scale = coarse.step / fine.step
        if _dotted(
            fine, (round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)), seeds, paper
        ):
            tones = (int(np.median(mean[place][seeds > 0])), paper)
            found.append(area_at(coarse, (left, top, right, bottom), mask, Make.HATCHED, tones))
    return found


def _dotted(fine: View, place: tuple[int, int, int, int], seeds: Pixels, paper: int) -> bool:
    """Whether a place is made of fine dots: they melt when smoothed a little, letters and plain tones do not."""
    left, top, right, bottom = place
    part = fine.gray[top:bottom, left:right]
    if not part.size:
        return False
    within = cv2.resize(seeds, (part.shape[1], part.shape[0]), interpolation=cv2.INTER_NEAREST) > 0
    width = fine.inches(0.022)
    grains = cv2.morphologyEx(part, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > GRAINY
    smoothed = as_bytes(cv2.blur(part, (width, width)))
    return bool(within.any()) and grains[within].mean() > 0.6 and _melts(smoothed[within], paper)


def _melts(smoothed: Pixels, paper: int) -> bool:
    """Whether smoothed pixels vary little, beside how much ink they have."""
    return bool(smoothed.std() < MELTED * (paper - smoothed.mean()))
