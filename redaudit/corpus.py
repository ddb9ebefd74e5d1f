"""Many documents: the entries of some sources, each examined in a worker process, in source order."""

import contextlib
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from attrs import evolve

from redaudit.config import MEGABYTE
from redaudit.errors import NotADocument, UnreadableDocument
from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.sources import remote
from redaudit.sources.entry import File, Settled, why
from redaudit.sources.remote import is_remote
from redaudit.workers import Crew, Done, Failure, Job, ordered

# What turns one document's bytes, and a name for it, into its audit.
Examine = Callable[[bytes, str], Audited]


def audit(
    entries: Iterable[Settled], crew: Crew[File, Outcomes], notice: Callable[[str], None]
) -> Generator[Outcomes, None, None]:
    """The outcome for every entry of a walk, in its order; `notice` hears where our own code failed."""
    with contextlib.closing(ordered(map(_job, entries), crew)) as outcomes:
        for job, outcome in outcomes:
            if isinstance(outcome, Failure):
                assert isinstance(job, Job)
                for line in outcome.details:
                    notice(f"{job.task.path}: {outcome.reason}: {line}")
                yield Unreadable(job.task.path, outcome.reason)
            else:
                yield outcome


def _job(entry: Settled) -> Job[File] | Done[Outcomes]:
    return Job(entry, weight_of(entry), size_of(entry)) if isinstance(entry, File) else Done(entry)


def weight_of(file: File) -> int:
    """Bytes of a file that this process holds."""
    return 0 if file.data is None else len(file.data)


def size_of(file: File) -> int:
    """Bytes of a file as far as they are known before it is read; none for one that is only there by name."""
    if file.data is not None:
        return len(file.data)
    try:
        return 0 if is_remote(file.location) else Path(file.location).stat().st_size
    except OSError:
        return 0


def seen(file: File) -> bool:
    """Whether this process can read a file where it says it lies; asked on the workers of a cluster."""
    return file.data is not None or is_remote(file.location) or Path(file.location).exists()


def fetched(file: File, size: int) -> Job[File] | None:
    """A file with its bytes, for a worker that does not see it; None where it cannot be read here either."""
    try:
        data = _read(file, size)
    except OSError:
        return None
    return None if data is None else Job(evolve(file, data=data), len(data))


def outcome_of(examine: Examine, size: int, file: File) -> Outcomes:
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
        data = _read(file, size)
    except OSError as error:
        raise UnreadableDocument(why(error)) from error
    if data is None or len(data) > size:
        raise too_large
    return data


def _read(file: File, size: int) -> bytes | None:
    """The bytes of a file; None where it is known beforehand to hold more than `size`."""
    if file.data is not None:
        return file.data
    if is_remote(file.location):
        return remote.read(file.location, size)
    return None if Path(file.location).stat().st_size > size else Path(file.location).read_bytes()
