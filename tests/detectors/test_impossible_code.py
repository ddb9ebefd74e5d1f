"""Codes that no law or order has: (text, codes as printed)."""

import pytest

from tests.support import seen

CASES = [
    ("1.4(K)\nB1", ["1.4(K)"]),
    ("1.4 (k)", ["1.4(k)"]),
    ("1.5(M)", ["1.5(M)"]),
    ("3.3(b)(10)", ["3.3(b)(10)"]),
    ("3.3 (b) (0)", ["3.3(b)(0)"]),
    ("25X10", ["25X10"]),
    ("(b)(10)", ["(b)(10)"]),
    ("(b)(6), (b)(11)", ["(b)(11)"]),
    ("B6, B10", ["B10"]),
    ("b7(H)", ["b7(H)"]),
    ("P7/b(1)", ["P7"]),
    ("RELEASE IN PART B1,1.4(J)", ["1.4(J)"]),
    # What OCR makes of a valid code, rooms, prose, sections of books.
    ("1.4(I)", []),
    ("1.4(O)", []),
    ("B10", []),
    ("Room B10, B6", []),
    ("the rule of 1.4(k) on ferries", []),
    ("25X100", []),
    ("1.4(D), 1.4(B)", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_impossible_codes(text, expected):
    assert [value.text for _, value in seen("impossible-code", text)] == expected
