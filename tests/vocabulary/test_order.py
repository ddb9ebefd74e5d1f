"""The orders by date, their reasons, forms and time lines."""

import datetime as dt

import pytest

from redaudit.vocabulary.order import (
    ORDERS,
    automatic_line,
    category,
    citable,
    claims_classification,
    for_review,
    form_of,
    names_category,
    order_in_force,
    order_named,
    outlasts,
    outlasts_25_years,
    reason_parts,
    years_after,
)


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "number"),
    [
        ("1940-03-21", None),
        ("1945-06-01", "8381"),
        ("1952-01-01", "10290"),
        ("1953-12-14", "10290"),
        ("1953-12-15", "10501"),
        ("1972-05-31", "10501"),
        ("1972-06-01", "11652"),
        ("1978-12-01", "12065"),
        ("1982-08-01", "12356"),
        ("1995-10-13", "12356"),
        ("1995-10-14", "12958"),
        ("2003-06-01", "12958"),
        ("2010-06-26", "12958"),
        ("2010-06-27", "13526"),
        ("2026-01-01", "13526"),
    ],
)
def test_one_order_is_in_force_on_a_day(date, number):
    order = order_in_force(day(date))
    assert (order.number if order else None) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("E.O. 12958, as amended", "E.O. 12958"),
        ("EO 13526", "E.O. 13526"),
        ("PER E.O.13292", "E.O. 13292"),
        ("E.O. 12598", None),
        ("NND 947021", None),
        ("", None),
    ],
)
def test_orders_are_named(text, name):
    order = order_named(text)
    assert (order.name if order else None) == name


def test_each_order_ends_after_it_starts_and_names_its_source():
    assert all(order.signed <= order.start and (order.end is None or order.start < order.end) for order in ORDERS)
    assert all(order.source for order in ORDERS)


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("E.O. 13526", "2009-12-28", False),
        ("E.O. 13526", "2009-12-29", True),
        ("E.O. 12958", "2010-12-31", True),
        ("E.O. 12958", "2011-01-01", False),
        ("E.O. 12356", "1995-12-12", True),
        ("E.O. 12356", "1995-12-13", False),
    ],
)
def test_a_change_of_orders_lets_some_weeks_pass(text, date, expected):
    assert citable(order_named(text), day(date)) is expected


@pytest.mark.parametrize(
    ("reason", "parts", "letter"),
    [
        ("1.5(D)", ("1.5", "d"), "d"),
        ("1.4(H)", ("1.4", "h"), "h"),
        ("1.3(a)(5)", ("1.3", "5"), "d"),
        ("1.3(a)(3)", ("1.3", "3"), "b"),
        ("1.3(a)(8)", ("1.3", "8"), "c"),
        ("1.3(a)(2)", ("1.3", "2"), "g"),
        ("1.3(a)(10)", ("1.3", "10"), None),
        ("B1", None, None),
    ],
)
def test_reasons_of_all_orders_are_mapped_to_the_letters_of_section_1_4(reason, parts, letter):
    found = reason_parts(reason)
    assert (found and (found[0].section, found[1])) == parts
    assert category(reason) == letter


@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        ("OADR", "OADR"),
        ("Originating Agency's Determination Required", "OADR"),
        ("X6", "X1 to X8"),
        ("1.6X1", "X1 to X8"),
        ("25X1", "25X"),
        ("25X1-human", "25X1-human"),
        ("50X1-HUM", "50X or 75X"),
        ("75X2", "50X or 75X"),
        ("XGDS-2", "GDS, ADS or XGDS"),
        ("exempt from general declassification schedule", "GDS, ADS or XGDS"),
        ("RDS-1 4/15/00", "RDS or XDS"),
        ("GROUP 1", "GROUP 1 to 4"),
        ("MR", "MR"),
        ("2016-03-14", None),
        ("N/A", None),
        ("FIVE YEARS AFTER CLOSURE", None),
        ("AFTER THE MRS LEAVES", None),
    ],
)
def test_forms_of_declassification_instructions(instruction, name):
    form = form_of(instruction)
    assert (form.name if form else None) == name


@pytest.mark.parametrize(
    ("origin", "years", "line"),
    [("1999-11-23", 25, "2024-12-31"), ("1990-01-01", 25, "2015-12-31"), ("1975-12-31", 50, "2025-12-31")],
)
def test_a_record_opens_by_itself_on_the_last_day_of_the_year(origin, years, line):
    assert automatic_line(day(origin), years) == day(line)


def test_ten_years_after_a_leap_day_end_on_the_last_of_february():
    assert years_after(day("1996-02-29"), 10) == day("2006-02-28")
    assert years_after(day("1996-02-29"), 8) == day("2004-02-29")


@pytest.mark.parametrize(
    ("code", "classified", "beyond", "names"),
    [
        ("B1", True, False, False),
        ("1.4(D)", True, False, True),
        ("1.3(a)(5)", True, False, True),
        ("25X6", True, True, True),
        ("3.3(b)(6)", True, True, True),
        ("3.3(h)(2)", True, True, True),
        ("50X1-HUM", True, True, True),
        ("P1", True, False, False),
        ("K1", True, False, False),
        ("B5", False, False, False),
        ("B6", False, False, False),
        ("3.5(c)", False, False, False),
        ("P5", False, False, False),
        ("STAT", False, False, False),
    ],
)
def test_what_a_code_claims(code, classified, beyond, names):
    assert (claims_classification(code), outlasts_25_years(code), names_category(code)) == (classified, beyond, names)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("B1", 0),
        ("1.4(C)", 0),
        ("3.5(c)", 0),
        ("25X1", 25),
        ("25X1A", 25),
        ("3.3(b)(1)", 25),
        ("50X1-HUM", 50),
        ("50X6", 50),
        ("3.3(h)(1)", 50),
        ("3.3(h)(2)", 50),
        ("3.3(h)(3)", 75),
        ("75X2", 75),
    ],
)
def test_an_exemption_reaches_as_far_as_the_next_line(code, line):
    assert [years for years in (25, 50, 75) if outlasts(code, years)] == [
        years for years in (25, 50, 75) if years <= line
    ]


@pytest.mark.parametrize(
    ("instruction", "review"),
    [
        ("RDS-1 4/15/00 (SAMPLE, ANN Q.) OR-M", True),
        ("REVIEW ON 4/15/00", True),
        ("GDS 4/15/85 (SAMPLE, ANN Q.) OR-M", False),
        ("XDS-1 4/15/00", False),
        ("DECL: 04/15/2010", False),
    ],
)
def test_a_date_may_be_that_of_a_review(instruction, review):
    assert for_review(instruction) is review
