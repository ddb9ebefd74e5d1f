"""The text that a PDF holds for screen readers: replacement text, descriptions, expansions."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen
from pypdf.generic import DictionaryObject, NumberObject, PdfObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Place, Shown
from redaudit.readers._structure.marked import Marked, is_black, marked
from redaudit.readers._structure.objects import (
    Streams,
    dictionary,
    elements,
    entry,
    named,
    reference,
    resolved,
    walked,
)
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


@frozen
class _Spoken:
    """A text for screen readers: its page, the name it stands under, its words, and its element in the tree."""

    page: int | None
    name: str
    words: str
    element: DictionaryObject | None = None


def tags(
    catalogue: DictionaryObject, leaves: Sequence[Leaf], numbers: dict[int, int], streams: Streams, shown: Shown
) -> Iterator[Leftover]:
    """Structure text tied to a redaction, or with words that no page shows; only replacement text without a box."""
    boxed = {leaf.number for leaf in leaves if leaf.page.boxes}
    if not boxed and not shown.whole:
        return
    under = _Under({leaf.number: leaf for leaf in leaves}, streams)
    for spoken in (*_tree(catalogue, numbers), *_marked(leaves, streams)):
        place = shown.place(spoken.words)
        if place.tie is not Tie.BOX and shown.names(spoken.words):
            place = under.place(spoken) or place
        # A picture is described in words of its own; other text is that of the page, or was.
        pictured = spoken.element is not None and str(entry(spoken.element, "/S")) == "/Figure"
        told = spoken.name == "/ActualText" or (spoken.page in boxed and not pictured)
        if place.tie is Tie.BOX or (place.tie is Tie.UNSHOWN and told):
            page = place.page or spoken.page
            yield Leftover(Holding.STRUCTURE, _NAMES[spoken.name], spoken.words, page, place.box, place.tie)


class _Under:
    """Finds the redaction that an element of the structure tree stands for."""

    def __init__(self, leaves: dict[int, Leaf], streams: Streams) -> None:
        """The leaves by number; the pieces of a page are looked for when an element asks for them."""
        self._leaves, self._streams = leaves, streams
        self._pieces: dict[int, dict[int, Marked]] = {}

    def place(self, spoken: _Spoken) -> Place | None:
        """The box that an element frames or draws, or the black picture that it describes."""
        leaf = self._leaves.get(spoken.page or 0)
        if leaf is None or spoken.element is None:
            return None
        pieces = self._pieces_of(leaf)
        drawn = [pieces[number] for number in _content(spoken.element) if number in pieces]
        bounds = [corners for piece in drawn if (corners := piece.bounds()) is not None]
        framed = leaf.frame(entry(_layout(spoken.element), "/BBox"))
        box = framed or (leaf.placed(bounds[0]) if bounds else None)
        if redaction := leaf.redaction(box):
            return Place(Tie.BOX, leaf.number, redaction)
        black = any(is_black(picture, self._streams) for piece in drawn for picture in piece.pictures)
        return Place(Tie.BOX, leaf.number, box) if black else None

    def _pieces_of(self, leaf: Leaf) -> dict[int, Marked]:
        if leaf.number not in self._pieces:
            self._pieces[leaf.number] = marked(leaf.object, self._streams)
        return self._pieces[leaf.number]


def _layout(element: DictionaryObject) -> PdfObject | None:
    """The layout attributes of an element."""
    every = [resolved(item) for item in elements(entry(element, "/A"))]
    return next((item for item in every if entry(item, "/BBox") is not None), None)


def _content(element: DictionaryObject) -> list[int]:
    """The numbers of the marked pieces that an element holds itself."""
    numbers: list[int] = []
    for item in elements(entry(element, "/K")):
        found = resolved(item)
        number = entry(found, "/MCID") if isinstance(found, DictionaryObject) else found
        if isinstance(number, NumberObject):
            numbers.append(int(number))
    return numbers


def _tree(catalogue: DictionaryObject, numbers: dict[int, int]) -> Iterator[_Spoken]:
    """The texts of the structure tree."""
    for element in walked(dictionary(catalogue, "/StructTreeRoot"), "/K"):
        for name in _NAMES:
            words = named(element, name)
            if words:
                page = reference(element, "/Pg")
                yield _Spoken(None if page is None else numbers.get(page), name, words, element)


def _marked(leaves: Sequence[Leaf], streams: Streams) -> Iterator[_Spoken]:
    """The texts of marked content on the pages with boxes."""
    for leaf in leaves:
        if leaf.page.boxes:
            for stream in elements(entry(leaf.object, "/Contents")):
                for name, plain, digits in _IN_STREAM.findall(streams.read(stream)):
                    words = _decoded(_unescaped(plain) if plain else bytes.fromhex(_even(digits)))
                    yield _Spoken(leaf.number, f"/{name.decode()}", words)
            properties = dictionary(entry(leaf.object, "/Resources"), "/Properties")
            for key in properties or ():
                for name in _NAMES:
                    words = named(entry(properties, key), name)
                    if words:
                        yield _Spoken(leaf.number, name, words)


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
