"""Spellings of exemption codes: (as printed, canonical)."""

import re

import pytest

from redaudit.vocabulary.exemption import CODE_TOKEN, canonical_code, jfk_code

SPELLINGS = [
    ("B1", "B1"),
    ("b6", "B6"),
    ("(b)(6)", "B6"),
    ("(b) (1)", "B1"),
    ("( b )( 1 )", None),
    ("b(1)", "B1"),
    ("B 6", "B6"),
    ("B6,", "B6"),
    ("B7(C)", "B7(C)"),
    ("b7C", "B7(C)"),
    ("b7c", "B7(C)"),
    ("(b)(7)(C)", "B7(C)"),
    ("(b) (7) (A)", "B7(A)"),
    ("1.4(D)", "1.4(D)"),
    ("1.4 (b)", "1.4(B)"),
    ("1.4b", "1.4(B)"),
    ("1.5(d)", "1.5(D)"),
    ("1.3(a)(5)", "1.3(a)(5)"),
    ("1.3(A)(10)", "1.3(a)(10)"),
    ("3.3(b)(1)", "3.3(b)(1)"),
    ("3.3 (B)(1)", "3.3(b)(1)"),
    ("3.3(h)(2)", "3.3(h)(2)"),
    ("3.5(c)", "3.5(c)"),
    ("6.2(d)", "6.2(d)"),
    ("25X1", "25X1"),
    ("25x1", "25X1"),
    ("25X", "25X"),
    ("25X1A", "25X1A"),
    ("25X1-human", "25X1-HUMAN"),
    ("50X1-HUM", "50X1-HUM"),
    ("50X2-WMD", "50X2-WMD"),
    ("50X1–HUM", "50X1-HUM"),
    ("75X1", "75X1"),
    ("P5", "P5"),
    ("p 1", "P1"),
    ("PRM", "PRM"),
    ("RR", "RR"),
    ("(j)(2)", "J2"),
    ("k5", "K5"),
    ("(d)(5)", "D5"),
    ("NR", "NR"),
    ("Stat", "STAT"),
    ("STATINTL", "STATINTL"),
    ("OGA", "OGA"),
    # What OCR makes of them.
    ("Bl", "B1"),
    ("BI", "B1"),
    ("B|", "B1"),
    ("B!", "B1"),
    ("Bi", "B1"),
    ("BS", "B5"),
    ("BG", "B6"),
    ("Be", "B6"),
    ("BZ", "B2"),
    ("{b}{6}", "B6"),
    ("[b][6]", "B6"),
    ("l.4(D)", "1.4(D)"),
    ("I.4(B)", "1.4(B)"),
    ("1,4(D)", "1.4(D)"),
    ("14(D)", "1.4(D)"),
    ("1.4{D}", "1.4(D)"),
    ("1.4(¢)", "1.4(C)"),
    ("25Xl", "25X1"),
    # No codes.
    ("B0", None),
    ("B10", None),
    ("B6(C)", None),
    ("b3A", None),
    ("1.4(I)", None),
    ("1.6(a)", None),
    ("3.4(b)(1)", None),
    ("P7", None),
    ("P-1", None),
    ("25Y1", None),
    ("26X1", None),
    ("STATE", None),
    ("", None),
    ("the", None),
]

JFK = [
    ("6(1)(B)", "6(1)(B)"),
    ("6 (1)(b)", "6(1)(B)"),
    ("1B", "6(1)(B)"),
    ("6(4)", "6(4)"),
    ("3", "6(3)"),
    ("1", None),
    ("2A", None),
    ("6(6)", None),
    ("7(1)(A)", None),
]


@pytest.mark.parametrize(("printed", "canonical"), SPELLINGS)
def test_spellings(printed, canonical):
    assert canonical_code(printed) == canonical


@pytest.mark.parametrize(("printed", "canonical"), JFK)
def test_sections_of_the_jfk_act(printed, canonical):
    assert jfk_code(printed) == canonical


@pytest.mark.parametrize("canonical", sorted({code for _, code in SPELLINGS if code} - {"25X1-HUMAN"}))
def test_a_canonical_code_is_a_token_that_stands_for_itself(canonical):
    # Codes of the Privacy Act are printed with parentheses or in small letters.
    printed = f"({canonical[0].lower()})({canonical[1]})" if canonical[0] in "JKD" else canonical
    assert re.fullmatch(CODE_TOKEN, printed)
    assert canonical_code(printed) == canonical


TOKENS = [
    # Two codes side by side are two tokens; the letters of a portion mark are none of a code.
    ("(b)(1) (b)(3)", ["(b)(1)", "(b)(3)"]),
    ("B1 (b)(3)", ["B1", "(b)(3)"]),
    ("B6 (C)", ["B6"]),
    ("B1,1.4(B),1.4(D),B6", ["B1", "1.4(B)", "1.4(D)", "B6"]),
    ("b6; b7C; b7D;", ["b6", "b7C", "b7D"]),
    ("25X1 1.4(c)", ["25X1", "1.4(c)"]),
    ("P1/b(1)", ["P1", "b(1)"]),
    ("P1.", []),
    ("25 X 4", []),
]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens(text, tokens):
    assert [found[0] for found in re.finditer(CODE_TOKEN, text)] == tokens
