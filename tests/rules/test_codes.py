"""Codes and what they withhold: (record, what the rule says)."""

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.auditing import judged
from redaudit.model.document import Content, Ink
from redaudit.model.mark import CodeUse, DeletedPages, ExemptionCode, Mark, RedactionKind, Span, Statute, Wording
from redaudit.vocabulary.level import SECRET
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


STAMPED = evolve(code("B6", use=CodeUse.STAMP), span=Span(1, 900, 902))


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
        # Beside a full line, with a box on the page that bears no code.
        (
            (code("B6"),),
            (
                redaction(RedactionKind.GAP, codes=("B6",), marks=(code("B6"),), seen=False),
                redaction(RedactionKind.BOX, start=9),
            ),
            [],
        ),
        # Beside a full line, with a blank on the page that has its code from the stamp alone.
        (
            (STAMPED, code("B6")),
            (
                redaction(RedactionKind.GAP, codes=("B6",), marks=(code("B6"),), seen=False),
                redaction(RedactionKind.GAP, start=9, codes=("B6",), marks=(STAMPED,)),
            ),
            [],
        ),
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
            record(code("B6", use=CodeUse.STAMP), redactions=BARE[:1], exemptions=("B6",), **PART),
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


CIA = stamp(family="cia")


@pytest.mark.parametrize(
    ("rule", "exemption"), [("b1-without-category", "B1"), ("b3-without-statute", "B3")], ids=["b1", "b3"]
)
@pytest.mark.parametrize(
    ("marks", "others", "expected"),
    [
        ((CIA,), (), ["low"]),
        ((stamp(family="nsa"),), (), ["low"]),
        ((stamp(family="presidential-library"),), (), ["low"]),
        ((), ("P1",), ["low"]),
        ((stamp(family="dod"),), (), ["medium"]),
    ],
)
def test_codes_that_some_print_bare_by_habit(rule, exemption, marks, others, expected):
    assert severities(rule, record(*marks, exemptions=(exemption, *others), **PART)) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(code("B1", damaged=True), exemptions=("B1",), **PART), ["low"]),
        (record(code("B1"), exemptions=("B1",), pages=(Content.SCAN,), **PART), ["low"]),
        (record(CIA, code("B1", damaged=True), exemptions=("B1",), **PART), ["info"]),
        (record(code("B1", damaged=True), exemptions=("B1",), pages=(Content.SCAN,), **PART), ["info"]),
    ],
)
def test_a_code_on_a_scan_or_read_from_damaged_text_weighs_less(made, expected):
    assert severities("b1-without-category", made) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(redactions=BARE[:1], exemptions=("B6",), **PART), ["medium"]),
        (record(redactions=BARE[:1], pages=(Content.SCAN,), **PART), ["medium"]),
        (record(redactions=BARE[:1], doubtful=("release_date",), **PART), ["medium"]),
        (record(redactions=BARE[:1], pages=(Content.SCAN,), status=Outcome.PART), ["info"]),
    ],
)
def test_a_redaction_without_code_weighs_less(made, expected):
    assert severities("redaction-without-code", made) == expected


@pytest.mark.parametrize(
    ("marks", "more", "expected"),
    [
        (
            (*listed("B5", "B6"), code("B6")),
            {},
            [("low", "the release stamp lists B5, and no withheld passage bears it; the margins have B6")],
        ),
        # A blank without a code of its own may be what the listed code withholds.
        ((*listed("B5", "B6"), code("B6")), {"redactions": (redaction(RedactionKind.GAP, codes=("B5",)),)}, []),
        ((*listed("B1", "1.4(D)"), code("1.4(D)")), {}, []),
        ((*listed("1.4(D)"), code("B1")), {}, []),
        ((*listed("B7"), code("B7(C)")), {}, []),
        ((*listed("B5", "B6"),), {}, []),
        ((*listed("B5", "B6"), code("B6"), SHEET), {}, []),
        ((*listed("B5", "B6"), code("B6"), stamp(damaged=True)), {}, []),
    ],
)
def test_header_code_unused(marks, more, expected):
    assert problems("header-code-unused", record(*marks, **PART, **more)) == expected


