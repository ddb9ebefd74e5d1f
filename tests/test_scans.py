"""Scans drawn by `tests/scan_pages.py`: boxes found one by one and by area, banners with their ink, what is no box."""

import re

import pytest

from redaudit import pipeline
from redaudit.model.document import Ink
from redaudit.model.mark import RedactionKind, Role
from redaudit.readers._ocr import absence
from tests.scan_pages import PAGES
from tests.support_scan import Box, Tally, judged_area, judged_bags, judged_boxes, scanned

pytestmark = pytest.mark.skipif(bool(absence()), reason=f"letters in pictures are not read here: {absence()}")

STRUCK = {Ink.STRUCK, Ink.LIKELY_STRUCK}


@pytest.fixture(scope="module")
def judged():
    """Of every page: the tally of its boxes, of their area, of its banners, codes and portion marks."""
    return {drawn.__name__: judgement(scanned(*drawn())) for drawn in PAGES}


def judgement(page):
    record = pipeline.examine(page.data).record
    boxes = [
        Box(item.box.x0, item.box.top, item.box.x1, item.box.bottom)
        for item in record.redactions
        if item.kind is RedactionKind.BOX and item.box
    ]
    banners = [
        mark.ink in STRUCK for mark in record.marks_of("classification") if mark.value.role in (Role.BANNER, Role.LINE)
    ]
    codes = [squeezed(mark.value.code) for mark in record.marks_of("exemption-code")]
    portions = [(squeezed(mark.value.text), mark.ink in STRUCK) for mark in record.marks_of("portion-mark")]
    return {
        "boxes": judged_boxes(page.boxes, boxes),
        "area": judged_area(page.boxes, boxes),
        "banners": judged_bags(page.banners, banners),
        "codes": judged_bags([squeezed(code) for code in page.codes], codes),
        "portions": judged_bags([(squeezed(mark), struck) for mark, struck in page.portions], portions),
    }


def squeezed(code):
    return re.sub("[^0-9A-Z]", "", code.upper())


# Precision and recall as measured on the day they were written, less one or two in a hundred.
FLOORS = {
    "boxes": (0.95, 0.98),  # 58 right, 2 too many, none missed
    "area": (0.98, 0.99),
    "banners": (0.98, 0.98),  # 35 right
    "codes": (0.98, 0.9),  # 40 right, 4 missed
    "portions": (0.95, 0.95),  # 41 right, two inks wrong
}


@pytest.mark.parametrize("what", FLOORS)
def test_what_a_reader_sees_is_found(judged, what):
    found = sum((tallies[what] for tallies in judged.values()), Tally())
    assert found.precision >= FLOORS[what][0]
    assert found.recall >= FLOORS[what][1]


# What is taken for a redaction and is none, and why it is hard.
TAKEN = {
    "film_page": "a place between the dots of a punched word",
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
    assert judged[name]["boxes"] == Tally()
