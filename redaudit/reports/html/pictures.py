"""Pictures of pages as small files, with nothing in them that stands under a redaction.

What a page of letter paper takes at 110 dots an inch, in kilobytes and milliseconds of writing, median of eight pages:

                          scans      microfilm   drawn text
    WebP, 4 shades        29, 12     41, 10      17, 6       letters look as in the original
    WebP, 5 shades        36, 20     49, 18      24, 12      no better to look at
    PNG, 4 shades         37, 8      47, 9       21, 5
    PNG, black and white  18, 31     22, 40      9, 10       thin letters break
    WebP, lossy, 30       62, 30     81, 24      35, 21      smaller only for photographs

With all that is done to it a page of 75 scans takes 26 (95 of 100: no more than 47), and 21 ms after 31 ms of drawing.
"""

import io
from collections.abc import Iterator, Sequence

from attrs import field, frozen
from PIL import Image

from redaudit.layout.raster.picture import Pixels
from redaudit.layout.raster.shades import in_few_shades
from redaudit.layout.raster.withheld import covered, drawn
from redaudit.model.exhibit import Exhibit, PagePicture
from redaudit.model.part import Choices
from redaudit.reports.html.covers import covers

# WebP's own scales: with more effort than this it takes half as long again, or three times, and saves a twentieth.
EFFORT, LOSSLESS_EFFORT = 2, 0
# Photographs are written with loss; below this quality the letters on them break.
QUALITY = 30


@frozen
class SmallPicture:
    """A page's picture as a small file."""

    number: int
    suffix: str
    media_type: str
    data: bytes = field(repr=False)


def small_pictures(exhibit: Exhibit, wanted: Sequence[int], choices: Choices) -> Iterator[SmallPicture]:
    """The pictures of some pages, small, with nothing in them that stands under a redaction unless that is revealed."""
    pages = {page.number: page for page in exhibit.pages}
    for picture in exhibit.pictures(sorted(wanted)):
        places = () if choices.reveal else tuple(covers(pages[picture.number]))
        yield _small(picture, covered(drawn(picture), places))


def _small(picture: PagePicture, pixels: Pixels) -> SmallPicture:
    """The pixels as WebP; nothing is written beside them."""
    few = in_few_shades(pixels)
    image = Image.fromarray(pixels if few is None else few)
    sink = io.BytesIO()
    if few is None:
        image.save(sink, "WEBP", quality=QUALITY, method=EFFORT)
    else:
        image.save(sink, "WEBP", lossless=True, quality=LOSSLESS_EFFORT, method=EFFORT)
    return SmallPicture(picture.number, "webp", "image/webp", sink.getvalue())
