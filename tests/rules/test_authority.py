"""The originator's authority: (record, severities of what the rule says)."""

import pytest
from attrs import evolve

from redaudit import auditing, pipeline
from redaudit.model.document import Content, Ink
from redaudit.model.mark import AuthorityBlock, Mark, OrderLine, RedactionKind, Span, Wording
from redaudit.model.record import Fact, Rival
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import day, line, mark, problems, read, record, redaction, severities, stamp

CLASSIFIED = {"original_classification": "SECRET", "original_date": "2006-03-14"}


def block(**says):
    return Mark("authority-block", Span(1, 0, 1), 1, "C", Ink.PLAIN, AuthorityBlock(**says))


def order_line(instruction, order="E.O. 12958"):
    return Mark("order-line", Span(1, 0, 1), 1, "E", Ink.PLAIN, OrderLine(order, instruction))


ORDER = order_line("N/A")


def judged(rule, made):
    """The severities of a rule's findings, the days for which it holds weighed."""
    part = next(part for part in pipeline.rules() if part.id == rule)
    return [finding.severity.word for finding in auditing.judged(made, [part])]


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
        (record(stamp(family="fbi-classified", reasons=("1.4(C)",)), **CLASSIFIED), [], []),
        (record(doubtful=("original_classification",), **CLASSIFIED), ["low"], ["low"]),
        (record(pages=(Content.SCAN,), **CLASSIFIED), ["low"], ["low"]),
        (record(redactions=(redaction(RedactionKind.BOX),), **CLASSIFIED), ["low"], ["low"]),
        (record(redactions=(redaction(RedactionKind.BOX, page=2),), **CLASSIFIED), ["medium"], ["medium"]),
    ],
)
def test_missing_authority_and_missing_instruction(made, missing_block, missing_until):
    assert judged("authority-block-missing", made) == missing_block
    assert judged("declass-missing", made) == missing_until


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
        ("MR", "2010-03-14", ["low"]),
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


NAMED = block(classified_by="Ann Sample")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(NAMED, **CLASSIFIED), ["medium"]),
        (record(NAMED, block(declassify_on="20160314"), **CLASSIFIED), ["medium"]),
        (record(NAMED, pages=(Content.SCAN,), **CLASSIFIED), ["low"]),
        (record(NAMED, doubtful=("original_date",), **CLASSIFIED), ["low"]),
        (record(NAMED, classification_reasons=("1.4(B)",), **CLASSIFIED), []),
        (record(NAMED, block(derived_from="Guide 05-1"), **CLASSIFIED), []),
        (record(block(classified_by="Multiple Sources"), **CLASSIFIED), []),
        (record(block(declassify_on="OADR"), **CLASSIFIED), []),
        (record(NAMED, original_captions=("RD",), **CLASSIFIED), []),
        (record(NAMED, **{**CLASSIFIED, "original_date": "1995-10-13"}), []),
        (record(NAMED, **{**CLASSIFIED, "original_classification": "SBU"}), []),
        (record(NAMED, original_classification="SECRET"), []),
    ],
)
def test_reason_missing(made, expected):
    assert judged("reason-missing", made) == expected


@pytest.mark.parametrize(
    "text",
    [
        "By A for Reas (b) and (d)",
        "By A: 1.2 (B), (D)",
        "By A, Section B",
        "By XXXXXXXXXXXX",
        "By A [1 line not declassified]",
        "By A for re\nasons",
    ],
)
def test_a_reason_that_could_not_be_read_is_no_missing_one(text):
    made = Mark("authority-block", Span(1, 0, 1), 1, text, Ink.PLAIN, AuthorityBlock(classified_by="A"))
    assert judged("reason-missing", record(made, **CLASSIFIED)) == []


BOTH = block(derived_from="Guide 1-14", reasons=("1.4(C)",))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(BOTH, original_date="2014-04-12"), ["low"]),
        (record(BOTH, original_date="2010-06-24"), []),
        (record(BOTH), ["info"]),
        (record(BOTH, original_order="E.O. 13526"), ["low"]),
        (record(BOTH, original_date="2014-04-12", doubtful=("original_date",)), ["info"]),
        (record(block(derived_from="Guide 1-14"), NAMED, original_date="2014-04-12"), []),
    ],
)
def test_reason_on_derivative(made, expected):
    assert judged("reason-on-derivative", made) == expected


