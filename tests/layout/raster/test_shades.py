"""A page in few shades: print in four, areas in their own, and photographs left alone."""

import numpy as np
import pytest

from redaudit.layout.raster.shades import USUAL, in_few_shades

RIMS = np.tile(np.arange(256, dtype=np.uint8), (4, 1))


def paper(*areas):
    """A white page with print of all grays along its top, and areas of one gray."""
    page = np.full((200, 256), 255, np.uint8)
    page[::7, ::5] = 0
    page[:4:2] = RIMS[:2, ::-1]
    page[1:4:2] = RIMS[:2]
    for index, gray in enumerate(areas):
        page[20 + 30 * index : 45 + 30 * index, 20:200] = gray
    return page


def shades(page):
    """The shades of a page, each once."""
    return np.unique(in_few_shades(page)).tolist()


def test_print_has_four_shades():
    assert shades(paper()) == list(USUAL)


def test_each_pixel_has_the_nearest_shade():
    page = paper()
    apart = np.abs(in_few_shades(page).astype(int) - page)
    assert int(apart.max()) <= 50
    assert np.array_equal(in_few_shades(page)[page == 0], page[page == 0])


@pytest.mark.parametrize("gray", [128, 176, 236])
def test_an_area_has_its_own_shade(gray):
    found = in_few_shades(paper(gray))
    assert found[30, 100] == gray
    assert len(np.unique(found)) <= 5


def test_areas_of_nearly_one_gray_share_a_shade():
    found = in_few_shades(paper(128, 131))
    assert {int(found[30, 100]), int(found[60, 100])} == {128}


def test_a_photograph_is_left_alone():
    page = paper()
    page[20:180, 20:220] = np.linspace(20, 240, 200).astype(np.uint8)
    assert in_few_shades(page) is None


def test_each_channel_of_a_coloured_page_has_its_own_shades():
    page = np.stack([paper(), paper(200), paper(60)], axis=2)
    assert in_few_shades(page)[30, 100].tolist() == [255, 200, 60]
    page[20:180, 20:220, 1] = np.linspace(20, 240, 200).astype(np.uint8)
    assert in_few_shades(page) is None


def test_the_page_itself_is_not_changed():
    page = paper(128)
    before = page.copy()
    in_few_shades(page)
    assert np.array_equal(page, before)
