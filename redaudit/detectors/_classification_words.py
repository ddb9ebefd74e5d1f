"""The words of a level as they stand on paper: letter-spaced, split by OCR, one glyph off.

SECRET   S E C R E T   S-E-C-R-E-T   SEC RET   SEGRET   3ECRET   ECRET   C O N F I D E N T I A L   CONFIOENTIAL
"""

import re

from redaudit.vocabulary.level import (
    CONFIDENTIAL,
    FOR_OFFICIAL_USE_ONLY,
    LIMITED_OFFICIAL_USE,
    OFFICIAL_USE_ONLY,
    SECRET,
    SENSITIVE_BUT_UNCLASSIFIED,
    TOP_SECRET,
    UNCLASSIFIED,
    Level,
    level_named,
)


def _spaced(words: str) -> str:
    """The letters of some words, each with at most one blank or hyphen before it, words with up to three."""
    return r"[ -]{0,3}".join("[ -]?".join(word) for word in words.split())


# Longest first, so that LIMITED OFFICIAL USE is not USE, nor UNCLASSIFIED UNCLAS.
LEVEL = "|".join(
    (
        _spaced("TOP SECRET"),
        _spaced("SECRET"),
        _spaced("CONFIDENTIAL"),
        _spaced("SENSITIVE") + r"[ ,/-]{1,3}BUT[ -]" + _spaced("UNCLASSIFIED"),
        _spaced("UNCLASSIFIED"),
        _spaced("UNCLASS"),
        _spaced("UNCLAS"),
        r"LIMITED[ -]{1,3}OFFICIAL[ -]{1,3}USE(?:[ ]ONLY)?",
        _spaced("LIMITED OFFICIAL USE"),
        r"LIMOFFUSE",
        r"FOR[ ]{1,2}OFFICIAL[ ]{1,2}USE[ ]{1,2}ONLY",
        r"OFFICIAL[ ]{1,2}USE[ ]{1,2}ONLY",
        _spaced("RESTRICTED"),
        r"SBU",
        r"FOUO",
    )
)

# How many glyphs may be off, how a damaged word must begin so that it is no other word, and the word's letters.
_DAMAGED = tuple(
    (level, word, limit, head, frozenset(word))
    for level, word, limit, head in (
        (SECRET, "SECRET", 1, ""),
        (CONFIDENTIAL, "CONFIDENTIAL", 2, ""),
        (UNCLASSIFIED, "UNCLASSIFIED", 2, "U"),
        (UNCLASSIFIED, "UUNCLAS", 0, "U"),
        (TOP_SECRET, "TOPSECRET", 2, ""),
        (LIMITED_OFFICIAL_USE, "LIMITEDOFFICIALUSE", 3, ""),
    )
)
# Real words that stand within that distance.
_OTHER_WORDS = frozenset(("SECRETS", "SECRETE", "SECRECY", "CONFIDENTIALLY", "UNCLASSIFIABLE", "RESTRICT"))
_CONTROLS = {
    "FOUO": FOR_OFFICIAL_USE_ONLY,
    "FOROFFICIALUSEONLY": FOR_OFFICIAL_USE_ONLY,
    "OFFICIALUSEONLY": OFFICIAL_USE_ONLY,
    "SBU": SENSITIVE_BUT_UNCLASSIFIED,
    "SBUNF": SENSITIVE_BUT_UNCLASSIFIED,
    "SENSITIVEBUTUNCLASSIFIED": SENSITIVE_BUT_UNCLASSIFIED,
    "LIMITEDOFFICIALUSE": LIMITED_OFFICIAL_USE,
}
# What a struck or worn glyph leaves behind, by the letter it was.
_GLYPHS = str.maketrans({"€": "C", "0": "O", "1": "I", "|": "I", "!": "I", "5": "S", "8": "B", "3": "S", "?": None})


def level_of(words: str) -> Level | None:
    """The level that a stretch matched by LEVEL stands for."""
    squeezed = re.sub(r"[\s,/-]+", "", words)
    if squeezed.upper() == "LIMITEDOFFICIALUSEONLY":
        return LIMITED_OFFICIAL_USE
    return level_named(squeezed)


def control_of(words: str) -> Level | None:
    """The control on unclassified matter that a part of a banner stands for: `FOR OFFICIAL USE ONLY`, `SBU`."""
    return _CONTROLS.get(re.sub(r"[\s/.-]+", "", words).upper())


def damaged_level(words: str) -> Level | None:
    """The level that damaged words stand for: within one glyph for SECRET, two for longer words; None for others."""
    repaired = words.upper().translate(_GLYPHS)
    letters = set(repaired)
    # Most short lines are told apart by their letters alone.
    rows = [row for row in _DAMAGED if len(row[4] - letters) <= row[2]]
    if not rows:
        return None
    squeezed = re.sub(r"[^A-Z0-9&]", "", repaired)
    if squeezed in _OTHER_WORDS:
        return None
    for level, word, limit, head, _ in rows:
        if squeezed.startswith(head) and distance_within(squeezed, word, limit):
            return level
    return None


def is_worn_official(words: str) -> bool:
    """Whether worn letters between LIMITED and USE stand for OFFICIAL: half of it, in its order, is left."""
    squeezed = re.sub(r"[^A-Z0-9]", "", words.upper())
    return squeezed != "OFFICIAL" and distance_within(squeezed, "OFFICIAL", 4)


def distance_within(word: str, target: str, limit: int) -> bool:
    """Whether the edit distance between two words is at most a limit."""
    if abs(len(word) - len(target)) > limit:
        return False
    row = list(range(len(target) + 1))
    for index, character in enumerate(word, 1):
        previous, row[0] = row[0], index
        for place, wanted in enumerate(target, 1):
            cost = previous if character == wanted else 1 + min(previous, row[place], row[place - 1])
            previous, row[place] = row[place], cost
        if min(row) > limit:
            return False
    return row[-1] <= limit
