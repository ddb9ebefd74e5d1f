"""Withheld passages in words and masks: (text, exact marks)."""

import pytest

from redaudit.detectors.redacted_span import DETECTOR, find
from redaudit.model.document import Page

HALF = "less than 1 line of source text\nnot declassified"

EDITORS = [
    (f"met [{HALF}] there", f"[{HALF}]", 0.5, "line", 0.5),
    ("a [1 line of source text not declassified] b", "[1 line of source text not declassified]", 1, "line", 1),
    ("[1ine 1 not declassified]", "[1ine 1 not declassified]", 1, "line", None),
    ("[2 1ines not declassified]", "[2 1ines not declassified]", 2, "line", 2),
    ("[1-1/2 lines not declassified]", "[1-1/2 lines not declassified]", 1.5, "line", 1.5),
    ("[11/2 lines not declassified]", "[11/2 lines not declassified]", 1.5, "line", 1.5),
    ("[21/2 lines not declassified]", "[21/2 lines not declassified]", 2.5, "line", 2.5),
    ("[12 lines not declassified]", "[12 lines not declassified]", 12, "line", 12),
    ("[1½ lines not declassified]", "[1½ lines not declassified]", 1.5, "line", 1.5),
    ("[3–½ lines not declassified]", "[3–½ lines not declassified]", 3.5, "line", 3.5),
    ("[½ page not declassified]", "[½ page not declassified]", 0.5, "page", None),
    ("[1/2 line not declassified]", "[1/2 line not declassified]", 0.5, "line", 0.5),
    ("[one and one-half lines not declassified]", "[one and one-half lines not declassified]", 1.5, "line", 1.5),
    ("[less than I line not declassified]", "[less than I line not declassified]", 0.5, "line", 0.5),
    ("[less then one line not declassified]", "[less then one line not declassified]", 0.5, "line", 0.5),
    ("[less than 2 lines not declassified]", "[less than 2 lines not declassified]", 1.5, "line", 1.5),
    ("[1 paragraph (5 lines) not declassified]", "[1 paragraph (5 lines) not declassified]", 1, "paragraph", 5),
    (
        "[2 paragraphs (9-½ lines of source text not declassified] So",
        "[2 paragraphs (9-½ lines of source text not declassified]",
        *(2, "paragraph", 9.5),
    ),
    (
        "[3 paragraphs (15–1/2 lines) and subject line not declassified]",
        "[3 paragraphs (15–1/2 lines) and subject line not declassified]",
        *(3, "paragraph", 15.5),
    ),
    ("[name and place not declassified]", "[name and place not declassified]", 1, "name", None),
    (
        "[name not declassified: 1½ lines not declassified]",
        "[name not declassified: 1½ lines not declassified]",
        *(1, "name", 1.5),
    ),
    (
        "[name not declassified: 1 paragraph (3 lines) not declassified]",
        "[name not declassified: 1 paragraph (3 lines) not declassified]",
        *(1, "name", 3),
    ),
    ("[5 names not declassified]", "[5 names not declassified]", 5, "name", None),
    ("[initials not declassified]", "[initials not declassified]", None, "initial", None),
    ("[ text not declassified ]", "[ text not declassified ]", None, "text", None),
    ("$[dollar amount not declassified] a year", "[dollar amount not declassified]", 1, "dollar amount", None),
    ("[2 document numbers not declassified]", "[2 document numbers not declassified]", 2, "document number", None),
    (
        "[ handling restriction\nnot declassified ];",
        "[ handling restriction\nnot declassified ]",
        1,
        "handling restriction",
        None,
    ),
    ("[4 minutes 47 seconds not declassified]", "[4 minutes 47 seconds not declassified]", 4.78, "minute", None),
    ("[table (3 columns) not declassified]", "[table (3 columns) not declassified]", 1, "table", None),
    ("[Attachment not declassified.]", "[Attachment not declassified.]", 1, "attachment", None),
    ("[text not declassfied]", "[text not declassfied]", None, "text", None),
    ("[text not delcassified]", "[text not delcassified]", None, "text", None),
    ("[text not declassifed]", "[text not declassifed]", None, "text", None),
    ("[text n0t dedassified]", "[text n0t dedassified]", None, "text", None),
    ("[2 lines not declassi-\nfied] then", "[2 lines not declassi-\nfied]", 2, "line", 2),
    ("[not declassified]", "[not declassified]", None, "", None),
    ("[The annex is not declassified.]", "[The annex is not declassified.]", 1, "annex", None),
    (
        "[Omitted here is a paragraph (4 lines) not declassified.]",
        "a paragraph (4 lines) not declassified",
        1,
        "paragraph",
        4,
    ),
    ("[2 lines declassified] then", "[2 lines declassified]", 2, "line", 2),
    ("(less than 1 line not declassified) so", "(less than 1 line not declassified)", 0.5, "line", 0.5),
    ("[1 line [of source text] not declassified]", "[1 line [of source text] not declassified]", 1, "line", 1),
    ("[name not declassified) said", "[name not declassified)", 1, "name", None),
    (
        "[text not declassified each for May and June. The payment for July",
        "[text not declassified",
        None,
        "text",
        None,
    ),
    ("he saw [name not declassified", "[name not declassified", 1, "name", None),
    ("[Source: Agency Files. Secret. Two pages\nnot declassified.]", "Two pages\nnot declassified", 2, "page", None),
    (
        "Secret; Sensitive. 3 pages of source text not declassified.",
        "3 pages of source text not declassified",
        3,
        "page",
        None,
    ),
]


