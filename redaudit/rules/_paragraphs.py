"""The numbered paragraphs of a telegram, in runs that count up."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from redaudit.model.mark import CableHeader, DatedAct, Mark, Paragraph
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with, place

# Fewer than three in a row are more often a list inside a paragraph than the paragraphs themselves.
_GAP_AT_MOST = 3


@frozen
class Numbered:
    """A paragraph: its number once the artefact of a copy is undone, its portion mark, its place."""

    number: int
    portion: str
    mark: Mark


def is_telegram(record: Record) -> bool:
    """Whether the document has what only telegrams have: a message reference, format lines or a date-time group."""
    return (
        record.message_reference is not None
        or bool(marks_with(record, CableHeader))
        or any(value.act == "dtg" for _, value in marks_with(record, DatedAct))
    )


def runs(record: Record) -> tuple[tuple[Numbered, ...], ...]:
    """Runs of paragraphs that count up from 1, each number once; lists inside a paragraph are left out.

    Copies of leaked telegrams turn the sign before a number into a digit: 11. 12. 13. or, in places, 1. 2. 3. 14.
    """
    found: list[tuple[Numbered, ...]] = []
    run: list[Numbered] = []
    marks = marks_with(record, Paragraph)
    for index, (mark, paragraph) in enumerate(marks):
        expected = run[-1].number + 1 if run else 1
        ahead = {later.number for _, later in marks[index + 1 : index + 6]}
        number = _undone(paragraph.number, expected)
        if number == 1 and run:
            if expected in ahead and not _restarts(run, mark):
                continue
            found.append(tuple(run))
            run = []
        elif number != expected and not (run and expected < number < expected + _GAP_AT_MOST and expected not in ahead):
            continue
        run.append(Numbered(number, paragraph.mark, mark))
    if run:
        found.append(tuple(run))
    return tuple(found)


def _undone(number: int, expected: int) -> int:
    if number == expected:
        return number
    text = str(number)
    return int(text[1:]) if text.startswith("1") and text[1:] == str(expected) else number


def _restarts(run: list[Numbered], mark: Mark) -> bool:
    return mark.page > run[-1].mark.page


def gaps(record: Record) -> Iterator[tuple[Numbered, Numbered]]:
    """Neighbours of a run between which numbers are missing; a form whose items stand line under line has none."""
    for run in runs(record):
        if _is_form(run):
            continue
        for before, after in pairwise(run):
            if after.number > before.number + 1:
                yield before, after


def _is_form(run: tuple[Numbered, ...]) -> bool:
    steps = [
        after.mark.line - before.mark.line for before, after in pairwise(run) if before.mark.page == after.mark.page
    ]
    return 2 * sum(step <= 1 for step in steps) > len(steps)


def withheld_between(record: Record, first: Mark, second: Mark) -> bool:
    """Whether a passage is withheld between two marks, or a page between them is."""
    start, end = place(first), place(second)
    return any(start <= (redaction.page, redaction.start) <= end for redaction in record.redactions)
