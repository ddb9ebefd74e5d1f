"""Compressed bytes unpacked forward, a piece at a time, never more than an archive may swell to.

Python's zipfile unpacks bzip2 and LZMA without a bound (4 KB may become gigabytes in one call), and its LZMAFile has
no bound for memory; so the decompressors below them are asked here for a few bytes at a time.
"""

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from attrs import define, field

from redaudit.errors import UnreadableDocument

# How many bytes one byte of an archive may unpack to, on the whole. Texts give 3 to 30; drawn pages without a speck, as
# bitmaps, 8 to 40 by deflate and up to 250 by bzip2 and xz; zeros, of which bombs are made, 1,030 by deflate and
# thousands by the others.
RATIO = 500

# What a decompressor may hold: `xz -9` takes 65 MB, the format lets a file ask for 4 GB.
MEMORY = 128 * 2**20

# Bytes in and out at once; where some are damaged, those of the same turn before them are lost.
_PACKED, _UNPACKED = 2**14, 2**15


@define
class Swollen(UnreadableDocument):
    """An archive that unpacks to more than it may."""


@define
class Allowance:
    """How many bytes an archive, with those inside it, may still unpack to."""

    left: int

    def spend(self, count: int) -> None:
        """Takes some bytes off; raises Swollen where that is too many."""
        self.left -= count
        if self.left < 0:
            raise Swollen(f"swells to more than {RATIO} times its size, as a bomb does: the rest is not read")


class Decompressor(Protocol):
    """What bz2 and lzma offer: some bytes in, at most `max_length` out, the rest kept for the next call."""

    @property
    def eof(self) -> bool:
        """Whether the compressed stream has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out before more goes in."""

    @property
    def unused_data(self) -> bytes:
        """What followed the end of the stream."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """The next bytes."""


class _Deflate:
    """What zlib offers, in the shape of the others; `bits` as zlib counts them: -15 bare, 31 in a gzip's wrapping."""

    def __init__(self, bits: int) -> None:
        self._inner = zlib.decompressobj(bits)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def inflater() -> Decompressor:
    """For deflate as a ZIP holds it."""
    return _Deflate(-zlib.MAX_WBITS)


def gunzipper() -> Decompressor:
    """For gzip; its check sum is looked at."""
    return _Deflate(16 + zlib.MAX_WBITS)


def unxzer() -> Decompressor:
    """For xz, within MEMORY."""
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MEMORY)


# How each compressed file begins, and what unpacks it.
WRAPPINGS: tuple[tuple[bytes, Callable[[], Decompressor]], ...] = (
    (b"\x1f\x8b\x08", gunzipper),
    *((b"BZh%d1AY&SY" % level, bz2.BZ2Decompressor) for level in range(1, 10)),
    (b"\xfd7zXZ\x00", unxzer),
)


@define
class Unpacked:
    """What a stream of packed bytes unpacks to, read once, forward.

    `take` gives some more packed bytes, none at their end. `magic` is how a further stream begins that may follow the
    first one in the same file, as bgzip, pbzip2 and `cat` write them; empty where none may.
    """

    take: Callable[[int], bytes]
    start: Callable[[], Decompressor]
    allowance: Allowance
    magic: bytes = b""
    _inner: Decompressor | None = None
    _piece: bytes = b""
    _at: int = 0
    _fault: str = ""
    _ended: bool = False
    _carried: bytes = field(default=b"", repr=False)

    def read(self, count: int) -> bytes:
        """Some bytes, fewer only at the end; raises UnreadableDocument where they are damaged or cut, ever again."""
        parts = []
        while count > 0 and (self._at < len(self._piece) or self._advance()):
            parts.append(self._piece[self._at : self._at + count])
            self._at += len(parts[-1])
            count -= len(parts[-1])
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def skip(self, count: int) -> None:
        """Passes over some bytes, as far as there are any."""
        while count > 0 and (passed := self.read(min(count, _UNPACKED))):
            count -= len(passed)

    def _advance(self) -> bool:
        """Whether there is a next piece."""
        if self._fault:
            raise UnreadableDocument(self._fault)
        try:
            self._piece, self._at = self._next(), 0
        except (zlib.error, lzma.LZMAError, EOFError, ValueError) as error:
            self._fault = _fault(error)
            raise UnreadableDocument(self._fault) from error
        self.allowance.spend(len(self._piece))
        return bool(self._piece)

    def _next(self) -> bytes:
        while not self._ended:
            self._inner = inner = self._inner or self.start()
            while not inner.eof:
                wanting = inner.needs_input
                data = (self._carried or self.take(_PACKED)) if wanting else b""
                self._carried = b"" if wanting else self._carried
                if piece := _decompressed(inner, data):
                    return piece
                if not data and not inner.eof and inner.needs_input == wanting:
                    raise EOFError
            self._ended = not self._goes_on(inner.unused_data)
        return b""

    def _goes_on(self, rest: bytes) -> bool:
        """Whether a further stream follows; zeros may stand between, and what is no stream is none of ours."""
        if not self.magic:
            return False
        rest = rest.lstrip(b"\0")
        while len(rest) < len(self.magic) and (more := self.take(_PACKED)):
            rest = (rest + more).lstrip(b"\0")
        if not rest.startswith(self.magic):
            return False
        self._inner, self._carried = None, rest
        return True


def _decompressed(inner: Decompressor, data: bytes) -> bytes:
    try:
        return inner.decompress(data, _UNPACKED)
    except OSError as error:  # so bz2 says that bytes are damaged; a disk that fails is another matter
        raise ValueError from error


def _fault(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "cut short"
    if "limit" in str(error).lower():
        return f"packed so that it takes more than {MEMORY >> 20} MB of memory to unpack"
    return "damaged: it cannot be unpacked"
