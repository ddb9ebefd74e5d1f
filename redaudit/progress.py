"""How far a run is: how fast, how long still, how many could not be read, the worst that was found so far."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from tqdm import tqdm

from redaudit.keeping import Step
from redaudit.model.finding import Outcomes

Seen = TypeVar("Seen", Outcomes, Step)


@contextlib.contextmanager
def followed(seen: Iterable[Seen], count: Callable[[], int | None], stream: TextIO) -> Iterator[Iterable[Seen]]:
    """The same, with a line on a terminal that is drawn anew as they pass."""
    with tqdm(total=count(), unit=" files", file=stream, leave=False) as bar:

        def passing() -> Iterator[Seen]:
            for one in seen:
                bar.update()
                yield one

        yield passing()
