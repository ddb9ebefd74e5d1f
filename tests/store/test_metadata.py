"""What Datasette is told names every column there is; every ready query gives the rows it should, in plain SQLite."""

import json
import re
import sqlite3

import pytest

from redaudit.model.record import FACTS
from redaudit.store.metadata import described
from redaudit.store.queries import READY, ready
from redaudit.store.schema import TABLES
from redaudit.store.views import VIEWS
from tests.support_ready import ROWS, WORDS
from tests.support_stored import fill

QUERIES = {query.name: query for query in ready()}
# How a link begins.
LINKS = ("documents/", "documents?", "findings?", "unreadable?")
# Names of what SQLite keeps for itself.
INNER = ("sqlite_", "documents_fts", "marks_fts", "findings_fts", "unreadable_fts")


@pytest.fixture
def store():
    connection = sqlite3.connect(":memory:")
    fill(connection)
    yield connection
    connection.close()


def told(database="audit"):
    return json.loads(described(database))["databases"][database]


def asked(store, name, **parameters):
    query = QUERIES[name]
    blank = dict.fromkeys(parameter for parameter, _ in query.parameters)
    return store.execute(query.sql, {**blank, **WORDS.get(name, {}), **parameters}).fetchall()


def firsts(rows):
    """The first column of each row, after the link."""
    return [next(cell for cell in row if not str(cell).startswith(LINKS)) for row in rows]


def test_every_column_of_every_table_and_view_is_told_and_nothing_else(store):
    names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    shown = {name for name in names if not name.startswith(INNER)}
    there = {
        name: [column[1] for column in store.execute(f"PRAGMA table_info({name})")]
        for name in shown
        if name != "ledger"
    }
    assert {name: list(table["columns"]) for name, table in told()["tables"].items() if name != "ledger"} == there
    assert told()["tables"]["ledger"] == {"hidden": True}


def test_what_is_told_is_what_the_schema_says():
    for table in (*TABLES, *VIEWS):
        told_of = told()["tables"][table.name]
        assert told_of["description"] == table.meaning
        assert told_of["columns"] == {column.name: column.meaning for column in table.columns}


def test_every_facet_sort_and_label_is_a_column():
    for table in (told()["tables"][table.name] for table in TABLES):
        facets = [next(iter(facet.values())) if isinstance(facet, dict) else facet for facet in table.get("facets", [])]
        named = [*facets, *(table[key] for key in ("sort", "sort_desc", "label_column") if key in table)]
        assert set(named) <= set(table["columns"])


def test_lists_are_counted_by_their_members_and_dates_by_day():
    facets = told()["tables"]["documents"]["facets"]
    assert [facet["array"] for facet in facets if "array" in facet] == [
        *("exemptions", "original_captions", "findings", "statutes")
    ]
    assert [facet["date"] for facet in facets if "date" in facet] == ["release_date", "original_date"]


def test_the_same_store_gives_the_same_bytes():
    assert described("audit") == described("audit")
    assert described("audit").endswith("}\n")


def test_each_file_of_sql_is_offered_once():
    assert list(told()["queries"]) == list(READY) == list(ROWS)


@pytest.mark.parametrize("query", ready(), ids=lambda query: query.name)
def test_the_parameters_of_a_query_are_those_of_its_sql_and_each_is_explained(query):
    told_of = told()["queries"][query.name]
    assert told_of["params"] == [name for name, _ in query.parameters]
    for name, meaning in query.parameters:
        assert f":{name}" in query.sql
        assert f"{name}: {meaning}" in told_of["description"]


@pytest.mark.parametrize("name", READY)
def test_a_ready_query_gives_its_rows(store, name):
    columns, rows = ROWS[name]
    cursor = store.execute(QUERIES[name].sql, {**dict.fromkeys(dict(QUERIES[name].parameters)), **WORDS.get(name, {})})
    assert [column[0] for column in cursor.description] == columns
    assert [list(row) for row in cursor] == rows


@pytest.mark.parametrize("name", READY)
def test_a_blank_parameter_asks_for_what_an_unbound_one_does(store, name):
    blank = dict.fromkeys(dict(QUERIES[name].parameters), "")
    assert asked(store, name, **{**blank, **WORDS.get(name, {})}) == asked(store, name)


def test_a_parameter_narrows_what_is_asked(store):
    assert firsts(asked(store, "findings_by_rule", severity="low")) == ["date-order"]
    assert firsts(asked(store, "findings_by_rule", agency="central")) == ["uncoded-denial"]
    assert firsts(asked(store, "worst_documents", agency="Intelligence")) == ["box2/denied.pdf"]
    assert firsts(asked(store, "readable_under_redactions", kind="mask")) == []
    assert firsts(asked(store, "withheld_without_code", status="part")) == []
    assert firsts(asked(store, "oldest_withheld", status="denied")) == ["1955-07-01"]
    assert firsts(asked(store, "years_to_release", agency="State")) == ["Department of State"]
    assert firsts(asked(store, "changes_between_releases", document_id="C2")) == []
    assert firsts(asked(store, "doubtful_values", column="subject")) == ["subject", "subject"]
    assert firsts(asked(store, "unreadable_by_reason", state="skipped")) == ["skipped"]


