"""Filled boxes on pages drawn here: text from made-up sentences, boxes of every make, and what only looks like them."""

import functools
from typing import NamedTuple

import cv2
import numpy as np
import pytest
from attrs import evolve
from PIL import Image, ImageDraw, ImageFont

from redaudit.layout.layers import Placed
from redaudit.layout.raster.burned import Make
from redaudit.layout.raster.fills import filled
from redaudit.layout.raster.picture import Picture

DPI = 200
WIDTH, HEIGHT = 8.5, 11.0
SENTENCES = (
    "The barges were counted at the lock before noon and again",
    "after the bell. Nobody could say who had signed for the",
    "salt, or why the keeper of the east mole kept two books.",
    "A list of the pilots was asked for and has not been sent.",
)
GRAY, LIGHT, BLACK, WHITE = (192, 192, 192), (224, 224, 224), (0, 0, 0), (255, 255, 255)
CYAN, YELLOW, RED, GREEN, NAVY = (0, 255, 255), (255, 240, 0), (220, 30, 40), (60, 200, 90), (20, 30, 120)


def px(inches):
    return round(inches * DPI)


@functools.cache
def font(inches):
    return ImageFont.load_default(px(inches))


@functools.cache
def grain(rows, columns):
    """Noise of one gray, the same for every page."""
    return np.random.default_rng(7).standard_normal((rows, columns, 1), dtype=np.float32)


@functools.cache
def body(rows, step):
    """Where the letters of some lines are, drawn once for all pages."""
    mask = Image.new("L", (px(5), px(rows * step)), 0)
    pen = ImageDraw.Draw(mask)
    for row in range(rows):
        pen.text((0, px(row * step)), SENTENCES[row % len(SENTENCES)], fill=255, font=font(0.14))
    return mask


class Sheet:
    """A page being drawn; lengths are inches from its top left."""

    def __init__(self, width=WIDTH, height=HEIGHT, paper=WHITE):
        self.image = Image.new("RGB", (px(width), px(height)), paper)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x0, top, x1, bottom, fill=BLACK, outline=None):
        self.pen.rectangle((px(x0), px(top), px(x1) - 1, px(bottom) - 1), fill=fill, outline=outline, width=2)
        return self

    def text(self, x, top, words, size=0.14, fill=BLACK):
        self.pen.text((px(x), px(top)), words, font=font(size), fill=fill)
        return self

    def label(self, x0, top, x1, bottom, words, size=0.11, fill=BLACK):
        place = (px((x0 + x1) / 2), px((top + bottom) / 2))
        self.pen.text(place, words, font=font(size), fill=fill, anchor="mm")
        return self

    def body(self, rows=30, top=1.5, left=1.0, step=0.22):
        self.image.paste(BLACK, (px(left), px(top)), body(rows, step))
        return self

    def polygon(self, points, fill):
        self.pen.polygon([(px(x), px(y)) for x, y in points], fill=fill)
        return self


class Wear(NamedTuple):
    """What a scanner does to a page: degrees of tilt, blur in pixels, noise in grays, JPEG quality, a threshold."""

    tilt: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    jpeg: int = 0
    threshold: int = 0


CLEAN = Wear()
COPIED = Wear(blur=0.8, noise=6.0, jpeg=60)
WORN = Wear(blur=1.4, noise=12.0, jpeg=35)
TILTED = Wear(tilt=1.5, blur=0.7, noise=5.0, jpeg=70)
LEANING = Wear(tilt=-1.2, blur=0.7, noise=5.0, jpeg=70)
BITS = Wear(blur=0.6, noise=10.0, threshold=140)


