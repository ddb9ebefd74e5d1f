"""Many documents: what lies under some paths, each examined in a worker process, in source order."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from attrs import field, frozen

from redaudit.config import MEGABYTE
from redaudit.delivery import PART
from redaudit.errors import NotADocument, UnreadableDocument, UsageError
from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.workers import Done, Failure, Job, Limits, ordered, preload

# What turns one document's bytes, and a name for it, into its audit.
Examine = Callable[[bytes, str], Audited]


@frozen
class File:
    """A file to be read: its path as reported, and where it lies; `data` where it was a stream, read already."""

    path: str
    location: str
    data: bytes | None = None


@frozen
class Inflow:
    """A pipe, which this process alone can read: standard input (`-`), or what a shell makes of `<(pdftotext ...)`."""

    path: str
    location: str


Entry = File | Inflow | Unreadable | Skipped


@frozen
class Bounds:
    """What a run may use: workers, bytes of one document, and each worker's limits."""

    workers: int = 1
    size: int = 200 * MEGABYTE
    limits: Limits = field(factory=Limits)


@frozen
class Stream:
    """Standard input, and what it is called in a report."""

    name: str
    source: BinaryIO


def audit(
    entries: Iterable[Entry], examine: Examine, bounds: Bounds, stream: Stream, notice: Callable[[str], None]
) -> Iterator[Outcomes]:
    """The outcome for every entry of a walk, in its order; `notice` hears where our own code failed."""
    preload(_modules())
    jobs = (_job(entry, bounds, stream) for entry in entries)
    work = partial(_examine_file, examine, bounds.size)
    for job, outcome in ordered(jobs, work, bounds.workers, bounds.limits):
        if isinstance(outcome, Failure):
            assert isinstance(job, Job)
            for line in outcome.details:
                notice(f"{job.task.path}: {outcome.reason}: {line}")
            yield Unreadable(job.task.path, outcome.reason)
        else:
            yield outcome


def _job(entry: Entry, bounds: Bounds, stream: Stream) -> Job[File] | Done[Outcomes]:
    match entry:
        case File():
            return Job(entry)
        case Inflow(location="-"):
            return Job(File(stream.name, "-", stream.source.read(bounds.size + 1)))
        case Inflow():
            try:
                with Path(entry.location).open("rb") as source:
                    return Job(File(entry.path, entry.location, source.read(bounds.size + 1)))
            except OSError as error:
                return Done(Unreadable(entry.path, why(error)))
        case _:
            return Done(entry)


def _modules() -> list[str]:
    """Every module a worker will need."""
    package = Path(__file__).parent
    names = (path.relative_to(package.parent).with_suffix("").parts for path in sorted(package.rglob("*.py")))
    return [".".join(parts) for parts in names if parts[-1] not in ("__init__", "__main__") and "reports" not in parts]


def _examine_file(examine: Examine, size: int, file: File) -> Outcomes:
    """The outcome for one file; runs in a worker."""
    try:
        return examine(_bytes_of(file, size), file.path)
    except UnreadableDocument as error:
        return Unreadable(file.path, error.reason)
    except NotADocument as error:
        return Skipped(file.path, error.reason)


def _bytes_of(file: File, size: int) -> bytes:
    too_large = UnreadableDocument(f"larger than {size / MEGABYTE:g} MB")
    try:
        if file.data is None and Path(file.location).stat().st_size > size:
            raise too_large
        data = Path(file.location).read_bytes() if file.data is None else file.data
    except OSError as error:
        raise UnreadableDocument(why(error)) from error
    if len(data) > size:
        raise too_large
    return data


def why(error: OSError) -> str:
    """One clause for a person about a file that could not be opened."""
    match error:
        case PermissionError():
            return "no permission to read it"
        case FileNotFoundError():
            return "it is gone"
        case _:
            return (error.strerror or type(error).__name__).lower()


def walk(paths: Iterable[str], own: Sequence[Path] = ()) -> Iterator[Entry]:
    """Every file under some paths, folders sorted by name; what is not to be read comes with the reason.

    Our own files, such as the one a report is being written to, are no part of what lies in a folder.
    """
    here, places = Path.cwd(), list(dict.fromkeys(paths))
    if missing := [given for given in places if given != "-" and not os.path.lexists(given)]:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    for given in places:
        path = Path(given)
        if given == "-" or _is_pipe(path):
            yield Inflow(given, given)
        elif path.is_dir():
            yield from _under(path, reported(path, here), own)
        else:
            yield _named(path, reported(path, here))


def _is_pipe(path: Path) -> bool:
    return path.is_fifo() or path.is_char_device() or path.is_relative_to("/dev")


def reported(path: Path, here: Path) -> str:
    """A path as reports show it: relative to the current folder where it lies below it, else as given; POSIX."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links
    shown = absolute.relative_to(here) if absolute.is_relative_to(here) else path
    return os.fsencode(shown.as_posix()).decode("utf-8", "replace")


def _under(folder: Path, shown: str, own: Sequence[Path]) -> Iterator[Entry]:
    """What lies in a folder and in those below it; without recursion, for a hostile tree may be deeper than Python."""
    open_folders = [_entries(folder, shown)]
    while open_folders:
        below = next(open_folders[-1], None)
        if below is None:
            open_folders.pop()
        elif any(is_part_of(file, below) for file in own):
            continue
        elif isinstance(below, _Folder):
            open_folders.append(_entries(below.place, below.path))
        else:
            yield below


@frozen
class _Folder:
    place: Path
    path: str


def _entries(folder: Path, shown: str) -> Iterator[Entry | _Folder]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(shown, f"a folder: {why(error)}")
        return
    for entry in entries:
        name = os.fsencode(entry.name).decode("utf-8", "replace")
        path = name if shown == "." else f"{shown.rstrip('/')}/{name}"
        if entry.name.startswith("."):
            yield Skipped(path, "a hidden folder" if entry.is_dir(follow_symlinks=False) else "a hidden file")
        elif entry.is_dir(follow_symlinks=False):
            yield _Folder(Path(entry.path), path)
        elif os.path.isdir(entry.path):  # noqa: PTH112  entry.is_dir() fails on a link to itself
            yield Skipped(path, "a link to a folder, not followed")
        else:
            yield _named(Path(entry.path), path)


def is_part_of(report: Path, entry: Entry | _Folder) -> bool:
    """Whether an entry is a file of ours, or the one beside it that it is first written to."""
    name = PurePosixPath(entry.path).name
    if name != report.name and not (name.startswith(f".{report.name}.") and name.endswith(PART)):
        return False
    return os.path.abspath(Path(entry.path).parent) == os.path.abspath(report.parent)  # noqa: PTH100


def _named(path: Path, shown: str) -> Entry:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        gone = isinstance(error, FileNotFoundError) and path.is_symlink()
        return Unreadable(shown, "a link that leads nowhere" if gone else why(error))
    if not stat.S_ISREG(mode):
        return Skipped(shown, "neither a file nor a folder")
    return File(shown, str(path))
