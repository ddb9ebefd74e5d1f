"""The tables of a store: their columns, what each means, their keys, indexes and full-text search.

A document has a number of its own, by the order in which documents were first come upon. What belongs to a document
bears that number times a large one, plus its place among the document's own: so every row has the same key however
often a run was interrupted, and with any number of workers.
"""

import enum

from attrs import frozen

# What tells a store of ours from any other database, and its shape from that of another release: `reda`, in ASCII.
APPLICATION = 0x72656461
SHAPE = 1

# Rows of one kind that a document may have: its number is shifted by so many bits to make room for them.
ROOM = 24


class Kind(enum.Enum):
    """What a column holds: a list is the text of a JSON array, a date is ISO text, a flag is 0 or 1."""

    WORDS = "words"
    WHOLE = "whole"
    NUMBER = "number"
    LIST = "list"
    DATE = "date"
    FLAG = "flag"

    @property
    def affinity(self) -> str:
        """The type of the column in SQLite."""
        return {Kind.WHOLE: "INTEGER", Kind.FLAG: "INTEGER", Kind.NUMBER: "REAL"}.get(self, "TEXT")


@frozen
class Column:
    """A column: its name, what it holds, and one sentence on what it means; `constraint` is SQL."""

    name: str
    kind: Kind
    meaning: str
    constraint: str = ""


