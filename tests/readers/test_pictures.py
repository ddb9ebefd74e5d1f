"""Pages drawn for a screen: the whole page as shown, as large in points as the page that was read, one at a time."""

import io

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin

from redaudit.model.document import Source
from redaudit.model.part import Ocr, Reading
from redaudit.pipeline import readers
from redaudit.readers import _screen, image
from redaudit.readers import pdf as pdf_reader
from tests.support_pdf import HEIGHT, WIDTH, annotation, box, patch, pdf, saved, text, writer

SOURCE = Source("made/up", "0" * 64, "", "", 0)
UNREAD = Reading(Ocr.OFF)
LETTER = (935, 1210)


def pixels(picture):
    """A page's pixels, rows by columns."""
    found = np.frombuffer(picture.pixels, np.uint8)
    return found.reshape((picture.height, picture.width) + ((3,) if picture.channels == 3 else ()))


def part(picture, x0, top, x1, bottom):
    """The pixels of a place in points."""
    scale = picture.scale
    return pixels(picture)[round(top * scale) : round(bottom * scale), round(x0 * scale) : round(x1 * scale)]


def fits(reader, data):
    """Whether every picture of a document is as large as its page, to within a pixel; the numbers of the pictures."""
    pages = {page.number: page for page in reader.read(data, SOURCE, UNREAD).pages}
    found = list(reader.pictures(data, sorted(pages)))
    for picture in found:
        across, down = pages[picture.number].size
        assert abs(picture.width - across * picture.scale) <= 1
        assert abs(picture.height - down * picture.scale) <= 1
    return [picture.number for picture in found]


def frame(width=425, height=550, mode="L", dark=None):
    """White paper, a part of it dark."""
    paper = Image.new(mode, (width, height), "white")
    if dark:
        paper.paste(0 if mode == "L" else (200, 0, 0), dark)
    return paper


def file_of(picture, name="PNG", **options):
    """The bytes of a picture in a format."""
    sink = io.BytesIO()
    picture.save(sink, name, **options)
    return sink.getvalue()


def test_only_readers_of_pages_that_are_drawn_have_pictures():
    assert sorted(reader.id for reader in readers() if reader.pictures) == ["image", "pdf"]


# PDF

MARK = box(100, 50, 200, 60)


@pytest.mark.parametrize("options", [{}, {"rotate": 90}, {"rotate": 180}, {"crop": (50, 30, 400, 500)}])
def test_a_page_is_drawn_as_large_as_it_was_read(options):
    assert fits(pdf_reader.READER, pdf(text(72, 100, "SECRET"), MARK, **options)) == [1]


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ({}, (100, 50, 200, 60)),
        ({"rotate": 90}, (HEIGHT - 60, 100, HEIGHT - 50, 200)),
        ({"rotate": 180}, (WIDTH - 200, HEIGHT - 60, WIDTH - 100, HEIGHT - 50)),
        ({"crop": (50, 30, 400, 500)}, (50, 20, 150, 30)),
    ],
)
def test_a_page_is_drawn_upright_and_cropped(options, place):
    (picture,) = pdf_reader.pictures(pdf(MARK, **options), [1])
    x0, top, x1, bottom = place
    assert part(picture, x0 + 1, top + 1, x1 - 1, bottom - 1).max() == 0
    assert np.count_nonzero(pixels(picture) < 128) == pytest.approx(1000 * picture.scale**2, rel=0.05)


def test_a_letter_page_has_so_many_pixels_of_gray():
    (picture,) = pdf_reader.pictures(pdf(text(72, 100, "SECRET")), [1])
    assert (picture.number, picture.width, picture.height, picture.channels) == (1, *LETTER, 1)
    assert len(picture.pixels) == 935 * 1210


def test_a_word_in_red_makes_a_page_coloured():
    (picture,) = pdf_reader.pictures(pdf(text(72, 100, "SECRET", colour=(1, 0, 0))), [1])
    assert picture.channels == 3
    assert pixels(picture)[:, :, 0].min() == 255
    assert pixels(picture)[:, :, 1].min() < 60


