"""What a crew of workers is, wherever it works, and how a run draws on it: in order, or as results come.

A document that hangs, crashes the parser or eats the memory costs its worker, and itself; never the run.
"""

from collections.abc import Generator, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from attrs import define, field, frozen

Task = TypeVar("Task")
Result = TypeVar("Result")
Given = TypeVar("Given", contravariant=True)

# How far results may run ahead of a slow document, for each task that a crew takes; bounds what waits in memory.
LOOK_AHEAD = 4
# Bytes that tasks may hold in this process before the next is drawn; one task always goes, whatever it holds.
HELD = 256 * 2**20
# Bytes that workers may read at once, for each task that the crew takes; one task always goes, however much it reads.
# Two workers take four tasks, and no two documents of 150 MB: what is made of one takes several times its size.
READ = 64 * 2**20


@frozen
class Limits:
    """What one worker may use: seconds a task, bytes of address space, tasks before a fresh one takes its place.

    The space is far more than a 200 MB document needs and far less than a decompression bomb wants; a fresh worker now
    and then keeps what a C library leaks from growing for ever.
    """

    seconds: float = 120.0
    memory: int = 6 * 2**30
    tasks: int = 500


# Reasons that may not be the document's: it is worth another try, whatever it holds.
KILLED = "the parser was killed, most likely for want of memory"
LOST = "its worker was lost twice"


@frozen
class Failure:
    """A task without a result: why in one clause, and where in our own code (no word of the document)."""

    reason: str
    details: tuple[str, ...] = ()

    @property
    def is_by_chance(self) -> bool:
        """Whether the machine may be the cause, and the same task may end well another time."""
        return self.reason in (KILLED, LOST)


@frozen
class Done(Generic[Result]):
    """A result known without work; it keeps its place among the others."""

    result: Result


@frozen
class Job(Generic[Task]):
    """A task that needs a worker.

    `weight`: bytes that this process holds for it until its result is taken; `size`: bytes that its worker will read.
    """

    task: Task
    weight: int = 0
    size: int = 0


class Crew(Protocol[Given, Result]):
    """Workers, on this machine or on others. A task that goes wrong is its own Failure and no one else's."""

    @property
    def ahead(self) -> int:
        """How many tasks may be under way at once, so that nobody waits and memory stays flat."""

    def give(self, number: int, task: Given) -> None:
        """The task is under way; `number` is what `collect` calls it by."""

    def collect(self) -> dict[int, Result | Failure]:
        """What has ended since the last call, by number; waits until at least one task has."""

    def dismiss(self) -> None:
        """No worker is left."""


def ordered(
    jobs: Iterable[Job[Task] | Done[Result]], crew: Crew[Task, Result]
) -> Generator[tuple[Job[Task] | Done[Result], Result | Failure], None, None]:
    """Each job with its result or failure, in the order of the jobs, whatever the number of workers.

    What is ready early waits for its turn, up to LOOK_AHEAD jobs for each that the crew takes. The crew is dismissed
    at the end, also when nobody wants the rest.
    """
    flow = _Flow(enumerate(jobs), crew)
    finished: dict[int, Result | Failure] = {}
    due = 0
    try:
        while True:
            while len(flow.held) < crew.ahead * LOOK_AHEAD and (drawn := flow.draw()):
                number, job = drawn
                if isinstance(job, Done):
                    finished[number] = job.result
            if not flow.held:
                return
            if due not in finished:
                finished.update(flow.collect())
            while due in finished:
                yield flow.release(due), finished.pop(due)
                due += 1
    finally:
        crew.dismiss()


def as_done(
    jobs: Iterable[Job[Task] | Done[Result]], crew: Crew[Task, Result]
) -> Generator[tuple[Job[Task] | Done[Result], Result | Failure], None, None]:
    """Each job with its result or failure, as they end, whatever the order; the crew is dismissed at the end."""
    flow = _Flow(enumerate(jobs), crew)
    try:
        while True:
            while drawn := flow.draw():
                number, job = drawn
                if isinstance(job, Done):
                    yield flow.release(number), job.result
            if not flow.held:
                return
            for number, outcome in flow.collect().items():
                yield flow.release(number), outcome
    finally:
        crew.dismiss()


@define
class _Flow(Generic[Task, Result]):
    """Jobs on their way through a crew; `held` are those drawn and not released, which this process keeps.

    `large` is a job that came while others read so much that it has to wait.
    """

    coming: Iterator[tuple[int, Job[Task] | Done[Result]]]
    crew: Crew[Task, Result]
    held: dict[int, Job[Task] | Done[Result]] = field(factory=dict)
    large: tuple[int, Job[Task]] | None = None
    under_way: int = 0
    weight: int = 0
    read: int = 0

    def draw(self) -> tuple[int, Job[Task] | Done[Result]] | None:
        """The next job, given to the crew if it is work; none when the crew has enough or all are drawn."""
        if self.under_way >= self.crew.ahead or (self.held and self.weight >= HELD):
            return None
        drawn, self.large = self.large or next(self.coming, None), None
        if drawn:
            number, job = drawn
            if isinstance(job, Job):
                if self.under_way and self.read + job.size > READ * self.crew.ahead:
                    self.large = number, job
                    return None
                self.under_way += 1
                self.weight += job.weight
                self.read += job.size
                self.crew.give(number, job.task)
            self.held[number] = job
        return drawn

    def collect(self) -> dict[int, Result | Failure]:
        """What has ended; waits until at least one job has."""
        outcomes = self.crew.collect()
        self.under_way -= len(outcomes)
        self.read -= sum(job.size for number in outcomes if isinstance(job := self.held[number], Job))
        return outcomes

    def release(self, number: int) -> Job[Task] | Done[Result]:
        """A job that nobody needs to keep any more."""
        job = self.held.pop(number)
        if isinstance(job, Job):
            self.weight -= job.weight
        return job
