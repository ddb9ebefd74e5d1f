"""Fifty files made to break whoever reads a corpus; each may cost itself, and nothing else."""

import contextlib
import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

from .broken_pdfs import PDFS
from .packed import PACKED

Deed = Callable[[Path], None]
LINES = 1_000_000
# More than `--max-size` allows; no room on the disk.
SPARSE = 300_000_000

FILES: Mapping[str, bytes] = {
    "empty.txt": b"",
    "blanks.txt": b"\0" * 100_000,
    "program.pdf": b"\x7fELF\x02\x01\x01\0" + b"\x90" * 5000,
    "font.ttf": b"\0\1\0\0\0\x0c\0\x80" + b"glyf" * 2000,
    "font.woff2": b"wOF2\0\1\0\0" + b"\xff" * 2000,
    "database.txt": b"SQLite format 3\0" + b"\0" * 5000,
    "head.png": b"\x89PNG\r\n\x1a\n",
    "lines.txt": b"SECRET line of a text\n" * LINES,
    "one-line.txt": b"SECRET " + b"word " * 500_000,
    "spaces.txt": b"From:" + b" " * 500_000 + b"B6",
    "tags.md": b"<del>" * 80_000,
    "strikes.md": b"~~SECRET " * 50_000,
    "entities.html": b"<html><body>" + b"&#1;" * 100_000,
    "brackets.md": b"[" * 200_000 + b"](" * 100_000,
    "no-encoding.txt": b"SECRET\n" + bytes(range(128, 256)) * 400,
    "half-utf16.txt": b"\xff\xfe" + "SECRET \ud83d".encode("utf-16-le", "surrogatepass") * 500 + b"\0",
    "screen.txt": b"SECRET \x1b]0;title\x07\x1b[2J\r\x08\n" * 500,
}


def _sparse(place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(SPARSE)


def _fifo(place: Path) -> None:
    os.mkfifo(place)


def _socket(place: Path) -> None:
    before = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made, contextlib.chdir(place.parent):
        made.bind(place.name)  # from within: a whole path may be too long for a socket
    assert Path.cwd() == before


def _denied(place: Path) -> None:
    place.write_bytes(b"SECRET")
    place.chmod(0)


def _locked_folder(place: Path) -> None:
    place.mkdir()
    (place / "within.txt").write_bytes(b"SECRET")
    place.chmod(0)


def _deep_folder(place: Path) -> None:
    place.mkdir()
    with contextlib.chdir(place):
        for _ in range(200):
            Path("deeper-and-deeper").mkdir()
            os.chdir("deeper-and-deeper")


DEEDS: Mapping[str, Deed] = {
    "nowhere.txt": lambda place: place.symlink_to("no such file"),
    "itself.txt": lambda place: place.symlink_to(place.name),
    "above": lambda place: place.symlink_to(".."),
    "random.txt": lambda place: place.symlink_to("/dev/urandom"),
    "pipe.txt": _fifo,
    "socket.txt": _socket,
    "denied.txt": _denied,
    "locked": _locked_folder,
    "deep": _deep_folder,
    "sparse.txt": _sparse,
    "\udcff\udcfe\udc80.txt": lambda place: place.write_bytes(b"SECRET\n"),
    "line\nfeed\x1b[2J.txt": lambda place: place.write_bytes(b"SECRET\n"),
}


def _written(made: Callable[[], bytes]) -> Deed:
    return lambda place: place.write_bytes(made()) and None


def kinds() -> tuple[tuple[str, Deed], ...]:
    """The name of each hostile file and how it is put at a place, in a fixed order."""
    files = {name: _written(lambda data=data: data) for name, data in FILES.items()}
    made = {name: _written(making) for name, making in {**PDFS, **PACKED}.items()}
    return tuple({**files, **made, **DEEDS}.items())


# By this a hostile file is known among the others.
SIGN = "-hostile-"


def add(folder: Path, documents: int, count: int) -> None:
    """Puts so many hostile files evenly among the documents of a made corpus."""
    known = kinds()
    for nth in range(count):
        number = nth * documents // count
        name, deed = known[nth % len(known)]
        turn = f"{nth // len(known)}-" if nth >= len(known) else ""
        deed(folder / f"{number // 1000:05}" / f"{number:08}{SIGN}{turn}{name}")
