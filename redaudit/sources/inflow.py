"""Pipes read into memory, up to the bytes that a document may have: nobody else can read them, and only once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from redaudit.model.finding import Unreadable
from redaudit.sources.entry import Entry, File, Inflow, Settled, Stream, why
from redaudit.sources.pipe import interruptible


def drained(entries: Iterable[Entry], stream: Stream, size: int) -> Iterator[Settled]:
    """The same entries, each pipe as a file with its bytes (one more than `size` where it holds too many)."""
    for entry in entries:
        yield _drained(entry, stream, size) if isinstance(entry, Inflow) else entry


def _drained(pipe: Inflow, stream: Stream, size: int) -> Settled:
    if pipe.location == "-":
        return File(stream.name, "-", interruptible(stream.source).read(size + 1))
    try:
        with Path(pipe.location).open("rb") as source:
            return File(pipe.path, pipe.location, interruptible(source).read(size + 1))
    except OSError as error:
        return Unreadable(pipe.path, why(error))
