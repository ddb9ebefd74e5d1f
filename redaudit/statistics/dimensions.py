"""By what documents are grouped, which groups a document is in, and in which order the groups stand."""

import enum
import json
from collections.abc import Callable, Iterable

from attrs import frozen

from redaudit.errors import UsageError
from redaudit.model.finding import Severity
from redaudit.near import meant
from redaudit.vocabulary.level import LEVELS

# What stands in a column of the store: None for nothing.
Stored = str | int | None
# The name of a group: a year is a number; None is the group of what is not stated.
Name = str | int | None


class Order(enum.Enum):
    """How the groups of a dimension follow each other; what is not stated is always last.

    COUNT: the most documents first, then by name. ASCENDING: by value. SETTLED: as the field orders them.
    """

    COUNT = "count"
    ASCENDING = "ascending"
    SETTLED = "settled"


@frozen
class Dimension:
    """A way to group documents by a column of the store; `names` says which groups a value of that column puts one in.

    `key` is the SQL of that value. `unstated` names the group of the documents of which nothing is known. `settled` are
    the groups in the order of the field.
    """

    id: str
    meaning: str
    key: str
    names: Callable[[Stored], tuple[Name, ...]]
    order: Order = Order.COUNT
    unstated: str = "not stated"
    settled: tuple[str, ...] = ()

    def ranked(self, counts: Iterable[tuple[Name, int]]) -> list[Name]:
        """The groups in their order, each given with the number of its documents."""
        return [name for name, _ in sorted(counts, key=self._rank)]

    def _rank(self, group: tuple[Name, int]) -> tuple[int, int, str]:
        name, count = group
        if name is None:
            return 3, 0, ""
        if isinstance(name, int):
            return 1, name, ""
        if name in self.settled:
            return 0, self.settled.index(name), ""
        return 2, -count, name


def _word(value: Stored) -> tuple[Name, ...]:
    return (value or None,)


def _listed(value: Stored) -> tuple[Name, ...]:
    """The words of a list, each once; raises ValueError where it is none."""
    words = json.loads(str(value)) if value else []
    if not isinstance(words, list):
        raise ValueError("not a list")
    return tuple(dict.fromkeys(map(str, words))) or (None,)


def _text(column: str) -> str:
    return f"CAST({column} AS TEXT)"


def _year(column: str) -> str:
    return f"CASE WHEN {column} GLOB '[0-9][0-9][0-9][0-9]-*' THEN CAST(substr({column}, 1, 4) AS INTEGER) END"


# In the order in which they are offered.
DIMENSIONS = (
    Dimension("agency", "the agency that released a document, by its own marks", _text("agency"), _word),
    Dimension("year", "the year of a document's release", _year("release_date"), _word, Order.ASCENDING),
    Dimension("document-year", "the year of a document itself", _year("original_date"), _word, Order.ASCENDING),
    Dimension(
        "level",
        "the level that a document's originator marked, the highest one",
        _text("original_classification"),
        _word,
        Order.SETTLED,
        settled=tuple(level.name for level in LEVELS),
    ),
    Dimension(
        "exemption",
        "each code that withholds something in a document: one with three codes counts under all three",
        _text("exemptions"),
        _listed,
    ),
    Dimension(
        "status",
        "what became of a document: full, part, denied, unspecified, none (no release marking)",
        _text("release_status"),
        _word,
    ),
    Dimension(
        "severity",
        "the highest severity among the findings in a document",
        _text("worst"),
        _word,
        Order.SETTLED,
        unstated="no finding",
        settled=tuple(severity.word for severity in sorted(Severity, reverse=True)),
    ),
    Dimension(
        "rule",
        "each rule that found something in a document: one with findings of three rules counts under all three",
        _text("findings"),
        _listed,
        unstated="no finding",
    ),
)
# What is shown where nobody chose.
USUAL = ("agency", "year", "level", "exemption", "status")


def chosen(by: Iterable[str]) -> tuple[Dimension, ...]:
    """The dimensions of some names (also several in one word, with commas), each once; raises UsageError."""
    known = {dimension.id: dimension for dimension in DIMENSIONS}
    names = [name.strip() for word in by for name in word.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise UsageError(f"nothing is counted by {name!r}; {meant(name, known)}")
    if not names:
        raise UsageError(f"nothing to count by; {meant('', known)}")
    return tuple(known[name] for name in dict.fromkeys(names))
