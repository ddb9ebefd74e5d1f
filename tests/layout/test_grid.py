"""The cells of ruled tables."""

import pytest

from redaudit.layout.grid import Rule, grid_rows


def corners(rows):
    return [[(cell.x0, cell.top, cell.x1, cell.bottom) for cell in row] for row in rows]


LEVELS = [Rule(y, 60, 540) for y in (100, 120, 160)]
UPRIGHTS = [Rule(x, 100, 160) for x in (60, 110, 540)]
CELLS = [
    [(60, 100, 110, 120), (110, 100, 540, 120)],
    [(60, 120, 110, 160), (110, 120, 540, 160)],
]


@pytest.mark.parametrize(
    ("levels", "uprights", "rows"),
    [
        (LEVELS, UPRIGHTS, CELLS),
        # Edges drawn a little apart, in pieces, or twice are one.
        ([*LEVELS, *LEVELS], [Rule(x + 1, y, y + 31) for x in (60, 110, 540) for y in (100, 130)], None),
        # A table without sides is as wide as its lines.
        (LEVELS, [Rule(110, 100, 160), Rule(300, 100, 160)], None),
        # A cell that reaches over two columns.
        (LEVELS, [Rule(60, 100, 160), Rule(110, 120, 160), Rule(540, 100, 160)], [CELLS[1]]),
        (LEVELS[:2], UPRIGHTS, []),
        (LEVELS, UPRIGHTS[:1], []),
        (LEVELS, [Rule(x, 300, 400) for x in (60, 110, 540)], []),
        ([Rule(y, 60, 540) for y in range(400)], [Rule(x, 0, 700) for x in range(201)], []),
    ],
)
def test_cells_stand_between_lines_that_cross(levels, uprights, rows):
    found = corners(grid_rows(levels, uprights))
    if rows is None:
        assert [len(row) for row in found] == [len(found[0])] * 2
        assert (round(found[0][0][0], -1), round(found[-1][-1][2], -1)) == (60, 540)
    else:
        assert found == rows


def test_two_tables_of_other_columns_keep_their_own():
    lower = [Rule(y, 60, 540) for y in (300, 330)]
    found = corners(grid_rows([*LEVELS, *lower], [*UPRIGHTS, *(Rule(x, 300, 330) for x in (60, 200, 540))]))
    assert found == [*CELLS, [(60, 300, 200, 330), (200, 300, 540, 330)]]
