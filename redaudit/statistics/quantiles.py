"""Exact quantiles of values that are counted, not listed."""

from collections.abc import Mapping
from fractions import Fraction

LOWER, MEDIAN, UPPER = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)


def quantile(counts: Mapping[int, int], part: Fraction) -> Fraction | None:
    """The value below which a part of all values lies, between two of them in proportion; None for no values.

    The least value is at 0, the greatest at 1, the others at even steps between them.
    """
    total = sum(counts.values())
    if total == 0:
        return None
    place = part * (total - 1)
    before = int(place)
    ordered = sorted(counts)
    lower = _at(ordered, counts, before)
    upper = _at(ordered, counts, min(before + 1, total - 1))
    return lower + (place - before) * (upper - lower)


def _at(ordered: list[int], counts: Mapping[int, int], place: int) -> int:
    """The value at a place, from 0, of all values in order."""
    passed = 0
    for value in ordered:
        passed += counts[value]
        if passed > place:
            return value
    raise IndexError(place)
