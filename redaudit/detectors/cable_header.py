"""What a telegram's format lines say: class letters, station serial, day of the year, section of how many.

ZNY CCCCC ZZH                                       CONFIDENTIAL
DE RUEHKB #0864 1911131                             serial 0864, day 191
UNCLAS SECTION 01 OF 03 BAKU 000279                 section 1 of 3
"""

import re
from collections.abc import Iterator

from redaudit.detectors._cable import CLASS_LINE, PAGE_LINE, count
from redaudit.model.document import Page
from redaudit.model.mark import CableHeader
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, TOP_SECRET, UNCLASSIFIED

# ACP 127: the security warning operating signal; five times the letter of the class. E is UNCLAS E F T O.
_LEVELS = {"T": TOP_SECRET, "S": SECRET, "C": CONFIDENTIAL, "E": UNCLASSIFIED, "U": UNCLASSIFIED}

_WARNING = re.compile(r"^[ \t]*ZN[YR][ \t]+([TSCEU])\1{4}\b", re.MULTILINE)
# DE RUEHKB #0864 1911131 · DE RUEHKB #0864/01 1911131
_CALLING_STATION = re.compile(
    r"^[ \t]*DE[ \t]+[A-Z]{4,8}[ \t]+#?(?P<serial>\d{3,5})(?:/\d\d)?[ \t]+(?P<day>[0-3]\d\d)\d{4}Z?\b", re.MULTILINE
)


def find(page: Page) -> Iterator[Sighting]:
    """The format lines of a page, and the section of each class line or PAGE line that has one."""
    if "ZN" in page.text:
        for found in _WARNING.finditer(page.text):
            yield Sighting(found.start(), found.end(), CableHeader(level=_LEVELS[found[1]]))
    if "DE " in page.text:
        for found in _CALLING_STATION.finditer(page.text):
            if 1 <= int(found["day"]) <= 366:
                value = CableHeader(serial=found["serial"], julian_day=int(found["day"]))
                yield Sighting(found.start(), found.end(), value)
    for cue, pattern in (("SECTION", CLASS_LINE), ("PAGE", PAGE_LINE)):
        for found in pattern.finditer(page.text) if cue in page.folded else ():
            if found["sections"]:
                value = CableHeader(
                    section=count(found["section"] or found["sections"]), sections=count(found["sections"])
                )
                yield Sighting(found.start(), found.end(), value)


DETECTOR = Detector(
    id="cable-header",
    summary="a telegram's format lines: class letters, serial and day of the year, sections",
    find=find,
    source="ACP 127; 5 FAH-2 H-320",
    hits=(
        "ZNY CCCCC ZZH",
        "ZNR UUUUU ZZH",
        "DE RUEHKB #0864 1911131",
        "DE RUEHKB #0864/01 1911131",
        "UNCLAS SECTION 01 OF 03 BAKU 000279",
        "PAGE 02 LA PAZ 07471 01 OF 02 011300Z",
    ),
    misses=("ZNY CCSCC ZZH", "CONFIDENTIAL BAKU 000864", "DE FACTO 1911131", "Section 1 of 3 of the act"),
    cues=("ZNY", "ZNR", "DE ", "SECTION", "PAGE"),
)
