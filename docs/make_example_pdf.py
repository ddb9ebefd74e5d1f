"""Makes the made-up telegram examples/clean/telegram.pdf by pypdf alone: `python -m docs.make_example_pdf`."""

from pathlib import Path

from pypdf import PdfWriter

from docs.letter_page import HEIGHT, add_page, shown

PLACE = Path(__file__).parent.parent / "examples" / "clean" / "telegram.pdf"
LEADING = 11.4

# The four pieces of the release line, each set apart as on State's own pages.
RELEASE = (
    (78, "Corwin A. Blaskett"),
    (165, "Declassified/Released"),
    (270, "US Department of State"),
    (381, "EO Systematic Review"),
    (483, "20 Mar 2014"),
)

TELEGRAM = """
                                          Message Text
CONFIDENTIAL


PAGE 01        LINDAR  00614  171544Z
ACTION EUR-12


INFO  OCT-01  ISO-00  COM-02  EB-08  INR-10  L-03  NSAE-00
      SS-15  /051 W
                     ------------------041377  171602Z /43
R 171521Z APR 79
FM AMEMBASSY LINDAR
TO SECSTATE WASHDC 2214
INFO AMEMBASSY PORT ASTREL


C O N F I D E N T I A L LINDAR 0614


E.O. 12065: GDS 4/17/85 (WICKERSTAFF, DELIA M.) OR-P
TAGS: PEPR, EFIS, VV
SUBJECT: HARBOR TALKS: KESTRIA PUTS OFF THE SECOND ROUND


REF: STATE 93120


1. (C - ENTIRE TEXT.)


2. MINISTRY OF PORTS TOLD EMBASSY APRIL 16 THAT THE SECOND
ROUND WILL NOT BE HELD BEFORE THE ELECTIONS. DIRECTOR PELLAN
GAVE TWO REASONS. THE PILOTS ARE ON STRIKE, AND THE MINISTER
IS TRAVELING.


3. PELLAN ASKED US NOT TO READ MORE INTO IT. HE STILL EXPECTS
A TEXT IN THE SUMMER.


4. COMMENT: THE STRIKE IS REAL, BUT SHORT. WE BELIEVE THAT
THE MINISTER WANTS THE VOTE BEHIND HIM FIRST.
WICKERSTAFF


CONFIDENTIAL


NNN
"""

ATTRIBUTES = """
Message Attributes

Automatic Decaptioning: X
Capture Date: 01 jan 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Concepts: PORTS, NEGOTIATIONS, STRIKES
Control Number: n/a
Copy: SINGLE
Draft Date: 17 apr 1979
Decaption Date: 01 jan 1960
Disposition Action: RELEASED
Disposition Comment: 25 YEAR REVIEW
Disposition Date: 20 Mar 2014
Document Number: 1979LINDAR00614
Document Source: CORE
Drafter: n/a
Executive Order: GS 19850417 WICKERSTAFF, DELIA M
Format: TEL
From: LINDAR OR-P
Handling Restrictions: n/a
Line Count: 36
Locator: TEXT ON-LINE, ON MICROFILM
Office: ACTION EUR
Original Classification: CONFIDENTIAL
Original Handling Restrictions: n/a
Page Count: 1
Previous Classification: CONFIDENTIAL
Previous Handling Restrictions: n/a
Reference: STATE 93120
Review Action: RELEASED, APPROVED
Review Date: 13 jan 2006
Review Exemptions: n/a
Secure: OPEN
Status: NATIVE
Subject: HARBOR TALKS: KESTRIA PUTS OFF THE SECOND ROUND
TAGS: PEPR, EFIS, VV
To: STATE
Type: TE
Markings: Corwin A. Blaskett Declassified/Released US Department of State EO Systematic Review 20 Mar 2014
"""


def telegram() -> PdfWriter:
    """The telegram's page and its page of attributes."""
    made = PdfWriter()
    for body in (TELEGRAM, ATTRIBUTES):
        add_page(made, _drawn(body), "CT")
    return made


def _drawn(body: str) -> list[str]:
    """The operations that print a page: the release line at its foot and top, then the text row by row."""
    operations = [shown(x, HEIGHT - y, "T", 10, words) for y in (36, 756) for x, words in RELEASE]
    rows = body.strip("\n").split("\n")
    operations += [shown(36, HEIGHT - 725 + LEADING * row, "C", 8, words) for row, words in enumerate(rows) if words]
    return operations


if __name__ == "__main__":
    telegram().write(PLACE)
