"""One document while its pages are still at hand: what a report that shows pages writes of it."""

from collections.abc import Callable, Iterator, Sequence

from attrs import field, frozen

from redaudit.model.document import Page
from redaudit.model.finding import Audited


@frozen
class PagePicture:
    """A page as pixels, row by row from the top: one byte a pixel (gray), or three (red, green, blue).

    `width` and `height` are in pixels, `scale` is how many pixels a point of the page has, to within a pixel of either
    side: the picture is the whole page, and neither turned nor cut.
    """

    number: int
    width: int
    height: int
    channels: int
    scale: float
    pixels: bytes = field(repr=False)


# The pictures of some pages, by their numbers in ascending order; pages of which none can be made are left out.
Pictures = Callable[[Sequence[int]], Iterator[PagePicture]]


@frozen
class Exhibit:
    """A document's audit, its pages, and the pictures of those that have any."""

    audited: Audited
    pages: tuple[Page, ...] = field(repr=False)
    pictures: Pictures = field(repr=False)