@pytest.mark.parametrize(("text", "mark", "quantity", "unit", "lines"), EDITORS)
def test_editors_words_give_place_extent_and_lines(
    text: str, mark: str, quantity: float | None, unit: str, lines: float | None
) -> None:
    seen = list(find(Page(1, text)))
    assert [text[one.start : one.end] for one in seen] == [mark]
    value = seen[0].value
    assert (value.kind.value, value.quantity, value.unit, value.lines) == ("placeholder", quantity, unit, lines)


MARKED = [
    ("It was [Redacted] then", [("[Redacted]", "placeholder", True)]),
    ("by (REDACTED), who", [("(REDACTED)", "placeholder", True)]),
    (
        "the [excised] part [deleted] and [sanitized]",
        [("[excised]", "placeholder", True), ("[deleted]", "placeholder", True), ("[sanitized]", "placeholder", True)],
    ),
    ("[Redacted - B6] wrote", [("[Redacted - B6]", "placeholder", True)]),
    ("[REDACTED (b)(7)(C)]", [("[REDACTED (b)(7)(C)]", "placeholder", True)]),
    ("told [NAME REMOVED] that", [("[NAME REMOVED]", "placeholder", False)]),
    ("in [BOOK TITLE REDACTED] he", [("[BOOK TITLE REDACTED]", "placeholder", True)]),
    ("[3 lines excised]", [("[3 lines excised]", "placeholder", True)]),
    ("paid █████ to ▇▇▇", [("█████", "mask", True), ("▇▇▇", "mask", True)]),
    ("TAGS: PREL\nXXXXXXXXXXXX told poloff", [("XXXXXXXXXXXX", "mask", False)]),
    ("Name: ______(b)(6)", [("______", "gap", True)]),
]


@pytest.mark.parametrize(("text", "marks"), MARKED)
def test_other_words_and_masks(text: str, marks: list[tuple[str, str, bool]]) -> None:
    seen = find(Page(1, text))
    assert [(text[one.start : one.end], one.value.kind.value, one.value.official) for one in seen] == marks


MISSES = [
    "[Here follow 2 paragraphs on other matters.]",
    "[Omitted here is the body of the cable.]",
    "[garble] [sic] [illegible] [illegible text] [. . .] [...]",
    "(The annex was not declassified until 1994.)",
    "the location of the conference were not declassified.",
    "Ibid., PET 3. (declass.)",
    "[Editor's note: the letter was not declassified until 2005.]",
    "SUBJECT TO (EVEN WHEN BLANK) (REVERSE BLANK) *****",
    "XXXXXXXXXXXXXXXX\nX Deleted Page(s) X\nTAGS: PREL",
    "a typist struck XXXXXXXXX and went on",
    "Name: ______________",
    "■ first point\n■ second point",
    "[image removed by sender] [attachment removed]",
]


@pytest.mark.parametrize("text", MISSES)
def test_what_is_not_withheld_gives_no_mark(text: str) -> None:
    assert list(find(Page(1, text))) == []


@pytest.mark.parametrize("text", [*DETECTOR.hits, *(row[0] for row in EDITORS), *(row[0] for row in MARKED)])
def test_every_mark_is_behind_a_cue(text: str) -> None:
    assert any(cue in text.upper() for cue in DETECTOR.cues)
