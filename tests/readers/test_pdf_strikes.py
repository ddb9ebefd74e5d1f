"""Words of a drawn page that a line strikes, whatever drew it."""

import pytest

from redaudit.model.document import Ink, Source
from redaudit.readers.pdf import read
from tests.support_pdf import HEIGHT, annotation, line, outline, pdf, text

SOURCE = Source("memo.pdf", "00", "", "", 0)
BANNER = text(72, 100, "TOP SECRET UMBRA", size=14)


def path(*points, end="S"):
    """A path from point to point, one point wide."""
    (x0, y0), *others = points
    return f"1 w {x0} {HEIGHT - y0} m " + " ".join(f"{x} {HEIGHT - y} l" for x, y in others) + f" {end}"


def curve(start, *curves):
    """A pen's curves, six numbers each."""
    pieces = [f"{a} {HEIGHT - b} {c} {HEIGHT - d} {e} {HEIGHT - f} c" for a, b, c, d, e, f in curves]
    return f"1 w {start[0]} {HEIGHT - start[1]} m {' '.join(pieces)} S"


def struck(*operations):
    page = read(pdf(BANNER, *operations), SOURCE).pages[0]
    assert page.text == "TOP SECRET UMBRA"
    return [page.text[span.start : span.end] for span in page.inks if span.ink is Ink.STRUCK]


@pytest.mark.parametrize(
    "operation",
    [
        line(70, 96, 210, 96),
        line(70, 103, 210, 90),  # from below its first letter to above its last
        line(70, 90, 210, 103),
        "[3 2] 0 d " + line(70, 96, 210, 96),
        " ".join(line(70 + 6 * n, 96, 73 + 6 * n, 96) for n in range(24)),  # dashes, each drawn by itself
        path((70, 103), (210, 91), (210, 89), (70, 101), end="h f"),  # a thin slanted bar
        path((70, 97), (90, 95), (120, 98), (150, 95), (180, 97), (210, 95)),
        path((70, 103), (140, 91), (142, 104), (210, 92)),  # to and fro
        curve((70, 97), (90, 90, 100, 104, 120, 97), (140, 90, 160, 104, 210, 96)),  # a pen's wave
        line(70, 96, 210, 96, width=3),
        annotation("StrikeOut", 70, 88, 210, 104),
    ],
)
def test_lines_through_a_banner_strike_it(operation):
    assert struck(operation) == ["TOP SECRET UMBRA"]


def test_a_slanted_line_strikes_the_word_that_it_crosses():
    assert struck(line(104, 104, 160, 90)) == ["SECRET"]


@pytest.mark.parametrize(
    "operation",
    [
        line(70, 104, 210, 107),  # under the words, askew
        line(70, 200, 300, 60),  # across the page
        line(40, 60, 90, 140),
        "1 1 1 RG " + line(70, 96, 210, 96),  # rubbed out
        outline(66, 84, 214, 108),
        curve((60, 96), (60, 80, 220, 80, 220, 96), (220, 112, 60, 112, 60, 96)),  # a loop around the words
        line(40, 96, 580, 96),
    ],
)
def test_lines_around_a_banner_do_not(operation):
    assert struck(operation) == []


def test_a_drawing_of_many_points_is_no_pen():
    points = [(70 + n / 4, 92 + n % 2 * 8) for n in range(560)]
    assert struck(path(*points)) == []
