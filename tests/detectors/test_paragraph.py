"""Numbered paragraphs: (text, [(number, mark)])."""

import pytest

from redaudit.detectors.paragraph import DETECTOR
from redaudit.model.mark import Paragraph
from redaudit.pipeline import read

HEAD = "TAGS: PREL\n\nSUBJECT: A TEST\n\n"

TEXTS = [
    ("1. (C) Action addressees are requested", [(1, "(C)")]),
    ("1. (c) begin text:", [(1, "(C)")]),
    ("1. ~~(S)~~ SUMMARY: THE MEETING", [(1, "(S)")]),
    ("2. (S//NF) THE MEETING", [(2, "(S//NF)")]),
    ("2. (//GBR C) THE MINISTER SAID", [(2, "(//GBR C)")]),
    ("2. (S//REL TO USA, AUS, CAN, GBR, NZL) THE", [(2, "(S//REL TO USA, AUS, CAN, GBR, NZL)")]),
    ("3. THE MINISTER SAID", [(3, "")]),
    ("6.. A SECOND STOP SLIPPED IN", [(6, "")]),
    ("6... AND SO ON", []),
    ("4. (CDU) LEADERS SAID", [(4, "")]),
    ("¶1. (U) One.\n\n¶2. (SBU) Two.", [(1, "(U)"), (2, "(SBU)")]),
    ("[1](#)1. (U) One.\n\n[1](#)2. (C) Two.", [(1, "(U)"), (2, "(C)")]),
    # a leaked copy: the sign ¶ became a 1
    (HEAD + "- 11. (C) One.\n- 12. (C) Two.\n- 13. (U) Three.", [(1, "(C)"), (2, "(C)"), (3, "(U)")]),
    (HEAD + "1. (C) One.\n\n2. (C) Two.\n\n13. (C) Three.", [(1, "(C)"), (2, "(C)"), (3, "(C)")]),
    (
        HEAD + "\n\n".join(f"1{n}. (U) Text." for n in range(1, 13)),
        [(n, "(U)") for n in range(1, 13)],
    ),
    # eleven paragraphs indeed
    ("10. (U) Ten.\n\n11. (U) Eleven.\n\n12. (U) Twelve.", [(10, "(U)"), (11, "(U)"), (12, "(U)")]),
    ("11. (U) Eleven, on a later page.\n\n12. (U) Twelve.", [(11, "(U)"), (12, "(U)")]),
    ("1. One.\n2. 250 TONS OF FLOUR", [(1, ""), (2, "")]),
    ("12. 50 tons", []),
    ("2.5 million people", []),
    ("1954. The year", []),
    ("a list of 3. Items", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_paragraphs(text: str, expected: list[tuple[int, str]]) -> None:
    found = [seen.value for seen in DETECTOR.find(read(text.encode()).pages[0])]
    assert found == [Paragraph(number, mark) for number, mark in expected]
