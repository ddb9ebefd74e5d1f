"""The first page of a bound report: its rows, its filters, its totals, its script's entries, and what was not read."""

import datetime as dt
import io
import json
import re
import weakref

import pytest
from attrs import evolve

from redaudit.model.finding import Severity, Unreadable
from redaudit.model.part import Choices
from redaudit.model.record import Fact
from redaudit.reports.html import overview, paper
from redaudit.reports.html.entries import Entry, Raised, entry_of, overdue_step, share_step
from redaudit.reports.html.listing import Listing, common_folder
from redaudit.reports.html.places import name_of
from tests.support import BROKEN, STAMP, STORE, audited, plain
from tests.support_html import Parsed


def page(tmp_path, *outcomes):
    """The overview of some outcomes, parsed."""
    sink = io.StringIO()
    overview.write(iter(outcomes), sink, Choices(folder=tmp_path))
    return Parsed(sink.getvalue())


def moved(outcome, path):
    """The same document at another place."""
    return evolve(outcome, record=evolve(outcome.record, source=evolve(outcome.record.source, path=path)))


def elements(parsed, tag, **wanted):
    """The attributes of every element of a tag that has some."""
    wanted = {name.replace("_", "-"): value for name, value in wanted.items()}
    return [found for name, found in parsed.elements if name == tag and wanted.items() <= found.items()]


def options(parsed):
    """The choices of each filter, as they are written."""
    places = {}
    for name, found in parsed.elements:
        if name == "select":
            column = places.setdefault(found["data-filter"], [])
        elif name == "option" and found["value"]:
            column.append((found["value"], found["data-label"]))
    return places


def lines(parsed):
    return [line.strip() for line in parsed.text.splitlines() if line.strip()]


def test_an_entry_is_what_a_row_shows():
    entry = entry_of(audited(), "documents/cable.html")
    assert entry == Entry(
        path="papers/cable.txt",
        page="documents/cable.html",
        number="C00000001",
        reference="",
        subject="=TALKS, ON THE CANAL",
        agency="Department of State",
        original="SECRET",
        release="UNCLASSIFIED",
        withheld="",
        change="",
        status="part",
        released="2020-11-23",
        dated="1999-11-23",
        codes=("B1", "1.4(D)"),
        redactions=2,
        share=None,
        pages=2,
        overdue=11.0,
        findings=entry.findings,
        withheld_by=entry.withheld_by,
    )
    assert [(found.rule, found.severity.word, found.count) for found in entry.findings] == [
        ("text-under-redaction", "high", 1),
        ("no-release-marking", "medium", 2),
    ]
    assert entry.by_severity == (("high", 1), ("medium", 2))
    assert entry.grave == ("text-under-redaction", "no-release-marking")
    assert (entry.folder, entry.name) == ("papers/", "cable.txt")


def test_only_rules_of_high_and_medium_findings_are_named_in_a_row():
    raised = (Raised("a", Severity.HIGH, 1), Raised("b", Severity.MEDIUM, 1), Raised("a", Severity.MEDIUM, 2))
    entry = evolve(entry_of(audited(), "page.html"), findings=(*raised, Raised("c", Severity.LOW, 9)))
    assert entry.grave == ("a", "b")


def test_a_row_says_what_the_document_says(tmp_path):
    parsed = page(tmp_path, audited())
    place = f"documents/{name_of('papers/cable.txt', '0' * 64)}.html"
    assert elements(parsed, "a", href=place) == [{"href": place}]
    row = next(line for line in lines(parsed) if line.startswith("cable.txt"))
    assert row == (
        "cable.txt C00000001 Department of State =TALKS, ON THE CANALSECRETUNCLASSIFIEDin part2020-11-23"
        "11.01999-11-23B1 1.4(D) 21 high 2 medium text-under-redaction, no-release-marking2"
    )
    columns = [found["data-label"] for found in elements(parsed, "td", role="cell")]
    assert columns == [
        *("Original class", "Release class", "Class change", "Status", "Released", "Years overdue", "Dated", "Codes"),
        *("Redactions", "Withheld", "Findings", "Pages"),
    ]


