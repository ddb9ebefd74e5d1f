"""What became of the document, from its stamps: (stamps as found, the column)."""

import datetime as dt

import pytest
from attrs import evolve

from redaudit.assemble.release import release
from redaudit.model.document import Ink
from redaudit.model.mark import Attributes, Classification, ExemptionCode, Mark, ReleaseStamp, Role, Span
from redaudit.model.record import Fact
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.level import CONFIDENTIAL, SECRET, SENSITIVE_BUT_UNCLASSIFIED, UNCLASSIFIED
from redaudit.vocabulary.outcome import Outcome
from tests.support_text import record

FULL, PART, DENIED, UNSPECIFIED = Outcome.FULL, Outcome.PART, Outcome.DENIED, Outcome.UNSPECIFIED


def mark(value, page=1):
    return Mark("x", Span(page, 0, 2), 1, "", Ink.PLAIN, value)


def marks(*values):
    return tuple(mark(value, page) for page, value in enumerate(values, 1))


def vrr(status, damaged=False):
    return ReleaseStamp("vrr", status, damaged=damaged)


def day(text):
    return ReadDate(dt.date.fromisoformat(text))


def band(date=None, level=UNCLASSIFIED, damaged=False):
    return ReleaseStamp("case-band", date=date and day(date), classification=level, damaged=damaged)


def review(date="2015-08-31", level=CONFIDENTIAL, reasons=("1.4(D)",), until="2025-07-22", authority="DAS, A/GIS, DoS"):
    return ReleaseStamp(
        "classified-at-release",
        date=date and day(date),
        authority=authority,
        withheld=level,
        reasons=reasons,
        until=until and day(until),
    )


STATUS = [
    ([], Outcome.NONE, False, []),
    ([vrr(FULL)], FULL, False, []),
    ([vrr(PART)], PART, False, []),
    ([vrr(DENIED)], DENIED, False, []),
    # A release marking without the word.
    ([band()], UNSPECIFIED, False, []),
    ([band(), vrr(UNSPECIFIED, True)], UNSPECIFIED, False, []),
    ([band(), vrr(PART)], PART, False, []),
    # Both words.
    ([vrr(FULL), vrr(PART)], UNSPECIFIED, False, [FULL, PART]),
    ([vrr(FULL), vrr(PART), vrr(PART)], UNSPECIFIED, False, [PART, FULL]),
    # A damaged stamp does not gainsay a clean one; alone it decides, in doubt.
    ([vrr(FULL, True), vrr(PART)], PART, False, []),
    ([vrr(FULL, True)], FULL, True, []),
    ([vrr(FULL, True), vrr(PART, True)], UNSPECIFIED, False, [FULL, PART]),
]


@pytest.mark.parametrize(("stamps", "status", "doubtful", "lost"), STATUS)
def test_release_status(stamps, status, doubtful, lost):
    freed = release(marks(*stamps), None)
    assert (freed.release_status.value, freed.release_status.doubtful) == (status, doubtful)
    assert [rival.value for rival in freed.rivals if rival.column == "release_status"] == lost


DATES = [
    ([band()], None),
    ([band("2015-08-31")], "2015-08-31"),
    ([band("2015-08-31"), band("2015-08-31"), band("2015-09-30")], "2015-08-31"),
    # A stamp that classifies at release dates the review; it counts where nothing else is dated.
    ([review("2015-07-01"), review("2015-07-01"), band("2015-08-31")], "2015-08-31"),
    ([review("2015-07-01"), band()], "2015-07-01"),
    ([review(None), vrr(FULL)], None),
]


@pytest.mark.parametrize(("stamps", "date"), DATES)
def test_release_date(stamps, date):
    fact = release(marks(*stamps), None).release_date
    assert (fact and fact.value.isoformat()) == date


def test_a_date_read_from_a_damaged_stamp_is_doubtful():
    assert release(marks(band("2015-08-31", damaged=True)), None).release_date.doubtful
    assert not release(marks(band("2015-08-31", damaged=True), band("2015-08-31")), None).release_date.doubtful


