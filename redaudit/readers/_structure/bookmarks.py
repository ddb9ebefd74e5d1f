"""Bookmarks whose titles say what the pages do not."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import dictionary, elements, entry, named, number_of, walked


def bookmarks(catalogue: DictionaryObject, numbers: dict[int, int], shown: Shown) -> Iterator[Leftover]:
    """Titles tied to a redaction, or with words that no page shows; `numbers` are page numbers by object."""
    for item in walked(dictionary(catalogue, "/Outlines"), "/First", "/Next"):
        title = named(item, "/Title")
        place = shown.place(title) if title else None
        if place is not None and place.tie is not Tie.NONE:
            page = place.page or _page(item, numbers)
            yield Leftover(Holding.BOOKMARK, "a bookmark", title, page, place.box, place.tie)


def _page(item: DictionaryObject, numbers: dict[int, int]) -> int | None:
    """The number of the page that a bookmark leads to, where it names it."""
    destination = elements(entry(item, "/Dest")) or elements(entry(entry(item, "/A"), "/D"))
    number = number_of(destination[0]) if destination else None
    return None if number is None else numbers.get(number)
