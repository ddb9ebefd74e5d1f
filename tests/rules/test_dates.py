"""Dates against the time lines of the orders: (record, what the rule says)."""

import pytest

from redaudit import auditing, pipeline
from redaudit.model.mark import AuthorityBlock, CableHeader, DatedAct, OrderLine
from redaudit.model.record import Rival
from tests.support_rules import mark, problems, read, reclassified, record, severities, stamp


def judged(rule, made, as_of=None):
    """What the engine makes of a rule, which rests outside the days for which it holds: severity and message."""
    part = next(part for part in pipeline.rules() if part.id == rule)
    return [(found.severity.word, found.message) for found in auditing.judged(made, (part,), as_of)]


SECRET_1979 = {"original_date": "1979-03-14", "release_date": "2015-06-30", "exemptions": ("B1", "1.4(D)")}


def test_a_date_before_the_document_is_told_with_both_days():
    made = record(original_date="2006-03-14", declassify_on="2003-03-14")
    assert problems("declass-before-creation", made) == [
        ("high", "to be declassified on 2003-03-14, before its own date 2006-03-14")
    ]


@pytest.mark.parametrize(
    ("until", "doubtful", "expected"),
    [
        ("2006-03-14", (), []),
        ("2016-03-14", (), []),
        ("OADR", (), []),
        ("UPON CLOSURE OF THE TALKS", (), []),
        ("2005-12-31", (), ["high"]),
        ("2005-12-31", ("original_date",), ["medium"]),
        ("2005-12-31", ("declassify_on",), ["medium"]),
    ],
)
def test_declass_before_creation(until, doubtful, expected):
    made = record(original_date="2006-03-14", declassify_on=until, doubtful=doubtful)
    assert severities("declass-before-creation", made) == expected


def test_a_rival_reading_of_a_date_lowers_the_severity():
    made = record(
        original_date="2006-03-14",
        declassify_on="2003-03-14",
        rivals=(Rival("original_date", "2002-03-14", ()),),
    )
    assert severities("declass-before-creation", made) == ["medium"]


@pytest.mark.parametrize(
    ("facts", "marks", "expected"),
    [
        ({"original_date": "2006-03-14", "release_date": "2005-06-30"}, (), ["high"]),
        ({"original_date": "2006-03-14", "release_date": "2006-03-14"}, (), []),
        ({"release_date": "2005-06-30"}, (DatedAct("dtg", read("2006-03-14")),), ["high"]),
        ({"release_date": "2005-06-30"}, (DatedAct("sent", read("2006-03-14"), damaged=True),), ["medium"]),
        ({"release_date": "2005-06-30"}, (DatedAct("headed", read("2006-03-14")),), []),
        # An older message lower in the file, so the later date is not the only one.
        (
            {"release_date": "2005-06-30"},
            (DatedAct("sent", read("2006-03-14")), DatedAct("sent", read("2004-01-01"))),
            [],
        ),
    ],
)
def test_release_before_creation(facts, marks, expected):
    assert severities("release-before-creation", record(*map(mark, marks), **facts)) == expected


@pytest.mark.parametrize(
    ("line", "band", "expected"),
    [
        ("2015-06-30", "2015-06-30", []),
        ("2015-07-31", "2015-06-30", []),
        ("2015-08-01", "2015-06-30", [("high", "classified on 2015-08-01, after the release of 2015-06-30")]),
        (
            "2009-05-15",
            "2015-06-30",
            [("high", "classified on 2009-05-15, before the document's own date 2009-05-16")],
        ),
    ],
)
def test_reclass_outside_origin_and_release(line, band, expected):
    made = record(stamp(date=band), reclassified(line), original_date="2009-05-16", release_date=band)
    assert problems("reclass-outside-origin-and-release", made) == expected


@pytest.mark.parametrize(
    ("facts", "marks", "passed", "lapsed"),
    [
        ({"declassify_on": "2010-03-14", "exemptions": ("B1", "1.4(D)")}, (), ["high"], []),
        ({"declassify_on": "2010-03-14", "exemptions": ("B1", "1.4(D)")}, (reclassified(),), [], ["info"]),
        ({"declassify_on": "2010-03-14", "exemptions": ("B1", "25X6")}, (), [], ["info"]),
        ({"declassify_on": "2010-03-14", "exemptions": ("B6",)}, (), [], []),
        ({"declassify_on": "2016-03-14", "exemptions": ("B1", "1.4(D)")}, (), [], []),
        ({"declassify_on": "OADR", "exemptions": ("B1",)}, (), [], []),
        ({"declassify_on": "2010-03-14"}, (), [], []),
    ],
)
def test_a_lapsed_date_is_told_by_one_rule_or_the_other(facts, marks, passed, lapsed):
    made = record(*marks, original_date="2000-03-14", release_date="2015-06-30", **facts)
    assert severities("declass-passed-yet-withheld", made) == passed
    assert severities("declass-date-lapsed-before-review", made) == lapsed


