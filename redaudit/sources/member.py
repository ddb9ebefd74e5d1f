"""What an archive holds, one thing at a time: its name as stored, what it is, and how its bytes are read."""

import enum
from collections.abc import Callable

from attrs import frozen

# More members than these are not read: the names seen already are kept, some 100 bytes each.
TOO_MANY = 2_000_000


class Kind(enum.Enum):
    """What a member is."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    DEVICE = "device"


@frozen
class Member:
    """A member of an archive; bytes of its name that are in no encoding stand as surrogates.

    `read` gives its bytes, once, before the next member is asked for; raises UnreadableDocument with the reason.
    """

    name: str
    kind: Kind
    read: Callable[[], bytes]
