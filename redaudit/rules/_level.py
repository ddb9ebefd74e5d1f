"""The levels a document gives itself as a whole: class lines, format lines, banners."""

from redaudit.model.mark import CableHeader, Classification, DatedAct, Identifier, Mark, Role
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.rules._release import by_fbi, released
from redaudit.vocabulary.level import Level

Marked = tuple[Mark, Level]


def class_lines(record: Record) -> tuple[Marked, ...]:
    """The levels at the telegram's number, in order."""
    return _with_role(record, Role.LINE)


def format_lines(record: Record) -> tuple[Marked, ...]:
    """The levels that the ZNY line gives by a letter."""
    return tuple((mark, value.level) for mark, value in marks_with(record, CableHeader) if value.level is not None)


def banners(record: Record) -> tuple[Marked, ...]:
    """The levels at the top and foot of pages; on a released copy the unclassified ones may be the release's own."""
    found = _with_role(record, Role.BANNER)
    return tuple((mark, level) for mark, level in found if level.classified) if released(record) else found


def _with_role(record: Record, role: Role) -> tuple[Marked, ...]:
    return tuple((mark, value.level) for mark, value in marks_with(record, Classification) if value.role is role)


def highest(marked: tuple[Marked, ...]) -> Marked | None:
    """The most restrictive of some levels, the first of them where several are."""
    return max(marked, key=lambda pair: pair[1].rank, default=None)


def step(level: Level) -> int:
    """A level's rank, all that is not classified counting as one."""
    return level.rank if level.classified else 0


def holds_one_document(record: Record) -> bool:
    """Whether a file holds one document, as far as its numbers and dates of sending tell, and no second copy."""
    sent = {value.date.date for _, value in marks_with(record, DatedAct) if value.act == "dtg"}
    # Serials alone: a page line may cut the name of the office short.
    numbers = {
        value.value.split()[-1] for _, value in marks_with(record, Identifier) if value.scheme == "message-reference"
    }
    return record.copies <= 1 and len(sent) <= 1 and len(numbers) <= 1 and not by_fbi(record)
