"""Statistics as tables for a terminal: of the columns as many as its width holds, the weightiest first.

By the year of a document's release:

year           documents  withheld     years to release   overdue
-------------  ---------  --------  -------------------  --------
2014                 292    12.5 %  21.3 (18.0 to 25.1)  40 of 81
not stated            20     4.0 %
all documents        312    11.9 %  21.3 (18.0 to 25.1)  40 of 81
"""

import textwrap
from collections.abc import Callable, Sequence
from typing import TextIO

from attrs import frozen
from tabulate import tabulate

from redaudit.reports.table import GAP, WIDTH, fit, printable
from redaudit.statistics.figures import Breakdown, Figures, Statistics

ALL = "all documents"
# What the column of names may be squeezed to before figures are left out.
_NAMES = 24


@frozen
class Shown:
    """A column of the table: its head, and what it shows of some figures."""

    head: str
    cell: Callable[[Figures], str]


def _count(number: int) -> str:
    return f"{number:,}"


def _amount(number: float | None, decimals: int) -> str:
    return "" if number is None else f"{number:,.{decimals}f}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share * 100:.1f} %"


def _to_release(figures: Figures) -> str:
    if figures.years_to_release is None:
        return ""
    quartiles = f"{_amount(figures.years_to_release_lower, 1)} to {_amount(figures.years_to_release_upper, 1)}"
    return f"{_amount(figures.years_to_release, 1)} ({quartiles})"


def _overdue(figures: Figures) -> str:
    return f"{_count(figures.overdue)} of {_count(figures.overdue_judged)}" if figures.overdue_judged else ""


# In the order of their weight, which is that in which they stand.
SHOWN = (
    Shown("documents", lambda figures: _count(figures.documents)),
    Shown("withheld", lambda figures: _percent(figures.withheld_share)),
    Shown("years to release", _to_release),
    Shown("overdue", _overdue),
    Shown("years overdue", lambda figures: _amount(figures.years_overdue, 1)),
    Shown("passages", lambda figures: _count(figures.redactions)),
    Shown("pages", lambda figures: _count(figures.pages)),
    Shown("high", lambda figures: _count(figures.findings_high)),
    Shown("medium", lambda figures: _count(figures.findings_medium)),
    Shown("redacted", lambda figures: _count(figures.documents_redacted)),
    Shown("files", lambda figures: _count(figures.files)),
    Shown("doubtful", lambda figures: _count(figures.documents_doubtful)),
    Shown("lines", lambda figures: _amount(figures.lines_withheld, 1)),
    Shown("area in pages", lambda figures: _amount(figures.pages_withheld, 2)),
    Shown("withheld by pages", lambda figures: _percent(figures.withheld_share_by_pages)),
    Shown("deleted pages", lambda figures: _count(figures.deleted_pages)),
)
_LEGEND = (
    "withheld: share of a document, on average; years: median, and the quartiles between which half of them lie; "
    "overdue: of those with a day for declassification and a date of release. CSV and JSON hold more figures."
)


def write_table(statistics: Statistics, sink: TextIO, width: int | None) -> None:
    """A table for each dimension, its last row that of all documents, and what is not among them."""
    room = width or WIDTH
    for breakdown in statistics.breakdowns:
        sink.write(textwrap.fill(f"By {breakdown.dimension.meaning}:", room) + "\n\n")
        sink.write(_table(breakdown, statistics.total, room) + "\n\n")
    sink.write(textwrap.fill(_LEGEND, room) + "\n\n")
    sink.write(textwrap.fill(_summary(statistics), room) + "\n")


def _table(breakdown: Breakdown, total: Figures, room: int) -> str:
    dimension = breakdown.dimension
    names = [dimension.unstated if group.name is None else printable(str(group.name)) for group in breakdown.groups]
    figures = [*(group.figures for group in breakdown.groups), total]
    column = [dimension.id, *names, ALL]
    # What no document at all says enough for is no column.
    columns = [[shown.head, *map(shown.cell, figures)] for shown in SHOWN if shown.cell(total)]
    widths = [max(map(len, cells)) for cells in columns]
    fitting = _fitting(widths, room - min(_NAMES, max(map(len, column))))
    widths = widths[:fitting]
    rest = room - sum(widths) - GAP * len(widths)
    (first,) = fit([max(map(len, column))], [_NAMES], rest)
    wrapped = [textwrap.wrap(name, first) for name in column]
    first = max(len(line) for lines in wrapped for line in lines)
    rows = [list(row) for row in zip(map("\n".join, wrapped), *columns[:fitting], strict=True)]
    rows.insert(1, ["-" * wide for wide in (first, *widths)])
    return tabulate(rows, tablefmt="plain", disable_numparse=True, colalign=("left", *("right" for _ in widths)))


def _fitting(widths: Sequence[int], room: int) -> int:
    """How many columns from the first find room; the first always does."""
    for count in range(len(widths), 1, -1):
        if sum(widths[:count]) + GAP * count <= room:
            return count
    return 1


def _summary(statistics: Statistics) -> str:
    """One line on what the figures count: `312 documents in 320 files; 1 unreadable, 0 skipped, 4 gone`."""
    documents, files = statistics.total.documents, statistics.total.files
    held = f"{_count(documents)} {'document' if documents == 1 else 'documents'} in {_count(files)} "
    held += "file" if files == 1 else "files"
    return f"{held}; {statistics.unreadable:,} unreadable, {statistics.skipped:,} skipped, {statistics.gone:,} gone"
