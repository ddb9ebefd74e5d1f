"""Dates against the time lines of the orders: (record, what the rule says)."""

import pytest
from attrs import evolve

from redaudit import auditing, pipeline
from redaudit.model.document import Content
from redaudit.model.mark import (
    Attributes,
    AuthorityBlock,
    CableHeader,
    DatedAct,
    Identifier,
    OrderLine,
    PageCount,
    ReleaseStamp,
)
from redaudit.model.record import Fact, Rival
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.outcome import Outcome
from tests.support_rules import code, day, mark, problems, read, reclassified, record, severities, stamp


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
        ({"release_date": "2005-06-30"}, (DatedAct("headed", read("2006-03-14")),), ["medium"]),
        ({"release_date": "2005-06-30"}, (DatedAct("headed", read("2006-03-14"), damaged=True),), []),
        (
            {"release_date": "2005-06-30"},
            (DatedAct("headed", read("2006-03-14")), DatedAct("headed", read("2004-03-14"))),
            [],
        ),
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
        # The Bureau's line is an authority as well.
        (
            {"declassify_on": "2010-03-14", "exemptions": ("B1",)},
            (stamp(family="fbi-classified", date="2015-06-20", until="2038-06-20"),),
            [],
            ["info"],
        ),
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


@pytest.mark.parametrize(("released", "expected"), [("2007-05-30", ["medium"]), ("2007-06-01", ["high"])])
def test_25_years_from_the_decision_to_classify_weigh_less(released, expected):
    made = record(original_date="2006-10-20", release_date=released, withheld_until="2032-05-30")
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


@pytest.mark.parametrize(
    ("day_of_review", "expected"),
    [("2003-06-20", ["medium"]), ("2013-06-20", []), ("2019-06-20", [])],
)
def test_the_stamp_of_the_bureau_is_compared_with_the_document_alone(day_of_review, expected):
    reviewed = mark(ReleaseStamp("fbi-classified", None, read(day_of_review)))
    band = mark(ReleaseStamp("fbi", Outcome.UNSPECIFIED, read("2013-06-20")))
    made = record(reviewed, band, original_date="2007-05-03", release_date="2013-06-20")
    assert severities("reclass-outside-origin-and-release", made) == expected


@pytest.mark.parametrize(("entered", "expected"), [("20 MAR 1974", ["low"]), ("16 MAR 1974", []), ("n/a", [])])
def test_the_draft_date_of_the_archives_may_lie_some_days_later(entered, expected):
    block = mark(Attributes((("Draft Date", entered),)))
    assert severities("clearance-date-after-sent", record(mark(DatedAct("dtg", read("1974-03-14"))), block)) == expected


@pytest.mark.parametrize(
    ("time", "expected"),
    [("251131Z", ["low"]), ("170131Z", []), ("071131Z", []), ("061131Z", ["low"]), ("991131Z", [])],
)
def test_a_page_line_counts_where_it_is_more_than_a_week_off(time, expected):
    line = mark(PageCount(1, None, "ZEMBLA 412"), text=f"PAGE 01        ZEMBLA  00412  {time}")
    assert severities("dtg-vs-header", record(mark(DatedAct("dtg", read("2006-03-14"))), line)) == expected


def test_the_day_of_the_year_is_taken_over_the_new_year():
    made = record(mark(DatedAct("dtg", read("2006-12-31"))), mark(CableHeader(julian_day=1)))
    assert problems("dtg-vs-header", made) == []


def test_dates_for_a_review_and_events_do_not_lapse():
    line = mark(OrderLine("E.O. 12065", "RDS-1 3/14/00 (SAMPLE, ANN Q.) OR-M", read("2000-03-14")))
    made = record(line, original_date="1980-03-14", release_date="2015-06-30", exemptions=("B1", "1.4(D)"))
    for_review = evolve(made, declassify_on=Fact("2000-03-14", (line,)))
    opened = evolve(made, declassify_on=Fact("2000-03-14"))
    assert severities("declass-passed-yet-withheld", for_review) == []
    # A date of before 1982 may have been prolonged for its category.
    assert severities("declass-passed-yet-withheld", opened) == ["medium"]


