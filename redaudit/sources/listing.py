"""Lists of paths: one a line, or ended by NUL as `find -print0` writes them, so that a name may hold a line break."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from redaudit.errors import UsageError
from redaudit.sources.entry import why
from redaudit.sources.pipe import interruptible

# Bytes read at once.
_BLOCK = 64 * 1024


def listed_in(place: str, stdin: BinaryIO) -> Iterator[str]:
    """The paths in a file, or in standard input for `-`, one after another; raises UsageError where it cannot be read.

    Empty lines are none. A name in no encoding is kept byte for byte.
    """
    if place == "-":
        yield from _paths(interruptible(stdin))
        return
    try:
        with Path(place).open("rb") as source:
            yield from _paths(interruptible(source))
    except OSError as error:
        raise UsageError(f"--files-from {place}: {why(error)}") from error


def _paths(source: BinaryIO) -> Iterator[str]:
    rest, end = b"", b"\n"
    while block := source.read(_BLOCK):
        if not rest and b"\0" in block:
            end = b"\0"
        *whole, rest = (rest + block).split(end)
        yield from filter(None, map(_path, whole))
    if last := _path(rest):
        yield last


def _path(line: bytes) -> str:
    return os.fsdecode(line.removesuffix(b"\r"))
