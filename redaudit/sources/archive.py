"""ZIP and TAR as folders: each member an entry, nested once, nothing ever written to disk.

Members come in the order of a ZIP's directory and of a TAR's headers. All that an archive holds, and archives in it,
may unpack to RATIO times its size, and to the size of one document in any case.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO

from attrs import field, frozen

from redaudit.errors import UnreadableDocument
from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources import tarred, zipped
from redaudit.sources.entry import File, Settled, why
from redaudit.sources.member import Kind, Member
from redaudit.sources.naming import Paths, parts
from redaudit.sources.unpacking import RATIO, WRAPPINGS, Allowance, Swollen, Unpacked

# How many first bytes of a file tell that it may be an archive.
HEAD = 512

# A ZIP that holds one of these is a document or a program, which redaudit.content names.
_NO_FOLDERS = {
    b"[Content_Types].xml",  # Word, Excel, PowerPoint, XPS
    b"META-INF/manifest.xml",  # OpenDocument
    b"META-INF/container.xml",  # EPUB
    b"META-INF/MANIFEST.MF",  # a Java program
    b"AndroidManifest.xml",
    b"Index/Document.iwa",  # Pages, Numbers, Keynote
}


def is_archive(head: bytes) -> bool:
    """Whether a file may be an archive, by its first HEAD bytes; `opens_as_folder` tells whether it is one."""
    return head.startswith((*zipped.MAGICS, *(magic for magic, _ in WRAPPINGS))) or tarred.begins(head)


def opens_as_folder(source: BinaryIO) -> bool:
    """Whether a file is an archive of files, and no document or program in a ZIP's clothes, no lone packed file.

    A damaged one is, where nothing tells that it is not. Raises OSError as the file does.
    """
    source.seek(0)
    head = source.read(HEAD)
    if head.startswith(zipped.MAGICS):
        return _is_folder(source)
    unpacked = _unpacked(source, head, Allowance(2**20))
    if unpacked is None:
        return tarred.begins(head)
    try:
        return tarred.begins(unpacked.read(HEAD))
    except UnreadableDocument:
        return True


def _unpacked(source: BinaryIO, head: bytes, allowance: Allowance) -> Unpacked | None:
    """What a compressed file unpacks to, from its beginning; None for one that is not compressed."""
    source.seek(0)
    for magic, start in WRAPPINGS:
        if head.startswith(magic):
            return Unpacked(source.read, start, allowance, magic[:3])
    return None


def _is_folder(source: BinaryIO) -> bool:
    """Whether a ZIP is none of the documents and programs that are ZIPs; one without a directory goes by its begin."""
    first = True
    try:
        for record in zipped.records(source, zipped.directory(source)):
            if record.name in _NO_FOLDERS or (first and record.name == b"mimetype"):
                return False
            first = False
    except UnreadableDocument:
        source.seek(0)
        return b"[Content_Types].xml" not in (head := source.read(4096)) and not head.startswith(b"mimetype", 30)
    return True


@frozen
class _Opening:
    """One archive that was given: what holds for it and for the archives inside it."""

    size: int
    allowance: Allowance
    paths: Paths = field(factory=Paths)


def members(source: BinaryIO, path: str, size: int) -> Iterator[Settled]:
    """What an archive holds, one member at a time; `source` is open for reading and can seek, `path` as reported.

    `size`: how many bytes a document may have. What cannot be read comes as Unreadable, what is not to be read as
    Skipped; where an archive breaks off, the members before stand and it is Unreadable itself.
    """
    try:
        opening = _Opening(size, Allowance(max(size, RATIO * source.seek(0, 2))))
        yield from _inside(source, path, opening, 0)
    except Swollen as error:
        yield Unreadable(path, error.reason)
    except OSError as error:
        yield Unreadable(path, why(error))


def _inside(source: BinaryIO, path: str, opening: _Opening, depth: int) -> Iterator[Settled]:
    found = False
    try:
        for member in _opened(source, opening):
            for entry in _entries(member, path, opening, depth):
                found = True
                yield entry
        if not found:
            yield Skipped(path, "an empty archive")
    except Swollen:
        raise
    except UnreadableDocument as error:
        yield Unreadable(path, error.reason)


def _opened(source: BinaryIO, opening: _Opening) -> Iterator[Member]:
    end = source.seek(0, 2)
    source.seek(0)
    head = source.read(HEAD)
    if head.startswith(zipped.MAGICS):
        return zipped.members(source, opening.size, opening.allowance)
    unpacked = _unpacked(source, head, opening.allowance)
    return tarred.members(unpacked or tarred.Plain(source, end), opening.size)


def _entries(member: Member, path: str, opening: _Opening, depth: int) -> Iterator[Settled]:
    """What one member is: an entry, those of the archive that it is, or none for a folder."""
    names = parts(member.name)
    if (hidden := _hidden(names, member.kind)) is not None:
        above, reason = hidden
        if opening.paths.is_new(f"{path}/{above}") or reason == "a hidden file":
            yield Skipped(f"{path}/{above}", reason)
        return
    if member.kind is Kind.FOLDER:
        return
    shown = opening.paths.single(f"{path}/{'/'.join(names)}")
    if member.kind is Kind.LINK:
        yield Skipped(shown, "a link, not followed")
    elif member.kind is Kind.DEVICE:
        yield Skipped(shown, "neither a file nor a folder")
    else:
        yield from _file(member, shown, opening, depth)


def _hidden(names: tuple[str, ...], kind: Kind) -> tuple[str, str] | None:
    """The topmost folder or file among these that is hidden, and what it is; None where nothing is."""
    for number, name in enumerate(names, 1):
        is_folder = number < len(names) or kind is Kind.FOLDER
        if name.startswith(".") or (name == "__MACOSX" and is_folder):
            return "/".join(names[:number]), "a hidden folder" if is_folder else "a hidden file"
    return None


def _file(member: Member, shown: str, opening: _Opening, depth: int) -> Iterator[Settled]:
    try:
        data = member.read()
    except Swollen:
        raise
    except UnreadableDocument as error:
        yield Unreadable(shown, error.reason)
        return
    if not is_archive(data[:HEAD]) or not opens_as_folder(io.BytesIO(data)):
        yield File(shown, "", data)
    elif depth > 0:
        yield Skipped(shown, "an archive in an archive in an archive: not opened")
    else:
        yield from _inside(io.BytesIO(data), shown, opening, depth + 1)
