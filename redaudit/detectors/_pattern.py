"""Composition for detectors: a pattern and what its match means."""

import re
from collections.abc import Callable, Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Value
from redaudit.model.part import Sighting


def stands_in(text: str, cues: tuple[str, ...]) -> bool:
    """Whether one of some literals stands in a text."""
    for cue in cues:  # noqa: SIM110 - asked a million times: a plain loop is dear enough
        if cue in text:
            return True
    return False


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
