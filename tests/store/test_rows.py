"""Rows on their way to a store: very many travel packed, and none is another for it."""

import pickle

import pytest

from redaudit.store.rows import PIECE, Packed, held

ROWS = [(1, number, "classification", f"level={number % 7}", None, 0.5) for number in range(2 * PIECE + 1)]


@pytest.mark.parametrize(
    ("count", "pieces"),
    [(0, None), (3, None), (PIECE - 1, None), (PIECE, 1), (PIECE + 1, 2), (2 * PIECE, 2), (2 * PIECE + 1, 3)],
)
def test_rows_are_held_as_they_are_until_they_are_very_many(count, pieces):
    rows = held(iter(ROWS[:count]))
    assert (len(rows.pieces) if isinstance(rows, Packed) else None) == pieces
    assert list(rows) == ROWS[:count]


def test_packed_rows_travel_and_are_read_again_and_again():
    rows = pickle.loads(pickle.dumps(held(iter(ROWS))))
    assert list(rows) == list(rows) == ROWS
    assert [type(cell) for cell in next(iter(rows))] == [int, int, str, str, type(None), float]
