"""From a picture of a stamp to the release it tells: brackets, OCR of its words, the detector's reading."""

import io

import numpy as np
import pytest
from PIL import Image

from redaudit import pipeline
from redaudit.layout.layers import Placed
from redaudit.layout.raster.forms import TALL, WIDE
from redaudit.model.document import Content
from redaudit.readers._ocr import absence
from redaudit.readers._paged import page_of
from redaudit.readers._sheet import Sheet
from redaudit.readers._stamps import with_stamp
from redaudit.vocabulary.outcome import Outcome
from tests.support_stamp import bracket, paper, picture, stamped, word

pytestmark = pytest.mark.skipif(bool(absence()), reason="OCR reads the words of a stamp")


def sheet(*words, turned=None):
    """A scan with some words in its text layer: text and place."""
    return Sheet(
        size=(612.0, 468.0),
        content=Content.SCAN,
        seen=True,
        upright=[Placed(text, x0, top, x0 + 40, top + 8, 1) for text, x0, top in words],
        turned=turned or {},
        strokes=[],
        levels=[],
        uprights=[],
        boxes=[],
        concealed=(),
        marked=[],
    )


def test_a_stamp_takes_the_place_of_what_the_text_layer_made_of_it():
    seen = with_stamp(
        sheet(("(4RELEASE", 110, 141), ("()DEC1", 180, 141), ("Dear", 110, 60)), picture(stamped(TALL, ("DENY",)))
    )
    assert [found.text for found in seen.upright] == ["Dear"]
    (stamp,) = seen.turned[0]
    assert stamp.text == (
        "DEPARTMENT OF STATE A/CDC/MR [ ] RELEASE [ ] DECLASSIFY [ ] EXCISE [ ] DECLASSIFY in PART [X] DENY "
        "[ ] Non-responsive info."
    )
    assert (stamp.x0, stamp.top) == pytest.approx((105, 108), abs=2)
    assert stamp.bottom - stamp.top == pytest.approx(7.2, abs=0.3)
    # On one row among the words, and on the page at its whole place.
    (place,) = seen.stamped.values()
    page = page_of(1, seen, [])
    assert [word.box for word in page.words if page.text[word.start : word.end] == stamp.text] == [place]
    assert place.height > 4 * (stamp.bottom - stamp.top)


def test_a_stamp_up_the_margin_is_a_turned_block():
    layer = {1: [Placed("other", 10, 10, 20, 50, 1)]}
    seen = with_stamp(sheet(turned=layer), picture(np.rot90(stamped(WIDE, ("RELEASE",)), 1)))
    assert seen.turned[1] == layer[1]
    assert [found.text[:60] for found in seen.turned[3]] == [
        "DEPARTMENT OF STATE A/CDC/MR [X] RELEASE [ ] DECLASSIFY [ ] "
    ]


def table():
    """A table of brackets to tick whose rows lie as those of a stamp do."""
    page = paper()
    for row in range(8):
        for left in (200, 700, 1200):
            bracket(page, complex(left, 300 + row * 30), 1)
            bracket(page, complex(left + 30, 300 + row * 30), -1)
            word(page, "Items enclosed", left + 50, 300 + row * 30)
    return page


@pytest.mark.parametrize("page", [paper(), table()], ids=("blank", "table"))
def test_other_pages_stay_as_they_are(page):
    plain = sheet(("Items", 75, 105))
    assert with_stamp(plain, picture(page)) == plain


@pytest.mark.parametrize(
    ("form", "ticked", "status"),
    [
        (TALL, ("RELEASE", "DECLASSIFY"), Outcome.FULL),
        (TALL, ("EXCISE", "DECLASSIFY in PART"), Outcome.PART),
        (WIDE, ("EXISE",), Outcome.PART),
        (WIDE, ("DENY",), Outcome.DENIED),
    ],
)
def test_the_ticked_choice_is_the_release_status(form, ticked, status):
    page = stamped(form, ticked)
    for row, line in enumerate(("TO THE SECRETARY", "The canal is closed to ships", "until further notice.")):
        word(page, line, 300, 700 + 60 * row, 34)
    record = pipeline.assemble(pipeline.read(scan(page), "memo.png"))
    assert record.release_status.value is status


def scan(page):
    """A page as a PNG file of 200 dots an inch."""
    sink = io.BytesIO()
    Image.fromarray(page).save(sink, "PNG", dpi=(200, 200))
    return sink.getvalue()
