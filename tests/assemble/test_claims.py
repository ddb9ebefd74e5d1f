"""Which boxes a code belongs to, by its place."""

import pytest

from redaudit import pipeline
from redaudit.assemble.claims import owners_of
from redaudit.model.geometry import Box
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
