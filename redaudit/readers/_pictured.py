"""What the picture of a page still shows under bars that were drawn over it.

Whoever takes the picture out of the file, or the bars off the page, reads it.
"""

from attrs import evolve

from redaudit.layout.labels import is_label
from redaudit.layout.paint import Shape
from redaudit.layout.raster.picture import INK, Picture
from redaudit.model.document import PICTURED, Concealed
from redaudit.model.geometry import Box
from redaudit.model.part import Ocr
from redaudit.readers._drawn import picture_of
from redaudit.readers._ocr import Layout, absence, seen_in
from redaudit.readers._pdfium import Active, Kind, OpenPage
from redaudit.readers._sheet import PENDING, Sheet

# The pictures are drawn at this many dots an inch, enough to read print.
DPI = 200
# Without OCR, ink of this part of a place may be print; more is a bar in the picture itself, less is dirt.
LEAST, MOST = 0.02, 0.5
# With OCR, so many letters and figures read with this confidence of 100 are print.
LETTERS, SURE = 2, 50.0


def with_pictures(sheet: Sheet, page: OpenPage, ocr: Ocr) -> Sheet:
    """The sheet, its drawn boxes knowing what the pictures beneath them show."""
    open_ = [shape for shape, concealed in sheet.boxes if concealed is None and 0 < shape.order < PENDING]
    if not open_:
        return sheet
    alone = _pictures_alone(page)
    boxes = [(shape, _beneath(alone, shape, ocr) if shape in open_ else known) for shape, known in sheet.boxes]
    return evolve(sheet, boxes=boxes)


def _pictures_alone(page: OpenPage) -> Picture:
    """The page as it is without whatever else is painted on it."""
    others = [painted.address for painted in page.objects() if painted.kind is not Kind.PICTURE]
    for address in others:
        page.switch(address, Active.OFF)
    picture = picture_of(page, DPI)
    for address in others:
        page.switch(address, Active.ON)
    return picture


def _beneath(picture: Picture, shape: Shape, ocr: Ocr) -> Concealed | None:
    """What a picture shows where a shape covers it; its words only where OCR may read them."""
    place = Box(shape.x0, shape.top, shape.x1, shape.bottom)
    pixels = picture.part(place)
    if not pixels.size or not LEAST <= float((pixels < INK).mean()) <= MOST:
        return None
    if ocr is Ocr.OFF or absence():
        return Concealed(PICTURED, place, "")
    seen = seen_in(pixels, picture.dpi, Layout.BLOCK)
    text = " ".join(word.text for word in seen.words if word.confidence >= SURE)
    if sum(map(str.isalnum, text)) < LETTERS:
        return None
    return Concealed(PICTURED, place, text, is_label(text))
