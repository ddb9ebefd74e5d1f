"""Stamps of brackets to tick: found however they stand, by what film left of them, and read by the strokes in them."""

import cv2
import numpy as np
import pytest

from redaudit.layout.raster.brackets import brackets
from redaudit.layout.raster.forms import FORMS, TALL, WIDE
from redaudit.layout.raster.ticks import stamp
from tests.support_stamp import HIGH, askew, bracket, paper, picture, stamped, word

CHOICES = [
    (form, ticked)
    for form in FORMS
    for ticked in (
        (form.groups[0][0].words,),
        (form.groups[0][1].words, "DECLASSIFY in PART"),
        ("DENY",),
        ("RELEASE", "DECLASSIFY"),
    )
]


def read(page):
    """The turns of the stamp on a page, and the words of what is ticked on it; None where there is no stamp."""
    found = stamp(picture(page))
    return found and (found.turns, tuple(choice.words for choice in found.ticked))


@pytest.mark.parametrize(("form", "ticked"), CHOICES)
def test_the_ticked_choices_are_read(form, ticked):
    assert read(stamped(form, ticked)) == (0, ticked)


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("form", FORMS, ids=("tall", "wide"))
def test_a_stamp_is_read_however_it_stands(form, turns):
    page = np.rot90(stamped(form, ("RELEASE",)), -turns)
    assert read(page) == (turns, ("RELEASE",))


@pytest.mark.parametrize("degrees", [-6, -2.5, 1, 4])
def test_a_stamp_may_stand_askew(degrees):
    assert read(askew(stamped(TALL, ("DENY",)), degrees)) == (0, ("DENY",))


@pytest.mark.parametrize("high", [14, 17, 26, 34])
def test_a_stamp_may_be_small_or_large(high):
    assert read(stamped(TALL, ("DENY",), high=high)) == (0, ("DENY",))


def test_where_it_stands_and_what_it_says():
    found = stamp(picture(stamped(WIDE, ("EXISE",), at=(300, 400))))
    assert found.text == (
        "DEPARTMENT OF STATE A/CDC/MR [ ] RELEASE [ ] DECLASSIFY [X] EXISE [ ] DECLASSIFY in PART [ ] DENY [ ] DELETE "
        "[ ] Non-responsive info."
    )
    inch = 72 / 200
    place = (292 * inch, 348 * inch, 692 * inch, 494 * inch)
    assert (found.printed.x0, found.printed.top, found.printed.x1, found.printed.bottom) == pytest.approx(place, abs=2)
    assert found.row == pytest.approx(HIGH * inch, rel=0.03)


def test_film_may_have_eaten_the_words_and_half_of_the_brackets():
    page = stamped(TALL, ("EXCISE",))
    page[330:384, :] = 255  # the head
    page[384:470, 335:480] = 255  # the words of the first column
    page[440:470, 280:340] = 255  # DENY's bracket
    page[500:600, 280:340] = 255  # the brackets below
    assert read(page) == (0, ("EXCISE",))


def dots(page, *places):
    """Holes punched through a page, each an eighteenth of an inch across."""
    for across, down in places:
        cv2.circle(page, (across, down), 5, 0, -1)
    return page


def test_a_hole_punched_through_a_bracket_is_no_tick():
    page = dots(stamped(TALL, ("RELEASE",)), (315, 426), (315, 452), (501, 399))
    assert read(page) == (0, ("RELEASE",))


def test_a_hole_punched_through_the_tick_leaves_it_the_only_one():
    page = stamped(TALL)
    cv2.rectangle(page, (306, 392), (324, 408), 0, -1)
    assert read(page) == (0, ("RELEASE",))


def test_nothing_ticked_and_two_of_a_kind_ticked_say_nothing():
    assert read(stamped(TALL)) == (0, ())
    assert read(stamped(TALL, ("RELEASE", "EXCISE", "DECLASSIFY"))) == (0, ())


def test_specks_all_over():
    page = stamped(TALL, ("EXCISE",))
    seed = np.random.default_rng(5)
    for across, down in zip(seed.integers(0, 1700, 900), seed.integers(0, 1300, 900), strict=True):
        page[down : down + 2, across : across + 2] = 0
    assert read(page) == (0, ("EXCISE",))


def listed(gap, step, columns):
    """A page with a list of brackets to tick that is no stamp of ours."""
    page = paper()
    for row in range(8):
        for column in range(columns):
            left = 200 + column * 500
            middle = complex(left, 300 + row * step)
            bracket(page, middle, 1)
            bracket(page, middle + gap * HIGH, -1)
            word(page, "Items enclosed", left + 50, middle.imag)
    return page


def portions():
    """A page of paragraphs with portion marks."""
    page = paper()
    for row in range(14):
        word(page, f"{row}. (S) The (U) canal (C) was shut; a letter (of May) said so.", 150, 200 + row * 70)
    return page


NONE = [
    paper(),
    np.zeros((400, 300), np.uint8),
    np.random.default_rng(3).integers(0, 256, (900, 700), dtype=np.uint8),
    portions(),
    listed(0.8, 45, 3),
]


@pytest.mark.parametrize("page", NONE, ids=range(len(NONE)))
def test_other_pages_have_no_stamp(page):
    assert stamp(picture(page)) is None


@pytest.mark.parametrize("turns", range(4))
def test_brackets_are_told_by_their_bow(turns):
    page = paper(400, 300)
    bracket(page, 100 + 100j, 1)
    bracket(page, 140 + 100j, -1)
    bracket(page, 200 + 180j, 1, 30)
    cv2.line(page, (250, 80), (250, 100), 0, 2)
    found = brackets(picture(np.rot90(page, -turns)))
    assert [(len(kind.opening), len(kind.closing)) for kind in found] == [
        (2, 1) if turn == turns else (1, 2) if turn == (turns + 2) % 4 else (0, 0) for turn in range(4)
    ]
    assert sorted(found[turns].heights_opening) == pytest.approx([21, 31], abs=2)
