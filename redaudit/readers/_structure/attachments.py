"""Files that travel inside a PDF: listed with the document, pinned to a page, or tied to a part of it."""

from collections.abc import Iterator, Sequence

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from redaudit.model.document import Holding, Leftover, Tie
from redaudit.readers._shown import Shown
from redaudit.readers._structure.objects import Streams, dictionary, elements, entry, named, resolved, walked
from redaudit.readers._structure.sheets import Leaf

# Files by their first bytes, in plain words.
_SIGNS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an Office or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an Office file or an e-mail"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"RIFF", "a recording"),
)
# More files than this in one PDF are counted by their list alone.
_FILES = 1_000
_KIB = 1024


def attachments(
    catalogue: DictionaryObject, leaves: Sequence[Leaf], streams: Streams, shown: Shown
) -> Iterator[Leftover]:
    """Every file once, with its page where it is pinned to one."""
    seen: set[int] = set()
    for page, specification in _specifications(catalogue, leaves):
        stream = _stream(specification)
        number = id(stream) if stream is None or stream.indirect_reference is None else stream.indirect_reference.idnum
        if stream is None or number in seen:
            continue
        seen.add(number)
        if len(seen) > _FILES:
            return
        content = streams.read(stream)
        words = _text(content)
        name = named(specification, "/UF") or named(specification, "/F")
        tied = shown.hides(f"{name}\n{words}")
        yield Leftover(
            Holding.ATTACHMENT,
            f"an attached file, {_kind(content, words)} of {_size(len(content) or len(stream._data))}",
            f"{name}\n{words}",
            page,
            tie=tied.tie if tied else Tie.NONE,
        )


def _specifications(
    catalogue: DictionaryObject, leaves: Sequence[Leaf]
) -> Iterator[tuple[int | None, PdfObject | None]]:
    """The places that may name a file, with their page."""
    for leaf in leaves:
        for annotation in leaf.annotations:
            if str(entry(annotation, "/Subtype")) == "/FileAttachment":
                yield leaf.number, entry(annotation, "/FS")
            # Films and models travel with a list of files of their own.
            for item in _listed(dictionary(dictionary(annotation, "/RichMediaContent"), "/Assets")):
                yield leaf.number, item
        for item in elements(entry(leaf.object, "/AF")):
            yield leaf.number, resolved(item)
    for item in _listed(dictionary(dictionary(catalogue, "/Names"), "/EmbeddedFiles")):
        yield None, item
    for item in elements(entry(catalogue, "/AF")):
        yield None, resolved(item)


def _listed(tree: DictionaryObject | None) -> Iterator[PdfObject | None]:
    """The values of a tree of names."""
    for node in walked(tree, "/Kids"):
        for item in elements(entry(node, "/Names"))[1::2]:
            yield resolved(item)


def _stream(specification: PdfObject | None) -> StreamObject | None:
    """The file that a specification embeds; None for one that only points elsewhere."""
    embedded = dictionary(specification, "/EF")
    for name in ("/UF", "/F", "/DOS", "/Mac", "/Unix"):
        found = entry(embedded, name)
        if isinstance(found, StreamObject):
            return found
    return None


def _text(content: bytes) -> str:
    """The words of a file that is plain text."""
    if b"\x00" in content[:_KIB] or any(content.startswith(sign) for sign, _ in _SIGNS):
        return ""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _kind(content: bytes, words: str) -> str:
    known = next((kind for sign, kind in _SIGNS if content.startswith(sign)), None)
    return known or ("a text" if words else "data")


def _size(count: int) -> str:
    return f"{count:,} bytes" if count < _KIB else f"{count // _KIB:,} KiB"
