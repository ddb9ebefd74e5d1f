"""PDF files as an eye sees them."""

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from redaudit.errors import UnreadableDocument
from redaudit.model.document import Content, Ink, Source
from redaudit.readers.pdf import READER, accepts, read
from tests.support_pdf import annotation, box, form, line, outline, pdf, picture, saved, text, writer

SOURCE = Source("memo.pdf", "00", "", "", 0)


def page_of(*operations, **options):
    return read(pdf(*operations, **options), SOURCE).pages[0]


def lines_of(page):
    return [(line.row, page.text[line.start : line.end]) for line in page.lines]


def ink_of(page):
    return [(span.ink, page.text[span.start : span.end]) for span in page.inks]


@pytest.mark.parametrize(
    ("head", "accepted"),
    [
        (b"%PDF-1.4\n", True),
        (b"\n\n  %PDF-1.7", True),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.2", True),
        (b"x" * 1019 + b"%PDF-", True),
        (b"x" * 1020 + b"%PDF-", False),
        (b"<html><body>SECRET</body></html>", False),
        (b"", False),
    ],
)
def test_a_pdf_is_known_by_its_mark_near_the_start(head, accepted):
    assert accepts(head) is accepted


def test_the_source_is_filled_and_the_information_kept():
    made = writer([text(72, 100, "SECRET")])
    made.add_metadata({"/Title": "Cable 12", "/Producer": "Scanner 3"})
    document = read(saved(made), SOURCE)
    assert (document.source.reader, document.source.media_type) == ("pdf", "application/pdf")
    assert dict(document.metadata) == {"title": "Cable 12", "producer": "Scanner 3"}
    assert READER.id == "pdf"


def test_rows_count_the_blank_space_between_them():
    page = page_of(
        text(72, 700, "END OF TEXT"),
        text(72, 100, "SECRET STATE 221130"),
        text(72, 136, "SUBJECT: GRAIN"),
        text(72, 112, "SIPDIS"),
    )
    assert lines_of(page) == [(1, "SECRET STATE 221130"), (2, "SIPDIS"), (4, "SUBJECT: GRAIN"), (51, "END OF TEXT")]
    assert page.rows == 51


def test_words_carry_their_boxes_in_points_from_the_top_left():
    page = page_of(text(72, 100, "SECRET STATE", size=10))
    first, second = page.words
    assert [page.text[word.start : word.end] for word in page.words] == ["SECRET", "STATE"]
    # Courier is 6 points wide at 10; its glyphs stand from 7.9 above the baseline to 2.1 below, give or take the face.
    assert (round(first.box.x0), round(first.box.x1), round(second.box.x0)) == (72, 108, 114)
    assert 89 < first.box.top < 93
    assert 101 < first.box.bottom < 104


def test_a_code_in_the_margin_is_a_line_of_its_own():
    page = page_of(text(72, 100, "He met the ambassador and"), text(480, 100, "B1"), text(72, 112, "left at once."))
    assert [page.text[line.start : line.end] for line in page.lines if line.left > 50] == ["B1"]
    assert "ambassador and\n" in page.text


