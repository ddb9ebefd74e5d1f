"""The crew over a scheduler of Dask: what it is given it sends in batches, and every number comes back once.

Dask does a task again whose worker is lost, and so does this crew, once for a document, alone and first in the line of
a worker: what a batch lost may have been any one of it. A future has one result, however often its task was begun.
"""

import contextlib
import pickle
import queue
import time
import uuid
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import define, field
from distributed import Client, Future, KilledWorker

from redaudit.cluster.connection import Connection, connected
from redaudit.cluster.terms import Sight, Terms, difference, versions
from redaudit.cluster.worker import Back, Given, Refused, Returned, Station, returned
from redaudit.errors import RedauditError, UsageError
from redaudit.workers import Failure, Limits

Task = TypeVar("Task")
Result = TypeVar("Result")

# Documents under way at once, whatever the size of the cluster, unless it has more threads than half of these.
MOST = 4096
# A batch takes about so long, in seconds: far more than Dask needs to move it, far less than anybody notices.
WORTH = 0.25
LARGEST = 32
# Bytes of one batch, and of files sent along, under way at once.
HEAVY = 2**20
SENT = 64 * 2**20
# How often the scheduler is asked who works for it, in seconds.
LOOK = 2.0


@define(eq=False)
class _Document(Generic[Task]):
    """A task under its number. `asked`: whether a worker must see its file; `weight`: bytes of a file sent along."""

    number: int
    task: Task
    asked: bool
    losses: int = 0
    weight: int = 0


def hired(
    work: Callable[[Task], Result],
    scheduler: str,
    size: int,
    limits: Limits,
    notice: Callable[[str], None],
    sight: Sight[Task] | None,
    modules: tuple[str, ...],
) -> "Cluster[Task, Result]":
    """A crew of the workers of a scheduler, each with its station for this run; raises UsageError if one has to go."""
    seen = pickle.dumps(sight.seen if sight else None)
    terms = Terms(pickle.dumps(work), seen, limits, modules, versions())
    connection = connected(scheduler, size)
    try:
        name = f"redaudit-{uuid.uuid4().hex}"
        _check(connection.client)
        connection.client.register_plugin(Station(name, terms), name=name)
        return Cluster(connection, name, notice, sight)
    except BaseException:
        connection.close()
        raise


def _check(client: Client) -> None:
    """Raises UsageError for a worker that would give other rows, or none."""
    for worker, found in client.run(versions, on_error="return").items():
        if isinstance(found, ModuleNotFoundError):
            raise UsageError(f"the worker {worker} has no {found.name}: it needs what this run has installed")
        if not isinstance(found, dict):
            raise UsageError(f"the worker {worker} does not say what it has installed ({type(found).__name__})")
        if differs := difference(versions(), found):
            raise UsageError(f"the worker {worker} {differs}: rows would differ")


