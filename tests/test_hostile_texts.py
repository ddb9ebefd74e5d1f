"""Texts made to be slow: a paper around many thousand repetitions. Patterns that look back over them would hang."""

import pytest

from redaudit import pipeline

SIZE = 60_000
BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015\n"
# A page with a sign of everything, so that no detector leaves before it looks.
SIGNS = f"""SECRET
{BAND}                                                                                RELEASE IN PART B1
From:    A. Able                                                                 B6
To:
Subject: **thing** [1](#)1. \\_ # | x __a__ &amp; ~~SECRET~~ <del>x</del> <u>a</u> <br> -CONFIDENTIAL
E.O. 12958: DECL: 11/19/09
TAGS: PREL SIPDIS AMEMBASSY
Classified By: Amb. X for reasons 1.4 (b) and (d).
1. (C) text [1 line not declassified] (b)(6) 3.3(b)(1) [REDACTED] excised deleted
Approved For Release 2001/08/08 : CIA-RDP80-00001R000300040008-5 NSA Presidential Library
DELETED PAGE INFORMATION SHEET ASSASSINATION IDENTIFICATION FORM ISCAP ENERGY
DTG 101131Z JUL 07 SECTION 01 OF 02 ZNY CCCCC GROUP 1 DERIVED FROM: x Page 1 OF 2 NARA WHS

"""

UNITS = [
    *(
        " ",
        "\t",
        "\n",
        "\r\n",
        "(",
        "[",
        "{",
        "~",
        "-",
        "_",
        "*",
        "|",
        "#",
        "=",
        ".",
        ",",
        "/",
        "\\",
        "&",
        "<",
        ">",
        "'",
        '"',
    ),
    *("X", "█", "S", "a", "A", "0", "1", "7 ", "1/", "1.", "a\n", "A\n", "1\n", "ab cd ef ", "AB CD EF "),
    *(
        "RELEASE ",
        "RELEASE IN ",
        "PRESS RELEASE ",
        "B1,",
        "B1, ",
        "B6\n",
        "1.4(B) ",
        "(b)(6) ",
        "(b)",
        "(S) ",
        "SECRET ",
        "SECRET\n",
    ),
    *(
        "CONFIDENTIAL\n",
        "C O N F I D E N T I A L ",
        "-SECRET\n",
        "~~S ",
        "<del>",
        "<!--",
        "&#",
        "[1](#)1. ",
        "[a](",
        "**a ",
    ),
    *(
        "Classified by ",
        "Classified by x on 1/1/2000 ",
        "Reason: ",
        "Declassify on ",
        "DECLASSIFIED ",
        "E.O. 12958: ",
        "DECL: ",
    ),
    *(
        "Page 1 OF 2\n",
        "Page 1 OF 2 ",
        "PAGE 02 STATE 205410\n",
        "From: x\nSent: y\n",
        "SUBJECT: ",
        "To:\n\n\n\n\n\n",
        "1. (C) text\n",
    ),
    *(
        "[Source: ",
        "not declassified ",
        "[1 line ",
        "[deleted 1",
        "Total Deleted Page(s) = 24\n",
        "Page 29 ~ ",
        "101131Z JUL 07 ",
    ),
    *(
        "CIA-RDP80-00001R",
        "Approved For Release ",
        "104-10015-",
        "NW 88326 ",
        "STATE 221130 ",
        "N\nO\nD\nI\nS\n",
        "NODIS ",
        "GROUP 1 ",
    ),
    *(" " * 80 + "B6\n", "word" + " " * 9, "Jane Q. ", BAND[:60], "FL-2017-00001 ", "é", "S\u0336"),
]


@pytest.mark.parametrize("unit", UNITS)
def test_a_paper_is_read_around_whatever_it_holds(unit):
    text = SIGNS + unit * (SIZE // len(unit)) + "\n" + SIGNS
    audited = pipeline.examine(text.encode())
    assert audited.record.document_id.value == "C05000001"
    assert audited.record.release_status.value.value in ("part", "unspecified")
    assert {"B1", "B6"} <= set(audited.record.exemptions.value)
    assert {"[REDACTED]", "[1 line not declassified]"} <= {passage.text for passage in audited.record.redactions}
