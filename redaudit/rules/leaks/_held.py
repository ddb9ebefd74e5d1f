"""What a record's file still holds, grouped and worded for the rules; never its characters."""

from collections.abc import Iterator

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.model.record import Record


def held(record: Record, *kinds: Holding) -> tuple[Leftover, ...]:
    """What the file holds of some kinds, in order."""
    return tuple(leftover for leftover in record.leftovers if leftover.kind in kinds)


def withholds(record: Record) -> bool:
    """Whether the document shows that something is withheld from it."""
    return bool(record.redactions) or record.deleted_pages is not None or record.exemptions is not None


Group = tuple[int | None, Tie, tuple[Leftover, ...]]


def groups(leftovers: tuple[Leftover, ...]) -> Iterator[Group]:
    """Leftovers by how they are tied to what is hidden: those at a redaction page by page, the others together."""
    found: dict[tuple[int | None, Tie], list[Leftover]] = {}
    for leftover in leftovers:
        page = leftover.page if leftover.tie is Tie.BOX else None
        found.setdefault((page, leftover.tie), []).append(leftover)
    for (page, tie), members in found.items():
        yield page, tie, tuple(members)


def on(page: int | None) -> str:
    """The opening of a message that tells the page."""
    return "" if page is None else f"page {page}: "


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 box`, `2 boxes`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def characters(leftovers: tuple[Leftover, ...]) -> str:
    """How many characters some leftovers hold."""
    return counted(sum(leftover.count for leftover in leftovers), "character")
