"""Pictures as documents: which are read, how large their pages are, how they are seen, and how bad ones end."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin

from redaudit import pipeline
from redaudit.errors import UnreadableDocument
from redaudit.model.document import Content, Source
from redaudit.model.part import Ocr, Reading
from redaudit.readers import image
from redaudit.readers.image import READER, accepts, read

SOURCE = Source("made/up", "0" * 64, "", "", 0)
UNREAD = Reading(Ocr.OFF)


def saved(picture, name="PNG", **options):
    """The bytes of a picture in a format."""
    sink = io.BytesIO()
    picture.save(sink, name, **options)
    return sink.getvalue()


def paper(width=200, height=100, mode="L"):
    """White paper."""
    return Image.new(mode, (width, height), "white")


def frames(data):
    """Every frame of a picture file, as it is looked at."""
    name = image._format(data)
    with image._opened(data, name) as opened:
        return list(image._frames(opened, name))


def seen(picture, name="PNG", **options):
    """The only frame of a picture."""
    (only,) = frames(saved(picture, name, **options))
    return only


KINDS = [
    ("PNG", "image/png"),
    ("JPEG", "image/jpeg"),
    ("TIFF", "image/tiff"),
    ("GIF", "image/gif"),
    ("BMP", "image/bmp"),
    ("WEBP", "image/webp"),
    ("JPEG2000", "image/jp2"),
]


@pytest.mark.parametrize(("name", "media_type"), KINDS)
def test_every_kind_of_picture_is_a_document(name, media_type):
    data = saved(paper(), name, dpi=(72, 72))  # BMP would state 96
    document = pipeline.read(data, "memo.txt", UNREAD)
    assert [reader.id for reader in pipeline.readers() if reader.accepts(data)] == ["image"]
    assert (document.source.reader, document.source.media_type) == ("image", media_type)
    (page,) = document.pages
    assert (page.number, page.text) == (1, "")
    assert page.size == pytest.approx((200.0, 100.0), abs=0.1)


@pytest.mark.parametrize(
    "head", [b"BM is the sign of the office\n", b"RIFF raff", b"GIF", b"", b"\xff\xd8\xff%PDF-1.4", b"II*\x01"]
)
def test_what_only_begins_like_a_picture_is_none(head):
    assert not accepts(head)


# A picture's pixels, the resolution it states, its size in points; the pixels it is looked at in, those of an inch.
SIZES = [
    ((1700, 2200), (200, 200), (612.0, 792.0), (1700, 2200), 200),
    ((850, 1100), (100, 100), (612.0, 792.0), (850, 1100), 100),
    # A point a dot where nothing is stated, on paper as long as a letter.
    ((1700, 2200), None, (1700.0, 2200.0), (1700, 2200), 200),
    # Screens and cameras state 72 or 96 whatever they show.
    ((1700, 2200), (72, 72), (1700.0, 2200.0), (1700, 2200), 200),
    ((1700, 2200), (96, 96), (1275.0, 1650.0), (1700, 2200), 200),
    # Absurd ones: nothing, an inch of one dot, a page smaller than a stamp.
    ((1700, 2200), (1, 1), (1700.0, 2200.0), (1700, 2200), 200),
    ((850, 1100), (1200, 1200), (51.0, 66.0), (850, 1100), 100),
    # A small picture is a cutting.
    ((200, 100), None, (200.0, 100.0), (200, 100), 72),
    # Finer than needed.
    ((3400, 4400), (400, 400), (612.0, 792.0), (1700, 2200), 200),
    ((4950, 6600), None, (4950.0, 6600.0), (1650, 2200), 200),
    # A fax has half as many rows as columns.
    ((1734, 1078), (204, 98), (612.0, 792.0), (1734, 2244), 204),
]


@pytest.mark.parametrize(("pixels", "dpi", "points", "looked", "inch"), SIZES)
def test_sizes(pixels, dpi, points, looked, inch):
    frame = seen(paper(*pixels), "TIFF", **({"dpi": dpi} if dpi else {}))
    assert frame.size == pytest.approx(points, abs=0.01)
    assert (frame.picture.width, frame.picture.height) == looked
    assert frame.picture.dpi == pytest.approx(inch, abs=0.5)
    assert frame.picture.width / frame.picture.scale == pytest.approx(points[0], rel=0.002)
    assert frame.picture.height / frame.picture.scale == pytest.approx(points[1], rel=0.002)


@pytest.mark.parametrize(("name", "dpi"), [("PNG", (300, 300)), ("JPEG", (300, 300)), ("BMP", (300, 300))])
def test_each_format_states_its_resolution(name, dpi):
    assert seen(paper(1275, 1650), name, dpi=dpi).size == pytest.approx((306.0, 396.0), abs=0.01)


# How a picture is turned so that it stands upright (EXIF 2.32, 4.6.4): where the black corner lies on the page.
CORNERS = {1: (0, 0), 2: (0, 1), 3: (1, 1), 4: (1, 0), 5: (0, 0), 6: (0, 1), 7: (1, 1), 8: (1, 0)}


@pytest.mark.parametrize("name", ["JPEG", "TIFF", "PNG", "WEBP"])
@pytest.mark.parametrize("turn", CORNERS)
def test_a_picture_stands_as_its_camera_says(name, turn):
    picture = paper(240, 120)
    picture.paste(0, (0, 0, 40, 40))
    notes = Image.Exif()
    notes[0x0112] = turn
    options = {"tiffinfo": {274: turn}} if name == "TIFF" else {"exif": notes}
    frame = seen(picture, name, **options)
    assert frame.size == ((240.0, 120.0) if turn < 5 else (120.0, 240.0))
    bottom, right = CORNERS[turn]
    dark = frame.picture.gray < 128
    down, across = np.argwhere(dark).mean(axis=0) / dark.shape
    assert (down > 0.5, across > 0.5) == (bool(bottom), bool(right))


def test_a_turned_picture_has_its_resolutions_exchanged():
    frame = seen(paper(1700, 550), "TIFF", dpi=(200, 100), tiffinfo={274: 6})
    assert frame.size == pytest.approx((396.0, 612.0), abs=0.01)
    assert (frame.picture.width, frame.picture.height) == (1100, 1700)


def deep(mode, low, high):
    """Left half dark, right half light, in a mode of Pillow."""
    kind = {"I;16": np.uint16, "I;16B": ">u2", "I": np.int32, "F": np.float32}[mode]
    values = np.full((40, 60), high, dtype=kind)
    values[:, :30] = low
    return Image.fromarray(values)


def halves(mode):
    """Left half black, right half white, in a mode of Pillow."""
    picture = paper(60, 40)
    picture.paste(0, (0, 0, 30, 40))
    return picture.convert(mode)


def transparent(mode):
    """Left half black, right half black that is not there at all."""
    picture = Image.new("LA", (60, 40), (0, 255))
    picture.paste((0, 0), (30, 0, 60, 40))
    return picture.convert(mode)


def see_through_palette():
    """A palette of two blacks, one of which is not there."""
    picture = Image.new("P", (60, 40), 0)
    picture.putpalette([0, 0, 0, 0, 0, 0])
    picture.paste(1, (30, 0, 60, 40))
    return picture


MODES = [
    (halves("1"), "PNG", {}),
    (halves("1"), "TIFF", {"compression": "group4"}),
    (halves("1"), "TIFF", {"compression": "group3"}),
    (halves("L"), "TIFF", {"compression": "tiff_lzw"}),
    (halves("L"), "JPEG2000", {}),
    (halves("P"), "GIF", {}),
    (halves("P"), "PNG", {}),
    (halves("RGB"), "TIFF", {"compression": "jpeg"}),
    (halves("RGB"), "WEBP", {"lossless": True}),
    (halves("RGB"), "BMP", {}),
    (halves("RGB").convert("CMYK"), "TIFF", {}),
    (halves("RGB").convert("CMYK"), "JPEG", {"quality": 95}),
    (halves("RGB").convert("YCbCr"), "TIFF", {}),
    (transparent("LA"), "PNG", {}),
    (transparent("RGBA"), "PNG", {}),
    (transparent("RGBA"), "TIFF", {}),
    (see_through_palette(), "PNG", {"transparency": 1}),
    (see_through_palette(), "GIF", {"transparency": 1}),
    (deep("I;16", 0, 65_535), "PNG", {}),
    (deep("I;16", 0, 65_535), "TIFF", {}),
    (deep("I;16B", 0, 65_535), "TIFF", {}),
    (deep("I", 0, 65_535), "TIFF", {}),
    (deep("I", 0, 2**31 - 1), "TIFF", {}),
    (deep("F", 0.0, 1.0), "TIFF", {}),
    (deep("F", 0.0, 255.0), "TIFF", {}),
    (deep("F", float("nan"), 65_535.0), "TIFF", {}),
]


@pytest.mark.parametrize(("picture", "name", "options"), MODES)
def test_every_mode_is_seen_in_gray(picture, name, options):
    frame = seen(picture, name, **options)
    assert frame.picture.gray.shape == (40, 60)
    assert frame.picture.gray.dtype == np.uint8
    assert frame.picture.gray[:, :26].max() <= 12
    assert frame.picture.gray[:, 34:].min() >= 243
    assert frame.picture.colour is None


def test_colour_is_kept_where_there_is_some():
    picture = paper(400, 300, "RGB")
    assert seen(picture).picture.colour is None
    picture.paste((200, 30, 30), (100, 100, 160, 120))
    frame = seen(picture)
    assert frame.picture.colour[110, 130].tolist() == [200, 30, 30]
    assert frame.picture.gray[110, 130] == pytest.approx(81, abs=1)


def test_a_page_a_frame():
    pages = [paper(1700, 2200), paper(2200, 1700), paper(850, 1100)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], dpi=(200, 200))
    document = read(data, SOURCE, UNREAD)
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [page.size for page in document.pages] == [(612.0, 792.0), (792.0, 612.0), (306.0, 396.0)]


def tiff_of(*pictures):
    """A TIFF whose pages each have their own tags."""
    sink = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(sink) as writer:
        for picture, tags in pictures:
            picture.save(writer, "TIFF", tiffinfo=tags)
            writer.newFrame()
    return sink.getvalue()


def test_a_smaller_copy_of_a_page_is_no_page():
    data = tiff_of(
        (paper(100, 120), {}), (paper(10, 12), {254: 1}), (paper(100, 120), {254: 4}), (paper(90, 80), {254: 2})
    )
    assert [page.size for page in read(data, SOURCE, UNREAD).pages] == [(100.0, 120.0), (90.0, 80.0)]


def test_a_camera_s_second_view_is_no_page():
    data = saved(paper(80, 60, "RGB"), "MPO", save_all=True, append_images=[paper(8, 6, "RGB")])
    assert [page.size for page in read(data, SOURCE, UNREAD).pages] == [(80.0, 60.0)]


def test_a_page_that_is_broken_is_unseen_and_the_others_are_read():
    noise = Image.fromarray(np.random.default_rng(7).integers(0, 256, (90, 120), dtype=np.uint8))
    data = bytearray(tiff_of((noise, {}), (noise, {}), (noise, {})))
    with Image.open(io.BytesIO(data)) as opened:
        opened.seek(1)
        entry = opened.tag_v2
        strip = struct.pack("<I", entry[273][0])
    place = data.index(strip, data.index(struct.pack("<HHI", 273, 4, 1), 90 * 120 + 100))
    data[place : place + 4] = struct.pack("<I", 2**31)
    pages = read(bytes(data), SOURCE, UNREAD).pages
    assert [(page.number, page.seen, page.content, page.size) for page in pages] == [
        (1, False, Content.IMAGE_ONLY, (120.0, 90.0)),
        (2, False, Content.IMAGE_ONLY, None),
        (3, False, Content.IMAGE_ONLY, (120.0, 90.0)),
    ]


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, content=b""):
    """A PNG that says it is of a size, whatever it holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(content)) if content else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


