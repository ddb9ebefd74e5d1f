"""Scans drawn by `tests/scan_pages.py`: boxes found one by one and by area, banners with their ink, what is no box."""

import pytest

from redaudit import pipeline
from redaudit.model.document import Ink
from redaudit.model.mark import RedactionKind, Role
from tests.scan_pages import PAGES
from tests.support_scan import Box, Tally, judged_area, judged_boxes, judged_inks, scanned

STRUCK = {Ink.STRUCK, Ink.LIKELY_STRUCK}


@pytest.fixture(scope="module")
def judged():
    """Of every page: the tally of its boxes, of their area, of its banners."""
    tallies = {}
    for drawn in PAGES:
        page = scanned(*drawn())
        record = pipeline.examine(page.data).record
        boxes = [
            Box(item.box.x0, item.box.top, item.box.x1, item.box.bottom)
            for item in record.redactions
            if item.kind is RedactionKind.BOX and item.box
        ]
        banners = [
            mark.ink in STRUCK
            for mark in record.marks_of("classification")
            if mark.value.role in (Role.BANNER, Role.LINE)
        ]
        tallies[drawn.__name__] = (
            judged_boxes(page.boxes, boxes),
            judged_area(page.boxes, boxes),
            judged_inks(page.banners, banners),
        )
    return tallies


def summed(judged, which):
    return sum((tallies[which] for tallies in judged.values()), Tally())


# The bounds are what was measured on the day they were written.
def test_boxes_are_found_one_by_one(judged):
    boxes = summed(judged, 0)
    assert boxes.precision >= 0.84  # 49 right, 9 too many
    assert boxes.recall >= 0.98  # none missed


def test_boxes_cover_what_is_withheld(judged):
    area = summed(judged, 1)
    assert area.precision >= 0.82
    assert area.recall >= 0.99


def test_banners_are_read_with_their_ink(judged):
    banners = summed(judged, 2)
    assert banners.precision >= 0.96  # 27 right, one ink wrong
    assert banners.recall >= 0.96


# What is taken for a redaction and is none, and why it is hard.
TAKEN = {
    "form_with_checks": "fields with a caption in their corner and little or nothing in them",
    "photograph_sheet": "dark parts of a photograph",
}
NO_BOXES = [
    pytest.param(
        drawn.__name__,
        marks=pytest.mark.xfail(reason=TAKEN[drawn.__name__], strict=True) if drawn.__name__ in TAKEN else (),
    )
    for drawn in PAGES
    if not drawn()[0].boxes
]


@pytest.mark.parametrize("name", NO_BOXES)
def test_tables_forms_maps_and_photographs_are_no_redactions(judged, name):
    assert judged[name][0] == Tally()
