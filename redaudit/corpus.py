"""Many documents: the entries of some sources, each examined in a worker process, in source order."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen

from redaudit.config import MEGABYTE
from redaudit.errors import NotADocument, UnreadableDocument
from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.pool import Pool, preload
from redaudit.sources import remote
from redaudit.sources.entry import File, Settled, why
from redaudit.sources.remote import is_remote
from redaudit.workers import Crew, Done, Failure, Job, Limits, ordered

# What turns one document's bytes, and a name for it, into its audit.
Examine = Callable[[bytes, str], Audited]

Task = TypeVar("Task")
Result = TypeVar("Result")


@frozen
class Bounds:
    """What a run may use: workers, bytes of one document, and each worker's limits."""

    workers: int = 1
    size: int = 200 * MEGABYTE
    limits: Limits = field(factory=Limits)


def audit(
    entries: Iterable[Settled], examine: Examine, bounds: Bounds, notice: Callable[[str], None]
) -> Iterator[Outcomes]:
    """The outcome for every entry of a walk, in its order; `notice` hears where our own code failed."""
    jobs = (_job(entry) for entry in entries)
    work = partial(outcome_of, examine, bounds.size)
    for job, outcome in ordered(jobs, crew(work, bounds)):
        if isinstance(outcome, Failure):
            assert isinstance(job, Job)
            for line in outcome.details:
                notice(f"{job.task.path}: {outcome.reason}: {line}")
            yield Unreadable(job.task.path, outcome.reason)
        else:
            yield outcome


def crew(work: Callable[[Task], Result], bounds: Bounds) -> Crew[Task, Result]:
    """The workers that a run may use."""
    preload(_modules())
    return Pool(work, bounds.workers, bounds.limits)


def _job(entry: Settled) -> Job[File] | Done[Outcomes]:
    return Job(entry, weight_of(entry)) if isinstance(entry, File) else Done(entry)


def weight_of(file: File) -> int:
    """Bytes of a file that this process holds."""
    return 0 if file.data is None else len(file.data)


def _modules() -> list[str]:
    """Every module a worker will need."""
    package = Path(__file__).parent
    names = (path.relative_to(package.parent).with_suffix("").parts for path in sorted(package.rglob("*.py")))
    return [".".join(parts) for parts in names if parts[-1] not in ("__init__", "__main__") and "reports" not in parts]


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
