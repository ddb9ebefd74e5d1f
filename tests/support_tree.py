"""A page of a report as a tree, to look up what stands where; it fails on elements that do not close."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

_BLOCKS = frozenset({"br", "dd", "div", "dt", "h1", "h2", "h3", "li", "p", "section", "summary", "td", "th", "tr"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tree = TreeBuilder()
        self.open = []

    def handle_starttag(self, tag, attributes):
        self.tree.start(tag, {name: value or "" for name, value in attributes})
        if tag in _VOID:
            self.tree.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.tree.end(tag)

    def handle_data(self, data):
        self.tree.data(data)


def tree(html: str) -> Element:
    """The root of a page, or of a part of one."""
    builder = _Builder()
    builder.handle_starttag("root", [])
    builder.feed(html)
    builder.handle_endtag("root")
    return builder.tree.close()


def words(element: Element) -> str:
    """All text of an element, on one line; what a browser sets apart, as cells and paragraphs, stands apart."""
    return " ".join("".join(_text(element)).split())


def _text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        apart = " " if inner.tag in _BLOCKS else ""
        yield apart
        yield from _text(inner)
        yield apart + (inner.tail or "")
