"""Exemption codes: (text, each code as printed, in canonical spelling, and the use it is put to)."""

import pytest

from redaudit.detectors.exemption_code import DETECTOR, find
from redaudit.model.mark import CodeUse, ExemptionCode
from redaudit.pipeline import _earliest_longest
from tests.support_text import document, page

MARGIN, STAMP, SHEET, KEY = CodeUse.MARGIN, CodeUse.STAMP, CodeUse.SHEET, CodeUse.KEY
LETTER = "The exemptions used to withhold information are marked below and explained on the enclosed form:\n"
CIA = "Approved For Release 2001/08/08 : CIA-RDP80-00001R000300040008-5\n"
LIBRARY = "CLINTON LIBRARY PHOTOCOPY\n"
DELETED = "DELETED PAGE INFORMATION SHEET\n"


def codes(text):
    """What the engine keeps of the sightings on a page."""
    only = page(text)
    return [(only.text[seen.start : seen.end], seen.value) for seen in _earliest_longest(find(only))]


def margin(*pairs):
    return [(printed, ExemptionCode(code)) for printed, code in pairs]


def damaged(printed, code, use=MARGIN):
    return [(printed, ExemptionCode(code, use, True))]


ALONE = [
    ("B6", margin(("B6", "B6"))),
    ("[B6]", margin(("B6", "B6"))),
    ("B6,", margin(("B6", "B6"))),
    ("B6 |", margin(("B6", "B6"))),
    # The edge of a box, read as a character.
    ("B6)", margin(("B6", "B6"))),
    ("B6I", margin(("B6", "B6"))),
    ("B5,B6", margin(("B5", "B5"), ("B6", "B6"))),
    ("B5, B6", margin(("B5", "B5"), ("B6", "B6"))),
    ("B1 B6", margin(("B1", "B1"), ("B6", "B6"))),
    ("b6/b7C", margin(("b6", "B6"), ("b7C", "B7(C)"))),
    ("1.4(D)\nB1", margin(("1.4(D)", "1.4(D)"), ("B1", "B1"))),
    ("1.4(B), B1, 1.4(D)", margin(("1.4(B)", "1.4(B)"), ("B1", "B1"), ("1.4(D)", "1.4(D)"))),
    ("1.4(B)(D)", margin(("1.4(B)", "1.4(B)"), ("(D)", "1.4(D)"))),
    ("1.4 (b)", margin(("1.4 (b)", "1.4(B)"))),
    ("1.4a", margin(("1.4a", "1.4(A)"))),
    ("1.4a The ferries", []),
    ("(b)(1)1.4(a)", margin(("(b)(1)", "B1"), ("1.4(a)", "1.4(A)"))),
    ("(b)(1) 1.4g", margin(("(b)(1)", "B1"), ("1.4g", "1.4(G)"))),
    ("(b)(1) 1.4 million", margin(("(b)(1)", "B1"))),
    ("1.4am", []),
    ("1.5(c)", margin(("1.5(c)", "1.5(C)"))),
    ("1.3(a)(5)", margin(("1.3(a)(5)", "1.3(a)(5)"))),
    ("(b)(6)", margin(("(b)(6)", "B6"))),
    ("(b) (1)", margin(("(b) (1)", "B1"))),
    ("(b)(1) (b)(3)", margin(("(b)(1)", "B1"), ("(b)(3)", "B3"))),
    ("(b)(6) (b)(7)(C)", margin(("(b)(6)", "B6"), ("(b)(7)(C)", "B7(C)"))),
    ("(b) (7) (C)", margin(("(b) (7) (C)", "B7(C)"))),
    ("b(1)", margin(("b(1)", "B1"))),
    ("b7D", margin(("b7D", "B7(D)"))),
    ("B7(A)", margin(("B7(A)", "B7(A)"))),
    # The Bureau's notes of who holds what is withheld.
    ("b6 -1,2\nb7C -1,2", margin(("b6", "B6"), ("b7C", "B7(C)"))),
    # The statute that a B3 stands on is the statute detector's.
    ("B3 CIA PERS/ORG", margin(("B3", "B3"))),
    ("B3 INA 222(f)", margin(("B3", "B3"))),
    ("B5, DP, AC", margin(("B5", "B5"))),
    ("3.3(h)(2)", margin(("3.3(h)(2)", "3.3(h)(2)"))),
    ("3.3(B)(1)", []),
    ("6.2(d)", margin(("6.2(d)", "6.2(d)"))),
    ("25X1", margin(("25X1", "25X1"))),
    ("25X1A", margin(("25X1A", "25X1A"))),
    ("25X", margin(("25X", "25X"))),
    ("25X1, E.O. 13526", margin(("25X1", "25X1"))),
    ("E.O. 13526, 1.4(c)", margin(("1.4(c)", "1.4(C)"))),
    ("E.O. 13526, section 3.3(b)(6)", margin(("3.3(b)(6)", "3.3(b)(6)"))),
    ("EO 13526 Sec. 3.3(h)(2)", margin(("3.3(h)(2)", "3.3(h)(2)"))),
    ("under E.O. 13526, section 1.4(c)", []),
    ("50X1-HUM", margin(("50X1-HUM", "50X1-HUM"))),
    ("75X1", margin(("75X1", "75X1"))),
    ("NR", margin(("NR", "NR"))),
    ("(j)(2)", margin(("(j)(2)", "J2"))),
    ("(k)(5)", margin(("(k)(5)", "K5"))),
    ("(d)(5)", margin(("(d)(5)", "D5"))),
    ("k2", margin(("k2", "K2"))),
    # An agency's words are codes on its own pages.
    (CIA + "STAT", margin(("STAT", "STAT"))),
    (CIA + "STATINTL", margin(("STATINTL", "STATINTL"))),
    ("Approved for release by NSA\nOGA", margin(("OGA", "OGA"))),
    (LIBRARY + "P5", margin(("P5", "P5"))),
    (LIBRARY + "P1/b(1)", margin(("P1", "P1"), ("b(1)", "B1"))),
    (LIBRARY + "PRM", margin(("PRM", "PRM"))),
    (LIBRARY + "RR", margin(("RR", "RR"))),
    # What OCR makes of them.
    ("Bl", damaged("Bl", "B1")),
    ("BS", damaged("BS", "B5")),
    ("l.4(B)", damaged("l.4(B)", "1.4(B)")),
    ("I.4(D)", damaged("I.4(D)", "1.4(D)")),
    ("1,4(D)", damaged("1,4(D)", "1.4(D)")),
    ("14(D)", damaged("14(D)", "1.4(D)")),
    ("1 4(D)", damaged("1 4(D)", "1.4(D)")),
    ("25Xl", damaged("25Xl", "25X1")),
    # In layout text, beside the words they stand by.
    ("text of a message" + " " * 60 + "B6", margin(("B6", "B6"))),
]

