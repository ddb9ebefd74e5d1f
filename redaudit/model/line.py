"""The printed runs of a page, and how a page of very many of them holds them."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload


class Line(NamedTuple):
    """A run of text without a wide gap, on one printed row; a margin code is a line of its own.

    `row` counts the printed rows of the page from 1, blank ones too. `left` and `right` are columns of character cells:
    as typed in a text, in widths of the page's ordinary character in a PDF.
    """

    start: int
    end: int
    row: int
    left: int
    right: int


class Lines(Sequence[Line]):
    """Lines as columns of numbers: 20 bytes a line, where a tuple takes 190. Each is made anew when it is asked for.

    For pages of very many lines alone: on those that a printer made, it would cost more time than it saves memory.
    """

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Some lines."""
        self._columns = tuple(array("I") for _ in Line._fields)
        self.extend(lines)

    def extend(self, lines: Iterable[Line]) -> None:
        """Lines that follow."""
        for column, values in zip(self._columns, zip(*lines, strict=True), strict=False):
            column.extend(values)

    @property
    def starts(self) -> Sequence[int]:
        """Where each line begins in the page's text."""
        return self._columns[0]

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        """A line, or those of a stretch."""
        if isinstance(index, slice):
            return tuple(map(Line, *(column[index] for column in self._columns)))
        return Line._make(column[index] for column in self._columns)

    def __iter__(self) -> Iterator[Line]:
        """Every line in order."""
        return map(Line, *self._columns)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._columns[0])

    def __eq__(self, other: object) -> bool:
        """Whether others are the same lines."""
        return isinstance(other, Lines) and self._columns == other._columns

    def __hash__(self) -> int:
        """The same for the same lines."""
        return hash(tuple(column.tobytes() for column in self._columns))
