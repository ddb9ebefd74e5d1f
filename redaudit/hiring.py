"""Who works for a run: processes of this machine, or those of a cluster."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen

from redaudit.cluster import cluster
from redaudit.cluster.terms import Sight
from redaudit.config import MEGABYTE
from redaudit.pool import Pool, preload
from redaudit.workers import Crew, Job, Limits

Task = TypeVar("Task")
Result = TypeVar("Result")


def unheard(_: str) -> None:
    """What nobody asked to hear."""


@frozen
class Bounds:
    """What a run may use: workers, bytes of one document, each worker's limits, and whose workers they are.

    `scheduler` is empty for this machine; `notice` hears when a cluster has no worker to wait for; `modules` are what
    workers need besides our own.
    """

    workers: int = 1
    size: int = 200 * MEGABYTE
    limits: Limits = field(factory=Limits)
    scheduler: str = ""
    notice: Callable[[str], None] = unheard
    modules: tuple[str, ...] = ()


def crew(
    work: Callable[[Task], Result],
    bounds: Bounds,
    seen: Callable[[Task], bool],
    fetched: Callable[[Task, int], Job[Task] | None],
) -> Crew[Task, Result]:
    """The workers that a run may use.

    `seen` tells on a worker of a cluster whether it sees the file of a task; `fetched` gives here the task with its
    bytes. Raises UsageError where a cluster cannot be used.
    """
    if not bounds.scheduler:
        preload([*own_modules(), *bounds.modules])
        return Pool(work, bounds.workers, bounds.limits)
    sight = Sight(seen, partial(_fetched, fetched, bounds.size))
    return cluster(
        work,
        bounds.scheduler,
        bounds.workers,
        bounds.limits,
        bounds.notice,
        sight,
        (*own_modules(), *bounds.modules),
    )


def _fetched(fetched: Callable[[Task, int], Job[Task] | None], size: int, task: Task) -> Job[Task] | None:
    return fetched(task, size)


def own_modules() -> list[str]:
    """Every module a worker will need."""
    package = Path(__file__).parent
    names = (path.relative_to(package.parent).with_suffix("").parts for path in sorted(package.rglob("*.py")))
    idle = {"__init__", "__main__", "reports", "cluster"}  # the last would bring Dask along
    return [".".join(parts) for parts in names if idle.isdisjoint(parts)]
