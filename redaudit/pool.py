"""The crew on this machine: worker processes that outlive every document, each in a pool of its own from pebble.

A document that hangs, crashes the parser or eats the memory costs its worker, and itself; never the run.
concurrent.futures will not do: there one crash breaks the whole pool. Nor will one pool of many workers from pebble:
they share two pipes and two locks, and by its source (5.2.3) a worker that is killed while it holds one stalls all the
others for up to a minute.
"""

import contextlib
import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from attrs import define, field
from pebble import CONSTS, ProcessExpired, ProcessPool

from redaudit.errors import RedauditError
from redaudit.processes import (
    LEFT,
    UNLOADED,
    Start,
    begin,
    has_fork_server,
    how_it_died,
    interrupt_held,
    keyboard_held,
    one_thread,
    serve,
)
from redaudit.workers import Failure, Limits

Task = TypeVar("Task")
Result = TypeVar("Result")

# Seconds between two looks of pebble at a worker: so long a crash may go unseen, and the end of a pool may take.
LOOK = 0.02
# Seconds between two looks of ours at pebble itself.
WATCH = 1.0
# So often is the start of a worker tried.
TRIES = 3


def preload(modules: Iterable[str]) -> None:
    """Makes every later worker start with some modules already imported, where the platform can."""
    if has_fork_server():
        multiprocessing.set_forkserver_preload(list(modules))


@define(eq=False)
class _Order(Generic[Task]):
    """A task on its way; `future` once pebble has it; `lost` when another order has taken its place."""

    number: int
    task: Task
    future: "Future[tuple[bytes, bool]] | None" = None
    lost: bool = False


@define(eq=False)
class _Seat(Generic[Task]):
    """A pool of one worker; `order` is what it is on, `tasks` how many it has been given."""

    start: Start
    pool: ProcessPool
    order: _Order[Task] | None = None
    tasks: int = 0


