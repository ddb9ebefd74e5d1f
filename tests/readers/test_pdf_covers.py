"""What stands on a drawn page and no eye sees: under boxes of every make, or hidden in another way."""

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject

from redaudit.model.document import Ink, Source
from redaudit.readers.pdf import read
from tests.support_pdf import (
    HEIGHT,
    box,
    clipped,
    form,
    hatched,
    line,
    outline,
    painted,
    patch,
    pdf,
    saved,
    switched_off,
    text,
    writer,
)

SOURCE = Source("memo.pdf", "00", "", "", 0)
WORDS = text(72, 100, "Agent Fictional met us.")
NO_WORD = text(72, 100, "Agent           met us.")
BODY = text(72, 130, "Body")
HERE = (106, 90, 164, 104)
WHITE, GRAY, YELLOW = (1, 1, 1), (0.6, 0.6, 0.6), (1, 1, 0)


def page_of(*operations, **options):
    return read(pdf(*operations, **options), SOURCE).pages[0]


def under(page):
    """What lies under each box of a page, and whether it is harmless; None for a box over nothing."""
    return [(found.concealed.characters, found.concealed.harmless) if found.concealed else None for found in page.boxes]


def polygon(*points):
    (x0, y0), *others = points
    return f"0 g {x0} {HEIGHT - y0} m " + " ".join(f"{x} {HEIGHT - y} l" for x, y in others) + " h f"


CORNERS = ((106, 90), (164, 90), (164, 104), (106, 104))
COVERS = {
    "rectangle": [box(*HERE)],
    "path of lines": [polygon(*CORNERS)],
    "slices": [box(106, 90 + n, 164, 91 + n) for n in range(14)],
    "pieces of a row": [box(106, 90, 130, 104), box(130, 90, 164, 104)],
    "thick line": [line(106, 97, 164, 97, width=14)],
    "thick upright line": [line(135, 90, 135, 104, width=58)],
    "lines of a pen": [line(105 + n % 2, 91.5 + 2.6 * n, 165 - n % 2, 91.5 + 2.6 * n, width=3) for n in range(5)],
    "form": [form(box(*HERE))],
    "clipped page": [clipped(*HERE, box(0, 0, 612, 792))],
    "black picture": [patch(*HERE)],
    "gray picture": [patch(*HERE, name="P")],
    "pattern": [hatched(*HERE)],
    "crossed lines": [
        clipped(*HERE, line(90 + n, 104, 104 + n, 90), line(90 + n, 90, 104 + n, 104)) for n in range(0, 75, 2)
    ],
    "multiplied black": [painted("Multiply", box(*HERE))],
    "white-out": [box(*HERE, WHITE)],
    "outlined white-out": [box(*HERE, WHITE), outline(*HERE)],
    "gray": [box(*HERE, GRAY)],
    "red": [box(*HERE, (0.8, 0.1, 0.1))],
}


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS.keys())
def test_words_under_a_cover_of_any_make_are_a_box(cover):
    page = page_of(WORDS, *cover)
    assert page.text == "Agent ■ met us."
    assert under(page) == [("Fictional", False)]
    (found,) = page.boxes
    assert (found.box.x0, found.box.top, found.box.x1, found.box.bottom) == pytest.approx(HERE, abs=2.5)


CLEAN = (
    "rectangle",
    "path of lines",
    "slices",
    "pieces of a row",
    "thick line",
    "lines of a pen",
    "form",
    "black picture",
)


@pytest.mark.parametrize("name", CLEAN)
def test_a_dark_cover_over_nothing_is_a_box_that_conceals_nothing(name):
    page = page_of(NO_WORD, *COVERS[name])
    assert (page.text, under(page)) == ("Agent ■ met us.", [None])


@pytest.mark.parametrize("name", ["white-out", "gray", "gray picture", "red", "outlined white-out", "pattern"])
def test_a_light_cover_over_nothing_is_a_ground(name):
    assert page_of(NO_WORD, *COVERS[name]).boxes == ()


def test_black_words_painted_after_their_black_box_lie_under_it():
    page = page_of(box(*HERE), WORDS)
    assert (page.text, under(page)) == ("Agent ■ met us.", [("Fictional", False)])
    page = page_of(patch(60, 80, 300, 120), WORDS, BODY)
    assert (page.text, under(page)) == ("■\nBody", [("Agent Fictional met us.", False)])


