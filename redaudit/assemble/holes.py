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
from itertools import pairwise, zip_longest
from typing import NamedTuple

from attrs import frozen

from redaudit.assemble.format_lines import format_rows
from redaudit.model.document import Page
from redaudit.model.line import Line


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
# What any other field is called, as forms and telegrams of today print it: `Pass Line:          None`
_LABELLED = re.compile(r"[A-Z][\w./-]*+(?>(?:[ ][\w./-]++){0,2})\s?:[ ]{2,}+(?=\S)")
_HEADER = re.compile(
    r"(?:From|Sent|To|[CcBb][Cc]{1,2}|Subject|Date|Importance|Attachments)\b\s?[:.;]?\s"
    r"|(?:FROM|TO|CC|THROUGH|DATE|SUBJECT)\s?:\s"
    r"|\W{0,3}-{0,5}\s?Original Message"
)
# What the two begin with, besides signs: most rows are told apart by their first letter.
_HEADER_FIRST, _SUBJECT_FIRST = frozenset("FSTCcBbDIA"), frozenset("SR")
_SUBJECT = re.compile(r"(?:Subject|SUBJECT|Re)\b\s?[:.;]?")
# A message that only forwards another needs no words of its own.
_FORWARDED = re.compile(r"\w+\s?[:.;]?\s*(?:F[Ww]d?|F[\\V]+)\b", re.ASCII)
_MESSAGE = re.compile(r"From\b\s?:|\W{0,3}-{0,5}\s?Original Message")
# An address cut off where it opens: `<`, `[`, `[mailto.`, `'stalbott`
_OPEN = re.compile(r"(?:[<\[(]\s?(?:mailto[.:]?|I|l)?|\[mailto\S?)\s*$|<\s?[\w.@-]*$|'[\w.]+$")
_OPENERS = frozenset("<[('")
_OPEN_WORDS = frozenset(
    (
        *("the", "a", "an", "to", "that", "but", "and", "or", "of", "with", "in", "on", "at"),
        *("for", "from", "by", "is", "are", "was", "were", "be", "if", "as", "feel", "than", "whether"),
    )
)
_SMALL = re.compile(r"(?<!\S)[a-z]")
_LISTED = frozenset(";,@<[")
_LAST_WORD = re.compile(r"\w+$")
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
# No first line of a paragraph begins so far in; a closing line is shorter than so many words.
_DEEP, _SENTENCE_WORDS = 20, 6
# The rows of a field's value begin in one column.
_ALIGNED = 2
# A shorter line that far in is a heading, a page number, a signature.
_SHORT = 25


class _Row(NamedTuple):
    """A body line with its text, and whether it begins as the field of a header and as its subject."""

    line: Line
    text: str
    heads: bool
    titles: bool


def _row(page: Page, line: Line) -> _Row:
    text = page.text[line.start : line.end]
    first = text[:1]
    heads = (first in _HEADER_FIRST or not first.isalnum()) and _HEADER.match(text) is not None
    return _Row(line, text, heads, first in _SUBJECT_FIRST and _SUBJECT.match(text) is not None)


