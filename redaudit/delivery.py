"""Where a report goes: a stream, or a file that is written whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from redaudit.errors import UsageError

# How the name of a file ends that is not yet whole.
PART = ".part"


@contextlib.contextmanager
def whole_file(place: Path) -> Iterator[TextIO]:
    """A stream into a file beside its place, moved there when all is written; on an error nothing is left."""
    if place.is_dir():
        raise UsageError(f"{place} is a folder; name a file to write")
    try:
        descriptor, beside = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=PART)
    except OSError as error:
        raise UsageError(f"cannot write {place}: {(error.strerror or '').lower()}") from error
    try:
        # A lone surrogate of a damaged text is written as its escape, which in JSON is the very character.
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as sink:
            yield sink
        _grant_usual_rights(Path(beside))
        Path(beside).replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _grant_usual_rights(file: Path) -> None:
    """The rights a plain new file would have; mkstemp grants them to the owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)