def test_a_stamp_broken_in_the_right_margin_is_read_down_its_column():
    page = page_of(
        text(72, 100, "From: Mills, Cheryl D"),
        text(450, 100, "RELEASE IN"),
        text(72, 112, "Sent: Sunday, July 5, 2009"),
        text(450, 112, "PART B6"),
        text(72, 124, "To: H"),
    )
    assert "RELEASE IN\nPART B6" in page.text


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_shown_turned_is_read_as_shown(rotate):
    turns = (-rotate // 90) % 4
    places = {0: (72, 100), 1: (500, 72), 2: (540, 700), 3: (100, 700)}
    steps = {0: (0, 12), 1: (-12, 0), 2: (0, -12), 3: (12, 0)}
    x, y = places[turns]
    page = page_of(
        text(x, y, "TOP SECRET", turns=turns),
        text(x + steps[turns][0], y + steps[turns][1], "Copy 2 of 9", turns=turns),
        rotate=rotate,
    )
    assert lines_of(page) == [(1, "TOP SECRET"), (2, "Copy 2 of 9")]
    assert page.size == ((612, 792) if rotate % 180 == 0 else (792, 612))
    assert page.words[0].box.x0 < page.words[1].box.x0
    assert page.words[0].box.top < page.words[-1].box.top
    assert all(0 <= word.box.x0 < word.box.x1 <= page.size[0] for word in page.words)


def test_a_cropped_page_counts_from_its_visible_corner():
    page = page_of(text(172, 200, "SECRET"), text(20, 20, "cut away"), crop=(100, 100, 500, 500))
    assert page.text == "SECRET"
    assert page.size == (400, 400)
    assert (round(page.words[0].box.x0), round(page.words[0].box.bottom) - 100 in range(6)) == (72, True)
    assert [(hidden.why, hidden.characters) for hidden in page.concealed] == [("off-page", "cut away")]


@pytest.mark.parametrize(("turns", "x", "y"), [(1, 560, 100), (3, 40, 600), (2, 400, 60)])
def test_turned_text_is_read_its_own_way_after_the_upright(turns, x, y):
    page = page_of(text(72, 300, "Body of the memo"), text(x, y, "CLINTON LIBRARY PHOTOCOPY", turns=turns))
    assert [part for _, part in lines_of(page)] == ["Body of the memo", "CLINTON LIBRARY PHOTOCOPY"]
    stamp = page.box_between(page.text.index("CLINTON"), len(page.text))
    assert stamp is not None
    length, height = 25 * 6, 10
    across, down = (length, height) if turns == 2 else (height, length)
    assert abs(stamp.width - across) < 3
    assert abs(stamp.height - down) < 3
    assert abs(min(stamp.x0, stamp.x1) - {1: 558, 3: 32, 2: 250}[turns]) < 4


def test_a_watermark_across_the_page_comes_last_in_one_line():
    mark = "BT /H 40 Tf .707 .707 -.707 .707 150 250 Tm (DRAFT COPY) Tj ET"
    page = page_of(mark, text(72, 100, "One"), text(72, 700, "Two"))
    assert [part for _, part in lines_of(page)][:2] == ["One", "Two"]
    assert lines_of(page)[2][1].split() == ["DRAFT", "COPY"]


def test_a_scan_askew_keeps_its_rows():
    rows = [f"Line {n} of a memo that runs the whole width of the page and on" for n in range(12)]
    tilted = [f"BT /C 10 Tf .9994 -.035 .035 .9994 72 {692 - 14 * n} Tm ({row}) Tj ET" for n, row in enumerate(rows)]
    assert lines_of(page_of(*tilted)) == list(enumerate(rows, 1))


def test_two_text_layers_give_the_better_one_once():
    first = [text(72, 100 + 14 * n, f"TELEGRAM NUMBER {n} OF THE EMBASSY", mode=3) for n in range(9)]
    second = [text(72.6, 100.4 + 14 * n, f"TE1EGPAM NUMbFR {n} 0F THF EMBA5SY", mode=3) for n in range(9)]
    extra = text(400, 400, "SECRET", mode=3)
    page = page_of(picture(), *second, *first, extra)
    assert [part for _, part in lines_of(page)][:9] == [f"TELEGRAM NUMBER {n} OF THE EMBASSY" for n in range(9)]
    assert page.text.count("NUMBER") == 9
    assert "SECRET" in page.text
    assert page.content is Content.SCAN


def test_words_printed_twice_for_boldness_come_once():
    page = page_of(text(72, 100, "TOP SECRET UMBRA"), text(72.3, 100, "TOP SECRET UMBRA"), text(72, 120, "Body text"))
    assert page.text == "TOP SECRET UMBRA\nBody text"


def test_words_cut_by_their_layer_are_one_and_blanks_stay():
    page = page_of(text(72, 100, "C0200304 "), text(120.3, 100, "7"), text(150, 100, "of 3"))
    assert page.text == "C02003047    of 3"


def test_blanks_that_letter_spacing_feigns_part_no_words():
    spaced = "BT /C 10 Tf 1.8 Tc 72 692 Td (Presiden) Tj ET BT /C 10 Tf 0 Tc 134.6 692 Td (t) Tj ET"
    page = page_of(spaced, text(160, 100, "S E C R E T"), text(72, 120, "a"), text(80, 120, "b"))
    assert page.text == "President    S E C R E T\na b"


def test_a_hyphen_at_a_lines_end_does_not_join_the_next_line():
    page = page_of(text(72, 100, "an increasing inven-"), text(72, 112, "CONFIDENTIAL"))
    assert page.text == "an increasing inven-\nCONFIDENTIAL"


@pytest.mark.parametrize(
    ("operation", "ink"),
    [
        (line(70, 97, 110, 97), Ink.STRUCK),
        (box(70, 96.5, 110, 97.5), Ink.STRUCK),
        (line(80, 97, 108, 97), Ink.STRUCK),
        (annotation("StrikeOut", 72, 91, 108, 103), Ink.STRUCK),
        (line(70, 101.5, 110, 101.5), Ink.UNDERLINED),
        (box(72, 102, 108, 102.6), Ink.UNDERLINED),
        (annotation("Underline", 72, 91, 108, 103), Ink.UNDERLINED),
    ],
)
def test_a_line_through_a_word_strikes_it_and_one_below_underlines_it(operation, ink):
    page = page_of(text(72, 100, "SECRET STATE 221130"), operation)
    assert ink_of(page) == [(ink, "SECRET")]


@pytest.mark.parametrize(
    "operation",
    [
        line(40, 97, 580, 97),  # a rule that runs on beyond the words
        line(72, 97, 90, 97),  # half a word
        line(72, 120, 108, 120),  # far below
        line(72, 85, 108, 85),  # far above
        line(90, 60, 90, 140),  # a column's rule
        outline(66, 86, 114, 108),  # a box around the word
    ],
)
def test_rules_and_box_edges_are_no_ink(operation):
    assert ink_of(page_of(text(72, 100, "SECRET"), operation)) == []


def test_struck_words_side_by_side_are_one_stretch():
    page = page_of(text(72, 100, "TOP SECRET UMBRA"), line(70, 97, 170, 97))
    assert ink_of(page) == [(Ink.STRUCK, "TOP SECRET UMBRA")]
    assert page.ink_between(0, len(page.text)) is Ink.STRUCK


def test_a_black_box_is_a_square_in_the_text_and_hides_what_lies_beneath():
    page = page_of(text(72, 100, "Agent Fictional met us."), box(106, 90, 164, 104))
    assert page.text == "Agent ■ met us."
    (found,) = page.boxes
    assert page.text[found.start : found.end] == "■"
    assert (found.box.x0, found.box.top, found.box.x1, found.box.bottom) == (106, 90, 164, 104)
    assert found.concealed is not None
    assert (found.concealed.why, found.concealed.characters) == ("under-redaction", "Fictional")


def test_a_box_over_part_of_a_word_hides_that_part_only():
    page = page_of(text(72, 100, "ABCDEFGHI"), box(90, 90, 108, 104))
    assert page.text == "ABC■GHI"
    assert [found.concealed.characters for found in page.boxes if found.concealed] == ["DEF"]


@pytest.mark.parametrize(
    ("operations", "text_seen"),
    [
        ([box(60, 88, 200, 106), text(72, 100, "White on black", colour=(1, 1, 1))], "White on black"),
        ([box(60, 88, 200, 106, (0.8, 0.9, 1)), text(72, 100, "On a tint")], "On a tint"),
        ([outline(60, 88, 200, 106), text(72, 100, "In an outline")], "In an outline"),
        ([box(60, 120, 200, 140, (0.9, 0.9, 0.9)), text(72, 100, "Above a tint")], "Above a tint"),
    ],
)
def test_grounds_and_outlines_are_no_redactions(operations, text_seen):
    page = page_of(*operations)
    assert (page.text, page.boxes) == (text_seen, ())


def test_boxes_inside_forms_stand_where_they_are_drawn():
    moved = "q 1 0 0 1 0 -50 cm"
    page = page_of(text(72, 150, "Agent Fictional met us."), moved, form(box(106, 90, 164, 104)), "Q")
    assert page.text == "Agent ■ met us."
    assert page.boxes[0].box.top == pytest.approx(140)


def test_a_redaction_never_applied_is_a_pending_square():
    page = page_of(text(72, 100, "Agent Fictional met us."), annotation("Redact", 106, 90, 164, 104, "B6"))
    assert page.text == "Agent ■ met us."
    assert ink_of(page) == [(Ink.PENDING, "■")]
    assert [(found.ink, found.concealed.characters) for found in page.boxes] == [(Ink.PENDING, "Fictional")]


@pytest.mark.parametrize("subtype", ["Stamp", "FreeText", "Widget"])
def test_words_printed_by_annotations_are_words_of_the_page(subtype):
    page = page_of(
        text(72, 130, "Body"),
        annotation(subtype, 72, 80, 272, 96, "RELEASE IN PART B6"),
        annotation("Redact", 72, 200, 120, 212, "B5"),
    )
    assert page.text == "RELEASE IN PART B6\nBody\n\n■"
    assert (round(page.words[0].box.x0), round(page.words[0].box.bottom)) == (74, 94)


@pytest.mark.parametrize("subtype", ["Popup", "Text", "Link"])
def test_notes_and_links_print_nothing(subtype):
    assert page_of(text(72, 130, "Body"), annotation(subtype, 72, 80, 272, 96, "a note")).text == "Body"


@pytest.mark.parametrize(
    ("operation", "why"),
    [
        (text(72, 100, "hidden", colour=(1, 1, 1)), "ground-colour"),
        (text(72, 100, "hidden", colour=(0.98, 0.98, 0.98)), "ground-colour"),
        (text(72, 100, "hidden", mode=3), "invisible-layer"),
        (text(72, 100, "hidden", size=0.5), "tiny"),
        (text(72, 900, "hidden"), "off-page"),
        (text(-90, 100, "hidden"), "off-page"),
    ],
)
def test_what_no_eye_sees_is_no_text_of_the_page(operation, why):
    page = page_of(operation, text(72, 200, "Plain text"))
    assert page.text == "Plain text"
    assert [(hidden.why, hidden.characters, hidden.count) for hidden in page.concealed] == [(why, "hidden", 6)]


@pytest.mark.parametrize(
    ("operations", "content", "seen", "words"),
    [
        ([], Content.BLANK, True, ""),
        ([text(72, 100, "Memo")], Content.TEXT, True, "Memo"),
        ([picture(), text(72, 100, "Memo", mode=3)], Content.SCAN, True, "Memo"),
        ([text(72, 100, "Memo", mode=3), picture()], Content.SCAN, True, "Memo"),
        ([picture()], Content.IMAGE_ONLY, False, ""),
        ([picture(), text(72, 30, "Approved for Release")], Content.IMAGE_ONLY, False, "Approved for Release"),
        ([picture(100, 100, 150, 150), text(72, 300, "Letterhead")], Content.TEXT, True, "Letterhead"),
        ([line(10, 10 * n, 200, 12 * n) for n in range(30)], Content.IMAGE_ONLY, False, ""),
    ],
)
def test_a_page_says_what_it_is_made_of(operations, content, seen, words):
    page = page_of(*operations)
    assert (page.content, page.seen, page.text) == (content, seen, words)


WHOLE = pdf(text(72, 100, "SECRET STATE 221130"))


def encrypted(user):
    made = writer([text(72, 100, "SECRET")])
    made.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    return saved(made)


def without_pages():
    made = writer([text(72, 100, "SECRET")])
    tree = made._root_object["/Pages"].get_object()
    tree[NameObject("/Kids")] = ArrayObject()
    tree[NameObject("/Count")] = NumberObject(0)
    return saved(made)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4\n", "broken PDF: the end of the file is missing"),
        (WHOLE[: len(WHOLE) // 2], "broken PDF: the end of the file is missing"),
        (b"%PDF-1.7\n" + b"\x93\x00garbage\xff" * 500, "broken PDF: the end of the file is missing"),
        (b"%PDF-1.7\ngarbage\nstartxref\n9\n%%EOF\n", "broken PDF: no pages can be found in it"),
        (encrypted("password"), "encrypted PDF: it needs a password"),
        (without_pages(), "PDF without pages"),
    ],
    ids=["head only", "truncated", "garbage", "garbage with an end", "encrypted", "no pages"],
)
def test_what_cannot_be_read_says_why(data, reason, capfd):
    with pytest.raises(UnreadableDocument) as raised:
        read(data, SOURCE)
    assert raised.value.reason == reason
    assert capfd.readouterr() == ("", "")


def test_an_empty_password_opens():
    assert read(encrypted(""), SOURCE).pages[0].text == "SECRET"


def test_too_many_pages_are_refused():
    made = writer([])
    page = made._root_object["/Pages"].get_object()["/Kids"][0]
    tree = made._root_object["/Pages"].get_object()
    tree[NameObject("/Kids")] = ArrayObject([page] * 20_001)
    tree[NameObject("/Count")] = NumberObject(20_001)
    with pytest.raises(UnreadableDocument, match="PDF of 20001 pages, more than 20000"):
        read(saved(made), SOURCE)


def test_a_page_tree_that_is_its_own_child_does_not_hang():
    made = writer([text(72, 100, "SECRET")])
    tree = made._root_object["/Pages"]
    tree[NameObject("/Kids")].append(tree.indirect_reference)
    tree[NameObject("/Count")] = NumberObject(2)
    pages = read(saved(made), SOURCE).pages
    assert pages[0].text == "SECRET"
    assert [page.seen for page in pages[1:]] == [False] * (len(pages) - 1)


def test_a_form_that_draws_itself_does_not_hang():
    made = writer([text(72, 100, "SECRET"), form(box(300, 300, 340, 340))])
    forms = made.pages[0]["/Resources"]["/XObject"]
    inner = forms["/X1"].get_object()
    inner[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(forms)})
    inner.set_data(b"/X1 Do 0 0 0 rg 300 450 40 40 re f")
    page = read(saved(made), SOURCE).pages[0]
    assert "SECRET" in page.text


