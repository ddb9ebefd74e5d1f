"""Numbers, places and lists in plain words, correct in the singular too."""

import datetime as dt
from collections.abc import Iterable, Sequence

from redaudit.model.mark import Mark
from redaudit.reports._columns import YEAR

# A longer list of pages is counted.
_MOST_RUNS = 8


def counted(number: float, one: str, many: str = "") -> str:
    """A number with its noun: `1 page`, `1,204 pages`, `1.5 lines`, `1 copy`, `2 copies`."""
    shown = f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"
    return f"{shown} {one}" if number == 1 else f"{shown} {many or f'{one}s'}"


def listed(items: Iterable[str]) -> str:
    """Items in a row: `1`, `1 and 2`, `1, 2 and 3`."""
    words = list(items)
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def on_pages(numbers: Iterable[int]) -> str:
    """Pages by number, neighbours together: `page 1`, `pages 1 to 4 and 9`, of very many `190 pages from 1 to 330`."""
    ordered = sorted(set(numbers))
    runs = _runs(ordered)
    if len(runs) > _MOST_RUNS:
        return f"{len(ordered)} pages from {ordered[0]} to {ordered[-1]}"
    return f"{'page' if len(ordered) == 1 else 'pages'} {listed(runs)}"


def _runs(ordered: Sequence[int]) -> list[str]:
    runs: list[tuple[int, int]] = []
    for number in ordered:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return [part for first, last in runs for part in _run(first, last)]


def _run(first: int, last: int) -> list[str]:
    if last - first < 2:
        return [str(number) for number in range(first, last + 1)]
    return [f"{first} to {last}"]


def place(page: int | None, line: int | None) -> str:
    """Where something stands: `page 3, line 7`; the whole document where no page is known."""
    if page is None:
        return "the whole document"
    return f"page {page}" if line is None else f"page {page}, line {line}"


def where(marks: Sequence[Mark]) -> str:
    """Where marks stand: with the line where it is one mark, else the pages."""
    return place(marks[0].page, marks[0].line) if len(marks) == 1 else on_pages(mark.page for mark in marks)


def percent(share: float) -> str:
    """A share between 0 and 1: `12.3 %`, `less than 0.1 %`."""
    if 0 < share < 0.0005:
        return "less than 0.1 %"
    return f"{100 * share:.1f} %".replace(".0 %", " %")


def span(start: dt.date, end: dt.date) -> str:
    """The time between two days, whichever comes first: `20.3 years`, below a tenth of a year in days."""
    days = abs((end - start).days)
    years = round(days / YEAR, 1)
    return counted(days, "day") if years < 0.1 else "1 year" if years == 1 else f"{years:.1f} years"


def day(text: str) -> dt.date | None:
    """The day that a text states, as a date of the contract; None for `OADR`, `25X1`, an event in words."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def shortened(text: str, longest: int) -> str:
    """The words of a text in one line, cut where they are many."""
    # Of a megabyte only the head is split.
    head = text[: 4 * longest]
    words = " ".join(head.split())
    return words if len(words) <= longest and head == text else f"{words[: longest - 1].rstrip()}…"


def capitalized(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