def test_a_lapse_weighs_less_where_the_codes_are_damaged():
    facts = {"declassify_on": "2010-03-14", "original_date": "2000-03-14", "release_date": "2015-06-30"}
    assert severities("declass-passed-yet-withheld", record(code("B1"), exemptions=("B1",), **facts)) == ["high"]
    damaged = record(code("B1", damaged=True), exemptions=("B1",), **facts)
    assert severities("declass-passed-yet-withheld", damaged) == ["medium"]


LINES = ("withheld-beyond-25-years", "withheld-beyond-50-years", "withheld-beyond-75-years")


@pytest.mark.parametrize(
    ("origin", "released", "exemptions", "speaks"),
    [
        ("1979-03-14", "2015-06-30", ("B1",), {25: "high"}),
        ("1979-03-14", "2015-06-30", ("25X1",), {}),
        # Only the furthest line is told.
        ("1961-03-14", "2019-06-30", ("B1",), {50: "high"}),
        ("1961-03-14", "2019-06-30", ("25X1",), {50: "high"}),
        ("1961-03-14", "2019-06-30", ("3.3(b)(1)",), {50: "high"}),
        ("1961-03-14", "2019-06-30", ("50X1-HUM",), {}),
        ("1961-03-14", "2019-06-30", ("B1", "3.3(h)(2)"), {}),
        ("1968-09-03", "2018-12-31", ("B1",), {25: "high"}),
        ("1968-09-03", "2019-01-01", ("B1",), {50: "medium"}),
        # The line of 50 years was first kept at the end of 2013.
        ("1955-03-14", "2013-12-31", ("B1",), {25: "high"}),
        ("1955-03-14", "2013-12-31", ("25X1",), {}),
        ("1955-03-14", "2014-01-01", ("25X1",), {50: "high"}),
        ("1938-03-14", "2020-06-30", ("B1",), {75: "high"}),
        ("1943-05-03", "2020-06-30", ("50X1-HUM",), {75: "medium"}),
        ("1943-05-03", "2020-06-30", ("3.3(h)(2)",), {75: "medium"}),
        ("1943-05-03", "2020-06-30", ("3.3(h)(3)",), {}),
        ("1943-05-03", "2020-06-30", ("75X1",), {}),
        ("1943-05-03", "2018-12-31", ("B1",), {50: "high"}),
        ("1961-03-14", "2019-06-30", ("B6",), {}),
    ],
)
def test_one_line_speaks(origin, released, exemptions, speaks):
    made = record(original_date=origin, release_date=released, exemptions=exemptions)
    told = {int(rule.split("-")[2]): severity for rule in LINES for severity, _ in judged(rule, made)}
    assert told == speaks


def test_restricted_data_is_opened_by_no_line():
    made = record(original_date="1961-03-14", release_date="2019-06-30", exemptions=("B1",))
    atomic = evolve(made, original_captions=Fact(("RESTRICTED DATA", "NOFORN")))
    assert [judged(rule, atomic) for rule in LINES] == [[], [], []]


@pytest.mark.parametrize(
    "mark", [stamp(family="jfk", date="2019-06-30"), mark(Identifier("jfk-rif", "104-10000-10000"))], ids=str
)
def test_the_kennedy_collection_follows_an_act_of_its_own(mark):
    made = record(mark, original_date="1961-03-14", release_date="2019-06-30", exemptions=("B1",))
    assert [judged(rule, made) for rule in LINES] == [[], [], []]


