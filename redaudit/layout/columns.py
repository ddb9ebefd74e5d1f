"""Runs of text on a page, put in reading order: columns apart, margin codes and stamps lines of their own."""

from attrs import frozen

from redaudit.model.document import Line


@frozen
class Run:
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
    text: list[str] = []
    lines: list[Line] = []
    starts: list[int] = []
    offset = 0
    for run in runs:
        starts.append(offset)
        lines.append(Line(offset, offset + len(run.text), run.row, run.left, run.right))
        text.append(run.text)
        offset += len(run.text) + 1
    return Arranged("\n".join(text), tuple(lines), tuple(starts))
