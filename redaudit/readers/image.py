"""Pictures of pages: PNG, JPEG, TIFF with its pages, GIF, BMP, WebP, JPEG 2000. Each frame is a page.

A fax of three pages as TIFF, a phone's photograph of a memorandum, a page saved from a viewer as PNG.
"""

import io
import math
import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from attrs import evolve, frozen
from PIL import Image, ImageOps, TiffImagePlugin

from redaudit.errors import UnreadableDocument
from redaudit.layout.raster.picture import Picture, Pixels
from redaudit.model.document import Content, Document, Page, Source
from redaudit.model.exhibit import PagePicture
from redaudit.model.part import AS_USUAL, Ocr, Reader, Reading
from redaudit.readers import _screen
from redaudit.readers._paged import page_of
from redaudit.readers._screen import page_picture
from redaudit.readers._sheet import Sheet
from redaudit.readers._sight import looked_at

# Pillow's name of a format: what a file of it begins with, and its media type.
FORMATS: Final = {
    "PNG": ((b"\x89PNG\r\n",), "image/png"),
    "JPEG": ((b"\xff\xd8\xff",), "image/jpeg"),
    "TIFF": ((b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"), "image/tiff"),
    "GIF": ((b"GIF87a", b"GIF89a"), "image/gif"),
    "BMP": ((b"BM",), "image/bmp"),
    "WEBP": ((b"RIFF",), "image/webp"),
    "JPEG2000": ((b"\x00\x00\x00\x0cjP  ", b"\xff\x4f\xff\x51"), "image/jp2"),
}

# What Pillow raises over files that are not what they say; each plugin has its own way to fail.
STUMBLES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)

# A sheet of 36 by 48 inches at 300 dots an inch has 156 million pixels; a decompression bomb has thousands of millions.
PIXELS = 180_000_000
# The longest releases in one file have some 3,000 pages.
FRAMES = 5_000

# A stated resolution is that of paper where the longer side is then this many inches: from a card to a large drawing.
# Cameras and screens state 72 or 96 whatever they show, and no scanner less than 100.
SHORTEST, LONGEST, SCANNED = 3.0, 25.0, 99.0
# The longer side of letter paper, where a picture does not say how large its paper is.
LETTER = 11.0
# Below this many dots an inch no print is legible: a small picture is a cutting, not a whole page.
COARSEST = 72.0
# Pictures finer than this are looked at at as many dots an inch as scans are: of 273 boxes on 40 pages 3 % more were
# found so than at 300, and OCR reads at that resolution anyway.
FINEST, LOOKED_AT = 240.0, 200.0
# Resolutions that differ by less than this part across and down are one; faxes differ by a half.
SQUARE = 0.005
# A picture is coloured where this part of it, and no less, has channels further apart than what JPEG leaves on gray.
COLOURED, APART = 0.0005, 40

ORIENTATION = 0x0112
SUBFILE = 254  # TIFF 6.0, NewSubfileType: bit 0 a smaller copy of another page, bit 2 a transparency mask
COPY_OR_MASK = 0b101


def accepts(head: bytes) -> bool:
    """The mark of a picture that is read here stands at the start."""
    return _format(head) is not None and b"%PDF-" not in head[:1024]


def _format(head: bytes) -> str | None:
    found = next((name for name, (marks, _) in FORMATS.items() if head.startswith(marks)), None)
    # Four letters more tell a picture from a sound, and a bitmap from a word that begins with BM.
    if (found == "WEBP" and head[8:12] != b"WEBP") or (found == "BMP" and head[6:10] != b"\x00\x00\x00\x00"):
        return None
    return found


def read(data: bytes, source: Source, reading: Reading = AS_USUAL) -> Document:
    """The pages of a picture file, or UnreadableDocument with the reason."""
    name = _format(data)
    if name is None:
        raise UnreadableDocument("no picture by its content")
    with warnings.catch_warnings():  # of damaged notes beside the picture, and of sizes, which are bounded here
        warnings.simplefilter("ignore")
        opened = _opened(data, name)
        with opened:
            pages = tuple(_page(number, frame, reading.ocr) for number, frame in enumerate(_frames(opened, name), 1))
    if not any(page.size for page in pages):
        raise UnreadableDocument(f"broken {_kind(name)}")
    return Document(evolve(source, reader="image", media_type=FORMATS[name][1]), pages)


def _kind(name: str) -> str:
    return f"{'JPEG 2000' if name == 'JPEG2000' else name} picture"


def _opened(data: bytes, name: str) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=(name,))
    except Image.DecompressionBombError as error:
        raise UnreadableDocument(f"{_kind(name)} of more than {PIXELS // 1_000_000} million pixels") from error
    except STUMBLES as error:
        raise UnreadableDocument(f"broken {_kind(name)}") from error


@frozen
class _Frame:
    """One page of a picture file, upright: its picture and its size in points."""

    picture: Picture
    size: tuple[float, float]


def _frames(opened: Image.Image, name: str) -> Iterator[_Frame | None]:
    """Every frame that is a page, None for one that cannot be read."""
    for stands in _turned(opened, name):
        yield _frame(opened, name) if stands else None


def _turned(opened: Image.Image, name: str) -> Iterator[bool]:
    """Turns to every frame that is a page, true; false, and no more, where the chain of frames is broken."""
    for index in range(FRAMES + 1):
        try:
            opened.seek(index)
            if isinstance(opened, TiffImagePlugin.TiffImageFile) and _is_no_page(opened):
                continue
        except EOFError:
            return
        except STUMBLES:  # the chain of frames is broken here
            yield False
            return
        if index == FRAMES:
            raise UnreadableDocument(f"{_kind(name)} of more than {FRAMES} pages")
        yield True
        if opened.format == "MPO":  # a camera's further frames are the same view: its preview, its depth
            return


