"""Archives among the entries of a walk, each replaced by what it holds."""

import contextlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from redaudit.errors import UnreadableDocument
from redaudit.model.finding import Unreadable
from redaudit.sources import remote
from redaudit.sources.archive import HEAD, is_archive, members, opens_as_folder
from redaudit.sources.entry import File, Settled, why
from redaudit.sources.remote import is_remote

# A remote object is not asked for its first bytes to learn what it is: its name tells, once more when it is opened.
_NAMES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")


def inside(entries: Iterable[Settled], size: int) -> Iterator[Settled]:
    """The same entries, with the members of each archive in its place; `size`: bytes that a document may have."""
    for entry in entries:
        if isinstance(entry, File):
            yield from _inside(entry, size)
        else:
            yield entry


def is_one(given: str) -> bool:
    """Whether a path or URL is one file, and neither a folder nor an archive; a pipe is taken for one."""
    if is_remote(given):
        return remote.is_one(given) and not remote.shown(given).lower().endswith(_NAMES)
    path = Path(given)
    if not path.is_file():
        return not path.is_dir()
    try:
        with path.open("rb") as source:
            return not (is_archive(source.read(HEAD)) and opens_as_folder(source))
    except OSError:
        return True


def _inside(file: File, size: int) -> Iterator[Settled]:
    try:
        if not is_archive(_head(file)):
            yield file
            return
        with contextlib.closing(_source(file)) as source:
            if opens_as_folder(source):
                yield from members(source, file.path, size)
            else:
                yield file
    except UnreadableDocument as error:
        yield Unreadable(file.path, error.reason)
    except OSError as error:
        yield Unreadable(file.path, why(error))


def _head(file: File) -> bytes:
    """The first bytes of a file that may be an archive; none where nothing speaks for it."""
    if file.data is not None:
        return file.data[:HEAD]
    if not is_remote(file.location):
        with Path(file.location).open("rb", buffering=0) as source:
            return source.read(HEAD)
    return remote.read(file.location, HEAD - 1) if file.path.lower().endswith(_NAMES) else b""


def _source(file: File) -> BinaryIO:
    if file.data is not None:
        return io.BytesIO(file.data)
    return remote.opened(file.location) if is_remote(file.location) else Path(file.location).open("rb")
