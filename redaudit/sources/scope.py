"""Which reported paths a run looked at, so that what it did not meet there is known to be gone."""

from collections.abc import Iterable

from attrs import define, field

# The current folder, whose files are reported without a folder's name.
_HERE = "."


@define
class Scope:
    """The paths that a run was given, as reported; `shut` are those among them that could not be looked into."""

    roots: tuple[str, ...]
    shut: set[str] = field(factory=set)

    def shows_gone(self, path: str) -> bool:
        """Whether a stored path that was not met is gone: it lies where the run looked, and nothing hid it."""
        return _is_below(path, self.roots) and not _is_below(path, self.shut)


def _is_below(path: str, roots: Iterable[str]) -> bool:
    """Whether a path is one of some others, or lies below one."""
    for root in roots:
        below = "" if root == _HERE else f"{root.rstrip('/')}/"
        if path == root or (path.startswith(below) if below else _is_relative(path)):
            return True
    return False


def _is_relative(path: str) -> bool:
    """Whether a path lies below the current folder: no root, no way up, no URL, no drive."""
    return not path.startswith(("/", "../")) and ":/" not in path[:12] and path[1:3] != ":\\"
