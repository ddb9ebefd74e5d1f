"""Comments that somebody made on the pages."""

import re
from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import entry, named
from redaudit.readers._structure.sheets import Leaf, is_switched_off

# The annotations that carry a reviewer's words (ISO 32000-1, 12.5.6.2), in plain words.
_KINDS = {
    "/Text": "a note",
    "/FreeText": "typed text that does not show",
    "/Highlight": "on a highlight",
    "/Underline": "on an underline",
    "/Squiggly": "on an underline",
    "/StrikeOut": "on a strike",
    "/Caret": "an insertion",
    "/Redact": "on a mark for redaction",
    "/Stamp": "on a stamp",
    "/Ink": "on a drawing",
    "/Line": "on a drawing",
    "/Square": "on a drawing",
    "/Circle": "on a drawing",
    "/Polygon": "on a drawing",
    "/PolyLine": "on a drawing",
}


_TAG = re.compile(r"<[^<>]{1,400}>")


def _said(annotation: DictionaryObject) -> str:
    """The words of a comment: the plain ones, else those of its rich text, which some programs keep alone."""
    return named(annotation, "/Contents") or " ".join(_TAG.sub(" ", named(annotation, "/RC")).split())


def comments(leaf: Leaf, shown: Shown) -> Iterator[Leftover]:
    """The comments of a page; words that only repeat what the page shows are none, but in a note."""
    for annotation in leaf.annotations:
        kind = str(entry(annotation, "/Subtype"))
        words = _said(annotation) if kind in _KINDS else ""
        # Typed text with a look of its own is print of the page, hidden or not.
        if kind == "/FreeText" and entry(annotation, "/AP") is not None and not is_switched_off(annotation):
            continue
        if not words or (kind != "/Text" and shown.page_shows(leaf.number, words)):
            continue
        tied = shown.hides(words)
        yield Leftover(
            Holding.COMMENT,
            f"{_KINDS[kind]}, switched off" if is_switched_off(annotation) else _KINDS[kind],
            words,
            leaf.number,
            leaf.box(annotation),
            tied.tie if tied else Tie.NONE,
        )
