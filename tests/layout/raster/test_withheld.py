"""What is withheld on a page is taken out of its pixels, whatever stands there."""

import numpy as np
import pytest

from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.withheld import BLACK, WHITE, Cover, Manner, covered
from redaudit.model.geometry import Box

# A page of 60 by 40 points at one pixel a point, and the place on it that is covered.
PLACE = Box(10, 10, 50, 30)
WITHIN = (slice(10, 30), slice(10, 50))


def page(level=200):
    gray = np.full((40, 60), WHITE, dtype=np.uint8)
    gray[WITHIN] = level
    return gray


def shown(gray, manner, words=(), place=PLACE):
    return covered(Picture(gray, 1.0, 72.0), [Cover(place, manner, words)])


def without(pixels):
    """A page's pixels without those of the place."""
    rest = pixels.copy()
    rest[WITHIN] = 0
    return rest


@pytest.mark.parametrize("manner", [Manner.EVEN, Manner.WIPE])
def test_a_place_of_two_grounds_is_painted_over(manner):
    gray = page(40)
    gray[10:30, 10:50:2] = 200
    found = shown(gray, manner)
    assert set(np.unique(found[WITHIN])) == {BLACK, WHITE}
    assert (without(found) == without(gray)).all()
    other = page(40)
    other[10:20, 10:50] = 200
    assert (shown(other, manner)[WITHIN] == found[WITHIN]).all()


def test_of_a_wiped_place_its_ground_and_the_words_that_are_seen_are_left():
    gray = page()
    gray[15:18, 15:20] = gray[15:18, 40:45] = BLACK
    found = shown(gray, Manner.WIPE, (Box(14, 14, 21, 19),))
    assert (found[15:18, 15:20] == BLACK).all()
    found[15:18, 15:20] = 200
    assert set(np.unique(found[WITHIN])) == {200}


@pytest.mark.parametrize(("level", "left"), [(200 - 89, 200), (200 - 95, 200 - 95)])
def test_of_an_even_place_what_stands_out_is_left(level, left):
    gray = page()
    gray[15:18, 15:20] = level
    assert set(np.unique(shown(gray, Manner.EVEN)[15:18, 15:20])) == {left}


@pytest.mark.parametrize(
    ("ground", "apart", "left"), [(200, 25, False), (200, 45, True), (0, 45, False), (0, 90, True)]
)
def test_what_hardly_differs_from_its_ground_melts(ground, apart, left):
    gray = page(ground)
    gray[15:18, 15:20] = abs(ground - apart)
    found = shown(gray, Manner.MELT)
    assert set(np.unique(found[WITHIN])) == ({ground, abs(ground - apart)} if left else {ground})


def test_a_place_beyond_the_page_is_nothing_to_cover():
    gray = page()
    assert (shown(gray, Manner.HATCH, place=Box(100, 100, 120, 120)) == gray).all()


def test_the_picture_itself_is_not_changed():
    gray = page()
    shown(gray, Manner.HATCH)
    assert (gray == page()).all()
