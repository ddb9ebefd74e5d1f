"""Where the files of a bound report lie, by the path of the document they show."""

import hashlib
import re
import unicodedata
from pathlib import Path

from attrs import frozen

from redaudit.model.part import Binding

DOCUMENTS = "documents"
ASSETS = "assets"
PICTURES = "pictures"
INDEX = "index.html"
RULES = "rules.html"
# Enough of a file's name to know it by.
_LONGEST_NAME = 40


def name_of(path: str) -> str:
    """A name for a document's files: letters of its own name, and digits that no other path has: `cable-1f0c3a9d52`."""
    digits = hashlib.sha256(path.encode("utf-8", "backslashreplace")).hexdigest()[:10]
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

    def remove(self) -> None:
        """Nothing of the document is left: its worker died before it was done."""
        self.page.unlink(missing_ok=True)
        if self.pictures.is_dir():
            for picture in self.pictures.iterdir():
                picture.unlink()
            self.pictures.rmdir()


def place_of(path: str, folder: Path, binding: Binding) -> Place:
    """Where a document's page and pictures lie."""
    if binding is Binding.FOLDER:
        name = name_of(path)
        return Place(folder, folder / DOCUMENTS / f"{name}.html", folder / DOCUMENTS / name, name, "../")
    return Place(folder, folder / f"{PICTURES}.html", folder / PICTURES, PICTURES, "")
