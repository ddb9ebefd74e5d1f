"""The crew on this machine: worker processes that outlive every document.

A document that hangs, crashes the parser or eats the memory costs its worker, and itself; never the run.
concurrent.futures will not do: there one crash breaks the whole pool.
"""

import contextlib
import multiprocessing
import os
import pickle
import platform
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import connection, process, resource_tracker
from typing import Generic, TypeVar

from attrs import define, field

from redaudit.errors import RedauditError
from redaudit.workers import Failure, Limits

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

Task = TypeVar("Task")
Result = TypeVar("Result")

# The number of the task of a worker that has none.
IDLE = -1
# A worker is the work of one core. NumPy, OpenCV and Tesseract would each start a thread a core, with its own stack.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM", "OMP_THREAD_LIMIT")


def preload(modules: Iterable[str]) -> None:
    """Makes every later worker start with some modules already imported, where the platform can."""
    if _has_fork_server():
        multiprocessing.set_forkserver_preload(list(modules))


def _has_fork_server() -> bool:
    """A fork server starts a worker in milliseconds. Windows has none; the system libraries of macOS bear no fork."""
    return platform.system() == "Linux"


def _process(target: Callable[..., None], arguments: tuple[object, ...]) -> process.BaseProcess:
    if _has_fork_server():
        return multiprocessing.get_context("forkserver").Process(target=target, args=arguments, daemon=True)
    return multiprocessing.get_context("spawn").Process(target=target, args=arguments, daemon=True)


@define
class _Worker:
    """One process and the pipe to it; `number` is the task it is on, `deadline` when that task's time is up."""

    process: process.BaseProcess
    pipe: connection.Connection
    tasks: int = 0
    number: int = IDLE
    deadline: float = 0.0

    def stop(self) -> None:
        """The process is gone and reaped."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


@define
class Pool(Generic[Task, Result]):
    """Up to `size` worker processes, hired when there is something to do."""

    work: Callable[[Task], Result]
    size: int
    limits: Limits
    workers: list[_Worker] = field(factory=list)

    @property
    def ahead(self) -> int:
        """As many tasks as workers."""
        return self.size

    def give(self, number: int, task: Task) -> None:
        """A worker is on the task."""
        worker = next((worker for worker in self.workers if worker.number == IDLE), None) or self._hire()
        worker.number = number
        worker.tasks += 1
        worker.deadline = time.monotonic() + self.limits.seconds
        with contextlib.suppress(OSError):  # died idle: `collect` will see it
            worker.pipe.send(task)

    def collect(self) -> dict[int, Result | Failure]:
        """What has come back, by number; waits until at least one task has ended."""
        outcomes: dict[int, Result | Failure] = {}
        while not outcomes:
            busy = {worker.pipe: worker for worker in self.workers if worker.number != IDLE}
            first = min(worker.deadline for worker in busy.values())
            ready = connection.wait(list(busy), timeout=max(0.0, first - time.monotonic()))
            for pipe, worker in busy.items():
                if pipe in ready:
                    outcomes.update(self._receive(worker))
                elif time.monotonic() >= worker.deadline:
                    outcomes[worker.number] = Failure(f"ran out of time ({self.limits.seconds:g} s)")
                    self._discharge(worker)
        return outcomes

    def _receive(self, worker: _Worker) -> dict[int, Result | Failure]:
        number = worker.number
        try:
            outcome, last = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            outcome, last = Failure(_how_it_died(worker.process.exitcode)), True
        worker.number = IDLE
        if last or worker.tasks >= self.limits.tasks:
            self._discharge(worker)
        return {number: outcome}

    def _hire(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        hired = _process(_serve, (theirs, self.work, self.limits))
        with _keyboard_held(), _one_thread():
            hired.start()
        theirs.close()
        worker = _Worker(hired, ours)
        self.workers.append(worker)
        try:
            ours.recv()  # imports are done: from here on the document's time runs
        except EOFError as error:
            raise RedauditError("a worker process could not start") from error
        return worker

    def _discharge(self, worker: _Worker) -> None:
        worker.stop()
        self.workers.remove(worker)

    def dismiss(self) -> None:
        """No worker is left."""
        for worker in self.workers:
            worker.stop()
        self.workers.clear()


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """A child started in here has libraries of one thread, unless the user's environment says otherwise."""
    unset = [name for name in ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


@contextlib.contextmanager
def _keyboard_held() -> Iterator[None]:
    """A child started in here never sees Ctrl-C: it inherits the blocked signal. Ours comes when the block ends."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # started later it would lift our block
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _how_it_died(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return "the parser crashed"
    if -exit_code == getattr(signal, "SIGKILL", None):
        return "the parser was killed, most likely for want of memory"
    return f"the parser crashed ({signal.Signals(-exit_code).name})"


def _serve(pipe: connection.Connection, work: Callable[[Task], Result], limits: Limits) -> None:
    """The life of a worker: tasks in, answers out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    _limit_memory(limits.memory)
    pipe.send("ready")
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        _alarm(2 * limits.seconds + 5)  # for when nobody is left to stop us
        answer = _answer(work, task)
        _alarm(0)
        pipe.send_bytes(answer)


def _answer(work: Callable[[Task], Result], task: Task) -> bytes:
    """The pickled outcome of a task, and whether the worker is spent."""
    try:
        return pickle.dumps((work(task), False), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        failure, last = Failure("ran out of memory"), True
    except RecursionError as error:
        failure, last = Failure("nested too deeply", _trace(error)), False
    except Exception as error:  # a bug of ours: it costs this document, and says so
        failure, last = Failure(f"internal error ({type(error).__name__})", _trace(error)), False
    return pickle.dumps((failure, last), pickle.HIGHEST_PROTOCOL)


def _trace(error: Exception) -> tuple[str, ...]:
    """Where an error rose, by file, line and function; neither message nor values, which may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    return tuple(f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames[-8:])


def _silence() -> None:
    """What a C library writes goes nowhere: it may quote the document."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)


def _limit_memory(size: int) -> None:
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = size if hard == resource.RLIM_INFINITY else min(size, hard)
    with contextlib.suppress(ValueError, OverflowError, OSError):  # macOS refuses some bounds
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
