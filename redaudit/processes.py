"""The process of a worker: how it is started, what it does with a task, and what is said when it dies."""

import contextlib
import multiprocessing
import os
import pickle
import platform
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from multiprocessing import context, process, resource_tracker
from typing import TypeVar

from attrs import define

from redaudit.workers import KILLED, Failure

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

Task = TypeVar("Task")
Result = TypeVar("Result")

# Python starts children by `python -c`, which looks for modules in the current folder first: among the documents.
SAFE_PATH = "PYTHONSAFEPATH"
# A worker is the work of one core. NumPy, OpenCV and Tesseract would each start a thread a core, with its own stack.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM", "OMP_THREAD_LIMIT")
# What a worker that left by itself is said to have ended with: it had no reason to, and 0 would pass for one.
LEFT = 256
# The exit code of a worker that could not load its work.
UNLOADED = 1
# Two threads that ask at once what became of a process: the second would be told 255 (multiprocessing reads it once).
_ASKING = threading.Lock()
# The work of this process, where it is a worker: sent once, for it may be large, and not with every task.
_WORK: list[Callable[..., object]] = []


def has_fork_server() -> bool:
    """A fork server starts a worker in milliseconds. Windows has none; the system libraries of macOS bear no fork."""
    return platform.system() == "Linux"


@define
class WorkerProcess:
    """One process, as pebble deals with it; it never outlives us."""

    process: process.BaseProcess
    daemon: bool = True

    @property
    def pid(self) -> int | None:
        """Its number, once it has started."""
        return self.process.pid

    @property
    def exitcode(self) -> int | None:
        """How it ended; LEFT where it seems to have ended well."""
        code = self.process.exitcode
        return LEFT if code == 0 else code

    def start(self) -> None:
        """The process runs."""
        with _ASKING:
            self.process.start()

    def is_alive(self) -> bool:
        """Whether it runs."""
        with _ASKING:
            return self.process.is_alive()

    def terminate(self) -> None:
        """It is told to end."""
        self.process.terminate()

    def join(self, timeout: float | None = None) -> None:
        """It has ended, or the seconds are over."""
        self.process.join(timeout)


class Start(context.BaseContext):
    """How the worker of a pool is started: what pebble takes for a context of multiprocessing.

    A pool has one worker for its life: a second one would inherit the pipe and the locks as the first one left them.
    """

    def __init__(self) -> None:
        self._name = "forkserver" if has_fork_server() else "spawn"
        self.worker: WorkerProcess | None = None

    def Process(  # noqa: N802  a name of multiprocessing
        self, target: Callable[..., None], name: str, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> WorkerProcess:
        """The one worker, not started yet; BrokenPipeError for a second one."""
        if self.worker is not None:
            raise BrokenPipeError("a pool has one worker")
        way = multiprocessing.get_context(self._name)
        made = way.Process(target=target, name=name, args=args, kwargs=kwargs, daemon=True)  # type: ignore[attr-defined]
        self.worker = WorkerProcess(made)
        return self.worker

    @property
    def exit_code(self) -> int | None:
        """What became of the worker, once it has ended."""
        return self.worker.exitcode if self.worker else None

    def kill(self) -> None:
        """The worker, if any, is no more; before its locks are, which it would miss aloud if it were just starting."""
        if self.worker and self.worker.pid:
            self.worker.process.kill()
            self.worker.process.join()


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """A child started in here has libraries of one thread, unless the user's environment says otherwise."""
    with _environment(*ONE_THREAD, SAFE_PATH):
        yield


@contextlib.contextmanager
def _environment(*names: str) -> Iterator[None]:
    """Some variables of the environment are 1 in here, unless the user's environment says otherwise."""
    unset = [name for name in names if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


@contextlib.contextmanager
def interrupt_held() -> Iterator[None]:
    """Ctrl-C comes at the end of the block.

    For where we hold a lock of Python's, as that of a future: an interrupt that comes just when it was taken would
    never give it back.
    """
    hearing = signal.getsignal(signal.SIGINT)
    if not callable(hearing) or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, hearing)
        if heard:
            signal.raise_signal(signal.SIGINT)


@contextlib.contextmanager
def keyboard_held() -> Iterator[None]:
    """Ctrl-C comes at the end of the block; a child or a thread started in here never sees it.

    These inherit the blocked signal. That alone would not hold ours back: a thread of NumPy may take it for us.
    """
    with interrupt_held(), _blocked():
        yield


@contextlib.contextmanager
def _blocked() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    with _environment(SAFE_PATH):
        resource_tracker.ensure_running()  # started later it would lift our block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def how_it_died(exit_code: int | None) -> str:
    """The reason for a person; a signal by its name."""
    if exit_code is None or exit_code >= 0:
        return "the parser crashed"
    if -exit_code == getattr(signal, "SIGKILL", None):
        return KILLED
    return f"the parser crashed ({signal.Signals(-exit_code).name})"


def begin(work: Callable[..., object], memory: int) -> None:
    """A worker's first act."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # pebble's own is not heard while a C library runs
    _silence()
    _limit_memory(memory)
    _WORK.append(work)


def serve(task: Task, seconds: float) -> tuple[bytes, bool]:
    """In a worker: the answer to a task."""
    _alarm(2 * seconds + 5)  # for when nobody is left to stop us
    answer = answer_of(_WORK[0], task)
    _alarm(0)
    return answer


def answer_of(work: Callable[[Task], Result], task: Task) -> tuple[bytes, bool]:
    """The pickled outcome of a task, and whether the worker is spent."""
    try:
        return pickle.dumps(work(task), pickle.HIGHEST_PROTOCOL), False
    except MemoryError:
        failure, last = Failure("ran out of memory"), True
    except RecursionError as error:
        failure, last = Failure("nested too deeply", _trace(error)), False
    except Exception as error:  # a bug of ours: it costs this document, and says so
        failure, last = Failure(f"internal error ({type(error).__name__})", _trace(error)), False
    return pickle.dumps(failure, pickle.HIGHEST_PROTOCOL), last


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
