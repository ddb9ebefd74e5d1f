"""Level lines of telegrams: found by the rows around them, read letter by letter, struck by pens and not by dots."""

from functools import cache

import cv2
import numpy as np
import pypdfium2
import pytest
from attrs import evolve

from redaudit.layout.layers import Placed
from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.telegram import agrees, bare_of_strike, inks, level_line, likely_level, lines
from redaudit.model.document import Ink
from tests.support_scan import DPI, SCALE, Word, packed, shown, width

LEFT, TOP, PITCH, SIZE = 60, 100, 12, 10
CELL = 0.6 * SIZE

HEAD = [
    "{level}",
    "",
    "PAGE 01        PORT BLAIR  00864  121530Z",
    "ACTION NEA-00",
    "",
    "INFO LOG-00  COPY-01  ADS-00  INR-10  SS-00",
    "------------------037734  121727Z /44",
    "P 121519Z OCT 84",
    "FM AMCONSUL PORT BLAIR",
    "TO SECSTATE WASHDC PRIORITY 1776",
    "INFO AMEMBASSY NEW DELHI",
    "",
    "{line} PORT BLAIR 00864",
    "",
    "E.O. 12356: DECL: OADR",
    "TAGS: EAIR, IN",
    "SUBJECT: FERRY SERVICE TO THE ISLANDS",
    "",
    "1. THE HARBOR BOARD HAS PROMISED A SECOND FERRY BEFORE",
    "THE MONSOON. THE CAPTAIN DOUBTS IT, AND SO DO WE.",
    "{level}",
    "{level}",
    "",
    "PAGE 02        PORT BLAIR  00864  121530Z",
    "",
    "2. NOTHING ELSE HAPPENED.",
    "",
    "",
    "{level}",
    "",
    "NNNN",
]


def spaced(level):
    return "  ".join(" ".join(word) for word in level.split())


def texts(level="CONFIDENTIAL", line=None):
    return [text.format(level=level, line=line or spaced(level)) for text in HEAD]


def row(index):
    """The baseline of a row."""
    return TOP + PITCH * index


@cache
def drawn(rows):
    words = [Word(text, LEFT, row(index), "C", SIZE, width(text, "C", SIZE)) for index, text in enumerate(rows) if text]
    with pypdfium2.PdfDocument(packed([shown(word) for word in words])) as document:
        pixels = document[0].render(scale=SCALE, grayscale=True).to_numpy()
    return pixels[:, :, 0] if pixels.ndim == 3 else pixels


def layer(rows, lost=()):
    """The words of a text layer, without those of the rows that it lost."""
    return [word for index, text in enumerate(rows) if index not in lost for word in words_of(text, index)]


def words_of(text, index):
    placed, x = [], 0
    for word in text.split(" "):
        if word:
            left, baseline = LEFT + x * CELL, row(index)
            placed.append(Placed(word, left, baseline - 7, left + len(word) * CELL, baseline + 1, index))
        x += len(word) + 1
    return placed


def pen(pixels, index, first, last, thick=8):
    """A thick wobbly stroke over some characters of a row."""
    xs = np.linspace(first, last, 12)
    ys = row(index) - 3.3 + 1.2 * np.sin(np.arange(12))
    points = np.array([((LEFT + x * CELL) * SCALE, y * SCALE) for x, y in zip(xs, ys, strict=True)], np.int32)
    cv2.polylines(pixels, [points], False, 0, thick, cv2.LINE_AA)


def dots(pixels, index, first, last):
    """Holes punched over a row: two rows of dots, each as wide as half a character."""
    for x in np.arange(first, last, 1.0):
        for down in (-5.5, -0.5):
            cv2.circle(pixels, (round((LEFT + x * CELL) * SCALE), round((row(index) + down) * SCALE)), 5, 0, -1)


def picture_of(pixels):
    return Picture(pixels, SCALE, float(DPI))


LEVEL_ROWS = [index for index, text in enumerate(HEAD) if "{" in text]


