"""How a command ends that is asked to: by Ctrl-C, or by SIGTERM, which clusters and service managers send.

Either is raised where the command is, as KeyboardInterrupt, so that every worker is dismissed and every file is whole.
"""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from redaudit.errors import ExitCode

# Seconds in which the same request again is none: a terminal asks the whole group of processes, `timeout` asks twice,
# and a second one would disturb the ending.
_PATIENCE = 2.0


class Terminated(KeyboardInterrupt):
    """The command was asked to end by SIGTERM."""


@contextlib.contextmanager
def orderly() -> Iterator[None]:
    """Ctrl-C and SIGTERM end in an orderly way what runs in here.

    A shell has its background jobs ignore Ctrl-C, which stands; so does what a program that embeds us made of them.
    """
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    usual = (signal.default_int_handler, signal.SIG_DFL, signal.SIG_IGN)
    embedded = before[signal.SIGINT] not in usual or before[signal.SIGTERM] is not signal.SIG_DFL
    if embedded or threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: float | None = None
    terminated = False

    def end(_: int, __: FrameType | None) -> None:
        nonlocal asked
        if before[signal.SIGINT] is signal.SIG_IGN and not terminated:
            return
        if asked is None or time.monotonic() - asked >= _PATIENCE:
            asked = time.monotonic()
            raise Terminated if terminated else KeyboardInterrupt

    def terminate(_: int, __: FrameType | None) -> None:
        nonlocal terminated
        terminated = True
        signal.raise_signal(signal.SIGINT)  # which is held back where a worker is just being started or dismissed

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        if asked is None:  # else the process is about to end, which nothing should disturb either
            for number, handler in before.items():
                signal.signal(number, handler)


@contextlib.contextmanager
def resumable(place: Path, again: str) -> Iterator[Callable[[], None]]:
    """An ending in here says that what was found so far is kept, and how a run goes on with it.

    It says so once the function that it gives has been called, which is when the first of that is kept.
    """
    kept = threading.Event()
    try:
        yield kept.set
    except KeyboardInterrupt as interrupt:
        if kept.is_set():
            interrupt.add_note(f"{place} holds what was found so far and goes on with {again}")
        raise


def told(interrupt: KeyboardInterrupt) -> str:
    """An ending in one line for a person."""
    return "; ".join(("interrupted", *getattr(interrupt, "__notes__", ())))


def exit_code(interrupt: KeyboardInterrupt) -> ExitCode:
    """What a shell says of a process that a signal ended: 128 and the number of the signal."""
    return ExitCode.TERMINATED if isinstance(interrupt, Terminated) else ExitCode.INTERRUPTED
