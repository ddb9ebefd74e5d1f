import pytest
from attrs import evolve

from redaudit.model.document import Content, Ink
from redaudit.model.geometry import Box
from redaudit.model.part import Ocr
from redaudit.readers._ocr import absence
from redaudit.readers._paged import page_of
from redaudit.readers._sight import looked_at, up_to_boxes
from tests.support_print import Paper

pytestmark = pytest.mark.skipif(bool(absence()), reason=f"letters in pictures are not read here: {absence()}")

LINE = "Several officers in the capital expressed concern"


def memo():
    """A page with two lines that its text layer holds."""
    return Paper().print(72, 100, LINE, layer=LINE).print(72, 130, LINE, layer=LINE)


def seen(paper, ocr=Ocr.ZONES, content=Content.SCAN):
    return looked_at(paper.sheet(content), paper.picture, ocr)


def texts(sheet):
    return [word.text for word in sheet.upright]


def page(paper, ocr=Ocr.ZONES, content=Content.SCAN):
    return page_of(1, seen(paper, ocr, content), [])


@pytest.mark.parametrize(
    ("printed", "layer"),
    [
        ("3.5(c)", "3-5<C>"),
        ("3.5(c)", "s.5(¢)"),
        ("3.5(c)", None),
        ("3.3(h)(2)", "3-3(h)>(2)"),
        ("(b)(1)", "fb)|1j"),
        ("B6", "Bó"),
        ("25X1", "Z5X|"),
    ],
)
def test_a_code_in_the_margin_is_what_the_picture_says(printed, layer):
    found = page(memo().print(520, 100, printed, layer=layer))
    assert found.text.splitlines() == [LINE, LINE, "", printed]


def test_what_the_text_layer_reads_well_stays_even_where_ocr_would_read_otherwise():
    paper = memo().print(72, 200, "Polanti", layer="Poland")
    assert texts(seen(paper))[-1] == "Poland"


def test_a_code_that_the_text_layer_has_whole_is_not_read_again():
    paper = memo().print(480, 100, "(b)(4)", layer="(b)(1)")
    assert texts(seen(paper))[-1] == "(b)(1)"


def test_a_code_that_the_text_layer_set_beside_its_print_is_one_code():
    paper = memo().print(480, 100, "(b)(4)", layer="(b)(4)")
    code = paper.words.pop()
    wide = code.x1 - code.x0
    paper.words.append(code._replace(x0=code.x1 + 0.2 * wide, x1=code.x1 + 1.2 * wide))
    assert [text for text in texts(seen(paper)) if text.startswith("(b)")] == ["(b)(4)"]


@pytest.mark.parametrize(("rise", "ink"), [(3, Ink.STRUCK), (None, Ink.PLAIN)])
@pytest.mark.parametrize("spelled", ["S E C R E T", "T O P S E C R E T"])
def test_a_classification_with_its_letters_apart_is_struck_as_a_whole(spelled, rise, ink):
    paper = memo().print(72, 200, spelled, layer=spelled)
    if rise:
        paper.stroke(62, 209, paper.words[-1].x1 + 8, 209 - rise)
    found = page(paper, Ocr.OFF)
    start = found.text.index(spelled)
    assert found.ink_between(start, start + len(spelled)) is ink


def test_a_damaged_word_gives_way_to_a_better_reading():
    paper = memo().print(72, 200, "Comment", layer="C0mm3nt")
    assert texts(seen(paper))[-1] == "Comment"


def test_damage_stays_where_the_picture_is_no_better():
    paper = memo().print(72, 200, "xqzvw", layer="xq2vvv")
    assert texts(seen(paper))[-1] == "xq2vvv"


def test_nothing_is_read_where_ocr_is_off():
    paper = memo().print(520, 100, "3.5(c)", layer="3-5<C>").print(72, 200, "Comment")
    assert seen(paper, Ocr.OFF).upright == paper.words


@pytest.mark.parametrize("turns", [1, 3])
def test_a_stamp_on_its_side_is_read(turns):
    sheet = seen(memo().turned(560, 80, "DECLASSIFIED", turns))
    assert [(quarter, [word.text for word in words]) for quarter, words in sheet.turned.items()] == [
        (turns, ["DECLASSIFIED"])
    ]
    (word,) = sheet.turned[turns]
    assert (word.x0, word.top) == pytest.approx((562, 82), abs=4)
    assert word.bottom - word.top > 5 * (word.x1 - word.x0)


