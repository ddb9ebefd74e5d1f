"""What a PDF still holds besides the print of its pages, part by part."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TypeVar

from pypdf.generic import DictionaryObject

from redaudit.model.document import Leftover, Page
from redaudit.readers._shown import shown_by
from redaudit.readers._structure.attachments import attachments
from redaudit.readers._structure.bookmarks import bookmarks, named_places
from redaudit.readers._structure.comments import comments
from redaudit.readers._structure.fields import fields
from redaudit.readers._structure.fonts import fonts
from redaudit.readers._structure.links import links
from redaudit.readers._structure.metadata import metadata
from redaudit.readers._structure.objects import Streams, entry
from redaudit.readers._structure.opening import STUMBLES, Structure
from redaudit.readers._structure.revisions import Version, ends, versions
from redaudit.readers._structure.sheets import leaves
from redaudit.readers._structure.tags import tags
from redaudit.readers._structure.unused import unused

# No more than this is reported of one part of a file.
_MOST = 1_000

T = TypeVar("T")


def leftovers_of(data: bytes, structure: Structure, pages: Sequence[Page]) -> tuple[Leftover, ...]:
    """What the file holds besides its pages' print, compared with what the pages show and hide."""
    reader = structure.reader
    catalogue = entry(reader.trailer, "/Root") if reader is not None else None
    if reader is None or not isinstance(catalogue, DictionaryObject):
        return ()
    shown, streams = shown_by(pages), Streams()
    leaves_ = _told(lambda: leaves(reader, pages), len(pages))
    numbers = {leaf.object.indirect_reference.idnum: leaf.number for leaf in leaves_ if leaf.object.indirect_reference}
    parts: tuple[Callable[[], Iterable[Leftover]], ...] = (
        lambda: attachments(catalogue, leaves_, streams, shown),
        lambda: bookmarks(catalogue, numbers, shown),
        lambda: named_places(catalogue, shown),
        lambda: (link for leaf in leaves_ for link in links(leaf, shown)),
        lambda: tags(catalogue, leaves_, numbers, streams, shown),
        lambda: metadata(reader, catalogue, streams, shown),
        lambda: (comment for leaf in leaves_ for comment in comments(leaf, shown)),
        lambda: fields(catalogue, leaves_, streams, shown),
        lambda: fonts(leaves_, streams, shown),
        # What earlier versions hold is told page by page, by `versions_of`.
        lambda: () if ends(data) else unused(data, reader, leaves_, streams, shown),
    )
    return tuple(leftover for part in parts for leftover in _told(part))


def versions_of(data: bytes, structure: Structure) -> tuple[Version, ...]:
    """The earlier versions that the file keeps, with the pages that were touched since."""
    reader = structure.reader
    return tuple(_told(lambda: versions(data, reader))) if reader is not None else ()


def _told(part: Callable[[], Iterable[T]], most: int = _MOST) -> list[T]:
    """What one part of the file tells until its objects are broken; the other parts are told all the same."""
    found: list[T] = []
    with suppress(*STUMBLES):
        for item in part():
            found.append(item)
            if len(found) >= most:
                break
    return found
