"""Runs of text on a page, put in reading order: margin codes and stamps read down their own column.

    From:    wburns                                   RELEASE IN          From:    wburns
    Sent:    Sunday, July 5, 2009 11:31 AM            PART B6      -->    Sent:    Sunday, July 5, 2009 11:31 AM
                                                                          RELEASE IN
                                                                          PART B6

Everything else keeps its row: a label and its value, a blank left where words were withheld, the cells of a table.
"""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from redaudit.model.line import Line
from redaudit.vocabulary.exemption import CODE_TOKEN

# Blanks that part two runs of one row in layout text.
WIDE_GAP = 3
# Margin marks of the Clinton e-mails stand at columns 78 to 145 of pages 100 to 160 wide; header values at 30 to 50.
_MARGIN = 40
# The lower lines of a broken stamp stand within 14 characters of the first (CATALOGUE, section 1).
_STAMP_SHIFT = 14
_BLOCK_SHIFT = 5
_BLOCK_ROWS = 5
_STAMP_ROWS = 4

# The statute of a B3 stands among the codes: B3 CIA PERS/ORG
_STATUTE = r"(?:CIA(?:\sPERS/ORG)?|PERS/ORG|INA(?:\s?222\(f\))?|FS\sACT|ARMSEXP|EXPORT\sCONTROL|IRAN|NATSECACT)"
_CODES = re.compile(
    rf"[\[(|]?{CODE_TOKEN}(?:(?:\s?[,;/]\s?|\s)(?:{CODE_TOKEN}|{_STATUTE}(?!\w)))*"
    # The Bureau's categories: b6 -1,2
    r"(?:\s-\d(?:,\s?\d){0,4})?[,;.]?(?:\s?[\])|!}I1])?"
)
_TRAILING = re.compile(rf"(?<=\S) {{1,2}}({CODE_TOKEN}(?:,\s?{CODE_TOKEN}){{0,11}})$")
_STAMP_PART = re.compile(r"(?<=\S) {1,2}((?:[—–~-] ?)?(?:Class|Reason|Declassify on) ?:.*|[—–~-] Declassify\b.*)$")
_STAMP = re.compile(
    r".{0,3}(?:\bREL?E?ASED?\b|[RKk]ELEASE).{0,40}|.{3,12} [I1l!][NnMvi]{1,2} (?:PART|FULL).{0,30}"
    r"|DEN(?:IED|Y) IN(?: FULL.{0,20})?"
)
_STAMP_END = re.compile(
    rf"\W?(?:IN\s)?(?:PART|FULL|PAR\b|PAK)\W?.{{0,40}}|IN|{_CODES.pattern}.{{0,20}}"
    r"|(?:CIA )?PERS/ORG.{0,20}|(?:INA|CIA|FS ACT|ARMSEXP|IRAN|EXPORT CONTROL)\b.{0,20}"
)
# A stamp whose word is read, and whose last code does not wait for another or for a B3's statute.
_DECIDED = re.compile(r"(?:FULL|PART|PAR\b|PAK\b)(?!.*(?:,|B3)\s*$)")
# A stamp with its codes on the row of its word, and none to come: a code right below is another's.
_WHOLE = re.compile(rf".*(?:FULL|PART)[ \])|]*.*{CODE_TOKEN}[\])|!}}I1.]?")
_CLASSIFIED = re.compile(r"Classified by\b.{0,120}", re.IGNORECASE)
_CLASSIFIED_END = re.compile(
    r"Declassify\b.{0,40}\bon\b.{0,20}\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|^on\b.{0,12}\d{1,2}[/-]", re.I | re.S
)


class Run(NamedTuple):
    """Text without a wide gap on one printed row; `left` and `right` are columns of character cells, half open."""

    row: int
    left: int
    right: int
    text: str


