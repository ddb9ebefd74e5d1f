"""What the codes, levels and captions of a document mean, for a reader who sees them for the first time."""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from redaudit.vocabulary.meaning import meanings

# A sentence ends where a word in lower case, a figure or a bracket is followed by a stop and a capital.
_SENTENCE = re.compile(r"(?<=[a-z)\d])\.\s+(?=[A-Z])")


@frozen
class Meaning:
    """One thing that a word stands for."""

    kind: str
    words: str
    today: str
    source: str


@frozen
class Term:
    """A word of the document, and what it stands for."""

    word: str
    meanings: tuple[Meaning, ...]


def terms(words: Iterable[str]) -> tuple[Term, ...]:
    """The words that have a meaning, each once, in order."""
    found = (Term(word, _meanings(word)) for word in dict.fromkeys(words))
    return tuple(term for term in found if term.meanings)


def in_short(word: str) -> str:
    """What a word means, in one sentence; empty for a word that nobody knows."""
    found = _meanings(word)
    return _SENTENCE.split(found[0].words)[0].rstrip(".") if found else ""


@lru_cache(maxsize=4096)
def _meanings(word: str) -> tuple[Meaning, ...]:
    # What is asked for is one code or one caption: of a longer word's parts each would need its own line.
    parts = meanings(word)
    whole = [row for piece, row in parts if piece == parts[0][0]]
    return tuple(Meaning(row.kind.value, row.meaning, row.today, row.source) for row in whole)
