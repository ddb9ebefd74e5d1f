"""What Datasette is told of a store: names for its tables and columns, what to count at their side, ready queries.

One file serves Datasette 0.6x as `--metadata`, and 1.0 as `--metadata` and as `--config` at once.
"""

import json
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from redaudit.store.queries import Query, ready
from redaudit.store.schema import DOCUMENTS, FINDINGS, MARKS, REDACTIONS, TABLES, UNREADABLE, VERSIONS, Table
from redaudit.store.views import VIEWS, View
from redaudit.version import __version__

Json = str | int | bool | Mapping[str, "Json"] | Sequence["Json"]

TITLE = "redaudit: released documents"
DESCRIPTION = (
    "What released government documents were, what became of them, what is withheld, and what does not add up. "
    "Files that are gone stay in the tables, with gone = 1; the ready queries leave them out, all but that for them."
)
# Texts, numbers and dates in it are those of the documents; no text under a redaction is among them.
SOURCE = "The documents named in the table documents, as released"

# What each table is told beside its columns: where it is sorted, which words name a row, what is counted at its side.
_SHOWN: Mapping[str, Mapping[str, Json]] = {
    DOCUMENTS.name: {
        "label_column": "path",
        "sort": "path",
        "size": 50,
        "facet_size": 15,
        "facets": [
            *("agency", "release_status", "original_classification", "classification_change", "worst"),
            *({"array": name} for name in ("exemptions", "original_captions", "findings", "statutes")),
            *({"date": name} for name in ("release_date", "original_date")),
        ],
    },
    REDACTIONS.name: {"facets": ["kind", {"array": "exemptions"}, {"array": "statutes"}]},
    MARKS.name: {"facets": ["detector", "ink"]},
    FINDINGS.name: {"facets": ["severity", "rule"]},
    UNREADABLE.name: {"label_column": "path", "sort": "path", "facets": ["state", "reason", "gone"]},
    VERSIONS.name: {"label_column": "redaudit", "sort_desc": "id"},
}

# Where a row of a query leads. Datasette makes a link of a whole address alone, and its own it knows only by what the
# browser asked for.
_LINK = re.compile(r"(?P<place>'[a-z]+[/?].*) AS link,$", re.MULTILINE)
_SITE = "CASE :_header_x_forwarded_proto WHEN 'https' THEN 'https' ELSE 'http' END || '://' || :_header_host"

# How it looks: what columns mean in a box of few lines, else filters and rows stand a screen below; a link by one word,
# not by its address; one document as a list, for forty columns side by side are read by nobody.
_STYLE = """
dl.column-descriptions { columns: 22em; max-height: 13em; overflow: auto; font-size: 85%; padding: 0.5em; \
border: 1px solid #ccc }
dl.column-descriptions dt { break-after: avoid }
dl.column-descriptions dd { break-inside: avoid }
td.col-link a { display: inline-block; width: 3em; height: 1.5em; overflow: hidden; white-space: nowrap }
td.col-link a::before { content: "open"; display: inline-block; width: 3em }
@media (min-width: 577px) {
body.row.table-documents thead { display: none }
body.row.table-documents table { width: 100% }
body.row.table-documents tbody td { display: grid; grid-template-columns: 15em 1fr }
body.row.table-documents tbody td::before { color: #555; margin: 0; padding: 0 }
{names}
}
"""


def described(database: str) -> str:
    """The metadata for a store that Datasette knows by a name (the file's, without its ending), as JSON text."""
    tables: dict[str, Json] = {table.name: _told(table) for table in TABLES}
    tables |= {view.name: {"description": view.meaning, "columns": _meanings(view)} for view in VIEWS}
    tables |= {"ledger": {"hidden": True}}
    metadata: Json = {
        "title": TITLE,
        "description": DESCRIPTION,
        "source": SOURCE,
        "about": f"redaudit {__version__}",
        "extra_css_urls": [_style()],
        "databases": {
            database: {
                "description": DESCRIPTION,
                "tables": tables,
                "queries": {query.name: _asked(query, database) for query in ready()},
            }
        },
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def _style() -> str:
    """The style sheet as an address that holds it, so that the metadata stay one file."""
    names = (f'body.row.table-documents td.col-{name}::before {{ content: "{name}" }}' for name in DOCUMENTS.names)
    return f"data:text/css,{quote(_STYLE.replace('{names}', chr(10).join(names)))}"


def _told(table: Table) -> Json:
    search: Mapping[str, Json] = {"fts_table": f"{table.name}_fts", "fts_pk": "id"} if table.searched else {}
    return {"description": table.meaning, "columns": _meanings(table), **_SHOWN[table.name], **search}


def _meanings(table: Table | View) -> Json:
    return {column.name: column.meaning for column in table.columns}


def _asked(query: Query, database: str) -> Json:
    """A query as Datasette takes it: long SQL is folded away, a parameter is explained in the description."""
    explained = "; ".join(f"{name}: {meaning}" for name, meaning in query.parameters)
    return {
        "title": query.title,
        "description": f"{query.description} {explained}." if explained else query.description,
        "params": [name for name, _ in query.parameters],
        "hide_sql": True,
        "sql": _LINK.sub(rf"{_SITE} || '/{_in_address(database)}/' || \g<place> AS link,", query.sql),
    }


def _in_address(database: str) -> str:
    """The name of a database as Datasette writes it in an address: `~` where others have `%`, `+` for a space."""
    return "".join(
        character if re.fullmatch(r"[A-Za-z0-9_-]", character) else "+" if character == " " else _tilde(character)
        for character in database
    )


def _tilde(character: str) -> str:
    return "".join(f"~{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
