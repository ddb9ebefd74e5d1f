"""Finders for the words of an agency that redaudit does not know by itself, as a user's configuration gives them.

[wordings]
full = ["CLEARED FOR PUBLIC RELEASE"]
withheld = ["[withheld from publication]"]
"""

import re
from collections.abc import Iterator
from functools import partial

from redaudit.model.document import Page
from redaudit.model.mark import RedactedSpan, RedactionKind, ReleaseStamp, Value
from redaudit.model.part import Finder, Sighting, Wordings
from redaudit.vocabulary.outcome import Outcome

# The family of release markings that a configuration names.
FAMILY = "agency-wording"


def worded(wordings: Wordings) -> tuple[tuple[str, Finder], ...]:
    """The finders of some wordings, each with the id of the detector whose marks it makes."""
    stamps = {
        wordings.full: ReleaseStamp(FAMILY, Outcome.FULL),
        wordings.part: ReleaseStamp(FAMILY, Outcome.PART),
        wordings.denied: ReleaseStamp(FAMILY, Outcome.DENIED),
        wordings.declassified: ReleaseStamp(FAMILY, declassified=True),
    }
    found = [("release-stamp", _finder(phrase, stamp)) for phrases, stamp in stamps.items() for phrase in phrases]
    passage = RedactedSpan(RedactionKind.PLACEHOLDER)
    return (*found, *(("redacted-span", _finder(phrase, passage)) for phrase in wordings.withheld))


def _finder(phrase: str, value: Value) -> Finder:
    words = phrase.split()
    body = r"\s+".join(map(re.escape, words))
    # A marking begins a line or a column of one; a passage's words stand anywhere.
    before = r"(?:(?<=\n)|(?<=\s\s)|\A)[ \t]*+" if isinstance(value, ReleaseStamp) else ""
    pattern = re.compile(rf"{before}(?P<words>{body})(?!\w)", re.IGNORECASE)
    return Finder((max(words, key=len).upper(),), partial(_find, pattern, value))


def _find(pattern: re.Pattern[str], value: Value, page: Page) -> Iterator[Sighting]:
    for found in pattern.finditer(page.text):
        yield Sighting(*found.span("words"), value)
