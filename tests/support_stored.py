"""A small store, made up row by row: eight documents, what was found in them, and three files that are none."""

import json
import sqlite3

from redaudit.store import schema, views

STATE, CIA = "Department of State", "Central Intelligence Agency"

# What every document has, where it says nothing else.
_PLAIN = {
    **{column.name: "[]" for column in schema.DOCUMENTS.columns if column.kind is schema.Kind.LIST},
    "pages": 1,
    "release_status": "none",
    "redactions": 0,
    "redacted_share": 0.0,
    "version": 1,
    "gone": 0,
    "media_type": "application/pdf",
    "size": 1000,
    "exemptions": None,
    "statutes": None,
    "original_captions": None,
}
_DOCUMENTS = (
    {
        "path": "box1/first.pdf",
        "document_id": "C00000001",
        "subject": "TALKS ON THE CANAL",
        "pages": 2,
        "original_classification": "SECRET",
        "original_date": "1961-03-01",
        "original_captions": ["NODIS"],
        "release_status": "part",
        "release_classification": "UNCLASSIFIED",
        "release_date": "1991-03-01",
        "withheld_until": "2030-01-01",
        "exemptions": ["B1", "B6"],
        "redactions": 2,
        "redacted_share": 0.25,
        "classification_change": "declassified",
        "years_to_release": 30.0,
        "doubtful": ["subject", "original_date"],
        "findings": ["text-under-redaction", "date-order"],
        "worst": "high",
        "agency": STATE,
        "sha256": "aa",
    },
    {
        "path": "box1/second.pdf",
        "document_id": "C00000001",
        "subject": "TALKS ON THE CANAL",
        "pages": 2,
        "original_classification": "SECRET",
        "original_date": "1961-03-01",
        "original_captions": ["NODIS"],
        "release_status": "part",
        "release_classification": "UNCLASSIFIED",
        "release_date": "2001-03-01",
        "exemptions": ["B1", "1.4(D)"],
        "redactions": 1,
        "redacted_share": 0.1,
        "years_to_release": 40.0,
        "classification_change": "declassified",
        "agency": STATE,
        "sha256": "bb",
    },
    {
        "path": "box2/copy of first.pdf",
        "document_id": "C00000001",
        "subject": "TALKS ON THE CANAL",
        "pages": 2,
        "original_classification": "SECRET",
        "original_date": "1961-03-01",
        "original_captions": ["NODIS"],
        "release_status": "part",
        "release_classification": "UNCLASSIFIED",
        "release_date": "1991-03-01",
        "withheld_until": "2030-01-01",
        "exemptions": ["B1", "B6"],
        "redactions": 2,
        "redacted_share": 0.25,
        "classification_change": "declassified",
        "years_to_release": 30.0,
        "doubtful": ["subject", "original_date"],
        "findings": ["text-under-redaction", "date-order"],
        "worst": "high",
        "agency": STATE,
        "sha256": "aa",
    },
    {
        "path": "box2/denied.pdf",
        "subject": "GRAIN FOR ZEMBLA",
        "original_classification": "TOP SECRET",
        "original_date": "1955-07-01",
        "release_status": "denied",
        "release_date": "2005-07-01",
        "deleted_pages": 4,
        "withheld_classification": "SECRET",
        "withheld_until": "2045-07-01",
        "redactions": 1,
        "redacted_share": 1.0,
        "classification_change": "downgraded",
        "years_to_release": 50.0,
        "agency": CIA,
        "sha256": "cc",
        "findings": ["uncoded-denial"],
        "worst": "medium",
    },
    {
        "path": "box2/gone.pdf",
        "document_id": "C00000009",
        "subject": "THE CANAL ONCE MORE",
        "gone": 1,
        "original_classification": "SECRET",
        "original_date": "1950-01-01",
        "release_status": "denied",
        "release_date": "1999-01-01",
        "deleted_pages": 9,
        "redactions": 1,
        "years_overdue": 12.0,
        "years_to_release": 49.0,
        "exemptions": ["B5"],
        "statutes": ["INA 222(f)"],
        "doubtful": ["document_id"],
        "findings": ["text-under-redaction"],
        "worst": "high",
        "agency": CIA,
        "sha256": "aa",
    },
    {
        "path": "box2/overdue.pdf",
        "document_id": "B-00000000007",
        "subject": "HARBOR OF PORT ASTREL",
        "pages": 3,
        "original_classification": "CONFIDENTIAL",
        "original_date": "1952-01-01",
        "declassify_on": "1995-01-01",
        "release_status": "part",
        "release_date": "2002-01-01",
        "exemptions": ["B3"],
        "statutes": ["CIA PERS/ORG"],
        "redactions": 1,
        "redacted_share": 0.05,
        "deleted_pages": 1,
        "years_to_release": 50.0,
        "years_overdue": 7.0,
        "agency": CIA,
        "sha256": "dd",
    },
    {
        "path": "box3/late.pdf",
        "original_classification": "CONFIDENTIAL",
        "original_date": "1958-06-01",
        "declassify_on": "1990-01-01",
        "release_status": "full",
        "release_date": "1999-06-01",
        "agency": CIA,
        "classification_change": "declassified",
        "years_to_release": 41.0,
        "years_overdue": 9.4,
        "sha256": "ee",
    },
    {"path": "box3/plain.txt", "subject": "LUNCH", "media_type": "text/plain", "sha256": "ff"},
)
# Each by the path of its document's first letters after the box; the keys are made below.
_REDACTIONS = {
    1: (
        {"page": 1, "kind": "box", "exemptions": ["B1"], "lines_estimated": 3.0, "concealed": 12, "x0": 72.0},
        {"page": 2, "line": 4, "kind": "placeholder", "exemptions": ["B1", "B6"], "lines_estimated": 0.5},
    ),
    2: ({"page": 1, "kind": "box", "exemptions": ["B1", "1.4(D)"], "lines_estimated": 2.0},),
    3: (
        {"page": 1, "kind": "box", "exemptions": ["B1"], "lines_estimated": 3.0, "concealed": 12, "x0": 72.0},
        {"page": 2, "line": 4, "kind": "placeholder", "exemptions": ["B1", "B6"], "lines_estimated": 0.5},
    ),
    4: ({"page": 1, "kind": "page", "exemptions": []},),
    5: ({"page": 1, "kind": "box", "exemptions": ["B5"], "lines_estimated": 9.0, "concealed": 99},),
    6: (
        {
            "page": 3,
            "kind": "placeholder",
            "exemptions": ["B3"],
            "statutes": ["CIA PERS/ORG"],
            "quantity": 2.0,
            "unit": "page",
        },
    ),
}
_MARKS = {
    1: (
        {
            "page": 1,
            "line": 1,
            "detector": "classification",
            "value": "level=SECRET",
            "ink": "struck",
            "text": "SECRET",
        },
        {"page": 1, "line": 9, "detector": "exemption-code", "value": "B1", "ink": "plain", "text": "B1"},
    ),
    6: (
        {"page": 3, "line": 2, "detector": "statute", "value": "CIA PERS/ORG", "ink": "plain", "text": "CIA PERS/ORG"},
    ),
    7: ({"page": 1, "line": 5, "detector": "caption", "value": "CANAL", "ink": "plain", "text": "CANAL PAPERS"},),
}
_FINDINGS = {
    1: (
        {"page": 1, "rule": "text-under-redaction", "severity": "high", "message": "a box hides 12 characters"},
        {"page": 1, "rule": "date-order", "severity": "low", "message": "the dates of the canal talks are in disorder"},
    ),
    3: (
        {"page": 1, "rule": "text-under-redaction", "severity": "high", "message": "a box hides 12 characters"},
        {"page": 1, "rule": "date-order", "severity": "low", "message": "the dates of the canal talks are in disorder"},
    ),
    4: ({"page": None, "rule": "uncoded-denial", "severity": "medium", "message": "denied, and no code says why"},),
    5: ({"page": 1, "rule": "text-under-redaction", "severity": "high", "message": "a box hides 99 characters"},),
}
_UNREADABLE = (
    {"path": "box1/locked.pdf", "state": "unreadable", "reason": "it is encrypted", "gone": 0},
    {"path": "box1/locked too.pdf", "state": "unreadable", "reason": "it is encrypted", "gone": 0},
    {"path": "box1/font.ttf", "state": "skipped", "reason": "no document: a font", "gone": 0},
    {"path": "box1/lost.pdf", "state": "unreadable", "reason": "it is encrypted", "gone": 1},
)