@pytest.mark.parametrize(
    ("pages", "marks", "expected"),
    [
        ((Content.TEXT,), (code("B1"),), "high"),
        ((Content.TEXT, Content.SCAN), (code("B1"),), "medium"),
        ((Content.TEXT,), (code("B1", damaged=True),), "medium"),
        ((Content.TEXT,), (code("B1", damaged=True), code("B1")), "high"),
    ],
)
def test_a_line_weighs_less_where_a_code_may_have_been_missed_or_misread(pages, marks, expected):
    made = record(*marks, pages=pages, original_date="1979-03-14", release_date="2015-06-30", exemptions=("B1",))
    assert severities("withheld-beyond-25-years", made) == [expected]


@pytest.mark.parametrize(
    ("origin", "until", "instruction", "expected"),
    [
        ("2006-03-14", "2031-12-31", "DECL: 12/31/2031", []),
        ("2006-03-14", "2032-01-01", "DECL: 01/01/2032", ["medium"]),
        ("2006-03-14", "2046-03-14", "25X1, 03/14/2046", []),
        ("2003-09-21", "2036-03-14", "DECL: 03/14/2036", []),
        ("2006-03-14", "OADR", "DECL: OADR", []),
    ],
)
def test_declass_beyond_25_original(origin, until, instruction, expected):
    made = record(mark(OrderLine("E.O. 12958", instruction)), original_date=origin, declassify_on=until)
    assert [severity for severity, _ in judged("declass-beyond-25-original", made)] == expected


@pytest.mark.parametrize(
    ("origin", "until", "told"),
    [
        ("2006-03-14", "2016-03-14", True),
        ("2006-03-14", "2031-03-14", True),
        ("2006-03-14", "2016-03-13", False),
        ("1997-03-14", "2007-03-14", True),
        ("1997-03-14", "2022-03-14", False),
        ("1988-03-14", "1998-03-14", False),
        ("2004-02-29", "2014-02-28", True),
    ],
)
def test_declass_exactly_default(origin, until, told):
    made = record(original_date=origin, declassify_on=until)
    assert bool(judged("declass-exactly-default", made)) is told


def numbered(text, serial="864"):
    return mark(Identifier("message-reference", f"LINDAR {serial}"), text=text)


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Reference ID: 07LINDAR864", "2007-07-10", []),
        ("2007LINDAR00864", "2007-07-10", []),
        (
            "Reference ID: 06LINDAR864",
            "2007-07-10",
            [("medium", "the number 06LINDAR864 is of 2006, the document's date is 2007-07-10")],
        ),
        ("06LINDAR864", "2007-01-10", []),
        (
            "06LINDAR864",
            "2007-01-11",
            [("medium", "the number 06LINDAR864 is of 2006, the document's date is 2007-01-11")],
        ),
        ("07LINDAR864", "2006-12-31", []),
        # Another telegram's number, and one without a year.
        ("06LINDAR865", "2007-07-10", []),
        ("CONFIDENTIAL LINDAR 000864", "2007-07-10", []),
    ],
)
def test_mrn_year_vs_date(text, date, expected):
    made = record(numbered(text), mark(DatedAct("dtg", read(date))), original_date=date)
    made = evolve(made, message_reference=Fact("LINDAR 864"))
    assert problems("mrn-year-vs-date", made) == expected


def test_the_archives_number_is_compared_as_well():
    block = mark(Attributes((("Document Number", "1976LINDAR00864"),)))
    made = evolve(record(block, original_date="1974-03-14"), message_reference=Fact("LINDAR 864"))
    assert severities("mrn-year-vs-date", made) == ["medium"]


def test_a_file_with_several_telegrams_has_several_years():
    dates = (mark(DatedAct("dtg", read(day))) for day in ("2007-07-10", "2004-07-10"))
    made = record(numbered("05LINDAR864"), *dates, original_date="2007-07-10")
    assert severities("mrn-year-vs-date", evolve(made, message_reference=Fact("LINDAR 864"))) == []


