"""The objects of a PDF, asked for without surprises: what is not there, or not of the kind, is nothing."""

from collections.abc import Iterator

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

# A tree or list of more entries than this is no document that anyone made.
MOST = 20_000
# No more than this of a stream is looked at, and no more of all streams together, in bytes.
STREAM, STREAMS = 4_000_000, 64_000_000
# Ways to pack pictures; pypdf would run other programs for some of them.
_PICTURES = {"/DCTDecode", "/DCT", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/CCF"}


def resolved(value: PdfObject | None) -> PdfObject | None:
    """An object, a reference followed; None for null."""
    found = value.get_object() if isinstance(value, IndirectObject) else value
    return None if isinstance(found, NullObject) else found


def entry(value: PdfObject | None, name: str) -> PdfObject | None:
    """What a dictionary holds under a name, references followed."""
    if not isinstance(value, DictionaryObject) or name not in value:
        return None
    return resolved(value.raw_get(name))


def dictionary(value: PdfObject | None, name: str) -> DictionaryObject | None:
    """The dictionary that a dictionary holds under a name."""
    found = entry(value, name)
    return found if isinstance(found, DictionaryObject) else None


def elements(value: PdfObject | None) -> list[PdfObject]:
    """The elements of an array, references not followed; one element for anything else, none for nothing."""
    found = resolved(value)
    if found is None or value is None:
        return []
    return list(found[:MOST]) if isinstance(found, ArrayObject) else [value]


def reference(dictionary_: PdfObject | None, name: str) -> int | None:
    """The number of the object that a dictionary refers to under a name."""
    if not isinstance(dictionary_, DictionaryObject) or name not in dictionary_:
        return None
    return number_of(dictionary_.raw_get(name))


def number_of(value: PdfObject | None) -> int | None:
    """The number of the object that a reference names."""
    return value.idnum if isinstance(value, IndirectObject) else None


def text(value: PdfObject | None) -> str:
    """A text string, blanks joined; empty for anything else."""
    found = resolved(value)
    if isinstance(found, ByteStringObject):
        return " ".join(found.decode("latin-1").replace("\x00", "").split())
    return " ".join(str(found).replace("\x00", "").split()) if isinstance(found, TextStringObject) else ""


def named(value: PdfObject | None, name: str) -> str:
    """The text that a dictionary holds under a name."""
    return text(entry(value, name))


def walked(start: PdfObject | None, *below: str) -> Iterator[DictionaryObject]:
    """The dictionaries of a tree, each once, those before that stand before; `below` name what holds their children."""
    waiting, seen = [start], set[int]()
    for _ in range(MOST):
        if not waiting:
            return
        item = waiting.pop()
        number = number_of(item)
        if number is not None:
            if number in seen:
                continue
            seen.add(number)
        found = resolved(item)
        if isinstance(found, ArrayObject):
            waiting += reversed(found[:MOST])
        elif isinstance(found, DictionaryObject):
            yield found
            waiting += [found.raw_get(name) for name in reversed(below) if name in found]


class Streams:
    """Reads streams until a file's share of bytes is used up."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._left = STREAMS

    def read(self, value: PdfObject | None) -> bytes:
        """The bytes of a stream, decoded; none for one that is too long, or a picture packed as such."""
        found = resolved(value)
        if not isinstance(found, StreamObject) or len(found._data) > STREAM or self._left <= 0:
            return b""
        if any(str(resolved(filter_)) in _PICTURES for filter_ in elements(entry(found, "/Filter"))):
            return b""
        content = found.get_data()[: 4 * STREAM]
        self._left -= len(content)
        return content