FIELDS = [
    ("To: B6", margin(("B6", "B6"))),
    ("From:    B6", margin(("B6", "B6"))),
    ("Cc. B6 |", margin(("B6", "B6"))),
    ("Bcc: B6", margin(("B6", "B6"))),
    ("Subject: B5", margin(("B5", "B5"))),
    ("To: A. Able; B6", []),
    ("Subject: vitamin B6", []),
    ("Subject: NR", margin(("NR", "NR"))),
    ("Tom: B6", []),
]

AMONG_WORDS = [
    ("Mr. (b)(6) said that", margin(("(b)(6)", "B6"))),
    ("by (b)(7)(C) of the post, and (b) (3) too", margin(("(b)(7)(C)", "B7(C)"), ("(b) (3)", "B3"))),
    # A portion mark after a code is none of its letters.
    ("(b)(1) (C) The talks", margin(("(b)(1)", "B1"))),
    ("EO 13526 3.3(b)(1)>25Yrs", margin(("3.3(b)(1)", "3.3(b)(1)"))),
    ("EO 13526 3.5(c)", margin(("3.5(c)", "3.5(c)"))),
    ("withheld, 3.3(b)(6), in full", margin(("3.3(b)(6)", "3.3(b)(6)"))),
    ("information exempt under 5 U.S.C. 552(b)(6)", []),
    ("under 5 U.S.C. § 552 (b)(1) and", []),
    ("exemption (b)(3) was claimed", []),
    ("pursuant to section 3.5(c) of the order", []),
    ("under E.O. 13526, Section 3.3(b)(1)", []),
    ("Reason: 1.4 (b) and (d)", []),
    ("REASON: 1.4 (b)", []),
    ("the B6 vitamin", []),
]