@frozen
class Arranged:
    """A page's text in reading order, its lines, and for each run given the offset where its text starts."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]


def arrange(runs: list[Run]) -> Arranged:
    """The reading order of runs given row by row, left to right."""
    rows = _rows(runs)
    blocks = _margin_blocks(runs, rows)
    marginal = {index for block in blocks for index in block}
    page = _Writer(runs, blocks)
    last = 0
    for row in rows:
        body = [index for index in row if index not in marginal]
        number = runs[row[0]].row
        if not body:
            continue
        if number > last + 1:
            page.write_blocks(before=number)
            page.write_blank()
        page.write_body(body)
        last = number
    page.write_blocks(before=None)
    return Arranged("\n".join(page.parts), tuple(page.lines), tuple(page.starts))


class _Writer:
    """The text in reading order as it grows, where each run went, and the margin blocks still to come, by row."""

    def __init__(self, runs: list[Run], blocks: list[list[int]]) -> None:
        self.runs = runs
        self.blocks = blocks
        self._written = 0
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.starts = [0] * len(runs)
        self._offset = 0

    def write_body(self, indexes: list[int]) -> None:
        """One row of body text as one line, its gaps as blanks."""
        first = self.runs[indexes[0]]
        text, start = first.text, self._offset
        self.starts[indexes[0]] = start
        for before, index in pairwise(indexes):
            run = self.runs[index]
            text += " " * max(1, run.left - self.runs[before].right)
            self.starts[index] = start + len(text)
            text += run.text
        self._add(text, first.row, first.left, self.runs[indexes[-1]].right)

    def write_blocks(self, before: int | None) -> None:
        """The margin blocks that begin above a row and are not written yet, each run a line; None for all."""
        while self._written < len(self.blocks):
            block = self.blocks[self._written]
            if before is not None and self.runs[block[0]].row >= before:
                break
            self._written += 1
            self.write_blank()
            for index in block:
                run = self.runs[index]
                self.starts[index] = self._offset
                self._add(run.text, run.row, run.left, run.right)

    def write_blank(self) -> None:
        """A blank line, one at most, between paragraphs and around margin blocks."""
        if self.parts and self.parts[-1]:
            self.parts.append("")
            self._offset += 1

    def _add(self, text: str, row: int, left: int, right: int) -> None:
        self.parts.append(text)
        self.lines.append(Line(self._offset, self._offset + len(text), row, left, right))
        self._offset += len(text) + 1


def _rows(runs: list[Run]) -> list[list[int]]:
    rows: list[list[int]] = []
    last = None
    for index, run in enumerate(runs):
        if run.row != last:
            rows.append([])
            last = run.row
        rows[-1].append(index)
    return rows


def _margin_blocks(runs: list[Run], rows: list[list[int]]) -> list[list[int]]:
    """Blocks of runs that are read down their column: stamps, stamps that classify at release, margin codes."""
    taken: set[int] = set()
    blocks: list[list[int]] = []
    for at, row in enumerate(rows):
        for index in row:
            # Most runs stand at the left and begin no stamp.
            if (runs[index].left < _MARGIN and runs[index].text[:1] not in "Cc") or index in taken:
                continue
            block = _block(runs, rows, at, index)
            if block:
                taken.update(block)
                blocks.append(block)
    return blocks


def _block(runs: list[Run], rows: list[list[int]], at: int, index: int) -> list[int]:
    run = runs[index]
    if run.text[:1] in "Cc" and _CLASSIFIED.match(run.text) and _is_apart(runs, rows[at], index):
        return _classified_block(runs, rows, at, index)
    if run.left < _MARGIN or index != rows[at][-1] or len(run.text) > 60:
        return []
    if _CODES.fullmatch(run.text):
        return _codes_below(runs, rows, at, index)
    if _STAMP.fullmatch(run.text):
        return _stamp_below(runs, rows, at, index)
    return []


def _is_apart(runs: list[Run], row: list[int], index: int) -> bool:
    """Whether a run stands beside other text or is indented: a cable's own authority line is body text."""
    return len(row) > 1 or runs[index].left > 0


