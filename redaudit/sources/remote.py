"""Documents that lie on servers: `s3://`, `gs://`, `https://`, each object as an entry, in a settled order.

A URL is read in whatever process asks for it: each has its own connections and its own event loop, for what one
process began another cannot go on with.
"""

import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from redaudit.errors import UnreadableDocument, UsageError
from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources._gs import GoogleStorage
from redaudit.sources._https import Web
from redaudit.sources._s3 import S3
from redaudit.sources._server import Held, Server, reason
from redaudit.sources.entry import Entry, File

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Bytes that an archive is read in at once, and how many such blocks are held.
_BLOCK, _BLOCKS = 4 * 2**20, 4
# Bytes of an archive that is read into memory.
_WHOLE = 256 * 2**20
_SERVERS: dict[str, Callable[[str], Server]] = {"s3": S3, "gs": GoogleStorage, "https": Web, "http": Web}
_SCHEMES = {"gcs": "gs"}
_WEB = ("http", "https")
# By scheme and process: a child that was forked has none.
_OPEN: dict[tuple[str, int], Server] = {}
_WEB_LIBRARIES = ("fsspec.implementations.http",)
_LIBRARIES = {
    "s3": ("s3fs", "aiobotocore.session"),
    "gs": ("gcsfs",),
    "https": _WEB_LIBRARIES,
    "http": _WEB_LIBRARIES,
}
_URL = re.compile(r"(s3|gs|gcs|https?)://", re.IGNORECASE)
# Names of a query's parameters that sign a request or open a door; of a signed URL nothing of the query is shown.
_SIGNATURE = re.compile(r"(x-amz-|x-goog-)?signature|sig|hmac", re.IGNORECASE)
_SECRET = re.compile(
    r"token|secret|passw|pwd|auth|credential|api_?-?key|access_?-?key|session|jwt|^key$", re.IGNORECASE
)


def is_remote(given: str) -> bool:
    """Whether what a user gave is the URL of a server, and no path."""
    return _URL.match(given) is not None


