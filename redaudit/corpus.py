"""Many documents: the entries of some sources, each examined in a worker process, in source order."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from attrs import field, frozen

from redaudit.config import MEGABYTE
from redaudit.errors import NotADocument, UnreadableDocument
from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.pool import Pool, preload
from redaudit.sources.entry import Entry, File, Inflow, why
from redaudit.workers import Done, Failure, Job, Limits, ordered

# What turns one document's bytes, and a name for it, into its audit.
Examine = Callable[[bytes, str], Audited]


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
    for job, outcome in ordered(jobs, Pool(work, bounds.workers, bounds.limits)):
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
