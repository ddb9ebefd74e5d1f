"""ZIP read by its directory, a member at a time: nothing of the directory is kept.

Python's zipfile keeps some 700 bytes a member and unpacks bzip2 and LZMA without a bound; here a directory of millions
takes a megabyte, and no member gives more than is asked for.
"""

import bz2
import lzma
import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from attrs import define, frozen

from redaudit.config import MEGABYTE
from redaudit.errors import UnreadableDocument
from redaudit.sources.member import TOO_MANY, Kind, Member
from redaudit.sources.unpacking import MEMORY, RATIO, Allowance, Decompressor, Unpacked, inflater

# What a ZIP of documents begins with: a member, the end of an empty one, or the mark of one that was to be split.
MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")

# A member may always unpack to so much, whatever the ratio: a blank page in colours at 300 dots an inch takes 26 MB.
_ANY_RATIO = 32 * MEGABYTE

_END_MARK = b"PK\x05\x06"
_END = struct.Struct("<4sHHHHIIH")
_END_64 = struct.Struct("<4sQHHIIQQQQ")
_LOCATOR = struct.Struct("<4sIQI")
_RECORD = struct.Struct("<4sBBHHHHHIIIHHHHHII")
_LOCAL = struct.Struct("<4sHHHHHIIIHH")

_LONGEST_REMARK = 2**16 - 1
_LONGEST_RECORD = _RECORD.size + 3 * _LONGEST_REMARK
_READ_AHEAD = 2**20
_BEYOND = 2**32 - 1

_ENCRYPTED, _UTF_8 = 1, 1 << 11
_WITH_MODES = (3, 19)  # made on Unix or macOS

_OTHER_METHODS = {1: "Shrink", 6: "Implode", 9: "Deflate64", 93: "Zstandard", 95: "XZ", 96: "JPEG", 98: "PPMd"}


@frozen
class Directory:
    """Where the list of members lies, how long it is, how far all offsets in it are shifted, and the file's size."""

    start: int
    length: int
    shift: int
    size: int


@frozen
class Record:
    """What the directory says of one member."""

    name: bytes
    made_on: int
    flags: int
    method: int
    sum: int
    packed: int
    unpacked: int
    mode: int
    offset: int
    spelling: str = ""

    @property
    def shown(self) -> str:
        """The name: UTF-8 where its bytes are, or the format's own code page 437."""
        if self.spelling:
            return self.spelling
        try:
            return self.name.decode("utf-8")
        except UnicodeDecodeError:
            pass
        return self.name.decode("utf-8", "surrogateescape") if self.flags & _UTF_8 else self.name.decode("cp437")


def directory(source: BinaryIO) -> Directory:
    """Finds the list of members at the end of a file; raises UnreadableDocument where there is none, or half of one."""
    size = source.seek(0, 2)
    first = max(0, size - _END.size - _LONGEST_REMARK)
    source.seek(first)
    tail = source.read(size - first)
    at = tail.rfind(_END_MARK)
    while at >= 0 and (len(tail) < at + _END.size or len(tail) < at + _END.size + _END.unpack_from(tail, at)[7]):
        at = tail.rfind(_END_MARK, 0, at)
    if at < 0:
        raise UnreadableDocument("cut short or damaged: the list of its members is missing")
    _, disk, start_disk, _, _, length, offset, _ = _END.unpack_from(tail, at)
    end = first + at
    if (wide := _wide_end(source, end)) is not None:
        end, disk, start_disk, length, offset = wide
    if disk not in (0, 2**16 - 1) or start_disk != disk:
        raise UnreadableDocument("one part of an archive that was split: join the parts to have it read")
    if end - length - offset < 0:
        raise UnreadableDocument("damaged: the list of its members does not lie where it should")
    return Directory(end - length, length, end - length - offset, size)


def _wide_end(source: BinaryIO, end: int) -> tuple[int, int, int, int, int] | None:
    """The end record of archives beyond 4 GB or 65,535 members, where one stands before the common one."""
    at = end - _LOCATOR.size
    if at < _END_64.size:
        return None
    source.seek(at - _END_64.size)
    data = source.read(_END_64.size + _LOCATOR.size)
    if data[_END_64.size : _END_64.size + 4] != b"PK\x06\x07" or not data.startswith(b"PK\x06\x06"):
        return None
    _, _, _, _, disk, start_disk, _, _, length, offset = _END_64.unpack_from(data)
    return at - _END_64.size, disk, start_disk, length, offset


def records(source: BinaryIO, where: Directory) -> Iterator[Record]:
    """Every member that the directory lists, in its order; raises UnreadableDocument where it breaks off."""
    position, end = where.start, where.start + where.length
    buffer, at = b"", 0
    while True:
        if len(buffer) - at < _LONGEST_RECORD and position < end:
            source.seek(position)
            fresh = source.read(min(_READ_AHEAD, end - position))
            position = position + len(fresh) if fresh else end
            buffer, at = buffer[at:] + fresh, 0
        if at == len(buffer):
            return
        record, at = _record(buffer, at)
        yield record