def shown(url: str) -> str:
    """A URL as reports and messages show it: without user, password and signature."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    bare = f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
    if scheme not in _WEB:
        return bare  # `?` and `#` are letters of a key like others
    parts = urlsplit(bare)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = parts.query
    if any(_SIGNATURE.fullmatch(name) for name, _ in pairs):
        kept = ""
    elif any(_SECRET.search(name) for name, _ in pairs):
        kept = urlencode([(name, value) for name, value in pairs if not _SECRET.search(name)])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, kept, ""))


def listed(url: str) -> Iterator[Entry]:
    """The object of a URL, or every one below it, sorted by name; what is not to be read comes with the reason.

    Asks the server at once, not when the first entry is taken. Raises UsageError where there is nothing of that name,
    where the server refuses or does not answer, and where the library for it is not installed.
    """
    url = _normal(url)
    server = _server_of(url)
    folder = url if url.endswith("/") else f"{url}/"
    expected: tuple[type[Exception], ...] = (*server.errors, UnreadableDocument)
    try:
        alone = None if url.endswith("/") else server.look(url)
        if alone is not None:
            return iter([File(shown(url), url, etag=alone.etag)])
        below = server.below(folder)
        first = next(below, None)
    except expected as error:
        words = reason(error)
        gone = words in ("it is gone", "no such bucket")
        raise UsageError(f"no such file or folder: {shown(url)}" if gone else f"{shown(url)}: {words}") from error
    if first is None:
        raise UsageError(f"no such file or folder, or nothing in it: {shown(url)}")
    return _entries(folder, chain([first], below), server)


def is_one(url: str) -> bool:
    """Whether a URL is one object and not a folder of them, for which its server is asked; yes where that fails."""
    url = _normal(url)
    if url.endswith("/"):
        return False
    server = _server_of(url)
    try:
        return server.look(url) is not None
    except server.errors:
        return True  # `listed` says why


def _entries(folder: str, below: Iterator[Held], server: Server) -> Iterator[Entry]:
    expected: tuple[type[Exception], ...] = (*server.errors, UnreadableDocument)
    hidden = ""
    try:
        for held in below:
            dotted = _hidden_folder(held.location.removeprefix(folder))
            if dotted and dotted == hidden:
                continue
            hidden = dotted
            yield Skipped(shown(folder + dotted), "a hidden folder") if dotted else _entry(held)
    except expected as error:
        yield Unreadable(shown(folder), f"a folder: {reason(error)}")


def _hidden_folder(name: str) -> str:
    """The part of a name up to its first hidden folder; empty for none. `.` and `..` are letters of a key."""
    parts = name.split("/")[:-1]
    for number, part in enumerate(parts, 1):
        if part.startswith(".") and part not in (".", ".."):
            return "/".join(parts[:number])
    return ""


def _entry(held: Held) -> Entry:
    if held.refusal:
        return Unreadable(shown(held.location), f"a folder: {held.refusal}")
    name = held.location.rsplit("/", 1)[-1]
    if not name and not held.size:
        return Skipped(shown(held.location), "an empty object that stands for a folder")
    if name.startswith(".") and name not in (".", ".."):
        return Skipped(shown(held.location), "a hidden file")
    return File(shown(held.location), held.location, etag=held.etag)


def read(url: str, limit: int) -> bytes:
    """The bytes of an object, `limit` + 1 of them at most; raises UnreadableDocument with the reason."""
    url = _normal(url)
    server = _ready(url)
    try:
        return server.part(Held(url), 0, limit + 1)
    except server.errors as error:
        raise UnreadableDocument(reason(error)) from error


def opened(url: str) -> BinaryIO:
    """An object to be read here and there, in blocks; raises UnreadableDocument, and so does reading from it.

    An object that is changed meanwhile is not read on. Where a server gives no parts, it is read into memory.
    """
    url = _normal(url)
    server = _ready(url)
    try:
        held = server.look(url)
        if held is None:
            raise UnreadableDocument("it is gone")
        if held.size is not None:
            return io.BufferedReader(_Object(server, held, held.size))
        whole = server.part(held, 0, _WHOLE + 1)
    except server.errors as error:
        raise UnreadableDocument(reason(error)) from error
    if len(whole) > _WHOLE:
        raise UnreadableDocument(f"larger than {_WHOLE // 2**20} MB, and the server gives no parts of it")
    return io.BytesIO(whole)


class _Object(io.RawIOBase):
    """An object of a server as a file; what is read is fetched in whole blocks."""

    def __init__(self, server: Server, held: Held, size: int) -> None:
        super().__init__()
        self._server, self._held, self._size, self._place = server, held, size, 0
        self._blocks: dict[int, bytes] = {}

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """The place that is read next, in bytes."""
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Goes to a place, which may lie behind the end."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("a place before the beginning")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fills a buffer as far as the object reaches; raises UnreadableDocument."""
        view = memoryview(buffer).cast("B")
        if self._place >= self._size:
            return 0
        start = self._place % _BLOCK
        found = self._block(self._place - start)[start : start + len(view)]
        view[: len(found)] = found
        self._place += len(found)
        return len(found)

    def _block(self, start: int) -> bytes:
        """One block, of which the last few are held: an archive is read at its end, at its beginning, and on."""
        if start in self._blocks:
            self._blocks[start] = self._blocks.pop(start)  # now the youngest
            return self._blocks[start]
        end = min(start + _BLOCK, self._size)
        try:
            found = self._server.part(self._held, start, end)
        except self._server.errors as error:
            raise UnreadableDocument(reason(error)) from error
        if len(found) != end - start:
            raise UnreadableDocument("the server broke off")
        if len(self._blocks) == _BLOCKS:
            del self._blocks[next(iter(self._blocks))]
        self._blocks[start] = found
        return found


def libraries(paths: Iterable[str]) -> list[str]:
    """The modules that reading some paths will need, for a fork server to import once for all workers.

    Importing them begins neither a thread nor an event loop; one that is not installed stands among them all the same.
    """
    schemes = {_normal(path).partition("://")[0] for path in paths if is_remote(path)}
    return sorted({library for scheme in schemes for library in _LIBRARIES[scheme]})


def dismiss() -> None:
    """No connection of this process is open; a URL read later opens its own."""
    for server in _OPEN.values():
        server.close()
    _OPEN.clear()


def _ready(url: str) -> Server:
    """The server of a URL, in a worker: what is missing on this machine costs the document."""
    try:
        return _server_of(url)
    except UsageError as error:
        raise UnreadableDocument(
            error.message.removeprefix(f"{shown(url)} ").removeprefix(f"{shown(url)}: ")
        ) from error


def _server_of(url: str) -> Server:
    scheme = url.partition("://")[0]
    own = (scheme, os.getpid())
    if own not in _OPEN:
        _OPEN[own] = _SERVERS[scheme](shown(url))
    return _OPEN[own]


def _normal(url: str) -> str:
    """A URL with the scheme as we write it, and a path where the web needs one."""
    scheme, _, rest = url.partition("://")
    scheme = _SCHEMES.get(scheme.lower(), scheme.lower())
    root = "/" if scheme in _WEB and not set(rest) & set("/?#") else ""
    return f"{scheme}://{rest}{root}"