@pytest.mark.parametrize(
    ("drafted", "expected"),
    [
        (DatedAct("drafted", read("2007-07-09")), []),
        (DatedAct("drafted", read("2007-07-11")), []),
        (
            DatedAct("drafted", read("2007-07-12")),
            [("low", "drafted on 2007-07-12, 2 days after the date-time group of 2007-07-10")],
        ),
        (
            DatedAct("drafted", read("2007-07-12"), damaged=True),
            [("info", "drafted on 2007-07-12, 2 days after the date-time group of 2007-07-10")],
        ),
        # A year of two digits is taken in the telegram's own century.
        (DatedAct("drafted", ReadDate(read("1907-07-09").date, short_year=True)), []),
        (DatedAct("headed", read("2007-07-20")), []),
    ],
)
def test_clearance_date_after_sent(drafted, expected):
    made = record(mark(DatedAct("dtg", read("2007-07-10"))), mark(drafted))
    assert problems("clearance-date-after-sent", made) == expected


def test_a_draft_is_not_compared_with_several_telegrams():
    dates = (mark(DatedAct("dtg", read(day))) for day in ("2007-07-10", "2007-07-11"))
    assert problems("clearance-date-after-sent", record(*dates, mark(DatedAct("drafted", read("2007-08-01"))))) == []


@pytest.mark.parametrize(
    ("stamps", "as_of", "expected"),
    [
        ((stamp(date="2027-06-30"),), "2027-06-30", []),
        (
            (stamp(date="2027-06-30"), stamp(date="2027-06-30", page=2)),
            "2027-06-29",
            [("high", "the release marking is dated 2027-06-30, after 2027-06-29, the day of this audit")],
        ),
        (
            (stamp(date="2027-06-30", damaged=True),),
            "2026-01-31",
            [("medium", "the release marking is dated 2027-06-30, after 2026-01-31, the day of this audit")],
        ),
        (
            (stamp(date="2021-06-30"), stamp(date="2021-06-30"), stamp(date="2027-06-30")),
            "2026-01-31",
            [("medium", "the release marking is dated 2027-06-30, after 2026-01-31, the day of this audit")],
        ),
        ((reclassified("2015-06-30", until="2031-03-14"),), "2026-01-31", []),
    ],
)
def test_stamp_date_future(stamps, as_of, expected):
    assert judged("stamp-date-future", record(*stamps), day(as_of)) == expected


def test_without_a_day_nothing_lies_in_the_future():
    assert judged("stamp-date-future", record(stamp(date="2099-06-30"))) == []


@pytest.mark.parametrize(
    ("origin", "released", "exemptions", "expected"),
    [
        ("1994-06-03", "2013-01-20", ("P5",), []),
        ("1994-06-03", "2013-01-21", ("P5",), ["medium"]),
        ("1994-06-03", "2015-06-12", ("P2", "P6"), ["medium"]),
        ("1994-06-03", "2015-06-12", ("P6",), ["low"]),
        ("1994-06-03", "2015-06-12", ("P6", "B6"), []),
        ("1994-06-03", "2015-06-12", ("P1", "B1"), []),
        ("1985-06-03", "2002-06-12", ("P5",), ["medium"]),
        ("1980-06-03", "2015-06-12", ("P5",), []),
        ("2010-06-03", "2025-06-12", ("P5",), []),
        ("2025-06-03", "2025-06-12", ("P5",), []),
    ],
)
def test_pra_expired(origin, released, exemptions, expected):
    made = record(*map(code, exemptions), original_date=origin, release_date=released, exemptions=exemptions)
    assert [severity for severity, _ in judged("pra-expired", made)] == expected


@pytest.mark.parametrize(("year", "told"), [("2013", False), ("2014", True), ("2012", False)])
def test_a_library_case_tells_the_first_year_of_the_review(year, told):
    case = mark(Identifier("library-case", f"{year}-0999-M"))
    made = record(code("P5"), case, original_date="1994-06-03", exemptions=("P5",))
    expected = (
        f"P5 withholds text in a review of {year} or later (case {year}-0999-M); the restrictions of 44 U.S.C. 2204(a) "
        "on the records of President Clinton ended on 2013-01-20"
    )
    assert problems("pra-expired", made) == ([("medium", expected)] if told else [])


