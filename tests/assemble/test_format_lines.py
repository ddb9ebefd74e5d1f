"""Format lines of telegrams, told from the words of a message: (rows of text, numbers of the format rows)."""

import pytest

from redaudit.assemble.format_lines import format_rows

WASHINGTON = """PAGE 01        STATE  222120  232215Z
ORIGIN NODS-00
INFO  LOG-00   MMP-00   ACDA-00
      EUR-00   TEDE-00
      SAS-00   /002R
DRAFTED BY: EUR/SE:ASAMPLE:AQS -- 11/23/99 647-0000
S/S-O:CROE                S:DPOE
DESIRED DISTRIBUTION:
------------------133566  232216Z /38
O 232213Z NOV 99 ZFF4
FM SECSTATE WASHDC
TO AMEMBASSY ZEMBLA NIACT IMMEDIATE
AMEMBASSY LINDAR IMMEDIATE
S E C R E T STATE 222120
E.O. 12958: DECL: 11/19/09
TAGS: PREL, ZE, LI"""
FORMAT_LINES = [
    (WASHINGTON, range(1, 17)),
    (
        "VZCZCXRO7895\nPP RUEHDBU\nDE RUEHKB #0864 1911131\nZNY CCCCC ZZH\nP 101131Z JUL 07\n#0864\nBT\nNNNN",
        range(1, 9),
    ),
    ("INFO RUCNCIS/CIS COLLECTIVE PRIORITY\nRUEHAK/AMEMBASSY LINDAR PRIORITY 2217", (1, 2)),
    # Addresses run on until another line begins.
    ("TO SECSTATE WASHDC\nE.O. 11652: N/A\nTHE MINISTER SAID THAT ALL WAS WELL", (1, 2)),
    ("TO SECSTATE WASHDC\nS E C R E T ZEMBLA 412\nTHE MINISTER SAID THAT ALL WAS WELL", (1, 2)),
    ("MRN:         10 ZEMBLA 412\nDate/DTG:    Mar 14, 2010\nCaptions:    SIPDIS\nPass Line:   None", (1, 2, 3)),
    # Words of a message are none, in capitals neither.
    ("To the Minister\nInfo on the ferries\nTO:  A. ABLE\nACTION: NONE\nFrom: A. Able", ()),
    ("THE TALKS WENT WELL      AND THE\nFERRIES SAIL", ()),
    ("1. (S) ACTION REQUEST: SEE THE MINISTER", ()),
]


@pytest.mark.parametrize("unit", ["DECL: ", "A:B", "A:B ", "AB-00 ", "AB-00", "( ) ", "/00", "FM ", "- "])
def test_a_long_row_is_read_in_one_pass(unit):
    assert format_rows([(1, unit * 20_000 + ".")]) <= {1}


@pytest.mark.parametrize(("text", "expected"), FORMAT_LINES)
def test_format_rows(text, expected):
    assert sorted(format_rows(enumerate(text.split("\n"), 1))) == list(expected)
