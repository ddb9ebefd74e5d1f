"""Levels with controls behind slashes: (text, [(as printed, as kept)])."""

import pytest

from redaudit.detectors.banner_line import DETECTOR
from redaudit.model.document import Page


def marks(text):
    return [(text[seen.start : seen.end], seen.value.text) for seen in DETECTOR.find(Page(1, text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  SECRET//NOFORN  \n", [("SECRET//NOFORN", "SECRET//NOFORN")]),
        ("T O P  S E C R E T // SI / TK\n", [("T O P  S E C R E T // SI / TK", "TOP SECRET//SI/TK")]),
        ("SECRET//FGI GBR//NOFORN//25X1\n", [("SECRET//FGI GBR//NOFORN//25X1",) * 2]),
        ("SECRET/NOFORN/WNINTEL", [("SECRET/NOFORN/WNINTEL",) * 2]),
        ("UNCLASSIFIED//FOUO\n\nUNCLASSIFIED//FOUO", [("UNCLASSIFIED//FOUO",) * 2] * 2),
        ("EMBASSY CONFIDENTIAL\n", [("EMBASSY CONFIDENTIAL",) * 2]),
        # A code word is no control of the register.
        ("SECRET/RYBAT\n", []),
        ("SECRET/SENSITIVE\n", []),
        ("SECRET//NOFORN was the banner.", []),
    ],
)
def test_a_banner_line_is_kept_as_printed(text, expected):
    assert marks(text) == expected