def _codes_below(runs: list[Run], rows: list[list[int]], at: int, index: int) -> list[int]:
    """A run of codes and those right below it in its column."""
    block = [index]
    for number in range(at + 1, len(rows)):
        below = rows[number]
        run = runs[below[-1]]
        if run.row > runs[block[-1]].row + 1 or abs(run.left - runs[index].left) > _BLOCK_SHIFT:
            break
        if not _CODES.fullmatch(run.text):
            break
        block.append(below[-1])
    return block


def _stamp_below(runs: list[Run], rows: list[list[int]], at: int, index: int) -> list[int]:
    """A stamp's first run and those below it; until it is whole, rows that end left of it are passed over."""
    block, text = [index], runs[index].text
    decided = bool(_DECIDED.search(text))
    for below in rows[at + 1 : at + _STAMP_ROWS]:
        run = runs[below[-1]]
        near = abs(run.left - runs[index].left) <= _STAMP_SHIFT and bool(_STAMP_END.fullmatch(run.text))
        if not near and not decided and run.right < runs[index].left:
            continue
        if not near or run.row > runs[block[-1]].row + (1 if decided else _STAMP_ROWS):
            break
        if _WHOLE.fullmatch(text) and _CODES.fullmatch(run.text):
            break
        block.append(below[-1])
        text += f" {run.text}"
        decided = bool(_DECIDED.search(text))
    return block


def _classified_block(runs: list[Run], rows: list[list[int]], at: int, index: int) -> list[int]:
    """The lines of a stamp that classifies at release, from `Classified by` to the date after `Declassify on`."""
    block, text = [index], runs[index].text
    for below in rows[at + 1 : at + _BLOCK_ROWS]:
        if _CLASSIFIED_END.search(text):
            break
        near = bisect_left(below, runs[index].left - _BLOCK_SHIFT, key=lambda other: runs[other].left)
        if near == len(below) or runs[below[near]].left > runs[index].left + _BLOCK_SHIFT:
            continue
        block.append(below[near])
        text += " " + runs[below[near]].text
    return block if _CLASSIFIED_END.search(text) else []


def with_margins_apart(runs: list[Run]) -> list[Run]:
    """Runs that only one blank parts from a margin code or from a stamp's lower line, as two runs."""
    codes = {run.row: run.left for run in runs if run.left >= _MARGIN and _CODES.fullmatch(run.text)}
    stamps = {run.row: run.left for run in runs if run.text[:1] == "C" and _CLASSIFIED.match(run.text)}
    if not codes and not stamps:
        return runs
    parted: list[Run] = []
    for run in runs:
        found = _code_at_end(run, codes) or _stamp_at_end(run, stamps)
        if found:
            left = run.left + found.start(1)
            parted.append(Run(run.row, run.left, run.left + found.start(), run.text[: found.start()]))
            parted.append(Run(run.row, left, run.right, found[1]))
        else:
            parted.append(run)
    return parted


def _code_at_end(run: Run, columns: dict[int, int]) -> re.Match[str] | None:
    """A code at the end of a run, in the column of the code a row or two above or below."""
    found = _TRAILING.search(run.text) if run.right > _MARGIN and len(run.text) > 20 else None
    return found if found and _in_column(run, found, columns, (-2, -1, 1, 2)) else None


def _stamp_at_end(run: Run, columns: dict[int, int]) -> re.Match[str] | None:
    """The lower line of a stamp that classifies at release, at the end of a run below its first line."""
    found = _STAMP_PART.search(run.text) if columns and len(run.text) > 20 else None
    return found if found and found.start() > 6 and _in_column(run, found, columns, (-3, -2, -1)) else None


def _in_column(run: Run, found: re.Match[str], columns: dict[int, int], steps: tuple[int, ...]) -> bool:
    left = run.left + found.start(1)
    return any(abs(columns.get(run.row + step, -99) - left) <= _BLOCK_SHIFT for step in steps)
