"""What a source yields: a file to be read, a pipe, or what is not to be read and why."""

import os
from typing import BinaryIO

from attrs import evolve, field, frozen

from redaudit.model.finding import Skipped, Unreadable


@frozen
class File:
    """A file to be read: its path as reported, and where it lies, by a path or a URL.

    `data` are its bytes where they were read already: a pipe, a member of an archive. `etag` is what a server says of
    the content of an object of its own, empty where nobody does.
    """

    path: str
    location: str
    data: bytes | None = field(default=None, repr=False)
    etag: str = ""


@frozen
class Inflow:
    """A pipe, which this process alone can read: standard input (`-`), or what a shell makes of `<(pdftotext ...)`."""

    path: str
    location: str


@frozen
class Stream:
    """Standard input, and what it is called in a report."""

    name: str
    source: BinaryIO


Entry = File | Inflow | Unreadable | Skipped
# What is left when pipes are read.
Settled = File | Unreadable | Skipped


def rooted(entry: Settled) -> Settled:
    """The same entry, with the place of a file as it is called from anywhere on this machine."""
    if not isinstance(entry, File) or entry.data is not None or "://" in entry.location:
        return entry
    return evolve(entry, location=os.path.abspath(entry.location))  # noqa: PTH100  resolve() would follow links


# Reasons that a file is not there, any more or at all.
GONE = "it is gone"
NEVER = "no such file or folder"


def why(error: OSError) -> str:
    """One clause for a person about a file that could not be opened."""
    match error:
        case PermissionError():
            return "no permission to read it"
        case FileNotFoundError():
            return GONE
        case _:
            return (error.strerror or type(error).__name__).lower()