@pytest.mark.parametrize(
    ("operations", "words"),
    [
        ([painted("Half", box(*HERE))], "Agent Fictional met us."),
        ([painted("Multiply", box(*HERE, YELLOW))], "Agent Fictional met us."),
        ([switched_off(box(*HERE))], "Agent Fictional met us."),
        ([clipped(300, 300, 310, 310, box(*HERE))], "Agent Fictional met us."),
        ([hatched(*HERE, name="Wide")], "Agent Fictional met us."),
        ([box(72, 104, 400, 108.5)], "Agent Fictional met us."),  # a thick rule
        ([box(60, 94, 65.5, 99.5)], "Agent Fictional met us."),  # a bullet
        ([line(106, 97, 164, 97, width=3)], "Agent Fictional met us."),  # a strike
    ],
)
def test_what_lets_words_through_or_lies_beside_them_is_no_box(operations, words):
    page = page_of(WORDS, *operations)
    assert (page.text, page.boxes, page.concealed) == (words, (), ())


@pytest.mark.parametrize(
    ("operations", "words"),
    [
        ([box(60, 88, 300, 106), text(72, 100, "Name of agent", colour=WHITE)], "Name of agent\nBody"),
        ([box(60, 88, 300, 106, (0.8, 0.8, 0.8)), text(72, 100, "Name")], "Name\nBody"),
        ([box(60, 88, 300, 106, WHITE), text(72, 100, "Name")], "Name\nBody"),
        ([patch(60, 80, 300, 120), text(72, 100, "White", colour=WHITE)], "White\nBody"),
        ([box(60, 90, 72, 102), box(61, 91, 71, 101, WHITE), text(76, 100, "Yes")], "Yes\nBody"),
        ([text(73, 101, "Title", colour=(0.97, 0.97, 0.97)), text(72, 100, "Title")], "Title\nBody"),
        ([text(72, 100, "Title", colour=WHITE), text(72, 100, "Title")], "Title\nBody"),
        ([outline(60, 88, 300, 106), text(72, 100, "Room B6")], "Room B6\nBody"),
        ([outline(60, 88, 120, 106), outline(120, 88, 180, 106), text(72, 100, "(b)(6)")], "(b)(6)\nBody"),
    ],
)
def test_grounds_shadows_and_frames_are_no_boxes(operations, words):
    page = page_of(*operations, BODY)
    assert (page.text, page.boxes, page.concealed) == (words, (), ())


def test_a_part_of_a_word_and_the_tails_below_a_tight_bar():
    assert under(page_of(text(72, 100, "ABCDEFGHI"), box(90, 90, 108, 104))) == [("DEF", False)]
    assert under(page_of(text(72, 100, "an oppyqing gang"), box(72, 90, 170, 101.2))) == [("an oppyqing gang", False)]


def test_lines_under_one_box_and_a_box_a_line():
    lines = [text(72, 100 + 14 * n, f"Line {n} of Fictional") for n in range(3)]
    assert under(page_of(*lines, box(70, 88, 300, 135))) == [
        ("Line 0 of Fictional Line 1 of Fictional Line 2 of Fictional", False)
    ]
    each = [box(106, 90 + 14 * n, 250, 104 + 14 * n) for n in range(3)]
    assert under(page_of(*lines, *each)) == [("of Fictional", False)] * 3


def test_a_stepped_box_hides_what_lies_in_its_steps_only():
    lines = [text(72, 100 + 14 * n, "Agent Fictional met us and left") for n in range(2)]
    steps = polygon((106, 90), (300, 90), (300, 104), (162, 104), (162, 118), (106, 118))
    page = page_of(*lines, steps)
    assert "met us and left" in page.text.splitlines()[1]
    assert under(page) == [("Fictional met us and left Fictional", False)]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_boxes_of_turned_pages_stand_where_they_are_shown(rotate):
    page = page_of(WORDS, box(*HERE), rotate=rotate)
    assert under(page) == [("Fictional", False)]
    places = {90: (688, 106, 702, 164), 180: (448, 688, 506, 702), 270: (90, 448, 104, 506)}
    (found,) = page.boxes
    assert (found.box.x0, found.box.top, found.box.x1, found.box.bottom) == pytest.approx(places[rotate])


@pytest.mark.parametrize(
    ("operations", "beneath"),
    [
        ([WORDS, box(*HERE, GRAY), text(120, 100, "(b)(6)")], [("Fictional", False)]),
        ([NO_WORD, box(*HERE, GRAY), text(120, 100, "(b)(6)")], [None]),
        ([NO_WORD, outline(*HERE), text(120, 100, "(b)(6)")], [None]),
        ([WORDS, box(*HERE, (0, 0.2, 0.45)), text(110, 100, "a witness", colour=WHITE)], [("Fictional", False)]),
        ([text(72, 100, "Agent"), text(110, 100, "REDACTED"), box(*HERE)], [("REDACTED", True)]),
        ([text(72, 100, "Agent"), text(110, 100, "(b)(7)(C)"), box(*HERE)], [("(b)(7)(C)", True)]),
        ([text(72, 100, "Agent"), text(107, 100, "Privileged", size=9), box(*HERE, WHITE)], [("Privileged", True)]),
        ([text(110, 100, ". , ;"), box(*HERE)], [(". , ;", True)]),
        ([text(107, 100, "3 May 1971", size=9), box(*HERE)], [("3 May 1971", False)]),
        (
            [
                *(text(110, 100 + 20 * n, "05/03/1971") for n in range(2)),
                box(106, 90, 175, 104),
                box(106, 110, 190, 124),
            ],
            [("05/03/1971", True), ("05/03/1971", True)],
        ),
    ],
)
def test_labels_on_and_under_boxes(operations, beneath):
    assert under(page_of(*operations)) == beneath


