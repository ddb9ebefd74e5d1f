"""Progress of a run: a line on a terminal that is drawn anew, or, in a log, a line a minute."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from attrs import define, field
from tqdm import tqdm

from redaudit.course import Course
from redaudit.errors import RedauditError
from redaudit.keeping import Step
from redaudit.model.finding import Outcomes
from redaudit.run import Run

Seen = TypeVar("Seen", Outcomes, Step)

# Seconds between two drawings on a terminal, and between two lines in a log.
DRAWN = 0.25
LOGGED = 60.0
# Columns of a terminal that does not say how many it has; of a line in a log; of the bar and the blank behind it.
_WIDTH, _LOG_WIDTH, _BAR = 80, 200, 11
# More lines than one: tqdm draws nothing on a terminal that says it has none, as one of a container may.
_ROWS = 24


@define
class Count:
    """How many entries a run will come upon, counted beside it; `total` is None until that is known."""

    run: Run
    _total: int | None = None
    _stopped: threading.Event = field(factory=threading.Event)

    @contextlib.contextmanager
    def counting(self) -> Iterator[threading.Thread]:
        """The thread that counts, while this is open, for as long as it takes."""
        thread = threading.Thread(target=self._count, daemon=True)
        thread.start()
        try:
            yield thread
        finally:
            self._stopped.set()

    def _count(self) -> None:
        found = 0
        # What is wrong with the inputs is for the run to say.
        with contextlib.suppress(RedauditError, OSError):
            for _ in self.run.inputs.countable():
                found += 1
                if self._stopped.is_set():
                    return
            self._total = found

    @property
    def total(self) -> int | None:
        """Files: the members of an archive take its place as soon as they are met."""
        extent = self.run.extent
        return None if self._total is None else self._total - extent.drawn + extent.met


@contextlib.contextmanager
def drawn(
    seen: Iterable[Seen], run: Run, stream: TextIO, clock: Callable[[], float] = time.monotonic
) -> Iterator[Iterable[Seen]]:
    """The same, with a line on a terminal that is drawn anew as they pass, and is gone when the context is closed."""
    count, course = Count(run), Course(clock())
    # No monitor: it would be one more thread that draws. No lock between processes: workers do not draw.
    tqdm.monitor_interval = 0
    tqdm.set_lock(threading.RLock())
    with (
        count.counting(),
        tqdm(
            file=stream,
            leave=False,
            bar_format="{bar:10} {desc}",
            desc="0 files",
            ncols=_columns(stream) - 1,
            nrows=_ROWS,
        ) as bar,
    ):

        def draw() -> None:
            columns = _columns(stream) - 1
            bar.n, bar.total, bar.ncols = course.done, count.total, columns
            bar.set_description_str(course.words(count.total, run.extent.stored, columns - _BAR))

        yield _passing(seen, course, clock, DRAWN, draw)


@contextlib.contextmanager
def logged(
    seen: Iterable[Seen], run: Run, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic
) -> Iterator[Iterable[Seen]]:
    """The same, with a line a minute."""
    count, course = Count(run), Course(clock())
    with count.counting():
        yield _passing(
            seen, course, clock, LOGGED, lambda: say(course.words(count.total, run.extent.stored, _LOG_WIDTH))
        )


def _passing(
    seen: Iterable[Seen], course: Course, clock: Callable[[], float], interval: float, show: Callable[[], None]
) -> Iterator[Seen]:
    shown = course.began
    for one in seen:
        now = clock()
        course.see(one, now)
        if now - shown >= interval:
            show()
            shown = now
        yield one


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH
    except (OSError, ValueError):  # a stream that is no file
        return _WIDTH
