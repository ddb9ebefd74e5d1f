"""Blanks that withhold something: the empty space beside a code, or an empty field.

To:                                                                    B6      one
Cc: A. Able; B. Baker;                      D. Dog; E. Easy,           B6      one, inside the row
                                                                       1.4(D)  one, with its codes down one gap
                                                                       B1
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from redaudit.assemble.holes import Hole, Sign, holes
from redaudit.model.document import Page
from redaudit.model.line import Line
from redaudit.model.mark import Classification, ExemptionCode, Mark, RedactionKind, ReleaseStamp
from redaudit.model.record import Redaction

# Codes of one group stand on one row, on the next, or with one blank row between, near one column.
_STEP, _SHIFT = 2, 10
# A line that goes so far to the right has no room for what a code beside it might stand for.
_FULL = 0.9
# What hides a name or an address is one passage to itself: with a blank row between, not part of the group above.
_OF_NAMES = frozenset(("B6", "B7(C)"))


def code_groups(page: Page, codes: tuple[Mark, ...]) -> Iterator[tuple[Mark, ...]]:
    """Codes that stand together, one above the other or side by side, as groups."""
    group: list[Mark] = []
    for mark in codes:
        if group and not _together(page, group[-1], mark):
            yield tuple(group)
            group = []
        group.append(mark)
    if group:
        yield tuple(group)


def _together(page: Page, before: Mark, mark: Mark) -> bool:
    above, below = page.line_at(before.span.start), page.line_at(mark.span.start)
    if above is None or below is None:
        return False
    apart = below.row - above.row
    if apart == _STEP and _OF_NAMES & {_code(before), _code(mark)}:
        return False
    return 0 <= apart <= _STEP and abs(below.left - above.left) <= _SHIFT


def _code(mark: Mark) -> str:
    return mark.value.code if isinstance(mark.value, ExemptionCode) else ""


def with_codes(redaction: Redaction, codes: tuple[Mark, ...]) -> Redaction:
    """A passage with the codes that withhold it."""
    names = tuple(dict.fromkeys(mark.value.code for mark in codes if isinstance(mark.value, ExemptionCode)))
    return evolve(redaction, codes=codes, exemptions=names)


@frozen
class Blanks:
    """What a page leaves blank: its body lines by row, and the holes among them, found by the rows they take."""

    page: Page
    body: tuple[Line, ...]
    holes: tuple[Hole, ...]
    by_row: dict[int, list[Hole]]
    edge: int

    @classmethod
    def of(cls, page: Page, marks: tuple[Mark, ...]) -> "Blanks":
        """The blanks of a page with these marks."""
        body = body_lines(page, marks)
        found = holes(page, body)
        by_row: dict[int, list[Hole]] = {}
        for hole in found:
            for row in range(hole.row, hole.last + 1):
                by_row.setdefault(row, []).append(hole)
        return cls(page, tuple(body), tuple(found), by_row, max((line.right for line in body), default=0))

    def on_rows(self, first: int, last: int) -> list[Hole]:
        """The holes that take one of some rows, once each, in order."""
        return list(dict.fromkeys(hole for row in range(first, last + 1) for hole in self.by_row.get(row, ())))

    def is_full(self, row: int) -> bool:
        """Whether a row is filled to the right edge of the body, and begins no further in than the next one."""
        left = min((line.left for line in self._lines_on(row + 1)), default=0)
        return any(line.right >= _FULL * self.edge and line.left <= left for line in self._lines_on(row))

    def _lines_on(self, row: int) -> tuple[Line, ...]:
        return self.body[bisect_left(self.body, row, key=_row) : bisect_right(self.body, row, key=_row)]

    def around(self, first: int, last: int) -> Hole:
        """The blank beside some rows: what is left of the row above them and all rows to the next body line."""
        at = bisect_right(self.body, first, key=_row)
        after = bisect_right(self.body, last, key=_row)
        above = self.body[at - 1] if at else None
        below = self.body[after] if after < len(self.body) else None
        end = below.start if below else len(self.page.text)
        last_row = below.row - 1 if below else max(last, self.page.rows)
        if above is None:
            start = min((line.start for line in self.page.lines if line.row == first), default=0)
            return Hole(start, max(start, end), 1, last_row, Sign.ROWS)
        row = first if above.row == first else above.row + 1
        return Hole(above.end, max(above.end, end), row, last_row, Sign.ROWS)

    def opens_with(self, gap: Redaction) -> bool:
        """Whether a gap begins above all body lines: it may go on from the page before."""
        return not self.body or gap.line < self.body[0].row


def _row(line: Line) -> int:
    return line.row


def coded_gaps(blanks: Blanks, groups: tuple[tuple[Mark, ...], ...]) -> list[Redaction]:
    """The blanks that groups of codes stand beside, each once: on the codes' rows, else next to them, else around."""
    coded = {row for group in groups for row in range(group[0].line, group[-1].line + 1)}
    found: dict[Hole, Redaction] = {}
    for group in groups:
        first, last = group[0].line, group[-1].line
        beside = blanks.on_rows(first, last) or [
            hole for hole in blanks.on_rows(first - 1, last + 1) if coded.isdisjoint(range(hole.row, hole.last + 1))
        ]
        for hole in beside or [blanks.around(first, last)]:
            known = found.get(hole)
            gap = known or _gap(blanks.page, hole)
            if not beside and hole.last == hole.row and blanks.is_full(first):
                gap = evolve(gap, seen=False)
            found[hole] = with_codes(gap, (*known.codes, *group) if known else group)
    return list(found.values())


def uncoded_gaps(blanks: Blanks, taken: Iterable[Redaction], signs: frozenset[Sign]) -> list[Redaction]:
    """The blanks that no code stands beside, told by some signs."""
    spans = {(redaction.start, redaction.end) for redaction in taken}
    return [
        _gap(blanks.page, hole) for hole in blanks.holes if hole.sign in signs and (hole.start, hole.end) not in spans
    ]


def _gap(page: Page, hole: Hole) -> Redaction:
    return Redaction(
        kind=RedactionKind.GAP,
        page=page.number,
        line=hole.row,
        start=hole.start,
        end=hole.end,
        box=page.box_between(hole.start, hole.end) if page.words else None,
        lines_estimated=float(hole.last - hole.row + 1) if hole.sign in (Sign.ROWS, Sign.MESSAGE) else None,
    )


def body_lines(page: Page, marks: tuple[Mark, ...]) -> list[Line]:
    """The lines that are neither codes nor stamps nor bands nor banners, by row."""
    taken = [0] * len(page.lines)
    for mark in marks:
        if not isinstance(mark.value, ExemptionCode | ReleaseStamp | Classification):
            continue
        start, end = mark.span.start, mark.span.end
        for index in range(max(0, page.line_index(start)), page.line_index(end - 1) + 1):
            line = page.lines[index]
            # Beside the five lines of the band to the House committee its terms are printed.
            banded = isinstance(mark.value, ReleaseStamp) and mark.value.family == "case-band"
            taken[index] += line.end - line.start if banded else max(0, min(end, line.end) - max(start, line.start))
    body = [line for line, covered in zip(page.lines, taken, strict=True) if 2 * covered < line.end - line.start]
    return sorted(body, key=lambda line: (line.row, line.left))
