"""Masks as bits: windows slide over them as over bytes."""

import cv2
import numpy as np
import pytest

from redaudit.layout.raster._bits import closed, opened, packed, paired, thick, thickened, unpacked


def mask(high, wide, share=0.4):
    return (np.random.default_rng(4).random((high, wide)) < share).astype(np.uint8)


@pytest.mark.parametrize(("high", "wide"), [(1, 1), (7, 64), (30, 65), (12, 200)])
def test_a_mask_comes_back_from_its_bits(high, wide):
    assert np.array_equal(unpacked(packed(mask(high, wide)), wide), mask(high, wide))


@pytest.mark.parametrize("length", [1, 3, 7, 13])
def test_windows_along_the_rows_are_those_of_opencv(length):
    pixels = mask(90, 130, 0.7)
    window = np.ones((length, 1), np.uint8)
    assert np.array_equal(
        unpacked(opened(packed(pixels), length), 130), cv2.morphologyEx(pixels, cv2.MORPH_OPEN, window)
    )
    assert np.array_equal(
        unpacked(closed(packed(pixels), length), 130), cv2.morphologyEx(pixels, cv2.MORPH_CLOSE, window)
    )


@pytest.mark.parametrize("width", [1, 3, 5, 9])
def test_windows_across_the_rows_are_those_of_opencv(width):
    # Beyond a mask is paper, also where OpenCV takes it for ink: the rim is bare.
    pixels = np.pad(mask(40, 120, 0.8), ((0, 0), (10, 10)))
    window = np.ones((1, width), np.uint8)
    assert np.array_equal(unpacked(thickened(packed(pixels), width), 140), cv2.dilate(pixels, window))
    assert np.array_equal(unpacked(thick(packed(pixels), width), 140), cv2.morphologyEx(pixels, cv2.MORPH_OPEN, window))


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [([[1, 0], [0, 0], [0, 1], [0, 1]], [[1, 0], [0, 1]]), ([[0, 0], [0, 1], [1, 0]], [[0, 1], [1, 0]])],
    ids=["even", "odd"],
)
def test_pairs_of_rows_are_inked_where_one_is(rows, pairs):
    assert unpacked(paired(packed(np.array(rows, np.uint8))), 2).tolist() == pairs
