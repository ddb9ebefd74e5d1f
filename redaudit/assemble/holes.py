"""Blank places on a laid-out page where words once stood: inside a row, at its end, at its start, below a header.

He speaks Portuguese and served there                    so it also has personal meaning      inside
From: Thomas F. Able [mailto.                                                                 at the end
has taken over drafting                                                                       one, over two rows
         He has been incorporating edits
Subject: Schedule request                                                                     a message without a body
"""

import enum
import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from redaudit.model.document import Line, Page


class Sign(enum.Enum):
    """What tells of a hole. Blanks inside a row and cut addresses tell most; empty rows may be a message's own."""

    INSIDE = "inside a row"
    ADDRESS = "an address cut off"
    SENTENCE = "a sentence cut off"
    MESSAGE = "a message without words"
    ROWS = "empty rows"


@frozen
class Hole:
    """A blank place: between two offsets of the text, on rows `row` to `last`."""

    start: int
    end: int
    row: int
    last: int
    sign: Sign


# Five blanks inside a row of a proportional font set in cells are a word or two; sentences part with two or three.
_BLANKS = " " * 5
_INSIDE = re.compile(r"(?<=\S) {5,}(?=\S)")
_FIELD = re.compile(
    r"(?:From|Sent|To|[CcBb][Cc]{1,2}|Subject|Date|Attachments|Importance|FROM|TO|RE|DATE|SUBJECT|Re)\b"
    r"\s?[:.;]?(?: {2,}|$)"
)
_HEADER = re.compile(
    r"(?:From|Sent|To|[CcBb][Cc]{1,2}|Subject|Date|Importance|Attachments)\b\s?[:.;]?\s"
    r"|\W{0,3}-{0,5}\s?Original Message"
)
_SUBJECT = re.compile(r"(?:Subject|SUBJECT|Re)\b\s?[:.;]?")
# A message that only forwards another needs no words of its own.
_FORWARDED = re.compile(r"\w+\s?[:.;]?\s*(?:F[Ww]d?|F[\\V]+)\b", re.ASCII)
_MESSAGE = re.compile(r"From\b\s?:|\W{0,3}-{0,5}\s?Original Message")
# An address cut off where it opens: `<`, `[`, `[mailto.`, `'stalbott`
_OPEN = re.compile(r"(?:[<\[(]\s?(?:mailto[.:]?|I|l)?|\[mailto\S?)\s*$|<\s?[\w.@-]*$|'[\w.]+$")
_ENDS_OPEN = re.compile(
    r"\b(?:the|a|an|to|that|but|and|or|of|with|in|on|at|for|from|by|is|are|was|were|be|if|as|out to|feel|than|whether)$"
)
_SENTENCE_ENDS = frozenset(".?!:;,…\"”'’)>]—-")
# The end of a row that can tell of a hole.
_TAIL = 48
# A word fits beside a row's end when this many cells of the page's width are left after it.
_SLACK = 12
# `pdftotext -layout` writes four blank rows at most, and two between paragraphs.
_BLANK_ROWS = 4
_STAMP_LENGTH = 20
# Rows of this many holes in a row of rows are a table.
_TABLE_ROWS = 3
_INDENT, _FAR = 10, 40
# A shorter line that far in is a heading, a page number, a signature.
_SHORT = 25


