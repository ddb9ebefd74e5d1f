"""Authority blocks: (text, the block)."""

import pytest

from redaudit.detectors._instruction_date import instruction_date
from redaudit.detectors.authority_block import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import AuthorityBlock


def block(by: str = "", reasons: str = "", until: str = "", derived: str = "", order: str = "") -> AuthorityBlock:
    """A block in short: reasons with blanks between them, a date read from the instruction."""
    return AuthorityBlock(by, derived, tuple(reasons.split()), until, instruction_date(until), order)


BLOCKS = [
    (
        "Classified By: Charge d'Affaires Ann Example for reasons 1.4 (b, d).",
        block("Charge d'Affaires Ann Example", "1.4(B) 1.4(D)"),
    ),
    (
        "CLASSIFIED BY S/RUR ANN EXAMPLE, ACTING, REASON 1.5 B, D.",
        block("S/RUR ANN EXAMPLE, ACTING", "1.5(B) 1.5(D)"),
    ),
    (
        " (u) Classified by: Ann Example, Deputy Secretary, Reason: 1.5(d)",
        block("Ann Example, Deputy Secretary", "1.5(D)"),
    ),
    (
        "Classified by: the deputy secretary, Department of State. Reason: 1.5 (b, d).",
        block("the deputy secretary, Department of State", "1.5(B) 1.5(D)"),
    ),
    (
        "Classified By: Ambassador Ann B. Example for reasons 1.4 (b) and (d).",
        block("Ambassador Ann B. Example", "1.4(B) 1.4(D)"),
    ),
    ("Classified By: A/DCM Ann Example. Reasons: 1.4 (b/d)", block("A/DCM Ann Example", "1.4(B) 1.4(D)")),
    (
        "Classified By: Pol/Econ Chief Ann Example, Reason E.O. 12958, 1.4 (b) and\n(d)",
        block("Pol/Econ Chief Ann Example", "1.4(B) 1.4(D)", order="E.O. 12958"),
    ),
    (
        "1. (U) CLASSIFIED BY DCM ANN EXAMPLE.  REASON:  1.5 (B) AND (D).",
        block("DCM ANN EXAMPLE", "1.5(B) 1.5(D)"),
    ),
    (
        "CLASSIFIED BY: CLASSIFIED BY DCM ANN EXAMPLE FOR REASONS 1.5 (B) AND (D)",
        block("DCM ANN EXAMPLE", "1.5(B) 1.5(D)"),
    ),
    (
        "Classified By: Deputy Chief of Mission\nAnn Example for reasons 1.4 (b)(d)",
        block("Deputy Chief of Mission Ann Example", "1.4(B) 1.4(D)"),
    ),
    (
        "CLASSIFIED BY: A/S ANN EXAMPLE, E.O. 12958, REASONS 1.4 (B)",
        block("A/S ANN EXAMPLE", "1.4(B)", order="E.O. 12958"),
    ),
    (
        "CLASSIFIED BY: Ann Example, Consul General, La Punta, U.S. Department\nof State.\nREASON: 1.4 (a), (b), (d)",
        block("Ann Example, Consul General, La Punta, U.S. Department of State", "1.4(A) 1.4(B) 1.4(D)"),
    ),
    ("CLASSIFIED BY SECTION 1.5 (B) AND (D)", block("", "1.5(B) 1.5(D)")),
    ("Classified By: CDA Ann Example (1.4 b and d)", block("CDA Ann Example", "1.4(B) 1.4(D)")),
    ("Classified By: CG Ann Example, per 1.5 (B) and (D)", block("CG Ann Example", "1.5(B) 1.5(D)")),
    ("Classified By: Ann Example, reaons 1.4 (b) & (d)", block("Ann Example", "1.4(B) 1.4(D)")),
    ("Classfied By: Ann Example for reasons 1,4 (C) AND (D)", block("Ann Example", "1.4(C) 1.4(D)")),
    (
        "Classified by: Ann Example\nReason: 1.5(b), (d)\nDeclassify on: X1",
        block("Ann Example", "1.5(B) 1.5(D)", "X1"),
    ),
    (
        "Classified by: Ann Example\n\nReason: 1.5(b), (d)\n\nDeclassify on: 11/19/09",
        block("Ann Example", "1.5(B) 1.5(D)", "11/19/09"),
    ),
    (
        "CL BY: 012345 CL REASON: 1.5(c) DECL ON: X1 DRV HUM 4-82",
        block("012345", "1.5(C)", "X1", "HUM 4-82"),
    ),
    (
        "Classified by 012345\nExempt from general declassification schedule of E.O. 11652,"
        " exemption category: 5B(2)\nAutomatically declassified on: date impossible to determine",
        block("012345", "", "date impossible to determine", order="E.O. 11652"),
    ),
    (
        "Classified by 012345\nExempt from GDS, Category 2",
        block("012345", "", "exempt from GDS, category 2"),
    ),
    ("CLASSIFIED BY RECORDED REPORTING OFFICER. XGDS-2", block("RECORDED REPORTING OFFICER", "", "XGDS-2")),
    ("Declassify on: OADR", block(until="OADR")),
    (
        "Derived from: Multiple Sources\nDeclassify on: 25X1, 20331231",
        block(until="25X1, 20331231", derived="Multiple Sources"),
    ),
    ("DERIVED FROM: DSCG 05-1 B, D", block(derived="DSCG 05-1 B, D")),
    ("GROUP 1\nExcluded from automatic\ndowngrading and\ndeclassification", block(until="GROUP 1")),
    ("GROUP 3\nDowngraded at 12 year intervals; not automatically declassified", block(until="GROUP 3")),
    ("GP-3", block(until="GROUP 3")),
    (
        "Classified By: Ann Example for reasons 1.4 (b) and (d).\n\n1. (C) The committee has 1.4 (c) of it.",
        block("Ann Example", "1.4(B) 1.4(D)"),
    ),
]

