"""What runs in a worker of Dask: a few documents at a time, each in a guarded process of its own.

A document that hangs, crashes its parser or eats the memory costs that process, and itself; never the worker of Dask,
which has other documents waiting. The worker itself opens no document: packed tasks in, packed results out.
"""

import contextlib
import enum
import multiprocessing
import pickle
import threading
import time
from collections.abc import Callable, Iterator

from attrs import frozen
from distributed import Worker, WorkerPlugin, get_worker

from redaudit.cluster.packing import Packed
from redaudit.cluster.terms import Terms, difference, versions
from redaudit.pool import Pool, preload
from redaudit.workers import Failure

# After so many seconds a worker hands back what it has not begun: others may be free by now.
PATIENCE = 2.0

# Under this name whoever listens hears what workers are on.
ON = "redaudit-on"


class Back(enum.Enum):
    """Why a document comes back as it went: its file is not seen from here, or its worker was at others too long."""

    UNSEEN = enum.auto()
    LEFT = enum.auto()


@frozen
class Given:
    """One document on its way to a worker: the packed task, and whether the worker must ask if it sees its file."""

    task: bytes
    asked: bool


@frozen
class Returned:
    """What became of each document of a batch, in its order, and how long those that were done took together."""

    outcomes: tuple[bytes | Failure | Back, ...]
    seconds: float


@frozen
class Refused:
    """A worker that would not give the same rows, and why."""

    worker: str
    reason: str


class Station(WorkerPlugin):
    """The guarded processes of one worker, one for each of its threads, for one run."""

    def __init__(self, name: str, terms: Terms) -> None:
        self.name = name
        self.terms = terms

    def setup(self, worker: Worker) -> None:
        """The worker is ready for documents, or knows why it must not take any."""
        self.refusal = difference(self.terms.versions, versions())
        self.free: list[Pool[bytes, bytes]] = []
        self.lent: list[Pool[bytes, bytes]] = []
        self.lock = threading.Lock()
        # Under a nanny a worker is a daemonic process, which may have no children lest they outlive it. Ours do not:
        # their pipe ends with it.
        if multiprocessing.current_process().daemon:
            multiprocessing.current_process().daemon = False
        preload((*self.terms.modules, Packed.__module__))

    def teardown(self, worker: Worker) -> None:
        """No guarded process is left."""
        with self.lock:
            for pool in (*self.free, *self.lent):
                pool.dismiss()

    def returned(self, batch: list[Given]) -> Returned:
        """What became of the documents of a batch, one after the other."""
        begun = time.monotonic()
        outcomes: list[bytes | Failure | Back] = []
        with self._pool() as pool:
            for number, given in enumerate(batch):
                if number and time.monotonic() - begun > PATIENCE:
                    outcomes += [Back.LEFT] * (len(batch) - number)
                    break
                if given.asked and not self._sees(given):
                    outcomes.append(Back.UNSEEN)
                    continue
                pool.give(number, given.task)
                outcomes.append(pool.collect()[number])
        return Returned(tuple(outcomes), time.monotonic() - begun)

    def _sees(self, given: Given) -> bool:
        """Whether this worker sees the file of a document."""
        seen: Callable[[object], bool] = pickle.loads(self.terms.seen)
        return seen(pickle.loads(given.task))

    @contextlib.contextmanager
    def _pool(self) -> Iterator[Pool[bytes, bytes]]:
        with self.lock:
            pool = self.free.pop() if self.free else Pool(Packed(self.terms.work), 1, self.terms.limits)
            self.lent.append(pool)
        yield pool
        with self.lock:
            self.lent.remove(pool)
            self.free.append(pool)


def returned(station: str, key: str, batch: list[Given]) -> Returned | Refused:
    """A task of Dask: some documents, worked on at the station that this worker has for the run.

    Who listens hears when it begins and when it ends: a worker that is lost tells nobody what it was on.
    """
    worker = get_worker()
    at = worker.plugins[station]
    assert isinstance(at, Station)
    if at.refusal:
        return Refused(worker.address, at.refusal)
    worker.log_event(ON, (key, 1))
    try:
        return at.returned(batch)
    finally:
        worker.log_event(ON, (key, -1))
