"""A telegram's own number, office and serial, from each of the places that print it.

    PAGE 01    LA PAZ 07471 01 OF 02 011300Z            LA PAZ 7471
    CONFIDENTIAL SOVA 000864                            SOVA 864
    Tue Nov 23 16:05:41 1999 [STATE 221130]             STATE 221130
    07SOVA864 · Document Number: 1974LAPAZ00146         SOVA 864 · LAPAZ 146

The numbers of other telegrams, in REF lines and in the text, are no marks.
"""

import re
from collections.abc import Iterator

from redaudit.detectors._cable import CLASS_LINE, PAGE_LINE, reference
from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import Identifier
from redaudit.model.part import Detector, Sighting

# [STATE 221130] in the line a State printer puts at the head of a page.
_PRINTED_HEADER = line_pattern(
    r"[^\n]{0,40}\[(?P<office>[A-Z]{2,}(?:[ ][A-Z]+){0,3})[ ](?P<serial>\d{2,6})\](?=[^\n]*\b(?:Page|COPY|PAGE)\b)"
)
# 07SOVA864 alone, after its label, or at the head of a table's row
_YEAR_FIRST = line_pattern(
    r"[^\w\n]{0,4}+(?=[RCDI\d])"
    r"(?:(?:Reference[ ]ID|Cable[ ]ID|Canonical[ ]ID|Document[ ]Number|Identifier)[ \t]*[:|]?[ \t]*)?"
    r"(?:19|20)?\d\d(?P<office>[A-Z]{3,})(?P<serial>\d{1,6})(?=[ \t]*(?:$|\||\d{4}-\d\d-\d\d|_))"
)
# TEXT OF TELEGRAM 86ZENDA017836, at the head of the prints of the 1980s
_PRINTED_TITLE = re.compile(r"(?P<line>TEXT OF TELEGRAM[ ]+[\dB]\d(?P<office>[A-Z]{3,})[ ]?(?P<serial>\d{4,6}))(?!\d)")
# Each with letters that stand wherever it can match.
_PATTERNS = (
    ("PAGE", PAGE_LINE),
    ("", CLASS_LINE),
    ("[", _PRINTED_HEADER),
    ("", _YEAR_FIRST),
    ("TEXT OF TELEGRAM", _PRINTED_TITLE),
)


def find(page: Page) -> Iterator[Sighting]:
    """Every place of the page that prints the telegram's own number."""
    for letters, pattern in _PATTERNS:
        for found in pattern.finditer(page.text) if letters in page.text else ():
            value = Identifier("message-reference", reference(found["office"], found["serial"]))
            yield Sighting(found.start("line"), found.end("line"), value)


DETECTOR = Detector(
    id="message-reference",
    summary="a telegram's own number: PAGE lines, class lines, printed headers, numbers with the year",
    find=find,
    source="5 FAH-2 H-320; the document numbers of the Access to Archival Databases",
    hits=(
        "CONFIDENTIAL SOVA 000864",
        "C O N F I D E N T I A L SECTION 1 OF 2 LA PAZ 7471",
        "UNCLAS USUN NEW YORK 04608",
        "S E C R E T NOFORN SANAA 000473",
        "S e c r e t state 015220",
        "~~SECRET~~ STATE 221130",
        "PAGE 02 STATE 205410 291924Z",
        "PAGE 01    USUN N 04608 271318Z",
        "PAGE 01    LA PAZ 18653 2816112",
        "PAGE 01    STATE 205410 TOSEC 190071",
        "S E C R E T STATE 205410 TOSEC 190071",
        "Tue Nov 23 16:05:41 1999 [STATE 221130] D COPY 6 OF 9 Page 1 OF 3",
        "Reference ID: 07SOVA864",
        "Document Number: 1974LAPAZ00146",
        "TEXT OF TELEGRAM 86MOSCOW017836",
    ),
    misses=(
        "REF: MOSCOW 27347",
        "REF: A. SOVA 00837\n¶B. SOVA 00836",
        "AS REPORTED IN MOSCOW 27347, THE TALKS",
        "INFO RUEHMO/AMEMBASSY MOSCOW PRIORITY 0695",
        "The secret meeting of 1954 was held",
        "CONFIDENTIAL",
    ),
)