def holes(page: Page, body: list[Line]) -> list[Hole]:
    """The blank places among a page's body lines (by row), in order, each once."""
    if not body:
        return []
    width = sorted(line.right for line in body)[(9 * len(body)) // 10]
    margin = sorted(line.left for line in body)[len(body) // 4]
    rows = [_row(page, line) for line in body]
    formatted = format_rows((row.line.row, row.text) for row in rows)
    tabular = _tabular_rows(rows)
    found: list[Hole] = []
    before: _Row | None = None
    for row, after in zip_longest(rows, rows[1:]):
        if row.line.row in formatted:
            before = row
            continue
        if row.line.row not in tabular:
            if _BLANKS in row.text:
                found += _inside(row)
            if hole := _at_end(row, after, width):
                found.append(hole)
            if row.line.left >= margin + _INDENT and (hole := _at_start(before, row, after, margin)):
                found.append(hole)
        before = row
    found += _empty_messages(page, rows)
    found += _blank_rows(page, rows, formatted)
    return _merged(found)


def _tabular_rows(body: list[_Row]) -> set[int]:
    """Rows of tables: three or more next to each other with blanks inside, the fields of a header left out."""
    addressed = _header_rows(body)
    gapped = [row.line.row for row in body if _BLANKS in row.text and row.line.row not in addressed]
    rows: set[int] = set()
    streak: list[int] = []
    for number in [*gapped, 10**9]:
        if streak and number > streak[-1] + 2:
            if len(streak) >= _TABLE_ROWS:
                rows.update(streak)
            streak = []
        streak.append(number)
    return rows


def _header_rows(body: list[_Row]) -> set[int]:
    """Rows of the headers of messages, with those on which their addresses run on."""
    rows: set[int] = set()
    inside = False
    for row in body:
        inside = row.heads or (inside and row.line.row - 1 in rows)
        if inside:
            rows.add(row.line.row)
            inside = not row.titles
    return rows


def _inside(row: _Row) -> Iterator[Hole]:
    line = row.line
    field = _FIELD.match(row.text) or (not (row.heads or row.titles) and _LABELLED.match(row.text)) or None
    for found in _INSIDE.finditer(row.text, field.end() if field else 0):
        yield Hole(line.start + found.start(), line.start + found.end(), line.row, line.row, Sign.INSIDE)


def _at_end(row: _Row, after: _Row | None, width: int) -> Hole | None:
    """A row that stops where the next word would have fitted, in the middle of a sentence or an address."""
    line, text = row.line, row.text
    tail = text[-_TAIL:]
    if not _OPENERS.isdisjoint(tail) and _OPEN.search(tail):
        return Hole(line.end, line.end, line.row, line.row, Sign.ADDRESS)
    if row.heads or row.titles or line.right + _SLACK >= width or _LABELLED.match(text):
        return None
    if _last_word(tail) in _OPEN_WORDS:
        return Hole(line.end, line.end, line.row, line.row, Sign.SENTENCE)
    if after is None or after.line.row != line.row + 1 or text[-1] in _SENTENCE_ENDS or len(text.split()) < 4:
        return None
    if _LISTED.isdisjoint(text) and not _SMALL.search(text):
        # A heading ends where it ends; a list of addresses does not.
        return None
    word = after.text.split(maxsplit=1)[0]
    if line.right + len(word) + _SLACK < width and after.line.left <= line.left + 2 and word[0].isalpha():
        return Hole(line.end, after.line.start, line.row, line.row, Sign.SENTENCE)
    return None


def _last_word(tail: str) -> str:
    """The word that a row ends in, empty where it ends in a sign."""
    token = tail.rpartition(" ")[2]
    # Most rows end in a plain word.
    if token.isalpha():
        return token
    found = _LAST_WORD.search(token)
    return found[0] if found else ""


def _at_start(before: _Row | None, row: _Row, after: _Row | None, margin: int) -> Hole | None:
    """A row far in that begins as the rest of a sentence, or with the sentence running on at the margin below."""
    line, first = row.line, row.text[0]
    if row.heads or (line.right - line.left < _SHORT and first != "("):
        return None
    follows = before is not None and line.row <= before.line.row + 1 and before.line.right > line.left
    if before is not None and follows and _runs_below(before, line):
        return None
    runs_on = (
        after is not None
        and line.left >= margin + _FAR
        and after.line.row == line.row + 1
        and after.line.left < margin + _INDENT
        and after.text[0].islower()
    )
    if first.islower() or first in "(," or follows or runs_on or _stands_alone(before, row, after, margin):
        return Hole(line.start, line.start, line.row, line.row, Sign.SENTENCE)
    return None


def _stands_alone(before: _Row | None, row: _Row, after: _Row | None, margin: int) -> bool:
    """Whether a whole sentence begins far in and no row around it does: what stood before it is gone."""
    line = row.line
    return (
        line.left >= margin + _DEEP
        and row.text[-1] in ".?!"
        and len(row.text.split()) >= _SENTENCE_WORDS
        and all(near is None or abs(near.line.left - line.left) > _ALIGNED for near in (before, after))
    )


def _runs_below(before: _Row, line: Line) -> bool:
    """Whether a line goes on with the value of the field above it: it begins where that value does."""
    field = _LABELLED.match(before.text)
    return field is not None and abs(before.line.left + field.end() - line.left) <= _ALIGNED


def _empty_messages(page: Page, body: list[_Row]) -> Iterator[Hole]:
    """Messages whose subject line is followed by another message, or by the end of the page; forwards apart."""
    for (line, text, _, titles), after in pairwise(body):
        if titles and not _FORWARDED.match(text) and _MESSAGE.match(after.text):
            yield Hole(line.end, after.line.start, line.row + 1, after.line.row - 1, Sign.MESSAGE)
    if body[-1].titles:
        last = body[-1].line
        yield Hole(last.end, last.end, last.row + 1, page.rows, Sign.MESSAGE)


def _blank_rows(page: Page, body: list[_Row], formatted: frozenset[int]) -> Iterator[Hole]:
    """More blank rows than part two paragraphs, inside a message; format lines stand apart anyhow."""
    # A stamp printed over the blank fills it.
    taken = {row.line.row for row in body}
    filled = {line.row for line in page.lines if line.end - line.start > _STAMP_LENGTH} - taken
    for (line, _, heads, _), after in pairwise(body):
        first, last = line.row, after.line.row
        if last - first <= _BLANK_ROWS or heads or not filled.isdisjoint(range(first, last)):
            continue
        if last not in formatted and not _MESSAGE.match(after.text):
            yield Hole(line.end, after.line.start, first + 1, last - 1, Sign.ROWS)


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
