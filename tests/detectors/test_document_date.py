"""Dates of the document itself: (text, [(as printed, act, date, damaged)])."""

import pytest

from redaudit.detectors.document_date import DETECTOR
from redaudit.model.mark import DatedAct, Wording
from redaudit.pipeline import read

HITS = [
    # telegrams
    ("R 052213Z NOV 99 ZFF4", [("052213Z NOV 99", "dtg", "1999-11-05", False)]),
    ("O P 131810Z AUG 74R", [("131810Z AUG 74", "dtg", "1974-08-13", False)]),
    ("P 12*254Z MAR 1975", [("12*254Z MAR 1975", "dtg", "1975-03-12", False)]),
    ("0 301400Z JAN\n71", [("301400Z JAN\n71", "dtg", "1971-01-30", False)]),
    ("131810Z AUG 74\nFM AMEMBASSY ZENDA", [("131810Z AUG 74", "dtg", "1974-08-13", False)]),
    ("R 250320Z JUNE 80", [("250320Z JUNE 80", "dtg", "1980-06-25", False)]),
    ("===== 231723L NOV 99 DRF (TOTAL COPIES:009)", [("231723L NOV 99", "transmitted", "1999-11-23", False)]),
    (
        "Mon May 4 16:05:41 1998 [STATE 123456] D COPY 6 OF 9 Page 1 OF 3",
        [("Mon May 4 16:05:41 1998", "printed", "1998-05-04", False)],
    ),
    # drafts
    ("DRAFTED BY: S/RUR/ZN:JDOE:JD -- 11/23/99 555-0199", [("11/23/99", "drafted", "1999-11-23", False)]),
    ("08/04/97, 7-5501 D:JPUBLIC", [("08/04/97", "drafted", "1997-08-04", False)]),
    ("S/RUR/ZN:JDOE:JD 10/28/97, 7-5501 THE SECRETARY", [("10/28/97", "drafted", "1997-10-28", False)]),
    # mail
    (
        "From:    Doe, Jane\nSent:    Saturday, May 16, 2009 7:48 AM",
        [("Sent:    Saturday, May 16, 2009 7:48 AM", "sent", "2009-05-16", False)],
    ),
    ("Sent     Friday, June 5, 2009 958 AM", [("Sent     Friday, June 5, 2009 958 AM", "sent", "2009-06-05", False)]),
    ("Sent: Sat May 16 07:45:06 2009", [("Sent: Sat May 16 07:45:06 2009", "sent", "2009-05-16", False)]),
    ("Date: Wed, 8 Apr 2009 11:22:08", [("Date: Wed, 8 Apr 2009 11:22:08", "sent", "2009-04-08", False)]),
    (
        "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 06/30/2015\n\n"
        "From: Doe\nDate: Wed, 8 Apr 2009 11:22:08",
        [("Date: Wed, 8 Apr 2009 11:22:08", "sent", "2009-04-08", False)],
    ),
    ("Sent: 5/16/2009 7:48 AM", [("Sent: 5/16/2009 7:48 AM", "sent", "2009-05-16", False)]),
    ("Sent: Sunday. July 5,200912:54 PM", [("Sent: Sunday. July 5,200912:54 PM", "sent", "2009-07-05", False)]),
    (
        "Sent: Tuesday, Se tember 18, 2012 1:00 PM",
        [("Sent: Tuesday, Se tember 18, 2012 1:00 PM", "sent", "2012-09-18", False)],
    ),
    ("Sent: Saturday, May Z, 2009", [("Sent: Saturday, May Z, 2009", "sent", "2009-05-02", False)]),
    ("Sent: Friday, May Z, 2009", [("Sent: Friday, May Z, 2009", "sent", "2009-05-02", True)]),
    ("Sent: Monday, May 16, 2009 7:48 AM", [("Sent: Monday, May 16, 2009 7:48 AM", "sent", "2009-05-16", True)]),
    # heads of memoranda and datelines
    ("March 31, 2009\nNOTE FOR THE MINISTER", [("March 31, 2009", "headed", "2009-03-31", False)]),
    ("26 JUL 1971", [("26 JUL 1971", "headed", "1971-07-26", False)]),
    ("-                         11 April 1951", [("11 April 1951", "headed", "1951-04-11", False)]),
    ("Apri l  14,  1993", [("Apri l  14,  1993", "headed", "1993-04-14", False)]),
    ("DATE: March 31, 2009", [("DATE: March 31, 2009", "headed", "2009-03-31", False)]),
    ("DATE, TIME      Jul y 20, 1995, 1:47 p.m.", [("Jul y 20, 1995", "headed", "1995-07-20", False)]),
    ("Zenda, April 21,\n1954.", [("April 21,\n1954", "headed", "1954-04-21", False)]),
    ("[place not declassified], May 3, 1954, 0409Z.", [("May 3, 1954", "headed", "1954-05-03", False)]),
    ("Date of Information: 3 May 1954", [("3 May 1954", "published", "1954-05-03", False)]),
    (
        "Reference ID | Created | Released\n07ZENDA12 | 2007-07-10 11:31 | 2011-08-30 01:44",
        [("2007-07-10", "headed", "2007-07-10", False)],
    ),
]

MISSES = [
    "PAGE 02 STATE 123456 291924Z",
    "-----133566 232216Z /38",
    "Declassified/Released\nUS Department of State\nEO Systematic Review\n30 JUN 2005",
    "White House Guidelines, E.O. 12958, SEC 3.4\nSeptember 11, 2006",
    "U.S. Department of State\nCase No. F-2015-00001\nDoc No. C05000001\nDate: 05/13/2015",
    "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 06/30/2015",
    "Classified by DAS, A/GIS, DoS on 08/31/2015 - Class: CONFIDENTIAL - Declassify on: 07/29/2030",
    "Declassify on: July 29, 2030",
    "The talks began on March 31, 2009 in Zenda.",
    "E.O. 12958: DECL: 11/19/09",
    "Sent from my phone on May 16, 2009",
    "Capture Date: 01 JAN 1994",
    "R 322213Z NOV 99",
    "December 7, 7158",
]


def marks(text: str) -> list[tuple[str, str, str, bool]]:
    page = read(text.encode()).pages[0]
    return [
        (page.text[seen.start : seen.end], seen.value.act, str(seen.value.date), seen.value.damaged)
        for seen in DETECTOR.find(page)
        if isinstance(seen.value, DatedAct)
    ]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_dates_and_their_acts(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize("text", MISSES)
def test_dates_of_something_else(text: str) -> None:
    assert list(DETECTOR.find(read(text.encode()).pages[0])) == []


def test_a_date_that_cannot_be_read_is_a_mark_of_words() -> None:
    page = read(b"From:    wdoe\nSent:    Sunday, .11. y        11:31 AM\nTo:      H").pages[0]
    assert [seen.value for seen in DETECTOR.find(page)] == [Wording("Sunday, .11. y 11:31 AM")]
