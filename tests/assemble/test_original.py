"""What the originator marked: texts of made-up papers, and the facts that come of their marks."""

import datetime as dt
from itertools import chain
from typing import TypeVar

import pytest

from redaudit.assemble.original import OriginalFacts, original
from redaudit.detectors import authority_block, caption, classification, order_line, portion_mark, source_note
from redaudit.model.document import Content, Document, Ink, InkSpan, Page, Source, Word
from redaudit.model.geometry import Box
from redaudit.model.line import Line
from redaudit.model.mark import Attributes, CableHeader, Mark, ReleaseStamp, Span
from redaudit.model.record import Fact
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome

DETECTORS = [
    module.DETECTOR for module in (authority_block, caption, classification, order_line, portion_mark, source_note)
]
T = TypeVar("T")
SOURCE = Source("paper.txt", "0" * 64, "text", "text/plain", 0)


def page(number: int, text: str, *struck: str) -> Page:
    """A page of text; each struck word is struck where it first stands."""
    inks = tuple(InkSpan(text.index(word), text.index(word) + len(word), Ink.STRUCK) for word in struck)
    rows, offset = [], 0
    for row, line in enumerate(text.split("\n"), 1):
        rows.append(Line(offset, offset + len(line), row, 0, len(line)))
        offset += len(line) + 1
    return Page(number=number, text=text, lines=tuple(rows), inks=inks, rows=len(rows))


def document(*pages: Page) -> tuple[Document, tuple[Mark, ...]]:
    """A document and the marks that the detectors of this part make on it."""
    marks = [
        Mark(
            detector.id,
            Span(leaf.number, seen.start, seen.end),
            leaf.row_at(seen.start),
            leaf.text[seen.start : seen.end],
            leaf.ink_between(seen.start, seen.end),
            seen.value,
        )
        for leaf in pages
        for detector in DETECTORS
        for seen in detector.find(leaf)
    ]
    marks.sort(key=lambda mark: (mark.span, mark.detector))
    return Document(SOURCE, pages), tuple(marks)


def facts(*texts: str, origin: dt.date | None = dt.date(1999, 11, 23)) -> OriginalFacts:
    paper, marks = document(*(page(number, text) for number, text in enumerate(texts, 1)))
    return original(paper, marks, origin)


def value(fact: Fact[T] | None) -> T | None:
    return fact.value if fact else None


def is_doubtful(fact: Fact[T] | None) -> bool:
    return fact is not None and fact.doubtful


def level(found: OriginalFacts) -> str:
    fact = value(found.original_classification)
    return fact.name if fact else ""


CABLE = """SECRET

PAGE 01 STATE 221130 232215Z

SECRET STATE 221130

NODIS DECAPTIONED

BIRCH-

E.O. 12958: DECL: 11/19/09

SUBJECT: A MEETING

CLASSIFIED BY S/RUR ANN EXAMPLE, ACTING, REASON 1.5 B, D.

1. (S) SUMMARY: THE MINISTER CALLED.
"""


def test_a_cable_tells_all_of_it() -> None:
    found = facts(CABLE)
    assert level(found) == "SECRET"
    assert value(found.original_captions) == ("NODIS", "BIRCH")
    assert value(found.original_order) == "E.O. 12958"
    assert value(found.classified_by) == "S/RUR ANN EXAMPLE, ACTING"
    assert value(found.classification_reasons) == ("1.5(B)", "1.5(D)")
    assert value(found.declassify_on) == "2009-11-19"
    assert found.banners_struck is None
    assert found.rivals == ()


