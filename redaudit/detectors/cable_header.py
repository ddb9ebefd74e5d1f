"""What a telegram's format lines say: class letters, station serial, day of the year, section of how many.

ZNY CCCCC ZZH                                       CONFIDENTIAL
DE RUEHKB #0864 1911131                             serial 0864, day 191
UNCLAS SECTION 01 OF 03 SOVA 000279                 section 1 of 3
"""

from collections.abc import Iterator

from redaudit.detectors._cable import CLASS_LINE, PAGE_LINE, count
from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import CableHeader
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, TOP_SECRET, UNCLASSIFIED

# ACP 127: the security warning operating signal; five times the letter of the class. E is UNCLAS E F T O.
_LEVELS = {"T": TOP_SECRET, "S": SECRET, "C": CONFIDENTIAL, "E": UNCLASSIFIED, "U": UNCLASSIFIED}

_WARNING = line_pattern(r"[ \t]*ZN[YR][ \t]+(?P<letter>[TSCEU])(?P=letter){4}\b")
# DE RUEHKB #0864 1911131 · DE RUEHKB #0864/01 1911131
_CALLING_STATION = line_pattern(
    r"[ \t]*DE[ \t]+[A-Z]{4,8}[ \t]+#?(?P<serial>\d{3,5})(?:/\d\d)?[ \t]+(?P<day>[0-3]\d\d)\d{4}Z?\b"
)


def find(page: Page) -> Iterator[Sighting]:
    """The format lines of a page, and the section of each class line or PAGE line that has one."""
    if "ZN" in page.text:
        for found in _WARNING.finditer(page.text):
            yield Sighting(found.start("line"), found.end("line"), CableHeader(level=_LEVELS[found["letter"]]))
    if "DE " in page.text:
        for found in _CALLING_STATION.finditer(page.text):
            if 1 <= int(found["day"]) <= 366:
                value = CableHeader(serial=found["serial"], julian_day=int(found["day"]))
                yield Sighting(found.start("line"), found.end("line"), value)
    for cue, pattern in (("SECT", CLASS_LINE), ("PAGE", PAGE_LINE)):
        for found in pattern.finditer(page.text) if cue in page.folded else ():
            if found["sections"]:
                value = CableHeader(
                    section=count(found["section"] or found["sections"]), sections=count(found["sections"])
                )
                yield Sighting(found.start("line"), found.end("line"), value)


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
        "UNCLAS SECTION 01 OF 03 SOVA 000279",
        "PAGE 02 LA PAZ 07471 01 OF 02 011300Z",
    ),
    misses=("ZNY CCSCC ZZH", "CONFIDENTIAL SOVA 000864", "DE FACTO 1911131", "Section 1 of 3 of the act"),
    cues=("ZNY", "ZNR", "DE ", "SECT", "PAGE"),
)