def jfk(text, **says):
    return stamp(text, family="jfk", **says)


FORM = stamp("CURRENT STATUS : P", family="jfk-form", date="1995-03-07")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((jfk("Released under", date="2017-10-26"), code("6(1)(B)", page=2)), []),
        ((jfk("Released under", date="2018-04-26"), code("6(1)(B)", page=2)), ["low"]),
        ((jfk("Released under", date="2025-03-18"), code("6(1)(B)", page=2)), ["medium"]),
        ((jfk("Released under", date="2025-03-18"), code("6(3)", damaged=True)), ["low"]),
        ((jfk("2025 RELEASE UNDER THE PRESIDENT", page=2), code("6(4)")), ["medium"]),
        # The form of the 1990s, with a later band on another page.
        ((FORM, jfk("2025 RELEASE UNDER THE PRESIDENT", page=2), code("6(1)(B)")), ["low"]),
        ((FORM, code("6(1)(B)")), []),
        ((jfk("Released under", date="2025-03-18"), code("B6")), []),
        ((jfk("Released under"), code("6(1)(B)")), []),
    ],
)
def test_jfk_postponement_expired(marks, expected):
    assert [severity for severity, _ in judged("jfk-postponement-expired", record(*marks))] == expected


def test_a_band_of_a_year_is_told_as_a_year():
    made = record(jfk("2025 RELEASE UNDER THE PRESIDENT"), code("6(1)(B)"), code("6(1)(B)", page=2))
    assert problems("jfk-postponement-expired", made) == [
        (
            "medium",
            "postponed under section 6(1)(B) of the JFK Act in a release of 2025; all was due on 2017-10-26 unless the "
            "President certified otherwise, and the copy names no certification",
        )
    ]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (
            (reclassified("2015-06-30"), stamp(date="2016-06-29")),
            ["reviewed on 2015-06-30, released on 2016-06-29: 1.0 years between the two markings"],
        ),
        ((reclassified("2015-06-30"), stamp(date="2016-06-28")), []),
        # Of one kind, or damaged.
        ((stamp(date="2015-06-30"), stamp(date="2019-06-30")), []),
        ((reclassified("2010-06-30", damaged=True), stamp(date="2019-06-30")), []),
        (
            (mark(Attributes((("Review Date", "09 SEP 2002"),))), stamp(date="2005-06-30")),
            ["reviewed on 2002-09-09, released on 2005-06-30: 2.8 years between the two markings"],
        ),
        # The archives' entry is later than the stamp: no release.
        ((mark(Attributes((("Review Date", "09 SEP 2012"),))), stamp(date="2005-06-30")), []),
    ],
)
def test_release_date_gap(marks, expected):
    assert problems("release-date-gap", record(*marks)) == [("info", message) for message in expected]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (reclassified("2020-11-23", until="2030-11-23"), True),
        (reclassified("2020-11-23", until="2029-11-23"), False),
        (reclassified("2020-11-22", until="2030-11-22"), False),
        (reclassified("2020-11-23", until="2030-11-22"), False),
        (reclassified("1999-11-23", until="2009-11-23"), False),
    ],
)
def test_seed_signature_round_dates(line, told):
    assert bool(problems("seed-signature-round-dates", record(line, original_date="1999-11-23"))) is told


def test_dates_read_by_ocr_weigh_less_against_each_other():
    own = mark(DatedAct("dtg", read("2007-07-10")))
    header = mark(CableHeader(julian_day=222))
    assert severities("dtg-vs-header", record(own, header)) == ["medium"]
    assert severities("dtg-vs-header", record(own, evolve(header, doubtful=True))) == ["low"]