def test_a_page_without_text_layer_is_read_whole_and_in_doubt():
    paper = Paper()
    for row in range(6):
        paper.print(72, 100 + 30 * row, LINE)
    found = page(paper, content=Content.IMAGE_ONLY)
    assert found.text.splitlines() == 6 * [LINE]
    assert found.seen
    assert found.content is Content.IMAGE_ONLY
    assert len(found.doubtful) == len(found.words) == 6 * len(LINE.split())
    assert found.is_doubtful(0, 7)


@pytest.mark.parametrize("paper", [Paper(), Paper().stroke(10, 10, 600, 390).stroke(10, 390, 600, 10)])
def test_a_page_of_which_nothing_could_be_read_is_unseen(paper):
    found = page(paper, content=Content.IMAGE_ONLY)
    assert (found.text, found.seen) == ("", False)


def test_a_page_without_text_layer_is_unseen_where_ocr_is_off():
    assert not page(memo(), Ocr.OFF, Content.IMAGE_ONLY).seen


@pytest.mark.parametrize(
    ("layer", "characters"),
    [
        ("named Ahmed Karimov", "named Ahmed Karimov"),  # a layer made before the box was burned in
        ("·| _l I", None),  # one made after it: noise of its edges
        (None, None),
    ],
)
@pytest.mark.parametrize("fill", [None, 0])
@pytest.mark.parametrize(("top", "bottom"), [(195, 222), (200, 214)])  # the lower one as high as its line
def test_words_beneath_a_burned_box_are_concealed_where_they_are_real(top, bottom, fill, layer, characters):
    paper = memo().print(72, 160, LINE, layer=LINE)
    if layer:
        paper.print(80, 200, "named Ahmed Karimov", layer=layer)
    paper.box(72, top, 300, bottom, fill=fill).print(320, 200, "said that talks", layer="said that talks")
    sheet = seen(paper.print(72, 230, LINE, layer=LINE))
    ((shape, concealed),) = sheet.boxes
    assert (shape.x0, shape.top, shape.x1, shape.bottom) == pytest.approx((72, top, 300, bottom), abs=2)
    assert (concealed.characters if concealed else None) == characters
    assert texts(sheet) == [*3 * LINE.split(), "said", "that", "talks", *LINE.split()]


def wiped(x0, top, x1, bottom, aside=0.0):
    """A letter of six lines with a name in the fourth and a place wiped out; its layer lies some points aside."""
    paper = memo().print(72, 160, LINE, layer=LINE)
    paper.print(72, 190, "I met Tamsin Yorrevale there", layer="I met Tamsin Yorrevale there")
    paper.print(72, 220, LINE, layer=LINE).print(72, 250, LINE, layer=LINE).box(x0, top, x1, bottom, fill=255)
    paper.words = [word._replace(x0=word.x0 + aside, x1=word.x1 + aside) for word in paper.words]
    return paper


@pytest.mark.parametrize("ocr", Ocr)
@pytest.mark.parametrize(
    ("place", "concealed"),
    [
        ((98, 186, 195, 206), ["Tamsin Yorrevale"]),
        ((60, 186, 300, 206), ["I met Tamsin Yorrevale there"]),  # a whole line
        ((60, 186, 85, 206), []),  # one short word
        ((60, 90, 500, 210), []),  # most of the page: the layer is another's
    ],
)
def test_words_that_are_wiped_out_of_the_picture_are_concealed(ocr, place, concealed):
    paper = wiped(*place)
    sheet = seen(paper, ocr)
    assert [(hidden.why, hidden.characters) for hidden in sheet.concealed] == [
        ("invisible-layer", words) for words in concealed
    ]
    left = [word.text for word in paper.words if not concealed or word.text not in concealed[0].split()]
    assert texts(sheet)[: len(left)] == left


def test_print_so_faint_that_it_is_hardly_seen_is_there():
    paper = wiped(98, 186, 195, 206).print(98, 190, "Tamsin Yorrevale", ink=215)
    assert seen(paper, Ocr.OFF).concealed == ()


def test_a_layer_that_lies_aside_of_its_print_hides_nothing():
    paper = memo().print(72, 160, LINE, layer=LINE).print(72, 190, "Tamsin Yorrevale went", layer=None)
    paper.print(215, 190, "Tamsin Yorrevale went", layer="Tamsin Yorrevale went")
    paper.box(205, 186, 500, 206, fill=255)
    assert seen(paper, Ocr.OFF).concealed == ()


