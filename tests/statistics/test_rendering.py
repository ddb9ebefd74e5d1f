"""Statistics as a table, CSV and JSON: exact bytes, whatever the terminal is wide."""

import csv
import io
import json

import pytest

from redaudit.errors import UsageError
from redaudit.statistics import DIMENSIONS, FORMATS, of_store, render
from redaudit.statistics.figures import COLUMNS
from redaudit.statistics.table import SHOWN
from redaudit.version import __version__
from tests.support_statistics import listed, make, random_rows, sample

EVERY = tuple(dimension.id for dimension in DIMENSIONS)
TABLE = """\
By what became of a document: full, part, denied, unspecified, none (no release
marking):

status         documents  withheld     years to release  overdue  years overdue
-------------  ---------  --------  -------------------  -------  -------------
part                   2    37.5 %  15.2 (12.8 to 17.6)   1 of 2            5.9
none                   1
all documents          3    37.5 %  15.2 (12.8 to 17.6)   1 of 2            5.9

By the year of a document's release:

year           documents  withheld     years to release  overdue  years overdue
-------------  ---------  --------  -------------------  -------  -------------
1995                   1    25.0 %  20.0 (20.0 to 20.0)   1 of 1            5.9
2000                   1    50.0 %  10.4 (10.4 to 10.4)   0 of 1
not stated             1
all documents          3    37.5 %  15.2 (12.8 to 17.6)   1 of 2            5.9

withheld: share of a document, on average; years: median, and the quartiles
between which half of them lie; overdue: of those with a day for
declassification and a date of release. CSV and JSON hold more figures.

3 documents in 4 files; 1 unreadable, 1 skipped, 2 gone
"""
CSV = (
    "dimension,group,documents,files,pages,documents_redacted,redactions,deleted_pages,lines_withheld,pages_withheld,"
    "withheld_share_stated,withheld_share,withheld_share_by_pages,release_years_stated,years_to_release,"
    "years_to_release_lower,years_to_release_upper,overdue_judged,overdue,years_overdue,findings_high,findings_medium,"
    "documents_doubtful\n"
    "total,,3,4,11,2,3,3,3.5,0.35,2,0.375,0.45,2,15.2,12.8,17.6,2,1,5.9,1,2,1\n"
    "exemption,B1,2,3,10,2,2,3,2.5,0.35,2,0.375,0.45,2,15.2,12.8,17.6,2,1,5.9,1,1,1\n"
    "exemption,1.4(D),1,1,2,1,1,0,2.5,0.1,1,0.25,0.25,1,20,20,20,1,1,5.9,1,1,1\n"
    "exemption,not stated,1,1,1,0,1,0,1,,0,,,0,,,,0,0,,0,1,0\n"
    "severity,high,1,1,2,1,2,0,3.5,0.1,1,0.25,0.25,1,20,20,20,1,1,5.9,1,1,1\n"
    "severity,medium,1,1,1,0,0,0,,,0,,,0,,,,0,0,,0,1,0\n"
    "severity,no finding,1,2,8,1,1,3,,0.25,1,0.5,0.5,1,10.4,10.4,10.4,1,0,,0,0,0\n"
)


@pytest.fixture
def store(tmp_path):
    return sample(tmp_path / "audit.db")


def rendered(statistics, name, width=None):
    sink = io.StringIO(newline="")
    render(statistics, name, sink, width)
    return sink.getvalue()


def test_a_table_for_a_terminal(store):
    assert rendered(of_store(store, ("status", "year")), "table") == TABLE


def test_a_tidy_table_as_csv(store):
    assert rendered(of_store(store, ("exemption", "severity")), "csv") == CSV


def test_json_is_typed_and_nested_by_dimension(store):
    statistics = of_store(store, ("year", "agency"))
    whole = json.loads(rendered(statistics, "json"))
    assert list(whole) == ["redaudit", "total", "by", "unreadable", "skipped", "gone"]
    assert whole["redaudit"] == __version__
    assert (whole["unreadable"], whole["skipped"], whole["gone"]) == (1, 1, 2)
    assert whole["total"] == statistics.total.values()
    assert {name: [group["group"] for group in groups] for name, groups in whole["by"].items()} == {
        "year": [1995, 2000, None],
        "agency": ["Department of State", None],
    }
    last = whole["by"]["year"][-1]
    assert list(last) == ["group", *(column.name for column in COLUMNS)]
    assert (last["documents"], last["withheld_share"], last["release_years_stated"]) == (1, None, 0)


