"""Whole pages stated as withheld: the Bureau's sheets of deleted pages, the Agency's notices of exempt ones.

    DELETED PAGE INFORMATION SHEET
    Total Deleted Page(s) = 24
    Page 29 ~ b6; b7C; b7D;
    Page 30 ~ Referral/Consult;
    Page 31 ~ Duplicate;

A sheet that runs on over a page break is one mark a page: the first with the total, the others without.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import DeletedPages
from redaudit.model.part import Detector, Sighting

_DIGITS = str.maketrans("OoIl|SZ", "0011152")
_NUMBER = r"[\dOoIl|SZ]{1,4}"
_TITLE = r"DELETED\s+PAGE\s+INFORMATION\s+SHEET"
_TOTAL = (
    rf"T[o0]tal\s+De[l1I]e[tl]ed\s+Pages?\s*(?:[\[({{]?\s*[sS5]\s*[\])}}]?)?\s*[=:~–-]*\s*(?P<total>{_NUMBER})(?![\w/])"
)
# The title or the total opens a sheet; a total that follows its own title belongs to it.
_OPENING = re.compile(rf"(?:{_TITLE}(?:(?!{_TITLE})[\s\S]){{0,240}}?)?{_TOTAL}|{_TITLE}", re.IGNORECASE)
# Page 29 ~ b6; b7C; · Page 30 • Referral/Consult; · Page 31 - 66; 67C;
_ITEM = re.compile(
    r"""
    ^[^\w\n]{0,6}Page\s{1,3}(?P<page>\d{1,5})[ ]{0,3}[~•·\-–—=:*»>.]{1,3}[ ]{0,3}
    (?P<reasons>(?:[bB68][1-9lI](?!\d{2})|[jk][1-9]|Dup|Ref|Cons)[^\n]{0,80}
    |(?P<other>(?:Other|Outside|Sealed|Non|Not)[^\n]{0,60}))
    """,
    re.VERBOSE | re.MULTILINE,
)
_BLOCK = re.compile(r"No\s+Duplication\s+Fee", re.IGNORECASE)
# How far apart two entries of one sheet may stand.
_GAP = 900

_OLD_SHEET = re.compile(
    rf"^[^\w\n]*+(?P<total>{_NUMBER})\W{{1,4}}Page\(?[s5]?\)?\s+withheld\s+entirely\s+at\s+this\s+location", re.M | re.I
)
_NEXT = re.compile(
    rf"Next\s+(?P<total>{_NUMBER})\s+Page\s?[({{]?[s5]?[)}}]?\s+[Il1]n\s+D[o0]cument\s+(?:Exempt|Denied)", re.IGNORECASE
)
_THROUGH = re.compile(
    r"Pages?\s+(?P<first>\d{1,4})\s*(?:through|thru|to|[-–])\s*(?P<last>\d{1,4})\s+"
    r"(?:are\s+)?(?:Exempt|Denied|withheld\s+in\s+full|denied\s+in\s+full)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^[^\w\n]*+Page(?:\s+\d{1,4})?\s+(?:Denied|Exempt|withheld\s+in\s+full)(?:\s+in\s+full)?[^\w\n]*+$", re.M | re.I
)


def find(page: Page) -> Iterator[Sighting]:
    """Every sheet, part of a sheet, and notice of withheld pages on the page."""
    yield from _sheets(page.text)
    for pattern in (_OLD_SHEET, _NEXT):
        for found in pattern.finditer(page.text):
            if (count := _count(found["total"])) is not None:
                yield Sighting(found.start(), found.end(), DeletedPages(count, withheld=count))
    for found in _THROUGH.finditer(page.text):
        count = int(found["last"]) - int(found["first"]) + 1
        if count > 0:
            yield Sighting(found.start(), found.end(), DeletedPages(count, withheld=count))
    for found in _ALONE.finditer(page.text):
        yield Sighting(found.start(), found.end(), DeletedPages(1, withheld=1))


def _sheets(text: str) -> Iterator[Sighting]:
    openings = list(_OPENING.finditer(text))
    yield from _continued(text, openings[0].start() if openings else len(text))
    limits = [opening.start() for opening in openings[1:]] + [len(text)]
    for opening, limit in zip(openings, limits, strict=False):
        end, items = _run(text, opening.end(), limit)
        total = _count(opening["total"]) if opening["total"] else None
        if total is not None or items:
            yield Sighting(opening.start(), end, _tally(total, items))


def _continued(text: str, limit: int) -> Iterator[Sighting]:
    """The rest of a sheet that began on the page before: entries at the head of a page that is a sheet and no more."""
    first = _ITEM.search(text, 0, limit)
    if first is None or first["other"] or first.start() > _GAP:
        return
    end, items = _run(text, first.start(), limit)
    if len(items) > 1 or _BLOCK.search(text, end, min(end + _GAP, limit)):
        yield Sighting(first.start(), end, _tally(None, items))


def _run(text: str, start: int, limit: int) -> tuple[int, list[re.Match[str]]]:
    """The entries that follow each other from a place on, and where the last of them ends."""
    end, items = start, []
    for item in _ITEM.finditer(text, start, limit):
        if item.start() - end > _GAP:
            break
        items.append(item)
        end = item.end()
    return end, items


def _tally(total: int | None, items: list[re.Match[str]]) -> DeletedPages:
    reasons = [item["reasons"].casefold() for item in items]
    duplicate = sum(reason.startswith("dup") for reason in reasons)
    referral = sum(reason.startswith(("ref", "cons")) for reason in reasons)
    return DeletedPages(total, len(items) - duplicate - referral, duplicate, referral)


def _count(digits: str) -> int | None:
    digits = digits.translate(_DIGITS)
    return int(digits) if digits.isdigit() else None


DETECTOR = Detector(
    id="deleted-pages",
    summary="sheets and notices of whole pages withheld, with their totals and reasons",
    find=find,
    source="5 U.S.C. 552(b), closing text; FBI FOI/PA Deleted Page Information Sheet; CIA reading room notices",
    cues=(
        *("DELETED PAGE", "DE1ETED PAGE", "PLICATE;", "REFERRAL/", "B6;", "B7C;", "B7D;"),
        *("WITHHELD", "EXEMPT", "DENIED"),
    ),
    hits=(
        "DELETED PAGE INFORMATION SHEET\n\nTotal Deleted Page(s) = 2\n\nPage 29 ~ b6; b7C;\n\nPage 31 ~ Duplicate;",
        "3 Page(s) withheld entirely at this location in the file.",
        "Next 3 Page(s) In Document Exempt",
        "Page Denied",
        "Pages 3 through 5 Exempt",
    ),
    misses=(
        "Page 3 of 12",
        "See page 29 - b6 is where the bishop stands.",
        "Page(s) withheld entirely at this location in the file.",
        "The page was denied any role.",
    ),
)
