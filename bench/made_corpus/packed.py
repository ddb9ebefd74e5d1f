"""Archives that hold far more than they weigh, that hold themselves, or whose members would lie elsewhere."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping

# The day that every member bears, so that an archive has the same bytes whenever it is made.
DAY = (2020, 1, 1, 0, 0, 0)


def _zip(members: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name, DAY), data, zipfile.ZIP_DEFLATED)
    return sink.getvalue()


def _overlapping() -> bytes:
    """Ten thousand entries of a directory that all stand for the same ten megabytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("0.txt", DAY), b"SECRET\n" * 1_500_000, zipfile.ZIP_DEFLATED)
        made.filelist.extend(made.filelist * 9_999)
    return sink.getvalue()


def _nested(depth: int) -> bytes:
    data = b"SECRET\n"
    for level in range(depth):
        data = _zip({f"{level}.zip" if level else "0.txt": data})
    return data


def _tar(*members: tuple[str, bytes, str]) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as made:
        for name, kind, target in members:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, target
            member.size = 7 if kind == tarfile.REGTYPE else 0
            made.addfile(member, io.BytesIO(b"SECRET\n"))
    return sink.getvalue()


def _gzip_bomb() -> bytes:
    squeezed = zlib.compressobj(9, zlib.DEFLATED, 31)
    return squeezed.compress(b"\0" * 500_000_000) + squeezed.flush()


PACKED: Mapping[str, Callable[[], bytes]] = {
    "bomb.zip": lambda: _zip({"zeros.txt": b"\0" * 500_000_000}),
    "overlapping.zip": _overlapping,
    "nested.zip": lambda: _nested(40),
    "elsewhere.zip": lambda: _zip(
        {"../../elsewhere.txt": b"SECRET\n", "/root.txt": b"SECRET\n", "C:\\x.txt": b"SECRET\n"}
    ),
    "cut.zip": lambda: _zip({"a.txt": b"SECRET\n" * 1000})[:-20],
    "links.tar": lambda: _tar(
        ("../elsewhere.txt", tarfile.REGTYPE, ""),
        ("link.txt", tarfile.SYMTYPE, "/dev/zero"),
        ("hard.txt", tarfile.LNKTYPE, "link.txt"),
        ("device", tarfile.CHRTYPE, ""),
        ("pipe", tarfile.FIFOTYPE, ""),
    ),
    "bomb.gz": _gzip_bomb,
}
