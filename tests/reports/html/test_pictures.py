"""Small pictures of pages: nothing in them that stands under a redaction, however its contrast is stretched."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from redaudit import pipeline
from redaudit.layout.raster.withheld import covered, drawn
from redaudit.model.exhibit import Exhibit
from redaudit.model.part import Choices, Ocr, Reading
from redaudit.reports.html.covers import covers
from redaudit.reports.html.pictures import small_pictures
from tests.support_pdf import annotation, box, hatched, line, outline, painted, patch, pdf, saved, text, writer
from tests.support_print import Paper

SPECIMENS = Path(__file__).parents[2] / "specimens"
BARS = Path(__file__).parents[3] / "examples" / "faulty" / "bars.pdf"
REVEALED = Choices(reveal=True)
UNREAD = Reading(Ocr.OFF)

# A line of print, the words of it that are withheld, and where they stand in points.
LINE = text(72, 100, "MET ANN Q. SAMPLE AT PORT ASTREL")
NAME = (96, 90, 174, 104)


def shown(data, choices=None, reading=UNREAD):
    """The document, and its pages' pictures as they come out of their files, by page."""
    exhibit = pipeline.exhibit(data, "made-up", reading=reading)
    numbers = [page.number for page in exhibit.pages]
    found = small_pictures(exhibit, numbers, choices or Choices())
    return exhibit, {small.number: pixels(small) for small in found}


def pixels(small):
    """What stands in a picture's file."""
    with Image.open(io.BytesIO(small.data)) as opened:
        return np.asarray(opened.convert("RGB"))


def shades(picture, place, scale=110 / 72):
    """The colours within a place in points, a pixel inside its rim."""
    x0, top, x1, bottom = (edge * scale for edge in place)
    part = picture[int(top) + 2 : int(bottom) - 1, int(x0) + 2 : int(x1) - 1]
    return {tuple(int(value) for value in colour) for colour in np.unique(part.reshape(-1, 3), axis=0)}


def only(data, choices=None):
    """The picture of a document of one page."""
    exhibit, found = shown(data, choices)
    assert len(found) == 1
    return exhibit.pages[0], found[1]


BLACK, WHITE = (0, 0, 0), (255, 255, 255)

COVERED = {
    "an opaque box": [LINE, box(*NAME)],
    "a white box": [LINE, box(*NAME, colour=(1, 1, 1))],
    "a nearly opaque box": [LINE, *[painted("Half", box(*NAME))] * 6],
    "print on a box in nearly its colour": [
        text(72, 100, "MET"),
        box(*NAME),
        text(96, 100, "ANN Q. SAMPLE", colour=(0.04, 0.04, 0.04)),
    ],
    "print in a box's colour": [text(72, 100, "MET"), box(*NAME), text(96, 100, "ANN Q. SAMPLE")],
    "nearly white print": [text(72, 100, "MET"), text(96, 100, "ANN Q. SAMPLE", colour=(0.97, 0.97, 0.97))],
    "nearly transparent print": [text(72, 100, "MET"), painted("Faint", text(96, 100, "ANN Q. SAMPLE"))],
    "a black picture": [LINE, patch(*NAME, "K")],
}


@pytest.mark.parametrize("operations", COVERED.values(), ids=COVERED)
def test_what_a_redaction_or_its_colour_hides_is_of_one_shade(operations):
    page, picture = only(pdf(*operations))
    hidden = [found.concealed for found in page.boxes if found.concealed] + list(page.concealed)
    assert "".join(found.characters for found in hidden).replace(" ", "") == "ANNQ.SAMPLE"
    assert len(shades(picture, NAME)) == 1


FAINT = ("a nearly opaque box", "print on a box in nearly its colour", "nearly white print", "nearly transparent print")


def before(data, covers_of=covers):
    """The only page's pixels before they are written, in red, green and blue."""
    exhibit = pipeline.exhibit(data, reading=UNREAD)
    (picture,) = exhibit.pictures([1])
    found = covered(drawn(picture), covers_of(exhibit.pages[0]))
    return found if found.ndim == 3 else found[:, :, None].repeat(3, axis=2)


def no_covers(_):
    """What covers a page whose words are not withheld."""
    return ()


@pytest.mark.parametrize("name", FAINT)
def test_the_page_as_drawn_shows_what_is_taken_out(name):
    # Few shades alone would hide it too; they are no safeguard, for a page with a photograph has all of them.
    assert len(shades(before(pdf(*COVERED[name]), no_covers), NAME)) > 1
    assert len(shades(before(pdf(*COVERED[name])), NAME)) == 1


