"""Numbers, places and lists in plain words."""

import datetime as dt

import pytest

from redaudit.reports.html.wording import capitalized, counted, listed, on_pages, percent, place, shortened, span


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (1.5, "1.5 pages"), (1204, "1,204 pages")],
)
def test_a_number_with_its_noun(number, words):
    assert counted(number, "page") == words


def test_a_noun_with_a_plural_of_its_own():
    assert (counted(1, "copy", "copies"), counted(2, "copy", "copies")) == ("1 copy", "2 copies")


@pytest.mark.parametrize(
    ("items", "words"), [((), ""), (("1",), "1"), (("1", "2"), "1 and 2"), (("1", "2", "3"), "1, 2 and 3")]
)
def test_a_list(items, words):
    assert listed(items) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((3,), "page 3"),
        ((2, 1, 2), "pages 1 and 2"),
        ((1, 2, 3, 4, 9), "pages 1 to 4 and 9"),
        ((1, 2, 5), "pages 1, 2 and 5"),
        (range(1, 40, 2), "20 pages from 1 to 39"),
    ],
)
def test_pages(numbers, words):
    assert on_pages(numbers) == words


@pytest.mark.parametrize(
    ("page", "line", "words"),
    [(3, 7, "page 3, line 7"), (3, None, "page 3"), (None, None, "the whole document")],
)
def test_a_place(page, line, words):
    assert place(page, line) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.1234, "12.3 %"), (0.5, "50 %"), (0.0001, "less than 0.1 %"), (0.0, "0 %"), (1.0, "100 %")]
)
def test_a_share(share, words):
    assert percent(share) == words


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (dt.date(2020, 3, 2), "20.3 years"),
        (dt.date(2000, 11, 22), "1 year"),
        (dt.date(1999, 11, 24), "1 day"),
        (dt.date(1999, 12, 5), "12 days"),
        (dt.date(1999, 5, 23), "0.5 years"),
    ],
)
def test_the_time_between_two_days(end, words):
    assert span(dt.date(1999, 11, 23), end) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        (" one\n  two ", "one two"),
        ("one two 3", "one two 3"),
        ("one two 34", "one two 34"),
        ("one two 345", "one two 3…"),
        ("one four five", "one four…"),
        ("one" + " " * 99 + "two", "one…"),
    ],
)
def test_long_words_are_cut_to_one_short_line(text, shown):
    assert shortened(text, 10) == shown


def test_the_first_letter_alone_is_set_in_upper_case():
    assert [capitalized(text) for text in ("", "an Act", "Öl", "pages 1")] == ["", "An Act", "Öl", "Pages 1"]