def test_the_script_is_given_every_document_with_shared_words_as_numbers(tmp_path):
    (held,) = page(tmp_path, audited(), BROKEN, STORE, plain()).holdings()
    words = held.pop("words")
    cable, silent = held.pop("rows")
    place = f"documents/{name_of('papers/cable.txt', '0' * 64)}.html"
    assert cable == [
        *(words.index("papers/"), "cable.txt", place, "C00000001", "", "=TALKS, ON THE CANAL"),
        *(words.index(word) for word in ("Department of State", "SECRET", "UNCLASSIFIED", "", "", "part")),
        *("2020-11-23", "1999-11-23", [words.index("B1"), words.index("1.4(D)")], 2, None, 2, 11.0),
        [words.index("text-under-redaction"), 3, 1, words.index("no-release-marking"), 2, 2],
        *(words.index("-"), words.index("10-15")),
    ]
    assert silent[1:3] == ["plain.txt", f"documents/{name_of('plain.txt', '1' * 64)}.html"]
    assert [words[number] for number in silent[6:12]] == ["", "", "", "", "", "none"]
    assert silent[12:] == ["", "", [], 0, None, 1, None, [], words.index("0"), words.index("-")]
    assert held["severities"] == ["info", "low", "medium", "high"]
    assert held["statuses"] == ["full", "part", "denied", "unspecified", "none"]
    assert held["levels"][0] == "TOP SECRET"
    assert (held["silent"], held["overdueAtAll"], held["common"]) == ("-", "any", "")


def test_the_script_takes_an_entry_apart_in_the_order_in_which_it_is_written():
    script = paper.asset("corpus.js")
    names = re.search(r"const \[(folder,.*?)\] = row;", script, re.DOTALL)[1]
    listing = Listing()
    listing.add(entry_of(audited(), "cable.html"))
    assert len(re.split(r",\s*", names)) == len(json.loads(listing.lines[0]))


def test_a_hundred_rows_stand_in_the_page_and_all_in_its_entries(tmp_path):
    parsed = page(tmp_path, *(moved(plain(), f"box/{number}.txt") for number in range(130)))
    assert len(elements(parsed, "th", scope="row", role="rowheader")) == 100
    assert len(parsed.holdings()[0]["rows"]) == 130
    assert "Audit of 130 documents" in lines(parsed)


def test_no_document_is_kept(tmp_path):
    seen = []

    def outcomes():
        for number in range(3):
            outcome = moved(audited(), f"{number}.txt")
            assert [one() for one in seen[:-1]] == [None] * len(seen[:-1])
            seen.append(weakref.ref(outcome.record))
            yield outcome
            del outcome

    overview.write(outcomes(), io.StringIO(), Choices(folder=tmp_path))
    assert len(seen) == 3


def test_years_to_choose_stand_the_latest_first(tmp_path):
    years = (1999, 2021, 2008)
    released = [Fact(dt.date(year, 1, 2), (STAMP,)) for year in years]
    outcomes = [moved(evolve(audited(), record=evolve(audited().record, release_date=on)), str(on)) for on in released]
    assert [value for value, _ in options(page(tmp_path, *outcomes))["year"]] == ["2021", "2008", "1999"]


def test_the_filters_have_what_occurs_and_how_often(tmp_path):
    parsed = page(tmp_path, audited(), moved(audited(), "other.txt"), plain())
    assert options(parsed) == {
        "status": [("part", "in part"), ("none", "no release marking")],
        "change": [("-", "not stated")],
        "exemption": [("1.4(D)", "1.4(D)"), ("B1", "B1"), ("-", "none named")],
        "severity": [("high", "high"), ("medium", "medium"), ("-", "no findings")],
        "agency": [("Department of State", "Department of State"), ("-", "not stated")],
        "year": [("2020", "2020"), ("-", "not stated")],
    }
    written = lines(parsed)
    assert [line for line in ("in part (2)", "B1 (2)", "none named (1)", "2020 (2)") if line in written] == [
        *("in part (2)", "B1 (2)", "none named (1)", "2020 (2)")
    ]


