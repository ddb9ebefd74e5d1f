"""What OCR made of banners, and the levels they are; lines of letters at the edges of drawn pages."""

from functools import cache

import cv2
import numpy as np
import pypdfium2
import pytest

from redaudit.layout.layers import Placed
from redaudit.layout.raster.banners import banners, level_read
from redaudit.layout.raster.lettering import Lettering, letterings
from redaudit.layout.raster.picture import Picture
from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from tests.support_scan import DPI, HEIGHT, SCALE, WIDTH, Word, packed, shown, width

NOTHING = np.zeros((40, 120), np.uint8)


@pytest.mark.parametrize(
    ("texts", "ink", "level"),
    [
        (["SECRET"], Ink.PLAIN, "SECRET"),
        (["TOP SECRET"], Ink.PLAIN, "TOP SECRET"),
        (["TOP SECKEL", "TOP SECRET"], Ink.STRUCK, "TOP SECRET"),
        (["CUCRET", "SREREL"], Ink.STRUCK, "SECRET"),
        (["SUCRE 1", ""], Ink.LIKELY_STRUCK, "SECRET"),
        (["CONTIDONTIAL", "Oh Dish Pr"], Ink.STRUCK, "CONFIDENTIAL"),
        (["TOP-SECRET|", ""], Ink.STRUCK, "TOP SECRET"),
        (["LIMITED OFFICIAL USE"], Ink.PLAIN, "LIMITED OFFICIAL USE"),
        (["LIMITEO OFFICIAL USE"], Ink.PLAIN, "LIMITED OFFICIAL USE"),
        (["UNCLASSIFIED"], Ink.PLAIN, "UNCLASSIFIED"),
        (["LP SECKET"], Ink.STRUCK, "TOP SECRET"),
        (["CUCROI", ""], Ink.STRUCK, "SECRET"),
        (["CUCROI", ""], Ink.PLAIN, ""),
        (["SECRETARY"], Ink.PLAIN, ""),
        (["SECURITY INFORMATION", "SECURIFY INFORMATION"], Ink.STRUCK, ""),
        (["DECLASSIFIED"], Ink.PLAIN, ""),
        (["DECLASSIFIED"], Ink.STRUCK, ""),
        (["Approved for Release: 2001/02/03 C01234567"], Ink.PLAIN, ""),
        (["20 September 1952", "20 September 1952", "Septemhe"], Ink.STRUCK, ""),
        (["Summary of Conclusions", "Summary of Conclusions"], Ink.STRUCK, ""),
        (["the secret of his success was a good"], Ink.PLAIN, ""),
        ([""], Ink.STRUCK, ""),
        ([], Ink.PLAIN, ""),
    ],
)
def test_the_level_that_readings_are_nearest_to(texts, ink, level):
    assert level_read(texts, ink) == level


def line(at_top, ink, crossed=True, left=250, part=None):
    top = 30 if at_top else 740
    box = Box(left, top, left + 100, top + 14)
    return Lettering(box, ink, at_top, box if crossed else None, part, "", (NOTHING, NOTHING))


def found(lines, readings):
    return sorted((banner.text, banner.ink.value, banner.box.top < 400) for banner in banners(lines, readings))


def test_an_unread_line_under_a_stroke_is_what_its_pair_is():
    lines = [line(True, Ink.STRUCK), line(False, Ink.PLAIN)]
    assert found(lines, [["CONFIDENTIAL", ""], ["a4 ~", "ony"]]) == [
        ("CONFIDENTIAL", "struck", True),
        ("CONFIDENTIAL", "struck?", False),
    ]


