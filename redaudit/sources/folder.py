"""What lies in a folder and below it, sorted by name; what is not to be read comes with the reason."""

import os
import stat
from collections.abc import Iterator, Sequence, Set
from pathlib import Path, PurePosixPath

from attrs import frozen

from redaudit.delivery import PART
from redaudit.model.finding import Skipped, Unreadable
from redaudit.sources.entry import Entry, File, why
from redaudit.sources.naming import Paths


def reported(path: Path, here: Path) -> str:
    """A path as reports show it: relative to the current folder where it lies below it, else as given; POSIX."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links
    shown = absolute.relative_to(here) if absolute.is_relative_to(here) else path
    return os.fsencode(shown.as_posix()).decode("utf-8", "backslashreplace")


def under(folder: Path, shown: str, own: Sequence[Path]) -> Iterator[Entry]:
    """What lies in a folder and in those below it; without recursion, for a hostile tree may be deeper than Python."""
    names = {file.name for file in own}
    open_folders = [_entries(folder, shown)]
    while open_folders:
        below = next(open_folders[-1], None)
        if below is None:
            open_folders.pop()
        elif _may_be_ours(below.path, names) and any(is_part_of(file, below) for file in own):
            continue
        elif isinstance(below, _Folder):
            open_folders.append(_entries(below.place, below.path))
        else:
            yield below


@frozen
class _Folder:
    place: Path
    path: str


def _entries(folder: Path, shown: str) -> Iterator[Entry | _Folder]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(shown, f"a folder: {why(error)}")
        return
    spelled = Paths()
    for entry in entries:
        name = _spelled(entry.name, spelled)
        path = name if shown == "." else f"{shown.rstrip('/')}/{name}"
        if entry.name.startswith("."):
            yield Skipped(path, "a hidden folder" if entry.is_dir(follow_symlinks=False) else "a hidden file")
        elif entry.is_dir(follow_symlinks=False):
            yield _Folder(Path(entry.path), path)
        elif entry.is_file(follow_symlinks=False):
            yield File(path, entry.path.removeprefix(f".{os.sep}"))
        elif os.path.isdir(entry.path):  # noqa: PTH112  entry.is_dir() fails on a link to itself
            yield Skipped(path, "a link to a folder, not followed")
        else:
            yield named(Path(entry.path), path)


def _spelled(name: str, spelled: Paths) -> str:
    r"""A name as it may be shown: bytes in no encoding as escapes (`\xff`).

    Another file may be called so letter by letter: of two that look alike the later has ` [2]` after its name.
    """
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return spelled.single(shown) if "\\" in shown else shown


def _may_be_ours(path: str, names: Set[str]) -> bool:
    """Whether an entry is called as a file of ours, or as one that is not yet whole."""
    return path.rpartition("/")[2] in names or path.endswith(PART)


def is_part_of(report: Path, entry: Entry | _Folder) -> bool:
    """Whether an entry is a file of ours, or the one beside it that it is first written to."""
    name = PurePosixPath(entry.path).name
    if name != report.name and not (name.startswith(f".{report.name}.") and name.endswith(PART)):
        return False
    return os.path.abspath(Path(entry.path).parent) == os.path.abspath(report.parent)  # noqa: PTH100


def named(path: Path, shown: str) -> Entry:
    """A path that is no folder, as a file, or with the reason why it is none."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        gone = isinstance(error, FileNotFoundError) and path.is_symlink()
        return Unreadable(shown, "a link that leads nowhere" if gone else why(error))
    if not stat.S_ISREG(mode):
        return Skipped(shown, "neither a file nor a folder")
    return File(shown, str(path))
