"""Addresses that links lead to, under a redaction: `mailto:` and the name that the box hides."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Place, Shown
from redaudit.readers._structure.objects import entry, named
from redaudit.readers._structure.sheets import Leaf

# What every address has.
_USUAL = re.compile(r"(?i)\b(?:mailto|https?|ftp|www|com|org|net|gov|mil|edu|html?|php|aspx?|pdf)\b")


def links(leaf: Leaf, shown: Shown) -> Iterator[Leftover]:
    """Addresses with words from under a redaction, or of links under one with words that no page shows."""
    for annotation in leaf.annotations:
        action = entry(annotation, "/A")
        address = named(action, "/URI") or named(action, "/F") or named(entry(action, "/F"), "/F")
        words = _USUAL.sub(" ", unquote(address))
        if str(entry(annotation, "/Subtype")) != "/Link" or not words.strip():
            continue
        covered = leaf.redaction(leaf.box(annotation)) if shown.names(words) else None
        place = shown.hides(words) or (Place(Tie.BOX, leaf.number, covered) if covered else None)
        if place is not None:
            yield Leftover(Holding.STRUCTURE, "the address of a link", address, place.page, place.box, Tie.BOX)
