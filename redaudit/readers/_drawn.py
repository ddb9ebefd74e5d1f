"""A page of a PDF drawn by PDFium, as pixels."""

import ctypes
import math
from collections.abc import Set

import cv2
import numpy as np
import pypdfium2.raw as raw

from redaudit.layout.matrix import Corners
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.sight import Sight, shade
from redaudit.readers._pdfium import Active, Kind, OpenPage, Painted

# No drawn page is longer than this, in pixels: posters and maps are drawn more coarsely.
LONGEST = 5_000
# Pictures of at most this many bits a pixel have no colour.
GRAY_DEPTH = 8
BLACK = (0, 0, 0, 255)
# Enough, in pixels an inch, to tell one colour from a picture.
GLANCE = 60.0
# A page is shown in colour where this part of it, a word in red, has channels so far apart.
COLOURED, APART = 0.0001, 40


def picture_of(page: OpenPage, dpi: float) -> Picture:
    """The page drawn at a resolution, in colour where a picture on it has colour; larger pages more coarsely."""
    scale = _scale(page, dpi)
    coloured = any(_is_coloured(page, painted) for painted in page.objects() if painted.kind is Kind.PICTURE)
    bitmap = page.drawable.render(scale=scale, grayscale=not coloured, rev_byteorder=True)
    pixels = bitmap.to_numpy()
    colour = np.ascontiguousarray(pixels[:, :, :3]) if coloured else None
    gray = np.ascontiguousarray(pixels[:, :, 0]) if pixels.ndim == 3 else pixels.copy()
    if colour is not None:
        gray = np.asarray(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    bitmap.close()
    return Picture(gray, scale, scale * 72, colour)


def shown_on_screen(page: OpenPage, dpi: float, longest: int) -> tuple[Pixels, float]:
    """The page drawn in gray, or in colour where anything on it has any; and how many pixels a point has.

    No side of the drawing is longer than `longest` pixels.
    """
    scale = min(dpi / 72, longest / max(*page.size, 1.0))
    bitmap = page.drawable.render(scale=scale, rev_byteorder=True)
    colour = np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
    bitmap.close()
    red, green, blue = cv2.split(colour)
    apart = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    if np.count_nonzero(apart > APART) >= COLOURED * apart.size:
        return colour, scale
    return np.asarray(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY), dtype=np.uint8), scale


def sight_of(page: OpenPage, addresses: Set[int], place: Corners, dpi: float) -> Sight:
    """A place of the page with and without the words that objects at some addresses paint, and those alone in black."""
    scale = _scale(page, dpi)
    objects = [painted.address for painted in page.objects()]
    whole = _part(page, scale, place)
    for address in addresses:
        page.switch(address, Active.OFF)
    without = _part(page, scale, place)
    for address in objects:
        page.switch(address, Active.ON if address in addresses else Active.OFF)
    colours = {address: page.inked(address, BLACK) for address in addresses}
    alone = _part(page, scale, place)
    for address in objects:
        page.switch(address, Active.ON)
    for address, colour in colours.items():
        if colour:
            page.inked(address, colour)
    left, top = (math.ceil(max(corner, 0.0) * scale) for corner in place[:2])
    return Sight(whole, without, alone, scale, left, top)


def shade_of(page: OpenPage, place: Corners) -> int | None:
    """The gray of a place of the page that is of one colour; None where it has several."""
    return shade(_part(page, _scale(page, GLANCE), place))


def _scale(page: OpenPage, dpi: float) -> float:
    """Pixels a point at a resolution; larger pages are drawn more coarsely."""
    return min(dpi / 72, LONGEST / max(*page.size, 1.0))


def _part(page: OpenPage, scale: float, place: Corners) -> Pixels:
    """A place of the page in gray."""
    width, height = page.size
    x0, top, x1, bottom = place
    cut = tuple(max(part, 0.0) for part in (x0, height - bottom, width - x1, top))
    if cut[0] + cut[2] > width - 2 / scale or cut[1] + cut[3] > height - 2 / scale:
        return np.zeros((0, 0), dtype=np.uint8)
    bitmap = page.drawable.render(scale=scale, grayscale=True, crop=cut)
    pixels = bitmap.to_numpy()
    gray = np.array(pixels[:, :, 0] if pixels.ndim == 3 else pixels, dtype=np.uint8)
    bitmap.close()
    return gray


def _is_coloured(page: OpenPage, painted: Painted) -> bool:
    metadata = raw.FPDF_IMAGEOBJ_METADATA()
    handle = ctypes.cast(painted.address, raw.FPDF_PAGEOBJECT)
    if not raw.FPDFImageObj_GetImageMetadata(handle, page.drawable, metadata):
        return True
    return int(metadata.bits_per_pixel) > GRAY_DEPTH