def scanned(sheet, wear=CLEAN, colour=False):
    pixels = np.asarray(sheet.image).copy()
    rows, columns = pixels.shape[:2]
    if wear.tilt:
        turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), wear.tilt, 1.0)
        pixels = cv2.warpAffine(pixels, turn, (columns, rows), borderValue=WHITE)
    if wear.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), wear.blur)
    if wear.noise:
        pixels = np.clip(pixels + wear.noise * grain(rows, columns), 0, 255).astype(np.uint8)
    if wear.jpeg:
        packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, wear.jpeg])[1]
        pixels = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if wear.threshold:
        gray = np.where(gray > wear.threshold, 255, 0).astype(np.uint8)
    return Picture(gray, DPI / 72, float(DPI), np.ascontiguousarray(pixels) if colour else None)


def found(sheet, wear=CLEAN, words=(), colour=False):
    """What was found, in inches to the twentieth, with its make."""
    return [
        (burned.make, tuple(value / 72 for value in (burned.box.x0, burned.box.top, burned.box.x1, burned.box.bottom)))
        for burned in filled(scanned(sheet, wear, colour), words)
    ]


def halftone(sheet, x0, top, x1, bottom, share):
    """Dots in rows over a place, this share of it black."""
    tile = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16
    rows, columns = px(bottom) - px(top), px(x1) - px(x0)
    dots = np.where(np.tile(tile, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns] < share, 0, 255)
    sheet.image.paste(Image.fromarray(dots.astype(np.uint8)).convert("RGB"), (px(x0), px(top)))
    return sheet


def marker(sheet, x0, top, x1, bottom, seed):
    """A pen's block: its upper and lower edges waver."""
    wave = np.random.default_rng(seed).uniform(-0.02, 0.02, (2, 25))
    along = np.linspace(x0, x1, 25)
    upper = list(zip(along, top + wave[0], strict=True))
    lower = list(zip(along[::-1], bottom + wave[1], strict=True))
    return sheet.polygon(upper + lower, BLACK)


def stepped(sheet):
    """From the middle of one line over a whole one into a third."""
    corners = [(2, 1.94), (5, 1.94), (5, 2.38), (3, 2.38), (3, 2.6), (1, 2.6), (1, 2.16), (2, 2.16)]
    return sheet.polygon(corners, BLACK)


def near(box, want, slack=0.05):
    return all(abs(have - should) <= slack for have, should in zip(box, want, strict=True))


LINES = Sheet().body().box(1, 1.94, 4, 2.1).box(2, 2.6, 3, 2.76).box(1, 4.1, 5.2, 4.8)
GRAYS = (
    Sheet()
    .body()
    .box(1, 1.94, 3, 2.1, GRAY)
    .label(1, 1.94, 3, 2.1, "5.1.2e", fill=WHITE)
    .box(2, 2.6, 2.6, 2.76, GRAY)
    .label(2, 2.6, 2.6, 2.76, "(b)(6)")
    .box(1, 4, 3.9, 4.8, GRAY)
)
COLOURS = (
    Sheet()
    .body()
    .box(1, 1.94, 3, 2.1, CYAN)
    .label(1, 1.94, 3, 2.1, "10.2.g")
    .box(1, 2.6, 3.9, 2.76, YELLOW)
    .box(2, 3.6, 3, 3.8, RED)
    .box(1, 5, 3, 6, GREEN)
    .box(4, 5, 5, 5.2, NAVY)
)
LABELLED = (
    Sheet()
    .body()
    .box(1, 1.94, 3, 2.12)
    .label(1, 1.94, 3, 2.12, "(b)(7)(C)", fill=WHITE)
    .box(1, 3, 1.5, 3.16)
    .label(1, 3, 1.5, 3.16, "b6", fill=WHITE)
    .box(1, 4, 6, 6)
    .label(1, 4, 6, 6, "Withheld under (b)(5)", fill=WHITE)
)
BLACK_LINES = [(1, 1.94, 4, 2.1), (2, 2.6, 3, 2.76), (1, 4.1, 5.2, 4.8)]
GRAY_BOXES = [(1, 1.94, 3, 2.1), (2, 2.6, 2.6, 2.76), (1, 4, 3.9, 4.8)]
COLOUR_BOXES = [(1, 1.94, 3, 2.1), (1, 2.6, 3.9, 2.76), (2, 3.6, 3, 3.8), (1, 5, 3, 6), (4, 5, 5, 5.2)]
LABEL_BOXES = [(1, 1.94, 3, 2.12), (1, 3, 1.5, 3.16), (1, 4, 6, 6)]


