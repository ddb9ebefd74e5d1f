"""Work in its packing: a worker of Dask hands it on, and only a guarded process opens it. Imports nothing of Dask."""

import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen

Task = TypeVar("Task")
Result = TypeVar("Result")


@frozen
class Packed:
    """Pickled work, to be done on packed tasks. Sent to another process it opens there, before the first document."""

    work: bytes

    def __call__(self, task: bytes) -> bytes:
        """The pickled result for a pickled task."""
        return opened(self.work)(task)

    def __reduce__(self) -> "tuple[Callable[[bytes], Opened[object, object]], tuple[bytes]]":
        return opened, (self.work,)


@frozen
class Opened(Generic[Task, Result]):
    """Work on packed tasks, to packed results, which nobody opens on the way."""

    work: Callable[[Task], Result]

    def __call__(self, task: bytes) -> bytes:
        """The pickled result for a pickled task."""
        return pickle.dumps(self.work(pickle.loads(task)), pickle.HIGHEST_PROTOCOL)


def opened(work: bytes) -> Opened[object, object]:
    """Pickled work, unpacked."""
    return Opened(pickle.loads(work))