def test_a_header_code_unused_on_a_scan_is_for_information():
    made = record(*listed("B5", "B6"), code("B6"), pages=(Content.SCAN,), **PART)
    assert severities("header-code-unused", made) == ["info"]


def test_a_list_cut_off_at_a_comma_weighs_little():
    made = record(stamp("RELEASE IN PART B1,B6,"), *listed("B1", "B6"), code("B5"), **PART)
    assert severities("body-code-not-in-header", made) == ["low"]


FOIA = {"case_number": "F-2014-00001", **PART}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(exemptions=("1.4(D)",), **FOIA), ["low"]),
        (record(exemptions=("1.4(D)", "B6"), **PART), ["low"]),
        (record(code("1.4(D)", damaged=True), exemptions=("1.4(D)",), **FOIA), ["info"]),
        (record(exemptions=("1.4(D)", "B1"), **FOIA), []),
        (record(exemptions=("1.4(D)", "P1"), **FOIA), []),
        (record(exemptions=("1.4(D)",), **{**FOIA, "case_number": "M-2014-00001"}), []),
        (record(stamp(family="iscap", authority="E.O. 13526"), exemptions=("1.4(C)", "B6"), **PART), []),
        (record(exemptions=("B6",), **FOIA), []),
    ],
)
def test_category_without_b1(made, expected):
    assert severities("category-without-b1", made) == expected


def cited(text):
    return mark(Statute(text), text=text)


@pytest.mark.parametrize(
    ("statute", "released", "expected"),
    [
        (
            "50 USC 403g",
            "2013-05-20",
            ["50 USC 403g stands with B3 in a release of 2013-05-20; since 2013-05-20 it is 50 U.S.C. 3507"],
        ),
        ("50 USC 403g", "2013-05-19", []),
        ("50 USC 403g", None, []),
        ("50 USC 3507", "2015-06-30", []),
        ("P.L. 86-36", "2015-06-30", []),
        (
            "12 USC 9999",
            None,
            ["12 USC 9999 stands with B3, and is not among the statutes known here: is it one that withholds?"],
        ),
    ],
)
def test_b3_statute_unknown_or_stale(statute, released, expected):
    facts = {"release_date": released} if released else {}
    made = record(cited(statute), cited(statute), **facts)
    assert problems("b3-statute-unknown-or-stale", made) == [("info", message) for message in expected]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(exemptions=("B2",), release_date="2011-03-07"), []),
        (record(exemptions=("B2",), release_date="2011-03-08"), ["medium"]),
        (record(exemptions=("B2",), release_date="2015-06-30", doubtful=("release_date",)), ["low"]),
        (record(code("B2", damaged=True), exemptions=("B2",), release_date="2015-06-30"), ["low"]),
        (record(exemptions=("B2",)), []),
        (record(exemptions=("B6",), release_date="2015-06-30"), []),
    ],
)
def test_b2_after_milner(made, expected):
    assert held("b2-after-milner", made) == expected


@pytest.mark.parametrize(
    ("marks", "more", "expected"),
    [
        ((code("B7"),), {"exemptions": ("B7",)}, ["medium"]),
        (listed("B7"), {"exemptions": ("B7",)}, ["medium"]),
        # Another on the copy has its letter: this one's was likely lost.
        ((code("B7"), code("B7(C)")), {"exemptions": ("B7", "B7(C)")}, ["low"]),
        ((code("B7", damaged=True),), {"exemptions": ("B7",)}, ["low"]),
        ((code("B7"),), {"exemptions": ("B7",), "pages": (Content.SCAN,)}, ["low"]),
        ((code("B7"), SHEET), {"exemptions": ("B7",)}, ["low"]),
        # The margins say with letters what the stamp says without.
        ((*listed("B7"), code("B7(C)")), {"exemptions": ("B7", "B7(C)")}, []),
        ((code("B7(C)"),), {"exemptions": ("B7(C)",)}, []),
    ],
)
def test_b7_without_letter(marks, more, expected):
    assert severities("b7-without-letter", record(*marks, **PART, **more)) == expected


