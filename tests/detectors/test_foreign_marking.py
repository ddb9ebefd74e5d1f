"""Markings of other governments and of NATO: (text, as printed)."""

import pytest

from redaudit.detectors.foreign_marking import DETECTOR
from redaudit.model.document import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("   NATO SECRET\n", ["NATO SECRET"]),
        ("COSMIC TOP SECRET", ["COSMIC TOP SECRET"]),
        ("U.K. EYES ONLY\n\nUK SECRET\n", ["U.K. EYES ONLY", "UK SECRET"]),
        ("//GBR SECRET/REL TO USA, GBR", ["//GBR SECRET/REL TO USA, GBR"]),
        ("NATO UNCLASSIFIED\n", ["NATO UNCLASSIFIED"]),
        ("PDN (TT) 2012-0007", ["PDN (TT) 2012-0007"]),
        ("SECRET//FGI GBR\n", []),
        ("THE UK SECRET WAS OUT\n", []),
        ("//USA SECRET", []),
    ],
)
def test_a_foreign_marking_stands_on_its_own_line(text, expected):
    assert [seen.value.text for seen in DETECTOR.find(Page(1, text))] == expected
