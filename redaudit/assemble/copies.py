"""How many copies of one document stand in a file: a telegram bound with its draft, a letter sent twice.

A copy begins its numbered paragraphs again with the words of the first, and repeats the head of the original: its
authority block, E.O. line or date-time group. Sections of one telegram go on counting; mail quotes bodies, not heads.
"""

import re
from collections import Counter
from difflib import SequenceMatcher

from redaudit.model.document import Document
from redaudit.model.mark import AuthorityBlock, DatedAct, Mark, OrderLine, Paragraph

# Words compared at the start of a first paragraph; OCR differs by a letter or two, another document by nearly all.
_OPENING = 120
_SHORTEST = 40
_ALIKE = 0.85
# Letters in a row that two like openings share; a run that more groups than this have tells nothing.
_RUN, _COMMON = 8, 64
_HEADS: dict[type, str] = {AuthorityBlock: "authority", OrderLine: "order"}
_SPACE = re.compile(r"\s+")


def copies(document: Document, marks: tuple[Mark, ...]) -> int:
    """The largest number of first paragraphs that open with the same words below heads of their own; 1 for no copy."""
    heads = _heads(marks)
    if heads < 2:
        return 1
    openings = Counter(opening for opening in (_opening(document, mark) for mark in marks) if len(opening) >= _SHORTEST)
    return min(_largest(openings), heads)


def _largest(openings: Counter[str]) -> int:
    """How many openings the largest group of like ones has; 1 where all differ.

    An opening is compared with the few groups that share most of its runs of letters, not with all.
    """
    firsts: list[str] = []
    sizes: list[int] = []
    sharing: dict[str, list[int]] = {}
    for opening, count in openings.items():
        runs = {opening[at : at + _RUN] for at in range(len(opening) - _RUN + 1)}
        shared = Counter(
            group for run in runs if len(sharing.get(run, ())) <= _COMMON for group in sharing.get(run, ())
        )
        nearest = sorted(shared, key=lambda group: (-shared[group], group))[:3]
        group = next((group for group in nearest if _alike(firsts[group], opening)), None)
        if group is not None:
            sizes[group] += count
            continue
        for run in runs:
            sharing.setdefault(run, []).append(len(firsts))
        firsts.append(opening)
        sizes.append(count)
    return max(sizes, default=1)


def _heads(marks: tuple[Mark, ...]) -> int:
    """How often the part of an original's head that is repeated most stands in the file."""
    counts = Counter(_HEADS.get(type(mark.value), "") for mark in marks)
    counts["dtg"] = sum(isinstance(mark.value, DatedAct) and mark.value.act == "dtg" for mark in marks)
    return max((count for head, count in counts.items() if head), default=0)


def _opening(document: Document, mark: Mark) -> str:
    """The words of a paragraph numbered 1, blanks taken out, in one case; empty for any other mark."""
    if not isinstance(mark.value, Paragraph) or mark.value.number != 1:
        return ""
    text = document.pages[mark.page - 1].text[mark.span.end : mark.span.end + 2 * _OPENING]
    return _SPACE.sub("", text)[:_OPENING].upper()


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