def test_only_the_pages_asked_for_are_drawn_and_those_that_are_none_are_left_out():
    data = saved(writer([MARK], [], [MARK], []))
    found = [(picture.number, int(pixels(picture).min())) for picture in pdf_reader.pictures(data, [2, 3, 5])]
    assert found == [(2, 255), (3, 0)]
    assert list(pdf_reader.pictures(data, [0])) == []


def test_a_document_is_opened_once_and_one_page_is_open_at_a_time(monkeypatch):
    opened = []
    open_pages = []
    open_pdf, open_page = pdf_reader.open_pdf, pdf_reader.open_page

    def counted(*arguments):
        page = open_page(*arguments)
        close, page.close = page.close, lambda: (open_pages.remove(page), close())
        open_pages.append(page)
        assert len(open_pages) == 1
        return page

    monkeypatch.setattr(pdf_reader, "open_pdf", lambda data: opened.append(len(data)) or open_pdf(data))
    monkeypatch.setattr(pdf_reader, "open_page", counted)
    data = saved(writer(*[[MARK]] * 5))
    assert sum(1 for _ in pdf_reader.pictures(data, range(1, 6))) == 5
    assert (opened, open_pages) == ([len(data)], [])


def test_a_page_that_cannot_be_opened_is_left_out(monkeypatch):
    open_page = pdf_reader.open_page
    monkeypatch.setattr(pdf_reader, "open_page", lambda document, index: open_page(document, index) if index else None)
    found = pdf_reader.pictures(saved(writer([MARK], [MARK])), [1, 2])
    assert [picture.number for picture in found] == [2]


def test_what_annotations_print_is_drawn_and_what_was_never_applied_is_not():
    place = (100, 80, 200, 100)
    (typed,) = pdf_reader.pictures(pdf(annotation("FreeText", *place, "PART")), [1])
    (pending,) = pdf_reader.pictures(pdf(annotation("Redact", *place, "XXXX")), [1])
    assert part(typed, *place).min() < 60
    assert pixels(pending).min() == 255


def test_a_picture_on_a_page_that_is_read_as_an_image_is_drawn():
    (picture,) = pdf_reader.pictures(pdf(patch(100, 100, 200, 200, "K")), [1])
    assert part(picture, 102, 102, 198, 198).max() == 0


@pytest.mark.parametrize(
    ("size", "drawn"),
    [
        ((14_400, 14_400), (2_400, 2_400)),
        ((14_400, 0.5), (2_400, 1)),
        ((0.5, 14_400), (1, 2_400)),
        ((1e6, 1e6), (2_400, 2_400)),
        ((0.5, 0.5), (1, 1)),
    ],
)
def test_however_large_or_thin_a_page_is_its_picture_is_bounded(size, drawn):
    made = writer([])
    made.pages[0].mediabox.upper_right = size
    (picture,) = pdf_reader.pictures(saved(made), [1])
    assert (picture.width, picture.height) == drawn


# Pictures