def _record(buffer: bytes, at: int) -> tuple[Record, int]:
    """The record at a place, and where the next one begins."""
    if len(buffer) - at < _RECORD.size or not buffer.startswith(b"PK\x01\x02", at):
        raise UnreadableDocument("damaged: the list of its members breaks off; the rest is not read")
    (_, _, made_on, _, flags, method, _, _, crc, packed, unpacked, name, extra, remark, _, _, mode, offset) = (
        _RECORD.unpack_from(buffer, at)
    )
    named = at + _RECORD.size
    ended = named + name + extra + remark
    if ended > len(buffer):
        raise UnreadableDocument("damaged: the list of its members breaks off; the rest is not read")
    stored = buffer[named : named + name]
    spelling = ""
    if extra:
        more = dict(_extras(buffer[named + name : named + name + extra]))
        unpacked, packed, offset = _widened(more.get(1, b""), unpacked, packed, offset)
        spelling = _spelling(more.get(0x7075, b""), stored)
    return Record(stored, made_on, flags, method, crc, packed, unpacked, mode >> 16, offset, spelling), ended


def _extras(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _widened(extra: bytes, *values: int) -> tuple[int, ...]:
    """The sizes and the offset, those beyond 4 GB as the extra field tells them, in this order."""
    wide = []
    for value in values:
        if value == _BEYOND and len(extra) >= 8:
            value, extra = int.from_bytes(extra[:8], "little"), extra[8:]
        wide.append(value)
    return tuple(wide)


def _spelling(extra: bytes, stored: bytes) -> str:
    """The name as Info-ZIP notes it in Unicode beside one in a code page, where it belongs to this name."""
    if extra[:1] != b"\x01" or extra[1:5] != zlib.crc32(stored).to_bytes(4, "little"):
        return ""
    return extra[5:].decode("utf-8", "surrogateescape")


def members(source: BinaryIO, size: int, allowance: Allowance) -> Iterator[Member]:
    """Every member in the directory's order; `size`: bytes that one may have.

    Raises UnreadableDocument where the directory is damaged, has too many members, or members that lie in each other.
    """
    where = directory(source)
    taken = 0
    for count, record in enumerate(records(source, where), 1):
        taken += record.packed
        if count > TOO_MANY:
            raise UnreadableDocument(f"more than {TOO_MANY:,} members: split it to have it read")
        if taken > where.size:
            raise UnreadableDocument("its members lie in each other, as those of a bomb do")
    for record in records(source, where):
        read = partial(_bytes_of, source, record, where, size, allowance)
        yield Member(record.shown, _kind(record), read)


def _kind(record: Record) -> Kind:
    kind = stat.S_IFMT(record.mode) if record.made_on in _WITH_MODES else 0
    if kind == stat.S_IFLNK:
        return Kind.LINK
    if record.unpacked:  # what is called a folder, or came out of a pipe, and holds bytes is a file all the same
        return Kind.FILE
    if kind in (stat.S_IFBLK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK):
        return Kind.DEVICE
    return Kind.FOLDER if record.name.endswith((b"/", b"\\")) else Kind.FILE


@define
class _Slice:
    """A member's packed bytes, and no more than those."""

    source: BinaryIO
    left: int

    def take(self, count: int) -> bytes:
        """Some more of them."""
        data = self.source.read(min(count, self.left))
        self.left -= len(data)
        return data


def _bytes_of(source: BinaryIO, record: Record, where: Directory, size: int, allowance: Allowance) -> bytes:
    """A member's bytes, unpacked and compared with their check sum: never more of them than it says that it has."""
    if record.flags & _ENCRYPTED:
        raise UnreadableDocument("encrypted: it needs a password")
    if record.unpacked > size:
        raise UnreadableDocument(f"larger than {size / MEGABYTE:g} MB")
    if record.unpacked > max(_ANY_RATIO, RATIO * record.packed):
        raise UnreadableDocument(f"swells to more than {RATIO} times its size, as a bomb does")
    packed = _packed(source, record, where)
    if record.method == 0:
        data = packed.take(record.unpacked + 1)
    else:
        data = Unpacked(packed.take, _unpacker(record, packed), allowance).read(record.unpacked + 1)
    if len(data) != record.unpacked or zlib.crc32(data) != record.sum:
        raise UnreadableDocument("damaged: its bytes do not give its check sum")
    return data


def _packed(source: BinaryIO, record: Record, where: Directory) -> _Slice:
    """Where a member's bytes begin: behind its own header, which must name the same member."""
    source.seek(min(record.offset + where.shift, where.size))
    header = source.read(_LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise UnreadableDocument("cut short or damaged: it is not where the list of members says")
    name, extra = _LOCAL.unpack(header)[9:]
    if source.read(name) != record.name:
        raise UnreadableDocument("damaged: its header names another member")
    source.seek(extra, 1)
    return _Slice(source, record.packed)


def _unpacker(record: Record, packed: _Slice) -> Callable[[], Decompressor]:
    match record.method:
        case 8:
            return inflater
        case 12:
            return bz2.BZ2Decompressor
        case 14:
            return partial(_lzma, packed.take(9))
    name = _OTHER_METHODS.get(record.method, f"number {record.method}")
    raise UnreadableDocument(f"packed by a method that is not read here ({name})")


def _lzma(head: bytes) -> Decompressor:
    """For LZMA as a ZIP holds it: two bytes of version, two of length, five of properties before the stream."""
    if len(head) < 9 or head[2:4] != b"\x05\x00" or head[4] >= 225:
        raise ValueError
    held = int.from_bytes(head[5:9], "little")
    if held > MEMORY:
        raise ValueError("memory limit")
    rest, lc = divmod(head[4], 9)
    chain = [{"id": lzma.FILTER_LZMA1, "dict_size": held, "lc": lc, "lp": rest % 5, "pb": rest // 5}]
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=chain)
