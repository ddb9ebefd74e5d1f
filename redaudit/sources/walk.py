"""What some paths hold: files, folders, pipes; each entry in source order, whatever it lies in."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from redaudit.errors import UsageError
from redaudit.model.finding import Unreadable
from redaudit.sources import remote
from redaudit.sources.entry import NEVER, Entry, Inflow
from redaudit.sources.folder import named, reported, under
from redaudit.sources.remote import is_remote


def walk(paths: Iterable[str], own: Sequence[Path] = (), listed: Iterable[str] = ()) -> Iterator[Entry]:
    """Every file under some paths, folders sorted by name; what is not to be read comes with the reason.

    Our own files, such as the one a report is being written to, are no part of what lies in a folder. Of the paths
    given each must be there, else UsageError; one of those `listed` in a file that is not there is Unreadable.
    """
    here, places = Path.cwd(), list(dict.fromkeys(paths))
    missing = [given for given in places if not (given == "-" or is_remote(given) or os.path.lexists(given))]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    afar = {given: remote.listed(given) for given in places if is_remote(given)}
    for given in places:
        yield from afar[given] if given in afar else _below(given, here, own)
    for given in listed:
        yield from _listed(given, here, own)


def roots(paths: Iterable[str]) -> tuple[str, ...]:
    """Some paths as reports show them."""
    here = Path.cwd()
    return tuple(
        given if given == "-" else remote.shown(given) if is_remote(given) else reported(Path(given), here)
        for given in dict.fromkeys(paths)
    )


def _below(given: str, here: Path, own: Sequence[Path]) -> Iterator[Entry]:
    path = Path(given)
    if given == "-" or _is_pipe(path):
        yield Inflow(given, given)
    elif path.is_dir():
        yield from under(path, reported(path, here), own)
    else:
        yield named(path, reported(path, here))


def _listed(given: str, here: Path, own: Sequence[Path]) -> Iterator[Entry]:
    """What one line of a list names; a server that does not answer costs its lines, not the run."""
    if is_remote(given):
        try:
            yield from remote.listed(given)
        except UsageError as error:
            yield Unreadable(remote.shown(given), str(error))
    elif "\0" in given or not os.path.lexists(given):
        yield Unreadable(reported(Path(given.replace("\0", "")), here), NEVER)
    else:
        yield from _below(given, here, own)


def _is_pipe(path: Path) -> bool:
    return path.is_fifo() or path.is_char_device() or path.is_relative_to("/dev")
