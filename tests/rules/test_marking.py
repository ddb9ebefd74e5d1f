"""Banners, class lines and portion marks: (record, what the rule says)."""

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.auditing import judged
from redaudit.model.document import Content, Ink
from redaudit.model.mark import CableHeader, Paragraph, RedactionKind, Role
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import (
    banner,
    code,
    line,
    mark,
    paragraphs,
    portion,
    problems,
    reclassified,
    record,
    redaction,
    severities,
    stamp,
)

FULL = {"status": Outcome.FULL}


def found(rule, made):
    """What the engine raises of a rule, its dates and its severity weighed."""
    part = next(part for part in pipeline.rules() if part.id == rule)
    return [(finding.severity.word, finding.message) for finding in judged(made, (part,))]


@pytest.mark.parametrize(
    ("made", "lower", "unclas"),
    [
        (
            record(line("CONFIDENTIAL"), portion("(S)"), portion("(S)", start=9)),
            [("high", "2 paragraphs marked (S) in a document marked CONFIDENTIAL")],
            [],
        ),
        (
            record(banner("CONFIDENTIAL"), portion("(C)"), portion("(S//NF)", start=9)),
            [("medium", "1 paragraph marked (S//NF) in a document marked CONFIDENTIAL")],
            [],
        ),
        (
            record(line("CONFIDENTIAL"), portion("(S)"), portion("(S)", start=9), pages=(Content.SCAN,)),
            [("medium", "2 paragraphs marked (S) in a document marked CONFIDENTIAL")],
            [],
        ),
        (
            record(line("UNCLASSIFIED"), portion("(C)"), portion("(C)", start=9), copies=2),
            [],
            [("medium", "marked UNCLASSIFIED as a whole, with 2 paragraphs marked (C)")],
        ),
        (
            record(banner("CONFIDENTIAL"), portion("(S)", paragraph="")),
            [("low", "1 paragraph marked (S) in a document marked CONFIDENTIAL")],
            [],
        ),
        (record(line("SECRET"), portion("(S)"), portion("(C)", start=9)), [], []),
        # SAC, DENVER (164A-640) (C): a closed case
        (record(line("UNCLASSIFIED"), portion("(C)", paragraph="")), [], []),
        (record(line("CONFIDENTIAL"), banner("SECRET"), portion("(S)"), portion("(S)", start=9)), [], []),
        # In a released copy an unclassified banner may be the release's own.
        (record(banner("UNCLASSIFIED"), portion("(S)"), portion("(S)", start=9), **FULL), [], []),
        (
            record(banner("UNCLASSIFIED"), portion("(S)"), portion("(S)", start=9)),
            [("high", "2 paragraphs marked (S) in a document marked UNCLASSIFIED")],
            [],
        ),
        (
            record(line("UNCLASSIFIED"), portion("(C)"), portion("(S)", start=9), **FULL),
            [],
            [("high", "marked UNCLASSIFIED as a whole, with 2 paragraphs marked (C), (S)")],
        ),
        (
            record(mark(CableHeader(level=UNCLASSIFIED)), portion("(C)")),
            [],
            [("medium", "marked UNCLASSIFIED as a whole, with 1 paragraph marked (C)")],
        ),
        (record(line("UNCLASSIFIED"), portion("(U)"), portion("(SBU)", start=9)), [], []),
        (record(portion("(S)"), portion("(S)", start=9)), [], []),
    ],
)
def test_portions_above_the_whole(made, lower, unclas):
    assert problems("banner-lower-than-portion", made) == lower
    assert problems("unclas-with-portion-c", made) == unclas


TWO = (portion("(C)"), portion("(C)", start=9), *paragraphs(1, 2))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (record(line("SECRET"), *TWO), [("medium", "marked SECRET, and no paragraph above (C)")]),
        (record(line("SECRET"), *TWO, pages=(Content.SCAN,)), [("low", "marked SECRET, and no paragraph above (C)")]),
        (record(line("CONFIDENTIAL"), *TWO), []),
        (record(line("SECRET"), *TWO, redactions=(redaction(RedactionKind.BOX),)), []),
        (record(line("SECRET"), *TWO, exemptions=("B1",)), []),
        (record(line("SECRET"), *TWO, mark(Paragraph(3), start=300, text="3.")), []),
        # 3. C) the bracket was lost
        (
            record(line("SECRET"), *TWO, mark(Paragraph(3), start=300, text="3."), portion("(C)", start=303)),
            [("medium", "marked SECRET, and no paragraph above (C)")],
        ),
        (record(line("SECRET"), *TWO, original_captions=("NODIS",)), []),
        (record(line("SECRET"), *TWO[:1], *paragraphs(1)), []),
        # UNCLASSIFIED WHEN SEPARATED FROM ENCLOSURE
        (record(line("SECRET"), *TWO, banner("UNCLASSIFIED", role=Role.MENTION)), []),
    ],
)
def test_banner_higher_than_all_portions(made, expected):
    assert problems("banner-higher-than-all-portions", made) == expected


