"""Reading from a pipe that may keep us waiting, so that Ctrl-C is heard meanwhile."""

import io
import os
import platform
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Seconds after which an interrupt is heard that came just before we began to wait.
LOOK = 0.5


def interruptible(source: BinaryIO) -> BinaryIO:
    """The same bytes; an interrupt that comes while they are waited for is heard within LOOK.

    Python looks for signals before it asks the system to read, and when a signal ends that reading early. One that
    comes between the two would be heard only when the pipe ends. What has no file descriptor is given back as it is,
    and so is everything on Windows, which cannot wait for a pipe.
    """
    if platform.system() == "Windows":
        return source
    try:
        descriptor = source.fileno()
    except io.UnsupportedOperation:  # bytes in memory
        return source
    return cast(BinaryIO, io.BufferedReader(_Waited(descriptor)))


class _Waited(io.RawIOBase):
    """What a file descriptor gives; whoever opened it closes it."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """The next bytes, as soon as there are any; none at the end."""
        while not wait([self.descriptor], LOOK):
            pass
        return os.readv(self.descriptor, [buffer])
