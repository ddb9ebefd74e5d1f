"""The crew over a scheduler of Dask: what it is given it sends in batches, and every number comes back once.

Documents whose worker is lost are done again: those of a batch that was begun each alone, since any one of them may
have been the end of the worker; a batch that only waited there, as it was. A document that was begun alone and lost
its worker again is a Failure. A future has one result, however often its task was begun.
"""

import contextlib
import pickle
import queue
import re
import time
import uuid
from collections import Counter, deque
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from attrs import define, field
from distributed import Future, KilledWorker
from distributed.client import ClosedClientError

from redaudit.cluster.connection import ANSWER, Connection, connected
from redaudit.cluster.terms import Sight, Terms, difference, versions
from redaudit.cluster.worker import ON, Back, Given, Refused, Returned, Station, returned
from redaudit.errors import RedauditError, UsageError
from redaudit.workers import LOST, Failure, Limits

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
# How long results that are ready may take to arrive, in seconds, before they are asked for again.
PATIENCE = 20.0
_GONE = "the scheduler of the cluster is gone"


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
        _check(connection)
        connection.answer(partial(connection.client.register_plugin, Station(name, terms), name=name))
        crew = Cluster[Task, Result](connection, name, notice, sight)
        connection.client.subscribe_topic(ON, crew.hear)
        return crew
    except BaseException:
        connection.close()
        raise


def _check(connection: Connection) -> None:
    """Raises UsageError for a worker that would give other rows, or none."""
    ask = partial(connection.client.run, versions, on_error="return")
    for worker, found in connection.answer(ask).items():
        if isinstance(found, OSError):
            continue  # it was lost this moment
        if not isinstance(found, dict):
            missing = re.search(r"No module named '([\w.]+)'", str(found))
            lacks = f"has no {missing[1]}" if missing else f"does not say what it has ({type(found).__name__})"
            raise UsageError(f"the worker {worker} {lacks}: it needs what this run has installed")
        if differs := difference(versions(), found):
            raise UsageError(f"the worker {worker} {differs}: rows would differ")


@define
class Cluster(Generic[Task, Result]):
    """A crew. `threads` of each worker by its address; `seconds` are what a document took of late.

    `line`: given and not sent; `unseen`: to be sent with its bytes; `begun`: how often the task of a key was, and did
    not end; `strayed`: ended, and to be made again; `sent`: bytes sent along. Once a worker was `blind`, all are sent.
    """

    connection: Connection
    name: str
    notice: Callable[[str], None]
    sight: Sight[Task] | None
    threads: dict[str, int] = field(factory=dict)
    seconds: float = WORTH
    line: deque[_Document[Task]] = field(factory=deque)
    unseen: deque[_Document[Task]] = field(factory=deque)
    under_way: dict[str, tuple["Future[Returned | Refused]", list[_Document[Task]]]] = field(factory=dict)
    begun: Counter[str] = field(factory=Counter)
    ended: "queue.SimpleQueue[Future[Returned | Refused]]" = field(factory=queue.SimpleQueue)
    strayed: "list[Future[Returned | Refused]]" = field(factory=list)
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
        except (OSError, RuntimeError, ClosedClientError) as error:  # a connection that broke, a client that gave up
            raise RedauditError(_GONE) from error
        except AttributeError as error:  # Dask asks the scheduler of a client that gave up, which has none any more
            if self.connection.client.scheduler is not None:
                raise
            raise RedauditError(_GONE) from error
        return outcomes

    def hear(self, event: tuple[float, tuple[str, int]]) -> None:
        """A worker begins with the task of a key, or ends, perhaps of another run; called by the client's thread."""
        _, (key, step) = event
        if key.startswith(self.name):
            self.begun[key] += step

    def dismiss(self) -> None:
        """No worker is at work for this run; those of a scheduler of others stay there, without a station."""
        with contextlib.suppress(Exception):  # whatever cannot be reached any more lets go by itself
            futures = [future for future, _ in self.under_way.values()]
            client = self.connection.client
            self.connection.answer(partial(client.cancel, futures, force=True), ANSWER)
            self.connection.answer(partial(client.unregister_worker_plugin, self.name), ANSWER)
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
        self.threads = dict(self.connection.answer(self.connection.client.nthreads))
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
            most = 1 if batch[0].losses else self._batch
            while self.line and len(batch) < most and not self.line[0].losses and _weight(packed) < HEAVY:
                batch.append(self.line.popleft())
                packed.append(self._packed(batch[-1]))
            self._submit(batch, packed)

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

    def _submit(self, batch: list[_Document[Task]], packed: list[Given]) -> None:
        """A task of Dask for a batch; what was lost before goes first."""
        key = f"{self.name}-{uuid.uuid4().hex}"
        future = self.connection.client.submit(
            returned, self.name, key, packed, key=key, pure=False, priority=batch[0].losses
        )
        self.under_way[key] = (future, batch)
        future.add_done_callback(self.ended.put)

    def _ended(self) -> "list[Future[Returned | Refused]]":
        """Futures that have ended, none of them twice; none if that takes longer than the next look at the workers."""
        ended = []
        with contextlib.suppress(queue.Empty):
            ended.append(self.ended.get(timeout=LOOK))
            while True:
                ended.append(self.ended.get_nowait())
        ended, self.strayed = ended + self.strayed, []
        return ended

    def _taken(self, ended: "list[Future[Returned | Refused]]") -> dict[int, Result | Failure]:
        """The outcomes of some futures, which are let go; what came back undone is in the line again."""
        outcomes: dict[int, Result | Failure] = {}
        finished = {str(future.key): future for future in ended if future.status == "finished"}
        results = self._gathered(finished)
        for future in ended:
            key = str(future.key)
            result = results.get(key)
            if result is None and future.status not in ("error", "cancelled"):
                self.strayed.append(future)  # its result was lost with the worker that kept it, and is made again
                continue
            _, batch = self.under_way.pop(key)
            begun = self.begun.pop(key, 0)
            outcomes |= self._lost(future, batch, begun) if result is None else self._opened(result, batch)
            future.release()
        return outcomes

    def _gathered(self, finished: "dict[str, Future[Returned | Refused]]") -> dict[str, Returned | Refused | None]:
        """What some tasks returned; nothing where it was lost meanwhile, or does not come in good time."""
        gather = partial(self.connection.client.gather, finished, errors="skip")
        try:
            found: dict[str, Returned | Refused | None] = self.connection.answer(gather, PATIENCE)
        except TimeoutError:
            return {}
        return found

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

    def _lost(
        self, future: "Future[Returned | Refused]", batch: list[_Document[Task]], begun: int
    ) -> dict[int, Failure]:
        """The outcomes of documents whose worker was lost: none for those that are done again."""
        error = self.connection.answer(future.exception)
        if not isinstance(error, KilledWorker):
            raise RedauditError(
                _GONE if future.cancelled() else f"a worker of the cluster failed ({type(error).__name__})"
            )
        self.looked = -LOOK
        outcomes: dict[int, Failure] = {}
        for document in batch:
            # A scheduler that is not ours gives a task to several workers before it tells.
            document.losses += begun if len(batch) == 1 else min(begun, 1)
            if document.losses > 1:
                self.sent -= document.weight
                outcomes[document.number] = Failure(LOST)
            else:
                self._queue(document)
        return outcomes


def _weight(packed: list[Given]) -> int:
    return sum(len(given.task) for given in packed)