# An area of as many grays as a photograph has.
PHOTOGRAPH = " ".join(
    box(50 + 3 * step, 200, 53 + 3 * step, 700, colour=(0.4 + step / 260,) * 3) for step in range(150)
)


@pytest.mark.parametrize("name", FAINT[:3])
def test_beside_a_photograph_too_what_is_hidden_leaves_no_trace(name):
    exhibit = pipeline.exhibit(pdf(*COVERED[name], PHOTOGRAPH), reading=UNREAD)
    (small,) = small_pictures(exhibit, [1], Choices())
    other = pipeline.exhibit(
        pdf(*(part.replace("ANN Q. SAMPLE", "TOM X. ZEMBLA") for part in COVERED[name]), PHOTOGRAPH)
    )
    assert small.data[12:16] == b"VP8 "
    assert [small] == list(small_pictures(other, [1], Choices()))
    (shown_all,) = small_pictures(exhibit, [1], REVEALED)
    assert shown_all.data != small.data


HATCH = {BLACK, WHITE}


def stripes(picture, place):
    """How often the middle row of a place in points changes its colour."""
    x0, top, x1, bottom = (round(edge * 110 / 72) for edge in place)
    row = picture[(top + bottom) // 2, x0:x1, 0].astype(int)
    return int(np.count_nonzero(np.diff(row)))


def test_a_redaction_never_applied_is_painted_over_with_a_hatch():
    page, picture = only(pdf(LINE, annotation("Redact", *NAME)))
    assert page.boxes[0].concealed.characters == "ANN Q. SAMPLE"
    assert shades(picture, NAME) == HATCH
    bare, other = only(pdf(annotation("Redact", *NAME)))
    assert bare.boxes[0].concealed is None
    x0, top, x1, bottom = (round(edge * 110 / 72) for edge in NAME)
    # What lies under it changes nothing of it.
    assert np.array_equal(picture[top:bottom, x0:x1], other[top:bottom, x0:x1])


@pytest.mark.parametrize("options", [{"rotate": 90}, {"rotate": 270}, {"crop": (50, 40, 500, 600)}])
def test_a_hatch_lies_where_the_page_is_shown_turned_or_cropped(options):
    with_name, without = (pdf(text(72, 100, line), annotation("Redact", *NAME), **options) for line in LINES)
    assert np.array_equal(only(with_name)[1], only(without)[1])


LINES = ("MET ANN Q. SAMPLE AT PORT ASTREL", "MET               AT PORT ASTREL")


@pytest.mark.parametrize("place", [(96, 94, 174, 104), (96, 88, 174, 98.5)])
def test_letters_cut_by_the_edge_of_a_hatch_go_whole(place):
    with_name, without = (pdf(text(72, 100, line), annotation("Redact", *place)) for line in LINES)
    assert np.array_equal(only(with_name)[1], only(without)[1])


def test_words_beside_a_hatch_and_rules_through_it_stay():
    _, plain = only(pdf(LINE, line(60, 97, 300, 97)))
    _, picture = only(pdf(LINE, line(60, 97, 300, 97), annotation("Redact", *NAME)))
    outside = np.ones(picture.shape[:2], bool)
    x0, top, x1, bottom = (edge * 110 / 72 for edge in NAME)
    outside[int(top) : int(bottom) + 1, int(x0) : int(x1) + 1] = False
    assert np.array_equal(picture[outside], plain[outside])


def test_a_hatch_over_part_of_the_page_and_beyond_it_is_bounded():
    _, picture = only(pdf(LINE, annotation("Redact", -50, -50, 900, 900)))
    assert shades(picture, (0, 0, 612, 792)) == HATCH


MARKS = [(70, 90, 100, 103), (70, 90, 160, 103), (-30, 150, 40, 165), (200, 200, 300, 201.5), (590, 770, 700, 900)]


@pytest.mark.parametrize("scan", [[], [patch(0, 0, 612, 792, "P")]], ids=["type", "picture"])
def test_every_redaction_never_applied_is_painted_over_however_they_lie(scan):
    rows = [text(10, 40 + 13 * row, "THE MINISTER MET THE ENVOY OF ZEMBLA AT PORT ASTREL") for row in range(57)]
    _, picture = only(pdf(*scan, *rows, *(annotation("Redact", *place) for place in MARKS)))
    for x0, top, x1, bottom in MARKS:
        part = picture[
            int(top * 110 / 72) + 1 : int(bottom * 110 / 72), int(max(x0, 0) * 110 / 72) + 1 : int(x1 * 110 / 72)
        ]
        assert {tuple(colour) for colour in part.reshape(-1, 3).tolist()} <= HATCH


def test_hatching_through_which_letters_look_gives_way_to_ours():
    page, picture = only(pdf(LINE, hatched(*NAME, "Close")))
    _, other = only(pdf(text(72, 100, LINES[1]), annotation("Redact", *NAME)))
    assert page.boxes[0].concealed.characters == "ANN Q. SAMPLE"
    assert shades(picture, NAME) <= HATCH
    assert stripes(picture, NAME) in (0, stripes(other, NAME))


def test_a_label_on_a_box_stays_and_what_lies_under_it_goes():
    label = text(100, 100, "(b)(6)", size=8, font="H", colour=(1, 1, 1))
    opaque, nearly = [box(*NAME)], [painted("Half", box(*NAME))] * 6
    _, picture = only(pdf(LINE, *nearly, label))
    _, bare = only(pdf(text(72, 100, LINES[1]), *opaque, label))
    assert WHITE in shades(picture, NAME)
    assert len(shades(before(pdf(LINE, *nearly, label)), (130, 90, 174, 104))) == 1
    assert len(shades(picture, (130, 90, 174, 104))) == 1
    x0, top, x1, bottom = (round(edge * 110 / 72) for edge in (98, 92, 126, 102))
    differing = (picture[top:bottom, x0:x1] > 128) != (bare[top:bottom, x0:x1] > 128)
    assert differing.mean() < 0.02


def test_the_frame_of_a_white_box_stays():
    _, picture = only(pdf(LINE, box(*NAME, colour=(1, 1, 1)), outline(*NAME)))
    assert shades(picture, NAME) == {WHITE}
    x0, top, x1, bottom = (round(edge * 110 / 72) for edge in NAME)
    assert picture[top - 1 : top + 2, x0 + 4 : x1 - 4].min(axis=0).max() < 128
    assert picture[top + 4 : bottom - 4, x1 - 2 : x1 + 2].min(axis=1).max() < 128


def test_print_too_small_to_read_is_taken_out():
    page, picture = only(pdf(text(72, 100, "MET"), text(100, 100, "ANN Q. SAMPLE OF PORT ASTREL", size=1)))
    assert page.concealed[0].why == "tiny"
    assert shades(picture, (98, 94, 140, 104)) == {WHITE}


def test_faint_print_on_a_shaded_ground_melts_into_it():
    grounds = [box(72 + 4 * step, 85, 76 + 4 * step, 110, colour=(0.8 + step / 400,) * 3) for step in range(64)]
    pictures = []
    for name in ("ANNQS", "TOMWX"):
        words = [text(74 + 30 * step, 100, name, colour=(0.78 + step * 0.01875,) * 3) for step in range(8)]
        page, picture = only(pdf(*grounds, *words))
        assert "".join(found.characters for found in page.concealed).replace(" ", "") == name * 8
        pictures.append(picture.astype(int))
    assert np.abs(pictures[0] - pictures[1]).max() <= 8


def test_pages_in_colour_are_covered_too():
    red = text(72, 60, "SECRET", size=30, colour=(1, 0, 0))
    page, picture = only(pdf(red, LINE, *[painted("Half", box(*NAME, colour=(0, 0, 0.6)))] * 6))
    assert page.boxes[0].concealed.characters == "ANN Q. SAMPLE"
    ((_, _, blue),) = shades(picture, NAME)
    data = pdf(red, LINE, *[painted("Half", box(*NAME, colour=(0, 0, 0.6)))] * 6)
    assert [len(shades(before(data, covers_of), NAME)) > 1 for covers_of in (no_covers, covers)] == [True, False]
    assert blue > 100
    assert (255, 0, 0) in shades(picture, (72, 30, 180, 64))


def test_what_is_revealed_is_shown_as_it_is():
    data = pdf(LINE, annotation("Redact", *NAME))
    _, picture = only(data, REVEALED)
    _, plain = only(pdf(LINE))
    assert np.array_equal(picture, plain)
    _, faint = only(pdf(*COVERED["a nearly opaque box"]), REVEALED)
    _, covered = only(pdf(*COVERED["a nearly opaque box"]))
    assert len(shades(covered, NAME)) == 1
    assert faint.shape == covered.shape


def burned(ink):
    """A scan with a text layer and a black box burned in; beneath it print lighter than the box by so much."""
    paper = Paper().print(72, 60, "THE MINISTER MET THE ENVOY OF ZEMBLA", layer="THE MINISTER MET THE ENVOY OF ZEMBLA")
    paper.print(72, 90, "THE SOURCE IS ANN SAMPLE OF PORT ASTREL", layer="THE SOURCE IS ANN SAMPLE OF PORT ASTREL")
    paper.box(150, 86, 260, 106, 0)
    paper.words = [word._replace(line=word.line) for word in paper.words]
    paper.print(152, 90, "ANN SAMPLE", ink=ink)
    return paper


@pytest.mark.parametrize("ink", [3, 20, 40])
def test_print_that_shines_through_a_box_burned_into_a_picture_goes(ink):
    sink = io.BytesIO()
    burned(ink).image.save(sink, "PNG", dpi=(200, 200))
    page, picture = only(sink.getvalue())
    assert len(page.boxes) == 1
    inside = (152, 88, 258, 104)
    assert len(shades(picture, inside)) == 1
    assert len(shades(before(sink.getvalue()), inside)) == 1
    assert len(shades(before(sink.getvalue(), no_covers), inside)) > 1


def test_a_label_on_a_box_burned_into_a_picture_stays():
    sink = io.BytesIO()
    burned(255).image.save(sink, "PNG", dpi=(200, 200))
    _, picture = only(sink.getvalue())
    assert {BLACK, WHITE} <= shades(picture, (150, 86, 260, 106))


def test_the_example_with_bars_shows_bars():
    exhibit, found = shown(BARS.read_bytes())
    places = [(page.number, found_box.box) for page in exhibit.pages for found_box in page.boxes if found_box.concealed]
    assert places
    for number, place in places:
        assert shades(found[number], (place.x0, place.top, place.x1, place.bottom)) == {BLACK}


def leaking():
    """The specimens that hide words at a place of a page of type."""
    index = json.loads((SPECIMENS / "index.json").read_text())
    return sorted(path.name for path in SPECIMENS.glob("*.leak.pdf")) if index else []


# What of a hatched word redaudit itself reads between the lines is print, and stays.
READ_THROUGH = {"hatching-pattern.leak.pdf"}


@pytest.mark.parametrize("name", sorted(set(leaking()) - READ_THROUGH))
def test_no_specimen_shows_more_than_a_ground_a_hatch_and_words_that_are_read(name):
    exhibit, found = shown((SPECIMENS / name).read_bytes())
    for page in exhibit.pages:
        scale = found[page.number].shape[1] / page.size[0]
        for redaction in page.boxes:
            secret = redaction.concealed and not redaction.concealed.harmless
            if not secret or any(
                word.box.overlap(redaction.box) > 0 and page.text[word.start : word.end] != "■" for word in page.words
            ):
                continue
            place = redaction.box
            colours = shades(found[page.number], (place.x0, place.top, place.x1, place.bottom), scale)
            assert len(colours) <= 1 or colours == HATCH or page.content.value == "scan"


def test_nothing_is_written_beside_the_pixels_and_the_same_page_gives_the_same_bytes():
    data = saved(writer([LINE, box(*NAME)], [patch(72, 72, 400, 400, "N")]))
    first, again = ([*small_pictures(pipeline.exhibit(data), [1, 2], Choices())] for _ in range(2))
    assert first == again
    assert [(small.number, small.suffix, small.media_type) for small in first] == [
        (1, "webp", "image/webp"),
        (2, "webp", "image/webp"),
    ]
    for small in first:
        chunks = []
        at = 12
        while at < len(small.data):
            chunks.append(small.data[at : at + 4])
            at += 8 + int.from_bytes(small.data[at + 4 : at + 8], "little") + 1 & ~1
        assert chunks in ([b"VP8L"], [b"VP8 "])


def test_pages_are_asked_for_in_ascending_order_and_one_at_a_time():
    made = pipeline.exhibit(saved(writer([LINE], [], [LINE])))
    asked = []
    exhibit = Exhibit(made.audited, made.pages, lambda numbers: asked.append(tuple(numbers)) or made.pictures(numbers))
    pictures = small_pictures(exhibit, [3, 1], Choices())
    assert [small.number for small in pictures] == [1, 3]
    assert asked == [(1, 3)]


def test_a_page_of_type_is_small():
    rows = [text(72, 60 + 12 * row, "THE MINISTER MET THE ENVOY OF ZEMBLA AT PORT ASTREL AGAIN") for row in range(55)]
    (small,) = small_pictures(pipeline.exhibit(pdf(*rows)), [1], Choices())
    assert len(small.data) < 45_000