VRR = stamp(family="vrr")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(exemptions=("B8", "B9", "B6"), **PART), ["low", "low"]),
        (record(code("B8", damaged=True), exemptions=("B8",), **PART), ["info"]),
        (record(exemptions=("B4",), **PART), []),
        (record(exemptions=("B4",), message_reference="ZEMBLA 412", **PART), ["low"]),
        (record(VRR, exemptions=("P5",), **PART), ["low"]),
        (record(VRR, stamp(family="presidential-library"), exemptions=("P5",), **PART), []),
        (record(exemptions=("P5",), **PART), []),
        (record(VRR, exemptions=("6(1)(B)",), **PART), ["low"]),
    ],
)
def test_implausible_exemption(made, expected):
    assert severities("implausible-exemption", made) == expected


def impossible(text, page=1):
    return Mark("impossible-code", Span(page, 0, len(text)), 1, text, Ink.PLAIN, Wording(text))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(impossible("1.4(K)")), [("low", "1.4(K)")]),
        (record(impossible("1.4(K)"), impossible("1.4(K)", page=2), pages=2 * (Content.TEXT,)), [("medium", "1.4(K)")]),
        (record(impossible("1.4(K)"), impossible("1.4(K)"), pages=(Content.SCAN,)), [("low", "1.4(K)")]),
        (record(exemptions=("1.5(H)",)), [("medium", "1.5(H)")]),
        (record(code("1.5(H)", damaged=True), exemptions=("1.5(H)",)), [("low", "1.5(H)")]),
        (record(withheld_reasons=("1.5(H)",)), [("medium", "1.5(H)")]),
        (record(exemptions=("1.5(H)",), withheld_reasons=("1.5(H)",)), [("medium", "1.5(H)")]),
        (record(exemptions=("1.3(a)(11)",)), [("medium", "1.3(a)(11)")]),
        (record(exemptions=("3.3(h)(4)",)), [("medium", "3.3(h)(4)")]),
        (record(exemptions=("50X4-HUM",)), [("medium", "50X4-HUM")]),
        (record(exemptions=("50X1-WMD",)), [("medium", "50X1-WMD")]),
        (record(exemptions=("J5",)), [("medium", "J5")]),
        (record(exemptions=("1.4(H)", "1.5(G)", "1.3(a)(10)", "3.3(b)(9)", "3.3(h)(3)", "25X9", "K7", "J2")), []),
        (record(exemptions=("50X1-HUM", "50X2-WMD", "25X1-HUMAN", "25X1A", "50X", "B9", "NR", "STAT")), []),
    ],
)
def test_invalid_code(made, expected):
    told = [(severity, f"{name} is printed as an exemption, and no law or order has it") for severity, name in expected]
    assert problems("invalid-code", made) == told


GIVEN = {"classification_reasons": ("1.5(B)", "1.5(D)"), **PART}


@pytest.mark.parametrize(
    ("marks", "more", "expected"),
    [
        (listed("1.4(C)"), {}, ["medium"]),
        ((code("1.4(H)"), code("1.4(H)", page=2)), {}, ["medium"]),
        ((code("1.4(C)"),), {}, ["low"]),
        (listed("1.4(C)"), {"doubtful": ("classification_reasons",)}, ["low"]),
        (listed("1.4(A)"), {}, ["info"]),
        (listed("1.4(A)", "1.4(C)"), {}, ["medium", "info"]),
        ((reclassified(reasons=("1.4(C)", "1.4(D)")),), {}, ["medium"]),
        (listed("1.4(B)", "1.4(D)"), {}, []),
        # The originator's (e) may be a (c) misread.
        (listed("1.4(C)"), {"classification_reasons": ("1.5(B)", "1.5(E)")}, ["low"]),
        (listed("1.4(C)"), {"classification_reasons": ("1.3(a)(4)",)}, []),
        (listed("1.4(C)"), {"classification_reasons": ("1.3(a)(10)",)}, []),
        ((*listed("B1"), code("B6")), {}, []),
    ],
)
def test_category_added_on_review(marks, more, expected):
    assert severities("category-added-on-review", record(*marks, **{**GIVEN, **more})) == expected


