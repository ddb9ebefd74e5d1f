"""What a member of an archive is called in reports: a path below the archive's own, whatever its name pretends."""

import re
import unicodedata
from hashlib import blake2b

from attrs import define, field

_DRIVE = re.compile(r"[A-Za-z]:(?=/)")

# Characters that are not shown, or that turn what is shown: controls, directions, line ends, halves of characters.
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def parts(name: str) -> tuple[str, ...]:
    r"""The folders and the name that a stored name tells, as they may be shown.

    A drive, leading slashes, `.` and `..` are left out, as tar(1) does where it unpacks: nothing is written here, and
    the document is to be read whatever its path pretends. What cannot be shown stands as an escape (`\x0a`).
    """
    path = name.replace("\\", "/")
    path = path[2:] if _DRIVE.match(path) else path
    return tuple(_shown(part) for part in path.split("/") if part not in ("", ".", "..")) or ("(no name)",)


def _shown(part: str) -> str:
    if part.isprintable():
        return part
    whole = part.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(_escaped(letter) if unicodedata.category(letter) in _UNSEEN else letter for letter in whole)


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@define
class Paths:
    """The paths that were given already, so that no two members bear one: the later has ` [2]` after its name.

    Of each path a hash of eight bytes is kept, so that millions take little; two of one hash cost a number too many.
    """

    _given: dict[int, int] = field(factory=dict)

    def single(self, path: str) -> str:
        """The path, or where it was given before, the path with a number."""
        key = _key(path)
        if key not in self._given:
            self._given[key] = 1
            return path
        number = self._given[key] + 1
        while (numbered := _key(f"{path} [{number}]")) in self._given:
            number += 1
        self._given[key] = number
        self._given[numbered] = 1
        return f"{path} [{number}]"

    def is_new(self, path: str) -> bool:
        """Whether nothing of that path was named before; it is from now on."""
        key = _key(path)
        new = key not in self._given
        self._given.setdefault(key, 1)
        return new


def _key(path: str) -> int:
    return int.from_bytes(blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