def test_the_totals(tmp_path):
    half = evolve(audited(redacted_share=0.25), findings=())
    parsed = page(tmp_path, audited(), moved(half, "b.txt"), plain(), BROKEN, BROKEN, STORE)
    totals = [found["data-total"] for name, found in parsed.elements if "data-total" in found]
    assert totals == [
        *("documents", "pages", "redactions", "share", "measured", "status part", "status none"),
        *("high", "medium", "low", "info"),
    ]
    written = lines(parsed)
    for total in (
        *("Documents3", "Pages5", "Redactions4", "Withheld, on average25.0 %of 1 document with a measure"),
        *("Released2 in part1 no release marking", "Findings1 high2 medium0 low0 info"),
        "Not read2 unreadable1 skipped",
    ):
        assert total in written


def test_what_could_not_be_read_is_listed_with_its_reason(tmp_path):
    parsed = page(tmp_path, BROKEN, Unreadable("b<i>.pdf", "broken"), STORE)
    written = lines(parsed)
    for line in ("broken.pdf: encrypted", "b<i>.pdf: broken", "Unreadable: 2 documents", "Skipped: 1 file"):
        assert line in written
    assert ".DS_Store: a hidden file" in written
    assert "No document could be read." in written
    assert elements(parsed, "section", id="unreadable")
    assert elements(parsed, "section", id="skipped")


def test_where_all_could_be_read_it_says_so(tmp_path):
    written = lines(page(tmp_path, plain()))
    assert "Every document could be read." in written
    assert "No file was skipped." in written


@pytest.mark.parametrize(
    ("folders", "common"),
    [
        ([], ""),
        ([""], ""),
        (["box/"], "box/"),
        (["box/a/", "box/b/"], "box/"),
        (["box/a/", "box/a/b/"], "box/a/"),
        (["box/a/", ""], ""),
        (["box1/", "box2/"], ""),
        (["/x/a/", "/x/b/c/"], "/x/"),
        (["/x/a/", "/y/"], ""),
    ],
)
def test_the_folder_of_all_documents(folders, common):
    assert common_folder(folders) == common


def test_the_folder_of_all_documents_is_named_once(tmp_path):
    parsed = page(tmp_path, moved(plain(), "box/a/1.txt"), moved(plain(), "box/b/2.txt"))
    assert parsed.holdings()[0]["common"] == "box/"
    written = lines(parsed)
    assert "in box/" in written
    assert any(line.startswith("1.txt a/") for line in written)


HOSTILE = "</script><script>alert(1)</script>\u2028\u202e<!--&\ud800"


def test_words_of_documents_run_nothing_and_end_nothing(tmp_path):
    sink = io.StringIO()
    hostile = moved(audited(subject=Fact(HOSTILE), document_id=Fact(HOSTILE)), f"box/{HOSTILE}.txt")
    overview.write([hostile, Unreadable(HOSTILE, HOSTILE)], sink, Choices(folder=tmp_path))
    parsed = Parsed(sink.getvalue())
    assert parsed.wrong == []
    scripts = [found for name, found in parsed.elements if name == "script"]
    ours = [{"defer": None, "src": f"assets/{name}.js"} for name in ("corpus", "listing", "overview")]
    assert scripts == [*ours, {"type": "application/json", "id": "entries"}]
    assert parsed.scripts[1].isascii()
    assert not set("<>&") & set(parsed.scripts[1])
    (row,) = parsed.holdings()[0]["rows"]
    assert parsed.holdings()[0]["words"][row[0]] + row[1] == f"box/{HOSTILE}.txt"


def test_a_long_subject_is_cut():
    entry = entry_of(audited(subject=Fact("TALKS " * 60)), "cable.html")
    assert entry.subject == f"{'TALKS ' * 33}T…"
    assert len(entry.subject) == 200


