"""Exemption codes where they withhold something: in margins, in stamps, on page sheets; in a key they only explain.

1.4(D)            RELEASE IN PART B5,B6          Page 29 ~ b6; b7C; b7D;          (b)(3)
B1
"""

import re
from collections.abc import Iterator

from redaudit.detectors._codes import codes_in
from redaudit.detectors._state import CODE_LIST, FUSED_STAMP, release_stamps
from redaudit.model.document import Page
from redaudit.model.mark import CodeUse, ExemptionCode
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.exemption import CODE_TOKEN

_ALONE = re.compile(rf"[\[(|]?(?P<codes>{CODE_LIST})(?:\s?-\s?\d(?:,\s?\d)*)?[,;.]?(?:\s?[\])|!}}I1])?")
_FIRST = frozenset("bB1lI(2357PNSOR[|")
# A longer line is text.
_LONGEST = 60
# What a code in prose stands behind: 552(b)(6), section 1.4(c), exemption (b)(3), Reason: 1.4 (b).
_PROSE = re.compile(
    r"(?:\d|[Ss]ec(?:tion|\.)?|[Ss]ubsection|[Ee]xemptions?|[Pp]aragraphs?|under|U\.?S\.?C\.?|§|[Rr]easons?:?|REASONS?:?|per)\s*$"
)
_INLINE = re.compile(r"\(\s?[bB]\s?\)\s?\(\s?[1-9]\s?\)(?:\s?\(\s?[A-F]\s?\))?|3\.[35]\s?\((?:[bh]\)\s?\(\d\)|c\))")
_FIELD = re.compile(rf"(?:From|To|[CcBb]cc?|Sent|Subject)\b[:.]?[ \t]+(?P<codes>{CODE_LIST})[ \t|]*")
_FIELD_FIRST = frozenset("FTCcBS")
# The line of a deleted page sheet: Page 29 ~ b6; b7C; b7D;
_SHEET = re.compile(r"^[ \t]*Page[ ]+\d+[ ]*[~•·—–-][ ]*(?P<codes>[bB6]?\w[^\n]{0,80})$", re.MULTILINE)
# Words, in upper case, of a page that explains codes: it uses none of them.
_KEY_WORDS = (
    "RESTRICTION CODES",
    "EXPLANATION OF EXEMPTIONS",
    "SUBSECTIONS OF TITLE 5",
    "PRESIDENTIAL RECORDS ACT - [44",
    "FREEDOM OF INFORMATION ACT - [5",
)
_PRESIDENTIAL = re.compile(r"Presidential|Library|PRA\b|P[1-6]/\(?b", re.IGNORECASE)
_AGENCY_WORDS = frozenset(("STAT", "STATINTL", "OGA"))
_CIA = re.compile(r"CIA-RDP|Approved For Release|Sanitized Copy|National Security Agency|NSA", re.IGNORECASE)


def find(page: Page) -> Iterator[Sighting]:
    """Every code of a page, each with the use it is put to there."""
    if any(words in page.folded for words in _KEY_WORDS):
        yield from _keyed(page)
        return
    yield from _in_stamps(page)
    yield from _alone(page)
    if "DELETED PAGE" in page.folded or "PAGE(S)" in page.folded:
        for match in _SHEET.finditer(page.text):
            yield from codes_in(page.text, match.start("codes"), match.end("codes"), CodeUse.SHEET)
    if "(B)" in page.folded or "( B" in page.folded or "3.3" in page.text or "3.5" in page.text:
        yield from _inline(page)


def _inline(page: Page) -> Iterator[Sighting]:
    """Codes among words, where no word before them says that they are only spoken of."""
    for match in _INLINE.finditer(page.text):
        if not _PROSE.search(page.text, max(0, match.start() - 24), match.start()):
            yield from codes_in(page.text, match.start(), match.end(), CodeUse.MARGIN)


def _keyed(page: Page) -> Iterator[Sighting]:
    """A page that explains codes uses none of them."""
    for match in re.finditer(CODE_TOKEN, page.text):
        yield from codes_in(page.text, match.start(), match.end(), CodeUse.KEY)


def _in_stamps(page: Page) -> Iterator[Sighting]:
    for match in (*release_stamps(page), *FUSED_STAMP.finditer(page.text)):
        if match["codes"]:
            yield from codes_in(page.text, match.start("codes"), match.end("codes"), CodeUse.STAMP)


def _alone(page: Page) -> Iterator[Sighting]:
    """Codes that are a line of their own, or all that a header's field holds: what a margin prints."""
    text = page.text
    for line in page.lines:
        if line.end - line.start > _LONGEST:
            continue
        first = text[line.start]
        match = _ALONE.fullmatch(text, line.start, line.end) if first in _FIRST else None
        if match is None and first in _FIELD_FIRST:
            match = _FIELD.fullmatch(text, line.start, line.end)
        if match:
            for sighting in codes_in(text, match.start("codes"), match.end("codes"), CodeUse.MARGIN):
                if _in_its_place(page, sighting):
                    yield sighting


def _in_its_place(page: Page, sighting: Sighting) -> bool:
    """P codes only among presidential papers, agency words only on that agency's pages."""
    code = sighting.value
    if not isinstance(code, ExemptionCode):
        return False
    if code.code[0] == "P" or code.code == "RR":
        return bool(_PRESIDENTIAL.search(page.text))
    return code.code not in _AGENCY_WORDS or bool(_CIA.search(page.text))


DETECTOR = Detector(
    id="exemption-code",
    summary="codes that withhold: FOIA, E.O., 25X/50X, 3.3, 3.5(c), PRA, Privacy Act, agencies' own",
    find=find,
    source="5 U.S.C. 552(b), 552a; E.O. 13526 1.4, 3.3, 3.5(c), 6.2(d); 44 U.S.C. 2204(a)",
    hits=(
        "text of a message                                                           B6",
        "1.4(D)\nB1",
        "RELEASE IN PART B5,B6",
        "RELEASE IN PART\nBl, 1.4(B)(D), B5",
        "To:        B6",
        "DELETED PAGE INFORMATION SHEET\nPage 29 ~ b6; b7C; b7D;",
        "Mr. (b)(6) said that",
        "b6 -1,2\nb7C -1,2",
    ),
    misses=(
        "REASON: 1.4 (b) and (d)",
        "information exempt under 5 U.S.C. 552(b)(6)",
        "C/NR/ECC/LRB",
        "vitamin B6 was short",
        "106 STAT. 3447",
        "P-1",
    ),
)