# Agencies of intelligence and defense, whose documents derive their classification.
DERIVED = [
    (
        "Classified By: 2134567\nDerived From: Multiple Sources\nDeclassify On: 20330101",
        block("2134567", "", "20330101", "Multiple Sources"),
    ),
    (
        "Classified By: Ann Example, Chief, Division 5\nReason: 1.4(c)\nDeclassify On: 25X1, 20301231",
        block("Ann Example, Chief, Division 5", "1.4(C)", "25X1, 20301231"),
    ),
    (
        "Classified By: 2134567    Derived From: Multiple Sources    Declassify On: 50X1-HUM",
        block("2134567", "", "50X1-HUM", "Multiple Sources"),
    ),
    (
        "Derived From: ABC/XYZM 1-52\nDated: 20070108\nDeclassify On: 20370901\n\nSECRET//NOFORN",
        block("", "", "20370901", "ABC/XYZM 1-52"),
    ),
    (
        "SECRET // NOFORN DERIVED FROM: ABC/XYZM 1-52, DATED 08 JAN 2007 DECLASSIFY ON: 20320108",
        block("", "", "20320108", "ABC/XYZM 1-52, DATED 08 JAN 2007"),
    ),
    (
        'Classified by: Ann Example, Director\nDerived from: Memo, "Ferries", 3 March 2009\nOffice of Port Affairs\n'
        "Declassify on: 15 Feb 2020",
        block("Ann Example, Director", "", "15 Feb 2020", 'Memo, "Ferries", 3 March 2009'),
    ),
    (
        "Derived from:   Multiple Sources                SECRET//NOFORN\nDeclassify on:  25X1              Copy 1 of 5",
        block("", "", "25X1", "Multiple Sources"),
    ),
    (
        "Derivatively Classified By: Ann Example\nDerived From: CG No. 1\nDeclassify On: 20350101",
        block("Ann Example", "", "20350101", "CG No. 1"),
    ),
    (
        "Classification Reason: 1.4(c)\nClassified By: Ann Example\nDeclassify On: 20350101",
        block("Ann Example", "1.4(C)", "20350101"),
    ),
    (
        "Classified By: Ann Example, A/S; derived from: DSCG 11-1, 1.4(b); Declassify on: 2035/01/01",
        block("Ann Example, A/S", "1.4(B)", "2035/01/01", "DSCG 11-1"),
    ),
    (
        "Declassify On: Source Marked OADR, date of source 19901005",
        block("", "", "Source Marked OADR, date of source 19901005"),
    ),
]

