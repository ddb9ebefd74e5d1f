"""Places that name a level and mark nothing with it: bands, stamps, forms, private papers.

"UNCLASSIFIED" 3/16/2023        Class: CONFIDENTIAL        [ ] SECRET        HEREIN IS UNCLASSIFIED
"""

import re
from collections.abc import Iterator
from functools import partial
from heapq import merge
from itertools import groupby
from operator import itemgetter

from redaudit.vocabulary.level import CONFIDENTIAL, LIMITED_OFFICIAL_USE, SECRET, TOP_SECRET, UNCLASSIFIED, Level

# Longest first: a place taken by UNCLASSIFIED is none for UNCLAS.
_WORDS = (
    ("SECRET", SECRET),
    ("CONFIDENTIAL", CONFIDENTIAL),
    ("UNCLASSIFIED", UNCLASSIFIED),
    ("UNCLASS", UNCLASSIFIED),
    ("UNCLAS", UNCLASSIFIED),
    ("LIMITED OFFICIAL USE", LIMITED_OFFICIAL_USE),
)
_QUOTED = re.compile(r"[\"“”][^\"“”\n]{3,40}[\"“”]")
# A field or a phrase that ends where the level begins.
_BEFORE = re.compile(
    r"(?:\bC(?:lass|LASS)(?:ification|IFICATION)?[ ]?(?:\*{3})?[ ]?:?\s{0,4}"
    r"|\b(?:HEREIN\s?IS|REGRADED(?:\sTO)?|DOWNGRADED\sTO|CLASSIFIED\sAS|CHANGED\sTO|CANCELED|BEGIN|END(?:\sOF)?)\s{1,3}"
    r"|(?:^|\n)[ \t]*(?:[•☐☑☒□○●◯▢◻]|[ODBIX7][ ]|\([ ]?[xX✓]?[ ]?\)|\[[ ]?[xX✓]?[ ]?\])[ \t]{0,3})\Z",
)
_AFTER = re.compile(
    r"[^A-Za-z0-9\n]{0,6}(?:U\.?\s?S\.?\s+Dep|STATE\s+DEPT|Reason\s*:|(?i:when\s+separated|upon\s+removal))"
)
_CAVEATS = re.compile(r"\s{0,3}\n\s*Caveats\s*:", re.IGNORECASE)
_BAND_LINE = re.compile(r"\s*(?:U\.?\s?S\.?\s+Department\s+of\s+State|STATE\s+DEPT|Case\s+No|Doc\s+No)", re.IGNORECASE)
_STAMP_BEFORE = re.compile(r"(?:Class\s*:|Classified\s+by\b[^\n]{0,60})\s*$")
_STAMP_AFTER = re.compile(r"\s*+(?:[—–~-]\s*+)?(?:Reason\s*+:|Declassify\s++on)")
_HEADING = re.compile(r"\n[ \t]*(?i:classification)[ ]?[:.]?[ \t]*(?=\n)")
_INDICES = re.compile(r"(?<![A-Z])(?:FOIMS|INDICES)(?![A-Z])")
_SHORT_LINE = 30
# The head of a private paper; official ones print MEMORANDUM FOR, FROM and SUBJECT in capitals.
_PRIVATE_HEAD = re.compile(r"\n[ \t]*(For|From|Re|To)[ ]?[:.; ]")
_PRIVATE_SOURCE = re.compile(r"\n[ \t]*SOURCES?[ ]?:\s+(?:Sources?|Individuals?|Persons?|An?\s)\b")


# Choices stand on one short line.
_LINE_REACH = 200


def mentions(text: str) -> Iterator[tuple[int, int, Level]]:
    """Start, end and level of every mention, in order; `text` starts with a newline.

    A text may name a level a million times: none is kept once its line is over.
    """
    for line, group in groupby(_levels(text), key=partial(_line_of, text)):
        if line < 0:
            yield from (item for item in group if _is_mention(text, item[0], item[1]))
            continue
        items = list(group)
        choices = len({level.rank for _, _, level in items}) > 2
        yield from (item for item in items if choices or _is_mention(text, item[0], item[1]))


def _line_of(text: str, item: tuple[int, int, Level]) -> int:
    """Where the line of a level begins; -1 where that is out of reach."""
    return text.rfind("\n", max(0, item[0] - _LINE_REACH), item[0])


def _levels(text: str) -> Iterator[tuple[int, int, Level]]:
    """Every level word in capitals that stands by itself, in order."""
    return merge(*(_places(text, word, level) for word, level in _WORDS), key=itemgetter(0))


def _places(text: str, word: str, level: Level) -> Iterator[tuple[int, int, Level]]:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[end].isalpha() and not text[start - 1].isalpha():
            if level == SECRET and text.startswith("TOP ", start - 4):
                yield start - 4, end, TOP_SECRET
            else:
                yield start, end, level
        start = text.find(word, end)


def _is_mention(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if before[-1] in '"“”' and _QUOTED.match(text, start - 1):
        return True
    if _AFTER.match(text, end):
        return True
    if not _BEFORE.search(before):
        return False
    # DoD's e-mail marking names its caveats on the next line, and is one.
    return not _CAVEATS.match(text, end)


def is_release_band(text: str, level: Level, start: int, end: int) -> bool:
    """Whether a level alone on its line heads a release band, or is the class in a stamp that classifies at release."""
    if level == UNCLASSIFIED and any(map(_BAND_LINE.match, text[end : end + 240].split("\n")[:5])):
        return True
    return bool(_STAMP_BEFORE.search(text, max(0, start - 90), start) or _STAMP_AFTER.match(text, end))


def is_choice(text: str, start: int) -> bool:
    """Whether a level is one that a form prints below `CLASSIFICATION`, or beside the names of its indices."""
    before = text[max(0, start - 160) : start]
    heading = _HEADING.search(before)
    if heading and max(map(len, before[heading.end() :].split("\n"))) < _SHORT_LINE:
        return True
    # The FBI's stamp for searches of its indices: MANUAL, FOIMS, CONFIDENTIAL.
    return bool(_INDICES.search(before[-50:]))


def is_private_memorandum(text: str, end: int) -> bool:
    """Whether a level heads a private paper: `For:`, `From:`, `Re:` below it, or a paragraph that names its sources."""
    below = text[end : end + 800]
    heads = set(_PRIVATE_HEAD.findall(below[:500]))
    return ("Re" in heads and len(heads) > 1) or bool(_PRIVATE_SOURCE.search(below))