def looped():
    """A TIFF whose second page is followed by its first."""
    data = bytearray(tiff_of((paper(20, 10), {}), (paper(20, 10), {})))
    first = struct.unpack_from("<I", data, 4)[0]
    entries = struct.unpack_from("<H", data, first)[0]
    second = struct.unpack_from("<I", data, first + 2 + 12 * entries)[0]
    entries = struct.unpack_from("<H", data, second)[0]
    struct.pack_into("<I", data, second + 2 + 12 * entries, first)
    return bytes(data)


def test_pages_that_follow_each_other_in_a_ring_are_read_once():
    assert [page.number for page in read(looped(), SOURCE, UNREAD).pages] == [1, 2]


WHOLE = {name: saved(Image.effect_noise((200, 150), 60).convert("RGB"), name) for name, _ in KINDS}

HOSTILE = [
    (b"\x89PNG\r\n\x1a\n", "broken PNG picture"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "broken JPEG picture"),
    (b"II*\x00\x08\0\0\0", "broken TIFF picture"),
    (b"MM\x00*\0\0\0\x08\xff\xff", "broken TIFF picture"),
    (b"II+\x00\x08\0\0\0", "broken TIFF picture"),
    (b"GIF89a\x01\0\x01\0", "broken GIF picture"),
    (b"RIFF\x10\0\0\0WEBPVP8 ", "broken WEBP picture"),
    (b"BM\x36\0\0\0\0\0\0\0\x36", "broken BMP picture"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "broken JPEG 2000 picture"),
    (png(0, 0), "broken PNG picture"),
    (png(0, 10, b"\0"), "broken PNG picture"),
    (png(10, 10), "broken PNG picture"),
    (png(20_000, 20_000, b"\0"), "PNG picture of more than 180 million pixels"),
    (png(19_000, 9_474, b"\0"), "PNG picture of more than 180 million pixels"),
    (png(2**31 - 1, 2**31 - 1, b"\0"), "PNG picture of more than 180 million pixels"),
    (
        saved(paper(20, 20), "GIF")[:6] + b"\xff\xff\xff\xff" + saved(paper(20, 20), "GIF")[10:],
        "GIF picture of more than 180 million pixels",
    ),
    *((data[: len(data) // 3], f"broken {image._kind(name)}") for name, data in WHOLE.items() if name != "JPEG2000"),
]


@pytest.mark.parametrize(("data", "reason"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_broken_or_too_large_says_so(data, reason):
    with pytest.raises(UnreadableDocument) as error:
        pipeline.read(data)
    assert str(error.value) == reason


def test_more_frames_than_any_release_has_pages(monkeypatch):
    monkeypatch.setattr(image, "FRAMES", 3)
    fine, long = (
        saved(paper(8, 8), "TIFF", save_all=True, append_images=[paper(8, 8)] * (count - 1)) for count in (3, 4)
    )
    assert len(read(fine, SOURCE, UNREAD).pages) == 3
    with pytest.raises(UnreadableDocument, match=r"^TIFF picture of more than 3 pages$"):
        read(long, SOURCE, UNREAD)


@pytest.mark.parametrize("name", WHOLE)
def test_damage_anywhere_ends_in_a_page_or_a_reason(name):
    seed = np.random.default_rng(11)
    for _ in range(40):
        data = bytearray(WHOLE[name])
        for place in seed.integers(12, min(len(data), 700), 6):
            data[place] = seed.integers(0, 256)
        assert outcome(bytes(data)) in ("pages", f"broken {image._kind(name)}", f"{image._kind(name)} of more")


def outcome(data):
    """What became of some bytes: pages, or the first words of the reason."""
    try:
        pages = READER.read(data, SOURCE, UNREAD).pages
    except UnreadableDocument as error:
        return error.reason.partition(" than ")[0]
    return "pages" if [page.number for page in pages] == list(range(1, len(pages) + 1)) else "pages out of order"
