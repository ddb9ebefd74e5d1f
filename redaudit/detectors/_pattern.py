"""Composition for detectors: a pattern and what its match means."""

import re
from collections.abc import Callable, Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Value
from redaudit.model.part import Sighting


def find_pattern(
    pattern: re.Pattern[str], interpret: Callable[[re.Match[str]], Value | None]
) -> Callable[[Page], Iterator[Sighting]]:
    """A detector's `find`: every match of a pattern whose interpretation is a value."""

    def find(page: Page) -> Iterator[Sighting]:
        for match in pattern.finditer(page.text):
            value = interpret(match)
            if value is not None:
                yield Sighting(match.start(), match.end(), value)

    return find
