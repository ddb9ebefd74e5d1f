"""What the codes and words on released documents mean: who uses them, since and until when, on what source.

A table a subject; `meanings` finds what a word stands for, in any spelling that agencies use.
"""

from redaudit.vocabulary.meaning._explained import Explained, Kind, key
from redaudit.vocabulary.meaning._lookup import EXPLAINED, Part, impossible, meanings, spellings
from redaudit.vocabulary.meaning.checked import rules_on

__all__ = ["EXPLAINED", "Explained", "Kind", "Part", "impossible", "key", "meanings", "rules_on", "spellings"]
