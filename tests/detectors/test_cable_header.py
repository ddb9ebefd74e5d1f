"""Format lines of telegrams: (line, value)."""

import pytest

from redaudit.detectors.cable_header import DETECTOR
from redaudit.model.mark import CableHeader
from redaudit.pipeline import read
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, TOP_SECRET, UNCLASSIFIED

LINES = [
    ("ZNY CCCCC ZZH", CableHeader(level=CONFIDENTIAL)),
    ("ZNY SSSSS ZZH", CableHeader(level=SECRET)),
    ("ZNY TTTTT ZZH", CableHeader(level=TOP_SECRET)),
    ("ZNY EEEEE ZZH", CableHeader(level=UNCLASSIFIED)),
    ("ZNR UUUUU ZZH", CableHeader(level=UNCLASSIFIED)),
    ("DE RUEHZE #0864 1911131", CableHeader(serial="0864", julian_day=191)),
    ("DE RUEHZE #0864/01 1911131", CableHeader(serial="0864", julian_day=191)),
    ("UNCLAS SECTION 01 OF 03 ZENDA 000279", CableHeader(section=1, sections=3)),
    ("PAGE 02    PORT Z 00146 02 OF 08 011300Z", CableHeader(section=2, sections=8)),
    ("C O N F I D E N T I A L SECT 1 OF 3 PORT ZENDA 7471", CableHeader(section=1, sections=3)),
    ("C O N F I D E N T I A L SECTION TWO OF THREE PORT ZENDA 7471", CableHeader(section=2, sections=3)),
    ("UNCLAS FINAL SECTION OF 3 ZENDA 000279", CableHeader(section=3, sections=3)),
    ("ZNY CCSCC ZZH", None),
    ("DE RUEHZE #0864 3991131", None),
    ("PAGE 02    PORT Z 00146 011300Z", None),
    ("Section 1 of 3 of the act", None),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_format_lines(line: str, expected: CableHeader | None) -> None:
    found = [seen.value for seen in DETECTOR.find(read(line.encode()).pages[0])]
    assert found == ([expected] if expected else [])
