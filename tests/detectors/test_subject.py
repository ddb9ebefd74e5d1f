"""Subject lines: (text, [subject])."""

import pytest

from redaudit.detectors.subject import DETECTOR
from redaudit.model.mark import Wording
from redaudit.pipeline import read

MAIL = "From:                  Doe, Jane <doe@example.gov>\nTo:                    H\n"

TEXTS = [
    # telegrams
    ("SUBJECT: FOOD AID TO RURITANIA", ["FOOD AID TO RURITANIA"]),
    ("SUBJ: FOOD AID TO RURITANIA\n\n\nREF: ZENDA 5", ["FOOD AID TO RURITANIA"]),
    (
        "SUBJECT: THE SECRETARY'S MEETING WITH MINISTER DOE\nAND PM ROE\n\nREF: A) ZENDA 4636",
        ["THE SECRETARY'S MEETING WITH MINISTER DOE AND PM ROE"],
    ),
    (
        "SUBJECT: MINISTER DOE DOWNBEAT ON SECOND MISSION TO\n\nZENDA, STRELSAU, AND HENTZAU\n\nREF: A. ZENDA 1",
        ["MINISTER DOE DOWNBEAT ON SECOND MISSION TO ZENDA, STRELSAU, AND HENTZAU"],
    ),
    (
        "SUBJECT: LETTER FROM DEPUTY SECRETARY ROE ON THE VISIT\n\n(u) Classified by: Richard Roe",
        ["LETTER FROM DEPUTY SECRETARY ROE ON THE VISIT"],
    ),
    ("SUBJECT: REPORT OF THE MEET-\nING IN ZENDA\nTAGS: PREL", ["REPORT OF THE MEETING IN ZENDA"]),
    ("SUBJECT: A TEST\n1. (C) SUMMARY: THE MEETING", ["A TEST"]),
    ("SUBJECT: A TEST\nE.O. 12958: N/A", ["A TEST"]),
    ("SUBJ: A TEST\n\n\nSTATE 162751", ["A TEST"]),
    # mail
    (MAIL + "Subject:               Re: Lunch\n\nThanks.", ["Re: Lunch"]),
    (MAIL + "Subject                Re: Lunch\n\nThanks.", ["Re: Lunch"]),
    (MAIL + "Subjoct:               Re: Lunch", ["Re: Lunch"]),
    (
        MAIL + "Subject:               Fw: The long way from Zenda to Strelsau and\n"
        "                       back again\nAttachments:           way.doc",
        ["Fw: The long way from Zenda to Strelsau and back again"],
    ),
    (MAIL + "Subject:               From Bob -                                B1", ["From Bob -"]),
    (
        MAIL + "Subject:               Call                   - Declassify on: 03/25/2026",
        ["Call"],
    ),
    (
        MAIL + "Subject:               FW:                         Monday from 2:35 to 3:20 - Topic",
        ["FW: Monday from 2:35 to 3:20 - Topic"],
    ),
    (MAIL + "Subject:               1.4(D)", [""]),
    (MAIL + "Subject:\n\nHello", [""]),
    ("From: Doe\nSent: Monday\nSubject: Re: Lunch\n\nYes.", ["Re: Lunch"]),
    # memoranda
    ("FROM: M - Jane Doe\n\nSubject:       Director of the Office", ["Director of the Office"]),
    ("For: Hillary\nFrom: Sid\nRe: Internal pressures", ["Internal pressures"]),
    ("SUBJECT\nSecurity Matters\nCable Traffic\nREFERENCES\nA 1", ["Security Matters Cable Traffic"]),
    ("SUBJECT\nThe Plan\nThe following points were noted at a meeting of", ["The Plan"]),
    ("SUBJECT\nPlan-[less than 1 line\nnot declassified]\n1. A meeting", ["Plan-[less than 1 line not declassified]"]),
    ("SUBJECT:   Summary of Conclusions «fS-)-", ["Summary of Conclusions"]),
]

MISSES = [
    "1. SUBJECT FIRM IS THE NATIONAL AIRLINE",
    "SUBJECT FIRM IS THE NATIONAL AIRLINE",
    "Subject to the availability of funds",
    "SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION & REDACTIONS. NO FOIA WAIVER.",
    "Re: the above",
    "On the subject: nothing.",
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_subjects(text: str, expected: list[str]) -> None:
    assert [seen.value for seen in DETECTOR.find(read(text.encode()).pages[0])] == [
        Wording(words) for words in expected
    ]


@pytest.mark.parametrize("text", MISSES)
def test_the_word_in_a_text(text: str) -> None:
    assert list(DETECTOR.find(read(text.encode()).pages[0])) == []


def test_the_pieces_of_a_subject_on_two_lines() -> None:
    page = read(b"SUBJECT: THE SECRETARY'S MEETING WITH MINISTER DOE\nAND PM ROE\n\nREF: X").pages[0]
    (seen,) = DETECTOR.find(page)
    assert [page.text[start:end] for start, end in seen.pieces] == [
        "SUBJECT: THE SECRETARY'S MEETING WITH MINISTER DOE",
        "AND PM ROE",
    ]
