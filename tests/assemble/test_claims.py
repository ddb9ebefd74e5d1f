"""Which boxes a code belongs to, by its place, and on scans by eye."""

import pytest

from redaudit import pipeline
from redaudit.assemble.claims import claimed_by_eye, owners_of
from redaudit.assemble.gaps import with_codes
from redaudit.model.document import Content, Ink, Page
from redaudit.model.geometry import Box
from redaudit.model.mark import CodeUse, ExemptionCode, Mark, RedactionKind, Span
from redaudit.model.record import Redaction
from tests.support_pdf import box, pdf, text

# Two boxes on one row, one below that is two rows high, and one far down.
BOXES = [Box(100, 100, 160, 112), Box(300, 100, 360, 112), Box(100, 130, 360, 156), Box(100, 300, 200, 312)]


@pytest.mark.parametrize(
    ("code", "owners"),
    [
        (Box(120, 102, 140, 111), [0]),  # in it
        (Box(165, 101, 185, 112), [0]),  # right beside the first
        (Box(270, 101, 290, 112), [1]),  # right before the second
        (Box(500, 101, 520, 112), [0, 1]),  # in the margin: for all of its row
        (Box(20, 99, 40, 110), [0, 1]),
        (Box(500, 131, 520, 142), [2]),  # codes down the margin of a tall box
        (Box(500, 143, 520, 154), [2]),
        (Box(150, 314, 170, 325), [3]),  # right below
        (Box(150, 340, 170, 351), []),
        (Box(300, 314, 320, 325), []),
        (Box(500, 220, 520, 231), []),
    ],
)
def test_a_code_belongs_to_the_box_it_stands_in_beside_or_below(code, owners):
    assert owners_of(code, BOXES) == owners


def redactions(*operations):
    return [
        (found.exemptions, found.lines_estimated)
        for found in pipeline.examine(pdf(*operations), "memo.pdf").record.redactions
        if found.kind.value == "box"
    ]


BODY = [text(72, 100 + 12 * n, words) for n, words in enumerate(("He met the envoy at the inn,",) * 3)]


@pytest.mark.parametrize(
    ("operations", "found"),
    [
        ([box(250, 90, 310, 103), text(520, 100, "B1")], [(("B1",), 1.0)]),
        ([box(250, 90, 310, 103), box(330, 90, 400, 103), text(520, 100, "B6")], [(("B6",), 1.0), (("B6",), 1.0)]),
        ([box(250, 90, 480, 127), text(520, 100, "B1"), text(520, 124, "1.4(D)")], [(("B1", "1.4(D)"), 3.0)]),
        ([box(72, 148, 300, 200)], [((), 4.0)]),
        (
            [box(250, 90, 310, 104, (0.5, 0.5, 0.5)), text(262, 100, "(b)(6)", colour=(1, 1, 1))],
            [(("B6",), 1.0)],
        ),
    ],
)
def test_boxes_of_a_page_take_their_codes_and_estimate_their_lines(operations, found):
    assert redactions(*BODY, *operations) == found


def code(place, name="3.3(h)(2)"):
    value = ExemptionCode(name, CodeUse.MARGIN)
    return Mark("exemption-code", Span(1, 0, 0), 1, name, Ink.PLAIN, value, place)


def by_eye(boxes, codes, content=Content.SCAN):
    """The codes of each box, and how many groups of codes are left, where each code is a group."""
    page = Page(number=1, text="", content=content)
    printed = [Redaction(RedactionKind.BOX, 1, 1, 0, 0, box=place) for place in boxes]
    claimed, left = claimed_by_eye(page, printed, tuple((mark,) for mark in codes))
    return [found.exemptions for found in claimed], len(left)


def test_on_a_scan_a_code_beside_the_heading_above_a_box_is_the_boxs():
    assert by_eye([Box(60, 120, 500, 400)], [code(Box(520, 90, 560, 101))]) == ([("3.3(h)(2)",)], 0)


def test_on_a_scan_a_code_below_a_box_is_for_all_boxes_of_its_rows():
    boxes = [Box(60, 300, 240, 318), Box(300, 292, 500, 308), Box(60, 100, 500, 130)]
    assert by_eye(boxes, [code(Box(520, 340, 560, 351))]) == ([("3.3(h)(2)",), ("3.3(h)(2)",), ()], 0)


def test_a_code_far_from_every_box_and_codes_of_a_page_of_text_are_left():
    far, near = code(Box(520, 30, 560, 41)), code(Box(520, 90, 560, 101))
    assert by_eye([Box(60, 120, 500, 400)], [far]) == ([()], 1)
    assert by_eye([Box(60, 120, 500, 400)], [near], Content.TEXT) == ([()], 1)


def test_each_box_takes_one_code_and_the_nearest_one():
    boxes = [Box(60, 120, 500, 160), Box(60, 220, 500, 260)]
    codes = [code(Box(520, 100, 560, 111), "3.5(c)"), code(Box(520, 195, 560, 206))]
    assert by_eye(boxes, codes) == ([("3.5(c)",), ("3.3(h)(2)",)], 0)


def test_on_a_scan_boxes_that_touch_are_one_passage_with_one_code():
    boxes = [Box(300, 100, 500, 115), Box(60, 114, 500, 200), Box(60, 240, 500, 280)]
    page = Page(number=1, text="", content=Content.SCAN)
    printed = [Redaction(RedactionKind.BOX, 1, 1, 0, 0, box=place) for place in boxes]
    printed[0] = with_codes(printed[0], (code(Box(520, 102, 560, 113)),))
    claimed, left = claimed_by_eye(page, printed, ())
    assert [found.exemptions for found in claimed] == [("3.3(h)(2)",), ("3.3(h)(2)",), ()]
    assert left == ()