@pytest.mark.parametrize(
    ("path", "folder", "name"),
    [("a/b/c.txt", "a/b/", "c.txt"), ("c.txt", "", "c.txt"), ("-", "", "-"), ("a/", "", "a/")],
)
def test_the_parts_of_a_path(path, folder, name):
    entry = entry_of(moved(plain(), path), "plain.html")
    assert (entry.folder, entry.name) == (folder, name)


@pytest.mark.parametrize(
    ("share", "redactions", "step"),
    [
        (None, 0, "0"),
        (None, 2, "-"),
        (0.0, 1, "0-10"),
        (0.0999, 1, "10-20"),
        (0.09, 1, "0-10"),
        (0.1, 1, "10-20"),
        (0.999, 1, "90-100"),
        (1.0, 1, "90-100"),
    ],
)
def test_the_step_of_a_share(share, redactions, step):
    entry = evolve(entry_of(plain(), ""), redactions=redactions, share=None if share is None else round(share * 1000))
    assert share_step(entry) == step


@pytest.mark.parametrize(
    ("years", "step"),
    [(None, "-"), (0.0, "0-5"), (4.9, "0-5"), (5.0, "5-10"), (49.9, "45-50"), (50.0, "50-"), (99.0, "50-")],
)
def test_the_step_of_years_overdue(years, step):
    assert overdue_step(evolve(entry_of(plain(), ""), overdue=years)) == step


@pytest.mark.parametrize(("thousandths", "words"), [(0, "0.0"), (7, "0.7"), (123, "12.3"), (1000, "100.0")])
def test_thousandths_as_percent(thousandths, words):
    assert overview.tenths(thousandths) == words


def test_a_share_is_drawn_as_long_as_it_is(tmp_path):
    parsed = page(tmp_path, audited(redacted_share=0.1234))
    drawn = [found for found in elements(parsed, "rect") if found.get("height") == "60"]
    assert drawn == [
        {"class": "all", "width": "1000", "height": "60"},
        {"class": "shown", "width": "123", "height": "60"},
    ]


def test_text_under_a_redaction_is_not_in_the_overview(tmp_path):
    sink = io.StringIO()
    overview.write([audited()], sink, Choices(folder=tmp_path))
    assert "the name" not in sink.getvalue()
    assert "small words" not in sink.getvalue()


def test_the_same_outcomes_give_the_same_bytes(tmp_path):
    texts = []
    for _ in range(2):
        sink = io.StringIO()
        overview.write([audited(), plain(), BROKEN, STORE], sink, Choices(folder=tmp_path))
        texts.append(sink.getvalue())
    assert texts[0] == texts[1]


def test_a_bar_says_what_it_filters_by(tmp_path):
    parsed = page(tmp_path, audited(), plain())
    bars = [(bar["data-column"], bar["data-value"], bar["href"], bar["aria-label"]) for bar in bars_of(parsed)]
    assert bars == [
        ("class", "SECRET>UNCLASSIFIED", "#from=SECRET&to=UNCLASSIFIED", "SECRET to UNCLASSIFIED: 1 document"),
        ("year", "2020", "#year=2020", "2020: 1 document"),
        ("overdue", "10-15", "#overdue=10-15", "10 to 15 years: 1 document"),
        ("exemption", "1.4(D)", "#exemption=1.4%28D%29", "1.4(D): 1 document"),
        ("exemption", "B1", "#exemption=B1", "B1: 1 document"),
        ("share", "0", "#share=0", "no redaction seen: 1 document"),
        (
            *("rule", "text-under-redaction", "#rule=text-under-redaction"),
            "text-under-redaction: 1 finding in 1 document",
        ),
        ("rule", "no-release-marking", "#rule=no-release-marking", "no-release-marking: 2 findings in 1 document"),
    ]
    reasons = [found["href"] for found in elements(parsed, "a") if found.get("class") == "why"]
    assert reasons == ["rules.html#text-under-redaction", "rules.html#no-release-marking"]


def bars_of(parsed):
    return [found for found in elements(parsed, "a") if found.get("class", "").split(" ")[0] == "bar"]
