import numpy as np
import pytest

from redaudit.layout.raster.picture import Picture
from redaudit.model.geometry import Box


def sheet(*inked):
    """Paper of 20 by 10 pixels, two pixels a point; each piece of ink is left, top, right, bottom."""
    gray = np.full((10, 20), 255, np.uint8)
    for left, top, right, bottom in inked:
        gray[top:bottom, left:right] = 0
    return Picture(gray, 2.0, 144)


@pytest.mark.parametrize(
    ("inked", "found"),
    [
        ([], []),
        ([(1, 1, 4, 3)], [(1, 1, 3, 2, 6)]),
        ([(1, 1, 4, 3), (6, 1, 7, 9)], [(1, 1, 3, 2, 6), (6, 1, 1, 8, 8)]),
        ([(1, 1, 3, 3), (3, 3, 5, 5)], [(1, 1, 4, 4, 8)]),  # corner to corner
    ],
)
def test_pieces_of_ink_have_bounds_and_an_area(inked, found):
    pieces = sheet(*inked).pieces
    assert [tuple(piece) for piece in pieces.stats[1:].tolist()] == found
    assert sorted(np.unique(pieces.labels).tolist()) == list(range(len(found) + 1))


def test_pieces_are_found_once():
    picture = sheet((1, 1, 4, 3))
    assert picture.pieces is picture.pieces


@pytest.mark.parametrize(
    ("box", "pixels"),
    [
        (Box(0, 0, 10, 5), (0, 0, 20, 10)),
        (Box(1, 1, 2, 2), (2, 2, 4, 4)),
        (Box(1.2, 1.2, 1.7, 1.7), (2, 2, 4, 4)),  # whatever a box touches
        (Box(8, 4, 30, 30), (16, 8, 20, 10)),  # within the picture
    ],
)
def test_a_box_in_points_is_pixels_and_back(box, pixels):
    picture = sheet()
    assert picture.pixels(box) == pixels
    assert picture.part(box).shape == (pixels[3] - pixels[1], pixels[2] - pixels[0])
    assert picture.pixels(picture.box(*pixels)) == pixels