def test_what_a_stamp_that_classifies_at_release_keeps_closed():
    freed = release(marks(vrr(PART), review(level=SECRET, reasons=("1.4(B)", "1.4(D)")), band("2015-08-31")), None)
    assert freed.withheld_classification.value == SECRET
    assert freed.withheld_reasons.value == ("1.4(B)", "1.4(D)")
    assert freed.withheld_until.value == "2025-07-22"
    assert freed.release_authority.value == "DAS, A/GIS, DoS"
    assert freed.rivals == ()


def test_an_exemption_may_stand_for_the_date():
    stamp = evolve(review(), until="25X1")
    assert release(marks(stamp), None).withheld_until.value == "25X1"


def test_two_readings_of_what_is_closed_are_rivals():
    freed = release(marks(review(), review(level=SECRET, until=None), review(until="2026-07-22")), None)
    assert freed.withheld_classification.value == CONFIDENTIAL
    assert freed.withheld_until.value == "2025-07-22"
    assert [(rival.column, rival.value) for rival in freed.rivals] == [
        ("withheld_classification", SECRET),
        ("withheld_until", "2026-07-22"),
    ]


def test_without_such_a_stamp_nothing_is_said_of_it():
    freed = release(marks(vrr(PART), band("2015-08-31")), None)
    assert (freed.withheld_classification, freed.withheld_reasons, freed.withheld_until) == (None, None, None)
    assert freed.release_authority is None


BANNER = Classification(UNCLASSIFIED, (), Role.BANNER)
SECRET_PAPER = Fact(SECRET)
COPIES = [
    # A band says it, whatever the original.
    ([band()], None, UNCLASSIFIED, False),
    ([band(level=CONFIDENTIAL), band(level=CONFIDENTIAL), band()], SECRET_PAPER, CONFIDENTIAL, False),
    # The record of an archive says it.
    ([Attributes((("Current Classification", "UNCLASSIFIED"),))], SECRET_PAPER, UNCLASSIFIED, False),
    ([Attributes((("Current Classification", "n/a"),)), Attributes(())], SECRET_PAPER, None, None),
    # Else the footers of a copy whose original was classified, with a doubt.
    ([vrr(PART), BANNER], SECRET_PAPER, UNCLASSIFIED, True),
    ([vrr(PART), BANNER], Fact(SENSITIVE_BUT_UNCLASSIFIED), None, None),
    ([vrr(PART), BANNER], None, None, None),
    ([BANNER], SECRET_PAPER, None, None),
    ([vrr(PART), Classification(UNCLASSIFIED, (), Role.MENTION)], SECRET_PAPER, None, None),
    ([vrr(PART), Classification(SECRET)], SECRET_PAPER, None, None),
    ([vrr(PART), ExemptionCode("B1")], SECRET_PAPER, None, None),
]


@pytest.mark.parametrize(("values", "original", "level", "doubtful"), COPIES)
def test_the_class_of_the_copy(values, original, level, doubtful):
    fact = release(marks(*values), original).release_classification
    assert (fact and fact.value, fact and fact.doubtful) == (level, doubtful)


BAND = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 08/31/2015"


def test_a_paper_as_it_was_released():
    made = record(f"RELEASE IN PART B1,1.4(D)\n\nCONFIDENTIAL\n\nThe talks.\n\n1.4(D)\nB1\n\n{BAND}")
    assert made.release_status.value is PART
    assert made.release_date.value == dt.date(2015, 8, 31)
    assert made.release_classification.value == UNCLASSIFIED
    assert made.exemptions.value == ("B1", "1.4(D)")


@pytest.mark.parametrize(
    "text",
    [
        "FOR IMMEDIATE RELEASE\n\nThe Department announced talks on the canal of Zembla in full.",
        "PRESS RELEASE\nThe talks were held in part.",
        "ROUTING AND RECORD SHEET\n( ) RELEASE IN FULL\n( ) RELEASE IN PART\n( ) SECRET ( ) CONFIDENTIAL",
        "SECSTATE WASHDC\nSIPDIS\n1. (C) XXXXXXXXXXXX said that the talks had failed.",
        "1. THE FILE WAS LATER DECLASSIFIED\nAND SENT TO THE COUNCIL.",
    ],
)
def test_papers_without_a_release_marking(text):
    made = record(text)
    assert made.release_status == Fact(Outcome.NONE)
    assert made.classification_change == Fact("none")
