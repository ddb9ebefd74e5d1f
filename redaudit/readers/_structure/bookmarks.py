"""Bookmarks whose titles say what the pages do not."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import dictionary, elements, entry, named, number_of, resolved, text, walked


def bookmarks(catalogue: DictionaryObject, numbers: dict[int, int], shown: Shown) -> Iterator[Leftover]:
    """Titles tied to a redaction, or with words that no page shows; `numbers` are page numbers by object."""
    for item in walked(dictionary(catalogue, "/Outlines"), "/First", "/Next"):
        title = named(item, "/Title")
        place = shown.place(title) if title else None
        if place is not None and place.tie is not Tie.NONE:
            page = place.page or _page(item, numbers)
            yield Leftover(Holding.BOOKMARK, "a bookmark", title, page, place.box, place.tie)


def named_places(catalogue: DictionaryObject, shown: Shown) -> Iterator[Leftover]:
    """Names that links lead to, of layers and of articles, with words from under a redaction."""
    tree = walked(dictionary(dictionary(catalogue, "/Names"), "/Dests"), "/Kids")
    names = [text(item) for node in tree for item in elements(entry(node, "/Names"))[::2]]
    names += [str(name).lstrip("/") for name in dictionary(catalogue, "/Dests") or ()]
    layers = elements(entry(dictionary(catalogue, "/OCProperties"), "/OCGs"))
    names += [named(resolved(layer), "/Name") for layer in layers]
    for name in names:
        tied = shown.hides(name)
        if tied is not None:
            yield Leftover(Holding.BOOKMARK, "a named place", name, tied.page, tied.box, Tie.BOX)


def _page(item: DictionaryObject, numbers: dict[int, int]) -> int | None:
    """The number of the page that a bookmark leads to, where it names it."""
    destination = elements(entry(item, "/Dest")) or elements(entry(entry(item, "/A"), "/D"))
    number = number_of(destination[0]) if destination else None
    return None if number is None else numbers.get(number)