def test_what_stands_in_a_stamp_that_classifies_at_release_is_not_the_originators():
    both = mark(AuthorityBlock(derived_from="Guide 1-14", reasons=("1.4(C)",)), start=10, text="Reason: 1.4(c)")
    at_release = stamp("Classified by DAS on 06/30/2015 ~ Reason: 1.4(C)", reasons=("1.4(C)",))
    elsewhere = stamp("Classified by DAS on 06/30/2015 ~ Reason: 1.4(C)", page=2, reasons=("1.4(C)",))
    assert judged("reason-on-derivative", record(both, elsewhere, original_date="2014-04-12")) == ["low"]
    assert judged("reason-on-derivative", record(both, at_release, original_date="2014-04-12")) == []


def levelled(level, *marks, **facts):
    """A record whose level stands at its number."""
    made = record(*marks, original_classification=level, **facts)
    return evolve(made, original_classification=Fact(made.original_classification.value, (line(level),)))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (levelled("SECRET", order_line("N/A")), ["medium"]),
        (levelled("SECRET", order_line("DECL: N/A")), ["medium"]),
        (levelled("SECRET", order_line("NOT APPLICABLE")), ["medium"]),
        (levelled("SECRET", order_line("NA")), ["medium"]),
        (levelled("SECRET", order_line("NONE")), ["medium"]),
        (levelled("SECRET", order_line("N/A"), rivals=(Rival("original_classification", None, ()),)), ["low"]),
        (record(order_line("N/A"), original_classification="SECRET"), ["low"]),
        (levelled("SECRET", order_line("N/A to RD portions")), []),
        (levelled("SECRET", order_line("N/A"), order_line("DECL: 03/14/2016")), []),
        (levelled("SECRET", order_line("")), []),
        (levelled("SBU", order_line("N/A")), []),
        (levelled("LIMITED OFFICIAL USE", order_line("N/A")), []),
        (record(order_line("N/A")), []),
    ],
)
def test_declass_na_on_classified(made, expected):
    assert judged("declass-na-on-classified", made) == expected


DATED = Mark(
    "order-line", Span(1, 0, 1), 1, "E", Ink.PLAIN, OrderLine("E.O. 12958", "DECL: 3/14/2016", read("2016-03-14"))
)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (levelled("UNCLASSIFIED", DATED), ["low"]),
        (levelled("SBU", order_line("DECL: OADR")), ["low"]),
        (levelled("UNCLASSIFIED", DATED, rivals=(Rival("declassify_on", "N/A", ()),)), ["info"]),
        (levelled("UNCLASSIFIED", order_line("DECL: WHEN THE PIER IS DONE")), []),
        (levelled("UNCLASSIFIED", order_line("N/A")), []),
        (levelled("SECRET", DATED), []),
        (record(DATED, original_classification="UNCLASSIFIED"), []),
    ],
)
def test_declass_date_on_unclassified(made, expected):
    assert judged("declass-date-on-unclassified", made) == expected


def dated_block(day):
    return block(declassify_on=day, declassify_date=read(day))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((ORDER, block(reasons=("1.4(B)",))), ["low"]),
        ((ORDER, dated_block("2016-03-14")), ["low"]),
        ((DATED, dated_block("2026-03-14")), ["low"]),
        ((DATED, block(order="E.O. 13526", reasons=("1.4(B)",))), ["low"]),
        ((DATED, dated_block("2016-03-14")), []),
        ((DATED, block(reasons=("1.4(B)",))), []),
        ((DATED, block(order="E.O. 13292")), []),
        ((DATED, block(order="E.O. 12598")), []),
        ((DATED, ORDER, dated_block("2026-03-14")), []),
        ((ORDER, NAMED), []),
    ],
)
def test_eo_line_vs_classified_by(marks, expected):
    assert judged("eo-line-vs-classified-by", record(*marks)) == expected