@pytest.mark.parametrize("wear", [CLEAN, COPIED, WORN, BITS], ids=["clean", "copied", "worn", "bits"])
@pytest.mark.parametrize(
    ("sheet", "wants"),
    [
        (LINES, BLACK_LINES),
        (LABELLED, LABEL_BOXES),
        (Sheet().body().box(1.5, 2.0, 3.5, 2.2), [(1.5, 2.0, 3.5, 2.2)]),
        (stepped(Sheet().body()), [(1, 1.94, 5, 2.6)]),
        (marker(Sheet().body(), 2, 3.26, 5, 3.44, 2), [(2, 3.25, 5, 3.45)]),
        (Sheet().body(8).box(1, 3.5, 6, 8).body(6, 8.3), [(1, 3.5, 6, 8)]),
    ],
    ids=["a box a line", "white labels", "partly over text", "stepped", "marker", "a page's middle"],
)
def test_black_boxes_are_found_however_the_page_was_scanned(sheet, wants, wear):
    boxes = found(sheet, wear)
    assert [make for make, _ in boxes] == [Make.BLACK] * len(wants)
    assert all(near(box, want) for (_, box), want in zip(boxes, wants, strict=True))


@pytest.mark.parametrize("wear", [CLEAN, COPIED], ids=["clean", "copied"])
@pytest.mark.parametrize(
    ("sheet", "makes", "wants"),
    [
        (GRAYS, [Make.GRAY] * 3, GRAY_BOXES),
        (COLOURS, [Make.COLOURED] * 5, COLOUR_BOXES),
        (
            Sheet().body().box(1, 1.94, 3, 2.12, LIGHT).label(1, 1.94, 3, 2.12, "(b)(6)"),
            [Make.GRAY],
            [(1, 1.94, 3, 2.12)],
        ),
        (
            Sheet().body().box(1, 7, 6, 8, GRAY).label(1, 7, 6, 8, "buiten verzoek"),
            [Make.GRAY],
            [(1, 7, 6, 8)],
        ),
    ],
    ids=["gray", "coloured", "light with a code", "a few words in much gray"],
)
def test_gray_and_coloured_boxes_are_found_with_their_labels(sheet, makes, wants, wear):
    boxes = found(sheet, wear, colour=True)
    assert [make for make, _ in boxes] == makes
    assert all(near(box, want) for (_, box), want in zip(boxes, wants, strict=True))


def labelled(boxes, fill=GRAY, sign=WHITE):
    sheet = Sheet().body()
    for box in boxes:
        sheet.box(*box, fill).label(*box, "5.1.2e", size=0.09, fill=sign)
    return sheet


ONE_BELOW_THE_OTHER = [(2, 2.82, 3.5, 3.02), (2, 3.02, 4, 3.22)]
SIDE_BY_SIDE = [(2, 2.82, 3, 3.0), (3.03, 2.82, 4, 3.0)]
FOUR = [(2, 2.82, 2.7, 3.02), (2.74, 2.82, 4, 3.02), (2, 3.02, 3.3, 3.22), (3.34, 3.02, 4, 3.22)]


