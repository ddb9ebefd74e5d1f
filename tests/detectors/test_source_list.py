"""Headings of lists of sources: (text, heading)."""

import pytest

from redaudit.detectors.source_list import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import Wording


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Text.\n\nSOURCES:\n1. Registry Guide 1-14", "SOURCES"),
        ("  **Source List**\n", "Source List"),
        ("(U) List of Classified Sources:", "List of Classified Sources"),
        ("CLASSIFICATION SOURCES USED\n", "CLASSIFICATION SOURCES USED"),
        ("Source documents: Registry Guide 1-14", "Source documents"),
    ],
)
def test_a_heading_of_sources_is_found(text: str, heading: str) -> None:
    (seen,) = DETECTOR.find(Page(1, text))
    assert seen.value == Wording(heading)
    assert text[seen.start : seen.end] == heading


@pytest.mark.parametrize(
    "text",
    [
        "Derived From: Multiple Sources",
        "SOURCE: a harbor master",
        "Sources in the ministry say so.",
        "The list of sources grows.",
        "SOURCES AND METHODS",
    ],
)
def test_prose_and_other_fields_are_none(text: str) -> None:
    assert list(DETECTOR.find(Page(1, text))) == []
