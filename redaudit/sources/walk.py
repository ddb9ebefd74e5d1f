"""What some paths hold: files, folders, pipes; each entry in source order, whatever it lies in."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from redaudit.errors import UsageError
from redaudit.sources.entry import Entry, Inflow
from redaudit.sources.folder import named, reported, under


def walk(paths: Iterable[str], own: Sequence[Path] = ()) -> Iterator[Entry]:
    """Every file under some paths, folders sorted by name; what is not to be read comes with the reason.

    Our own files, such as the one a report is being written to, are no part of what lies in a folder.
    """
    here, places = Path.cwd(), list(dict.fromkeys(paths))
    if missing := [given for given in places if given != "-" and not os.path.lexists(given)]:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    for given in places:
        path = Path(given)
        if given == "-" or _is_pipe(path):
            yield Inflow(given, given)
        elif path.is_dir():
            yield from under(path, reported(path, here), own)
        else:
            yield named(path, reported(path, here))


def roots(paths: Iterable[str]) -> tuple[str, ...]:
    """Some paths as reports show them."""
    here = Path.cwd()
    return tuple(given if given == "-" else reported(Path(given), here) for given in dict.fromkeys(paths))


def _is_pipe(path: Path) -> bool:
    return path.is_fifo() or path.is_char_device() or path.is_relative_to("/dev")