@define(eq=False)
class Pool(Generic[Task, Result]):
    """Up to `size` worker processes, hired when there is something to do.

    Pebble's threads tell through `endings` what has ended; they also hand a free worker its next task, so that none
    waits for whoever reads the results. All else is done by the thread that gives and collects.
    """

    work: Callable[[Task], Result]
    size: int
    limits: Limits
    seats: list[_Seat[Task]] = field(factory=list)
    coming: deque[_Order[Task]] = field(factory=deque)
    endings: SimpleQueue[tuple[_Seat[Task], _Order[Task]]] = field(factory=SimpleQueue)
    broken: set[int] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        CONSTS.sleep_unit = LOOK

    @property
    def ahead(self) -> int:
        """One task for each worker, and one for each to go on with."""
        return 2 * self.size

    def give(self, number: int, task: Task) -> None:
        """A worker is on the task, or will be when one is free."""
        self.coming.append(_Order(number, task))
        self._fill()

    def collect(self) -> dict[int, Result | Failure]:
        """What has come back, by number; waits until at least one task has ended."""
        outcomes: dict[int, Result | Failure] = {}
        while not outcomes:
            # A thread of pebble's would wait for ever for the lock of a future that an interrupt left with us, and
            # `dismiss` for that thread. While we wait, we hold no lock.
            with interrupt_held():
                self._watch(outcomes)
                self._fill()
            ended = self._told(0.0 if outcomes else WATCH)
            with interrupt_held():
                for seat, order in ended:
                    self._end(seat, order, outcomes)
        return outcomes

    def dismiss(self) -> None:
        """No worker is left."""
        self.coming.clear()
        self._discharge(*self.seats)

    def _fill(self) -> None:
        """Every worker has something to do, as far as there is."""
        while self.coming:
            free = next((seat for seat in self.seats if seat.order is None), None)
            if free is None and len(self.seats) == self.size:
                return
            seat = free or self._hire()
            if order := self._next():
                self._schedule(seat, order)

    def _next(self) -> _Order[Task] | None:
        with contextlib.suppress(IndexError):  # two threads may want the last one
            return self.coming.popleft()
        return None

    def _schedule(self, seat: _Seat[Task], order: _Order[Task]) -> None:
        seat.order = order
        seat.tasks += 1
        # Ctrl-C in the midst of pebble's queue would leave a thread of it waiting for ever, and us for that thread.
        with contextlib.suppress(RuntimeError), keyboard_held():  # the worker died idle: `_watch` will see it
            order.future = seat.pool.schedule(serve, (order.task, self.limits.seconds), timeout=self.limits.seconds)
            order.future.add_done_callback(lambda _: self._ended(seat, order))

    def _ended(self, seat: _Seat[Task], order: _Order[Task]) -> None:
        """In a thread of pebble's: the worker goes on if it can; then the news is told."""
        future = order.future
        assert future is not None
        if future.exception() is None and not future.result()[1] and seat.tasks < self.limits.tasks:
            if following := self._next():
                self._schedule(seat, following)
            else:
                seat.order = None
        self.endings.put((seat, order))

    def _told(self, seconds: float) -> list[tuple[_Seat[Task], _Order[Task]]]:
        """What has ended; so long it is waited for."""
        told = []
        with contextlib.suppress(Empty):
            told.append(self.endings.get(timeout=seconds))
            while True:
                told.append(self.endings.get_nowait())
        return told

    def _end(self, seat: _Seat[Task], order: _Order[Task], outcomes: dict[int, Result | Failure]) -> None:
        """The outcome of a task that has ended, and a fresh worker where this one is spent or gone."""
        if order.lost:
            return
        assert order.future is not None
        match order.future.exception():
            case None:
                outcomes[order.number] = pickle.loads(order.future.result()[0])
            case ProcessExpired() as error:
                outcomes[order.number] = Failure(how_it_died(error.exitcode))
            case TimeoutError():
                outcomes[order.number] = Failure(f"ran out of time ({self.limits.seconds:g} s)")
            case BrokenProcessPool():
                self._give_again(seat, order, outcomes)
            case SystemExit():
                outcomes[order.number] = Failure(how_it_died(LEFT))
            case Exception() as error:  # a task that cannot be sent
                raise error
        if seat.order is order:
            self._discharge(seat)

    def _watch(self, outcomes: dict[int, Result | Failure]) -> None:
        """No task waits for a pool that is no more."""
        for seat in list(self.seats):
            order = seat.order
            if order and not (order.future and order.future.done()) and not seat.pool.active:
                self._give_again(seat, order, outcomes)
                self._discharge(seat)

    def _give_again(self, seat: _Seat[Task], order: _Order[Task], outcomes: dict[int, Result | Failure]) -> None:
        """Another worker is on a task whose worker died before it could say so; once, if the task was with it."""
        code = seat.start.exit_code
        order.lost = True
        if order.number not in self.broken:
            if order.future:
                self.broken.add(order.number)
            self.coming.appendleft(_Order(order.number, order.task))
        elif code == UNLOADED:
            raise RedauditError("a worker process could not start")
        else:
            outcomes[order.number] = Failure(how_it_died(code))

    def _hire(self) -> _Seat[Task]:
        for _ in range(TRIES):
            start = Start()
            initial = (self.work, self.limits.memory)
            seat = _Seat[Task](start, ProcessPool(1, initializer=begin, initargs=initial, context=start))
            self.seats.append(seat)
            with contextlib.suppress(BrokenProcessPool), keyboard_held(), one_thread():
                if seat.pool.active:  # pebble starts it when it is asked
                    return seat
            self._discharge(seat)
        raise RedauditError("a worker process could not start")

    def _discharge(self, *seats: _Seat[Task]) -> None:
        with keyboard_held():  # whoever presses Ctrl-C twice leaves no worker behind either
            for seat in seats:
                seat.pool.stop()  # type: ignore[no-untyped-call]
                seat.start.kill()
            for seat in seats:
                seat.pool.join()
                self.seats.remove(seat)
