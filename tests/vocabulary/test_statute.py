"""Statutes by what agencies print: (as printed, today's citation, whether the print is an older one)."""

import pytest

from redaudit.vocabulary.statute import STATUTES, statute_named

NAMED = [
    ("50 USC 3024(i)(1)", "50 U.S.C. 3024(i)(1)", False),
    ("50 U.S.C. § 3024", "50 U.S.C. 3024(i)(1)", False),
    ("50 USC 403-1(i)(1)", "50 U.S.C. 3024(i)(1)", True),
    ("50 USC 403(d)(3)", "50 U.S.C. 3024(i)(1)", True),
    ("NatSecAct", "50 U.S.C. 3024(i)(1)", False),
    ("50 USC 3507(a)", "50 U.S.C. 3507", False),
    ("50 USC 403g", "50 U.S.C. 3507", True),
    ("50 USC 403(g)", "50 U.S.C. 3507", True),
    ("CIA PERS/ORG", "50 U.S.C. 3507", False),
    ("P.L. 86-36", "50 U.S.C. 3605", False),
    ("Public Law 86-36", "50 U.S.C. 3605", False),
    ("50 USC 402 note", "50 U.S.C. 3605", True),
    ("10 USC 424", "10 U.S.C. 424", False),
    ("INA 222(f)", "8 U.S.C. 1202(f)", False),
    ("ARMSEXP", "22 U.S.C. 2778(e)", False),
    ("50a USC 2411(c)", "50 U.S.C. 4820(h)", True),
    ("18 USC 2517", "18 U.S.C. 2510", False),
    ("Rule 6(e)", "Fed. R. Crim. P. 6(e)", False),
]


@pytest.mark.parametrize(("printed", "cite", "former"), NAMED)
def test_statute_named(printed, cite, former):
    statute, older = statute_named(printed)
    assert (statute.cite, older is not None) == (cite, former)


@pytest.mark.parametrize("printed", ["12 USC 9999", "10 USC 4244", "the act", ""])
def test_a_statute_that_is_not_in_the_table(printed):
    assert statute_named(printed) is None


def test_every_statute_is_found_by_its_own_citation():
    assert [statute for statute in STATUTES if statute_named(statute.cite) != (statute, None)] == []
