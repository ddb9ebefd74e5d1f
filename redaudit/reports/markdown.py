"""Markdown tables, for an issue, a wiki or a note: the documents, then what could not be read, then the sum.

| path | original | released | codes | withheld | findings |
|---|---|---|---|---|---|
| cable.txt | CONFIDENTIAL | part 2023-03-16 | B1; 1.4(D) | 3 | medium: no-release-marking |
"""

import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from redaudit.model.finding import Outcomes, Skipped, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._overview import HEADERS, Overview, lines
from redaudit.reports._rows import KINDS

# What would start a tag, a link, a picture, a mention or a column; the text comes from strangers.
_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&@#!])")


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """One table of the chosen rows, one of files that are not documents, and one line that sums up."""
    overview = Overview()
    _row(HEADERS[choices.rows], sink)
    _rule(len(HEADERS[choices.rows]), sink)
    for audited in overview.counting(outcomes):
        for line in lines(audited, choices.rows):
            _row([plain_words(cell) for cell in line], sink)
    _listed("Could not be read", overview.unreadable, sink)
    _listed("Skipped", overview.skipped, sink)
    sink.write(f"\n{overview.summary}\n")


def plain_words(text: str) -> str:
    """Text on one line in which no sign means anything to Markdown."""
    spaced = re.sub(r"\s+", " ", text).strip()
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in spaced)
    return _ACTIVE.sub(r"\\\1", shown)


def _row(cells: Sequence[str], sink: TextIO) -> None:
    sink.write(f"| {' | '.join(cells)} |\n")


def _rule(columns: int, sink: TextIO) -> None:
    sink.write(f"|{'---|' * columns}\n")


def _listed(title: str, outcomes: Sequence[Unreadable | Skipped], sink: TextIO) -> None:
    if outcomes:
        sink.write(f"\n{title}:\n\n")
        _row(("path", "reason"), sink)
        _rule(2, sink)
        for outcome in outcomes:
            _row((plain_words(outcome.path), plain_words(outcome.reason)), sink)


REPORT = Report(id="markdown", summary="Markdown tables", render=render, rows=KINDS)
