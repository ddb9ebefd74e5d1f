"""Words drawn in several types and struck, underlined, dotted or stamped over in as many ways, and their ink."""

from functools import cache

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.strikes import ink_of, strike_in, without_strike
from redaudit.model.document import Ink
from redaudit.model.geometry import Box
from tests.support_scan import DPI, SCALE, Word, packed, shown

# Typewriter, newspaper and office types that PDFium has of its own, and Pillow's.
TYPES = {"typewriter": "C", "bold typewriter": "D", "sans": "H", "bold sans": "B", "serif": "T"}
X, Y = 80, 50


@cache
def printed(words, type_, size):
    """Words in black on the upper part of a page, 200 pixels an inch."""
    if type_ == "pillow":
        image = Image.new("L", (1700, 260), 255)
        font = ImageFont.load_default(size * SCALE)
        ImageDraw.Draw(image).text((X * SCALE, Y * SCALE), words, font=font, fill=0, anchor="ls")
        return np.array(image)
    with pypdfium2.PdfDocument(packed([shown(Word(words, X, Y, TYPES[type_], size, 0))])) as document:
        pixels = document[0].render(scale=SCALE, grayscale=True).to_numpy()
    return pixels[:260, :, 0] if pixels.ndim == 3 else pixels[:260]


def page(words, type_="serif", size=12):
    """A page of paper with words on it, and the corners of their box: left, top, right, bottom in pixels."""
    gray = printed(words, type_, size).copy()
    rows, columns = np.nonzero(gray < 128)
    return gray, (int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)


def picture(gray, noise=0.0, blur=0.0):
    """The page scanned: blurred, grained."""
    if blur:
        gray = cv2.GaussianBlur(gray, (0, 0), blur)
    if noise:
        grain = np.random.default_rng(7).normal(0, noise, gray.shape)
        gray = np.clip(gray.astype(float) + grain, 0, 255).astype(np.uint8)
    return Picture(gray, SCALE, float(DPI))


def box(corners):
    return Box(*(edge / SCALE for edge in corners))


def level(gray, corners, part=0.5, thick=3, beyond=10):
    left, top, right, bottom = corners
    y = round(top + part * (bottom - top))
    cv2.line(gray, (left - beyond, y), (right + beyond, y), 0, thick, cv2.LINE_AA)


