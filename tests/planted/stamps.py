"""Faults of release stamps, planted in clean examples."""

from tests.planted._planted import Planted

FULL = "telegram-full.txt"
PART = "telegram-part.txt"
MAIL = "mail-part.txt"
LIBRARY = "library.txt"
# What the examples print, as they print it.
MAIL_BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2016-99310 Doc No. C06999217 Date: 09/30/2016"
FULL_BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2019-99047 Doc No. C06999301 Date: 07/14/2022"
PHONE = "Please call me at home tonight:                                                                         B6"
SLUG = "PER E.O. 13526"
SHEET = """FEDERAL BUREAU OF INVESTIGATION
DELETED PAGE INFORMATION SHEET

Total Deleted Page(s) = 3

Page 2 ~ b6; b7C;
Page 3 ~ b6; b7C;
Page 5 ~ Duplicate;
Page 6 ~ Duplicate;
"""


def twice(clean: bytes) -> bytes:
    """The document and a copy of it in one file, stamped alike."""
    return clean + b"\f" + clean


def loose_page(clean: bytes) -> bytes:
    """Three copies of the band's page, and one more page of text without the band."""
    text = clean.decode().rstrip("\f\n")
    page = f"{MAIL_BAND}\n\nSeating plan, continued.\n\n{MAIL_BAND}\n"
    bare = "A list of those who came by the ferry and were not on the first list of guests, in order of arrival.\n"
    return f"{text}\f{page}\f{bare}\f{page}".encode()


def second_record(clean: bytes) -> bytes:
    """The mail, and behind it a page under the band of another record."""
    other = MAIL_BAND.replace("C06999217", "C06999888")
    text = clean.decode().rstrip("\f\n")
    return f"{text}\f{other}\n\nSeating plan.\n\n{other}\n".encode()


def on_the_sheet(clean: bytes) -> bytes:
    """The memorandum behind a sheet of deleted pages whose total is not that of its list."""
    return f"{SHEET}\f{clean.decode()}".encode()


PLANTED = {
    "authority-missing": Planted(LIBRARY, ((SLUG, ""), ("2012-0999-M", ""), ("6/12/15 kde", ""))),
    "banner-unstruck": Planted(
        FULL, (("~~CONFIDENTIAL~~", "CONFIDENTIAL"), ("~~C O N F I D E N T I A L~~", "C O N F I D E N T I A L"))
    ),
    "caption-not-decaptioned": Planted(FULL, (("SIPDIS", "EXDIS"),)),
    "case-number-malformed": Planted(MAIL, (("F-2016-99310", "F-2016-9931"),)),
    # A record above its original class.
    "class-higher-at-release": Planted(PART, (("~ Class: SECRET", "~ Class: TOP SECRET"),)),
    "copies-in-one-file": Planted(FULL, make=twice),
    "declassified-vs-class-conflict": Planted(PART, (("B1,1.4(B),1.4(D)\n", "B1,1.4(B),1.4(D)\nDECLASSIFIED\n"),)),
    "denied-but-text": Planted(FULL, (("RELEASE IN FULL\nDECLASSIFIED", "DENIED IN FULL"),)),
    "downgrade": Planted(PART, (("~ Class: SECRET", "~ Class: CONFIDENTIAL"),)),
    "exempt-page-note-mismatch": Planted("cia-memo.txt", make=on_the_sheet),
    "full-but-redacted": Planted(FULL, (("that the ferries will run", "that ████████████ will run"),)),
    "no-release-marking": Planted(FULL, ((FULL_BAND, ""), ("RELEASE IN FULL\nDECLASSIFIED", ""))),
    "page-without-stamp": Planted(MAIL, make=loose_page),
    "part-but-nothing-withheld": Planted(FULL, (("RELEASE IN FULL\nDECLASSIFIED", "RELEASE IN PART"),)),
    "portion-unstruck": Planted(FULL, (("~~(C)~~", "(C)"),)),
    "reclassification-block-incomplete": Planted(PART, (("~ Reason: 1.4(B), 1.4(D) ", ""),)),
    "reclassification-block-missing": Planted(
        MAIL, (("PART B6", "PART B1,1.4(D),B6"), (PHONE, f"{PHONE[:-2]}B1\n{104 * ' '}1.4(D)"))
    ),
    "reclassifier-not-senior": Planted(PART, (("DAS, A/GIS, DoS", "Desk Officer, EUR/XYZ, DoS"),)),
    "stamp-authority-anachronism": Planted(LIBRARY, (("6/12/15 kde", "6/12/2006 kde"),)),
    "stamp-differs-between-pages": Planted(MAIL, make=second_record),
    "strike-inconsistent": Planted(FULL, (("2. ~~(C)~~", "2. (C)"),)),
}
