"""A store in Datasette, over HTTP: a real server, asked for each table, facet, search and ready query."""

import contextlib
import json
import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request

import pytest

from redaudit.store.metadata import described
from redaudit.store.queries import READY
from redaudit.store.schema import TABLES
from redaudit.store.views import VIEWS
from tests.support_datasette import page, served
from tests.support_ready import ROWS, WORDS
from tests.support_stored import CIA, STATE, made

pytest.importorskip("datasette")

ROW_COUNTS = {
    "versions": 1,
    "documents": 8,
    "redactions": 8,
    "marks": 4,
    "findings": 6,
    "unreadable": 4,
    "redaction_rows": 8,
    "mark_rows": 4,
    "finding_rows": 6,
}
# Gone files are among the rows of a table, and so among its counts.
FACETS = {
    "documents": {
        "agency": {CIA: 4, STATE: 3},
        "release_status": {"part": 4, "denied": 2, "full": 1, "none": 1},
        "original_classification": {"SECRET": 4, "CONFIDENTIAL": 2, "TOP SECRET": 1},
        "classification_change": {"declassified": 4, "downgraded": 1},
        "worst": {"high": 3, "medium": 1},
        "exemptions": {"B1": 3, "B6": 2, "1.4(D)": 1, "B3": 1, "B5": 1},
        "original_captions": {"NODIS": 3},
        "findings": {"text-under-redaction": 3, "date-order": 2, "uncoded-denial": 1},
        "statutes": {"CIA PERS/ORG": 1, "INA 222(f)": 1},
        "release_date": {
            "2005-07-01": 1,
            "2002-01-01": 1,
            "2001-03-01": 1,
            "1999-06-01": 1,
            "1999-01-01": 1,
            "1991-03-01": 2,
        },
        "original_date": {
            "1961-03-01": 3,
            "1958-06-01": 1,
            "1955-07-01": 1,
            "1952-01-01": 1,
            "1950-01-01": 1,
        },
    },
    "redactions": {
        "kind": {"box": 4, "placeholder": 3, "page": 1},
        "exemptions": {"B1": 5, "B6": 2, "1.4(D)": 1, "B3": 1, "B5": 1},
        "statutes": {"CIA PERS/ORG": 1},
    },
    "marks": {
        "detector": {"caption": 1, "classification": 1, "exemption-code": 1, "statute": 1},
        "ink": {"plain": 3, "struck": 1},
    },
    "findings": {
        "severity": {"high": 3, "low": 2, "medium": 1},
        "rule": {"text-under-redaction": 3, "date-order": 2, "uncoded-denial": 1},
    },
    "unreadable": {
        "state": {"unreadable": 3, "skipped": 1},
        "reason": {"it is encrypted": 3, "no document: a font": 1},
        "gone": {0: 3, 1: 1},
    },
}


def asked(address, **parameters):
    return json.loads(page(f"{address}?{urllib.parse.urlencode(parameters)}"))


@pytest.fixture(scope="module", params=["mutable", "immutable"])
def site(request, tmp_path_factory):
    store = made(tmp_path_factory.mktemp(request.param) / "audit.db")
    with served(store, *(["--immutable"] if request.param == "immutable" else []), store) as address:
        yield address


def test_the_first_page_names_the_store_and_hides_what_is_the_machines_own(site):
    (database,) = asked(f"{site}/.json").values()
    assert database["name"] == "audit"
    tables = {table["name"]: table["hidden"] for table in asked(f"{site}/audit.json")["tables"]}
    assert [name for name, hidden in tables.items() if not hidden] == sorted(table.name for table in TABLES)
    assert tables["ledger"]
    first = page(site)
    assert "redaudit: released documents" in first
    assert "Data source: The documents named in the table documents" in first


def test_the_ready_queries_are_listed_by_their_titles_in_order(site):
    queries = asked(f"{site}/audit.json")["queries"]
    assert [query["name"] for query in queries] == list(READY)
    assert queries[0]["title"] == "Findings by rule and severity"


@pytest.mark.parametrize("name", [*(table.name for table in TABLES), *(view.name for view in VIEWS)])
def test_a_table_gives_its_rows_and_the_meaning_of_its_columns(site, name):
    told = json.loads(described("audit"))["databases"]["audit"]["tables"][name]
    answer = asked(f"{site}/audit/{name}.json", _shape="objects")
    assert len(answer["rows"]) == answer["filtered_table_rows_count"] == ROW_COUNTS[name]
    assert list(answer["rows"][0]) == list(told["columns"])
    shown = page(f"{site}/audit/{name}")
    assert [column for column in told["columns"] if f"<dt>{column}</dt><dd>" not in shown] == []
    assert told["description"] in shown


@pytest.mark.parametrize("name", FACETS)
def test_a_table_is_counted_by_its_facets(site, name):
    answer = asked(f"{site}/audit/{name}.json")
    counted = {
        facet: {result["value"]: result["count"] for result in found["results"]}
        for facet, found in answer["facet_results"].items()
    }
    assert counted == FACETS[name]


def test_files_stand_in_the_order_of_their_paths(site):
    for table in ("documents", "unreadable"):
        paths = [row["path"] for row in asked(f"{site}/audit/{table}.json", _shape="array")]
        assert len(paths) == ROW_COUNTS[table]
        assert paths == sorted(paths)


