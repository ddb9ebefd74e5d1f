"""Statistics of what a user names: a store as it is, or documents, which are audited into a store of the moment."""

import tempfile
from pathlib import Path

from redaudit.deposit import Shown, filled
from redaudit.errors import UsageError
from redaudit.run import Run
from redaudit.statistics import USUAL, Statistics, of_store
from redaudit.statistics.dimensions import chosen
from redaudit.store.opening import is_store


def reckoned(run: Run, by: tuple[str, ...], shown: Shown) -> Statistics:
    """The statistics of what a run is given, in the groups that are asked for, else in the usual ones.

    Raises UsageError for groups that there are not, for a store among other paths, before any work, and where there is
    nothing to count.
    """
    groups = by or USUAL
    chosen(groups)
    for place in filter(is_store, map(Path, run.inputs.paths)):
        if run.inputs.lone:
            return of_store(place, groups)
        raise UsageError(f"{place} is a store, which is counted by itself: name nothing else")
    with tempfile.TemporaryDirectory(prefix="redaudit-") as beside:
        moment = Path(beside) / "audit.db"
        filled(moment, run, shown)
        return of_store(moment, groups)
