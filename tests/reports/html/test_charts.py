"""The charts of the overview: what is counted, what a click asks for, and the lengths of the bars."""

import pytest

from redaudit.model.finding import Severity
from redaudit.reports.html.charts import charts
from redaudit.reports.html.entries import Entry, Raised
from redaudit.reports.html.plot import WIDTH, Part, labels_apart
from redaudit.reports.html.tallies import Tally
from redaudit.reports.html.withholding import Extent

EMPTY = Entry(
    path="plain.txt",
    page="documents/plain.html",
    number="",
    reference="",
    subject="",
    agency="",
    original="",
    release="",
    withheld="",
    change="none",
    status="none",
    released="",
    dated="",
    codes=(),
    redactions=0,
    share=None,
    pages=1,
    overdue=None,
    findings=(),
)


def entry(**changes):
    return Entry(**{**{name: getattr(EMPTY, name) for name in Entry.__annotations__}, **changes})


def chart(name, *entries):
    """One chart of some documents."""
    tally = Tally()
    for one in entries:
        tally.add(one)
    return next(made for stack in charts(tally) for made in stack if made.id == f"chart-{name}")


def told(parts):
    return [(part.name, part.target) for part in parts]


def bars(made):
    """The bars that count something: value, and x, y, width and height."""
    return {bar.part.value: bar.shape for bar in made.plot.bars if bar.part.count}


@pytest.mark.parametrize("name", ["levels", "years", "exemptions", "overdue", "rules"])
def test_what_no_document_states_has_no_axis(name):
    for made in (chart(name), chart(name, EMPTY, EMPTY)):
        assert made.plot is None
        assert made.parts == ()
        assert made.empty.startswith("No ")


def test_no_share_without_documents():
    assert chart("shares").plot is None
    assert chart("shares").empty == "No share could be measured."


def test_classes_from_the_gravest_down_and_those_not_stated_last():
    made = chart(
        "levels",
        entry(original="CONFIDENTIAL", release="UNCLASSIFIED"),
        *[entry(original="SECRET", release="UNCLASSIFIED")] * 4,
        entry(original="SECRET", release="CONFIDENTIAL"),
        entry(release="UNCLASSIFIED"),
        EMPTY,
    )
    assert told(made.parts) == [
        ("SECRET to CONFIDENTIAL: 1 document", "#from=SECRET&to=CONFIDENTIAL"),
        ("SECRET to UNCLASSIFIED: 4 documents", "#from=SECRET&to=UNCLASSIFIED"),
        ("CONFIDENTIAL to UNCLASSIFIED: 1 document", "#from=CONFIDENTIAL&to=UNCLASSIFIED"),
        ("not stated to UNCLASSIFIED: 1 document", "#from=-&to=UNCLASSIFIED"),
    ]
    assert told(made.remains) == [("neither stated: 1 document", "#from=-&to=-")]
    words = [(word.kind, word.text) for word in made.plot.words]
    assert words == [
        ("axis", "CONFIDENTIAL"),
        ("axis", "UNCLASSIFIED"),
        ("label", "SECRET"),
        ("label", "CONFIDENTIAL"),
        ("label", "not stated"),
    ]


def test_a_square_of_four_times_the_documents_has_four_times_the_area():
    made = chart("levels", *[entry(original="SECRET")] * 4, entry(original="CONFIDENTIAL"))
    assert made.plot.growth == "square"
    (_, _, wide, high), (_, _, narrow, low) = bars(made).values()
    assert (wide, high) == (30.0, 30.0)
    assert (narrow, low) == (15.0, 15.0)


def test_many_columns_are_headed_by_marks_and_stay_inside_the_plot():
    releases = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "LIMITED OFFICIAL USE", "UNCLASSIFIED", "")
    made = chart("levels", *(entry(original="TOP SECRET", release=release) for release in releases))
    assert [word.text for word in made.plot.words if word.kind == "axis"] == ["TS", "S", "C", "LOU", "U", "none"]
    assert max(bar.room[0] + bar.room[2] for bar in made.plot.bars) <= WIDTH + 0.1