STAMPS = [
    ("RELEASE IN PART B6", [("B6", ExemptionCode("B6", STAMP))]),
    (
        "RELEASE IN PART\nB1,1.4(B),1.4(D)",
        [("B1", ExemptionCode("B1", STAMP))] + [(code, ExemptionCode(code, STAMP)) for code in ("1.4(B)", "1.4(D)")],
    ),
    (
        "RELEASE IN PART B5,B3 CIA\nPERS/ORG,B6",
        [(code, ExemptionCode(code, STAMP)) for code in ("B5", "B3", "B6")],
    ),
    (
        "RELEASE IN PART\nBl, 1.4(B)(D), B5",
        [
            ("Bl", ExemptionCode("B1", STAMP, True)),
            ("1.4(B)", ExemptionCode("1.4(B)", STAMP)),
            ("(D)", ExemptionCode("1.4(D)", STAMP)),
            ("B5", ExemptionCode("B5", STAMP)),
        ],
    ),
    ("1RELEASE IN PART B61", [("B6", ExemptionCode("B6", STAMP))]),
    ("Doc No. C05000001 Date: 07/31/2015PART B6", [("B6", ExemptionCode("B6", STAMP))]),
    ("RELEASE IN FULL", []),
    ("( ) RELEASE IN PART B6", []),
    # A blank line parts a stamp from the codes of a margin.
    ("RELEASE IN PART B5\n\nB6", [("B5", ExemptionCode("B5", STAMP)), ("B6", ExemptionCode("B6"))]),
]

SHEETS = [
    (
        DELETED + "Page 29 ~ b6; b7C; b7D;",
        [("b6", ExemptionCode("B6", SHEET))]
        + [(code, ExemptionCode(f"B7({code[2]})", SHEET)) for code in ("b7C", "b7D")],
    ),
    (
        DELETED + "Page 3 - b6 - 1,2; b7C - 1\nPage 4 ~ Duplicate;\nPage 5 • Referral/Consult;",
        [("b6", ExemptionCode("B6", SHEET)), ("b7C", ExemptionCode("B7(C)", SHEET))],
    ),
    # A b that OCR reads as 6.
    (
        DELETED + "Page 29 ~ 66; b7C; 67D;",
        [
            ("66", ExemptionCode("B6", SHEET, True)),
            ("b7C", ExemptionCode("B7(C)", SHEET)),
            ("67D", ExemptionCode("B7(D)", SHEET, True)),
        ],
    ),
    (DELETED + "Page 7 ~ bl; b3;", [("bl", ExemptionCode("B1", SHEET, True)), ("b3", ExemptionCode("B3", SHEET))]),
    (DELETED + "Page 7 ~ (k)(2);", [("(k)(2)", ExemptionCode("K2", SHEET))]),
    ("Page 29 ~ b6; b7C;", []),
    # The form of a JFK record.
    ("RESTRICTIONS : JFK Act 6 (1)(B)", [("6 (1)(B)", ExemptionCode("6(1)(B)", SHEET))]),
    ("postponed under JFK Act Section 6(4)", [("6(4)", ExemptionCode("6(4)", SHEET))]),
    ("JFK ACT SECTION 6(4)", [("6(4)", ExemptionCode("6(4)", SHEET))]),
    ("RESTRICTIONS : 1B; 1C", [(code, ExemptionCode(f"6(1)({code[1]})", SHEET)) for code in ("1B", "1C")]),
    ("RESTRICTIONS : 3", [("3", ExemptionCode("6(3)", SHEET))]),
    # Beside a passage the section is in use under the band of a later release too.
    (
        "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992\n\n"
        "The minister said that                        JFK Act 6 (1)(B)\n",
        [("6 (1)(B)", ExemptionCode("6(1)(B)", SHEET))],
    ),
    ("RESTRICTIONS : 1", []),
    ("RESTRICTIONS : 2A", []),
    ("RESTRICTIONS : OPEN IN FULL", []),
    # A later band: the form speaks of the review before it.
    ("2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992\nRESTRICTIONS : 1B", []),
]

