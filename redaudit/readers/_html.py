"""The words of a whole HTML page: a line a block, a tab a cell, struck words between their signs.

Read in one pass by patterns that never look back: `html.parser` takes quadratic time over tags left open.
"""

import re

from redaudit.readers._signs import OFF, STRUCK_ON, UNDERLINED_ON, characters

_BLOCKS = frozenset(
    ("p", "div", "br", "tr", "li", "table", "ul", "ol", "hr", "pre", "blockquote", "section", "article", "title")
) | frozenset(f"h{level}" for level in range(1, 7))
_CELLS = frozenset(("td", "th"))
_INKS = {"del": STRUCK_ON, "s": STRUCK_ON, "strike": STRUCK_ON, "u": UNDERLINED_ON, "ins": UNDERLINED_ON}
_STYLED = re.compile(r"\bstyle\s?=[^<>]{0,200}?line-through", re.IGNORECASE)
# Elements whose words are not for the eye, and comments, each with what ends it.
_SILENT = re.compile(r"<(?:!--|(?P<name>script|style|template)\b)", re.IGNORECASE)
_ENDS = {
    "": re.compile("-->"),
    **{name: re.compile(rf"</{name}\b[^<>]{{0,100}}>", re.IGNORECASE) for name in ("script", "style", "template")},
}
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,30})"
    r"(?P<attributes>(?>(?:[^<>\"']++|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'|[\"'])*))>|<[!?][^<>]*>"
)
_BLANKS = re.compile(r"\s+")
_EMPTY_LINES = re.compile(r"\n{3,}")
# How far out a closing tag looks for the one it closes.
_DEPTH = 8
# Tags that nothing closes.
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed"))


def html_text(text: str) -> str:
    """The words of a whole HTML page."""
    page = _Words()
    text = without_silent(text)
    last = 0
    for tag in _TAG.finditer(text):
        page.add(text[last : tag.start()])
        last = tag.end()
        if tag["name"]:
            name = tag["name"].lower()
            if tag["end"]:
                page.close(name)
            else:
                page.open(name, tag["attributes"])
    page.add(text[last:])
    return _EMPTY_LINES.sub("\n\n", "".join(page.parts))


def without_silent(text: str) -> str:
    """A text without its HTML comments, scripts and style sheets; one that is never closed stays."""
    parts: list[str] = []
    last = 0
    unclosed: set[str] = set()
    for found in _SILENT.finditer(text):
        name = (found["name"] or "").lower()
        if found.start() < last or name in unclosed:
            continue
        end = _ENDS[name].search(text, found.end())
        if end is None:
            unclosed.add(name)
            continue
        parts.append(text[last : found.start()])
        last = end.end()
    parts.append(text[last:])
    return "".join(parts)


class _Words:
    """The words of a page as they grow, and the elements open around them with the ink each gives."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._preformatted = 0
        self._cells = 0

    def open(self, name: str, attributes: str) -> None:
        """An element begins."""
        self._preformatted += name == "pre"
        if name in _BLOCKS:
            self._say("\n")
            self._cells = 0
        elif name in _CELLS:
            self._say("\t" if self._cells else "")
            self._cells += 1
        if name in _VOID:
            return
        ink = _INKS.get(name) or (STRUCK_ON if _STYLED.search(attributes) else "")
        self._say(ink)
        self._open.append((name, ink))

    def close(self, name: str) -> None:
        """An element ends, with those inside it that were left open."""
        self._preformatted = max(0, self._preformatted - (name == "pre"))
        inside = self._open[-_DEPTH:]
        if any(name == other for other, _ in inside):
            other = ""
            while other != name:
                other, ink = self._open.pop()
                self._say(OFF if ink else "")
        if name in _BLOCKS:
            self._say("\n")

    def add(self, words: str) -> None:
        """Words as they are read; blanks tell nothing outside preformatted text."""
        if not self._preformatted:
            words = _BLANKS.sub(" ", words)
            if self.parts and self.parts[-1].endswith("\n"):
                words = words.lstrip()
        self._say(characters(words))

    def _say(self, words: str) -> None:
        if words:
            self.parts.append(words)
