"""Portion marks: (text, [(as printed, canonical, level, paragraph)])."""

import pytest

from redaudit.detectors.portion_mark import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import PortionMark

HITS = [
    ("1. (S) SUMMARY: THE MINISTER CALLED.", [("(S)", "(S)", "SECRET", "1")]),
    ("2. (c) begin text:", [("(c)", "(C)", "CONFIDENTIAL", "2")]),
    (" (u) Classified by: Ann Example", [("(u)", "(U)", "UNCLASSIFIED", "")]),
    ("- 11. (C) In a meeting", [("(C)", "(C)", "CONFIDENTIAL", "11")]),
    ("¶3. (SBU) On March 19", [("(SBU)", "(SBU)", "SENSITIVE BUT UNCLASSIFIED", "3")]),
    ("1.  (S)  A talk", [("(S)", "(S)", "SECRET", "1")]),
    ("3.(C ) A talk", [("(C )", "(C)", "CONFIDENTIAL", "3")]),
    ("4. (S/NF) A talk", [("(S/NF)", "(S/NF)", "SECRET", "4")]),
    ("4. (S//Rel NATO, ISAF) A talk", [("(S//Rel NATO, ISAF)", "(S//REL NATO,ISAF)", "SECRET", "4")]),
    ("(TS//SI//OC/NF) Key judgments", [("(TS//SI//OC/NF)", "(TS//SI//OC/NF)", "TOP SECRET", "")]),
    ("(U//FOUO) The office", [("(U//FOUO)", "(U//FOUO)", "FOR OFFICIAL USE ONLY", "")]),
    ("(SBU/NF) The office", [("(SBU/NF)", "(SBU/NF)", "SENSITIVE BUT UNCLASSIFIED", "")]),
    ("(S-NF) The office", [("(S-NF)", "(S-NF)", "SECRET", "")]),
    ("(C NF) The office", [("(C NF)", "(C NF)", "CONFIDENTIAL", "")]),
    ("• (SBU) The consulate closed.", [("(SBU)", "(SBU)", "SENSITIVE BUT UNCLASSIFIED", "")]),
    ("1. C) THE MINISTER SAID", [("C)", "(C)", "CONFIDENTIAL", "1")]),
    ("2. SBU) THE MINISTER SAID", [("SBU)", "(SBU)", "SENSITIVE BUT UNCLASSIFIED", "2")]),
    ("SUBJECT: (U) A visit", [("(U)", "(U)", "UNCLASSIFIED", "")]),
    ("Subject: Report No. 1 (SBU)", [("(SBU)", "(SBU)", "SENSITIVE BUT UNCLASSIFIED", "")]),
    ("327038. (U) Subject: A visit", [("(U)", "(U)", "UNCLASSIFIED", "327038")]),
    ("The funds may be needed. (C)\nWe met.", [("(C)", "(C)", "CONFIDENTIAL", "")]),
    ("SUBJECT\nViews on the talks (S)", [("(S)", "(S)", "SECRET", "")]),
    ("made at once.\n(S)\nWe met.", [("(S)", "(S)", "SECRET", "")]),
    (
        "for reasons 1.4 (B) and (D).\n(C) The text.",
        [("(C)", "(C)", "CONFIDENTIAL", "")],
    ),
]

ENTIRE = [
    ("1. (C) ENTIRE TEXT.", "(C) ENTIRE TEXT.", "(C-ENTIRE TEXT)", "CONFIDENTIAL", "1"),
    ("1. (C-entire text).", "(C-entire text)", "(C-ENTIRE TEXT)", "CONFIDENTIAL", "1"),
    ("1. (C - ENTIRE TEXT)", "(C - ENTIRE TEXT)", "(C-ENTIRE TEXT)", "CONFIDENTIAL", "1"),
    ("1. (CONFIDENTIAL ENTIRE TEXT.)", "(CONFIDENTIAL ENTIRE TEXT.)", "(C-ENTIRE TEXT)", "CONFIDENTIAL", "1"),
    ("1. SECRET- ENTIRE TEXT.", "SECRET- ENTIRE TEXT.", "(S-ENTIRE TEXT)", "SECRET", "1"),
    ("(SECRET-ENTIRE TEXT.)", "(SECRET-ENTIRE TEXT.)", "(S-ENTIRE TEXT)", "SECRET", ""),
    ("1. CONFIDENTIAL - ENTIRE TEXT", "CONFIDENTIAL - ENTIRE TEXT", "(C-ENTIRE TEXT)", "CONFIDENTIAL", "1"),
    ("1. (LOU) ENTIRE TEXT.", "(LOU) ENTIRE TEXT.", "(LOU-ENTIRE TEXT)", "LIMITED OFFICIAL USE", "1"),
    ("1. ENTIRE TEXT CONFIDENTIAL.", "ENTIRE TEXT CONFIDENTIAL", "(C-ENTIRE TEXT)", "CONFIDENTIAL", ""),
]

MISSES = [
    "(CDU) leaders met.",
    "(CDA) leaders met.",
    "(CA) visited.",
    "(CSAR) teams stood by.",
    "(S/NIS) has seen the draft.",
    "(S/P) cleared.",
    "(C-130) aircraft landed.",
    "(a) one;\n(b) two;\n(c) three.",
    "(A) ONE\n(B) TWO\n(C) THREE",
    "(a) access to oil and (b) to wheat and\n(c) access to imports",
    "(c) 2011 Example Press",
    "(c) Copyright Example Press",
    "REF: (A) NICOSIA 3000, (B)\nNICOSIA 3004, (C) ANKARA 8695",
    "Senator Example (R) said",
    "[footnote] (c) The companies paid.",
    "Services (c)\nGoods",
    "the entire text was read",
    "by (A), (B) and (C)",
    "SAC, EXAMPLE CITY (164-81)\n(C)",
]


def marks(text: str) -> list[tuple[str, str, str, str]]:
    found = []
    for seen in sorted(DETECTOR.find(Page(1, text)), key=lambda seen: seen.start):
        assert isinstance(seen.value, PortionMark)
        printed = text[seen.start : seen.end]
        found.append((printed, seen.value.text, seen.value.level.name, seen.value.paragraph))
    return found


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_a_mark_opens_or_closes_its_paragraph(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(("text", "printed", "canonical", "level", "paragraph"), ENTIRE)
def test_a_declaration_speaks_for_the_whole_text(
    text: str, printed: str, canonical: str, level: str, paragraph: str
) -> None:
    assert marks(text) == [(printed, canonical, level, paragraph)]


@pytest.mark.parametrize("text", MISSES)
def test_lists_offices_and_parties_are_no_marks(text: str) -> None:
    assert marks(text) == []