def test_the_rows_where_a_level_may_stand():
    rows = texts()
    found = lines(picture_of(drawn(tuple(rows))), layer(rows, LEVEL_ROWS))
    places = {
        index: any(one.row.box.top < row(index) - 3 < one.row.box.bottom for one in found) for index in LEVEL_ROWS
    }
    assert places == dict.fromkeys(LEVEL_ROWS, True)
    assert {one.row.goes_on for one in found if one.row.box.top < row(12) - 3 < one.row.box.bottom} == {True}
    assert all(one.row.cell == pytest.approx(CELL, rel=0.02) for one in found)


def test_a_page_that_is_no_telegram_has_none():
    rows = ["MEMORANDUM FOR THE RECORD", "", "CONFIDENTIAL", "", "PAGE 1 of the draft was lost on the ferry."] * 4
    assert lines(picture_of(drawn(tuple(rows))), layer(rows)) == ()


def at(found, index):
    return next(one for one in found if one.row.box.top < row(index) - 3 < one.row.box.bottom)


@pytest.mark.parametrize("level", ["SECRET", "CONFIDENTIAL", "LIMITED OFFICIAL USE", "TOP SECRET", "UNCLASSIFIED"])
def test_a_level_that_was_read(level):
    rows = texts(level)
    picture = picture_of(drawn(tuple(rows)))
    found = lines(picture, layer(rows))
    got = level_line(at(found, 0), [words_of(rows[0], 0)])
    assert (" ".join(word.text for word in got.words), got.plainly, got.ends_row) == (level, True, True)
    assert got.box.x0 == pytest.approx(LEFT, abs=2)
    assert got.box.x1 == pytest.approx(LEFT + len(level) * CELL, abs=2)
    assert got.box.top <= row(0) - 5 < row(0) - 1 <= got.box.bottom
    assert inks(picture, [got], CELL) == [Ink.PLAIN]


@pytest.mark.parametrize("level", ["SECRET", "CONFIDENTIAL"])
def test_a_level_letter_by_letter_before_the_number(level):
    rows = texts(level)
    got = level_line(at(lines(picture_of(drawn(tuple(rows))), layer(rows)), 12), [words_of(rows[12], 12)])
    assert " ".join(word.text for word in got.words) == spaced(level)
    assert not got.ends_row


@pytest.mark.parametrize(
    ("level", "first", "last", "reading"),
    [
        ("CONFIDENTIAL", 1.8, 8.7, "CO       IAL"),
        ("CONFIDENTIAL", -0.5, 5, "     DENTIAL"),
        ("CONFIDENTIAL", 2, 9, "COa ~r e 7AL"),
        ("SECRET", 2.2, 3.8, "SE  ET"),
        ("LIMITED OFFICIAL USE", 3, 14, "LIM           AL USE"),
    ],
)
def test_some_letters_beside_a_stroke(level, first, last, reading):
    rows = texts(level)
    pixels = drawn(tuple(rows)).copy()
    pen(pixels, 20, first, last)
    picture = picture_of(pixels)
    got = level_line(at(lines(picture, layer(rows, [20])), 20), [words_of(reading, 20)])
    assert " ".join(word.text for word in got.words) == level
    assert not got.plainly


@pytest.mark.parametrize(
    ("row_text", "reading"),
    [
        ("SECRETARIAT", "SECRETARIAT"),
        ("CONFIDENTIAL SOURCES DOUBT IT", "CONFIDENTIAL SOURCES DOUBT IT"),
        ("HARBOR", "HARBOR"),
        ("DEADLINE", "DEADLINE"),
        ("CONFIDENTIAL", ""),
        ("CONFIDENTIAL", "quwx zzkk vv"),
    ],
)
def test_what_is_no_level_or_not_readable(row_text, reading):
    rows = texts()
    rows[20] = row_text
    found = lines(picture_of(drawn(tuple(rows))), layer(rows))
    assert level_line(at(found, 20), [words_of(reading, 20)]) is None


def test_dots_are_taken_out_of_what_is_read():
    rows = texts()
    pixels = drawn(tuple(rows)).copy()
    dots(pixels, 20, 1, 9)
    clean = lines(picture_of(drawn(tuple(rows))), layer(rows))
    punched = at(lines(picture_of(pixels), layer(rows)), 20)
    assert [len(at(clean, 20).readable), len(punched.readable)] == [1, 2]
    raw, bare = (np.count_nonzero(pixels < 128) for pixels in punched.readable)
    assert bare < 0.6 * raw