@pytest.mark.parametrize("kept", ["redactions = 1", "deleted_pages = 1", "withheld_classification = 'SECRET'"])
def test_what_is_withheld_without_a_release_marking_is_withheld(store, kept):
    assert firsts(asked(store, "oldest_withheld", status="full")) == []
    store.execute(f"UPDATE documents SET {kept} WHERE path = 'box3/late.pdf'")
    assert firsts(asked(store, "oldest_withheld", status="full")) == ["1958-06-01"]


def test_the_middle_of_an_even_number_of_years_lies_between_two(store):
    store.execute("DELETE FROM documents WHERE path = 'box2/copy of first.pdf'")
    assert asked(store, "years_to_release", agency="State") == [
        ("Department of State", "1960s", 2, 35.0, 35.0, 30.0, 40.0)
    ]


def test_words_are_searched_as_they_are_typed_without_a_language_of_their_own(store):
    assert [row[2] for row in asked(store, "search", words="port  zembla")] == []
    assert [row[2] for row in asked(store, "search", words="B-00000000007")] == ["box2/overdue.pdf"]
    assert [row[2] for row in asked(store, "search", words='hides "99')] == []
    assert [row[2] for row in asked(store, "search", words="zembla AND (")] == []
    assert [row[2] for row in asked(store, "search", words=" zembla grain ")] == ["box2/denied.pdf"]
    assert asked(store, "search", words="") == asked(store, "search", words='"') == []


def test_every_value_that_can_be_in_doubt_is_shown():
    assert [name for name in FACTS if f"WHEN '{name}' THEN d.{name}\n" not in QUERIES["doubtful_values"].sql] == []


@pytest.mark.parametrize(
    ("database", "address"),
    [("audit", "/audit/"), ("my audit", "/my+audit/"), ("o'neill.1", "/o~27neill~2E1/"), ("bücher", "/b~C3~BCcher/")],
)
def test_a_link_leads_into_the_database_by_its_name(store, database, address):
    sql = told(database)["queries"]["pages_withheld"]["sql"]
    site = {"agency": "", "_header_host": "localhost:8001"}
    plain = store.execute(sql, {**site, "_header_x_forwarded_proto": ""}).fetchall()
    assert [row[0] for row in plain] == [f"http://localhost:8001{address}documents/{number}" for number in (4, 6)]
    forwarded = store.execute(sql, {**site, "_header_x_forwarded_proto": "https"}).fetchone()
    assert forwarded[0] == f"https://localhost:8001{address}documents/4"


def test_a_view_shows_the_rows_with_their_path_first_and_those_of_gone_files_too(store):
    cursor = store.execute("SELECT * FROM finding_rows ORDER BY document, rule")
    assert [column[0] for column in cursor.description] == [
        *("path", "document_id", "page", "line", "rule", "severity", "message", "fingerprint", "document", "gone")
    ]
    rows = cursor.fetchall()
    assert len(rows) == 6
    assert rows[-1][:2] + rows[-1][-2:] == ("box2/gone.pdf", "C00000009", 5, 1)
    assert store.execute("SELECT path, exemptions, gone FROM redaction_rows WHERE document = 2").fetchall() == [
        ("box1/second.pdf", '["B1", "1.4(D)"]', 0)
    ]
    assert store.execute("SELECT path, text FROM mark_rows WHERE detector = 'statute'").fetchall() == [
        ("box2/overdue.pdf", "CIA PERS/ORG")
    ]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_the_rows_of_a_view_are_counted_without_looking_up_a_document(store, view):
    plan = " ".join(str(row) for row in store.execute(f"EXPLAIN QUERY PLAN SELECT count(*) FROM {view.name}"))
    assert "documents" not in plan


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("findings_by_rule", "findings_rule"),
        ("worst_documents", "findings_severity"),
        ("readable_under_redactions", "redactions_concealed"),
        ("oldest_withheld", "documents_original_date"),
        ("overdue_by_agency", "documents_overdue"),
        ("pages_withheld", "documents_deleted_pages"),
        ("gone_files", "documents_gone"),
        ("copies", "documents_sha256"),
        ("several_releases", "documents_document_id"),
    ],
)
def test_a_ready_query_goes_by_its_index(store, name, index):
    """A store of a million documents is not read from end to end where an index leads to the rows."""
    blank = dict.fromkeys(dict(QUERIES[name].parameters))
    plan = [row[3] for row in store.execute(f"EXPLAIN QUERY PLAN {QUERIES[name].sql}", blank)]
    assert [step for step in plan if re.search(rf"INDEX {index}\b", step)] != []