@pytest.mark.parametrize(
    ("other", "reading"),
    [
        (line(False, Ink.PLAIN, crossed=False), ["a4 ~", "ony"]),
        (line(False, Ink.PLAIN, left=60), ["a4 ~", "ony"]),
        (line(True, Ink.PLAIN), ["a4 ~", "ony"]),
        (line(False, Ink.PLAIN), ["THE WHITE HOUSE", "THE WHITE HOUSE"]),
        (line(False, Ink.PLAIN), ["Best regards", "Best regards"]),
        (line(False, Ink.PLAIN), ["lepublic within the valley.", "republic within the valley."]),
    ],
)
def test_lines_that_are_no_pair(other, reading):
    assert found([line(True, Ink.STRUCK), other], [["SECRET", ""], reading]) == [("SECRET", "struck", True)]


def test_a_plain_banner_makes_no_pair():
    lines = [line(True, Ink.PLAIN, crossed=False), line(False, Ink.PLAIN)]
    assert found(lines, [["SECRET", ""], ["a4 ~", "ony"]]) == [("SECRET", "plain", True)]


def test_one_pair_for_one_banner():
    lines = [line(True, Ink.STRUCK), line(False, Ink.STRUCK), line(False, Ink.STRUCK)]
    readings = [["SECRET", ""], ["SECRET", ""], ["a4 ~", "ony"]]
    assert found(lines, readings) == [("SECRET", "struck", False), ("SECRET", "struck", True)]


def test_beside_a_banner_of_the_same_edge_another_is_found():
    lines = [line(True, Ink.STRUCK), line(True, Ink.STRUCK, left=60)]
    assert found(lines, [["SECRET", ""], ["SECRET", ""]]) == [("SECRET", "struck", True)] * 2


def test_the_struck_part_of_an_overprint():
    part = Box(280, 740, 330, 754)
    lines = [line(True, Ink.STRUCK), line(False, Ink.STRUCK, part=part)]
    readings = [["SECRET", ""], ["CLINTON LBRARY PHOTOCOPY", "CLINTON LIBRARY PHOTOCOPY", "~e"]]
    assert [banner.box for banner in banners(lines, readings)] == [lines[0].box, part]


def high_line(height):
    return Lettering(
        Box(200, 15, 340, 15 + height), Ink.PLAIN, True, Box(200, 20, 340, 24), None, "", (NOTHING, NOTHING)
    )


@pytest.mark.parametrize(("height", "place"), [(22, Box(200, 15, 340, 37)), (9, Box(250, 24, 350, 31))])
def test_a_line_as_high_as_two_holds_the_banner_that_the_release_is_printed_over(height, place):
    lines = [high_line(height), line(False, Ink.STRUCK)]
    readings = [["TOY SE-ET", "Approved tor Release: 2001"], ["SECRET", ""]]
    assert [banner.box for banner in banners(lines, readings)] == [lines[1].box, place]


def test_below_the_release_line_stands_the_pair_of_a_struck_banner_that_no_line_was_read_of():
    release = Lettering(Box(210, 15, 400, 22), Ink.PLAIN, True, None, None, "", (NOTHING, NOTHING))
    texts = ["ved for Release: 2001/02/03 C01234567", "ved for Release: 2001/02/03 C01234567"]
    lines = [release, line(False, Ink.STRUCK)]
    assert [(it.box, it.ink) for it in banners(lines, [texts, ["SECRET", ""]])] == [
        (lines[1].box, Ink.STRUCK),
        (Box(250, 22, 350, 29), Ink.LIKELY_STRUCK),
    ]
    assert found([release, line(False, Ink.STRUCK, left=60)], [texts, ["SECRET", ""]]) == [("SECRET", "struck", False)]
    plain = line(False, Ink.PLAIN, crossed=False)
    assert found([release, plain], [texts, ["SECRET", ""]]) == [("SECRET", "plain", False)]


# ---- lines of letters


@cache
def typed(*words):
    with pypdfium2.PdfDocument(packed([shown(word) for word in words])) as document:
        pixels = document[0].render(scale=SCALE, grayscale=True).to_numpy()
    return (pixels[:, :, 0] if pixels.ndim == 3 else pixels).copy()


