"""Blanks that withhold something: the empty space beside a code, or an empty field.

    To:                                                                    B6      one
    Cc: A. Able; B. Baker;                      D. Dog; E. Easy,           B6      one, inside the row
                                                                           1.4(D)  one, with its codes down one gap
                                                                           B1
"""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from redaudit.model.document import Line, Page
from redaudit.model.mark import Classification, ExemptionCode, Mark, RedactionKind, ReleaseStamp
from redaudit.model.record import Redaction

# Codes of one group stand on rows one or two apart, near one column.
_STEP, _SHIFT = 2, 10
# A hole inside a row: five blanks or more between words, but not those after a field's label.
_HOLE = re.compile(r"(?<=\S) {5,}(?=\S)")
_LABEL = re.compile(r"(?:From|Sent|To|[CcBb][Cc]{1,2}|Subject|Date|Attachments|Importance|FROM|TO|RE|DATE)\b\s?[:.;]? {2,}")


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
    return 0 <= below.row - above.row <= _STEP and abs(below.left - above.left) <= _SHIFT


def with_codes(redaction: Redaction, codes: tuple[Mark, ...]) -> Redaction:
    """A passage with the codes that withhold it."""
    names = tuple(dict.fromkeys(mark.value.code for mark in codes if isinstance(mark.value, ExemptionCode)))
    return evolve(redaction, codes=codes, exemptions=names)


@frozen
class _Hole:
    """A blank place: between two offsets of a row, or between two rows."""

    start: int
    end: int
    row: int
    last: int


def gaps(page: Page, marks: tuple[Mark, ...], groups: tuple[tuple[Mark, ...], ...]) -> Iterator[Redaction]:
    """The blanks that groups of codes stand beside, each once, in the order of the page."""
    if not groups:
        return
    body = _body_lines(page, marks)
    seen: dict[_Hole, int] = {}
    found: list[Redaction] = []
    for group in groups:
        for hole in _holes(page, body, group):
            if hole in seen:
                at = seen[hole]
                found[at] = with_codes(found[at], (*found[at].codes, *group))
                continue
            seen[hole] = len(found)
            found.append(with_codes(_gap(page, hole), group))
    yield from found


def _gap(page: Page, hole: _Hole) -> Redaction:
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


def _body_lines(page: Page, marks: tuple[Mark, ...]) -> list[Line]:
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


def _holes(page: Page, body: list[Line], group: tuple[Mark, ...]) -> list[_Hole]:
    """What a group of codes withholds: the holes inside the rows it stands beside, else the blank it stands in."""
    first, last = group[0].line, group[-1].line
    beside = [line for line in body if first - 1 <= line.row <= last + 1]
    inside = [hole for line in beside for hole in _inside(page, line)]
    if inside:
        return inside
    above = [line for line in body if line.row <= first]
    below = [line for line in body if line.row > last]
    start = above[-1].end if above else 0
    end = below[0].start if below else len(page.text)
    return [_Hole(start, max(start, end), above[-1].row if above else 0, below[0].row if below else page.rows + 1)]


def _inside(page: Page, line: Line) -> list[_Hole]:
    text = page.text[line.start : line.end]
    label = _LABEL.match(text)
    start = label.end() if label else 0
    return [
        _Hole(line.start + found.start(), line.start + found.end(), line.row, line.row)
        for found in _HOLE.finditer(text, start)
    ]
