"""The way to a scheduler of Dask, and no word of Dask's own on the user's terminal."""

import contextlib
import logging
import signal
from collections.abc import Iterator
from pathlib import Path

import dask
from attrs import define, field
from distributed import Client, LocalCluster

from redaudit.errors import UsageError

# How long a scheduler may take to answer, in seconds.
ANSWER = 10
# Loggers that would write to the terminal: names, addresses and tracebacks that say nothing to whoever runs an audit.
_LOUD = ("distributed", "tornado", "asyncio", "bokeh")
_SETTINGS = {
    # One loss of a worker is told at once: the crew counts the losses itself, document by document.
    "distributed.scheduler.allowed-failures": 0,
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

    def close(self) -> None:
        """Nothing is left of it. May be called again."""
        self.rest.close()


def connected(scheduler: str, size: int) -> Connection:
    """The client of a scheduler that answers; raises UsageError in a sentence for any that does not."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(dask.config.set(_SETTINGS))
        stack.enter_context(_silence())
        stack.enter_context(_keyboard_held())
        if scheduler == "local":
            local = LocalCluster(
                n_workers=size,
                threads_per_worker=1,
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # any free port: 8787 may be taken
                memory_limit=0,
                silence_logs=logging.CRITICAL,
            )
            client = Client(stack.enter_context(local), timeout=ANSWER, set_as_default=False)
        else:
            client = _answering(scheduler)
        stack.callback(client.close)
        return Connection(client, stack.pop_all())


def _answering(scheduler: str) -> Client:
    file = Path(scheduler)
    try:
        if file.is_file():
            return Client(scheduler_file=str(file), timeout=ANSWER, set_as_default=False)
        return Client(scheduler, timeout=ANSWER, set_as_default=False)
    except OSError as error:
        raise UsageError(f"no scheduler answers at {scheduler} within {ANSWER} seconds") from error
    except (ValueError, TypeError, KeyError, RuntimeError) as error:  # no such way to connect, no certificate for TLS
        raise UsageError(f"{scheduler} is no scheduler: {error}") from error


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
def _keyboard_held() -> Iterator[None]:
    """Threads started in here, and the workers that they start, never see Ctrl-C: they inherit the blocked signal."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