@pytest.mark.parametrize("name", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP", "JPEG2000"])
def test_every_kind_of_picture_is_shown(name):
    data = file_of(frame(850, 1100, dark=(100, 200, 300, 400)), name, dpi=(100, 100))
    assert fits(image.READER, data) == [1]
    (picture,) = image.pictures(data, [1])
    assert (picture.width, picture.height, picture.channels) == (850, 1100, 1)
    assert pixels(picture)[210:390, 110:290].max() < 30
    assert pixels(picture)[:190].min() > 225


def test_a_fine_scan_is_shown_as_finely_as_a_screen_needs():
    (picture,) = image.pictures(file_of(frame(2550, 3300), dpi=(300, 300)), [1])
    assert (picture.width, picture.height, picture.scale) == (935, 1210, pytest.approx(110 / 72))


def test_a_picture_that_does_not_say_its_resolution_has_a_point_for_each_pixel_still():
    data = file_of(frame(1700, 2200))
    assert fits(image.READER, data) == [1]
    (picture,) = image.pictures(data, [1])
    assert (picture.width, picture.height, picture.scale) == (935, 1210, pytest.approx(0.55))


def test_a_small_picture_is_not_enlarged():
    (picture,) = image.pictures(file_of(frame(200, 100)), [1])
    assert (picture.width, picture.height, picture.scale) == (200, 100, 1)


def test_a_picture_with_colours_is_shown_in_them():
    (picture,) = image.pictures(file_of(frame(850, 1100, "RGB", (0, 0, 400, 400))), [1])
    assert picture.channels == 3
    assert pixels(picture)[100, 100].tolist() == [200, 0, 0]


def test_a_photograph_that_lies_on_its_side_is_shown_upright():
    paper = frame(400, 300, dark=(0, 0, 400, 30))
    exif = Image.Exif()
    exif[image.ORIENTATION] = 6
    data = file_of(paper, "JPEG", exif=exif)
    assert fits(image.READER, data) == [1]
    (picture,) = image.pictures(data, [1])
    assert (picture.width, picture.height) == (300, 400)
    assert pixels(picture)[:, 275:].max() < 40
    assert pixels(picture)[:, :265].min() > 215


def test_a_fax_whose_dots_are_no_squares_is_shown_as_high_as_its_paper():
    data = file_of(frame(1700, 1100), "TIFF", dpi=(200, 100))
    assert fits(image.READER, data) == [1]
    (picture,) = image.pictures(data, [1])
    assert (picture.width, picture.height) == (935, 1210)


def fax(*kinds):
    """A TIFF of frames, each darker than the last, of subfile kinds."""
    sink = io.BytesIO()
    first, *others = [frame(60, 80, dark=(0, 0, 10 * (index + 1), 80)) for index in range(len(kinds))]
    for paper, kind in zip((first, *others), kinds, strict=True):
        paper.encoderinfo = {"tiffinfo": TiffImagePlugin.ImageFileDirectory_v2()}
        paper.encoderinfo["tiffinfo"][image.SUBFILE] = kind
    first.save(sink, "TIFF", save_all=True, append_images=others, tiffinfo=first.encoderinfo["tiffinfo"])
    return sink.getvalue()


def dark_columns(picture):
    """How many of a page's columns are dark."""
    return int(np.count_nonzero(pixels(picture)[0] < 128))


def test_each_frame_of_a_fax_is_a_page_and_copies_and_masks_are_none():
    data = fax(2, 1, 2, 4, 2)
    assert [(picture.number, dark_columns(picture)) for picture in image.pictures(data, [1, 2, 3])] == [
        (1, 10),
        (2, 30),
        (3, 50),
    ]
    assert [(picture.number, dark_columns(picture)) for picture in image.pictures(data, [2, 9])] == [(2, 30)]


def test_only_the_frames_asked_for_are_decoded(monkeypatch):
    decoded = []
    of_a_frame = image._frame
    monkeypatch.setattr(image, "_frame", lambda opened, name: decoded.append(opened.tell()) or of_a_frame(opened, name))
    found = list(image.pictures(fax(2, 2, 2, 2), [2, 3]))
    assert ([picture.number for picture in found], decoded) == ([2, 3], [1, 2])
    assert list(image.pictures(fax(2, 2), [])) == []


def test_a_frame_that_cannot_be_read_is_left_out():
    data = file_of(frame(300, 300))
    assert list(image.pictures(data[: len(data) // 2], [1])) == []


def test_a_long_strip_is_bounded():
    (picture,) = image.pictures(file_of(frame(9_000, 900), dpi=(400, 400)), [1])
    assert (picture.width, picture.height) == (_screen.LONGEST, 240)
    assert picture.width == pytest.approx(9_000 * 72 / 400 * picture.scale)
