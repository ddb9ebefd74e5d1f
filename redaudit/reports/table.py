"""A table for a terminal, as wide as it is (80 columns if nobody knows), with a closing summary.

in releases/

path       original      released         codes       withheld  findings
---------  ------------  ---------------  ----------  --------  --------------------------
cable.txt  CONFIDENTIAL  part 2023-03-16  B1; 1.4(D)  3         medium: no-release-marking
"""

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TextIO

from tabulate import tabulate

from redaudit.model.finding import Outcomes, Skipped, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._overview import HEADERS, Overview, lines
from redaudit.reports._rows import KINDS

WIDTH = 80
# What tabulate's plain tables put between two columns.
GAP = 2
# No column is squeezed below this; a path not below that.
NARROWEST = 6
PATH = 14
# Longer words than this are broken where room is short.
LONGEST_WORD = 16


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """The table, what could not be read and why, and one line that sums up."""
    overview = Overview()
    width = choices.width or WIDTH
    body = [row for audited in overview.counting(outcomes) for row in lines(audited, choices.rows)]
    cells = [[printable(cell) for cell in row] for row in body]
    folder = _common_folder([row[0] for row in cells])
    if folder:
        sink.write(f"in {folder}\n\n")
    if cells:
        short = [[row[0].removeprefix(folder), *row[1:]] for row in cells]
        sink.write(_fitted(HEADERS[choices.rows], short, width) + "\n\n")
    _listed("Could not be read", overview.unreadable, sink)
    _listed("Skipped", overview.skipped, sink)
    sink.write(textwrap.fill(overview.summary, width) + "\n")


def _common_folder(paths: Sequence[str]) -> str:
    """The folder, with its last slash, that all paths lie in; said once above the table. Empty for a single path."""
    if len(set(paths)) < 2:
        return ""
    folders = zip(*(path.split("/")[:-1] for path in paths), strict=False)
    shared = takewhile(lambda names: len(set(names)) == 1, folders)
    return "".join(f"{names[0]}/" for names in shared)


def printable(text: str) -> str:
    """The text on one line, without characters that would steer a terminal or turn its direction."""
    spaced = re.sub(r"\s+", " ", text).strip()
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in spaced)


def _fitted(names: Sequence[str], cells: list[list[str]], width: int) -> str:
    table = [list(names), *cells]
    columns = list(zip(*table, strict=True))
    natural = [max(map(len, column)) for column in columns]
    widths = fit(natural, list(map(_least, columns)), width - GAP * (len(names) - 1))
    shown = [
        [
            _end_of(cell, room) if name == "path" else _wrapped(cell, room)
            for name, cell, room in zip(names, row, widths, strict=True)
        ]
        for row in table
    ]
    shown.insert(1, ["-" * room for room in widths])
    # With headers of its own tabulate would pad each of them by two.
    return tabulate(shown, tablefmt="plain", disable_numparse=True)


def _least(column: Sequence[str]) -> int:
    """The width in which no ordinary word of a column is broken."""
    if column[0] == "path":
        return PATH
    return min(LONGEST_WORD, max(len(word) for cell in column for word in re.split(r"\s|(?<=-)", cell)))


def fit(natural: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Widths of columns that together keep within a width: the widest give way first, words are broken last."""
    widths = list(natural)
    for floors in (least, [NARROWEST] * len(widths)):
        while sum(widths) > width:
            loose = [index for index, room in enumerate(widths) if room > floors[index]]
            if not loose:
                break
            widths[max(loose, key=lambda index: widths[index])] -= 1
    return widths


def _end_of(path: str, room: int) -> str:
    """The end of a path says more than its beginning."""
    return path if len(path) <= room else "…" + path[len(path) - room + 1 :]


def _wrapped(cell: str, room: int) -> str:
    return "\n".join(textwrap.wrap(cell, room)) if len(cell) > room else cell


def _listed(title: str, outcomes: Sequence[Unreadable | Skipped], sink: TextIO) -> None:
    if outcomes:
        sink.write(f"{title}:\n")
        sink.writelines(f"  {printable(outcome.path)}: {printable(outcome.reason)}\n" for outcome in outcomes)
        sink.write("\n")


REPORT = Report(id="table", summary="a table for a terminal", render=render, rows=KINDS)
