"""Which of several readings of one field wins: the one printed most often, then the one printed first."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from redaudit.model.mark import Mark
from redaudit.model.record import Fact, Rival

T = TypeVar("T")


def vote(
    column: str, readings: Iterable[tuple[T, Mark]], doubt: Callable[[Mark], bool] | None = None
) -> tuple[Fact[T] | None, tuple[Rival, ...]]:
    """The winning reading with all the marks that prove it, and the readings that lost.

    `doubt` says of a mark that it was read from damaged text; a value is doubtful when all its marks are.
    """
    heard: dict[T, list[Mark]] = {}
    for value, mark in readings:
        heard.setdefault(value, []).append(mark)
    if not heard:
        return None, ()
    winner = max(heard, key=lambda value: len(heard[value]))
    doubtful = doubt is not None and all(doubt(mark) for mark in heard[winner])
    fact = Fact(winner, tuple(heard.pop(winner)), doubtful)
    return fact, tuple(Rival(column, value, tuple(marks)) for value, marks in heard.items())
