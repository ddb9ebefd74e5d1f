"""What a run and its workers on other machines agree on: the work, its limits, the versions of what decides rows."""

import importlib.metadata
import platform
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Generic, TypeVar

from attrs import frozen

from redaudit.version import __version__, code_version
from redaudit.workers import Job, Limits

Task = TypeVar("Task")

# The name of a cluster on this machine, for one run.
LOCAL = "local"


@frozen
class Sight(Generic[Task]):
    """How a worker tells that it does not see the file of a task, and how this process sends the bytes along.

    `seen` is asked in a worker, which must be able to import it. `fetched` is asked here: the same task with its bytes,
    and what they weigh; None where the file is gone from here too, so that the worker may say so.
    """

    seen: Callable[[Task], bool]
    fetched: Callable[[Task], Job[Task] | None]


@frozen
class Terms:
    """What every worker of a run is told once. `work` and `seen` are pickled; a document's process opens `work`."""

    work: bytes
    seen: bytes
    limits: Limits
    modules: tuple[str, ...]
    versions: Mapping[str, str]


@cache
def versions() -> dict[str, str]:
    """What decides the rows of a document on a machine, each with its version; empty for what is not installed."""
    found = {"Python": ".".join(platform.python_version_tuple()[:2]), "redaudit": f"{__version__} ({code_version()})"}
    for requirement in importlib.metadata.requires("redaudit") or []:
        if "extra ==" not in requirement and (name := re.match(r"[\w.-]+", requirement)):
            found[name[0]] = _version(name[0])
    return found


def difference(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """The first thing that a worker has in another version than this process, in one clause; empty if there is none."""
    for name in here:
        if here[name] != there.get(name, ""):
            return f"has {name} {there.get(name) or 'not at all'}, and this run {here[name] or 'not at all'}"
    return ""


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ""