# Telegrams whose lines were cut at a fixed column, or whose page ended inside the block.
BROKEN = [
    ("Classified By: DCM Ann Example.  Re \nasons 1.4 (b/d).", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("Classified By: DCM Ann Example for reason \ns:  1.4 (b), (d).", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("CLASSIFIED BY: DCM ANN EXAMPLE.  REA \nSONS: 1.4 (B,D)", block("DCM ANN EXAMPLE", "1.4(B) 1.4(D)")),
    ("CLASSIFIED BY: DCM ANN EXAMPLE, FOR REA \n \nSONS 1.4 (D)", block("DCM ANN EXAMPLE", "1.4(D)")),
    ("Classified By: DCM Ann Example for reasons 1.4 (b) a \nnd (d)", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("Classified By: DCM Ann Example for reasons 1. \n4 (b) and (d)", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("Classified By: (U) Classified by DCM Ann Example f \nor reasons 1.4 b.", block("DCM Ann Example", "1.4(B)")),
    ("Classified By: 1. CLASSIFIED BY DCM ANN EXAMPLE \nREASONS: 1.4 (B)", block("DCM ANN EXAMPLE", "1.4(B)")),
    ("CLASSIFIED BY DCM ANN EXAMPLE. \n              ", block("DCM ANN EXAMPLE")),
    ("CONFIDENTIAL\n\nPAGE 02   ZEMBLA  03759\nREASONS: 1.5 (B) AND (D).\n\n1.  (C)", block("", "1.5(B) 1.5(D)")),
    ("Classified By: DCM Ann Example under Se \nction 1.5 b/d", block("DCM Ann Example", "1.5(B) 1.5(D)")),
    ("Classified By: DCM Ann Example FR REASONS 1.4 (b) AND (d \n).", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("Classified By: DCM ANN EXAMPLE FOR RASONS 1.4 (B)", block("DCM ANN EXAMPLE", "1.4(B)")),
    ("Classified By: DCM ANN EXAMPLE.  REAS0N: \n1.5(B,D).", block("DCM ANN EXAMPLE", "1.5(B) 1.5(D)")),
    ("CLASSIFIED BY DCM ANN EXAMPLE BASED 0N 1.5 (B) \nAND (D).", block("DCM ANN EXAMPLE", "1.5(B) 1.5(D)")),
    ("Classified By: DCM ANN EXAMPLE DUE TO 1,4 (C) AND (D).", block("DCM ANN EXAMPLE", "1.4(C) 1.4(D)")),
    ("Classified By: DCM ANN EXAMPLE \n FOR 12958 1.4 B, D, AND E", block("DCM ANN EXAMPLE", "1.4(B) 1.4(D) 1.4(E)")),
    ("Classified By: DCM Ann Example for reasons 1.4 (b+d).", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("Classified DCM Ann Example for reasons 1.4 (b) and (d).", block("DCM Ann Example", "1.4(B) 1.4(D)")),
    ("Classified By: Ann T. Example \n \n1.(C) Summary", block("Ann T. Example")),
    (
        "Classified By: Special Representative for the Ferries \nAnn T. Example \n \nSUMMARY",
        block("Special Representative for the Ferries Ann T. Example"),
    ),
    ("Classified By: Ann Example. The letter follows.", block("Ann Example")),
    ("Classified By: Ann Example\nThe ferries\nrun again.", block("Ann Example")),
    (
        "Classified By: Classified by DCM Ann Example for Reas \n(b) and (d).",
        block("DCM Ann Example for Reas (b) and (d)"),
    ),
]

NOTHING = [
    "CLASSIFIED BY: 2424 UC ABC/DEF\nREASON: 1.5 (c,d)\nDECLASSIFY ON: X1",
    "CLASSIFIED BY NSICG/A12B34\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038",
    "Classified by 5668 ABC/DEF\nExempt from GDS, Category 2/3\nDate of Declassification Indefinite",
    "Reason: 1.4(D) —\nDeclassify on: 07/22/2025",
    "It was DERIVED FROM: letters.",
    "CLASSIFIED BY DCM ANN EXAMPLE, HE SAID.\n\nTHE FERRIES RUN AGAIN.",
    "Classified papers were sent for reasons of haste.",
    "THE MINISTER SPOKE.\nREASON 1.5 MILLION.",
    "Classified by DAS, A/GIS, DoS on 08/31/2015 ~ Class: SECRET ~ Reason: 1.4(B), 1.4(D) ~ Declassify on: 07/22/2025",
    "Classified by DAS, A/GIS, DoS on\n08/31/2015 — Class: SECRET —\nReason: 1.4(D) — Declassify\non: 07/22/2025",
    "— Reason: 1.4(D) —\nDeclassify on: 07/22/2025",
    "Classified by Director A/GIS/IPS, DoS on 11/23/2020 ~ Class: SECRET ~ Reason: 1.4(B)\n~ Declassify on: 11/23/2030",
    "CLASSIFICATION: CONFIDENTIAL MISC:",
    "The plants are classified by their leaves. Reason is not given.",
    "Classified by mistake",
    "GROUP 1\nThe first group met in May.",
]


@pytest.mark.parametrize(("text", "expected"), [*BLOCKS, *DERIVED, *BROKEN])
def test_a_block_is_read_field_by_field(text: str, expected: AuthorityBlock) -> None:
    assert [seen.value for seen in DETECTOR.find(Page(1, text))] == [expected]


@pytest.mark.parametrize("text", NOTHING)
def test_release_stamps_and_prose_are_no_authority(text: str) -> None:
    assert [seen.value for seen in DETECTOR.find(Page(1, text))] == []


EXTENTS = [
    "Classified By: Ann Example for reasons 1.4 (b) and (d).",
    "Classified By: Ann Example, Reason E.O. 12958, 1.4 (b) and\n(d)",
    "Declassify on: OADR",
    "Classified by: Ann Example\n\nReason: 1.5(b), (d)\n\nDeclassify on: X1",
    "GROUP 1\nExcluded from automatic\ndowngrading and\ndeclassification",
    "GP-3",
]


@pytest.mark.parametrize("block", EXTENTS)
def test_the_mark_is_the_whole_block_and_no_more(block: str) -> None:
    text = f"TAGS: PREL\n\n{block}\nEXAMPLE\n\n1. (C) Text."
    (seen,) = DETECTOR.find(Page(1, text))
    assert text[seen.start : seen.end] == block
