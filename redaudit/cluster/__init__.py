"""The crew of many machines: one run spread over a cluster by Dask, with the same outcomes as on one machine.

What a plain run does not pay for lies behind one door: Dask is imported when a cluster is asked for, and not before.
"""

import importlib
from collections.abc import Callable
from typing import TypeVar

from redaudit.cluster.terms import Sight
from redaudit.errors import UsageError
from redaudit.workers import Crew, Limits

Task = TypeVar("Task")
Result = TypeVar("Result")


def cluster(
    work: Callable[[Task], Result],
    scheduler: str,
    size: int,
    limits: Limits,
    notice: Callable[[str], None],
    sight: Sight[Task] | None = None,
    modules: tuple[str, ...] = (),
) -> Crew[Task, Result]:
    """The workers of a scheduler: `local`, its address (tcp://host:8786, tls://host:8786) or the path of its file.

    `size` is how many workers `local` has; `modules` are what a process that works on documents will need; `notice`
    hears when there is no worker to wait for. Without `sight` each file is taken to be seen by every worker.
    Raises UsageError where Dask is missing, the scheduler does not answer, or a worker would not give the same rows.
    """
    try:
        # Here and not at the top: Dask takes a second and more to import, and is an extra.
        crew = importlib.import_module("redaudit.cluster.crew")
    except ModuleNotFoundError as error:
        raise UsageError("--scheduler needs dask: pip install 'redaudit[dask]'") from error
    hired: Crew[Task, Result] = crew.hired(work, scheduler, size, limits, notice, sight, modules)
    return hired