def fill(connection):
    """Makes the tables and views, and the rows in them."""
    connection.executescript(schema.creation() + views.creation())
    _insert(connection, "versions", {"id": 1, "redaudit": "0.1.0", "rules": "0123456789abcdef", "choices": "{}"})
    for number, row in enumerate(_DOCUMENTS, 1):
        _insert(connection, "documents", {**_PLAIN, "id": number, **row})
    for table, rows in (("redactions", _REDACTIONS), ("marks", _MARKS), ("findings", _FINDINGS)):
        for number, of_document in rows.items():
            for place, row in enumerate(of_document):
                plain = {"concealed": 0, "statutes": [], "text": ""} if table == "redactions" else {}
                key = {"id": (number << schema.ROOM) + place, "document": number}
                _insert(connection, table, {**key, **plain, **row})
    for number, row in enumerate(_UNREADABLE, 1):
        _insert(connection, "unreadable", {"id": number, **row})
    for table in schema.TABLES:
        if table.searched:
            connection.execute(f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('rebuild')")
    connection.commit()


def made(place):
    """The store as a file; returns its path."""
    connection = sqlite3.connect(place)
    fill(connection)
    connection.close()
    return place


def _insert(connection, table, row):
    cells = [json.dumps(cell) if isinstance(cell, list) else cell for cell in row.values()]
    columns, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(cells))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", cells)
