"""What a family of release stamps must export."""

from collections.abc import Callable, Iterator

from attrs import frozen

from redaudit.model.document import Page
from redaudit.model.part import Sighting


@frozen
class Family:
    """One agency's kind of stamp: a constant FAMILY a file.

    `cues` are words in upper case of which one must stand in `page.folded`; never empty. `find` yields ReleaseStamp
    values whose `family` starts with the family's id. Each hit must give a mark, no miss may.
    """

    id: str
    source: str
    cues: tuple[str, ...]
    find: Callable[[Page], Iterator[Sighting]]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