def test_words_printed_on_a_coloured_box_stand_beside_its_square():
    page = page_of(WORDS, box(*HERE, GRAY), text(120, 100, "(b)(6)"))
    assert page.text == "Agent ■ (b)(6)  met us."


@pytest.mark.parametrize(
    ("operations", "hidden"),
    [
        ([painted("Faint", text(72, 100, "hidden"))], ("transparent", "hidden")),
        ([painted("Half", text(72, 100, "Seen"))], None),
        ([clipped(300, 90, 320, 104, text(72, 100, "hidden"))], ("clipped", "hidden")),
        ([clipped(60, 80, 320, 124, text(72, 100, "Seen"))], None),
        ([clipped(60, 80, 96, 124, text(72, 100, "Seenhidden"))], ("clipped", "hidden")),
        ([switched_off(text(72, 100, "hidden"))], ("switched-off", "hidden")),
        ([text(72, 100, "hidden"), box(70, 88, 200, 104, WHITE), text(74, 100, "Seen")], ("covered", "hidden")),
        ([text(72, 100, "hidden"), patch(70, 88, 200, 104, name="N")], ("covered", "hidden")),
        ([text(72, 100, "hidden"), box(0, 0, 612, 792, WHITE)], ("covered", "hidden")),
        (
            [patch(60, 80, 300, 120, name="P"), text(72, 100, "hidden", colour=(0.69, 0.69, 0.69))],
            ("ground-colour", "hidden"),
        ),
        ([box(60, 80, 300, 120, YELLOW), text(72, 100, "hidden", colour=YELLOW)], ("ground-colour", "hidden")),
        ([text(72, 100, "hidden", mode=3)], ("invisible-layer", "hidden")),
        ([text(72, 100, "hidden", size=1)], ("tiny", "hidden")),
    ],
)
def test_words_hidden_in_other_ways_say_how(operations, hidden):
    page = page_of(*operations, BODY)
    assert [(found.why, found.characters) for found in page.concealed] == ([hidden] if hidden else [])
    assert page.text.split() == (["Seen"] if "Seen" in str(operations) else []) + ["Body"]


def test_an_invisible_text_over_letters_drawn_as_paths_is_read():
    letters = [box(72 + 6 * n, 93, 74 + 6 * n, 100) for n in range(6)]
    page = page_of(*letters, text(72, 100, "drawn", mode=3), BODY)
    assert (page.text, page.concealed) == ("drawn\nBody", ())


@pytest.mark.parametrize(
    ("words", "harmless"),
    [("Ada Fictional", False), (". . . .", True), ("{{signature}}", True), ("(b)(6)", True)],
)
def test_hidden_words_that_tell_nothing_are_harmless(words, harmless):
    page = page_of(text(72, 100, words, colour=WHITE), BODY)
    assert [(found.characters, found.harmless) for found in page.concealed] == [(words, harmless)]


def test_a_tiny_mark_of_a_program_is_harmless_and_a_tiny_passage_is_not():
    assert [found.harmless for found in page_of(text(72, 100, "v3.1f", size=1), BODY).concealed] == [True]
    assert [found.harmless for found in page_of(text(72, 100, "Ada Fictional lives", size=1), BODY).concealed] == [
        False
    ]


def annotated(subtype, **entries):
    """A page with an annotation that leaves its looks to the program that shows it."""
    made = writer([WORDS])
    entries = {NameObject(f"/{key}"): value for key, value in entries.items()}
    rect = ArrayObject(map(FloatObject, (106, HEIGHT - 104, 164, HEIGHT - 90)))
    names = {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(f"/{subtype}")}
    shown = {NameObject("/Rect"): rect, NameObject("/F"): NumberObject(4)}
    made.pages[0][NameObject("/Annots")] = ArrayObject(
        [made._add_object(DictionaryObject({**names, **shown, **entries}))]
    )
    return read(saved(made), SOURCE).pages[0]


BLACK = ArrayObject(map(FloatObject, (0, 0, 0)))
QUAD = ArrayObject(map(FloatObject, (106, HEIGHT - 90, 164, HEIGHT - 90, 106, HEIGHT - 104, 164, HEIGHT - 104)))
PEN = ArrayObject([ArrayObject(map(FloatObject, (106, HEIGHT - 97, 164, HEIGHT - 97)))])
THICK = DictionaryObject({NameObject("/W"): NumberObject(14)})