BESIDE = [
    # Right behind what withholds the passage, however few the blanks.
    ("2. (C) He met [Redacted]  B1", [("B1", ExemptionCode("B1"))]),
    ("2. (C) He met ██████ B1 there.", [("B1", ExemptionCode("B1"))]),
    ("He met [redacted] 1.4(d) 25X4 there.", [("1.4(d)", ExemptionCode("1.4(D)")), ("25X4", ExemptionCode("25X4"))]),
    ("He met [--------] 25X1 there.", [("25X1", ExemptionCode("25X1"))]),
    ("He met [Redacted] (b)(1) 25X1 there.", [("(b)(1)", ExemptionCode("B1")), ("25X1", ExemptionCode("25X1"))]),
    ("He met [EXCISED] B-1, and left.", [("B-1", ExemptionCode("B1"))]),
    ("He met ██████ (b)(6) there.", [("(b)(6)", ExemptionCode("B6"))]),
    ("He met [Redacted]          B1", [("B1", ExemptionCode("B1"))]),
    ("He met [deleted] 5 times in [redacted] B10.", []),
    # Written out, and alone on its line.
    ("NON-RESPONSIVE", [("NON-RESPONSIVE", ExemptionCode("NR"))]),
    ("[Not Responsive]", [("[Not Responsive]", ExemptionCode("NR"))]),
    ("He was non-responsive to the offer.", []),
    # The libraries' numbers of cases tell whose paper it is.
    ("2012-0999-M\n                (P5)", [("P5", ExemptionCode("P5"))]),
    ("NLRR F06-114/8\n                P2", [("P2", ExemptionCode("P2"))]),
    ("F-2012-09999\n                P2", []),
    # The section alone on its line.
    ("JFK ACT\n                SECTION 6(1)(C)", [("6(1)(C)", ExemptionCode("6(1)(C)", SHEET))]),
    ("the JFK matter, see section 6(4) of the lease", []),
    ("Passages were withheld under (b)(1), (b)(3), and (b)(6).", []),
    ("(b)(1) Withholding specifically authorized", [("(b)(1)", ExemptionCode("B1", CodeUse.KEY))]),
    ("He met (b)(6) and (b)(6).", [("(b)(6)", ExemptionCode("B6"))] * 2),
    # What explains a code uses none.
    ("(b)(2) Internal personnel rules", [("(b)(2)", ExemptionCode("B2", CodeUse.KEY))]),
]

NO_CODES = [
    "C/NR/ECC/LRB",
    "DISTRIBUTION: C/NR, DDP",
    "106 STAT. 3447",
    "STAT",
    "P-1",
    "P1",
    "P2\nP3",
    "The Presidential party\nP1",
    "(C)",
    "B66",
    "B10",
    "B0",
    "1.4 million",
    "11.4(D)",
    "Annex B1",
    "BE",
    "25 X 4",
    "XXXXXXXXXXXX",
    "SECSTATE WASHDC SIPDIS\nXXXXXXXXXXXX said XXXXXXXXXXXX",
]

NINE = "(b)(1) (b)(2) (b)(3) (b)(4) (b)(5)\n(b)(6) (b)(7)(A) (b)(8) (b)(9)"
KEYS = [
    LIBRARY + "RESTRICTION CODES\nPresidential Records Act - [44 U.S.C. 2204(a)]\nP1 Secrets\nP5 Advice\nb(1) Secrets",
    f"EXPLANATION OF EXEMPTIONS\nSUBSECTIONS OF TITLE 5\n(b)(1) secrets\n{NINE}",
    # A key without a title that we know, and a form that prints every choice.
    "\n".join(f"(b)({number}) what the ninth exemption of them protects" for number in range(1, 10)),
    f"Section 552\n{NINE}\n(j)(2)",
    LIBRARY + "\n".join(f"P{number}" for number in range(1, 7)),
]


@pytest.mark.parametrize(("text", "found"), [*ALONE, *FIELDS, *AMONG_WORDS, *STAMPS, *SHEETS, *BESIDE])
def test_codes_in_use(text, found):
    assert codes(text) == found


@pytest.mark.parametrize("text", NO_CODES)
def test_what_only_looks_like_a_code_is_none(text):
    assert codes(text) == []


@pytest.mark.parametrize("text", KEYS)
def test_a_page_that_lists_every_code_uses_none(text):
    found = codes(text)
    assert len(found) > 2
    assert {value.use for _, value in found} == {KEY}


def test_the_letter_of_the_bureau_prints_boxes_that_nobody_ticked():
    found = codes(LETTER + "Section 552   l8I(b)(1)   D(b)(7)(A)   D(b)(2)")
    assert {value.use for _, value in found} == {KEY}


@pytest.mark.parametrize("text", DETECTOR.hits)
def test_the_samples_are_seen(text):
    assert any(list(find(page)) for page in document(text).pages)


@pytest.mark.parametrize(
    "unit", ["B6", "B1,", "B1, ", "B1 ,", "1.4(B)(A)", "25X ", "(b)(6)", "(b)", "( b", "3.3", "B ", "[", " "]
)
def test_long_lines_of_codes_are_text(unit):
    assert len(codes("x" + unit * 60_000 + "x")) == (60_000 if unit == "(b)(6)" else 0)


def test_a_code_a_line_is_a_sighting_a_line():
    rows = 20_000
    assert codes("B6\n" * rows) == margin(("B6", "B6")) * rows
