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

# A remote object is not asked for its first bytes to learn what it is: its name tells, once more when it is opened.
_NAMES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")


def inside(entries: Iterable[Settled], size: int) -> Iterator[Settled]:
    """The same entries, with the members of each archive in its place; `size`: bytes that a document may have."""
    for entry in entries:
        if isinstance(entry, File):
            yield from _inside(entry, size)
        else:
            yield entry


def _inside(file: File, size: int) -> Iterator[Settled]:
    try:
        source = _source(file)
        if source is None:
            yield file
            return
        with contextlib.closing(source):
            if is_archive(source.read(HEAD)) and opens_as_folder(source):
                yield from members(source, file.path, size)
            else:
                yield file
    except UnreadableDocument as error:
        yield Unreadable(file.path, error.reason)
    except OSError as error:
        yield Unreadable(file.path, why(error))


def _source(file: File) -> BinaryIO | None:
    """The bytes of a file that may be an archive; None where nothing speaks for it."""
    if file.data is not None:
        return io.BytesIO(file.data)
    if remote.is_remote(file.location):
        return remote.opened(file.location) if file.location.lower().endswith(_NAMES) else None
    return Path(file.location).open("rb")