LEVELS = [
    (("CONFIDENTIAL RURITANIA 000864\n\nSECRET",), "CONFIDENTIAL", False),
    (("CONFIDENTIAL\n\nSECRET",), "SECRET", False),
    (("CONFIDENTIAL\n\nCONFIDENTIAL",), "CONFIDENTIAL", False),
    (("SECRET\nA cover.", *["CONFIDENTIAL\nA page."] * 20), "SECRET", False),
    (("CONFIDENTIAL\nA page.", *["CONFIDENTIAL\nA page."] * 20, "SECRET\nquoted"), "CONFIDENTIAL", False),
    (("CONFIDENTIAL\n" * 24 + "SECRET\nquoted",), "CONFIDENTIAL", False),
    (("SEGRET",), "SECRET", True),
    (("SEGRET\n\nSECRET",), "SECRET", False),
    (("UNCLASSIFIED\n\nCONFIDENTIAL",), "CONFIDENTIAL", False),
    (("SBU\nThis email is UNCLASSIFIED.",), "SENSITIVE BUT UNCLASSIFIED", False),
    (("UNCLASSIFIED",), "UNCLASSIFIED", False),
    (("1. (C) ENTIRE TEXT.\n\n2. The talk.",), "CONFIDENTIAL", False),
    (("1. (U) A talk.\n\n2. (S) A visit.\n\n3. (C) A word.",), "SECRET", True),
    (("1. (S) A talk.",), "", False),
    (("( ) SECRET\n( ) CONFIDENTIAL",), "", False),
    (('"UNCLASSIFIED" 3/16/2023',), "", False),
    (("Source: Archives, RG 59, POL 17. Secret; Exdis.\n\nTOP SECRET",), "SECRET", False),
    (("Source: Archives, RG 59. No classification marking.\n\nSECRET",), "", False),
    (("A letter.",), "", False),
]


@pytest.mark.parametrize(("texts", "expected", "doubtful"), LEVELS)
def test_the_level_rests_on_the_best_evidence(texts: tuple[str, ...], expected: str, doubtful: bool) -> None:
    found = facts(*texts)
    assert level(found) == expected
    assert is_doubtful(found.original_classification) is doubtful


def test_a_stray_banner_above_the_rest_is_a_rival() -> None:
    found = facts("CONFIDENTIAL\n" * 24 + "SECRET\nquoted")
    assert [(rival.column, rival.value) for rival in found.rivals] == [("original_classification", SECRET)]


def test_class_lines_that_disagree_are_rivals() -> None:
    found = facts("SECRET STATE 000123\n\nTEXT\n\nCONFIDENTIAL RURITANIA 000864")
    assert level(found) == "SECRET"
    assert [rival.value for rival in found.rivals] == [CONFIDENTIAL]


def test_the_archives_attribute_and_the_format_line_are_evidence() -> None:
    leaf = page(1, "text")
    held = Mark(
        "message-attributes", Span(1, 0, 4), 1, "text", Ink.PLAIN, Attributes((("Original Classification", "SECRET"),))
    )
    said = Mark("cable-header", Span(1, 0, 4), 1, "text", Ink.PLAIN, CableHeader(level=CONFIDENTIAL))
    paper = Document(SOURCE, (leaf,))
    assert level(original(paper, (said,), None)) == "CONFIDENTIAL"
    assert level(original(paper, (said, held), None)) == "SECRET"


def test_unclassified_alone_on_its_line_belongs_to_a_release_band() -> None:
    stamp = Mark(
        "release-stamp",
        Span(1, 0, 1),
        1,
        "",
        Ink.PLAIN,
        ReleaseStamp("case-band", status=Outcome.FULL, classification=UNCLASSIFIED),
    )
    for text, expected in (("UNCLASSIFIED", ""), ("This email is UNCLASSIFIED.", "UNCLASSIFIED")):
        paper, marks = document(page(1, text))
        assert level(original(paper, (stamp, *marks), None)) == expected


INSTRUCTIONS = [
    ("E.O. 12958: DECL: 11/19/09", "2009-11-19"),
    ("E.O. 12958: DECL: 08/04/98", "2098-08-04"),
    ("E.O. 12958: DECL: 11/19/2009", "2009-11-19"),
    ("E.O. 12958: DECL: 1.6X1", "X1"),
    ("E.O. 12958: DECL: X6", "X6"),
    ("E.O. 12958: DECL: 25X1", "25X1"),
    ("E.O. 12356: DECL: OADR", "OADR"),
    ("E.O. 12958: N/A", "N/A"),
    ("E.O. 12065: NA", "N/A"),
    ("E.O. 11652: N:A", "N/A"),
    ("E.O. 11652: XGDS-2", "XGDS-2"),
    ("E.O. 12958: DECL: TEN YEARS AFTER RURITANIAN UNIFICATION", "TEN YEARS AFTER RURITANIAN UNIFICATION"),
    ("E.O. 12958: DNG: CO 10/15/2006", ""),
    ("E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009", ""),
    ("E.O. 12958: AS AMENDED; DECLASSIFIED JUNE 21, 2006", ""),
    ("Declassify on: OADR", "OADR"),
    ("E.O. 12958: DECL: 11/19/2009\n\nDeclassify on: X1", "2009-11-19"),
    ("GROUP 1\nExcluded from automatic downgrading and declassification", "GROUP 1"),
]