def test_years_stand_side_by_side_and_a_year_without_a_release_leaves_its_room():
    made = chart(
        "years", entry(released="2012-01-31"), entry(released="2012-12-01"), entry(released="2015-06-30"), EMPTY
    )
    assert told(made.parts) == [("2012: 2 documents", "#year=2012"), ("2015: 1 document", "#year=2015")]
    assert told(made.remains) == [("no date of release stated: 1 document", "#year=-")]
    assert [word.text for word in made.plot.words] == ["2012", "2013", "2014", "2015"]
    assert made.plot.growth == "up"
    assert bars(made) == {"2012": (1.5, 18.0, 82.0, 105.0), "2015": (256.5, 70.5, 82.0, 52.5)}


def test_where_years_are_many_round_ones_are_written():
    made = chart("years", entry(released="1981-01-01"), entry(released="2024-01-01"))
    assert [word.text for word in made.plot.words] == [
        "1985",
        "1990",
        "1995",
        "2000",
        "2005",
        "2010",
        "2015",
        "2020",
    ]


@pytest.mark.parametrize(("count", "apart"), [(1, 1), (9, 1), (10, 2), (40, 5), (100, 11)])
def test_labels_of_an_axis_have_room(count, apart):
    assert labels_apart(count) == apart
    assert apart * WIDTH / count >= 30


def test_codes_by_the_documents_that_state_them():
    made = chart("exemptions", entry(codes=("B1", "1.4(D)")), entry(codes=("B6", "B1")), EMPTY)
    assert told(made.parts) == [
        ("B1: 2 documents", "#exemption=B1"),
        ("1.4(D): 1 document", "#exemption=1.4%28D%29"),
        ("B6: 1 document", "#exemption=B6"),
    ]
    assert told(made.remains) == [("no exemption named: 1 document", "#exemption=-")]
    assert bars(made) == {
        "B1": (92.0, 3.0, 186.0, 15.0),
        "1.4(D)": (92.0, 26.0, 93.0, 15.0),
        "B6": (92.0, 49.0, 93.0, 15.0),
    }


def amounts(made):
    """The further numbers of a chart's table, by its rows."""
    return [
        (part.label, part.documents, [(amount.text, amount.known) for amount in part.amounts])
        for part in (*made.parts, *made.further)
    ]


def test_codes_by_the_passages_they_withhold_and_how_much():
    made = chart(
        "exemptions",
        entry(codes=("B1", "B6"), withheld_by=(("B1", Extent(1, 3, 450, 2)), ("", Extent(1, 1)))),
        entry(codes=("B1",), withheld_by=(("B1", Extent(1, 1, 100, 1, 250_000, 1)), ("", Extent(1, 2, 0, 0, 900, 2)))),
        entry(withheld_by=(("B9", Extent(1, 1_500, 123_400, 1_500)),)),
    )
    assert made.heads == ("Exemption", "Documents", "Passages", "Lines", "Pages")
    assert amounts(made) == [
        ("B1", 2, [("4", ""), ("5.5", "in 3"), ("0.25", "in 1")]),
        ("B6", 1, [("0", ""), ("", ""), ("", "")]),
        ("B9", 1, [("1,500", ""), ("1,234", ""), ("", "")]),
        ("no code beside it", 2, [("3", ""), ("", ""), ("under 0.01", "in 2")]),
    ]
    assert [part.target for part in made.further] == ["", ""]
    assert "each counted under every code beside it" in made.note


def test_a_chart_of_documents_alone_has_no_further_numbers():
    made = chart("years", entry(released="2012-01-31"))
    assert (made.parts[0].amounts, made.note, made.further) == ((), "", ())


def test_a_long_tail_is_listed_and_not_drawn():
    made = chart("exemptions", entry(codes=tuple(f"B{number:02}" for number in range(18))))
    assert len(made.plot.bars) == 15
    assert len(made.parts) == 18
    assert made.undrawn == 3


def test_one_document_among_thousands_is_seen():
    tally = Tally()
    tally.columns["exemption"].update({"B6": 20_000, "B1": 1})
    made = next(made for stack in charts(tally) for made in stack if made.id == "chart-exemptions")
    assert bars(made)["B1"][2] == 1.5
    assert made.parts[0].name == "B6: 20,000 documents"


