"""Lines packed as columns of numbers: the same as a tuple of them."""

import pytest

from redaudit.model.document import Page
from redaudit.model.line import Line, Lines

PLAIN = tuple(Line(10 * row, 10 * row + 7, row, 0, 7) for row in range(1, 6))
PACKED = Lines(PLAIN)


@pytest.mark.parametrize("index", [0, 3, -1, slice(1, 3), slice(4, 9), slice(7, 9), slice(None, None, -2)])
def test_packed_lines_are_asked_for_as_those_of_a_tuple(index):
    assert PACKED[index] == PLAIN[index]


def test_packed_lines_come_one_after_another_however_they_were_added():
    grown = Lines(PLAIN[:2])
    grown.extend(PLAIN[2:])
    assert (tuple(grown), len(grown), list(grown.starts)) == (PLAIN, 5, [10, 20, 30, 40, 50])
    assert grown == PACKED
    assert hash(grown) == hash(PACKED)
    assert grown != Lines(PLAIN[:4])
    with pytest.raises(IndexError):
        grown[5]


def test_a_page_finds_its_packed_lines_by_offset():
    page, packed = (Page(1, "x" * 60, lines) for lines in (PLAIN, PACKED))
    for offset in (0, 9, 10, 17, 29, 50, 59):
        assert packed.line_at(offset) == page.line_at(offset)
        assert packed.row_at(offset) == page.row_at(offset)
