"""TAR read forward: headers and bytes of each member in the order in which they stand, none of them kept.

Python's tarfile keeps every member that it saw, and reads a header that says it is gigabytes long whole into memory;
its reading of one header (`TarInfo.frombuf`) is used here, the loop around it is our own.
"""

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Protocol

from attrs import define, frozen

from redaudit.config import MEGABYTE
from redaudit.errors import UnreadableDocument
from redaudit.sources.member import TOO_MANY, Kind, Member

BLOCK = tarfile.BLOCKSIZE

# What precedes a member to tell its long name or its attributes is never longer in earnest.
_LONGEST_NOTE = MEGABYTE

# As in a ZIP; of a longer one the rest is not shown.
_LONGEST_NAME = 2**16 - 1

# What is asked of such a note, and how it tells of a file with holes; all else in it would be kept for nothing.
_TOLD = (b"path", b"size", b"GNU.sparse.name")
_SPARSE = b"GNU.sparse."

_NOTES = (b"x", b"X", b"g", b"L", b"K")
_KINDS = {
    b"1": Kind.LINK,
    b"2": Kind.LINK,
    b"3": Kind.DEVICE,
    b"4": Kind.DEVICE,
    b"5": Kind.FOLDER,
    b"6": Kind.DEVICE,
    b"D": Kind.FOLDER,
    b"V": Kind.FOLDER,
}
_WITHOUT_BYTES = (b"1", b"2", b"3", b"4", b"5", b"6", b"V")


class Stream(Protocol):
    """Bytes that are read once, forward."""

    def read(self, count: int) -> bytes:
        """Some bytes, fewer only at the end."""

    def skip(self, count: int) -> None:
        """Passes over some bytes."""


@frozen
class Plain:
    """A TAR that is not compressed: what is passed over is not read."""

    source: BinaryIO
    size: int

    def read(self, count: int) -> bytes:
        """Some bytes, fewer only at the end."""
        return self.source.read(count)

    def skip(self, count: int) -> None:
        """Passes over some bytes, as far as there are any."""
        self.source.seek(min(self.source.tell() + count, self.size))


def begins(block: bytes) -> bool:
    """Whether some bytes are the header of a TAR's member; one that is damaged counts where it says that it is one."""
    if len(block) < BLOCK:
        return False
    if block[257:263] in (b"ustar\0", b"ustar "):
        return True
    try:
        tarfile.TarInfo.frombuf(block[:BLOCK], "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return False
    return True


def members(stream: Stream, size: int) -> Iterator[Member]:
    """Every member in its order; `size`: bytes that one may have.

    Raises UnreadableDocument where the TAR breaks off.
    """
    told: dict[str, str] = {}
    count = 0
    while header := _header(stream):
        if header.type in _NOTES:
            told |= _note(stream, header)
            continue
        if (count := count + 1) > TOO_MANY:
            raise UnreadableDocument(f"more than {TOO_MANY:,} members: the rest is not read")
        body = _body(stream, header, told)
        yield Member(_name(header, told), _KINDS.get(header.type, Kind.FILE), partial(body.read, size))
        body.pass_over()
        told = {}


def _header(stream: Stream) -> tarfile.TarInfo | None:
    """The next header; None at the end. Zeros between two TARs that were joined are passed over."""
    ended = False
    while block := stream.read(BLOCK):
        if block.count(0) == len(block):
            ended = True
            continue
        try:
            header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except (tarfile.HeaderError, ValueError) as error:
            if ended:
                continue  # what follows the end and is no member is none of ours; the check sum at the end is
            reason = "cut short" if len(block) < BLOCK else "damaged: what should be a member's header is none"
            raise UnreadableDocument(f"{reason}; the rest is not read") from error
        if header.size < 0:
            raise UnreadableDocument("damaged: a member of less than no bytes; the rest is not read")
        if block[257:263] == b"ustar ":  # where POSIX has the folders of a name, GNU has times
            header.name = _decoded(block[:100].split(b"\0", 1)[0])
        if header.type == b"S" and block[482]:
            _pass_map(stream)
        return header
    if not ended:
        raise UnreadableDocument("cut short: the mark of its end is missing")
    return None


def _padding(size: int) -> int:
    return -size % BLOCK


def _note(stream: Stream, header: tarfile.TarInfo) -> dict[str, str]:
    """What a header says of the member that follows: `path`, `size`, and whatever else the pax format has."""
    if header.size > _LONGEST_NOTE:
        raise UnreadableDocument("damaged: a header of more than 1 MB; the rest is not read")
    data = stream.read(header.size)
    stream.skip(_padding(header.size))
    if header.type == b"L":
        return {"path": _decoded(data.split(b"\0", 1)[0])}
    return dict(_records(data)) if header.type in (b"x", b"X") else {}  # what holds for all members is no name of one


def _records(data: bytes) -> Iterator[tuple[str, str]]:
    """The `length key=value` lines of a pax header, as far as they are whole."""
    at = 0
    while at < len(data):
        blank = data.find(b" ", at, at + 20)
        if blank < 0 or not data[at:blank].isdigit():
            return
        ended = at + int(data[at:blank])
        if not blank < ended <= len(data):
            return
        key, equals, value = data[blank + 1 : ended - 1].partition(b"=")
        if equals and key in _TOLD:
            yield key.decode(), _decoded(value)
        elif equals and key.startswith(_SPARSE):
            yield _SPARSE.decode(), ""
        at = ended


def _decoded(name: bytes) -> str:
    return name[:_LONGEST_NAME].decode("utf-8", "surrogateescape")


def _name(header: tarfile.TarInfo, told: dict[str, str]) -> str:
    return told.get("GNU.sparse.name") or told.get("path") or header.name


@define
class _Body:
    """A member's bytes: how many are still to come, and those that fill its last block."""

    stream: Stream
    left: int
    padding: int
    fault: str

    def read(self, size: int) -> bytes:
        if self.fault:
            raise UnreadableDocument(self.fault)
        if self.left > size:
            raise UnreadableDocument(f"larger than {size / MEGABYTE:g} MB")
        wanted, self.left = self.left, 0
        data = self.stream.read(wanted)
        if len(data) < wanted:
            raise UnreadableDocument("cut short")
        return data

    def pass_over(self) -> None:
        self.stream.skip(self.left + self.padding)


def _body(stream: Stream, header: tarfile.TarInfo, told: dict[str, str]) -> _Body:
    if header.type in _WITHOUT_BYTES:
        return _Body(stream, 0, 0, "")
    size = header.size
    if "size" in told:
        stated = told["size"]
        if not (stated.isascii() and stated.isdigit() and len(stated) < 20):
            raise UnreadableDocument("damaged: a member without a size; the rest is not read")
        size = int(stated)
    fault = ""
    if header.type == b"S" or "GNU.sparse." in told or "GNU.sparse.name" in told:
        # A block of 512 bytes may say that terabytes of zeros follow; no document is stored so.
        fault = "a file with holes (sparse), which is not read here"
    elif header.type == b"M":
        fault = "the rest of a file that begins in another archive"
    return _Body(stream, size, _padding(size), fault)


def _pass_map(stream: Stream) -> None:
    """Passes over the blocks that go on with the list of a sparse file's pieces."""
    while len(block := stream.read(BLOCK)) == BLOCK and block[504]:
        pass
