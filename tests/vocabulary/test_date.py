"""Dates as they are spelled on documents: (text, ISO date or nothing)."""

import datetime as dt

import pytest

from redaudit.vocabulary.date import ReadDate, date_of, read_date

SPELLINGS = [
    ("2001/08/08", "2001-08-08"),
    ("2020-11-23", "2020-11-23"),
    ("11/23/2020", "2020-11-23"),
    ("2-23-23", "2023-02-23"),
    ("08/04/97", "1997-08-04"),
    ("20 Mar 2014", "2014-03-20"),
    ("30 JUN 2005", "2005-06-30"),
    ("2 SEP 94", "1994-09-02"),
    ("March 31, 2009", "2009-03-31"),
    ("Sept. 5, 1986", "1986-09-05"),
    ("232213Z NOV 99", "1999-11-23"),
    ("Nov 23 16:05:41 1999", "1999-11-23"),
    ("  11/19/09TAGS", "2009-11-19"),
    ("68/31/2015", None),
    ("February 30, 2010", None),
    ("November 2615", None),
    ("09/30/2615", None),
    ("7/12/1158", None),
    ("OADR", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS)
def test_spellings(text: str, expected: str | None) -> None:
    read = read_date(text)
    assert (str(read) if read else None) == expected


def test_a_year_of_two_digits_is_told() -> None:
    assert read_date("08/04/97") == ReadDate(dt.date(1997, 8, 4), short_year=True)
    assert read_date("08/04/1997") == ReadDate(dt.date(1997, 8, 4))


@pytest.mark.parametrize(("year", "expected"), [(1999, "2009-11-19"), (2010, "2109-11-19"), (1900, "1909-11-19")])
def test_a_year_of_two_digits_counts_from_a_year(year: int, expected: str) -> None:
    assert str(ReadDate(dt.date(2009, 11, 19), short_year=True).from_year(year)) == expected


def test_a_whole_year_stays() -> None:
    assert str(ReadDate(dt.date(1950, 1, 1)).from_year(1999)) == "1950-01-01"


def test_the_leap_day_of_another_century() -> None:
    assert str(ReadDate(dt.date(2000, 2, 29), short_year=True).from_year(2050)) == "2100-02-28"


def test_parts() -> None:
    assert date_of("1999", "Nov.", "23") == ReadDate(dt.date(1999, 11, 23))
    assert date_of("99", 11, 23) == ReadDate(dt.date(1999, 11, 23), short_year=True)
    assert date_of("1999", "Smarch", "23") is None
