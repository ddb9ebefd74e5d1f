"""Where a report that shows pages is bound: a folder, or one file where it shows one document.

redaudit report releases/ --format html -o out/     out/index.html, and a page for each document
redaudit report one.pdf --format html -o out/       out/index.html is the document's page
redaudit report one.pdf --format html -o one.html   that page in one file
"""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from attrs import frozen

from redaudit.delivery import index_of, whole_file, whole_folder
from redaudit.errors import UsageError
from redaudit.model.folder import INDEX
from redaudit.model.part import Binding
from redaudit.run import Inputs

_FILES = (".html", ".htm")
# What stands at the end of a folder's name.
_ENDS = tuple(filter(None, (os.sep, os.altsep)))


@frozen
class Publication:
    """How a report is bound, and where; no place is the standard output."""

    binding: Binding
    place: Path | None

    @property
    def opens(self) -> str:
        """The file to open; empty where it went to the standard output."""
        if self.place is None:
            return ""
        return str(self.place if self.binding is Binding.FILE else self.place / INDEX)

    @contextlib.contextmanager
    def opened(self, stdout: TextIO) -> Iterator[tuple[TextIO, Path]]:
        """A stream for its first page and a folder for its leaves; whole at the end, or not there at all."""
        if self.binding is not Binding.FILE:
            assert self.place is not None
            with whole_folder(self.place) as folder, index_of(folder) as sink:
                yield sink, folder
            return
        with tempfile.TemporaryDirectory(prefix="redaudit-") as beside:
            if self.place is None:
                yield stdout, Path(beside)
            else:
                with whole_file(self.place) as sink:
                    yield sink, Path(beside)


def publication(output: str, inputs: Inputs) -> Publication:
    """How the output that a user named binds some inputs; raises UsageError where one file would hold several."""
    to_stdout = output == "-"
    if not to_stdout and not _is_file(output):
        return Publication(Binding.LONE if inputs.lone else Binding.FOLDER, Path(output))
    if not inputs.lone:
        raise UsageError(
            "a report of several documents that shows pages is a folder: name one with -o, such as -o out/"
        )
    return Publication(Binding.FILE, None if to_stdout else Path(output))


def _is_file(output: str) -> bool:
    """Whether an output's name is that of a page and not of a folder, which may be called `reports.html/`."""
    return Path(output).suffix.lower() in _FILES and not output.endswith(_ENDS) and not Path(output).is_dir()
