"""Stamps of the review of captions: (text, what each says)."""

import pytest

from redaudit.detectors.caption_review import DETECTOR
from tests.support import seen

CASES = [
    ("EXDIS REVIEW\nCat. A - Caption removed;", ["EXDIS REVIEW"]),
    ("EXOIS REVIEW", ["EXDIS REVIEW"]),
    ("NODIS REVIEW\n\nEXDIS  REVIEW", ["NODIS REVIEW", "EXDIS REVIEW"]),
    ("N0D1S REVIEW", ["NODIS REVIEW"]),
    ("1. THE TALKS GO ON.                    EXDIS REVIEW", ["EXDIS REVIEW"]),
    ("EXDIS REVIEW IS DUE", []),
    ("AN EXDIS REVIEW", []),
    ("EXDIS REVIEWS", []),
    ("EXDIS\nREVIEW", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_caption_reviews(text, expected):
    assert [value.text for _, value in seen(DETECTOR.id, text)] == expected