@pytest.mark.parametrize("name", READY)
def test_a_ready_query_answers_with_its_rows(site, name):
    columns, rows = ROWS[name]
    answer = asked(f"{site}/audit/{name}.json", **WORDS.get(name, {}))
    assert answer["columns"] == columns
    assert answer["rows"] == [whole(site, columns, row) for row in rows]


def whole(site, columns, row):
    """A row as Datasette gives it: its link is an address."""
    return [
        f"{site}/audit/{cell}" if column == "link" and cell else cell for column, cell in zip(columns, row, strict=True)
    ]


@pytest.mark.parametrize("name", [name for name in READY if "link" in ROWS[name][0]])
def test_every_link_of_a_ready_query_can_be_followed(site, name):
    shown = page(f"{site}/audit/{name}?{urllib.parse.urlencode(WORDS.get(name, {}))}")
    for link in filter(None, (row[0] for row in ROWS[name][1])):
        address = f"{site}/audit/{link}"
        assert f'<a href="{address.replace("&", "&amp;")}">' in shown
        assert "Error" not in re.search("<title>(.*?)</title>", page(address), re.DOTALL)[1]


@pytest.mark.parametrize(
    ("name", "counted"),
    [("withheld_by_exemption", "documents"), ("statutes_cited", "documents"), ("copies", "paths")],
)
def test_a_link_lists_as_many_documents_as_its_row_says(site, name, counted):
    for row in asked(f"{site}/audit/{name}.json", _shape="array"):
        if row["link"]:
            place, _, filters = row["link"].partition("?")
            assert (
                asked(f"{place}.json", **dict(urllib.parse.parse_qsl(filters)))["filtered_table_rows_count"]
                == (row[counted])
            )


def test_a_parameter_is_asked_in_the_page_and_narrows_the_rows(site):
    assert 'name="severity"' in page(f"{site}/audit/findings_by_rule")
    rows = asked(f"{site}/audit/findings_by_rule.json", _shape="array", severity="low")
    assert [row["rule"] for row in rows] == ["date-order"]


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("documents", "grain", ["box2/denied.pdf"]),
        ("documents", "C00000009", ["box2/gone.pdf"]),
        ("unreadable", "encrypted", ["box1/locked too.pdf", "box1/locked.pdf", "box1/lost.pdf"]),
    ],
)
def test_a_table_of_files_is_searched(site, table, words, found):
    rows = asked(f"{site}/audit/{table}.json", _search=words, _shape="array")
    assert [row["path"] for row in rows] == found


def test_marks_and_findings_are_searched_and_name_their_document(site):
    (mark,) = asked(f"{site}/audit/marks.json", _search="canal", _shape="array", _labels="on")
    assert (mark["text"], mark["document"]) == ("CANAL PAPERS", {"value": 7, "label": "box3/late.pdf"})
    found = asked(f"{site}/audit/findings.json", _search="99 characters", _shape="array", _labels="on")
    assert [row["document"]["label"] for row in found] == ["box2/gone.pdf"]


def test_the_page_of_a_document_leads_to_what_belongs_to_it(site):
    answer = asked(f"{site}/audit/documents/1.json", _extras="foreign_key_tables", _shape="objects")
    assert answer["rows"][0]["path"] == "box1/first.pdf"
    belongings = {table["other_table"]: (table["count"], table["link"]) for table in answer["foreign_key_tables"]}
    assert belongings == {
        "findings": (2, "/audit/findings?document=1"),
        "marks": (2, "/audit/marks?document=1"),
        "redactions": (2, "/audit/redactions?document=1"),
    }
    assert len(asked(f"{site}/audit/redactions.json", document=1)["rows"]) == 2
    assert '<a href="/audit/versions/1">0.1.0</a>' in page(f"{site}/audit/documents?id=1")


def test_a_store_of_another_name_is_served_and_linked(tmp_path):
    store = made(tmp_path / "my audit, 1.2.db")
    with served(store, store) as address:
        (row,) = asked(f"{address}/my+audit~2C+1~2E2/copies.json", _shape="array")
        assert row["link"] == f"{address}/my+audit~2C+1~2E2/documents?gone=0&sha256=aa"
        assert asked(f"{address}/my+audit~2C+1~2E2/documents.json", sha256="aa")["filtered_table_rows_count"] == 3
        assert "2 rows" in page(row["link"])


def test_a_store_is_served_while_a_run_is_writing_it(tmp_path):
    store = made(tmp_path / "audit.db")
    with contextlib.closing(sqlite3.connect(store, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        with served(store, store) as address:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("DELETE FROM findings WHERE severity = 'high'")
            assert asked(f"{address}/audit/findings.json")["filtered_table_rows_count"] == 6
            assert len(asked(f"{address}/audit/findings_by_rule.json")["rows"]) == 3
            writer.execute("COMMIT")
            assert asked(f"{address}/audit/findings.json")["filtered_table_rows_count"] == 3
            assert len(asked(f"{address}/audit/findings_by_rule.json")["rows"]) == 2


def test_the_store_cannot_be_changed_through_datasette(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        page(f"{site}/audit.json?sql=delete+from+documents")
    assert refused.value.code == 400
    refused.value.close()
