"""Pages, content and pictures that no page uses any more, and that still stand in the file."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject, StreamObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import Streams, elements, entry, resolved
from redaudit.readers._structure.sheets import Leaf

# No file longer than this is searched, in bytes, and no more unused objects than this are looked at.
_LONGEST, _OBJECTS = 64_000_000, 500
_REFERENCE = re.compile(rb"(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R\b")
_OBJECT = re.compile(rb"(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj\b")
_PAGE = re.compile(rb"/Type\s{0,9}/Page\b")
_STRING = re.compile(rb"\(((?:[^()\\]|\\.){0,2000})\)|<([0-9A-Fa-f\s]{2,4000})>", re.DOTALL)
_SHOWING = re.compile(rb"\bT[jJ]\b|['\"]\s")
# Strings in hexadecimal mostly are numbers of glyphs.
_GLYPHS = b"<"
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)


@frozen
class _Piece:
    """Objects as they stand in the file: their bytes without streams, and where each number begins."""

    text: bytes
    places: tuple[int, ...]
    numbers: tuple[int, ...]

    def number_at(self, place: int) -> int | None:
        """The number of the object that a place belongs to."""
        index = bisect_right(self.places, place) - 1
        return self.numbers[index] if index >= 0 else None


def unused(
    data: bytes, reader: PdfReader, leaves: Sequence[Leaf], streams: Streams, shown: Shown
) -> Iterator[Leftover]:
    """What stands in objects that nothing refers to, and in pages outside the page tree, and no page shows."""
    if len(data) > _LONGEST or reader.is_encrypted:
        return
    pieces = (_plain(data), *_packed(reader, streams))
    used = {leaf.object.indirect_reference.idnum for leaf in leaves if leaf.object.indirect_reference}
    strings = _Strings(leaves, streams)
    for number in islice(_loose(reader, pieces, used), _OBJECTS):
        item = resolved(IndirectObject(number, 0, reader))
        if isinstance(item, StreamObject) and str(entry(item, "/Subtype")) == "/Image":
            yield Leftover(Holding.REVISION, "the file holds a picture that no page uses any more")
            continue
        content = _content(item, streams)
        gone = strings.beyond(content) if content and _SHOWING.search(content) else []
        words = " ".join(gone)
        if gone and (not any(map(str.isalnum, words)) or shown.unshown(words)):
            told = any(map(str.isalnum, words))
            what = "the file holds words that no page uses any more"
            yield Leftover(Holding.REVISION, what, words, tie=Tie.UNSHOWN if told else Tie.NONE)


def _loose(reader: PdfReader, pieces: Sequence[_Piece], used: set[int]) -> Iterator[int]:
    """The numbers of objects that nothing refers to, and of pages outside the page tree."""
    referred = {int(number) for piece in pieces for number in _REFERENCE.findall(piece.text)}
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    yield from sorted(numbers - referred - used)
    for piece in pieces:
        for found in _PAGE.finditer(piece.text):
            number = piece.number_at(found.start())
            if number is not None and number in numbers and number in referred and number not in used:
                used.add(number)
                yield number


def _plain(data: bytes) -> _Piece:
    """The file without what stands in its streams."""
    parts: list[bytes] = []
    for part in data.split(b"endstream"):
        start = part.find(b"stream")
        parts.append(part if start < 0 else part[:start])
    text = b"\n".join(parts)
    heads = list(_OBJECT.finditer(text))
    return _Piece(text, tuple(head.start() for head in heads), tuple(int(head[1]) for head in heads))


def _packed(reader: PdfReader, streams: Streams) -> Iterator[_Piece]:
    """The objects that stand packed in streams."""
    for number in sorted({place[0] for place in reader.xref_objStm.values()}):
        stream = resolved(IndirectObject(number, 0, reader))
        text = streams.read(stream)
        first = entry(stream, "/First")
        start = int(first) if isinstance(first, int) else 0
        head = [int(word) for word in text[:start].split() if word.isdigit()]
        yield _Piece(text, tuple(start + place for place in head[1::2]), tuple(head[: len(head) - len(head) % 2 : 2]))


def _content(item: PdfObject | None, streams: Streams) -> bytes:
    """The content of a page, or a stream that may be one."""
    if isinstance(item, StreamObject):
        return streams.read(item) if "/Type" not in item and "/Length1" not in item else b""
    if isinstance(item, DictionaryObject):
        return b"\n".join(streams.read(part) for part in elements(entry(item, "/Contents")))
    return b""


class _Strings:
    """The strings that the pages' own content shows, read when something is compared with them."""

    def __init__(self, leaves: Sequence[Leaf], streams: Streams) -> None:
        """Nothing read yet."""
        self._leaves, self._streams = leaves, streams
        self._counts: Counter[bytes] | None = None

    def beyond(self, content: bytes) -> list[str]:
        """The strings of some content that the pages' own does not hold as often; glyph numbers have no words."""
        if self._counts is None:
            self._counts = Counter()
            for leaf in self._leaves:
                self._counts.update(_strings(_content(leaf.object, self._streams)))
        left = Counter(_strings(content)) - self._counts
        return [
            "" if string.startswith(_GLYPHS) else _ESCAPE.sub(rb"\1", string).decode("latin-1")
            for string in left.elements()
            if string.strip()
        ]


def _strings(content: bytes) -> list[bytes]:
    """The strings of some content as they are written; those of glyph numbers keep their mark."""
    return [plain or _GLYPHS + digits for plain, digits in _STRING.findall(content)]
