"""A page's text row by row, as it was typed, cut where its marks begin and end."""

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from redaudit.model.document import Page
from redaudit.model.line import Line
from redaudit.reports.html.figures import Figure

# A longer line goes on in rows without a number: no browser lays out a megabyte in one row.
LONGEST_ROW = 500
_BREAK_WITHIN = 60
# A gap of more blank rows is told in words.
_MOST_BLANK = 12
# How many marks are shown one inside the other; those further in keep their place.
_DEPTH = 8
# Rows are shown whole from the narrowest to the widest sheet of a printer.
_NARROWEST, _WIDEST = 60, 160
# A browser lays out a block of rows when it comes into view.
_ROWS_A_BLOCK = 40


class Token(NamedTuple):
    """Text, the start of a figure's stretch, or (empty) its end; `first` where that figure starts for good."""

    text: str = ""
    opens: Figure | None = None
    first: int = 0


CLOSE = Token()


class Row(NamedTuple):
    """One row: its number (0 where a long one goes on), findings flagged on it, and its text.

    `skipped` counts rows that are left out before it; a row with no text has no tokens.
    """

    number: int
    tokens: tuple[Token, ...] = ()
    flags: tuple[Figure, ...] = ()
    skipped: int = 0


Blocks = tuple[tuple[Row, ...], ...]


class _Run(NamedTuple):
    """A stretch of the text that stands on one row from a column on."""

    start: int
    end: int
    row: int
    left: int
    goes_on: int


class _Piece(NamedTuple):
    """The part of a figure's stretch that stands in one run; sorts by place, what holds others first."""

    start: int
    back: int
    order: int
    figure: Figure
    first: int


def typed(page: Page, drawn: Sequence[Figure]) -> Blocks:
    """The rows as they were typed, columns and blank rows kept, with flags where findings are."""
    flags: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in drawn:
        if figure.start is None and figure.line is not None:
            flags[figure.line].append(figure)
    runs = list(_short(page, page.lines))
    return _blocks(_spaced(_rows(page, runs, drawn, flags), page.rows))


def marked_only(blocks: Blocks) -> Blocks:
    """Of some rows those that carry a mark or a flag; the others are counted."""
    kept: list[Row] = []
    skipped = 0
    for row in (row for block in blocks for row in block):
        if row.flags or any(token.opens for token in row.tokens):
            kept.append(row._replace(skipped=skipped))
            skipped = 0
        else:
            skipped += row.skipped + bool(row.number)
    if skipped:
        kept.append(Row(0, skipped=skipped))
    return _blocks(kept)


def read(page: Page, drawn: Sequence[Figure]) -> Blocks:
    """The text in reading order, line by line, without numbers: what a machine reads from a picture."""
    lines = []
    offset = 0
    for number, line in enumerate(page.text.split("\n"), 1):
        lines.append(Line(offset, offset + len(line), number, 0, len(line)))
        offset += len(line) + 1
    runs = list(_short(page, lines))
    return _blocks(row._replace(number=0) for row in _rows(page, runs, drawn, {}))


def columns(blocks: Blocks) -> int:
    """How many letters the widest row has, between those of a narrow sheet and of a wide one."""
    widths = (sum(len(token.text) for token in row.tokens) for block in blocks for row in block)
    return min(max(_NARROWEST, max(widths, default=0)), _WIDEST)


def _blocks(rows: Iterable[Row]) -> Blocks:
    every = tuple(rows)
    return tuple(every[at : at + _ROWS_A_BLOCK] for at in range(0, len(every), _ROWS_A_BLOCK))


def _short(page: Page, lines: Iterable[Line]) -> Iterator[_Run]:
    """The printed runs, long ones in parts that end at a blank where there is one."""
    for line in lines:
        start, part = line.start, 0
        while line.end - start > LONGEST_ROW:
            blank = page.text.rfind(" ", start + LONGEST_ROW - _BREAK_WITHIN, start + LONGEST_ROW)
            end = blank + 1 if blank >= 0 else start + LONGEST_ROW
            yield _Run(start, end, line.row, min(line.left, LONGEST_ROW) if not part else 0, part)
            start, part = end, part + 1
        yield _Run(start, line.end, line.row, min(line.left, LONGEST_ROW) if not part else 0, part)