def together(*names):
    return redaction(RedactionKind.GAP, codes=names, marks=tuple(code(name) for name in names))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(redactions=(together("1.4(D)", "25X2"), together("1.4(D)", "25X2")), **PART),
            [("low", "25X2 stands with 1.4(D), which it does not fit")],
        ),
        (
            record(redactions=(together("1.4(A)", "1.4(B)", "3.3(b)(3)"),), **PART),
            [("low", "3.3(b)(3) stands with 1.4(A), 1.4(B), which it does not fit")],
        ),
        (
            record(reclassified(reasons=("1.4(A)",)), redactions=(together("1.4(C)", "50X1-HUM"),), **PART),
            [],
        ),
        (
            record(stamp(withheld=SECRET, reasons=("1.4(A)",), family="classified-at-release"), **PART),
            [],
        ),
        (record(redactions=(together("1.4(D)", "25X6"), together("25X2"), together("1.4(D)")), **PART), []),
        (record(redactions=(together("1.4(E)", "25X9"),), **PART), []),
    ],
)
def test_category_exemption_mismatch(made, expected):
    assert problems("category-exemption-mismatch", made) == expected


TYPED = redaction(RedactionKind.PLACEHOLDER, text="[Redacted]")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(redactions=(TYPED,), **PART), ["info"]),
        (record(redactions=(TYPED,), status=Outcome.NONE), ["info"]),
        (record(redactions=(TYPED,), status=Outcome.FULL), []),
        (record(redactions=(TYPED, redaction(RedactionKind.GAP)), **PART), []),
        (record(redactions=(redaction(RedactionKind.PLACEHOLDER, text="[1 line deleted]"),), **PART), []),
        (record(redactions=(redaction(RedactionKind.MASK, official=False),), **PART), []),
        (record(redactions=(TYPED,), pages=(Content.SCAN,), **PART), []),
    ],
)
def test_literal_redacted_token_only(made, expected):
    assert severities("literal-redacted-token-only", made) == expected


def gap(lines, seen=True):
    return redaction(RedactionKind.GAP, lines_estimated=lines, seen=seen)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (evolve(record(**PART), redacted_share=0.81), ["81% of what is printed on the copy is withheld"]),
        (evolve(record(**PART), redacted_share=0.8), []),
        (record(redactions=(gap(20.0), gap(13.0)), **PART), ["about 33 lines withheld, 0 left"]),
        (record(redactions=(gap(4.0),), **PART), []),
        (record(redactions=(gap(40.0, seen=False),), **PART), []),
        (record(SHEET, deleted_pages=DeletedPages(9, withheld=9), **PART), ["9 pages withheld, 1 released"]),
        (record(SHEET, deleted_pages=DeletedPages(4, withheld=4), **PART), []),
        (evolve(record(status=Outcome.DENIED), redacted_share=0.9), []),
        (evolve(record(), redacted_share=0.9), []),
    ],
)
def test_redaction_density(made, expected):
    assert problems("redaction-density", made) == [("info", message) for message in expected]


def test_codes_written_by_hand_into_a_form_are_not_missed():
    form = stamp(family="state-review-form")
    withheld = {"redactions": (redaction(RedactionKind.BOX),)}
    assert severities("redaction-without-code", record(form, **withheld, **PART)) == []
    assert severities("b1-without-category", record(form, exemptions=("B1",), **PART)) == []


@pytest.mark.parametrize(("text", "expected"), [("b1", ["low"]), ("(b)(1)", ["low"]), ("B1", []), ("BI", [])])
def test_a_clerks_b1_in_capitals_is_no_code_of_the_bureau(text, expected):
    code_as_printed = mark(ExemptionCode("B1", damaged=text == "BI"), text=text)
    assert severities("b1-without-category", record(SHEET, code_as_printed, exemptions=("B1",), **PART)) == expected


@pytest.mark.parametrize(
    ("pages", "expected"), [((Content.TEXT,), ["low"]), ((Content.SCAN,), []), ((Content.TEXT, Content.SCAN), [])]
)
def test_a_letter_lost_by_ocr_where_others_have_theirs_is_not_missed(pages, expected):
    made = record(code("B7"), code("B7(C)"), exemptions=("B7", "B7(C)"), pages=pages, **PART)
    assert severities("b7-without-letter", made) == expected
