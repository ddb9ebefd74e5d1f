"""PDFs that are cut, locked, endless or far larger than they look."""

import zlib
from collections.abc import Callable, Mapping
from functools import cache

from redaudit.rules.leaks._drawings import CLEAN, drawn, stream

DEEP = "[" * 100_000 + "]" * 100_000
LOCK = "/Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{0}> /U <{0}>>> /ID [<{0}> <{0}>]"


@cache
def bomb() -> str:
    """Two hundred megabytes of blanks, packed."""
    return zlib.compress(b" " * 200_000_000, 9).decode("latin-1")


def _pdf(*operations: str, **entries: str) -> Callable[[], bytes]:
    return lambda: drawn(*(operations or CLEAN), **entries).encode("latin-1")


def _holding(*objects: str, **entries: str) -> Callable[[], bytes]:
    return lambda: drawn(*CLEAN, objects=objects, **entries).encode("latin-1")


def _changed(before: str, after: str) -> Callable[[], bytes]:
    def made() -> bytes:
        whole = drawn(*CLEAN)
        if before not in whole:
            raise ValueError(f"{before!r} is not in the drawing")
        return whole.replace(before, after).encode("latin-1")

    return made


def _picture(width: int, height: int) -> str:
    entries = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    return stream(bomb(), f"{entries} /Filter /FlateDecode")


PDFS: Mapping[str, Callable[[], bytes]] = {
    "cut.pdf": lambda: drawn(*CLEAN).encode("latin-1")[:300],
    "head.pdf": lambda: b"%PDF-1.4\n1 0 obj\n<<",
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes(index * index % 251 for index in range(200_000)),
    "locked.pdf": _pdf(trailer=LOCK.format("00" * 32)),
    "pages-loop.pdf": _changed("/Kids [3 0 R]", "/Kids [2 0 R 2 0 R]"),
    "pages-many.pdf": _changed("/Count 1", "/Count 2147483647"),
    "page-vast.pdf": _changed("[0 0 612 792]", "[0 0 9999999 9999999]"),
    "page-none.pdf": _changed("[0 0 612 792]", "[0 0 0 0]"),
    "no-root.pdf": _changed("/Type /Catalog /Pages 2 0 R", "/Type /Catalog /Pages 99 0 R"),
    "deep.pdf": _holding(f"<</K {DEEP}>>", catalog="/StructTreeRoot 6 0 R"),
    "saves.pdf": _pdf("q " * 500_000, "BDC " * 50_000),
    "bomb.pdf": lambda: _holding(stream(bomb(), "/Filter /FlateDecode"), page="/Contents 6 0 R")(),
    "picture-bomb.pdf": lambda: _holding(_picture(60_000, 60_000), page="/Resources <</XObject <</X 6 0 R>>>>")(),
    "itself.pdf": _holding(
        stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"), page="/Annots [6 0 R 3 0 R]"
    ),
}