@frozen
class Table:
    """A table: its columns, those with an index, and those whose words can be searched."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    indexed: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def _words(name: str, meaning: str, constraint: str = "") -> Column:
    return Column(name, Kind.WORDS, meaning, constraint)


def _whole(name: str, meaning: str, constraint: str = "") -> Column:
    return Column(name, Kind.WHOLE, meaning, constraint)


def _number(name: str, meaning: str) -> Column:
    return Column(name, Kind.NUMBER, meaning)


def _list(name: str, meaning: str) -> Column:
    return Column(name, Kind.LIST, meaning)


def _date(name: str, meaning: str) -> Column:
    return Column(name, Kind.DATE, meaning)


_ID = _whole("id", "The row's number.", "PRIMARY KEY")
_PATH = _words("path", "Path of the file as reported; a member of an archive stands below it.", "NOT NULL UNIQUE")
_GONE = Column(
    "gone", Kind.FLAG, "1 where the file was not there any more when its folder was last walked.", "NOT NULL"
)
_OF_DOCUMENT = _whole("document", "The document it belongs to.", "NOT NULL REFERENCES documents(id) ON DELETE CASCADE")
_ON = (
    _whole("page", "Page, from 1; empty where it is of no page."),
    _whole("line", "Line on the page, from 1; empty where it is of no line."),
)
_PLACE = (
    _number("x0", "Left edge in points from the left of the page; empty where the input has no geometry."),
    _number("top", "Top edge in points from the top of the page."),
    _number("x1", "Right edge in points from the left of the page."),
    _number("bottom", "Bottom edge in points from the top of the page."),
)

DOCUMENTS = Table(
    "documents",
    "One row a file that was read: what it was, what became of it, what is withheld.",
    (
        _ID,
        _PATH,
        _words("document_id", "Number that the releasing agency gave the document, read from the page."),
        _words("case_number", "Number of the request or case."),
        _words("message_reference", "Cable number as office and serial."),
        _words("subject", "Subject line."),
        _whole("pages", "Pages in the file."),
        _whole("pages_stated", "Pages that the document says it has."),
        _list("pages_unseen", "Numbers of pages that could not be read at all."),
        _words("original_classification", "Highest level marked by the originator."),
        _list("original_captions", "Handling and dissemination captions as made."),
        _date("original_date", "Date of the document."),
        _words("original_order", "Executive order cited by the originator."),
        _words("classified_by", "Originator's authority line."),
        _list("classification_reasons", "Reasons that the originator cites."),
        _words("declassify_on", "Originator's instruction: a date, or a code or event in words."),
        _words("release_status", "full, part, denied, unspecified, or none (no release marking in this copy)."),
        _words("release_classification", "Class of the released copy, where a band or stamp says so."),
        _date("release_date", "Date of the release marking."),
        _words("release_authority", "Who or what released it, as printed."),
        _words("withheld_classification", "Class of what stays withheld, from the stamp that classifies at release."),
        _list("withheld_reasons", "Reasons of that stamp."),
        _words("withheld_until", "Until when it stays withheld."),
        _list("exemptions", "Every code that withholds something, once, in canonical spelling."),
        _list("statutes", "Statutes that stand with a B3."),
        _whole("redactions", "How many separate passages are withheld."),
        _number("redacted_share", "Share of the printed area (text: of the lines) that is withheld, 0 to 1."),
        _whole("deleted_pages", "Whole pages stated as withheld."),
        _list("portion_marks", "Portion marks by level, counted."),
        _list("portion_marks_struck", "Struck portion marks by level, counted."),
        _words("banners_struck", "all, some, none; empty where it cannot be told from this copy."),
        _words("classification_change", "declassified, downgraded, unchanged, upgraded, none."),
        _number("years_to_release", "Years from the document's date to its release."),
        _number("years_overdue", "Years from the date for declassification to the release, where it had passed."),
        _list("doubtful", "Columns whose value is inferred, read from damaged text, or has a rival reading."),
        _list("findings", "Rules that found something, the most severe first."),
        _words("worst", "Highest severity among the findings."),
        _words("agency", "Agency that released it, by its own marks; empty where no mark tells."),
        _words("media_type", "Kind of file."),
        _whole("size", "Bytes."),
        _words("sha256", "Hash of the bytes; files with the same hash are copies."),
        _whole("version", "What it was audited with.", "NOT NULL REFERENCES versions(id)"),
        _GONE,
    ),
    indexed=(
        *("document_id", "case_number", "original_classification", "original_date", "release_status"),
        *("release_date", "agency", "worst", "sha256"),
    ),
    searched=(
        *("path", "document_id", "case_number", "message_reference", "subject", "classified_by"),
        *("release_authority", "statutes"),
    ),
)

REDACTIONS = Table(
    "redactions",
    "One row a withheld passage: where it is, which codes withhold it, how much it takes.",
    (
        _ID,
        _OF_DOCUMENT,
        *_ON,
        _words("kind", "placeholder, gap, box, mask, page."),
        _list("exemptions", "Codes that stand beside it; none where nobody claims it."),
        _list("statutes", "Statutes that stand beside it."),
        _number("quantity", "How much is withheld, as stated, in units."),
        _words("unit", "Unit of the quantity: line, page, word ..."),
        _number("lines_estimated", "How many lines it takes, estimated."),
        _number("page_share", "Share of the page's area, 0 to 1."),
        _words("text", "What is printed in its place."),
        _whole("concealed", "Characters that a machine still reads there; the characters are not kept."),
        Column("official", Kind.FLAG, "0 where an editor or another hand took words out, and no agency; else 1."),
        *_PLACE,
    ),
    indexed=("document", "kind"),
)

MARKS = Table(
    "marks",
    "One row a mark on a page: a stamp, a code, a banner, a date, a number.",
    (
        _ID,
        _OF_DOCUMENT,
        *_ON,
        _words("detector", "What found it."),
        _words("value", "What it means."),
        _words("ink", "plain, struck, struck? (likely), underlined, pending (never applied)."),
        _words("text", "The words as printed."),
        *_PLACE,
    ),
    indexed=("document", "detector"),
    searched=("text",),
)

FINDINGS = Table(
    "findings",
    "One row a finding: what does not add up, by which rule, how severe.",
    (
        _ID,
        _OF_DOCUMENT,
        *_ON,
        _words("rule", "Rule that found it; `redaudit explain RULE` tells more."),
        _words("severity", "high, medium, low, info."),
        _words("message", "The evidence in one sentence."),
        _words("fingerprint", "The same for the same finding in another copy."),
    ),
    indexed=("document", "fingerprint"),
    searched=("message",),
)

UNREADABLE = Table(
    "unreadable",
    "One row a file that is not among the documents, and why.",
    (
        _ID,
        _PATH,
        _words("state", "unreadable (ought to be a document), skipped (is none).", "NOT NULL"),
        _words("reason", "Why, in one clause.", "NOT NULL"),
        _GONE,
    ),
    indexed=("state", "reason"),
    searched=("path", "reason"),
)

VERSIONS = Table(
    "versions",
    "What documents were audited with: release of redaudit, its rules, the choices that decide what is found.",
    (
        _ID,
        _words("redaudit", "Release of redaudit.", "NOT NULL"),
        _words("rules", "First digits of the hash of its code, rules included.", "NOT NULL"),
        _words("choices", "Choices of the user that decide what is found, as JSON.", "NOT NULL"),
    ),
)

# In the order in which they may be filled: a key stands before what refers to it.
TABLES = (VERSIONS, DOCUMENTS, REDACTIONS, MARKS, FINDINGS, UNREADABLE)
# What belongs to a document, and goes with it.
OF_DOCUMENT = (REDACTIONS, MARKS, FINDINGS)

# What the run itself remembers, one row a path: which content it had, how it ended, and in which run it was last met.
_LEDGER = """
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    content TEXT,
    version INTEGER REFERENCES versions(id),
    visit INTEGER NOT NULL
);
CREATE INDEX ledger_content ON ledger (content) WHERE content IS NOT NULL;
"""


def creation() -> str:
    """The SQL that makes an empty store."""
    return "".join(map(_table, TABLES)) + _LEDGER


def _table(table: Table) -> str:
    columns = ", ".join(f'"{column.name}" {column.kind.affinity} {column.constraint}' for column in table.columns)
    indexes = (f'CREATE INDEX {table.name}_{name} ON {table.name} ("{name}");\n' for name in table.indexed)
    return f"CREATE TABLE {table.name} ({columns});\n{''.join(indexes)}{_search(table) if table.searched else ''}"


def _search(table: Table) -> str:
    """Full-text search over some columns, which what is removed or changed leaves by triggers.

    What is new enters it by `indexing`, many documents at once: that costs a quarter of a trigger a row.
    """
    search, names = f"{table.name}_fts", ", ".join(f'"{name}"' for name in table.searched)
    new, old = (", ".join(f'{row}."{name}"' for name in table.searched) for row in ("new", "old"))
    add = f"INSERT INTO {search} (rowid, {names}) VALUES (new.id, {new});"
    drop = f"INSERT INTO {search} ({search}, rowid, {names}) VALUES ('delete', old.id, {old});"
    changed = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in table.searched)
    return (
        # Datasette finds a table's search by these very quotes.
        f'CREATE VIRTUAL TABLE {search} USING fts5({names}, content="{table.name}", content_rowid="id");\n'
        f"CREATE TRIGGER {table.name}_removed AFTER DELETE ON {table.name} BEGIN {drop} END;\n"
        f"CREATE TRIGGER {table.name}_changed AFTER UPDATE ON {table.name} WHEN {changed} BEGIN {drop} {add} END;\n"
    )


def indexing() -> tuple[str, ...]:
    """The SQL that lets the rows of some new documents be found, whose numbers are a JSON array; once for each row."""
    return tuple(_indexing(table) for table in TABLES if table.searched)


def _indexing(table: Table) -> str:
    names = ", ".join(f'"{name}"' for name in table.searched)
    key = "document" if table in OF_DOCUMENT else "id"
    return (
        f"INSERT INTO {table.name}_fts (rowid, {names}) SELECT id, {names} FROM {table.name} "
        f"WHERE {key} IN (SELECT value FROM json_each(?))"
    )
