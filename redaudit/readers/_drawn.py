"""A page of a PDF drawn by PDFium, as pixels."""

import ctypes
from collections.abc import Set

import cv2
import numpy as np
import pypdfium2.raw as raw

from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.layout.raster.sight import Sight
from redaudit.readers._pdfium import Active, Kind, OpenPage, Painted

# No drawn page is longer than this, in pixels: posters and maps are drawn more coarsely.
LONGEST = 5_000
# Pictures of at most this many bits a pixel have no colour.
GRAY_DEPTH = 8
BLACK = (0, 0, 0, 255)


def picture_of(page: OpenPage, dpi: float) -> Picture:
    """The page drawn at a resolution, in colour where a picture on it has colour; larger pages more coarsely."""
    width, height = page.size
    scale = min(dpi / 72, LONGEST / max(width, height, 1.0))
    coloured = any(_is_coloured(page, painted) for painted in page.objects() if painted.kind is Kind.PICTURE)
    bitmap = page.drawable.render(scale=scale, grayscale=not coloured, rev_byteorder=True)
    pixels = bitmap.to_numpy()
    colour = np.ascontiguousarray(pixels[:, :, :3]) if coloured else None
    gray = np.ascontiguousarray(pixels[:, :, 0]) if pixels.ndim == 3 else pixels.copy()
    if colour is not None:
        gray = np.asarray(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    bitmap.close()
    return Picture(gray, scale, scale * 72, colour)


def sight_of(page: OpenPage, addresses: Set[int], dpi: float) -> Sight:
    """The page with and without the words that the objects at some addresses paint, and those words alone in black."""
    width, height = page.size
    scale = min(dpi / 72, LONGEST / max(width, height, 1.0))
    objects = [painted.address for painted in page.objects()]
    whole = _gray(page, scale)
    for address in addresses:
        page.switch(address, Active.OFF)
    without = _gray(page, scale)
    for address in objects:
        page.switch(address, Active.ON if address in addresses else Active.OFF)
    colours = {address: page.inked(address, BLACK) for address in addresses}
    alone = _gray(page, scale)
    for address in objects:
        page.switch(address, Active.ON)
    for address, colour in colours.items():
        if colour:
            page.inked(address, colour)
    return Sight(whole, without, alone, scale)


def _gray(page: OpenPage, scale: float) -> Pixels:
    bitmap = page.drawable.render(scale=scale, grayscale=True)
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
