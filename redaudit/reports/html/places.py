"""Where the files of a bound report lie, by the path of the document they show."""

import hashlib
import re
import shutil
import unicodedata
from collections.abc import Container
from pathlib import Path

from attrs import frozen

from redaudit.model.document import Source
from redaudit.model.folder import DOCUMENTS, PICTURES
from redaudit.model.part import Binding

# Enough of a file's name to know it by.
_LONGEST_NAME = 40


def name_of(path: str, sha256: str) -> str:
    """A name for a document's files: letters of its own name, and digits that no other has: `cable-1f0c3a9d52`.

    A path may be that of two documents: standard input has any name, and bytes that are no letters look the same.
    """
    digits = hashlib.sha256(f"{sha256} {path}".encode("utf-8", "backslashreplace")).hexdigest()[:10]
    stem = unicodedata.normalize("NFKD", path.rsplit("/", 1)[-1]).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{words}-{digits}" if words else digits


@frozen
class Place:
    """The files of one document below a report's folder, and how its page names them."""

    folder: Path
    page: Path
    pictures: Path
    # From the page's own folder: to its pictures, to what all pages share, to the overview.
    beside: str
    root: str


def place_of(source: Source, folder: Path, binding: Binding) -> Place:
    """Where a document's page and pictures lie."""
    if binding is Binding.FOLDER:
        name = name_of(source.path, source.sha256)
        return Place(folder, folder / DOCUMENTS / f"{name}.html", folder / DOCUMENTS / name, name, "../")
    return Place(folder, folder / f"{PICTURES}.html", folder / PICTURES, PICTURES, "")


def remove_all_but(whole: Container[Path], folder: Path) -> None:
    """No page is left but those that are whole, and no pictures but theirs: a worker may die before it is done."""
    for kept in (folder / DOCUMENTS, folder / PICTURES, folder / f"{PICTURES}.html"):
        entries = kept.iterdir() if kept.name == DOCUMENTS and kept.is_dir() else (kept,)
        for entry in [entry for entry in entries if entry.with_suffix(".html") not in whole]:
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink(missing_ok=True)