@pytest.mark.parametrize("wear", [CLEAN, COPIED], ids=["clean", "copied"])
@pytest.mark.parametrize(
    ("sheet", "wants"),
    [
        (labelled(ONE_BELOW_THE_OTHER), ONE_BELOW_THE_OTHER),
        (labelled(SIDE_BY_SIDE), SIDE_BY_SIDE),
        (labelled(SIDE_BY_SIDE, YELLOW, BLACK), SIDE_BY_SIDE),
        (labelled(FOUR), FOUR),
        (
            Sheet()
            .body()
            .box(2, 2.82, 5, 3.6, GRAY)
            .label(2, 3.05, 5, 3.2, "5.1.1d")
            .label(2, 3.22, 5, 3.37, "5.1.2e"),
            [(2, 2.82, 5, 3.6)],
        ),
    ],
    ids=["one below the other", "side by side", "side by side in colour", "two and two", "two labels on one box"],
)
def test_boxes_that_touch_are_told_apart_by_their_labels(sheet, wants, wear):
    boxes = [box for _, box in found(sheet, wear, colour=True)]
    assert len(boxes) == len(wants)
    assert all(any(near(box, want, slack=0.06) for box in boxes) for want in wants)


@pytest.mark.parametrize("wear", [CLEAN, BITS], ids=["clean", "bits"])
def test_a_gray_made_of_dots_is_found(wear):
    [(make, box)] = found(halftone(Sheet().body(), 1, 1.94, 3, 2.1, 0.4), wear)
    assert make is Make.HATCHED
    assert near(box, (1, 1.94, 3, 2.1))


@pytest.mark.parametrize("wear", [TILTED, LEANING], ids=["left", "right"])
def test_boxes_burned_in_before_a_crooked_scan_have_the_bounds_of_what_stands_askew(wear):
    boxes = found(LINES, wear)
    assert [make for make, _ in boxes] == [Make.BLACK] * 3
    # A slope of 1.5 degrees lifts an end of a box four inches wide by a tenth of an inch.
    assert all(near(box, want, slack=0.13) for (_, box), want in zip(boxes, BLACK_LINES, strict=True))


def test_a_picture_of_unknown_size_has_its_points_as_pixels():
    page = scanned(LINES)
    [first, *_] = filled(Picture(page.gray, 1.0, float(DPI)), [])
    assert near(
        tuple(value / DPI for value in (first.box.x0, first.box.top, first.box.x1, first.box.bottom)), BLACK_LINES[0]
    )


def shaded(words, x0=1.0, fill=GRAY):
    """A shaded box with words on it, and the words as a text layer would have them."""
    sheet = Sheet().body(20, 3).box(x0, 1.5, x0 + 3, 1.75, fill).text(x0 + 0.1, 1.55, words)
    ends = x0 + 0.1 + font(0.14).getlength(words) / DPI
    return sheet, [Placed(words, (x0 + 0.1) * 72, 1.55 * 72, ends * 72, 1.7 * 72, 0)]


@pytest.mark.parametrize(
    ("words", "hides"),
    [
        ("Tolls", False),
        ("12", False),
        ("B1", True),
        ("Redacted", True),
        ("Non-responsive", True),
        ("10.2.e", True),
        ("Exempt (b)(5)", True),
    ],
)
def test_words_of_the_text_layer_tell_a_label_from_a_heading(words, hides):
    sheet, layer = shaded(words)
    assert [make for make, _ in found(sheet, words=layer)] == [Make.GRAY] * hides


def test_a_layer_that_still_holds_what_is_hidden_makes_no_heading_of_the_box():
    sheet = Sheet().body().box(1, 1.94, 4, 2.1).box(1, 2.6, 4, 2.76, GRAY).label(1, 2.6, 4, 2.76, "(b)(6)")
    hidden = "Johanna van der Meulen, keeper of the upper lock"
    layer = [Placed(hidden, 72, top * 72, 4 * 72, (top + 0.16) * 72, 0) for top in (1.94, 2.6)]
    assert [make for make, _ in found(sheet, words=layer)] == [Make.BLACK, Make.GRAY]


def film():
    return Sheet().body().box(0, 0, 8.5, 0.25).box(0, 10.8, 8.5, 11).box(0, 0, 0.3, 11).box(8.1, 0.4, 8.35, 10.6)


