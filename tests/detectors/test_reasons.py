"""Classification reasons in the ways they are written: (text, canonical codes)."""

import pytest

from redaudit.detectors._reasons import reason_codes

B_D = ("1.4(B)", "1.4(D)")
FIVE = ("1.5(B)", "1.5(D)")

REASONS = [
    ("1.4 (b) and (d)", B_D),
    ("1.4 (b), (d)", B_D),
    ("1.4(B), (D)", B_D),
    ("1.4 (b,d)", B_D),
    ("1.4(b) and (d)", B_D),
    ("1.4 (b/d)", B_D),
    ("1.4 b and d", B_D),
    ("1.4 (b) & (d)", B_D),
    ("1.4 (b&d)", B_D),
    ("1.4 (b and d)", B_D),
    ("1.4 (b)(d)", B_D),
    ("1.4 b/d", B_D),
    ("1.4 (b/ d)", B_D),
    ("1.4(B), 1.4(D)", B_D),
    ("1.4(B),\n1.4(D)", B_D),
    ("1.4(B), 1.4(D), B1", B_D),
    ("1.4 (d) and (b)", ("1.4(D)", "1.4(B)")),
    ("1.4 b, c, and d", ("1.4(B)", "1.4(C)", "1.4(D)")),
    ("1.4 (b), (d) and (e)", ("1.4(B)", "1.4(D)", "1.4(E)")),
    ("1.4 (d)", ("1.4(D)",)),
    ("1.4.d", ("1.4(D)",)),
    ("1.4B", ("1.4(B)",)),
    ("1,4 (C) AND (D)", ("1.4(C)", "1.4(D)")),
    ("l.4 (b)", ("1.4(B)",)),
    ("1.5 B, D.", FIVE),
    ("1.5(B)&(D)", FIVE),
    ("1.5 (b, d)", FIVE),
    ("REASON: 1.5 (B) AND (D)", FIVE),
    ("per 1.5 (B) and (D)", FIVE),
    ("E.O. 12958, 1.5 (b) and (d)", FIVE),
    ("1.3(a)(5)", ("1.3(a)(5)",)),
    ("1.3(a)(5) and 1.3(a)(10)", ("1.3(a)(5)", "1.3(a)(10)")),
    # Each once.
    ("1.4(b), 1.4(d), 1.4(b)", B_D),
    # No reasons: numbers, words that begin with a letter, other sections.
    ("1.4 million", ()),
    ("1.4 and", ()),
    ("1.4 because of it", ()),
    ("11.4 (b)", ()),
    ("2.1.4 (b)", ()),
    ("1.6 (d)", ()),
    ("E.O. 12958", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "codes"), REASONS)
def test_reasons(text, codes):
    assert reason_codes(text) == codes


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("1.4 " + "(b) and " * 30_000, 1),
        ("1.4" + " " * 200_000, 0),
        ("1.4" + "(" * 200_000, 0),
        ("1.4 " * 50_000, 0),
        ("1.4 " + "b," * 50_000, 1),
    ],
)
def test_long_lists(text, many):
    assert len(reason_codes(text)) == many
