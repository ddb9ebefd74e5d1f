"""Captions on their own lines: (text, [(as printed, caption)])."""

import pytest

from redaudit.detectors.caption import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import Caption

HITS = [
    ("NODIS", [("NODIS", "NODIS")]),
    ("NODIS DECAPTIONED", [("NODIS", "NODIS")]),
    ("NODIS DECAPIONED\n\nBIRCH-", [("NODIS", "NODIS"), ("BIRCH", "BIRCH")]),
    ("EXDIS CEDAR", [("EXDIS", "EXDIS"), ("CEDAR", "CEDAR")]),
    ("EXDIS CEDAR, VIENNA FOR USDEL OSCE", [("EXDIS", "EXDIS"), ("CEDAR", "CEDAR")]),
    ("EXDIS FOR THE AMBASSADOR", [("EXDIS", "EXDIS")]),
    ("NODIS/CHEROKEE", [("NODIS", "NODIS"), ("CHEROKEE", "CHEROKEE")]),
    ("EXDIS HANDLE AS NODIS", [("EXDIS", "EXDIS")]),
    ("NODIS - NOT FOR ADS", [("NODIS", "NODIS")]),
    ("LIMDIS NOFORN", [("LIMDIS", "LIMDIS"), ("NOFORN", "NOFORN")]),
    ("STADIS//////////", [("STADIS", "STADIS")]),
    ("ROGER CHANNEL", [("ROGER CHANNEL", "ROGER CHANNEL")]),
    ("NOFORN", [("NOFORN", "NOFORN")]),
    (
        "HANDLE VIA BYEMAN-TALENT-KEYHOLE CHANNELS JOINTLY",
        [("BYEMAN", "BYEMAN"), ("TALENT-KEYHOLE", "TALENT-KEYHOLE")],
    ),
    ("Handle via COMINT Control System", [("COMINT", "COMINT")]),
    ("SENSITIVE", [("SENSITIVE", "SENSITIVE")]),
    ("NOFORN\nSIPDIS", [("NOFORN", "NOFORN")]),
    ("EXOIS", [("EXOIS", "EXDIS")]),
    ("N O D I S", [("N O D I S", "NODIS")]),
    ("NO FOREIGN DISSEM", [("NO FOREIGN DISSEM", "NO FOREIGN DISSEM")]),
    ("NODIS\nSIPDIS", [("NODIS", "NODIS")]),
    # The head of the stamp of the review of captions names the caption that the telegram has.
    ("EXDIS REVIEW\nCat. A - Caption removed;", [("EXDIS", "EXDIS")]),
    ("NODIS REVIEW", [("NODIS", "NODIS")]),
    ("EXDIS\n\nE.O. 12958: DECL: 11/19/09", [("EXDIS", "EXDIS")]),
    ("N\nO\nD\nI\nS\nN\nO\nD\nI\nS", [("N\nO\nD\nI\nS", "NODIS")] * 2),
    ("E  \nX  \nD  \nI  \nS  ", [("E  \nX  \nD  \nI  \nS", "EXDIS")]),
    ("S\nI\nD\nO\nN", [("S\nI\nD\nO\nN", "NODIS")]),
    ("S\n-\nD\nO\nN\nS\n-\nD\nO\nN", [("S\n-\nD\nO\nN", "NODIS")] * 2),
]

MISSES = [
    "SIPDIS",
    "IMMEDIATE",
    "PRIORITY",
    "ORIGIN NODS-00",
    "REF: NODIS CABLE 12",
    "THE DEPARTMENT HAS DECIDED TO SEND ITS TELEGRAM\nNODIS",
    "NODISTRIBUTION",
    "SENSITIVE MATTERS WERE RAISED",
    "Sensitive",
    "A\nB\nC\nD\nE\nF",
]


def marks(text: str) -> list[tuple[str, str]]:
    found = []
    for seen in sorted(DETECTOR.find(Page(1, text)), key=lambda seen: seen.start):
        assert isinstance(seen.value, Caption)
        found.append((text[seen.start : seen.end], seen.value.text))
    return found


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_a_caption_stands_on_its_own_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize("text", MISSES)
def test_precedence_prose_and_references_are_no_captions(text: str) -> None:
    assert marks(text) == []