def struck_page(marks):
    """The inks of the rows 0, 20 and 21, each read as it stands, after some marks on the page."""
    rows = texts()
    pixels = drawn(tuple(rows)).copy()
    for mark in marks:
        mark(pixels)
    picture = picture_of(pixels)
    found = lines(picture, layer(rows))
    return picture, found, rows


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [Ink.PLAIN] * 3),
        ([lambda pixels: pen(pixels, 20, 2, 9)], [Ink.PLAIN, Ink.STRUCK, Ink.PLAIN]),
        ([lambda pixels: pen(pixels, 0, -1, 13, 4)], [Ink.STRUCK, Ink.PLAIN, Ink.PLAIN]),
        ([lambda pixels: dots(pixels, 20, 0, 12)], [Ink.PLAIN] * 3),
        ([lambda pixels: dots(pixels, 0, 2, 9), lambda pixels: dots(pixels, 21, 2, 9)], [Ink.PLAIN] * 3),
    ],
)
def test_pens_strike_and_dots_do_not(marks, expected):
    picture, found, rows = struck_page(marks)
    levels = [level_line(at(found, index), [words_of(rows[index], index)]) for index in (0, 20, 21)]
    assert [ink.value.rstrip("?") for ink in inks(picture, levels, CELL)] == [ink.value for ink in expected]


def test_where_one_is_struck_the_badly_read_are_likely_struck():
    picture, found, _ = struck_page([lambda pixels: pen(pixels, 0, 2, 9)])
    readings = {0: "CO       IAL", 20: "CONFIDENTIAL", 21: "C0NF10EMTIAL"}
    levels = [level_line(at(found, index), [words_of(text, index)]) for index, text in readings.items()]
    assert inks(picture, levels, CELL) == [Ink.STRUCK, Ink.PLAIN, Ink.LIKELY_STRUCK]


def test_the_page_s_other_levels_tell_what_is_hardly_read():
    rows = texts()
    pixels = drawn(tuple(rows)).copy()
    pen(pixels, 20, 2.2, 10.8)
    found = lines(picture_of(pixels), layer(rows, [20]))
    hardly = at(found, 20), [words_of("CO         L", 20)]
    assert level_line(*hardly) is None
    sure = [level_line(at(found, index), [words_of("CONFIDENTIAL", index)]) for index in (0, 21)]
    assert likely_level(sure) == "CONFIDENTIAL"
    assert level_line(*hardly, likely_level(sure)).name == "CONFIDENTIAL"
    assert level_line(*hardly, "SECRET") is None


def test_levels_that_differ_tell_nothing_of_others():
    rows = texts()
    found = lines(picture_of(drawn(tuple(rows))), layer(rows))
    confidential = level_line(at(found, 0), [words_of("CONFIDENTIAL", 0)])
    secret = evolve(confidential, words=tuple(words_of("SECRET", 1)))
    assert likely_level([confidential]) == "CONFIDENTIAL"
    assert likely_level([confidential, secret]) == likely_level([]) == ""
    assert agrees(secret, "CONFIDENTIAL")
    assert not agrees(evolve(secret, likeness=0.7), "CONFIDENTIAL")


def test_a_row_freed_of_its_strike():
    rows = texts()
    clean = drawn(tuple(rows))
    pixels = clean.copy()
    y = round((row(20) - 3.3) * SCALE)
    cv2.line(pixels, (round((LEFT - 4) * SCALE), y), (round((LEFT + 13 * CELL) * SCALE), y), 0, 4)
    picture = picture_of(pixels)
    bare, (left, top) = bare_of_strike(picture, at(lines(picture, layer(rows, [20])), 20))
    under = slice(top, top + bare.shape[0]), slice(left, left + bare.shape[1])
    wrong = [np.count_nonzero((part < 128) != (clean[under] < 128)) for part in (bare, pixels[under])]
    assert wrong[0] < 0.5 * wrong[1]