def holes(page: Page, body: list[Line]) -> list[Hole]:
    """The blank places among a page's body lines (by row), in order, each once."""
    if not body:
        return []
    width = sorted(line.right for line in body)[(9 * len(body)) // 10]
    margin = sorted(line.left for line in body)[len(body) // 4]
    tabular = _tabular_rows(page, body)
    found: list[Hole] = []
    for index, line in enumerate(body):
        after = body[index + 1] if index + 1 < len(body) else None
        before = body[index - 1] if index else None
        if line.row not in tabular:
            found += _inside(page, line)
            found += _at_end(page, line, after, width)
        found += _at_start(page, before, line, after, margin)
    found += _empty_messages(page, body)
    found += _blank_rows(page, body)
    return _merged(found)


def _text(page: Page, line: Line) -> str:
    return page.text[line.start : line.end]


def _tabular_rows(page: Page, body: list[Line]) -> set[int]:
    """Rows of tables: three or more next to each other with blanks inside, the fields of a header left out."""
    addressed = _header_rows(page, body)
    gapped = [line.row for line in body if line.row not in addressed and _BLANKS in _text(page, line)]
    rows: set[int] = set()
    streak: list[int] = []
    for row in [*gapped, 10**9]:
        if streak and row > streak[-1] + 2:
            if len(streak) >= _TABLE_ROWS:
                rows.update(streak)
            streak = []
        streak.append(row)
    return rows


def _header_rows(page: Page, body: list[Line]) -> set[int]:
    """Rows of the headers of messages, with those on which their addresses run on."""
    rows: set[int] = set()
    inside = False
    for line in body:
        text = _text(page, line)
        inside = bool(_HEADER.match(text)) or (inside and line.row - 1 in rows)
        if inside:
            rows.add(line.row)
            inside = not _SUBJECT.match(text)
    return rows


def _inside(page: Page, line: Line) -> Iterator[Hole]:
    text = _text(page, line)
    if _BLANKS not in text:
        return
    field = _FIELD.match(text)
    for found in _INSIDE.finditer(text, field.end() if field else 0):
        yield Hole(line.start + found.start(), line.start + found.end(), line.row, line.row, Sign.INSIDE)


def _at_end(page: Page, line: Line, after: Line | None, width: int) -> Iterator[Hole]:
    """A row that stops where the next word would have fitted, in the middle of a sentence or an address."""
    text = _text(page, line)
    tail = text[-_TAIL:]
    if _OPEN.search(tail):
        yield Hole(line.end, line.end, line.row, line.row, Sign.ADDRESS)
        return
    if _HEADER.match(text) or _SUBJECT.match(text):
        return
    if line.right + _SLACK >= width:
        return
    if _ENDS_OPEN.search(tail):
        yield Hole(line.end, line.end, line.row, line.row, Sign.SENTENCE)
        return
    if after is None or after.row != line.row + 1 or text[-1] in _SENTENCE_ENDS or len(text.split()) < 4:
        return
    word = _text(page, after).split(maxsplit=1)[0]
    if line.right + len(word) + _SLACK < width and after.left <= line.left + 2 and word[0].isalpha():
        yield Hole(line.end, after.start, line.row, line.row, Sign.SENTENCE)


def _at_start(page: Page, before: Line | None, line: Line, after: Line | None, margin: int) -> Iterator[Hole]:
    """A row that begins far in, as the rest of a sentence or with the sentence running on at the margin below."""
    if line.left < margin + _INDENT:
        return
    text = _text(page, line)
    if _HEADER.match(text):
        return
    if line.right - line.left < _SHORT and text[0] != "(":
        return
    follows = before is not None and line.row <= before.row + 1 and before.right > line.left
    runs_on = (
        after is not None
        and line.left >= margin + _FAR
        and after.row == line.row + 1
        and after.left < margin + _INDENT
        and _text(page, after)[0].islower()
    )
    if text[0].islower() or text[0] in "(," or follows or runs_on:
        yield Hole(line.start, line.start, line.row, line.row, Sign.SENTENCE)


def _empty_messages(page: Page, body: list[Line]) -> Iterator[Hole]:
    """Messages whose subject line is followed by another message, or by the end of the page; forwards apart."""
    for line, after in pairwise(body):
        text = _text(page, line)
        if _SUBJECT.match(text) and not _FORWARDED.match(text) and _MESSAGE.match(_text(page, after)):
            yield Hole(line.end, after.start, line.row + 1, after.row - 1, Sign.MESSAGE)
    if _SUBJECT.match(_text(page, body[-1])):
        yield Hole(body[-1].end, body[-1].end, body[-1].row + 1, page.rows, Sign.MESSAGE)


def _blank_rows(page: Page, body: list[Line]) -> Iterator[Hole]:
    """More blank rows than part two paragraphs, inside a message."""
    # A stamp printed over the blank fills it.
    filled = {line.row for line in page.lines if line.end - line.start > _STAMP_LENGTH} - {line.row for line in body}
    for line, after in pairwise(body):
        if after.row - line.row <= _BLANK_ROWS or not filled.isdisjoint(range(line.row, after.row)):
            continue
        if not _HEADER.match(_text(page, line)) and not _MESSAGE.match(_text(page, after)):
            yield Hole(line.end, after.start, line.row + 1, after.row - 1, Sign.ROWS)


def _merged(found: list[Hole]) -> list[Hole]:
    """Holes in order; the end of one row and the start of the next are one."""
    merged: list[Hole] = []
    for hole in sorted(found, key=lambda hole: (hole.row, hole.start, hole.end)):
        if merged and hole.row <= merged[-1].last + 1 and hole.start <= merged[-1].end + 1:
            before = merged[-1]
            merged[-1] = Hole(
                before.start, max(before.end, hole.end), before.row, max(before.last, hole.last), before.sign
            )
        else:
            merged.append(hole)
    return merged
