"""Statutes beside a B3: (text, statutes)."""

import pytest

from redaudit.detectors.statute import DETECTOR, find
from redaudit.model.document import Page
from redaudit.model.mark import Statute

CASES = [
    ("B3 CIA PERS/ORG", ["CIA PERS/ORG"]),
    ("RELEASE IN PART B5,B3 CIA\nPERS/ORG,B6", ["CIA PERS/ORG"]),
    ("RELEASE IN PART B3 CIA", ["CIA"]),
    ("B3\nCIA\n", ["CIA"]),
    ("B3 INA", ["INA"]),
    ("B3 INA 222(f)", ["INA 222(f)"]),
    ("(b)(3) 50 USC 3024(i)(1)", ["50 USC 3024(i)(1)"]),
    ("(b)(3): 50 U.S.C. § 3024(i)(1)", ["50 USC 3024(i)(1)"]),
    ("(b)(3) 10 U.S.C. 424", ["10 USC 424"]),
    ("(b)(3)-P.L. 86-36", ["P.L. 86-36"]),
    ("(b)(3)-50 USC 403, P.L. 86-36", ["50 USC 403", "P.L. 86-36"]),
    ("(b)(3)-18 USC 798\n(b)(3)-50 USC 3024(i)", ["18 USC 798", "50 USC 3024(i)"]),
    ("(b)(3) 10 USC 424 (b)(6)", ["10 USC 424"]),
    ("(b)(3) NatSecAct\n(b)(3) CIAAct", ["NatSecAct", "CIAAct"]),
    ("(b)(3)(c)\n(b)(3)(n)", ["(b)(3)(c)", "(b)(3)(n)"]),
    ("(b)(3)(A)", []),
    ("(b)(3)\n(c) the third", []),
    ("B3 FS ACT", ["FS ACT"]),
    ("B3 ARMSEXP", ["ARMSEXP"]),
    ("B3 EXPORT CONTROL", ["EXPORT CONTROL"]),
]


@pytest.mark.parametrize(("text", "statutes"), CASES)
def test_the_statute_beside_a_b3_is_read(text: str, statutes: list[str]) -> None:
    assert [seen.value for seen in find(Page(1, text))] == [Statute(one) for one in statutes]


@pytest.mark.parametrize(
    "text",
    [
        *DETECTOR.misses,
        "LIB3 INA corridor",
        "B3",
        "B3, B6",
        "B3\nCIA officers were told",
        "the (b)(3) exemption and 50 USC 403(g)",
        "B35 CIA",
    ],
)
def test_statutes_elsewhere_give_no_mark(text: str) -> None:
    assert list(find(Page(1, text))) == []
