"""Which reported paths a run looked at, so that what it did not meet there is known to be gone."""

import itertools

from attrs import define, field

from redaudit.sources.remote import is_remote

# The current folder, whose files are reported without a folder's name.
_HERE = "."


@define
class Scope:
    """The paths that a run was given, as reported; `shut` are those among them that could not be looked into."""

    roots: tuple[str, ...]
    shut: set[str] = field(factory=set)

    def shows_gone(self, path: str) -> bool:
        """Whether a stored path that was not met is gone: it lies where the run looked, and nothing hid it."""
        above = itertools.accumulate(path.split("/"), "{}/{}".format)
        return not self.shut.intersection(above) and any(_is_below(path, root) for root in self.roots)


def _is_below(path: str, root: str) -> bool:
    """Whether a path is another, or lies below it."""
    if root == _HERE:
        return _is_relative(path)
    return path == root or path.startswith(f"{root.rstrip('/')}/")


def _is_relative(path: str) -> bool:
    """Whether a path lies below the current folder: no root, no way up, no drive, no URL."""
    return not (path.startswith(("/", "../")) or path[1:3] in (":/", ":\\") or is_remote(path))
