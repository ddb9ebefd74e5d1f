"""Ready queries of a store: what researchers, release officers and reporters ask, each in a file of SQL in ready/.

A file runs in plain SQLite as it is. Its first lines are its title, a description, and its parameters with what may be
asked: a parameter that is blank or not bound asks for all. `link`, where a query has it, is where its row leads, from
the page of the database on: `documents/12`, `findings?rule=...`.
"""

import re
from importlib import resources

from attrs import frozen

# In the order in which they are offered; each is the name of a file, and of a page in Datasette.
READY = (
    *("findings_by_rule", "worst_documents", "readable_under_redactions"),
    *("withheld_by_exemption", "withheld_without_code", "statutes_cited", "pages_withheld"),
    *("oldest_withheld", "overdue_by_agency", "years_to_release", "classification_at_release"),
    *("several_releases", "changes_between_releases", "copies"),
    *("search", "doubtful_values", "unreadable_by_reason", "gone_files"),
)

_HEAD = re.compile(r"-- (?P<title>.+)\n-- (?P<description>.+)\n(?P<parameters>(?:-- :.+\n)*)(?P<sql>[^;]+)\n")
_PARAMETER = re.compile(r"-- :(?P<name>\w+)  +(?P<meaning>.+)")


@frozen
class Query:
    """A ready query: `parameters` are the name of each and what may be asked with it."""

    name: str
    title: str
    description: str
    parameters: tuple[tuple[str, str], ...]
    sql: str


def ready() -> tuple[Query, ...]:
    """The ready queries in order."""
    return tuple(map(_query, READY))


def _query(name: str) -> Query:
    text = (resources.files("redaudit.store") / "ready" / f"{name}.sql").read_text(encoding="utf-8")
    head = _HEAD.fullmatch(text)
    assert head is not None, f"{name}.sql lacks its head"
    parameters = tuple((found["name"], found["meaning"]) for found in _PARAMETER.finditer(head["parameters"]))
    return Query(name, head["title"], head["description"], parameters, head["sql"])
