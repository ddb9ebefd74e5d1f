"""The statistics of a store: its contents once through, then a few sums by each dimension, all by SQL.

What is in memory is the groups, and for each of them how often every number of years occurs: never the documents.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from redaudit.errors import UsageError
from redaudit.statistics import contents
from redaudit.statistics.dimensions import USUAL, Dimension, Name, Stored, chosen
from redaudit.statistics.figures import Breakdown, Group, Statistics
from redaudit.statistics.opening import damaged, reading
from redaudit.statistics.sums import TALLIED, Extent, Sums, Tally

# All documents in one group.
_TOTAL = Dimension("total", "all documents", "NULL", lambda _: (None,))
# The dimension whose groups have passages of their own.
_EXEMPTION = "exemption"


def of_store(place: Path, by: tuple[str, ...] = USUAL) -> Statistics:
    """The statistics of a store, by some dimensions.

    Raises UsageError for a dimension that there is not, and for a file that is no store, damaged, or has no documents.
    """
    dimensions = chosen(by)
    with reading(place) as connection:
        states = dict(connection.execute(contents.STATES))
        (gone,) = connection.execute(contents.GONE).fetchone()
        for statement in contents.READINGS:
            connection.execute(statement)
        connection.execute("COMMIT")  # a run may write the store again
        total = _summed(connection, _TOTAL, "NULL")
        if not total:
            raise UsageError(_empty(place, {**states, "gone": gone}))
        try:
            breakdowns = tuple(_breakdown(connection, dimension) for dimension in dimensions)
        except ValueError as error:  # what ought to be a list is none
            raise UsageError(damaged(place)) from error
    unreadable, skipped = states.get("unreadable", 0), states.get("skipped", 0)
    return Statistics(total[None].figures(), breakdowns, unreadable, skipped, gone)


def _empty(place: Path, others: dict[str, int]) -> str:
    told = ", ".join(f"{count} {state}" for state, count in others.items() if count)
    return f"{place} holds no documents" + (f" ({told})" if told else "")


def _breakdown(connection: sqlite3.Connection, dimension: Dimension) -> Breakdown:
    sums = _summed(connection, dimension, f'"{dimension.id}"')
    if dimension.id == _EXEMPTION:
        for group in sums.values():
            group.extent = Extent()
        for name, numbers in _named(connection.execute(contents.PASSAGES), dimension):
            sums[name].extent += Extent(*numbers)
    names = dimension.ranked((name, group.tally.documents) for name, group in sums.items())
    return Breakdown(dimension, tuple(Group(name, sums[name].figures()) for name in names))


def _summed(connection: sqlite3.Connection, dimension: Dimension, key: str) -> dict[Name, Sums]:
    """The sums of each group of a dimension, whose value is in the column `key`."""
    sums: defaultdict[Name, Sums] = defaultdict(Sums)
    for name, numbers in _named(connection.execute(contents.TALLIES.format(key=key)), dimension):
        sums[name].tally += Tally(*numbers[: len(TALLIED)])
        sums[name].extent += Extent(*numbers[len(TALLIED) :])
    for name, (tenths, count) in _years(connection, dimension, key, "to_release"):
        sums[name].to_release[tenths] += count
    for name, (tenths, count) in _years(connection, dimension, key, "overdue"):
        sums[name].overdue[tenths] += count
    return sums


def _years(
    connection: sqlite3.Connection, dimension: Dimension, key: str, column: str
) -> Iterator[tuple[Name, tuple[int, ...]]]:
    return _named(connection.execute(contents.YEARS.format(key=key, column=column)), dimension)


def _named(
    rows: Iterable[tuple[Stored, *tuple[int, ...]]], dimension: Dimension
) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The numbers of each row, under every group that its key is in."""
    for key, *numbers in rows:
        for name in dimension.names(key):
            yield name, tuple(numbers)