def centred(words, y, font="B", size=14):
    across = width(words, font, size)
    return Word(words, (WIDTH - across) / 2, y, font, size, across)


def strike(pixels, word, rise=0.0):
    """A stroke through a word, rising by so many points from its beginning to its end."""
    middle = word.y - 0.36 * word.size
    ends = (word.x - 6, middle + rise / 2), (word.x + word.width + 6, middle - rise / 2)
    points = [tuple(round(value * SCALE) for value in end) for end in ends]
    cv2.line(pixels, *points, 0, 4, cv2.LINE_AA)


def seen(pixels, words=()):
    return letterings(Picture(pixels, SCALE, float(DPI)), words)


@pytest.mark.parametrize("rise", [0.0, 8.0, 40.0])
def test_struck_banners_at_both_edges(rise):
    top, bottom = centred("TOP SECRET", 40), centred("TOP SECRET", 760)
    pixels = typed(top, bottom, Word("Some running text of a memorandum.", 80, 300, "C", 11, 250)).copy()
    strike(pixels, top, rise)
    strike(pixels, bottom, rise)
    lines = seen(pixels)
    assert [(one.at_top, one.ink) for one in lines] == [(True, Ink.STRUCK), (False, Ink.STRUCK)]
    for one, word in zip(lines, (top, bottom), strict=True):
        assert one.box.x0 == pytest.approx(word.x, abs=4)
        assert one.box.x1 == pytest.approx(word.x + word.width, abs=4)
        assert one.box.bottom == pytest.approx(word.y, abs=2)


def test_what_is_read_has_no_stroke():
    word = centred("SECRET", 40, "T", 20)
    pixels = typed(word).copy()
    clean = seen(pixels)[0].readable[0]
    strike(pixels, word)
    erased, raw, *_ = seen(pixels)[0].readable
    assert erased.shape == pytest.approx(clean.shape, abs=8)
    same = [cv2.resize(part, (200, 50)) < 128 for part in (clean, erased, raw)]
    assert np.count_nonzero(same[0] != same[1]) < 0.6 * np.count_nonzero(same[0] != same[2])


def test_a_typed_banner_beside_a_stamped_one():
    typed_, stamped = Word("SECRET", 80, 60, "C", 11, 40), centred("SECRET", 56, "B", 30)
    pixels = typed(typed_, stamped).copy()
    strike(pixels, typed_)
    strike(pixels, stamped)
    lines = sorted(seen(pixels), key=lambda one: one.box.x0)
    assert [one.ink for one in lines] == [Ink.STRUCK, Ink.STRUCK]
    assert lines[0].box.x1 < lines[1].box.x0


def test_lines_that_the_text_layer_explains_are_not_read():
    word = centred("NATIONAL SECURITY", 40)
    box = word.x, word.y - 12, word.x + word.width, word.y + 2
    half = word.x + word.width / 2
    layer = [Placed("NATIONAL", box[0], box[1], half - 2, box[3], 0), Placed("SECURITY", half + 2, *box[1:], 0)]
    assert seen(typed(word), layer) == ()
    damaged = [Placed("N@T|0", box[0], box[1], half - 2, box[3], 0)]
    assert [one.known for one in seen(typed(word), damaged)] == ["N@T|0"]


def test_an_underlined_heading_is_not_struck():
    word = centred("Summary of Conclusions", 60, "T", 14)
    pixels = typed(word).copy()
    y = round((word.y + 3) * SCALE)
    cv2.line(pixels, (round(word.x * SCALE), y), (round((word.x + word.width) * SCALE), y), 0, 3)
    assert [(one.ink, one.crossed) for one in seen(pixels)] == [(Ink.PLAIN, None)]


def test_the_middle_of_the_page_is_no_edge():
    word = centred("SECRET", HEIGHT / 2)
    pixels = typed(word).copy()
    strike(pixels, word)
    assert seen(pixels) == ()