def test_what_ocr_read_on_a_page_without_text_layer_is_not_held_by_the_file():
    paper = Paper()
    for row in range(6):
        paper.print(72, 100 + 30 * row, LINE)
    sheet = seen(paper.box(72, 155, 250, 182), content=Content.IMAGE_ONLY)
    assert [concealed for _, concealed in sheet.boxes] == [None]


def test_a_word_that_its_layer_put_a_line_too_low_is_not_concealed():
    paper = memo().print(72, 160, LINE, layer=LINE).print(360, 178, "C09912345", layer="C09912345")
    low = paper.words[-1]
    paper.words.append(low._replace(top=low.top + 13, bottom=low.bottom + 13, line=low.line + 1))
    sheet = seen(paper.box(340, 194, 520, 222).print(72, 230, LINE, layer=LINE))
    assert [concealed for _, concealed in sheet.boxes] == [None]


def test_a_label_on_a_black_box_is_a_word_beside_the_box():
    paper = memo().print(72, 160, LINE, layer=LINE).box(72, 195, 300, 222, fill=0)
    paper.print(150, 200, "(b)(6)", ink=255)
    found = page(paper.print(72, 230, LINE, layer=LINE))
    assert "(b)(6)" in found.text.replace("■", " ").split()
    assert [box.concealed for box in found.boxes] == [None]


def test_a_struck_banner_is_read_and_struck():
    paper = memo().print(260, 20, "SECRET", layer="SEGR±T").stroke(250, 30, 320, 26)
    found = page(paper)
    assert found.text.startswith("SECRET\n")
    assert found.ink_between(0, 6) is Ink.STRUCK


def test_a_half_of_a_banner_that_its_layer_read_in_capitals_for_the_most_part_gives_way():
    paper = memo().print(260, 20, "TOP SECRET", layer="'1°0P SECRE'f").stroke(250, 30, 360, 26)
    assert [text for text in texts(seen(paper)) if text.endswith(("SECRET", "SECRE'f"))] == ["TOP SECRET"]


def test_a_banner_that_its_layer_has_half_a_line_lower_is_one():
    paper = memo().print(260, 20, "SECRET", layer="SECRET").stroke(250, 30, 320, 26)
    low = paper.words[-1]
    paper.words[-1] = low._replace(top=low.top + 8, bottom=low.bottom + 12)
    assert texts(seen(paper)).count("SECRET") == 1


def test_a_release_number_across_the_outline_of_a_box_is_neither_a_text_it_frames_nor_one_it_hides():
    paper = memo().print(72, 160, LINE, layer=LINE).box(340, 190, 440, 222)
    paper.print(216, 198, "Release: 2001/02/03", layer="Release: 2001/02/03").print(
        360, 200, "C01234567", layer="C01234567"
    )
    sheet = seen(paper.print(72, 250, LINE, layer=LINE))
    assert [(round(shape.x0), round(shape.x1), concealed) for shape, concealed in sheet.boxes] == [(340, 440, None)]
    assert "C01234567" in texts(sheet)


@pytest.mark.parametrize(
    ("box", "left", "right"),
    [
        (Box(250, 10, 400, 60), 100, 250),  # right of it
        (Box(10, 10, 140, 60), 140, 300),  # left of it
        (Box(250, 60, 400, 90), 100, 300),  # below it
        (Box(120, 10, 290, 60), 100, 300),  # over it
        (Box(320, 10, 400, 60), 100, 300),  # apart from it
    ],
)
def test_a_banner_ends_where_the_box_beside_it_begins(box, left, right):
    assert up_to_boxes(Box(100, 20, 300, 40), [box]) == Box(left, 20, right, 40)


def test_a_plain_banner_is_plain():
    found = page(memo().print(260, 20, "SECRET", layer="SECRET"))
    assert found.text.startswith("SECRET\n")
    assert found.ink_between(0, 6) is Ink.PLAIN


def test_words_that_annotations_strike_stay_struck():
    paper = memo()
    struck = evolve(paper.sheet(), marked=[(Ink.STRUCK, paper.picture.box(0, 0, 5, 5))])
    assert looked_at(struck, paper.picture, Ocr.OFF).marked == struck.marked
