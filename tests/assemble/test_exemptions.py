"""Codes in use and statutes: (codes as found, the codes of the document, is one doubtful)."""

import pytest

from redaudit.assemble.exemptions import exemptions
from redaudit.model.document import Ink
from redaudit.model.mark import CodeUse, ExemptionCode, Mark, Span, Statute

MARGIN, STAMP, SHEET, KEY = CodeUse.MARGIN, CodeUse.STAMP, CodeUse.SHEET, CodeUse.KEY


def marks(*values):
    return tuple(Mark("x", Span(1, at, at + 2), at, "", Ink.PLAIN, value) for at, value in enumerate(values))


CODES = [
    ([("B6", MARGIN, False)], ("B6",), False),
    # Each once, in the order first printed, wherever it is used.
    (
        [("B1", STAMP, False), ("1.4(D)", STAMP, False), ("1.4(D)", MARGIN, False), ("B6", SHEET, False)],
        ("B1", "1.4(D)", "B6"),
        False,
    ),
    # A key explains, and uses nothing.
    ([("B1", KEY, False), ("B9", KEY, False)], None, None),
    ([("B1", KEY, False), ("B6", MARGIN, False)], ("B6",), False),
    # In doubt where no clean print stands beside the damaged one.
    ([("B1", MARGIN, True)], ("B1",), True),
    ([("B1", MARGIN, True), ("B1", STAMP, False)], ("B1",), False),
    ([("B1", MARGIN, True), ("B6", MARGIN, False)], ("B1", "B6"), True),
    ([], None, None),
]


@pytest.mark.parametrize(("found", "codes", "doubtful"), CODES)
def test_codes(found, codes, doubtful):
    fact = exemptions(marks(*(ExemptionCode(*code) for code in found))).exemptions
    assert (fact and fact.value, fact and fact.doubtful) == (codes, doubtful)
    if fact:
        assert [mark.value.code for mark in fact.marks] == [code for code, use, _ in found if use is not KEY]


def test_statutes():
    laws = exemptions(
        marks(Statute("CIA PERS/ORG"), ExemptionCode("B3"), Statute("INA 222(f)"), Statute("CIA PERS/ORG"))
    )
    assert laws.statutes.value == ("CIA PERS/ORG", "INA 222(f)")
    assert len(laws.statutes.marks) == 3
    assert exemptions(()).statutes is None
