"""Blanks that withhold something: the empty space beside a code, or an empty field.

To:                                                                    B6      one
Cc: A. Able; B. Baker;                      D. Dog; E. Easy,           B6      one, inside the row
                                                                       1.4(D)  one, with its codes down one gap
                                                                       B1
"""

from collections.abc import Iterator

from attrs import evolve

from redaudit.assemble.holes import Hole, Sign, holes
from redaudit.model.document import Line, Page
from redaudit.model.mark import Classification, ExemptionCode, Mark, RedactionKind, ReleaseStamp
from redaudit.model.record import Redaction

# Codes of one group stand on one row, on the next, or with one blank row between, near one column.
_STEP, _SHIFT = 2, 10
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


def gaps(page: Page, marks: tuple[Mark, ...], groups: tuple[tuple[Mark, ...], ...]) -> Iterator[Redaction]:
    """The blanks that groups of codes stand beside, each once, in the order of the page."""
    body = body_lines(page, marks)
    blank = holes(page, body) if groups else []
    found: dict[Hole, Redaction] = {}
    rows = [(group[0].line, group[-1].line) for group in groups]
    for group, (first, last) in zip(groups, rows, strict=True):
        beside = [hole for hole in blank if hole.row <= last and hole.last >= first]
        beside = beside or [hole for hole in blank if _next_to(hole, first, last) and not _claimed(hole, rows)]
        for hole in beside or [_around(page, body, first, last)]:
            known = found.get(hole)
            found[hole] = with_codes(known or _gap(page, hole), (*known.codes, *group) if known else group)
    yield from found.values()


def _next_to(hole: Hole, first: int, last: int) -> bool:
    return hole.row <= last + 1 and hole.last >= first - 1


def _claimed(hole: Hole, rows: list[tuple[int, int]]) -> bool:
    """Whether codes stand on the very rows of a hole."""
    return any(hole.row <= last and hole.last >= first for first, last in rows)


def uncoded_gaps(
    page: Page, marks: tuple[Mark, ...], taken: tuple[Redaction, ...], signs: frozenset[Sign]
) -> Iterator[Redaction]:
    """The blanks of a page that no code stands beside, told by some signs."""
    spans = {(redaction.start, redaction.end) for redaction in taken}
    for hole in holes(page, body_lines(page, marks)):
        if hole.sign in signs and (hole.start, hole.end) not in spans:
            yield _gap(page, hole)


def _gap(page: Page, hole: Hole) -> Redaction:
    blank = max(0, hole.last - hole.row - 1)
    return Redaction(
        kind=RedactionKind.GAP,
        page=page.number,
        line=hole.row,
        start=hole.start,
        end=hole.end,
        box=page.box_between(hole.start, hole.end) if page.words else None,
        lines_estimated=float(blank) if blank else None,
    )


def body_lines(page: Page, marks: tuple[Mark, ...]) -> list[Line]:
    """The lines that are neither codes nor stamps nor bands nor banners, by row."""
    spans = [
        (mark.span.start, mark.span.end)
        for mark in marks
        if isinstance(mark.value, ExemptionCode | ReleaseStamp | Classification)
    ]
    body: list[Line] = []
    for line in page.lines:
        covered = sum(max(0, min(end, line.end) - max(start, line.start)) for start, end in spans)
        if 2 * covered < line.end - line.start:
            body.append(line)
    return sorted(body, key=lambda line: (line.row, line.left))


def _around(page: Page, body: list[Line], first: int, last: int) -> Hole:
    """The blank between the body lines above and below some rows."""
    above = [line for line in body if line.row <= first]
    below = [line for line in body if line.row > last]
    start = above[-1].end if above else 0
    end = below[0].start if below else len(page.text)
    return Hole(
        start, max(start, end), above[-1].row if above else 0, below[0].row if below else page.rows + 1, Sign.ROWS
    )