def test_no_format_is_called_so(store):
    with pytest.raises(UsageError) as error:
        rendered(of_store(store), "jsn")
    assert str(error.value) == "no format is called 'jsn'; did you mean json?"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_store_gives_the_same_bytes(tmp_path, name):
    store = make(tmp_path / "audit.db", *random_rows(2, 90))
    once, again = (rendered(of_store(store, EVERY), name) for _ in range(2))
    assert once == again
    assert once.endswith("\n")
    assert "\r" not in once


@pytest.mark.parametrize("width", [40, 60, 79, 80, 81, 100, 132, 200, 400])
def test_a_table_is_no_wider_than_the_terminal(tmp_path, width):
    store = make(tmp_path / "audit.db", *random_rows(3, 120))
    table = rendered(of_store(store, EVERY), "table", width)
    assert max(map(len, table.splitlines())) <= width


def test_a_wider_terminal_shows_more_columns_and_the_widest_all(store):
    statistics = of_store(store, ("status",))
    shown = [_heads(rendered(statistics, "table", width)) for width in (10, 40, 80, 400)]
    assert shown[0] == ["status", "documents"]
    assert shown[1] == ["status", "documents", "withheld"]
    assert shown[2] == ["status", "documents", "withheld", "years to release", "overdue", "years overdue"]
    assert shown[3] == ["status", *(column.head for column in SHOWN)]


def _heads(table):
    """The heads of the only table, parted by two blanks."""
    (line,) = (line for line in table.splitlines() if line.startswith("status"))
    return [head.strip() for head in line.split("  ") if head.strip()]


def test_a_column_without_any_figure_gives_way_to_others(tmp_path):
    store = make(tmp_path / "audit.db", [{"id": 1, "release_status": "none"}, {"id": 2, "release_status": "full"}])
    heads = ["status", "documents", "passages", "pages", "high", "medium", "redacted", "files"]
    assert _heads(rendered(of_store(store, ("status",)), "table", 80)) == heads


def test_a_long_name_is_wrapped_and_none_steers_the_terminal(tmp_path):
    rows = [
        {"id": 1, "agency": "Interagency Security Classification Appeals Panel"},
        {"id": 2, "agency": "Zembla\x1b[2J\nArchives"},
    ]
    table = rendered(of_store(make(tmp_path / "audit.db", rows), ("agency",)), "table", 40)
    lines = [line.rstrip() for line in table.splitlines()]
    assert lines[5:8] == [
        "Interagency Security".ljust(28) + "1".rjust(2 + 9),
        "Classification Appeals Panel",
        "Zembla\N{REPLACEMENT CHARACTER}[2J Archives".ljust(28) + "1".rjust(2 + 9),
    ]


def test_a_name_that_a_spreadsheet_would_run_is_made_inert_in_csv_alone(tmp_path):
    rows = [
        {"id": 1, "agency": "=SUM(A1)", "exemptions": listed(["-B1"]), "years_to_release": -3.5},
        {"id": 2, "agency": "@Zembla\x00", "exemptions": listed(["+B3"])},
    ]
    statistics = of_store(make(tmp_path / "audit.db", rows), ("agency", "exemption"))
    table = list(csv.DictReader(io.StringIO(rendered(statistics, "csv"))))
    assert [(row["group"], row["years_to_release"]) for row in table] == [
        ("", "-3.5"),
        ("'=SUM(A1)", "-3.5"),
        ("'@Zembla\N{REPLACEMENT CHARACTER}", ""),
        ("'+B3", ""),
        ("'-B1", "-3.5"),
    ]
    whole = json.loads(rendered(statistics, "json"))
    assert [group["group"] for group in whole["by"]["agency"]] == ["=SUM(A1)", "@Zembla\x00"]


def test_one_document_in_one_file_is_said_so(tmp_path):
    table = rendered(of_store(make(tmp_path / "audit.db", [{"id": 1}])), "table")
    assert table.splitlines()[-1] == "1 document in 1 file; 0 unreadable, 0 skipped, 0 gone"
