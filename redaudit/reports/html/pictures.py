"""first version: to be replaced by its owner."""

import io
from collections.abc import Iterator, Sequence
from attrs import field, frozen
from PIL import Image
from redaudit.model.exhibit import Exhibit
from redaudit.model.part import Choices


@frozen
class SmallPicture:
    """A page's picture as a small file."""

    number: int
    suffix: str
    media_type: str
    data: bytes = field(repr=False)


def small_pictures(exhibit: Exhibit, wanted: Sequence[int], choices: Choices) -> Iterator[SmallPicture]:
    """The pictures of some pages, small, with nothing in them that stands under a redaction."""
    for picture in exhibit.pictures(wanted):
        size = (picture.width, picture.height)
        image = Image.frombytes("L" if picture.channels == 1 else "RGB", size, picture.pixels)
        out = io.BytesIO()
        image.save(out, "WEBP", quality=30, method=4)
        yield SmallPicture(picture.number, "webp", "image/webp", out.getvalue())
