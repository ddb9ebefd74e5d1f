"""Plain text, markdown, HTML and layout text, as OCR and web copies give them.

Layout text is what `pdftotext -layout` writes: blanks stand for places across the page. It is read by column.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from redaudit.layout.columns import WIDE_GAP, Run, arrange, with_margins_apart
from redaudit.model.document import Content, Document, InkSpan, Page, Source
from redaudit.model.line import Line, Lines
from redaudit.model.part import AS_USUAL, Reader, Reading
from redaudit.readers._encoding import decoded, looks_like_text
from redaudit.readers._markup import is_html, plain
from redaudit.readers._pages import page_texts
from redaudit.readers._signs import INKS, OFF, SIGNS, STRUCK_ON

# A tab in a copy of a table is a wide gap.
_TAB = " " * 6
# No printed page has more characters; the lines of a longer one are read in pieces, and packed.
_PRINTED = 250_000
# How many signs of ink, one inside the other, are looked at.
_DEPTH = 8
_WIDE = re.compile(rf"\S {{{WIDE_GAP},}}\S|^ {{30,}}\S", re.MULTILINE)


def accepts(head: bytes) -> bool:
    """Text in any encoding that Western documents come in; a PDF under any name is none."""
    return b"%PDF-" not in head[:1024] and looks_like_text(head)


def read(data: bytes, source: Source, _: Reading = AS_USUAL) -> Document:
    """The pages of a text; every byte is read as something, and no choice changes how."""
    raw = decoded(data)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in raw:
        raw = raw.replace("\0", "")
    media_type = "text/html" if is_html(raw) else "text/plain"
    pages = tuple(_page(number, text) for number, text in enumerate(page_texts(plain(raw)), 1))
    return Document(Source(source.path, source.sha256, "text", media_type, source.size), pages)


def _page(number: int, text: str) -> Page:
    if "\t" in text:
        text = text.replace("\t", _TAB)
    content = Content.TEXT if text.strip() else Content.BLANK
    text, inks = _without_signs(text)
    if _WIDE.search(text):
        return _laid_out(number, text, inks, content)
    lines = _plain_lines(text)
    return Page(number=number, text=text, lines=lines, inks=inks, content=content, rows=lines[-1].row if lines else 0)


def _plain_lines(text: str) -> Sequence[Line]:
    if len(text) <= _PRINTED:
        return tuple(_lines_in(text, 0, 1))
    lines, start, row = Lines(), 0, 1
    while start <= len(text):
        end = text.find("\n", start + _PRINTED)
        piece = text[start : end if end >= 0 else len(text)]
        lines.extend(_lines_in(piece, start, row))
        start, row = start + len(piece) + 1, row + piece.count("\n") + 1
    return lines


def _lines_in(text: str, offset: int, first: int) -> Iterator[Line]:
    """The lines of a text that begins at an offset of its page, on its `first` row."""
    for row, line in enumerate(text.split("\n"), first):
        if clean := line.strip():
            left = line.find(clean)
            right = left + len(clean)
            yield Line(offset + left, offset + right, row, left, right)
        offset += len(line) + 1


def _laid_out(number: int, text: str, inks: tuple[InkSpan, ...], content: Content) -> Page:
    rows = text.split("\n")
    arranged = arrange(with_margins_apart(_runs(rows)))
    if inks:
        inks = _moved(inks, rows, arranged.lines)
    return Page(number=number, text=arranged.text, lines=arranged.lines, inks=inks, content=content, rows=len(rows))


_GAP = " " * WIDE_GAP
_RUN = re.compile(rf"\S+(?: {{1,{WIDE_GAP - 1}}}\S+)*")


def _runs(rows: list[str]) -> list[Run]:
    """The runs of typed rows; a row without a wide gap is one."""
    runs: list[Run] = []
    for row, line in enumerate(rows, 1):
        clean = line.strip()
        if _GAP in clean:
            runs += [Run(row, found.start(), found.end(), found[0]) for found in _RUN.finditer(line)]
        elif clean:
            left = line.find(clean)
            runs.append(Run(row, left, left + len(clean), clean))
    return runs


def _moved(inks: tuple[InkSpan, ...], rows: list[str], lines: tuple[Line, ...]) -> tuple[InkSpan, ...]:
    """Spans of the typed text as spans of the text in reading order, found by row and column."""
    starts = list(accumulate((len(line) + 1 for line in rows), initial=0))
    by_row: dict[int, list[Line]] = {}
    for placed in lines:
        by_row.setdefault(placed.row, []).append(placed)
    moved: list[InkSpan] = []
    for ink in inks:
        for row in range(bisect_right(starts, ink.start), bisect_left(starts, ink.end) + 1):
            column = starts[row - 1]
            for placed in by_row.get(row, ()):
                first, last = max(ink.start - column, placed.left), min(ink.end - column, placed.right)
                if first < last:
                    shift = placed.start - placed.left
                    moved.append(InkSpan(first + shift, last + shift, ink.ink))
    return tuple(sorted(moved, key=lambda span: span.start))


def _without_signs(text: str) -> tuple[str, tuple[InkSpan, ...]]:
    """The text without its signs of ink, and the spans they framed: apart from each other, in order."""
    if not SIGNS.search(text):
        return text, ()
    parts: list[str] = []
    spans: list[InkSpan] = []
    opened: list[str] = []
    length = last = 0
    for sign in SIGNS.finditer(text):
        words = text[last : sign.start()]
        _write(spans, opened, length, length + len(words))
        parts.append(words)
        length += len(words)
        last = sign.end()
        if sign[0] != OFF:
            opened.append(sign[0])
        elif opened:
            opened.pop()
    parts.append(text[last:])
    # What is open at the end of a page is open to its foot.
    _write(spans, opened, length, length + len(text) - last)
    return "".join(parts), tuple(spans)


def _write(spans: list[InkSpan], opened: list[str], start: int, end: int) -> None:
    """Add a stretch in the ink of the signs open over it; a strike shows over every other."""
    if not opened or start == end:
        return
    ink = INKS[STRUCK_ON if STRUCK_ON in opened[-_DEPTH:] else opened[-1]]
    if spans and spans[-1].end == start and spans[-1].ink is ink:
        start = spans.pop().start
    spans.append(InkSpan(start, end, ink))


READER = Reader(
    id="text", summary="plain text, markdown, HTML and layout text, in any Western encoding", accepts=accepts, read=read
)
