"""Quantiles of counted values are those of the values themselves."""

import random
import statistics
from collections import Counter
from fractions import Fraction

import pytest

from redaudit.statistics.quantiles import LOWER, MEDIAN, UPPER, quantile


def test_no_values_have_no_quantile():
    assert quantile({}, MEDIAN) is None


@pytest.mark.parametrize(
    ("values", "lower", "median", "upper"),
    [
        ([7], 7, 7, 7),
        ([1, 2], Fraction(5, 4), Fraction(3, 2), Fraction(7, 4)),
        ([1, 2, 3, 4, 5], 2, 3, 4),
        ([1, 1, 1, 9], 1, 1, 3),
        ([-30, 0, 0, 10, 200], 0, 0, 10),
    ],
)
def test_quartiles(values, lower, median, upper):
    counts = Counter(values)
    assert [quantile(counts, part) for part in (LOWER, MEDIAN, UPPER)] == [lower, median, upper]


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 100, 101])
def test_quartiles_are_those_of_the_standard_library(count):
    chance = random.Random(count)
    values = [Fraction(chance.randint(-20, 60)) for _ in range(count)]
    counts = Counter(map(int, values))
    found = [quantile(counts, part) for part in (LOWER, MEDIAN, UPPER)]
    assert found == statistics.quantiles(values, n=4, method="inclusive")
