"""Comma-separated values: a header always, frozen columns, line feeds, cells that no spreadsheet will run.

path,document_id,case_number,...
cable.txt,B-00000000060,FL-2017-00001,...
"""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from redaudit.model.finding import Outcomes
from redaudit.model.part import Choices, Report
from redaudit.reports._columns import Cell
from redaudit.reports._rows import COLUMNS, KINDS, rows, words

# A spreadsheet runs cells that start so; the text comes from strangers. The wide forms count as the plain ones.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """A header and one row each of the chosen kind, in source order."""
    columns = COLUMNS[choices.rows]
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(columns)
    for outcome in outcomes:
        for row in rows(outcome, choices.rows):
            writer.writerow([inert(row.get(column)) for column in columns])


def inert(cell: Cell) -> str:
    """A cell as text; words that a spreadsheet would run as a formula begin with an apostrophe."""
    text = words(cell)
    if isinstance(cell, int | float):
        return text
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{text}" if _FORMULA.match(text) else text


REPORT = Report(id="csv", summary="comma-separated values, for spreadsheets", render=render, rows=KINDS)
