"""How many copies of one document stand in a file: a telegram bound with its draft, a letter sent twice.

A copy begins its numbered paragraphs again with the words of the first; sections of one telegram go on counting.
"""

import re
from difflib import SequenceMatcher

from redaudit.model.document import Document
from redaudit.model.mark import Mark, Paragraph

# Words compared at the start of a first paragraph; OCR differs by a letter or two, another document by nearly all.
_OPENING = 120
_SHORTEST = 40
_ALIKE = 0.85
_SPACE = re.compile(r"\s+")


def copies(document: Document, marks: tuple[Mark, ...]) -> int:
    """The largest number of first paragraphs that open with the same words; 1 where none is repeated."""
    openings = [opening for opening in (_opening(document, mark) for mark in marks) if len(opening) >= _SHORTEST]
    largest = 1
    while openings:
        first, *others = openings
        alike = [other for other in others if _alike(first, other)]
        largest = max(largest, 1 + len(alike))
        openings = [other for other in others if other not in alike]
    return largest


def _opening(document: Document, mark: Mark) -> str:
    """The words of a paragraph numbered 1, blanks taken out, in one case; empty for any other mark."""
    if not isinstance(mark.value, Paragraph) or mark.value.number != 1:
        return ""
    text = document.pages[mark.page - 1].text[mark.span.end : mark.span.end + 2 * _OPENING]
    return _SPACE.sub("", text)[:_OPENING].upper()


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