def torn_film():
    wave = np.random.default_rng(1).uniform(-0.1, 0.1, 41)
    edge = [(8.5 * step / 40, 0.25 + wave[step]) for step in range(41)]
    side = [(0.3 + wave[step], 11 * step / 40) for step in range(41)]
    return Sheet().body().polygon([(0, 0), *edge, (8.5, 0)], BLACK).polygon([(0, 0), *side, (0, 11)], BLACK)


def photograph():
    rows, columns = px(2.5), px(3)
    grays = np.random.default_rng(5).integers(0, 255, (9, 12)).astype(np.uint8)
    sheet = Sheet().body(8)
    smooth = cv2.resize(grays, (columns, rows), interpolation=cv2.INTER_CUBIC)
    sheet.image.paste(Image.fromarray(smooth).convert("RGB"), (px(1), px(4)))
    dots = np.where(smooth > np.random.default_rng(6).integers(0, 255, smooth.shape), 255, 0).astype(np.uint8)
    sheet.image.paste(Image.fromarray(dots).convert("RGB"), (px(4.5), px(4)))
    return sheet


def table(fill):
    sheet = Sheet()
    for row in range(6):
        for column, head in enumerate(("Harbor", "Tonnage", "Pilots", "Remarks")):
            x, top = 1 + column * 1.5, 3 + row * 0.3
            shade = fill if row == 0 or column == 0 else WHITE
            sheet.box(x, top, x + 1.5, top + 0.3, shade, BLACK)
            sheet.text(x + 0.05, top + 0.07, head if row == 0 else f"{'Row ' if column == 0 else '1'}{row * 37}")
    return sheet


def highlighted(fill, right):
    sheet = Sheet()
    for row in (3, 4, 9):
        sheet.box(0.98, 1.48 + row * 0.22, right, 1.68 + row * 0.22, fill)
    return sheet.body()


def square_code():
    sheet = Sheet().body(10)
    dark = np.random.default_rng(2).random((29, 29)) > 0.5
    for row, column in zip(*np.nonzero(dark), strict=True):
        sheet.box(5 + column * 0.03, 6 + row * 0.03, 5.03 + column * 0.03, 6.03 + row * 0.03)
    for x, top in ((5, 6), (5.66, 6), (5, 6.66)):
        sheet.box(x, top, x + 0.21, top + 0.21).box(x + 0.03, top + 0.03, x + 0.18, top + 0.18, WHITE)
        sheet.box(x + 0.06, top + 0.06, x + 0.15, top + 0.15)
    return sheet


def bar_code():
    sheet, x = Sheet().body(10), 4.0
    for wide, gap in np.random.default_rng(3).integers(1, 4, (50, 2)):
        sheet.box(x, 7, x + wide * 0.012, 7.5)
        x += (wide + gap) * 0.012
    return sheet


def round_marks():
    sheet = Sheet().body()
    for x, top, width, height in ((0.3, 2, 0.28, 0.28), (0.3, 9, 0.28, 0.28), (6, 3, 0.5, 0.3), (6.5, 6, 0.4, 0.35)):
        sheet.pen.ellipse((px(x), px(top), px(x + width), px(top + height)), fill=BLACK)
    return sheet


def icons():
    sheet = Sheet().body(20)
    for x, sign, fill in ((1, "in", (30, 150, 220)), (1.3, "f", (20, 70, 160)), (1.6, "X", BLACK)):
        sheet.box(x, 8, x + 0.22, 8.22, fill).label(x, 8, x + 0.22, 8.22, sign, 0.14, WHITE)
    return sheet


def ribbon():
    """A letterhead's black ribbon with white arms on its lower part."""
    sheet = Sheet().body(30, 2).box(4, 0.2, 4.5, 1.5)
    for step in range(5):
        sheet.pen.ellipse((px(4.06 + 0.08 * step), px(0.95), px(4.11 + 0.08 * step), px(1.2)), fill=WHITE)
    return sheet.polygon([(4.04, 1.35), (4.46, 1.35), (4.25, 1.22)], WHITE)