def slanted(gray, corners, thick=3):
    """From below the word to above it, at 15 degrees or more, as reviewers strike TOP SECRET."""
    left, top, right, bottom = corners
    height = bottom - top
    middle, reach = (left + right) // 2, min((right - left) // 2, 4 * height)
    ends = (middle - reach, bottom + height // 2), (middle + reach, top - height // 2)
    cv2.line(gray, *ends, 0, thick, cv2.LINE_AA)


def pen(gray, corners, thick=4):
    """A hand's wavy stroke, thick at its ends."""
    left, top, right, bottom = corners
    height = bottom - top
    xs = np.arange(left - height // 2, right + height // 2)
    ys = top + height * (0.5 + 0.12 * np.sin(xs / (1.7 * height)))
    cv2.polylines(gray, [np.stack([xs, ys], axis=1).astype(np.int32)], False, 0, thick, cv2.LINE_AA)
    cv2.circle(gray, (int(xs[0]), int(ys[0])), thick, 0, -1)


def plain(gray, corners):
    pass


def underlined(gray, corners):
    left, _, right, bottom = corners
    cv2.line(gray, (left, bottom + 4), (right, bottom + 4), 0, 2)


def touching_underline(gray, corners):
    """An underline that touches the letters' feet."""
    left, _, right, bottom = corners
    cv2.line(gray, (left, bottom), (right, bottom), 0, 2)


def overlined(gray, corners):
    """The edge of a table just above the letters."""
    left, top, right, _ = corners
    cv2.line(gray, (left - 80, top - 4), (right + 80, top - 4), 0, 2)


def boxed(gray, corners):
    left, top, right, bottom = corners
    cv2.rectangle(gray, (left - 10, top - 10), (right + 10, bottom + 25), 0, 2)


def punched(gray, corners):
    """DECLASSIFIED punched in dots: rows of holes through the word."""
    left, top, right, bottom = corners
    for y in range(top - 20, bottom + 20, 14):
        for x in range(left - 20, right + 20, 14):
            cv2.circle(gray, (x, y), 3, 0, -1)


def stamped_over(gray, corners):
    """A tall thin stamp across the word: L I A V N."""
    left, top, right, bottom = corners
    top, bottom = top - 12, bottom + 10
    wide = (bottom - top) // 2
    letters = ([(0, 0), (0, 1), (1, 1)], [(0, 0), (0, 1)], [(0, 1), (0.5, 0), (1, 1)], [(0, 0), (0.5, 1), (1, 0)])
    for place, x in enumerate(range(left - wide, right + wide, wide + 12)):
        strokes = letters[place % len(letters)]
        points = [(round(x + across * wide), round(top + down * (bottom - top))) for across, down in strokes]
        cv2.polylines(gray, [np.array(points, np.int32)], False, 0, 3, cv2.LINE_AA)


def text_below(gray, corners):
    """The next line of the text, close."""
    left, top, right, bottom = corners
    high, wide = bottom - top, right - left
    gray[bottom + 12 : bottom + 12 + high, left + 20 : left + 20 + wide] = gray[top:bottom, left:right]


STRUCK = {"level": level, "slanted": slanted, "pen": pen}
NOT_STRUCK = {
    "plain": plain,
    "overlined": overlined,
    "boxed": boxed,
    "punched": punched,
    "stamped over": stamped_over,
    "text below": text_below,
}
UNDERLINED = {"underlined": underlined, "touching": touching_underline}
PRINTED = (*TYPES, "pillow")
WORDS = ("SECRET", "TOP SECRET", "CONFIDENTIAL", "SECRET/NODIS", "C O N F I D E N T I A L")


@pytest.mark.parametrize("type_", PRINTED)
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("how", STRUCK)
def test_struck_words(how, words, type_):
    gray, corners = page(words, type_)
    STRUCK[how](gray, corners)
    assert ink_of(picture(gray), box(corners)) is Ink.STRUCK


@pytest.mark.parametrize("type_", PRINTED)
@pytest.mark.parametrize("words", [*WORDS, "HEATHE", "EFFETE", "Secretary", "happy egypt", "1.4(b)"])
@pytest.mark.parametrize("how", NOT_STRUCK)
def test_words_that_nothing_strikes(how, words, type_):
    gray, corners = page(words, type_)
    NOT_STRUCK[how](gray, corners)
    assert ink_of(picture(gray), box(corners)) is Ink.PLAIN


@pytest.mark.parametrize("type_", PRINTED)
@pytest.mark.parametrize("words", ["SECRET", "CONFIDENTIAL", "Comment:", "happy egypt"])
@pytest.mark.parametrize("how", UNDERLINED)
def test_underlined_words(how, words, type_):
    gray, corners = page(words, type_)
    UNDERLINED[how](gray, corners)
    assert ink_of(picture(gray), box(corners)) is Ink.UNDERLINED


@pytest.mark.parametrize("how", STRUCK)
def test_struck_and_underlined_is_struck(how):
    gray, corners = page("CONFIDENTIAL")
    underlined(gray, corners)
    STRUCK[how](gray, corners)
    assert ink_of(picture(gray), box(corners)) is Ink.STRUCK


@pytest.mark.parametrize(
    ("size", "thick"),
    [(9, 2), (9, 3), *((size, thick) for size in (12, 20) for thick in (1, 2, 3, 5)), (36, 3), (36, 8)],
)
def test_strokes_of_any_thickness_through_letters_of_any_size(size, thick):
    gray, corners = page("SECRET", "serif", size)
    level(gray, corners, thick=min(thick, size // 3))
    assert ink_of(picture(gray), box(corners)) is Ink.STRUCK


@pytest.mark.parametrize("part", [0.3, 0.4, 0.5, 0.6, 0.7])
def test_strokes_through_any_part_of_the_letters(part):
    gray, corners = page("SECRET", "serif", 14)
    level(gray, corners, part)
    assert ink_of(picture(gray), box(corners)) is Ink.STRUCK


@pytest.mark.parametrize(("noise", "blur"), [(20, 0.0), (0, 1.2), (25, 0.8)])
@pytest.mark.parametrize("how", [*STRUCK, *NOT_STRUCK])
def test_worn_scans(how, noise, blur):
    gray, corners = page("CONFIDENTIAL")
    (STRUCK | NOT_STRUCK)[how](gray, corners)
    found = ink_of(picture(gray, noise, blur), box(corners))
    assert (found in (Ink.STRUCK, Ink.LIKELY_STRUCK)) == (how in STRUCK)


@pytest.mark.parametrize(
    ("left", "top", "right", "bottom"), [(0, -6, 0, 6), (-8, 0, 8, 0), (0, 0, 0, 12), (6, 3, -6, -3), (-20, -4, 20, 4)]
)
@pytest.mark.parametrize("how", [*STRUCK, "plain"])
def test_boxes_that_are_a_little_off(how, left, top, right, bottom):
    gray, corners = page("SECRET", "bold typewriter", 13)
    (STRUCK | NOT_STRUCK)[how](gray, corners)
    near = box([edge + off for edge, off in zip(corners, (left, top, right, bottom), strict=True)])
    assert (ink_of(picture(gray), near) is Ink.STRUCK) == (how in STRUCK)


def test_the_place_of_a_stroke():
    gray, corners = page("SECRET", "serif", 14)
    level(gray, corners, 0.5, 3, 12)
    strike = strike_in(picture(gray), box(corners))
    place = strike.box
    left, top, right, bottom = (edge * SCALE for edge in (place.x0, place.top, place.x1, place.bottom))
    assert left == pytest.approx(corners[0] - 12, abs=8)
    assert right == pytest.approx(corners[2] + 12, abs=8)
    middle = (corners[1] + corners[3]) / 2
    assert top == pytest.approx(middle, abs=3)
    assert bottom == pytest.approx(middle, abs=4)


@pytest.mark.parametrize("how", [*STRUCK, "underlined"])
def test_erased_strokes_leave_the_letters(how):
    clean, corners = page("CONFIDENTIAL", "sans", 14)
    gray = clean.copy()
    (STRUCK | UNDERLINED)[how](gray, corners)
    erased = without_strike(picture(gray), box(corners))
    left, top, right, bottom = corners
    letters = clean[top:bottom, left:right] < 128
    stroke = (gray[top:bottom, left:right] < 128) & ~letters
    left_of_letters = np.count_nonzero((erased[: bottom - top, : right - left] < 128) & letters)
    left_of_stroke = np.count_nonzero((erased[: bottom - top, : right - left] < 128) & stroke)
    assert left_of_letters >= 0.8 * np.count_nonzero(letters)
    assert left_of_stroke <= 0.25 * np.count_nonzero(stroke)


@pytest.mark.parametrize("place", [(0, 0, 1, 1), (0, 0, 0, 0), (500, 140, 504, 144), (300, 10, 340, 12)])
def test_places_without_letters_are_plain(place):
    gray, _ = page("SECRET")
    assert ink_of(picture(gray), Box(*map(float, place))) is Ink.PLAIN
