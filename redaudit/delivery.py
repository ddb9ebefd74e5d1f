"""Where a report goes: a stream, or a file or folder that is written whole or not at all."""

import contextlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from redaudit.errors import UsageError

# How the name of a file or folder ends that is not yet whole.
PART = ".part"
# What tells a folder that a report was written to from any other: its first page says who made it.
INDEX = "index.html"
MADE_BY = 'name="generator" content="redaudit'


@contextlib.contextmanager
def printable(stream: TextIO) -> Iterator[None]:
    """Whatever a document holds can be written: as it is in UTF-8, as an escape where a terminal has no such sign."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    yield
    stream.flush()


@contextlib.contextmanager
def opened(output: str, stdout: TextIO) -> Iterator[TextIO]:
    """The standard output for `-`, else a file that is written whole or not at all."""
    if output == "-":
        yield stdout
    else:
        with whole_file(Path(output)) as sink:
            yield sink


@contextlib.contextmanager
def whole_file(place: Path) -> Iterator[TextIO]:
    """A stream into a file beside its place, moved there when all is written; on an error nothing is left."""
    if place.is_dir():
        raise UsageError(f"{place} is a folder; name a file to write")
    try:
        descriptor, beside = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=PART)
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    try:
        os.close(descriptor)
        with _stream(Path(beside)) as sink:
            yield sink
        _grant_usual_rights(Path(beside))
        Path(beside).replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


@contextlib.contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """A folder beside its place, moved there when all is written; on an error nothing is left.

    It takes the place of nothing, of an empty folder, or of a report of ours; raises UsageError before any other.
    """
    place = Path(os.path.abspath(place))  # noqa: PTH100  resolve() would follow links
    _refuse_others(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}.", suffix=PART))
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    new, old = beside / "new", beside / "old"
    try:
        new.mkdir()
        yield new
        if place.exists():
            place.rename(old)
        try:
            new.rename(place)
        except OSError:
            if old.exists():
                old.rename(place)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse_others(place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise UsageError(f"{place} is a file; name a folder to write")
    if not place.exists() or not any(place.iterdir()):
        return
    first = place / INDEX
    if not first.is_file() or MADE_BY not in first.read_text(encoding="utf-8", errors="replace")[:2000]:
        raise UsageError(f"{place} holds other files; name a new folder, or one with a report of redaudit")


@contextlib.contextmanager
def index_of(folder: Path) -> Iterator[TextIO]:
    """A stream into the first page of a folder."""
    with _stream(folder / INDEX) as sink:
        yield sink


@contextlib.contextmanager
def _stream(file: Path) -> Iterator[TextIO]:
    # A lone surrogate of a damaged text is written as its escape, which in JSON is the very character.
    with file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as sink:
        yield sink


def _grant_usual_rights(file: Path) -> None:
    """The rights a plain new file would have; mkstemp grants them to the owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)
