"""The originator's authority: (record, severities of what the rule says)."""

import pytest

from redaudit.model.document import Content, Ink
from redaudit.model.mark import AuthorityBlock, Mark, OrderLine, RedactionKind, Span
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import problems, record, redaction, severities

CLASSIFIED = {"original_classification": "SECRET", "original_date": "2006-03-14"}


def block(**says):
    return Mark("authority-block", Span(1, 0, 1), 1, "C", Ink.PLAIN, AuthorityBlock(**says))


ORDER = Mark("order-line", Span(1, 0, 1), 1, "E", Ink.PLAIN, OrderLine("E.O. 12958", "N/A"))


@pytest.mark.parametrize(
    ("made", "missing_block", "missing_until"),
    [
        (record(**CLASSIFIED), ["medium"], ["medium"]),
        (record(block(classified_by="Ann Sample"), **CLASSIFIED), [], ["medium"]),
        (record(block(derived_from="DSCG 05-1"), **CLASSIFIED), [], ["medium"]),
        (record(block(declassify_on="OADR"), **CLASSIFIED), ["medium"], []),
        (record(ORDER, **CLASSIFIED), ["medium"], []),
        (record(declassify_on="2016-03-14", **CLASSIFIED), ["medium"], []),
        (record(**{**CLASSIFIED, "original_date": "1995-10-13"}), [], []),
        (record(**{**CLASSIFIED, "original_classification": "SBU"}), [], []),
        (record(original_classification="SECRET"), [], []),
        (record(status=Outcome.DENIED, **CLASSIFIED), [], []),
        (record(doubtful=("original_classification",), **CLASSIFIED), ["low"], ["low"]),
        (record(pages=(Content.SCAN,), **CLASSIFIED), ["low"], ["low"]),
        (record(redactions=(redaction(RedactionKind.BOX),), **CLASSIFIED), ["low"], ["low"]),
        (record(redactions=(redaction(RedactionKind.BOX, page=2),), **CLASSIFIED), ["medium"], ["medium"]),
    ],
)
def test_missing_authority_and_missing_instruction(made, missing_block, missing_until):
    assert severities("authority-block-missing", made) == missing_block
    assert severities("declass-missing", made) == missing_until


@pytest.mark.parametrize(
    ("reasons", "date", "expected"),
    [
        (("1.5(B)", "1.5(D)"), "1999-11-23", []),
        (("1.4(B)",), "2007-07-10", []),
        (("1.4(B)",), "2003-02-01", []),  # within 60 days of the change
        (("1.3(a)(5)",), "1990-01-01", []),
        (("1.4(B)", "1.4(D)"), "1997-10-28", ["medium"]),
        (("1.5(B)",), "2004-03-14", ["low"]),
        (("1.5(B)",), "2006-03-14", ["medium"]),
        (("1.5(B)",), "1990-01-01", ["medium"]),
        (("1.3(a)(5)",), "1999-11-23", ["medium"]),
        (("1.5(H)",), "1999-11-23", ["medium"]),
    ],
)
def test_reason_anachronism(reasons, date, expected):
    made = record(classification_reasons=reasons, original_date=date)
    assert severities("reason-anachronism", made) == expected


def test_a_category_that_never_was_is_named():
    made = record(classification_reasons=("1.5(H)",), original_date="1999-11-23")
    assert problems("reason-anachronism", made) == [("medium", "reason 1.5(H): section 1.5 has no such category")]


@pytest.mark.parametrize(
    ("order", "date", "expected"),
    [
        ("E.O. 12958", "1999-11-23", []),
        ("E.O. 12958", "2010-12-31", []),
        ("E.O. 13526", "2010-01-05", []),
        ("E.O. 12356", "1995-12-01", []),  # within 60 days of the change
        ("E.O. 12598", "1970-01-01", []),  # no order on classification
        (
            "E.O. 13526",
            "2009-12-28",
            [("medium", "cites E.O. 13526 on 2009-12-28, when E.O. 12958 was in force")],
        ),
        ("E.O. 12356", "1979-03-14", [("medium", "cites E.O. 12356 on 1979-03-14, when E.O. 12065 was in force")]),
        ("E.O. 11652", "1999-11-23", [("medium", "cites E.O. 11652 on 1999-11-23, when E.O. 12958 was in force")]),
    ],
)
def test_eo_anachronism(order, date, expected):
    assert problems("eo-anachronism", record(original_order=order, original_date=date)) == expected


@pytest.mark.parametrize(
    ("instruction", "date", "expected"),
    [
        ("OADR", "1990-01-01", []),
        ("OADR", "1998-03-14", ["medium"]),
        ("X6", "1998-03-14", []),
        ("X6", "2006-03-14", ["medium"]),
        ("X1", "1990-01-01", ["medium"]),
        ("25X1", "1990-01-01", ["low"]),
        ("50X1-HUM", "2006-03-14", ["medium"]),
        ("GDS", "1975-01-01", []),
        ("XGDS-2", "1990-01-01", ["low"]),
        ("GROUP 1", "1965-01-01", []),
        ("GROUP 1", "1980-01-01", ["low"]),
        ("MR", "2006-03-14", []),
        ("MR", "2012-03-14", ["low"]),
        ("2016-03-14", "2006-03-14", []),
        ("TEN YEARS AFTER UNIFICATION", "2006-03-14", []),
    ],
)
def test_declass_form_anachronism(instruction, date, expected):
    made = record(declassify_on=instruction, original_date=date)
    assert severities("declass-form-anachronism", made) == expected


@pytest.mark.parametrize(
    ("order", "reasons", "expected"),
    [
        ("E.O. 12958", ("1.5(B)",), []),
        ("E.O. 12958", ("1.4(B)",), []),
        ("E.O. 13526", ("1.4(B)",), []),
        ("E.O. 12356", ("1.3(a)(5)",), []),
        ("E.O. 12356", ("1.4(B)", "1.4(D)"), ["medium"]),
        ("E.O. 12356", ("1.5(B)",), ["medium"]),
        ("E.O. 13526", ("1.5(B)",), ["medium"]),
        ("E.O. 12958", ("1.3(a)(5)",), ["medium"]),
        ("E.O. 99999", ("1.5(B)",), []),
    ],
)
def test_reason_eo_mismatch(order, reasons, expected):
    assert severities("reason-eo-mismatch", record(original_order=order, classification_reasons=reasons)) == expected