def test_the_lapse_is_told_in_years():
    made = record(
        reclassified("2020-11-23"),
        original_date="1999-11-23",
        release_date="2020-11-23",
        declassify_on="2009-11-19",
        exemptions=("B1",),
    )
    assert problems("declass-date-lapsed-before-review", made) == [
        (
            "info",
            "the originator's date 2009-11-19 had passed 11.0 years before the review of 2020-11-23, which withholds "
            "on its own authority",
        )
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (SECRET_1979, ["high"]),
        # 31 December of the 25th year: the line itself, the day after, and the five years of lawful delays.
        ({**SECRET_1979, "original_date": "1990-01-01", "release_date": "2015-12-31"}, []),
        ({**SECRET_1979, "original_date": "1990-01-01", "release_date": "2016-01-01"}, ["medium"]),
        ({**SECRET_1979, "original_date": "1990-01-01", "release_date": "2020-12-31"}, ["medium"]),
        ({**SECRET_1979, "original_date": "1990-01-01", "release_date": "2021-01-01"}, ["high"]),
        # The first line of all was 31 December 2006.
        ({**SECRET_1979, "original_date": "1955-01-01", "release_date": "2006-12-31"}, []),
        ({**SECRET_1979, "exemptions": ("B1", "25X1")}, []),
        ({**SECRET_1979, "exemptions": ("3.3(b)(6)",)}, []),
        ({**SECRET_1979, "exemptions": ("50X1-HUM",)}, []),
        ({**SECRET_1979, "exemptions": ("B5", "B6")}, []),
        ({"original_date": "1979-03-14", "release_date": "2015-06-30"}, []),
    ],
)
def test_withheld_beyond_25_years(facts, expected):
    assert severities("withheld-beyond-25-years", record(**facts)) == expected


def test_the_25_year_finding_says_what_was_not_found():
    assert problems("withheld-beyond-25-years", record(**SECRET_1979)) == [
        (
            "high",
            "no 25-year exemption code found for text withheld under B1, 1.4(D) past 2004-12-31 (released 2015-06-30)",
        )
    ]


@pytest.mark.parametrize(
    ("until", "exemptions", "expected"),
    [
        ("2024-12-31", ("B1",), []),
        ("2025-01-01", ("B1",), ["high"]),
        ("2030-11-23", ("B1", "25X6"), []),
    ],
)
def test_new_declass_date_beyond_25(until, exemptions, expected):
    made = record(original_date="1999-11-23", withheld_until=until, exemptions=exemptions)
    assert severities("new-declass-date-beyond-25", made) == expected


@pytest.mark.parametrize(
    ("origin", "until", "acts", "expected"),
    [
        ("1997-10-28", "2007-10-31", (), 3),
        ("1997-10-28", "2007-10-31", (("dtg", "1997-10-29"),), 2),
        # A date of another time in the file is not the document's own.
        ("1997-10-28", "2007-10-31", (("dtg", "1999-10-29"),), 3),
        ("1997-10-28", "2007-10-28", (), None),
        ("1997-10-28", "X6", (), None),
        ("1995-10-13", "2020-01-01", (), None),
        ("2003-09-22", "2028-01-01", (), None),
        ("1996-02-29", "2006-02-28", (), None),
    ],
)
def test_declass_beyond_10_without_x(origin, until, acts, expected):
    made = record(*(mark(DatedAct(act, read(date))) for act, date in acts), original_date=origin, declassify_on=until)
    found = judged("declass-beyond-10-without-x", made)
    assert [message.split(", ")[1].split()[0] for _, message in found] == ([] if expected is None else [str(expected)])
    assert {severity for severity, _ in found} <= {"low"}


def test_an_exemption_beside_the_date_is_an_exemption():
    facts = {"original_date": "1995-11-22", "declassify_on": "2015-11-22"}
    assert severities("declass-beyond-10-without-x", record(**facts)) == ["low"]
    assert (
        severities("declass-beyond-10-without-x", record(mark(AuthorityBlock(declassify_on="11/22/15 (X4)")), **facts))
        == []
    )
    assert (
        severities("declass-beyond-10-without-x", record(mark(OrderLine("E.O. 12958", "11/22/15 X4")), **facts)) == []
    )


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((CableHeader(julian_day=191),), []),
        ((CableHeader(julian_day=193),), []),
        (
            (CableHeader(julian_day=194),),
            [("medium", "the date-time group says 2007-07-10, the format line (day 194) 2007-07-13: 3 days apart")],
        ),
        ((DatedAct("transmitted", read("2007-07-12")),), []),
        (
            (DatedAct("transmitted", read("2007-07-20")),),
            [("medium", "the date-time group says 2007-07-10, the routing line 2007-07-20: 10 days apart")],
        ),
        (
            (DatedAct("printed", read("2009-07-10")),),
            [("low", "the date-time group says 2007-07-10, the printed header 2009-07-10: 731 days apart")],
        ),
        ((DatedAct("printed", read("2009-07-10"), damaged=True),), []),
        ((DatedAct("drafted", read("2007-01-01")),), []),
        # Two telegrams in one file differ by right.
        ((CableHeader(julian_day=191), CableHeader(julian_day=230)), []),
        ((DatedAct("dtg", read("2007-07-20")), CableHeader(julian_day=1)), []),
    ],
)
def test_dtg_vs_header(others, expected):
    made = record(mark(DatedAct("dtg", read("2007-07-10"))), *map(mark, others))
    assert problems("dtg-vs-header", made) == expected


def test_the_day_of_the_year_is_taken_over_the_new_year():
    made = record(mark(DatedAct("dtg", read("2006-12-31"))), mark(CableHeader(julian_day=1)))
    assert problems("dtg-vs-header", made) == []