def test_a_bomb_of_forms_is_cut_off():
    made = writer([text(72, 100, "SECRET"), *[form("") for _ in range(10)]])
    forms = made.pages[0]["/Resources"]["/XObject"]
    for n in range(1, 10):
        inner = forms[f"/X{n}"].get_object()
        inner[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(forms)})
        inner.set_data("\n".join([f"/X{n + 1} Do"] * 4).encode())
    assert "SECRET" in read(saved(made), SOURCE).pages[0].text


SHEET = [
    *[line(60, y, 540, y) for y in (100, 120, 160, 200)],
    *[line(x, 100, x, 200) for x in (60, 110, 340, 440, 540)],
    *[text(x, 114, words, size=9) for x, words in ((64, "NO."), (114, "SUBJECT/TITLE"), (344, "DATE"), (444, "WHY"))],
    text(64, 132, "001.", size=9),
    text(114, 132, "Memo, A. Fictional to B. Invented,", size=9),
    text(114, 143, "re: Grain policy (3 pages)", size=9),
    text(344, 132, "03/04/1994", size=9),
    text(444, 132, "P1/b(1)", size=9),
    text(64, 172, "002.", size=9),
    text(114, 172, "Note", size=9),
    text(344, 172, "03/05/1994", size=9),
    text(444, 172, "P5", size=9),
    text(444, 183, "P6/b(6)", size=9),
]


