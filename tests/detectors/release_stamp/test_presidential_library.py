"""Stamps of the presidential libraries: (text, what it says)."""

import datetime as dt

import pytest

from redaudit.detectors.release_stamp.presidential_library import FAMILY
from redaudit.model.document import Page
from redaudit.model.mark import ReleaseStamp
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome


def day(year: int, month: int, number: int, digits: int = 4) -> ReadDate:
    return ReadDate(dt.date(year, month, number), short_year=digits == 2)


CASES = [
    (
        "DECLASSIFIED\nPER E.O. 13526\n2010-0001-M",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            authority="E.O. 13526",
            case="2010-0001-M",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    # The memorandum's own date stands below a blank line.
    (
        "DECLASSIFIED\nPER E.O. 13526\n2010-0001-M\n\nJune 3, 1994",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            authority="E.O. 13526",
            case="2010-0001-M",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    (
        "DECLASSIFIED PER E.O. 13526 2013-0001-M 6/12/15 KDE",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            day(2015, 6, 12, 2),
            authority="E.O. 13526",
            case="2013-0001-M",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    # By the number of the library's case, no order printed.
    (
        "DECLASSIFIED IN PART\nNLRR F99-001/8 #12345\nBY AB NARA DATE 6/2/11",
        ReleaseStamp("presidential-library", Outcome.PART, day(2011, 6, 2, 2), case="NLRR F99-001/8"),
    ),
    (
        "DECLASSIFIED\nAuthority NLJ 019-025-2-3\nBy ab, NARA, Date 3/4/05\n\nMay 3, 1965",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            day(2005, 3, 4, 2),
            case="NLJ 019-025-2-3",
            declassified=True,
        ),
    ),
    (
        "SANITIZED\nNLK-93-045",
        ReleaseStamp("presidential-library", Outcome.PART, case="NLK-93-045"),
    ),
    (
        "DECLASSIFIED IN PART\nPER E.O. 13526",
        ReleaseStamp("presidential-library", Outcome.PART, authority="E.O. 13526", order="E.O. 13526"),
    ),
    (
        "DECLASSIFIED\nCLINTON LIBRARY PHOTOCOPY\nPER E.0. 13526",
        ReleaseStamp(
            "presidential-library", Outcome.UNSPECIFIED, authority="E.O. 13526", order="E.O. 13526", declassified=True
        ),
    ),
    (
        "CLmiON LIBRARY PH OCOPY PERE.O. 13526",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            authority="E.O. 13526",
            order="E.O. 13526",
            declassified=True,
        ),
    ),
    # The second line of the stamp alone; letters of its E.O. are lost.
    *(
        (
            line,
            ReleaseStamp(
                *("presidential-library", Outcome.UNSPECIFIED),
                authority="E.O. 13526",
                order="E.O. 13526",
                declassified=True,
                damaged=True,
            ),
        )
        for line in ("SECRET\nPER m  13526", "DECLASSIFIED\nPER    13526", "PER E.0. 13526")
    ),
    (
        "DECLASSIFIED\nWhite House Guidelines\nE.O. 12958, SEC 3.4 (B) September 11, 2006\nBy abc NARA, Date 2/6/08",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            day(2008, 2, 6, 2),
            authority="E.O. 12958, SEC 3.4 (B)",
            order="E.O. 12958",
            declassified=True,
        ),
    ),
    (
        "DECLASSIFIED\nWhite House Guidelines\nE.O. 12958, SEC 3.4 (B), July 21, 1997\nBy abc NARA, Date solglop",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            authority="E.O. 12958, SEC 3.4 (B)",
            order="E.O. 12958",
            declassified=True,
        ),
    ),
    (
        "SANITIZED\nE.O. 12958, Sec. 3.6\nNLJ 98-001\nBy cb, NARA Date 5-4-00",
        ReleaseStamp(
            "presidential-library",
            Outcome.PART,
            day(2000, 5, 4, 2),
            authority="E.O. 12958, Sec. 3.6",
            case="NLJ 98-001",
            order="E.O. 12958",
        ),
    ),
    (
        "DECLASSIFIED\nE.O. 12958, as amended, Sec. 3.5\nNLF MR 99-001",
        ReleaseStamp(
            "presidential-library",
            Outcome.UNSPECIFIED,
            authority="E.O. 12958, as amended, Sec. 3.5",
            case="NLF MR 99-001",
            order="E.O. 12958",
            declassified=True,
        ),
    ),
    (
        "No Objection To Declassification in Full 2012/05/10 : NLC-12-34-5-6-7",
        ReleaseStamp(
            "presidential-library-no-objection",
            Outcome.FULL,
            day(2012, 5, 10),
            document="NLC-12-34-5-6-7",
            declassified=True,
        ),
    ),
    (
        "No Objection To Declassification in Part 2012/05/10 : NLC-12-34-5-6-7",
        ReleaseStamp("presidential-library-no-objection", Outcome.PART, day(2012, 5, 10), document="NLC-12-34-5-6-7"),
    ),
]


@pytest.mark.parametrize(("text", "stamp"), CASES)
def test_each_stamp_is_read_whole(text: str, stamp: ReleaseStamp) -> None:
    page = Page(1, f"Memorandum\n{text}\nDear colleague")
    seen = sorted(FAMILY.find(page), key=lambda one: (one.start, -one.end))[0]
    assert seen.value == stamp
    assert any(cue in page.folded for cue in FAMILY.cues)


@pytest.mark.parametrize("text", [*FAMILY.misses, "DECLASSIFIED files of the library", "as required per E.O. 12356"])
def test_other_words_give_no_mark(text: str) -> None:
    assert list(FAMILY.find(Page(1, text))) == []
