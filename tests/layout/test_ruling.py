"""Which ruled pages are read cell by cell."""

import pytest

from redaudit.layout.layers import Placed
from redaudit.layout.ruling import MOST, gathers

LEVELS = [(50.0, y, 300.0, y) for y in (100.0, 130.0, 160.0)]
UPRIGHTS = [(x, 100.0, x, 160.0) for x in (50.0, 150.0, 300.0)]
# The same line drawn cell by cell.
PIECES = [(150.0, 100.0, 150.0, 129.5), (150.4, 130.5, 150.4, 160.0)]


def words(*places):
    return [Placed("harbour", x, top, x + 40.0, top + 10.0, 0) for x, top in places]


ONE_LINE = words((60.0, 110.0), (160.0, 110.0), (160.0, 140.0))
TWO_LINES = words((60.0, 104.0), (160.0, 104.0), (160.0, 117.0))


@pytest.mark.parametrize(
    ("levels", "uprights", "placed", "expected"),
    [
        pytest.param(LEVELS, UPRIGHTS, TWO_LINES, True, id="two lines beside one"),
        pytest.param(LEVELS, PIECES, TWO_LINES, True, id="an upright drawn in pieces"),
        pytest.param(LEVELS, UPRIGHTS, ONE_LINE, False, id="a line a cell"),
        pytest.param(LEVELS, UPRIGHTS, words((160.0, 104.0), (160.0, 117.0)), False, id="nothing across"),
        pytest.param(LEVELS, [], TWO_LINES, False, id="no upright"),
        pytest.param(LEVELS[:1], UPRIGHTS, TWO_LINES, False, id="one level line"),
        pytest.param(LEVELS, [(400.0, 100.0, 400.0, 160.0)], TWO_LINES, False, id="an upright that meets none"),
        pytest.param(LEVELS, UPRIGHTS * MOST, TWO_LINES, False, id="a drawing"),
    ],
)
def test_a_page_gathers(levels, uprights, placed, expected):
    assert gathers(levels, uprights, placed) is expected
