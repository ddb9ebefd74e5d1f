"""Pages for a screen, of whatever kind of file: how fine they are drawn, and what is handed on of them."""

from redaudit.layout.raster.picture import Pixels
from redaudit.model.exhibit import PagePicture

# Dots an inch: typed letters are legible at this, and a letter page is 935 by 1,210 pixels.
DPI = 110.0
# No side is longer than this, in pixels: posters and maps are drawn more coarsely.
LONGEST = 2_400


def page_picture(number: int, pixels: Pixels, scale: float) -> PagePicture:
    """Pixels, rows by columns of gray or of red, green and blue, handed on as a page."""
    height, width = pixels.shape[:2]
    return PagePicture(number, int(width), int(height), 3 if pixels.ndim == 3 else 1, scale, pixels.tobytes())