@pytest.mark.parametrize(("text", "expected"), INSTRUCTIONS)
def test_the_instruction_is_a_date_a_form_or_an_event(text: str, expected: str) -> None:
    assert (value(facts(text).declassify_on) or "") == expected


def test_two_digits_of_a_year_are_doubtful_without_the_documents_own() -> None:
    dated = facts("E.O. 12958: DECL: 11/19/09").declassify_on
    undated = facts("E.O. 12958: DECL: 11/19/09", origin=None).declassify_on
    assert (value(dated), is_doubtful(dated)) == ("2009-11-19", False)
    assert (value(undated), is_doubtful(undated)) == ("2009-11-19", True)


def test_an_order_that_never_was_is_doubtful() -> None:
    typed, known = facts("E.O. 12598: N/A").original_order, facts("E.O. 12958: N/A").original_order
    assert (value(typed), is_doubtful(typed)) == ("E.O. 12598", True)
    assert (value(known), is_doubtful(known)) == ("E.O. 12958", False)


def test_captions_come_from_lines_levels_and_notes() -> None:
    found = facts("SECRET//NOFORN\n\nEXDIS CEDAR\n\nSource: Archives, RG 59. Secret; Noforn; Cherokee.")
    assert value(found.original_captions) == ("NOFORN", "EXDIS", "CEDAR", "CHEROKEE")


def test_names_that_disagree_are_rivals() -> None:
    found = facts("Classified By: Ann Example, reason 1.4 (b)\n\nText.\n\nClassified By: Bob Example, reason 1.4 (b)")
    assert value(found.classified_by) == "Ann Example"
    assert [(rival.column, rival.value) for rival in found.rivals] == [("classified_by", "Bob Example")]


STRIKES = [
    (page(1, "SECRET\ntext\nCONFIDENTIAL", "SECRET", "CONFIDENTIAL"), "all"),
    (page(1, "SECRET\ntext\nCONFIDENTIAL", "SECRET"), "some"),
    (page(1, "SECRET\ntext"), ""),
    (page(1, "SECRET\n1. (S) Text.", "(S)"), "none"),
    (page(1, "UNCLASSIFIED", "UNCLASSIFIED"), ""),
]


@pytest.mark.parametrize(("leaf", "expected"), STRIKES)
def test_banners_are_struck_as_far_as_the_copy_can_tell(leaf: Page, expected: str) -> None:
    paper, marks = document(leaf)
    assert (value(original(paper, marks, None).banners_struck) or "") == expected


@pytest.mark.parametrize(("content", "expected"), [(Content.TEXT, "none"), (Content.SCAN, "")])
def test_a_page_with_geometry_tells_of_strikes_and_a_picture_does_not(content: Content, expected: str) -> None:
    words = (Word(0, 6, Box(0, 0, 40, 10)),)
    leaf = Page(number=1, text="SECRET", lines=(Line(0, 6, 1, 0, 6),), words=words, content=content, rows=1)
    paper, marks = document(leaf)
    assert (value(original(paper, marks, None).banners_struck) or "") == expected


def test_every_fact_names_its_marks() -> None:
    found = facts(CABLE)
    proofs = [
        fact.marks
        for fact in (
            found.original_classification,
            found.original_captions,
            found.original_order,
            found.classified_by,
            found.declassify_on,
        )
        if fact
    ]
    assert len(proofs) == 5
    assert all(proofs)
    assert {mark.detector for mark in chain.from_iterable(proofs)} == {
        "authority-block",
        "caption",
        "classification",
        "order-line",
    }