def test_a_ruled_table_reads_row_by_row_cell_by_cell():
    page = page_of(*SHEET, text(60, 80, "WITHDRAWAL SHEET"))
    assert [cell.strip() for cell in page.text.replace("  ", "\n").split("\n") if cell.strip()] == [
        *("WITHDRAWAL SHEET", "NO.", "SUBJECT/TITLE", "DATE", "WHY"),
        *("001.", "Memo, A. Fictional to B. Invented, re: Grain policy (3 pages)", "03/04/1994", "P1/b(1)"),
        *("002.", "Note", "03/05/1994", "P5 P6/b(6)"),
    ]
    start = page.text.index("(3 pages)")
    assert page.box_between(start, start + 2).top > page.box_between(*_span(page, "Memo,")).bottom
    assert ink_of(page) == []


def _span(page, words):
    start = page.text.index(words)
    return start, start + len(words)


def test_an_annotation_with_its_corners_exchanged_is_read():
    page = page_of(text(72, 100, "SECRET"), annotation("StrikeOut", 108, 103, 72, 91))
    assert ink_of(page) == [(Ink.STRUCK, "SECRET")]


def test_a_table_that_pdfplumber_cannot_read_leaves_the_text(capfd):
    made = writer(SHEET)
    made.pages[0]["/Resources"]["/Font"]["/C"][NameObject("/Subtype")] = NameObject("/Type0")
    page = read(saved(made), SOURCE).pages[0]
    assert page.seen
    assert capfd.readouterr() == ("", "")


def test_dots_of_the_grounds_colour_in_place_of_blanks_vanish():
    typed = "BT /C 10 Tf 1 1 1 rg 72 692 Td (.) Tj 0 0 0 rg (SECRET) Tj 1 1 1 rg (.) Tj ET"
    page = page_of(typed, text(72, 130, "Body"))
    assert page.text.split() == ["SECRET", "Body"]
    assert [(hidden.characters, hidden.harmless) for hidden in page.concealed] == [(". .", True)]


def test_a_ring_around_words_is_an_outline():
    ring = "0 0 0 rg 60 680 200 30 re 62 682 196 26 re f*"
    page = page_of(ring, text(72, 100, "Filed 3 May"))
    assert (page.text, page.boxes) == ("Filed 3 May", ())


def test_annotations_that_change_nothing_are_passed_over():
    assert ink_of(page_of(text(72, 100, "SECRET"), annotation("Caret", 72, 91, 108, 103))) == []