def test_shares_in_steps_of_ten_percent():
    shares = (0, 99, 100, 999, 1000)
    made = chart("shares", *(entry(share=share, redactions=1) for share in shares), EMPTY, entry(redactions=3))
    assert told(made.parts) == [
        ("no redaction seen: 1 document", "#share=0"),
        ("0 to 10 percent: 2 documents", "#share=0-10"),
        ("10 to 20 percent: 1 document", "#share=10-20"),
        ("90 to 100 percent: 2 documents", "#share=90-100"),
    ]
    assert told(made.remains) == [("redacted, with no size stated: 1 document", "#share=-")]
    assert [word.text for word in made.plot.words] == ["none", "20", "40", "60", "80", "100", "percent"]


def test_years_overdue_in_steps_of_five_and_how_many_there_are():
    made = chart("overdue", *(entry(overdue=years) for years in (0.1, 4.9, 5.0, 50.0, 72.3)), EMPTY)
    assert told(made.parts) == [
        ("0 to 5 years: 2 documents", "#overdue=0-5"),
        ("5 to 10 years: 1 document", "#overdue=5-10"),
        ("50 years or more: 2 documents", "#overdue=50-"),
    ]
    assert told(made.remains) == [
        ("all that were overdue: 5 documents", "#overdue=any"),
        ("no such day stated, or released before it: 1 document", "#overdue=-"),
    ]


def test_the_axis_of_years_overdue_ends_where_the_bars_end():
    made = chart("overdue", entry(overdue=2.0))
    assert [(word.text, word.x, word.anchor) for word in made.plot.words] == [
        ("0", 0.0, "start"),
        ("5", 85.0, "middle"),
        ("10", 170.0, "middle"),
        ("15", 255.0, "middle"),
        ("20", 340.0, "end"),
        ("years", 340.0, "end"),
    ]


def test_rules_the_gravest_first_then_by_findings():
    made = chart(
        "rules",
        entry(findings=(Raised("hidden-text", Severity.HIGH, 1), Raised("banner-unstruck", Severity.INFO, 7))),
        entry(findings=(Raised("page-gap", Severity.INFO, 2), Raised("hidden-text", Severity.LOW, 4))),
        EMPTY,
    )
    assert told(made.parts) == [
        ("hidden-text: 5 findings in 2 documents", "#rule=hidden-text"),
        ("banner-unstruck: 7 findings in 1 document", "#rule=banner-unstruck"),
        ("page-gap: 2 findings in 1 document", "#rule=page-gap"),
    ]
    assert [(part.tone, part.count, part.documents, part.more) for part in made.parts] == [
        ("high", 5, 2, "rules.html#hidden-text"),
        ("info", 7, 1, "rules.html#banner-unstruck"),
        ("info", 2, 1, "rules.html#page-gap"),
    ]
    assert [word.text for word in made.plot.words if word.kind == "head"] == ["high", "info"]
    assert told(made.remains) == [("without a finding: 1 document", "#severity=-")]


def test_bars_lie_inside_the_plot_with_room_for_their_numbers():
    codes = tuple(f"B7({letter})" for letter in "ABCDEF")
    found = tuple(Raised(f"rule-{number}", Severity(number % 4), 10**number) for number in range(5))
    entries = [entry(original="SECRET", released="2001-01-01", codes=codes, share=10, overdue=3.0, findings=found)]
    for name in ("levels", "years", "exemptions", "shares", "overdue", "rules"):
        plot = chart(name, *entries).plot
        for bar in plot.bars:
            x, y, width, height = bar.shape
            assert 0 <= x <= x + width <= WIDTH, (name, bar)
            assert 0 <= y <= y + height <= plot.height + 0.1, (name, bar)
            assert bar.number is None or 0 <= bar.number[0] <= WIDTH - (25 if plot.growth == "right" else 0)


def test_a_part_says_what_it_counts():
    made = chart("years", entry(released="2012-01-31"))
    assert made.parts == (Part("2012", "year", "2012", 1, "2012: 1 document", "#year=2012", 1),)
