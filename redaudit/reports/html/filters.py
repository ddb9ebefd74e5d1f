"""The overview's filters: what documents state in a column, to choose from, with how many state it."""

from collections.abc import Callable, Iterable

from attrs import frozen

from redaudit.model.finding import Severity
from redaudit.reports.html.entries import NOT_STATED
from redaudit.reports.html.tallies import Tally
from redaudit.vocabulary.outcome import Outcome

# What a word of a column means where it does not say it by itself, or where none is stated.
_LABELS = {
    ("status", "full"): "in full",
    ("status", "part"): "in part",
    ("status", "unspecified"): "not specified",
    ("status", "none"): "no release marking",
    ("change", "none"): "no release marking",
    ("exemption", NOT_STATED): "none named",
    ("severity", NOT_STATED): "no findings",
}
# Where a value stands among the choices.
_Order = Callable[[str], tuple[int, str]]
_CHANGES = ("declassified", "downgraded", "unchanged", "upgraded", "none")


@frozen
class Option:
    """One value to choose; an empty value for all."""

    value: str
    label: str
    count: int


@frozen
class Filter:
    """A filter: its name in the page's address, its label, the words for no choice, and the choices."""

    column: str
    label: str
    options: tuple[Option, ...]


def filters(tally: Tally) -> tuple[Filter, ...]:
    """The filters, each with the values that occur."""
    return (
        _filter(tally, "status", "Status", _in_order(outcome.value for outcome in Outcome)),
        _filter(tally, "change", "Class change", _in_order(_CHANGES)),
        _filter(tally, "exemption", "Exemption", _by_count(tally, "exemption")),
        _filter(tally, "severity", "Severity", _in_order(level.word for level in sorted(Severity, reverse=True))),
        _filter(tally, "agency", "Released by", _by_count(tally, "agency")),
        _filter(tally, "year", "Release year", lambda year: (-int(year), year)),
    )


def _filter(tally: Tally, column: str, label: str, order: _Order) -> Filter:
    counts = tally.columns[column]
    stated = sorted((value for value in counts if value != NOT_STATED), key=order)
    ordered = [*stated, *([NOT_STATED] if counts[NOT_STATED] else [])]
    return Filter(column, label, tuple(Option(value, label_of(column, value), counts[value]) for value in ordered))


def label_of(column: str, value: str) -> str:
    """A value of a filter in words."""
    return _LABELS.get((column, value), "not stated" if value == NOT_STATED else value)


def _in_order(words: Iterable[str]) -> _Order:
    places = {word: place for place, word in enumerate(words)}
    return lambda value: (places.get(value, len(places)), value)


def _by_count(tally: Tally, column: str) -> _Order:
    return lambda value: (-tally.columns[column][value], value)
