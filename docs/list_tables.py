"""Makes docs/store.md from the tables, views and ready queries of a store: `python -m docs.list_tables`.

What stands between `<!-- begin NAME -->` and `<!-- end NAME -->` is made; the rest of the page is written by hand.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from redaudit.store.queries import ready
from redaudit.store.schema import TABLES, Column, Kind, Table
from redaudit.store.views import VIEWS

PAGE = Path(__file__).parent / "store.md"

HOLDS = {
    Kind.WORDS: "text",
    Kind.WHOLE: "whole number",
    Kind.NUMBER: "number",
    Kind.LIST: "JSON list",
    Kind.DATE: "date",
    Kind.FLAG: "0 or 1",
}
_REFERENCE = re.compile(r"REFERENCES (\w+)")


def page(written: str) -> str:
    """The page, what is made in it made anew."""
    for name, lines in (("queries", _queries()), ("views", _views()), ("tables", _tables())):
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
        before, _, rest = written.partition(begin)
        _, _, after = rest.partition(end)
        written = before + begin + "\n".join(lines) + "\n" + end + after
    return written


def _queries() -> Iterator[str]:
    yield "| query | what it tells | may be narrowed by |"
    yield "|---|---|---|"
    for query in ready():
        narrowed = ", ".join(f"`{name}`" for name, _ in query.parameters)
        place = f"[{query.name}](../redaudit/store/ready/{query.name}.sql)"
        yield f"| {place} | {query.title}. {query.description} | {narrowed} |"


def _views() -> Iterator[str]:
    for view in VIEWS:
        yield f"- `{view.name}`: {', '.join(f'`{column.name}`' for column in view.columns)}"


def _tables() -> Iterator[str]:
    for table in TABLES:
        yield f"\n### {table.name}\n\n{table.meaning}{_searched(table)}\n"
        yield "| column | holds | meaning |"
        yield "|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {_holds(column)} | {column.meaning} |"


def _searched(table: Table) -> str:
    names = ", ".join(f"`{name}`" for name in table.searched)
    return f" Full-text search (`{table.name}_fts`) over {names}." if names else ""


def _holds(column: Column) -> str:
    reference = _REFERENCE.search(column.constraint)
    return f"`id` in [{reference[1]}](#{reference[1]})" if reference else HOLDS[column.kind]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
