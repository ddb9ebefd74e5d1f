"""A page's number as printed, and of how many; each numbering is a series of its own.

Tue Nov 23 16:05:41 1999 [STATE 221130] ... Page 1 OF 3     1 of 3
PAGE 01 OF 03  LA PAZ 07471  011300Z                        1 of 3
                          - 2 of 5 -                        2 of 5
PAGE 02 LA PAZ 07471 01 OF 02 011300Z                       2, series LA PAZ 7471 section 1
-2-                                                         2
"""

import re
from collections.abc import Iterator

from redaudit.detectors._cable import PAGE_LINE, reference
from redaudit.detectors._line_pattern import line_pattern
from redaudit.model.document import Page
from redaudit.model.mark import PageCount
from redaudit.model.part import Detector, Sighting

# At the end of a line, or with the line for itself; in the text `page 2 of 5` is somebody else's.
_PAGE_OF = re.compile(
    r"P(?:age|AGE|g\.)[ ]?(?P<number>\d{1,3})[ ][oO][fF][ ](?P<total>\d{1,4})"
    r"(?=(?:[ ][Pp](?:ages|AGES))?[ \t]*[|)\]*_]{0,3}[ \t]*(?:$|[ ]{2}))",
    re.MULTILINE,
)
_IN_TEXT = re.compile(r"[a-z,;(][ ]?$")
_DASHED_OF = line_pattern(
    r"[ \t]*(?:[-–—][ ]?(?P<number>\d{1,3})[ ][oO][fF][ ](?P<total>\d{1,4})[ ]?[-–—]"
    r"|\([Pp]age[ ](?P<page>\d{1,3})[ ]of[ ](?P<pages>\d{1,4})\))[ \t]*$"
)
_DASHED = line_pattern(r"[ \t]*[-–—][ ]?(?P<number>\d{1,3})[ ]?[-–—][ \t]*$")


def find(page: Page) -> Iterator[Sighting]:
    """The page numbers that stand on the page."""
    for found in _PAGE_OF.finditer(page.text):
        number, total = int(found["number"]), int(found["total"])
        before = page.text[max(0, found.start() - 3) : found.start()]
        if 1 <= number <= total and not _IN_TEXT.search(before):
            yield Sighting(found.start(), found.end(), PageCount(number, total, "page"))
    for found in _DASHED_OF.finditer(page.text):
        number, total = int(found["number"] or found["page"]), int(found["total"] or found["pages"])
        if 1 <= number <= total:
            yield Sighting(found.start("line"), found.end("line"), PageCount(number, total, "page"))
    for found in PAGE_LINE.finditer(page.text):
        section = f" section {int(found['section'])}" if found["section"] else ""
        series = reference(found["office"], found["serial"]) + section
        yield Sighting(found.start(), found.end(), PageCount(int(found["number"]), None, series))
    for found in _DASHED.finditer(page.text):
        yield Sighting(found.start("line"), found.end("line"), PageCount(int(found["number"]), None, "dashed"))


DETECTOR = Detector(
    id="page-count",
    summary="page numbers, and the total where it is stated",
    find=find,
    source="printed headers and feet of pages; 5 FAH-2 H-320",
    hits=(
        "Tue Nov 23 16:05:41 1999 [STATE 221130] D COPY 6 OF 9 Page 1 OF 3",
        "Page 2 of 5",
        "PAGE 02 STATE 205410 291924Z",
        "PAGE 02 LA PAZ 07471 01 OF 02 011300Z",
        "-2-",
        "Page 1 of 3 Pages",
        "PAGE 01 OF 03  LA PAZ 07471  011300Z",
        "- 2 of 5 -",
    ),
    misses=(
        "See page 2 of 5 for the annex.",
        "as he said on\nthe first line of page 2 of 5",
        "Page 26 ~ Referral/Consult;",
        "Page 9 of 5",
        "COPY 6 OF 9",
    ),
)