def test_two_digits_of_a_year_are_read_by_the_documents_own():
    short = block(declassify_on="03/14/16", declassify_date=ReadDate(day("2016-03-14"), short_year=True))
    assert judged("eo-line-vs-classified-by", record(DATED, short, original_date="2006-03-14")) == []


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("OADR", "2014-04-12", ["medium"]),
        ("X1", "2014-04-12", ["medium"]),
        ("1.6X6", "2014-04-12", ["medium"]),
        ("MR", "2014-04-12", ["medium"]),
        ("Manual Review", "2014-04-12", ["medium"]),
        ("DNI Only", "2014-04-12", ["medium"]),
        ("Source Marked OADR, date of source 19901005", "2014-04-12", ["medium"]),
        ("Subject to treaty or international agreement", "2014-04-12", ["medium"]),
        ("25X1-Human", "2014-04-12", ["medium"]),
        ("25X1-Human", "2012-04-12", []),
        ("25X1, 20640412", "2014-04-12", []),
        ("20390412", "2014-04-12", []),
        ("MRS. SAMPLE LEAVES", "2014-04-12", []),
        ("OADR", "2010-06-24", []),
        ("OADR", "1990-01-01", []),
    ],
)
def test_obsolete_declass_value(words, date, expected):
    assert judged("obsolete-declass-value", record(block(declassify_on=words), original_date=date)) == expected
    assert judged("obsolete-declass-value", record(order_line(f"DECL: {words}"), original_date=date)) == expected


def test_an_obsolete_value_without_a_date_needs_the_order_of_today():
    oadr = block(declassify_on="OADR")
    assert judged("obsolete-declass-value", record(oadr)) == []
    assert judged("obsolete-declass-value", record(oadr, original_order="E.O. 13526")) == ["medium"]
    assert judged("obsolete-declass-value", record(oadr, original_order="E.O. 12356")) == []


@pytest.mark.parametrize("date", ["1998-03-14", "2014-04-12"])
def test_one_value_is_told_by_one_rule(date):
    made = record(block(declassify_on="OADR"), declassify_on="OADR", original_date=date)
    both = judged("declass-form-anachronism", made) + judged("obsolete-declass-value", made)
    assert both == ["medium"]


@pytest.mark.parametrize(
    ("words", "bare", "dated"),
    [
        ("25X1", True, False),
        ("25X", True, False),
        ("25X1, 25X6", True, False),
        ("25X1 and 25X6.", True, False),
        ("25X1, 20640412", False, False),
        ("25X1, EO 12951", False, False),
        ("25X1-human", False, False),
        ("25X4, when the pier is gone", False, False),
        ("50X1-HUM", False, False),
        ("50X1-HUM, 20641231", False, True),
        ("50X2-WMD 31 December 2064", False, True),
        ("12/31/2064 50X2-WMD", False, True),
        ("50X6, 20641231", False, False),
        ("20390412", False, False),
    ],
)
def test_exemptions_and_their_dates(words, bare, dated):
    made = record(block(declassify_on=words), original_date="2011-04-12")
    assert judged("25x-without-date", made) == ["low"] * bare
    assert judged("50x-with-date", made) == ["low"] * dated


def test_an_exemption_on_a_paper_older_than_exemptions_is_a_reviewers():
    assert judged("25x-without-date", record(block(declassify_on="25X1"), original_date="1963-04-12")) == []


SOURCES = Mark("source-list", Span(1, 0, 7), 9, "SOURCES", Ink.PLAIN, Wording("SOURCES"))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(block(derived_from="Multiple Sources"), original_date="2014-04-12"), ["info"]),
        (record(block(derived_from="MULTIPLE CLASSIFIED SOURCES"), original_date="2014-04-12"), ["info"]),
        (record(block(derived_from="Multiple"), original_order="E.O. 13526"), ["info"]),
        (record(block(derived_from="Multiple Sources"), SOURCES, original_date="2014-04-12"), []),
        (record(block(derived_from="Multiple Sources, see annex"), original_date="2014-04-12"), []),
        (record(block(derived_from="Multiple Sources"), original_date="2008-04-12"), []),
        (record(block(derived_from="Multiple Sources")), []),
        (record(block(derived_from="Guide 1-14"), original_date="2014-04-12"), []),
    ],
)
def test_derived_multiple_without_list(made, expected):
    assert judged("derived-multiple-without-list", made) == expected
