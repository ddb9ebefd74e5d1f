"""The way to a scheduler of Dask, and no word of Dask's own on the user's terminal."""

import asyncio
import contextlib
import logging
import math
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

import dask
from attrs import define, field
from distributed import Client, LocalCluster

from redaudit.cluster.terms import LOCAL
from redaudit.errors import UsageError
from redaudit.processes import keyboard_held

Answer = TypeVar("Answer")

# How long a scheduler may take to answer, in seconds.
ANSWER = 10
# Seconds between two looks at whether the loop of a client that is waited for still runs.
_LOOK = 1.0
# Loggers that would write to the terminal: names, addresses and tracebacks that say nothing to whoever runs an audit.
_LOUD = ("distributed", "tornado", "asyncio", "bokeh")
_SAFE_PATH = "PYTHONSAFEPATH"
_SETTINGS = {
    # One loss of a worker is told at once: the crew counts the losses itself, document by document.
    "distributed.scheduler.allowed-failures": 0,
    # A nanny is given up whose worker is not there so long after one was lost, though it has started others since.
    "distributed.deploy.lost-worker-timeout": "1000 days",
    # A worker waits for a document nearly always: what it does meanwhile need not be sampled a hundred times a second.
    "distributed.worker.profile.enabled": False,
    # The bytes of a file that no worker sees go along with its task.
    "distributed.admin.large-graph-warning-threshold": "100GB",
}


@define
class Connection:
    """A client of a scheduler; closed, it has let go of everything, and of a cluster on this machine as well."""

    client: Client
    rest: contextlib.ExitStack = field(repr=False)

    def answer(self, question: Callable[[], Awaitable[Answer]], seconds: float = math.inf) -> Answer:
        """What a question to Dask comes to, which is asked in the client's loop; its own errors as they are.

        TimeoutError where it takes longer; ConnectionError where the loop ended meanwhile. Client.sync will not do: it
        waits for a threading.Event, whose lock an interrupt may leave with us, and the loop would wait for it for ever.
        """
        loop: asyncio.AbstractEventLoop = self.client.loop.asyncio_loop  # type: ignore[union-attr]
        answers: SimpleQueue[asyncio.Task[Answer]] = SimpleQueue()
        asked: list[asyncio.Task[Answer]] = []

        async def ask() -> Answer:
            return await question()

        def begin() -> None:
            asked.append(loop.create_task(ask()))
            asked[0].add_done_callback(answers.put)

        loop.call_soon_threadsafe(begin)
        try:
            task = _first(answers, loop, seconds)
        except BaseException:
            with contextlib.suppress(RuntimeError):  # the loop is no more
                loop.call_soon_threadsafe(lambda: [task.cancel() for task in asked])
            raise
        if task.cancelled():
            raise ConnectionError("the client was closed")
        return task.result()

    def close(self) -> None:
        """Nothing is left of it. May be called again."""
        self.rest.close()


def _first(
    answers: "SimpleQueue[asyncio.Task[Answer]]", loop: asyncio.AbstractEventLoop, seconds: float
) -> "asyncio.Task[Answer]":
    """The first that comes; raises as `Connection.answer` does."""
    ends = time.monotonic() + seconds
    while True:
        running = loop.is_running()
        with contextlib.suppress(Empty):
            return answers.get(timeout=max(0.0, min(_LOOK, ends - time.monotonic())))
        if not running:
            raise ConnectionError("the client has no loop any more")
        if time.monotonic() >= ends:
            raise TimeoutError(f"no answer within {seconds:g} seconds")


class _Client(Client):
    """A client that is closed where it cannot be made.

    One that was half made would be closed by the thread that happens to collect it as garbage, which may be the one
    that starts the loop of another client: that one then waits for a lock of its own.
    """

    def __init__(self, scheduler: LocalCluster | str | None = None, scheduler_file: str | None = None) -> None:
        try:
            Client.__init__(self, scheduler, scheduler_file=scheduler_file, timeout=ANSWER, set_as_default=False)
        except BaseException:
            with contextlib.suppress(Exception):  # of whatever it had not come to make
                Client.close(self)
            raise


def connected(scheduler: str, size: int) -> Connection:
    """The client of a scheduler that answers; raises UsageError in a sentence for any that does not."""
    with contextlib.ExitStack() as stack, keyboard_held():
        stack.enter_context(dask.config.set(_SETTINGS))
        stack.enter_context(_silence())
        stack.enter_context(_safe_path())
        client = _Client(stack.enter_context(_local(size))) if scheduler == LOCAL else _answering(scheduler)
        stack.callback(_let_go, client)
        return Connection(client, stack.pop_all())


def _local(size: int) -> LocalCluster:
    """So many worker processes of one thread on this machine, for one run."""
    return LocalCluster(
        n_workers=size,
        threads_per_worker=1,
        dashboard_address=None,
        scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # any free port: 8787 may be taken
        memory_limit=0,  # documents are bounded one by one, in processes of their own
        silence_logs=logging.CRITICAL,
    )


def _answering(scheduler: str) -> Client:
    file = Path(scheduler)
    if ":" not in scheduler and not file.is_file():
        raise UsageError(f"{scheduler} is neither a scheduler's file nor its address, such as tcp://host:8786")
    try:
        if file.is_file():
            return _Client(scheduler_file=str(file))
        return _Client(scheduler)
    except OSError as error:
        raise UsageError(f"no scheduler answers at {scheduler} within {ANSWER} seconds") from error
    except (ValueError, TypeError, KeyError, RuntimeError) as error:  # no such way to connect, no certificate for TLS
        raise UsageError(f"{scheduler} is no scheduler: {error}") from error


def _let_go(client: Client) -> None:
    """The client is closed. One that begins to connect anew while it closes fails an assertion of Dask's."""
    for _ in range(2):  # the second does nothing to a client that is closed
        with contextlib.suppress(AssertionError, OSError):  # or nobody answered any more in good time
            client.close()


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Loggers of Dask write nothing, whatever level each was given."""
    known = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _LOUD]
    loud = [(logger, logger.level) for logger in map(logging.getLogger, known)]
    for logger, _ in loud:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in loud:
            logger.setLevel(level)


@contextlib.contextmanager
def _safe_path() -> Iterator[None]:
    """Workers started in here import nothing from the current folder, which may hold the documents of strangers."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before
