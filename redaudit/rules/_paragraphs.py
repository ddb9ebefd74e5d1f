"""The numbered paragraphs of a telegram, in runs that count up."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from redaudit.model.mark import CableHeader, DatedAct, Mark, Paragraph, PortionMark
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with, place

# A number further on than this is no neighbour, but an item of another count.
_GAP_AT_MOST = 3
# How many numbered items below are looked at for the run to go on.
_AHEAD, _NEAR = 20, 5
# How far behind its number a portion mark may begin.
_BEHIND = 5


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
    again = _holds_several(record)
    found: list[tuple[Numbered, ...]] = []
    run: list[Numbered] = []
    marks = _marked(record)
    for index, (mark, paragraph) in enumerate(marks):
        expected = run[-1].number + 1 if run else 1
        number = _undone(paragraph.number, expected)
        if number != expected and _is_prefixed(run):
            number = _bare(number)
        later = marks[index + 1 : index + 1 + _AHEAD]
        if number == 1 and run and again and not _resumes(later, expected):
            found.append(tuple(run))
            run, expected = [], 1
        if number == expected:
            if not paragraph.mark and _marked_later(later, number):
                continue  # An item of a list; the paragraph of that number bears a mark.
        elif not run or not expected < number < expected + _GAP_AT_MOST or _resumes(later, expected):
            continue
        run.append(Numbered(number, paragraph.mark, mark))
    if run:
        found.append(tuple(run))
    return tuple(found)


def _marked(record: Record) -> tuple[tuple[Mark, Paragraph], ...]:
    """The numbered paragraphs, each with the portion mark right behind its number, even where a bracket is lost."""
    portions = {(mark.page, mark.span.start): mark.text.strip() for mark, _ in marks_with(record, PortionMark)}
    return tuple(
        (mark, paragraph if paragraph.mark else evolve(paragraph, mark=_beside(mark, portions)))
        for mark, paragraph in marks_with(record, Paragraph)
    )


def _beside(mark: Mark, portions: dict[tuple[int, int], str]) -> str:
    reach = range(mark.span.start, mark.span.end + _BEHIND)
    return next((portions[mark.page, start] for start in reach if (mark.page, start) in portions), "")


Later = tuple[tuple[Mark, Paragraph], ...]


def _is_prefixed(run: list[Numbered]) -> bool:
    """Whether a run began with the artefact, 11 for 1, so that all its numbers bear it."""
    return bool(run) and f"1{run[0].number}." in run[0].mark.text


def _undone(number: int, expected: int) -> int:
    """The number without the artefact, where it is then the one that was expected."""
    return expected if number != expected and _bare(number) == expected else number


def _bare(number: int) -> int:
    """The number without the digit 1 before it: 13 is 3."""
    text = str(number)
    meant = text[1:] if text.startswith("1") else ""
    return int(meant) if meant.strip("0") else number


def _resumes(later: Later, expected: int) -> bool:
    """Whether the run goes on below, so that what stands here is a list inside a paragraph."""
    return any(_undone(paragraph.number, expected) == expected for _, paragraph in later[:_NEAR])


def _marked_later(later: Later, number: int) -> bool:
    for _, paragraph in later:
        if paragraph.mark:
            return paragraph.number == number
    return False


def _holds_several(record: Record) -> bool:
    """Whether the file holds more than one telegram or copy, so that numbers may start again."""
    dates = {value.date.date for _, value in marks_with(record, DatedAct) if value.act == "dtg"}
    return record.copies > 1 or len(dates) > 1


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
