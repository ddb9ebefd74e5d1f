"""The starts of numbered paragraphs, as the originator numbered them.

1. (S) SUMMARY: ...          1, (S)
¶2. (SBU) On March 19 ...    2, (SBU)
- 11. (C) In a meeting ...   1, (C): the sign ¶ became a 1 before 11, 12, 13, at the head of a leaked copy
"""

import re
from collections.abc import Iterator

from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import Paragraph
from redaudit.model.part import Detector, Sighting

_START = line_pattern(
    r"[ \t]*(?:[-•*][ \t]+)?(?P<sign>¶[ ]?)?(?P<number>\d{1,3})\.{1,2}[ \t]{0,4}"
    r"(?P<mark>\((?://[A-Z]{3,4}[ ])?[A-Z][A-Z0-9/, .-]{0,60}\))?"
    r"(?=[ \t]*[A-Z\"'(\[“■]|[ \t]+(?P<figure>[\d$-]))",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\((?://[A-Z]{3,4}[ ])?(?:TS|S|C|R|U|SBU|LOU|FOUO)(?:[/ ,-].*)?\)", re.IGNORECASE)
# What stands above the first paragraph of a message, so that an 11 below it is a first paragraph.
_HEAD = ("SUBJ", "CLASSIFIED BY", "TAGS")
_HEAD_LENGTH = 6000


def find(page: Page) -> Iterator[Sighting]:
    """The numbered paragraphs of a page, the digit that stands for a paragraph sign taken off."""
    starts = list(_START.finditer(page.text))
    previous: int | None = None
    for index, found in enumerate(starts):
        following = starts[index + 1]["number"] if index + 1 < len(starts) else ""
        number = int(found["number"])
        if not found["sign"] and _is_artefact(page, found, previous, following):
            number = int(found["number"][1:])
        if found["figure"] and number != (previous or 0) + 1:
            continue
        previous = number
        mark = found["mark"] if found["mark"] and _LEVEL.fullmatch(found["mark"]) else ""
        end = found.end("mark") if mark else found.end("number") + 1
        yield Sighting(found.start("line"), end, Paragraph(number, mark.upper()))


def _is_artefact(page: Page, found: re.Match[str], previous: int | None, following: str) -> bool:
    """Whether the first digit of a number is a paragraph sign read as 1.

    It is where the rest comes right after the paragraph before and the whole does not; and in a first 11 with no 2 to
    10 above it on the page of the message's head, unless 2 comes next.
    """
    text = found["number"]
    if len(text) < 2 or text[0] != "1" or text[1] == "0":
        return False
    rest = int(text[1:])
    if previous is not None:
        return rest == previous + 1 and int(text) != previous + 1
    if rest != 1 or following not in ("12", ""):
        return False
    head = page.folded[max(0, found.start() - _HEAD_LENGTH) : found.start()]
    return any(word in head for word in _HEAD)


DETECTOR = Detector(
    id="paragraph",
    summary="the starts of numbered paragraphs, with their portion marks",
    find=find,
    source="5 FAH-1 H-246; 32 CFR 2001.21(c)",
    hits=(
        "1. (C) Action addressees are requested",
        "¶2. (SBU) On March 19, the Embassy",
        "SUBJECT: TEST\n- 11. (C) In a meeting\n- 12. (C) He argued",
        "3. AZERBAIJAN SAID",
        "4. (//GBR S) He left.",
        "5. (S//REL TO USA, AUS, CAN, GBR, NZL) He left.",
    ),
    misses=("2.5 million people", "1954. The year", "No. 12. It", "a list of 3. items", "12. 50 tons"),
)