def passage(*codes, start=20, page=1, marks=()):
    return (redaction(RedactionKind.GAP, page=page, start=start, codes=codes, marks=marks),)


U, C = portion("(U)", start=10), portion("(C)", start=50)


@pytest.mark.parametrize(
    ("marks", "redactions", "expected"),
    [
        ((U, C), passage("B1", "1.4(D)"), [("high", "withheld under B1, 1.4(D) in a paragraph marked (U)")]),
        ((U, C), passage("25X6"), [("high", "withheld under 25X6 in a paragraph marked (U)")]),
        ((U, C), passage("B6"), []),
        ((U, C), passage("B1", start=60), []),
        ((U, C), passage("B1", start=5), []),
        ((U, C), passage("B1", page=2), []),
        ((U, *paragraphs(1, 2, portion="")[1:]), passage("B1", start=150), []),
        ((U, C, reclassified()), passage("B1"), []),
    ],
)
def test_u_portion_withheld_b1(marks, redactions, expected):
    assert problems("u-portion-withheld-b1", record(*marks, redactions=redactions)) == expected


def paragraph(number, start):
    return (
        mark(Paragraph(number, "(U)"), start=start, text=f"{number}. (U)"),
        portion("(U)", start=start + 3, paragraph=str(number)),
    )


@pytest.mark.parametrize(
    ("following", "more", "expected"),
    [
        (4, {}, ["high"]),
        # The paragraph that is missing is the one withheld.
        (5, {}, []),
        (None, {}, ["medium"]),
        (4, {"unit": "paragraph"}, []),
    ],
)
def test_a_passage_below_a_paragraph_may_be_the_next_one(following, more, expected):
    marks = (*paragraph(3, 10), *(paragraph(following, 200) if following else ()))
    withheld = (evolve(redaction(RedactionKind.GAP, start=100, codes=("B1",), **more), line=9),)
    assert severities("u-portion-withheld-b1", record(*marks, redactions=withheld)) == expected


def test_a_code_read_from_damaged_text_weighs_less():
    made = record(U, redactions=passage("B1", marks=(code("B1", damaged=True),)))
    assert severities("u-portion-withheld-b1", made) == ["medium"]


CABLE = {
    "original_classification": "CONFIDENTIAL",
    "original_date": "2006-03-14",
    "message_reference": "ZEMBLA 412",
}


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        (
            (*paragraphs(1, 2), *paragraphs(3, portion="", rows=9)[:1]),
            CABLE,
            [("low", "1 of 3 numbered paragraphs without a portion mark: 3")],
        ),
        (
            paragraphs(1, 2, 3, portion=""),
            CABLE,
            [("medium", "3 of 3 numbered paragraphs without a portion mark: 1, 2, 3")],
        ),
        (paragraphs(1, 2), CABLE, []),
        (paragraphs(1, 2, portion=""), {**CABLE, "original_date": None}, []),
        (paragraphs(1, 2, portion=""), {**CABLE, "original_classification": "SBU"}, []),
        ((portion("(C-ENTIRE TEXT)"), *paragraphs(2, portion="")), CABLE, []),
        (paragraphs(1, 2, portion=""), {**CABLE, "message_reference": None}, []),
    ],
)
def test_portion_mark_missing(marks, facts, expected):
    facts = {name: value for name, value in facts.items() if value}
    assert problems("portion-mark-missing", record(*marks, **facts)) == expected


@pytest.mark.parametrize(("day", "count"), [("1995-10-13", 0), ("1995-10-14", 1)])
def test_portion_marks_are_asked_for_since_october_1995(day, count):
    made = record(*paragraphs(1, 2, portion=""), **{**CABLE, "original_date": day})
    assert len(found("portion-mark-missing", made)) == count