def _rows(
    page: Page, runs: Sequence[_Run], drawn: Sequence[Figure], flags: Mapping[int, Sequence[Figure]]
) -> Iterator[Row]:
    """The rows that hold text or a flag, from the top: runs side by side where they stand on one row."""
    pieces = _pieces(runs, drawn)
    by_row: dict[tuple[int, int], list[int]] = {(row, 0): [] for row in flags}
    for index, run in enumerate(runs):
        by_row.setdefault((run.row, run.goes_on), []).append(index)
    for (number, goes_on), indexes in sorted(by_row.items()):
        tokens: list[Token] = []
        column = 0
        for index in sorted(indexes, key=lambda index: runs[index].left):
            run = runs[index]
            gap = max(run.left - column, 1 if column else 0)
            if gap:
                tokens.append(Token(" " * gap))
            tokens += _tokens(page.text, run, pieces.get(index, ()))
            column += gap + run.end - run.start
        own = () if goes_on else tuple(flags.get(number, ()))
        yield Row(0 if goes_on else number, tuple(tokens), own)


def _spaced(rows: Iterable[Row], last: int) -> Iterator[Row]:
    """The same rows with the blank ones between them, up to the page's last."""
    before = 0
    for row in rows:
        if row.number:
            yield from _blank(before, row.number)
            before = row.number
        yield row
    yield from _blank(before, last + 1)


def _blank(before: int, after: int) -> Iterator[Row]:
    if after - before - 1 > _MOST_BLANK:
        yield Row(0, skipped=after - before - 1)
    else:
        yield from (Row(number) for number in range(before + 1, after))


def _pieces(runs: Sequence[_Run], drawn: Iterable[Figure]) -> Mapping[int, list[_Piece]]:
    """What stands in each run of each figure; where a figure has no letters, its place at the end of the run before."""
    pieces: defaultdict[int, list[_Piece]] = defaultdict(list)
    starts = [run.start for run in runs]
    for order, figure in enumerate(drawn):
        if figure.start is None or figure.end is None or not runs:
            continue
        at = max(0, bisect_right(starts, figure.start) - 1)
        until = max(at + 1, bisect_left(starts, figure.end))
        first = 1
        for index in range(at, until):
            start, end = max(figure.start, runs[index].start), min(figure.end, runs[index].end)
            if start < end:
                pieces[index].append(_Piece(start, -end, order, figure, first))
                first = 0
        if first:
            place = min(max(figure.start, runs[at].start), runs[at].end)
            pieces[at].append(_Piece(place, -place, order, figure, first))
    return pieces


def _tokens(text: str, run: _Run, pieces: Sequence[_Piece]) -> Iterator[Token]:
    """A run's text with its figures one inside the other; what overlaps is cut where the outer one ends."""
    queue = list(pieces)
    heapq.heapify(queue)
    ends: list[int] = []
    at = run.start
    while queue:
        piece = heapq.heappop(queue)
        for end in _closed(ends, piece.start):
            yield from _text(text, at, end)
            yield CLOSE
            at = max(at, end)
        end = -piece.back
        if ends and end > ends[-1] and len(ends) < _DEPTH:
            heapq.heappush(queue, piece._replace(start=ends[-1], first=0))
            end = ends[-1]
        yield from _text(text, at, piece.start)
        at = max(at, piece.start)
        if end == piece.start or len(ends) >= _DEPTH:
            if piece.first:
                yield Token(opens=piece.figure, first=1)
                yield CLOSE
        else:
            yield Token(opens=piece.figure, first=piece.first)
            ends.append(end)
    for end in _closed(ends, run.end):
        yield from _text(text, at, end)
        yield CLOSE
        at = end
    yield from _text(text, at, run.end)


def _closed(ends: list[int], place: int) -> Iterator[int]:
    """Takes off the stack what ends at or before a place."""
    while ends and ends[-1] <= place:
        yield ends.pop()


def _text(text: str, start: int, end: int) -> Iterator[Token]:
    if start < end:
        yield Token(text[start:end])
