"""Letters that only a font cut down to the text's letters still knows."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pypdf.generic import DictionaryObject

from redaudit.model.document import Holding, Leftover
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import Streams, dictionary, entry
from redaudit.readers._structure.sheets import Leaf

# A font cut down to some letters is marked by six capitals and a plus sign (ISO 32000-1, 9.6.4).
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_PAIR = re.compile(rb"<[0-9A-Fa-f]{2,8}>\s*<([0-9A-Fa-f]{4})>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{2,8})>\s*(?:<([0-9A-Fa-f]{4})>|\[([^\]]*)\])")
_FOUR = re.compile(rb"<([0-9A-Fa-f]{4})>")
# Fonts of a page and of a file, and letters of a range, that are looked at.
_FONTS, _EVERY, _LETTERS = 64, 256, 256
# The names of glyphs that are not those of their letters.
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS = {name: str(digit) for digit, name in enumerate(_DIGITS)}
# Cut to the letters of a text, a font has few that the text lost; with more than this part it was cut to an alphabet.
_LOST = 0.5


def fonts(leaves: Sequence[Leaf], streams: Streams, shown: Shown) -> Iterator[Leftover]:
    """Letters and digits that a cut font maps and no page uses, hidden text counted as used."""
    cut = list(_cut(leaves))
    tables = [streams.read(entry(font, "/ToUnicode")) for font in cut]
    for font, table in zip(cut, tables, strict=True):
        glyphs = str(entry(entry(font, "/FontDescriptor"), "/CharSet") or "")
        if glyphs:
            # What the font itself says that it still has.
            letters = {letter for glyph in glyphs.split("/") if len(letter := _SIGNS.get(glyph, glyph)) == 1}
        elif tables.count(table) == 1:
            letters = _letters(table)
        else:
            continue  # A table that several fonts share is that of an encoding, not of the letters of a text.
        lost = sorted(letters - shown.characters)
        if lost and len(lost) <= _LOST * len(letters):
            yield Leftover(Holding.FONT, "a font cut down to the text's letters", "".join(lost))


def _cut(leaves: Sequence[Leaf]) -> Iterator[DictionaryObject]:
    """The fonts of the pages that were cut down, each once."""
    seen: set[int] = set()
    for leaf in leaves:
        held = dictionary(entry(leaf.object, "/Resources"), "/Font")
        for name in list(held or ())[:_FONTS]:
            font = entry(held, name)
            if not isinstance(font, DictionaryObject) or id(font) in seen or len(seen) >= _EVERY:
                continue
            seen.add(id(font))
            if _SUBSET.match(str(entry(font, "/BaseFont"))):
                yield font


def _letters(table: bytes) -> set[str]:
    """The letters and digits that a font's table maps its glyphs to."""
    codes = [code for block in _blocks(table, b"bfchar") for code in _PAIR.findall(block)]
    found = {chr(int(code, 16)) for code in codes}
    for block in _blocks(table, b"bfrange"):
        for first, last, start, listed in _RANGE.findall(block):
            if start:
                count = min(int(last, 16) - int(first, 16) + 1, _LETTERS)
                found |= {chr(int(start, 16) + step) for step in range(count)}
            else:
                found |= {chr(int(code, 16)) for code in _FOUR.findall(listed)}
    letters = {unicodedata.normalize("NFKC", letter) for letter in found if letter.isalnum()}
    return {letter for letter in letters if len(letter) == 1}  # ligatures are of no letter's own


def _blocks(table: bytes, kind: bytes) -> list[bytes]:
    """The blocks of a kind in a table, without their first and last words."""
    return [block.split(b"end" + kind, 1)[0] for block in table.split(b"begin" + kind)[1:]]