@pytest.mark.parametrize(
    ("subtype", "entries"),
    [
        ("Square", {"C": BLACK, "IC": BLACK}),
        ("Highlight", {"C": BLACK, "QuadPoints": QUAD}),
        ("Ink", {"C": BLACK, "InkList": PEN, "BS": THICK}),
        ("FreeText", {"C": BLACK, "IC": BLACK}),
    ],
)
def test_annotations_that_black_out_words_are_boxes(subtype, entries):
    page = annotated(subtype, **entries)
    assert (page.text, under(page)) == ("Agent ■ met us.", [("Fictional", False)])


@pytest.mark.parametrize(
    ("subtype", "entries"),
    [
        ("Highlight", {"C": ArrayObject(map(FloatObject, YELLOW)), "QuadPoints": QUAD}),
        ("Square", {"C": BLACK}),
        ("Circle", {"C": BLACK}),
    ],
)
def test_annotations_that_leave_words_to_be_read_are_none(subtype, entries):
    page = annotated(subtype, **entries)
    assert (page.text, page.boxes, page.inks) == ("Agent Fictional met us.", (), ())


def test_a_redaction_of_several_places_waits_at_each():
    lower = (72, HEIGHT - 118, 130, HEIGHT - 118, 72, HEIGHT - 132, 130, HEIGHT - 132)
    made = writer([WORDS, text(72, 128, "Invented too")])
    quads = ArrayObject([*QUAD, *map(FloatObject, lower)])
    entries = {"/Type": NameObject("/Annot"), "/Subtype": NameObject("/Redact"), "/QuadPoints": quads}
    rect = ArrayObject(map(FloatObject, (72, HEIGHT - 132, 164, HEIGHT - 90)))
    redaction = DictionaryObject({NameObject(key): value for key, value in {**entries, "/Rect": rect}.items()})
    made.pages[0][NameObject("/Annots")] = ArrayObject([made._add_object(redaction)])
    page = read(saved(made), SOURCE).pages[0]
    assert under(page) == [("Fictional", False), ("Invented t", False)]
    assert [span.ink for span in page.inks] == [Ink.PENDING, Ink.PENDING]


@pytest.mark.parametrize(
    ("operations", "beneath"),
    [
        ([box(0, 0, 600, 400, WHITE), patch(0, 0, 612, 792, name="P"), text(108, 100, "Fictional", mode=3)], []),
        ([text(108, 100, "Fictional", mode=3), patch(0, 0, 612, 792, name="P"), box(*HERE)], ["Fictional"]),
        ([patch(0, 0, 612, 792, name="P"), box(*HERE), text(108, 100, "Fictional", mode=3)], ["Fictional"]),
        ([text(108, 100, "Fictional", mode=3), patch(0, 0, 612, 792, name="P"), box(*HERE, WHITE)], ["Fictional"]),
    ],
)
def test_boxes_drawn_over_a_scan_hide_its_layer(operations, beneath):
    page = page_of(*operations, text(72, 300, "Filed by hand", mode=3))
    assert [found.concealed.characters for found in page.boxes if found.concealed] == beneath


@pytest.mark.parametrize(
    "layer",
    [
        [text(108, 100, "Fictional"), patch(0, 0, 612, 792, name="P")],
        [text(108, 100, "Fictional", colour=WHITE), patch(0, 0, 612, 792, name="P")],
        [patch(0, 0, 612, 792, name="P"), painted("Clear", text(108, 100, "Fictional"))],
        [patch(0, 0, 612, 792, name="P"), text(108, 100, "Fictional", mode=3)],
    ],
)
def test_a_scans_layer_is_its_text_however_it_was_made(layer):
    page = page_of(*layer)
    assert (page.text, page.content.value, page.concealed) == ("Fictional", "scan", ())
    assert under(page_of(*layer, box(*HERE))) == [("Fictional", False)]


def test_words_in_a_form_on_a_layer_that_is_switched_off_are_hidden():
    made = writer([form(text(72, 100, "hidden")), form(text(72, 160, "Seen")), BODY])
    resources = made.pages[0]["/Resources"]
    forms = [name for name in resources["/XObject"] if name.startswith("/X")]
    resources["/XObject"][forms[0]].get_object()[NameObject("/OC")] = resources["/Properties"][
        "/Off"
    ].indirect_reference
    page = read(saved(made), SOURCE).pages[0]
    assert page.text.split() == ["Body", "Seen"]
    assert [(found.why, found.characters) for found in page.concealed] == [("switched-off", "hidden")]


def test_black_words_in_a_form_on_their_black_box_lie_under_it_in_a_file_with_layers():
    assert under(page_of(form(box(*HERE), text(110, 100, "Fictional")))) == [("Fictional", False)]
