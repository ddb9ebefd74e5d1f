"""Plain text, markdown, HTML and layout text, as OCR and web copies give them."""

import re

from redaudit.layout.columns import Run, arrange
from redaudit.model.document import Document, Ink, InkSpan, Page, Source
from redaudit.model.part import Reader


def accepts(head: bytes) -> bool:
    """Text: no NUL bytes but those of UTF-16, and no PDF."""
    return not head.lstrip().startswith(b"%PDF-") and b"\0" not in head


def read(data: bytes, source: Source) -> Document:
    """The pages of a text."""
    text = data.decode("utf-8", "replace")
    pages = tuple(_page(number, part) for number, part in enumerate(text.split("\f"), 1))
    return Document(Source(source.path, source.sha256, "text", "text/plain", source.size), pages)


def _page(number: int, text: str) -> Page:
    runs = [Run(row, 0, len(line), line) for row, line in enumerate(text.splitlines(), 1)]
    clean: list[Run] = []
    spans: list[tuple[int, int, int]] = []
    for index, run in enumerate(runs):
        out, last = "", 0
        for found in re.finditer(r"~~(.+?)~~|<del>(.+?)</del>", run.text):
            out += run.text[last : found.start()]
            word = found[1] or found[2]
            spans.append((index, len(out), len(out) + len(word)))
            out += word
            last = found.end()
        clean.append(Run(run.row, 0, len(out), out + run.text[last:]))
    arranged = arrange(clean)
    inks = tuple(InkSpan(arranged.starts[i] + a, arranged.starts[i] + b, Ink.STRUCK) for i, a, b in spans)
    return Page(number=number, text=arranged.text, lines=arranged.lines, inks=inks, rows=len(runs))


READER = Reader(id="text", summary="plain text, markdown and HTML", accepts=accepts, read=read)
