"""The text that a PDF holds for screen readers: replacement text, descriptions, expansions."""

import re
from collections.abc import Iterator, Sequence

from pypdf.generic import DictionaryObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import Streams, dictionary, elements, entry, named, reference, walked
from redaudit.readers._structure.sheets import Leaf

_NAMES = {
    "/ActualText": "replacement text",
    "/Alt": "descriptions",
    "/E": "expansions of abbreviations",
    "/T": "titles of the structure",
}
# Property lists of marked content within a page's stream: a name, then a string in brackets or in hexadecimal.
_IN_STREAM = re.compile(
    rb"/(ActualText|Alt|E)\s*(?:\(((?:[^()\\]|\\.){1,4000})\)|<([0-9A-Fa-f\s]{1,8000})>)", re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r": b""}


def tags(
    catalogue: DictionaryObject, leaves: Sequence[Leaf], numbers: dict[int, int], streams: Streams, shown: Shown
) -> Iterator[Leftover]:
    """Structure text tied to a redaction, or with words that no page shows; only replacement text without a box."""
    boxed = {leaf.number for leaf in leaves if leaf.page.boxes}
    if not boxed and not shown.whole:
        return
    for page, name, words, kind in (*_tree(catalogue, numbers), *_marked(leaves, streams)):
        place = shown.place(words)
        # A picture is described in words of its own; other text is that of the page, or was.
        told = name == "/ActualText" or (page in boxed and kind != "/Figure")
        if place.tie is Tie.BOX or (place.tie is Tie.UNSHOWN and told):
            yield Leftover(Holding.STRUCTURE, _NAMES[name], words, place.page or page, place.box, place.tie)


def _tree(catalogue: DictionaryObject, numbers: dict[int, int]) -> Iterator[tuple[int | None, str, str, str]]:
    """The texts of the structure tree with their page and the kind of their element."""
    for element in walked(dictionary(catalogue, "/StructTreeRoot"), "/K"):
        for name in _NAMES:
            words = named(element, name)
            if words:
                page = reference(element, "/Pg")
                yield None if page is None else numbers.get(page), name, words, str(entry(element, "/S"))


def _marked(leaves: Sequence[Leaf], streams: Streams) -> Iterator[tuple[int | None, str, str, str]]:
    """The texts of marked content on the pages with boxes."""
    for leaf in leaves:
        if leaf.page.boxes:
            for stream in elements(entry(leaf.object, "/Contents")):
                for name, plain, digits in _IN_STREAM.findall(streams.read(stream)):
                    words = _decoded(_unescaped(plain) if plain else bytes.fromhex(_even(digits)))
                    yield leaf.number, f"/{name.decode()}", words, ""
            properties = dictionary(entry(leaf.object, "/Resources"), "/Properties")
            for key in properties or ():
                for name in _NAMES:
                    words = named(entry(properties, key), name)
                    if words:
                        yield leaf.number, name, words, ""


def _even(digits: bytes) -> str:
    kept = b"".join(digits.split()).decode()
    return kept + "0" * (len(kept) % 2)


def _unescaped(string: bytes) -> bytes:
    def sign(found: re.Match[bytes]) -> bytes:
        escaped = found[1]
        return bytes((int(escaped, 8) & 255,)) if escaped.isdigit() else _SIGNS.get(escaped, escaped)

    return _ESCAPE.sub(sign, string)


def _decoded(string: bytes) -> str:
    """A text string: UTF-16 or UTF-8 where its mark says so, else PDFDocEncoding, of which Latin 1 is most."""
    if string[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return string.decode("utf-16", "replace")
    if string.startswith(b"\xef\xbb\xbf"):
        return string.decode("utf-8-sig", "replace")
    return string.decode("latin-1")
