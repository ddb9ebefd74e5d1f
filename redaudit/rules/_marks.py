"""The marks of a record by what they mean."""

from typing import TypeVar, cast

from redaudit.model.mark import Mark, Value
from redaudit.model.record import Record

V = TypeVar("V", bound=Value)


def marks_with(record: Record, kind: type[V]) -> tuple[tuple[Mark, V], ...]:
    """Every mark whose value is of a kind, with that value, in order."""
    return cast("tuple[tuple[Mark, V], ...]", record.marks_by_kind.get(kind, ()))


def place(mark: Mark) -> tuple[int, int]:
    """Where a mark stands, for comparing: page, then offset."""
    return mark.span.page, mark.span.start
