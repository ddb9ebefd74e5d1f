"""Letters that show at the edges of boxes, and areas through which words can be read."""

import io

import pytest
from PIL import Image

from redaudit import pipeline
from redaudit.assemble import record
from redaudit.model.document import Source
from redaudit.model.part import Ocr, Reading
from redaudit.readers.image import read as read_picture
from redaudit.readers.pdf import read
from tests.support_pdf import box, line, painted, pdf, picture, text

SOURCE = Source("sample.pdf", "0" * 64, "", "", 0)
NAME = text(72, 100, "The envoy met John Sample in March.", font="H", size=12)
AFTER = text(240, 100, "in March.", font="H", size=12)
CODE = text(500, 100, "(b)(6)")


def page(*operations):
    return read(pdf(*operations), SOURCE).pages[0]


def before(words, x=72):
    return text(x, 100, words, font="H", size=12)


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        # The box begins in the word, ends in it; both its words are cut.
        ((NAME, box(189.5, 88, 222, 104)), [1]),
        ((NAME, box(150, 88, 189, 104)), [5]),
        # It ends where words end.
        ((NAME, box(150, 88, 223, 104)), [0]),
        # Low bars leave tails and tops in sight.
        ((before("met jolly gypsy"), box(92, 92, 160, 99)), [10]),
        # Nothing stands beneath: a letter or two without a space, which are no word.
        ((before("The envoy met Sa"), box(167, 88, 236, 104), AFTER), [2]),
        ((before("The envoy met"), box(152, 88, 239, 104), text(239.5, 100, "ly in", font="H", size=12)), [2]),
        ((before("The envoy met Mr"), box(168, 88, 236, 104), AFTER), [0]),
        ((before("The envoy met J."), box(164, 88, 236, 104), AFTER), [0]),
        ((before("The envoy met Sa"), box(171.5, 88, 236, 104), AFTER), [0]),
        ((before("The envoy met Sa"), box(167, 60, 236, 130), AFTER), [0]),
        ((before("The envoy met 12"), box(167, 88, 236, 104), AFTER), [0]),
        # The last figures of a number, the ending of a genitive, a label with its code.
        ((before("account 55019277"), box(120, 88, 153, 104)), [0]),
        ((before("met Sample's aide"), box(93, 88, 136, 104)), [0]),
        ((text(152, 100, "b(6)"), box(146, 88, 236, 104)), [0]),
    ],
)
def test_letters_at_the_edge_of_a_box(operations, expected):
    assert [found.peeping for found in page(*operations).boxes] == expected


def test_the_edge_of_a_box_in_a_picture_is_no_letter():
    layer = text(72, 100, "The envoy met Sa", font="H", size=12, mode=3)
    assert [found.peeping for found in page(picture(), layer, box(167, 88, 236, 104)).boxes] == [0]


BAR = (148, 88, 222, 104)


def tint(found):
    return found.characters, found.labelled, found.among, found.dark


def test_a_highlighter_s_colour_is_bright():
    yellow, gray = painted("Half", box(*BAR, (1, 1, 0))), painted("Multiply", box(*BAR, (0.6, 0.6, 0.6)))
    assert [found.bright for found in page(NAME, yellow).pale] == [True]
    assert [found.bright for found in page(NAME, gray).pale] == [False]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ((NAME, painted("Half", box(*BAR))), [(10, False, False, True)]),
        ((NAME, painted("Half", box(*BAR, (1, 1, 0)))), [(10, False, False, False)]),
        ((NAME, painted("Multiply", box(*BAR, (0.6, 0.6, 0.6)))), [(10, False, False, False)]),
        (
            (NAME, painted("Half", box(*BAR)), text(170, 100, "(b)(6)", colour=(1, 1, 1))),
            [(10, True, False, True)],
        ),
        ((NAME, painted("Half", box(*BAR)), box(300, 88, 380, 104)), [(10, False, True, True)]),
        # Dark type on a dark bar; the name is painted after it, and so is light type that anyone may read.
        ((box(*BAR), text(152, 100, "John Sample", colour=(0.2, 0.2, 0.2))), [(10, False, False, True)]),
        ((box(*BAR), text(152, 100, "John Sample", colour=(1, 1, 1))), []),
        # An opaque bar, a low one, shading behind the words, a veil of white, a watermark, a bar over nothing.
        ((NAME, box(*BAR)), []),
        ((NAME, painted("Half", box(148, 95, 222, 99))), []),
        ((NAME, box(148, 92, 222, 98)), []),
        ((box(*BAR, (0.8, 0.8, 0.8)), NAME), []),
        ((NAME, painted("Half", box(*BAR, (1, 1, 1)))), []),
        ((NAME, painted("Half", box(0, 0, 612, 792))), []),
        ((NAME, painted("Half", box(300, 300, 400, 320))), []),
        # The ground of a letterhead, to the page's edge.
        ((NAME, painted("Half", box(0, 0, 612, 120))), []),
        # The runs of one row are one.
        ((NAME, painted("Half", box(148, 88, 180, 104), box(180, 88, 222, 104))), [(10, False, False, True)]),
    ],
)
def test_areas_through_which_words_can_be_read(operations, expected):
    assert [tint(found) for found in page(*operations).pale] == expected


def test_the_record_keeps_what_shows_and_lets_go_of_the_words():
    document = read(pdf(NAME, painted("Half", box(*BAR)), CODE, line(72, 97, 130, 97), box(240, 88, 262, 104)), SOURCE)
    made = record(document, pipeline.detect(document))
    (fact,) = made.pages
    assert (fact.struck, len(fact.pale), fact.empty) == (1, 1, False)
    assert [found.peeping for found in made.redactions if found.box is not None] == [
        found.peeping for found in document.pages[0].boxes
    ]


@pytest.mark.parametrize(
    ("operations", "expected"), [((), True), ((NAME,), False), ((picture(),), False), ((line(72, 97, 130, 97),), True)]
)
def test_a_page_with_nothing_on_it_is_empty(operations, expected):
    assert page(*operations).empty is expected


@pytest.mark.parametrize(("marks", "expected"), [(0, True), (40, False)])
def test_a_picture_of_a_bare_sheet_is_empty(marks, expected):
    sheet = Image.new("L", (850, 1100), 245)
    for place in range(marks):
        sheet.paste(20, (100 + 15 * place, 400, 104 + 15 * place, 412))
    sink = io.BytesIO()
    sheet.save(sink, "PNG", dpi=(100, 100))
    (found,) = read_picture(sink.getvalue(), SOURCE, Reading(ocr=Ocr.OFF)).pages
    assert found.empty is expected