def logo():
    sheet = Sheet().body(20, 3).box(1, 1, 1.4, 1.5, YELLOW).box(1.4, 1, 1.8, 1.5, NAVY).box(1.8, 1, 2.2, 1.5, RED)
    sheet.text(2.4, 1.1, "Lockbridge", 0.3, NAVY)
    return sheet.box(0.3, 4, 0.45, 4.7, NAVY).box(0.3, 4.7, 0.45, 5.4, GREEN).box(0.3, 5.4, 0.45, 6.1)


def charts():
    sheet = Sheet().body(6)
    for step, height in enumerate((1, 1.6, 0.7, 2.2, 1.1)):
        sheet.box(1 + step * 0.6, 8 - height, 1.4 + step * 0.6, 8, NAVY)
    for first, last, fill in ((0, 100, RED), (100, 250, GREEN), (250, 360, YELLOW)):
        sheet.pen.pieslice((px(5), px(5), px(7.5), px(7.5)), first, last, fill=fill)
    return sheet


def land():
    sheet = Sheet().body(6)
    for seed, fill in ((1, GRAY), (2, GREEN), (3, CYAN)):
        corners = np.random.default_rng(seed).uniform((1, 4), (6, 8), (6, 2))
        sheet.polygon([tuple(corner) for corner in corners], fill)
    return sheet


def headings():
    sheet = Sheet().box(1, 1, 7.5, 1.4).text(1.1, 1.08, "Report of the harbor board", 0.22, WHITE).body(20, 2)
    sheet.box(1, 7, 4, 7.25, NAVY).text(1.05, 7.04, "SUMMARY OF TOLLS", 0.14, WHITE)
    return sheet.text(1, 8, "FIFTH ELM HILT", 0.9)


def stamp():
    sheet = Sheet().body(20).box(4, 8, 6.5, 9, None, BLACK)
    return sheet.label(4, 8, 6.5, 8.5, "RECEIVED", 0.3).label(4, 8.5, 6.5, 9, "MAR 14 1962", 0.22)


DECOYS = {
    "film": film(),
    "torn film": torn_film(),
    "photographs": photograph(),
    "gray table": table(GRAY),
    "light table": table(LIGHT),
    "yellow table": table(YELLOW),
    "yellow highlight": highlighted(YELLOW, 6),
    "gray highlight": highlighted(GRAY, 2.6),
    "rules": Sheet().body().box(1, 1.2, 7.5, 1.25).box(1, 9, 7.5, 9.09),
    "square code": square_code(),
    "bar code": bar_code(),
    "holes and blots": round_marks(),
    "icons": icons(),
    "ribbon": ribbon(),
    "charts": charts(),
    "map": land(),
    "headings": headings(),
    "stamp": stamp(),
    "check boxes": Sheet().body(4, 5).box(1, 2, 1.13, 2.13).box(1, 3, 1.13, 3.13).box(3, 2, 3.15, 2.15, None, BLACK),
    "gray paper": Sheet(paper=(205, 205, 200)).body(),
    "dark paper": Sheet(paper=(150, 150, 150)).body(),
}


@pytest.mark.parametrize("wear", [CLEAN, COPIED, LEANING], ids=["clean", "copied", "leaning"])
@pytest.mark.parametrize("decoy", DECOYS)
def test_what_only_looks_like_a_box_is_left_alone(decoy, wear):
    page = scanned(DECOYS[decoy], wear, colour=True)
    assert filled(page, []) == []
    assert filled(evolve(page, colour=None), []) == []


def test_a_logo_in_colour_is_left_alone():
    assert found(logo(), colour=True) == []
    assert found(logo(), COPIED, colour=True) == []


def test_an_empty_page_and_a_tiny_one_have_no_boxes():
    assert found(Sheet()) == []
    assert filled(Picture(np.full((20, 15), 255, np.uint8), 1.0, 72.0), []) == []
    assert filled(Picture(np.zeros((1, 1), np.uint8), 1.0, 72.0), []) == []
