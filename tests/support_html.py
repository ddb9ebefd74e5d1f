"""A report in HTML as a strict reader sees it: every element, every link, every script."""

import json
import re
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

# Elements that have no end.
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
# Elements that load, send or run.
_NEVER = frozenset({"iframe", "object", "embed", "base", "template", "audio", "video", "animate", "set"})
_LINKS = ("href", "src", "xlink:href", "srcset", "action", "formaction", "data", "poster", "background")


class Parsed(HTMLParser):
    """The elements of a page, in order, with their attributes; its text; its scripts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.words = []
        self.scripts = []
        self.wrong = []
        self._open = []
        self.feed(text)
        self.close()
        self.wrong += [f"not closed: {tag}" for tag in self._open]

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        self.wrong += [f"{tag}: {name} twice" for name in set(names) if names.count(name) > 1]
        self.elements.append((tag, dict(attributes)))
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "script":
            self.scripts.append("")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.wrong.append(f"closed where {self._open[-1:] or 'nothing'} is open: {tag}")

    def handle_data(self, data):
        if self._open and self._open[-1] == "script":
            self.scripts[-1] += data
        elif not (self._open and self._open[-1] == "style"):
            self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)

    @cached_property
    def ids(self):
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self):
        return [
            (tag, name, attributes[name]) for tag, attributes in self.elements for name in _LINKS if name in attributes
        ]

    def holdings(self):
        """What the data for our scripts says."""
        kinds = [attributes.get("type") for tag, attributes in self.elements if tag == "script"]
        return [
            json.loads(script) for kind, script in zip(kinds, self.scripts, strict=True) if kind == "application/json"
        ]


def parsed(folder):
    """Every page of a report, by its place."""
    return {place: Parsed(place.read_text(encoding="utf-8")) for place in sorted(folder.rglob("*.html"))}


def dead_links(folder):
    """The links that lead to no file of the report, or to no place in it."""
    pages = parsed(folder)
    ids = {place.resolve(): set(page.ids) for place, page in pages.items()}
    dead = []
    for place, page in pages.items():
        for tag, name, link in page.links:
            parts = urlsplit(link)
            if name == "src" and parts.scheme == "data":
                continue
            if parts.scheme in ("https", "http") and tag == "a":
                continue
            target = (place.parent / unquote(parts.path)).resolve() if parts.path else place.resolve()
            away = parts.scheme or parts.netloc or parts.query or not target.is_file()
            # `#status=part` is no place, but what the overview shows.
            place_in_it = "" if "=" in parts.fragment else unquote(parts.fragment)
            if away or (place_in_it and place_in_it not in ids.get(target, ())):
                dead.append((place.name, link))
    return dead


def unsafe(page):
    """What a page may not hold: script in an attribute or of its own, style in an attribute, a link to a script."""
    found = []
    for tag, attributes in page.elements:
        found += [f"{tag}: {name}" for name in attributes if name.startswith("on") or name in ("style", "srcdoc")]
        if tag in _NEVER or (tag == "form" and attributes.get("method") != "dialog"):
            found.append(tag)
        if tag == "script" and "src" not in attributes and attributes.get("type") != "application/json":
            found.append("script of its own")
        if tag == "meta" and attributes.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            found.append(f"meta: {attributes['http-equiv']}")
    links = (link for _, _, link in page.links)
    found += [link for link in links if re.match(r"\s*[a-z]+:", link, re.IGNORECASE) and not _is_allowed(link)]
    return found


def _is_allowed(link):
    return link.startswith(("https://", "http://", "data:image/webp;base64,", "data:image/png;base64,"))