@define
class Cluster(Generic[Task, Result]):
    """A crew. `threads` of each worker by its address; `seconds` are what a document took of late.

    `line`: given and not sent; `unseen`: to be sent with its bytes; `suspects`: lost once with a worker, sent alone,
    each to the worker where it is `placed`; `sent`: bytes sent along. Once a worker was `blind`, all are sent.
    """

    connection: Connection
    name: str
    notice: Callable[[str], None]
    sight: Sight[Task] | None
    threads: dict[str, int] = field(factory=dict)
    seconds: float = WORTH
    line: deque[_Document[Task]] = field(factory=deque)
    unseen: deque[_Document[Task]] = field(factory=deque)
    suspects: deque[_Document[Task]] = field(factory=deque)
    under_way: dict[str, tuple["Future[Returned | Refused]", list[_Document[Task]]]] = field(factory=dict)
    placed: dict[str, str] = field(factory=dict)
    ended: "queue.SimpleQueue[Future[Returned | Refused]]" = field(factory=queue.SimpleQueue)
    sent: int = 0
    blind: bool = False
    looked: float = -LOOK
    waits: bool = False

    @property
    def ahead(self) -> int:
        """For each thread of the cluster a batch under way, and one that waits for it."""
        return self._slots * self._batch

    @property
    def _slots(self) -> int:
        return 2 * max(1, sum(self.threads.values()))

    @property
    def _batch(self) -> int:
        """How many documents make a batch, as quick as they are of late."""
        return max(1, min(int(WORTH / max(self.seconds, 1e-6)), LARGEST, MOST // self._slots))

    def give(self, number: int, task: Task) -> None:
        """The task is under way, with others of its batch."""
        self._queue(_Document(number, task, asked=self.sight is not None))

    def collect(self) -> dict[int, Result | Failure]:
        """What has ended, by number, each once; waits until at least one task has, and for workers if none is there."""
        outcomes: dict[int, Result | Failure] = {}
        try:
            while not outcomes:
                self._look()
                self._send()
                outcomes = self._taken(self._ended())
        except (OSError, RuntimeError) as error:  # a connection that broke, a client that gave up
            raise RedauditError("the scheduler of the cluster is gone") from error
        return outcomes

    def dismiss(self) -> None:
        """No worker is at work for this run; those of a scheduler of others stay there, without a station."""
        with contextlib.suppress(Exception):  # whatever cannot be reached any more lets go by itself
            futures = [future for future, _ in self.under_way.values()]
            self.connection.client.cancel(futures, force=True)
            self.connection.client.unregister_worker_plugin(self.name)
        self.under_way.clear()
        self.connection.close()

    def _queue(self, document: _Document[Task]) -> None:
        """The document is in the line, or among those whose bytes must go with them."""
        (self.unseen if self.blind and document.asked else self.line).append(document)

    def _look(self) -> None:
        """Who works for the scheduler, asked now and then."""
        if time.monotonic() - self.looked < LOOK:
            return
        self.looked = time.monotonic()
        self.threads = dict(self.connection.client.nthreads())
        if not self.threads and not self.waits:
            self.notice("waiting for workers of the cluster")
        self.waits = not self.threads

    def _send(self) -> None:
        """What waits here is on its way."""
        while self.unseen and self.sent < SENT:
            self.line.append(self._filled(self.unseen.popleft()))
        while self.line:
            batch = [self.line.popleft()]
            packed = [self._packed(batch[0])]
            while self.line and len(batch) < self._batch and sum(len(given.task) for given in packed) < HEAVY:
                batch.append(self.line.popleft())
                packed.append(self._packed(batch[-1]))
            self._submit(batch, packed)
        free = [address for address in self.threads if address not in self.placed.values()]
        for address, document in zip(free, list(self.suspects), strict=False):
            self.suspects.popleft()
            self._submit([document], [self._packed(document)], address)

    def _filled(self, document: _Document[Task]) -> _Document[Task]:
        """The document with its bytes, or as it was where it is gone from here too: the worker will say so."""
        assert self.sight is not None
        job = self.sight.fetched(document.task)
        document.asked = False
        if job is not None:
            self.blind = True  # from now on nobody is asked in vain
            document.task, document.weight = job.task, job.weight
            self.sent += job.weight
        return document

    def _packed(self, document: _Document[Task]) -> Given:
        return Given(pickle.dumps(document.task, pickle.HIGHEST_PROTOCOL), document.asked)

    def _submit(self, batch: list[_Document[Task]], packed: list[Given], address: str = "") -> None:
        """A task of Dask for a batch; with an address it is first in the line of that worker, or of another."""
        key = f"{self.name}-{uuid.uuid4().hex}"
        if address:
            self.placed[key] = address
        future = self.connection.client.submit(
            returned,
            self.name,
            packed,
            key=key,
            pure=False,
            priority=1 if address else 0,
            workers=[address] if address else None,
            allow_other_workers=bool(address),
        )
        self.under_way[key] = (future, batch)
        future.add_done_callback(self.ended.put)

    def _ended(self) -> "list[Future[Returned | Refused]]":
        """Futures that have ended; none if that takes longer than the next look at the workers."""
        with contextlib.suppress(queue.Empty):
            ended = [self.ended.get(timeout=LOOK)]
            while True:
                try:
                    ended.append(self.ended.get_nowait())
                except queue.Empty:
                    return ended
        return []

    def _taken(self, ended: "list[Future[Returned | Refused]]") -> dict[int, Result | Failure]:
        """The outcomes of some futures, which are let go; what came back undone is in the line again."""
        outcomes: dict[int, Result | Failure] = {}
        finished = {str(future.key): future for future in ended if future.status == "finished"}
        results = self.connection.client.gather(finished, errors="skip")
        for future in ended:
            key = str(future.key)
            if future.status == "pending":  # its result was lost with a worker, and is made again
                future.add_done_callback(self.ended.put)
                continue
            _, batch = self.under_way.pop(key)
            self.placed.pop(key, None)
            result = results.get(key)
            outcomes |= self._lost(future, batch) if result is None else self._opened(result, batch)
            future.release()
        return outcomes

    def _opened(self, result: Returned | Refused, batch: list[_Document[Task]]) -> dict[int, Result | Failure]:
        if isinstance(result, Refused):
            raise UsageError(f"the worker {result.worker} {result.reason}: rows would differ")
        outcomes: dict[int, Result | Failure] = {}
        for document, outcome in zip(batch, result.outcomes, strict=True):
            if outcome is Back.LEFT:
                self._queue(document)
                continue
            if outcome is Back.UNSEEN:
                self.unseen.append(document)
                continue
            self.sent -= document.weight
            outcomes[document.number] = outcome if isinstance(outcome, Failure) else pickle.loads(outcome)
        if outcomes:
            self.seconds += (result.seconds / len(outcomes) - self.seconds) / 8
        return outcomes

    def _lost(self, future: "Future[Returned | Refused]", batch: list[_Document[Task]]) -> dict[int, Failure]:
        """The outcomes of documents whose worker was lost: none for those that are done again."""
        error = future.exception()
        if not isinstance(error, KilledWorker):
            raise RedauditError(f"the cluster did not do its work ({type(error).__name__})")
        self.looked = -LOOK
        outcomes: dict[int, Failure] = {}
        for document in batch:
            # A scheduler that is not ours does a task again by itself; of a batch each may be innocent all the same.
            document.losses += error.allowed_failures + 1 if len(batch) == 1 else 1
            if document.losses > 1:
                self.sent -= document.weight
                outcomes[document.number] = Failure("its worker was lost twice")
            else:
                self.suspects.append(document)
        return outcomes
