"""The presidencies under the Presidential Records Act, and the end of their restrictions."""

import datetime as dt
from itertools import pairwise

import pytest

from redaudit.vocabulary.presidency import PRESIDENCIES, presidency_of


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "president", "until"),
    [
        ("1981-01-20", "Reagan", "2001-01-20"),
        ("1989-01-19", "Reagan", "2001-01-20"),
        ("1989-01-20", "George H. W. Bush", "2005-01-20"),
        ("1994-06-03", "Clinton", "2013-01-20"),
        ("2008-12-31", "George W. Bush", "2021-01-20"),
        ("2012-02-29", "Obama", "2029-01-20"),
        ("2021-01-19", "Trump (first term)", "2033-01-20"),
        ("2024-06-01", "Biden", "2037-01-20"),
        ("2025-01-20", "Trump (second term)", None),
    ],
)
def test_the_restrictions_end_twelve_years_after_the_last_term(date, president, until):
    term = presidency_of(day(date))
    assert (term.president, term.restricted_until) == (president, until and day(until))


def test_the_act_governs_nothing_made_before_it():
    assert presidency_of(day("1981-01-19")) is None


def test_each_presidency_begins_where_the_last_one_ended():
    assert all(earlier.end == later.start for earlier, later in pairwise(PRESIDENCIES))
