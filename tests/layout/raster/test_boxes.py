"""Boxes of all makes on one page: each once, in reading order."""

import cv2
import numpy as np
import pytest

from redaudit.layout.raster.boxes import burned_boxes, in_reading_order, once
from redaudit.layout.raster.burned import Burned, Make
from redaudit.layout.raster.picture import Picture
from redaudit.model.geometry import Box


def burned(x0, top, x1, bottom, make=Make.OUTLINED):
    return Burned(Box(x0, top, x1, bottom), make)


@pytest.mark.parametrize(
    ("boxes", "kept"),
    [
        pytest.param([], [], id="none"),
        pytest.param(
            [burned(10, 10, 60, 20, Make.GRAY), burned(9, 9, 61, 21)],
            [burned(9, 9, 61, 21)],
            id="a fill in its outline",
        ),
        pytest.param(
            [burned(10, 10, 200, 90), burned(20, 20, 60, 30)], [burned(10, 10, 200, 90)], id="a box within a box"
        ),
        pytest.param(
            [burned(10, 10, 60, 20), burned(50, 15, 120, 30)],
            [burned(50, 15, 120, 30), burned(10, 10, 60, 20)],
            id="boxes that overlap",
        ),
    ],
)
def test_a_redaction_counts_once(boxes, kept):
    assert once(boxes) == kept


def test_boxes_are_read_line_by_line():
    boxes = [burned(200, 101, 250, 110), burned(10, 300, 50, 320), burned(20, 103, 60, 112), burned(300, 20, 340, 40)]
    assert in_reading_order(boxes, 4.0) == (boxes[3], boxes[2], boxes[0], boxes[1])


def test_makes_of_one_page_are_found_together():
    gray = np.full((2200, 1700), 255, np.uint8)
    cv2.rectangle(gray, (300, 400), (900, 440), 0, -1)
    cv2.rectangle(gray, (1000, 400), (1400, 520), 0, 1)
    cv2.rectangle(gray, (300, 900), (1200, 1300), 90, 2)
    found = burned_boxes(Picture(gray, 200 / 72, 200.0), [])
    assert [each.make for each in found] == [Make.BLACK, Make.OUTLINED, Make.OUTLINED]
    tops = [round(each.box.top * 200 / 72 / 10) * 10 for each in found]
    assert tops == [400, 400, 900]
