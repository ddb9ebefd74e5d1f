"""Codes that have the form of an exemption code, and that no law or order has.

1.4(K)     3.3(b)(10)     (b)(10)     B7(H)     25X10

Only where a code stands: alone on its line, with other codes, or at the end of a release stamp. The mark's value is the
code as printed, blanks left out. Letters and figures that OCR takes for a valid one (1.4(I), 1.4(1)) are left alone.
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Page
from redaudit.model.mark import Wording
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.exemption import CODE_TOKEN

_IMPOSSIBLE = (
    r"(?:"
    # E.O. 13526 1.4 ends with (h), E.O. 12958 1.5 with (g).
    r"1\.4\s?\(\s?[J-NP-Zj-kmnp-z]\s?\)|1\.4[jkm](?![\w(])|1\.5\s?\(\s?[J-NP-Zj-kmnp-z]\s?\)"
    r"|3\.3\s?\(b\)\s?\((?:0|1\d)\)"  # E.O. 13526 3.3(b) ends with (9)
    r"|(?:25|50|75)X1\d(?!\d)"
    r"|\(b\)\s?\(1\d\)|[bB]1\d(?!\d)"  # 5 U.S.C. 552(b) ends with (9)
    r"|(?:\(b\)\s?\(7\)|[bB]7)\s?\(\s?[G-HJ-NP-Z]\s?\)"  # (7) ends with (F)
    r"|(?<![A-Za-z])b7[G-HJ-NP-Z](?!\w)"  # the Bureau's print
    r"|P[7-9](?=\s?/\s?\(?b)"  # 44 U.S.C. 2204(a) ends with (6)
    r")"
)
_TOKEN = re.compile(_IMPOSSIBLE)
_ANY = rf"(?:{_IMPOSSIBLE}|{CODE_TOKEN})"
_SEPARATOR = r"[\s,;/|&]{1,3}"
# A line of codes and nothing else, or the end of a stamp.
_LINE = re.compile(
    rf"(?:[\[(|]?\s?(?:OSD\s|JS\s)?|.{{0,20}}\b(?:IN\s+(?:PART|FULL))\s+)(?P<codes>{_ANY}(?:{_SEPARATOR}{_ANY})*)[\s.,;|\])}}]{{0,3}}"
)
# In the margin of a full line, far behind its last word.
_AT_END = re.compile(rf" {{4,}}(?P<codes>{_ANY}(?:{_SEPARATOR}{_ANY})*)[ ]?$")
# Right behind what withholds a passage.
_BESIDE = re.compile(
    r"(?:(?i:redacted|excised|deleted|withheld|sanitized)\s?[\])}]|[█▇▉■])[ ]{1,12}"
    rf"(?P<codes>{_ANY}(?:{_SEPARATOR}{_ANY})*)(?![\w(])"
)
# The reason in the line by which State classifies at release: `~ Class: SECRET ~ Reason: 1.4(K) ~`
_REASON = re.compile(rf"~\s{{0,2}}Reasons?\s?:\s{{0,2}}(?P<codes>{_ANY}(?:{_SEPARATOR}{_ANY})*)")
# B10 alone may be a room; in parentheses, or beside another code, it is none.
_BARE = re.compile(r"[bB]1\d")


def find(page: Page) -> Iterator[Sighting]:
    """Every impossible code of a page that stands where a code stands."""
    text = page.text
    told: set[int] = set()
    for sign in _TOKEN.finditer(text):
        line = page.line_at(sign.start())
        if line is None or line.start in told:
            continue
        told.add(line.start)
        match = _LINE.fullmatch(text, line.start, line.end) or _AT_END.search(text, line.start, line.end)
        match = match or _BESIDE.search(text, line.start, line.end) or _REASON.search(text, line.start, line.end)
        if match is None:
            continue
        start, end = match.span("codes")
        for token in _TOKEN.finditer(text, start, end):
            if _BARE.fullmatch(token[0]) and token.span() == (start, end):
                continue
            yield Sighting(token.start(), token.end(), Wording("".join(token[0].split())))


DETECTOR = Detector(
    id="impossible-code",
    summary="codes in the form of an exemption code that no law or order has",
    find=find,
    source="5 U.S.C. 552(b)(1)-(9), (7)(A)-(F); E.O. 13526 1.4(a)-(h), 3.3(b)(1)-(9); E.O. 12958 1.5(a)-(g)",
    hits=(
        "1.4(K)",
        "3.3(b)(10)",
        "(b)(10)",
        "B6, B10",
        "B7(H)",
        "25X10",
        "OSD 3.3(b)(10)",
        "b7G",
        "1.4j",
        "RELEASE IN PART B1,1.4(J)",
        "Classified by DAS, DoS on 06/30/2015 ~ Class: SECRET ~ Reason: 1.4(B), 1.4(K) ~ Declassify on: 05/16/2029",
        "the envoy [Redacted] 1.4(K) left",
        "He thinks that the ministers will come back to the table in the fall, he said to me.      1.4(K)",
    ),
    misses=(
        "1.4(D)\nB1",
        "B10",
        "the rule of 1.4(k) on ferries",
        "25X1",
        "B7(C)",
        "1.4(l)",
        "figure 3.3(b)(10) shows the canal and the two ports",
    ),
    cues=("1.4", "1.5", "3.3", "X1", "(B)", "B1", "B7", "P7", "P8", "P9"),
)
