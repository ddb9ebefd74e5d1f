"""Codes and what they withhold: (record, what the rule says)."""

import pytest

from redaudit import pipeline
from redaudit.auditing import judged
from redaudit.model.mark import CodeUse, DeletedPages, RedactionKind
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import code, mark, problems, reclassified, record, redaction, severities, stamp


def held(rule, made):
    """The severities of a rule's findings, on the days alone for which it holds."""
    part = next(part for part in pipeline.rules() if part.id == rule)
    return [finding.severity.word for finding in judged(made, (part,))]


PART = {"status": Outcome.PART, "release_date": "2015-06-30"}
SHEET = mark(DeletedPages(3))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(exemptions=("B1",), **PART), ["medium"]),
        (record(exemptions=("B1", "B6"), status=Outcome.PART), ["medium"]),
        (record(exemptions=("B1",), status=Outcome.PART, release_date="1994-01-01"), ["low"]),
        (record(SHEET, exemptions=("B1",), **PART), ["low"]),
        (record(stamp(family="fbi"), exemptions=("B1",), **PART), ["low"]),
        (record(exemptions=("B1", "1.4(D)"), **PART), []),
        (record(exemptions=("B1", "25X6"), **PART), []),
        (record(exemptions=("B1", "3.3(b)(6)"), **PART), []),
        (record(exemptions=("B1",), classification_reasons=("1.5(B)",), **PART), []),
        (record(exemptions=("B1",), withheld_reasons=("1.4(D)",), **PART), []),
        (record(reclassified(reasons=("1.4(D)",)), exemptions=("B1",), **PART), []),
        (record(exemptions=("B6",), **PART), []),
        (record(**PART), []),
    ],
)
def test_b1_without_category(made, expected):
    assert severities("b1-without-category", made) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(exemptions=("B3", "B6"), **PART), ["medium"]),
        (record(SHEET, exemptions=("B3",), **PART), ["low"]),
        (record(exemptions=("B3",), statutes=("INA 222(f)",), **PART), []),
        (record(exemptions=("B3", "B3(C)"), **PART), []),
        (record(exemptions=("B3", "STATINTL"), **PART), []),
        (record(exemptions=("B6",), **PART), []),
    ],
)
def test_b3_without_statute(made, expected):
    assert severities("b3-without-statute", made) == expected


@pytest.mark.parametrize(
    ("origin", "released", "case", "expected"),
    [
        ("1975-03-14", "2019-06-30", "F-2018-01234", ["medium"]),
        ("1975-03-14", "2019-06-30", "2010-0533-M", []),  # asked before the Act of 2016
        ("1975-03-14", "2016-06-29", None, []),
        ("1975-03-14", "2019-06-30", None, ["low"]),
        ("1994-03-14", "2019-03-13", None, []),
        ("1994-03-14", "2019-03-14", None, ["low"]),
        ("1994-03-14", "2020-03-14", "F-2018-01234", []),
        ("1994-03-14", "2020-03-14", "F-2019-01234", ["medium"]),
    ],
)
def test_b5_over_25_years(origin, released, case, expected):
    facts = {"case_number": case} if case else {}
    made = record(exemptions=("B5",), original_date=origin, release_date=released, **facts)
    assert held("b5-over-25-years", made) == expected


@pytest.mark.parametrize(
    ("exemptions", "released", "expected"),
    [
        (("NR",), "2016-07-29", []),
        (("NR", "B6"), "2016-07-30", ["medium"]),
        (("B6",), "2018-01-01", []),
    ],
)
def test_non_responsive_in_record(exemptions, released, expected):
    assert held("non-responsive-in-record", record(exemptions=exemptions, release_date=released)) == expected


OVER = (code("B6"), code("B6", page=2), code("B6", page=3))


@pytest.mark.parametrize(
    ("marks", "redactions", "expected"),
    [
        ((code("B6"),), (), [("low", "B6 on page 1, and no withheld passage seen beside it")]),
        (
            (code("B6"), code("B1", page=2)),
            (redaction(RedactionKind.GAP, codes=("B6",)),),
            [("low", "B1 on page 2, and no withheld passage seen beside it")],
        ),
        # A passage that runs over page breaks has its codes on every page.
        (OVER, (redaction(RedactionKind.GAP, codes=("B6",), marks=OVER),), []),
        ((code("B6"),), (redaction(RedactionKind.BOX),), []),
        # Beside a full line of text.
        (
            (code("B6"),),
            (redaction(RedactionKind.GAP, codes=("B6",), marks=(code("B6"),), seen=False),),
            [("low", "B6 on page 1, and no withheld passage seen beside it")],
        ),
        ((code("B6", use=CodeUse.STAMP),), (), []),
        ((code("B6", use=CodeUse.KEY),), (), []),
        ((code("B6", use=CodeUse.SHEET),), (), []),
        ((code("B6"), SHEET), (), []),
    ],
)
def test_code_without_redaction(marks, redactions, expected):
    assert problems("code-without-redaction", record(*marks, redactions=redactions, **PART)) == expected


BARE = (redaction(RedactionKind.PLACEHOLDER, text="[Redacted]"), redaction(RedactionKind.BOX, start=9))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(redactions=BARE, **PART),
            [("high", "2 withheld passages on page 1, and no exemption code on that page")],
        ),
        (
            record(redactions=BARE[:1], status=Outcome.UNSPECIFIED, release_date="2007-12-31"),
            [("low", "a withheld passage on page 1, and no exemption code on that page")],
        ),
        (
            record(code("B6", use=CodeUse.STAMP), redactions=BARE[:1], **PART),
            [("medium", "a withheld passage on page 1, and no exemption code on that page")],
        ),
        (record(code("B6"), redactions=BARE, **PART), []),
        (record(redactions=BARE, status=Outcome.NONE), []),
        (record(redactions=BARE, status=Outcome.FULL), []),  # full-but-redacted
        (record(stamp(family="jfk"), redactions=BARE, **PART), []),
        (record(redactions=(redaction(RedactionKind.MASK, official=False),), **PART), []),
        (record(redactions=(redaction(RedactionKind.GAP, codes=("B6",)),), **PART), []),
        (record(redactions=(redaction(RedactionKind.PLACEHOLDER, text="[name not declassified]"),), **PART), []),
    ],
)
def test_redaction_without_code(made, expected):
    assert problems("redaction-without-code", made) == expected


def listed(*names):
    return tuple(code(name, use=CodeUse.STAMP) for name in names)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (
            (*listed("B6"), code("B5"), code("B5", page=2)),
            [("medium", "B5 withholds text, and the release stamp lists only B6")],
        ),
        (
            (*listed("B6"), code("B8", damaged=True)),
            [("low", "B8 withholds text, and the release stamp lists only B6")],
        ),
        (
            (*listed("B1", "1.4(B)"), code("1.4(C)")),
            [("medium", "1.4(C) withholds text, and the release stamp lists only 1.4(B), B1")],
        ),
        ((*listed("B1"), code("1.4(C)")), []),
        ((*listed("1.4(D)"), code("B1")), []),
        ((*listed("B7"), code("B7(C)")), []),
        ((*listed("B7(C)"), code("B7")), []),
        ((*listed("B6"), code("25X1"), code("STAT"), code("P5")), []),
        ((*listed("B5", "B6"), code("B6"), code("B5")), []),
        ((code("B5"),), []),
        ((*listed("B6"), code("B5"), stamp(damaged=True)), []),
    ],
)
def test_body_code_not_in_header(marks, expected):
    assert problems("body-code-not-in-header", record(*marks, **PART)) == expected