def test_a_paragraph_whose_beginning_is_withheld_may_have_had_its_mark_there():
    made = record(
        *paragraphs(1, 2, portion=""),
        redactions=(redaction(RedactionKind.BOX, start=3), redaction(RedactionKind.BOX, start=110)),
        **CABLE,
    )
    assert problems("portion-mark-missing", made) == []


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            record(line("CONFIDENTIAL"), mark(CableHeader(level=SECRET), text="ZNY SSSSS")),
            [("medium", "the class line says CONFIDENTIAL, and the format line (ZNY SSSSS) SECRET")],
        ),
        (record(line("CONFIDENTIAL"), mark(CableHeader(level=CONFIDENTIAL))), []),
        (record(line("SBU"), mark(CableHeader(level=UNCLASSIFIED))), []),
        (
            record(line("CONFIDENTIAL"), banner("SECRET"), banner("SECRET")),
            [("medium", "the class line says CONFIDENTIAL, and the page bands SECRET")],
        ),
        (
            record(line("CONFIDENTIAL"), banner("SECRET")),
            [("low", "the class line says CONFIDENTIAL, and the page bands SECRET")],
        ),
        (record(line("SECRET"), banner("SECRET"), banner("UNCLASSIFIED"), **FULL), []),
        (record(line("CONFIDENTIAL"), line("SECRET"), banner("SECRET")), []),
        (record(line("CONFIDENTIAL"), banner("SECRET"), banner("SECRET"), copies=2), []),
        (record(line("UNCLASSIFIED"), banner("SECRET"), banner("SECRET"), **FULL), []),
        (record(banner("SECRET"), mark(CableHeader(level=CONFIDENTIAL))), []),
    ],
)
def test_header_cable_class_mismatch(made, expected):
    assert problems("header-cable-class-mismatch", made) == expected


TWO_PAGES = {"pages": (Content.TEXT, Content.TEXT), "message_reference": "ZEMBLA 412"}


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        (
            (line("CONFIDENTIAL"), banner("CONFIDENTIAL"), banner("SECRET", page=2)),
            TWO_PAGES,
            [("low", "page 1 is marked CONFIDENTIAL, and page 2 SECRET")],
        ),
        (
            (line("SECRET"), banner("SECRET", page=2), banner("CONFIDENTIAL", page=2)),
            TWO_PAGES,
            [("low", "page 2 is marked CONFIDENTIAL and SECRET")],
        ),
        (
            (line("SECRET"), banner("CONFIDENTIAL", page=2), portion("(S)", page=2)),
            TWO_PAGES,
            [("low", "page 2 is marked CONFIDENTIAL, with a paragraph marked (S)")],
        ),
        # A page may bear its own level; on a released copy UNCLASSIFIED is the release's.
        ((line("SECRET"), banner("CONFIDENTIAL", page=2), portion("(C)", page=2)), TWO_PAGES, []),
        ((line("SECRET"), banner("UNCLASSIFIED", page=2)), TWO_PAGES, []),
        ((line("SECRET"), banner("CONFIDENTIAL", role=Role.MENTION)), TWO_PAGES, []),
        ((line("CONFIDENTIAL"), banner("SECRET", page=2)), {**TWO_PAGES, "copies": 2}, []),
        ((line("CONFIDENTIAL"), banner("SECRET", page=2)), {"pages": (Content.TEXT, Content.TEXT)}, []),
        ((), TWO_PAGES, []),
        (
            (line("CONFIDENTIAL"), banner("SECRET", page=2)),
            {**TWO_PAGES, "pages": (Content.SCAN, Content.SCAN)},
            [("info", "page 1 is marked CONFIDENTIAL, and page 2 SECRET")],
        ),
    ],
)
def test_section_pages_class_mismatch(marks, facts, expected):
    assert problems("section-pages-class-mismatch", record(*marks, **facts)) == expected


PART = {"status": Outcome.PART, "redactions": passage("B1")}


@pytest.mark.parametrize(
    ("marks", "facts", "expected"),
    [
        (
            (portion("(C)", start=10), portion("(S)", start=50), portion("(C)", start=90, ink=Ink.STRUCK)),
            PART,
            [("info", "2 of 3 classified portions are shown whole, 1 of them with the mark not struck out")],
        ),
        (
            (portion("(C)", start=10, ink=Ink.STRUCK), *paragraphs(1, portion="")),
            {**PART, "redactions": passage("B1", start=5)},
            [("info", "1 of 1 classified portions are shown whole, none of them with the mark not struck out")],
        ),
        ((portion("(C)", start=10),), PART, []),
        ((portion("(U)", start=50),), PART, []),
        ((portion("(C)", start=50), portion("(C-ENTIRE TEXT)", start=90)), PART, []),
        ((portion("(C)", start=50),), {**PART, "status": Outcome.FULL}, []),
        ((portion("(C)", start=50),), {"status": Outcome.PART}, []),
    ],
)
def test_classified_portion_released_unchanged(marks, facts, expected):
    assert problems("classified-portion-released-unchanged", record(*marks, **facts)) == expected


def test_a_release_band_is_no_letter_of_transmittal():
    band = banner("UNCLASSIFIED", role=Role.MENTION)
    case = stamp("UNCLASSIFIED U.S. Department of State", family="case-band")
    assert severities("banner-higher-than-all-portions", record(line("SECRET"), *TWO, band, case, **FULL)) == ["medium"]
