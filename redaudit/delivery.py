"""Where a report goes: a stream, or a file or folder that is written whole or not at all."""

import contextlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from redaudit.errors import UsageError
from redaudit.model.folder import ASSETS, DOCUMENTS, INDEX, PICTURES, RULES

# How the name of a file or folder ends that is not yet whole.
PART = ".part"
# What tells a folder that a report was written to from any other: its first page says who made it.
MADE_BY = 'name="generator" content="redaudit'
# What lies in a report's folder, and of what kinds its files are.
_FIRST = frozenset({INDEX, RULES, ASSETS, DOCUMENTS, PICTURES})
_KINDS = frozenset({".html", ".css", ".js", ".webp", ".png"})
_DESK = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


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
    with _beside(place) as beside, _stream(beside) as sink:
        yield sink


@contextlib.contextmanager
def whole_bytes(place: Path) -> Iterator[BinaryIO]:
    """The same for a file that is no text."""
    with _beside(place) as beside, beside.open("wb") as sink:
        yield sink


@contextlib.contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A file beside a place, moved there at the end; on an error it is gone."""
    if place.is_dir():
        raise UsageError(f"{place} is a folder; name a file to write")
    try:
        descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=PART)
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    beside = Path(name)
    try:
        os.close(descriptor)
        yield beside
        _grant_usual_rights(beside)
        beside.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


@contextlib.contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """A folder whose content is moved to its place when all is written; on an error what was there is left.

    It takes the place of nothing, of an empty folder, or of a report of ours; raises UsageError before any other.
    """
    _refuse_others(place)
    # A folder that is there may be linked to, mounted, or where the user stands: it stays, and its content changes.
    there = place.is_dir()
    try:
        (place if there else place.parent).mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=place if there else place.parent, prefix=f".{place.name}.", suffix=PART))
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    new, old = beside / "new", beside / "old"
    try:
        new.mkdir()
        yield new
        if there:
            old.mkdir()
            _exchange(place, old, new, beside)
        else:
            new.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(place: Path, old: Path, new: Path, beside: Path) -> None:
    """What lies in a place goes to `old`, what lies in `new` goes to the place; all of it or nothing."""
    moves = [(entry, old / entry.name) for entry in sorted(place.iterdir()) if entry.name != beside.name]
    moves += [(entry, place / entry.name) for entry in sorted(new.iterdir())]
    moved: list[tuple[Path, Path]] = []
    try:
        for here, there in moves:
            moved.append((here, there))
            here.rename(there)
    except BaseException:
        for here, there in reversed(moved):
            if there.exists() and not here.exists():  # the last may not have moved
                there.rename(here)
        raise


def _refuse_others(place: Path) -> None:
    """Raises UsageError where anything lies in a place that no report of ours put there."""
    if os.path.lexists(place) and not place.is_dir():
        raise UsageError(f"{place} is a file; name a folder to write")
    if not place.is_dir():
        return
    try:
        found = sorted(entry for entry in place.iterdir() if not _of_a_desk(entry))
        other = next(_others(found), None if _is_report(place / INDEX) else next(iter(found), None))
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    if other is not None:
        shown = other.relative_to(place).as_posix()
        raise UsageError(
            f"{place} holds other files ({shown}); name a new folder, or one with a report of redaudit alone"
        )


def _of_a_desk(file: Path) -> bool:
    """Whether a file is what desktops leave in every folder that is looked at, or a run of ours that was killed."""
    return file.name in _DESK or (file.name.startswith(".") and file.name.endswith(PART))


def _others(found: Iterable[Path]) -> Iterator[Path]:
    """What is not ours among the entries of a folder, and below those that may be."""
    for entry in found:
        if entry.name not in _FIRST or not _is_ours(entry):
            yield entry
        elif entry.is_dir():
            yield from (below for below in sorted(entry.rglob("*")) if not _is_ours(below))


def _is_ours(file: Path) -> bool:
    if file.is_symlink():
        return False
    return file.is_dir() or file.suffix in _KINDS or file.name in _DESK


def _is_report(first: Path) -> bool:
    return first.is_file() and MADE_BY in first.read_text(encoding="utf-8", errors="replace")[:2000]


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