def _is_no_page(opened: TiffImagePlugin.TiffImageFile) -> bool:
    kind = opened.tag_v2.get(SUBFILE, 0)
    return isinstance(kind, int) and bool(kind & COPY_OR_MASK)


def _frame(opened: Image.Image, name: str) -> _Frame | None:
    width, height = opened.size
    if width * height > PIXELS:
        raise UnreadableDocument(f"{_kind(name)} of more than {PIXELS // 1_000_000} million pixels")
    try:
        across, down = _resolution(opened)
        if opened.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8):
            across, down = down, across
        opened.load()
        upright = _flat(ImageOps.exif_transpose(opened))
    except STUMBLES:
        return None
    if not (upright.width and upright.height):
        return None
    return _looked_at_size(upright, across, down)


def _resolution(opened: Image.Image) -> tuple[float, float]:
    """Dots an inch across and down as the picture states them; 72, a point a dot, where it does not or absurdly."""
    stated = opened.info.get("dpi")
    if isinstance(stated, tuple) and len(stated) == 2:
        across, down = (float(side) for side in stated)
        if all(math.isfinite(side) and 10 <= side <= 10_000 for side in (across, down)):
            return across, down
    return 72.0, 72.0


def _flat(picture: Image.Image) -> Image.Image:
    """The picture in gray (L) or in red, green and blue; what shows through is white."""
    if picture.mode in ("I", "F") or picture.mode.startswith("I;"):
        return _narrowed(picture)
    if picture.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        paper = Image.new("RGBA", seen.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, seen).convert("RGB")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    return picture.convert("RGB")


def _narrowed(picture: Image.Image) -> Image.Image:
    """A picture of 16 or more bits a pixel with 8."""
    values = np.asarray(picture, dtype=np.float32)
    values = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    most = float(values.max(initial=0.0))
    # Fractions run to 1; integers of 16 bits to 65,535, and those in 32 bits are such too in all that scanners write.
    full = 1.0 if most <= 1.0 else 255.0 if most <= 255.0 else max(65_535.0, most)
    return Image.fromarray((np.clip(values / full, 0.0, 1.0) * 255).astype(np.uint8))


def _looked_at_size(upright: Image.Image, across: float, down: float) -> _Frame:
    """The frame with square dots, no finer than is looked at."""
    size = (upright.width * 72 / across, upright.height * 72 / down)
    finer = max(across, down)
    longer = max(size) * finer / 72
    believed = SHORTEST <= max(size) / 72 <= LONGEST and finer >= SCANNED
    dpi = finer if believed else max(COARSEST, longer / LETTER)
    shrink = LOOKED_AT / dpi if dpi > FINEST else 1.0
    scale = finer / 72 * shrink
    pixels = np.asarray(upright, dtype=np.uint8)
    if shrink < 1.0 or abs(across - down) > SQUARE * finer:
        fitted = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
        pixels = np.asarray(cv2.resize(pixels, fitted, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    gray, colour = _seen(pixels)
    return _Frame(Picture(gray, scale, dpi * shrink, colour), size)


def _seen(pixels: Pixels) -> tuple[Pixels, Pixels | None]:
    """The gray of a picture, and its colours where it has any to speak of."""
    if pixels.ndim == 2:
        return pixels, None
    gray = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    few = pixels[::3, ::3]
    apart = few.max(axis=2) - few.min(axis=2) > APART
    return gray, np.ascontiguousarray(pixels) if float(apart.mean()) >= COLOURED else None


def _page(number: int, frame: _Frame | None, ocr: Ocr) -> Page:
    if frame is None:
        return Page(number=number, text="", content=Content.IMAGE_ONLY, seen=False)
    unread = Sheet(
        size=frame.size,
        content=Content.IMAGE_ONLY,
        seen=False,
        upright=[],
        turned={},
        strokes=[],
        levels=[],
        uprights=[],
        boxes=[],
        concealed=(),
        marked=[],
    )
    return page_of(number, looked_at(unread, frame.picture, ocr), [])


def pictures(data: bytes, numbers: Sequence[int]) -> Iterator[PagePicture]:
    """Some pages as `read` sees them, for a screen; no frame but theirs is decoded, and one at a time."""
    name = _format(data)
    if name is None or not numbers:
        return
    wanted = frozenset(numbers)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _opened(data, name) as opened:
            for number, stands in enumerate(_turned(opened, name), 1):
                if stands and number in wanted and (frame := _frame(opened, name)):
                    yield _on_screen(number, frame)
                if number == max(wanted):
                    return


def _on_screen(number: int, frame: _Frame) -> PagePicture:
    """A page no finer than a screen needs."""
    picture = frame.picture
    pixels = picture.gray if picture.colour is None else picture.colour
    shrink = min(_screen.DPI / picture.dpi, _screen.LONGEST / max(picture.width, picture.height), 1.0)
    if shrink < 1.0:
        fitted = (max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink)))
        pixels = np.asarray(cv2.resize(pixels, fitted, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return page_picture(number, pixels, picture.scale * shrink)


READER = Reader(
    id="image",
    summary="pictures of pages: PNG, JPEG, TIFF, GIF, BMP, WebP, JPEG 2000",
    accepts=accepts,
    read=read,
    pictures=pictures,
)
