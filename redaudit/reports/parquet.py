"""Parquet: the rows of every kind as typed tables in a folder, with the store that a later run goes on with.

Or, where a file is named, the rows of one kind in it. Both are written by store/parquet.py: neither is a stream.
"""

from collections.abc import Iterable
from typing import TextIO

from redaudit.errors import UsageError
from redaudit.model.finding import Outcomes
from redaudit.model.part import Choices, Report
from redaudit.reports._rows import KINDS


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """Raises UsageError: tables are no stream of text."""
    raise UsageError("parquet is no stream: write it by `redaudit report --format parquet -o out/`")


REPORT = Report(
    id="parquet",
    summary="typed tables for DuckDB and pyarrow: a folder with those of every kind, or one file of --rows",
    render=render,
    rows=KINDS,
    stored=True,
)
