"""Statistics as a table for a terminal, as CSV, as JSON; the same statistics give the same bytes."""

import csv
import json
from typing import TextIO

from redaudit.errors import UsageError
from redaudit.near import meant
from redaudit.reports.csv import inert
from redaudit.statistics.figures import COLUMNS, Group, Statistics
from redaudit.statistics.table import write_table
from redaudit.version import __version__

# What a row of all documents says in place of a dimension.
TOTAL = "total"


def render(statistics: Statistics, format_name: str, sink: TextIO, width: int | None = None) -> None:
    """Write statistics in one of FORMATS; `width` is that of the terminal, None where there is none.

    Raises UsageError for a format that there is not.
    """
    match format_name:
        case "table":
            write_table(statistics, sink, width)
        case "csv":
            _write_csv(statistics, sink)
        case "json":
            _write_json(statistics, sink)
        case _:
            raise UsageError(f"no format is called {format_name!r}; {meant(format_name, FORMATS)}")


FORMATS = ("table", "csv", "json")


def _write_csv(statistics: Statistics, sink: TextIO) -> None:
    """One tidy table: a row a group, and the row of all documents first."""
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(["dimension", "group", *(column.name for column in COLUMNS)])
    writer.writerow([TOTAL, "", *map(inert, statistics.total.values().values())])
    for breakdown in statistics.breakdowns:
        for group in breakdown.groups:
            name = breakdown.dimension.unstated if group.name is None else group.name
            writer.writerow([breakdown.dimension.id, inert(name), *map(inert, group.figures.values().values())])


def _write_json(statistics: Statistics, sink: TextIO) -> None:
    whole = {
        "redaudit": __version__,
        "total": statistics.total.values(),
        "by": {breakdown.dimension.id: list(map(_group, breakdown.groups)) for breakdown in statistics.breakdowns},
        "unreadable": statistics.unreadable,
        "skipped": statistics.skipped,
        "gone": statistics.gone,
    }
    json.dump(whole, sink, ensure_ascii=False, indent=2)
    sink.write("\n")


def _group(group: Group) -> dict[str, str | int | float | None]:
    return {"group": group.name, **group.figures.values()}
