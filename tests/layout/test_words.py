"""Placed words to rows, runs and reading order."""

import pytest

from redaudit.layout.layers import ACROSS, Placed, one_layer
from redaudit.layout.words import BOX, gathered, typeset
from redaudit.model.geometry import Box

LETTER = (612.0, 792.0)


def word(text, x0, top, width=None, height=10, line=0):
    """A word of letters 6 points wide."""
    return Placed(text, x0, top, x0 + (6 * len(text) if width is None else width), top + height, line)


def row(words, x0, top, line=0):
    """Words of a typewritten row."""
    placed = []
    for text in words.split():
        placed.append(word(text, x0, top, line=line))
        x0 += 6 * (len(text) + 1)
    return placed


def lines(set_):
    return [(line.row, set_.arranged.text[line.start : line.end]) for line in set_.arranged.lines]


@pytest.mark.parametrize(
    ("upright", "expected"),
    [
        ([], []),
        (row("ONE TWO", 72, 100), [(1, "ONE TWO")]),
        ([word("TWO", 96, 100), word("ONE", 72, 100)], [(1, "ONE TWO")]),
        (row("LAST", 72, 136) + row("FIRST", 72, 100) + row("NEXT", 72, 112), [(1, "FIRST"), (2, "NEXT"), (4, "LAST")]),
        ([word("ONE", 72, 100), word("TWO", 102, 100)], [(1, "ONE  TWO")]),
        ([word("ON", 72, 100), word("E", 84.3, 100)], [(1, "ONE")]),
        ([word("ONE", 72, 100), word("■", 90, 100)], [(1, "ONE■")]),
        ([word("Plain", 72, 100), word("2", 102, 97, height=7)], [(1, "Plain2")]),
        (
            [*row("Text on", 72, 100), word("1", 114, 97, 4, 6), *row("Next row", 72, 113)],
            [(1, "Text on1"), (2, "Next row")],
        ),
        ([word("BANNER", 72, 90, height=20), *row("small print", 114, 97)], [(1, "BANNER small print")]),
    ],
)
def test_rows_and_blanks(upright, expected):
    assert lines(typeset(upright, {}, LETTER)) == expected


def test_every_word_is_found_at_its_stretch_of_the_text():
    upright = row("From: A. Fictional", 72, 100) + row("RELEASE IN", 450, 100) + row("PART B6", 450, 112)
    set_ = typeset(upright, {}, LETTER)
    found = {set_.arranged.text[item.start : item.end]: item.box for item in set_.words}
    assert found == {item.text: Box(item.x0, item.top, item.x1, item.bottom) for item in upright}
    assert [item.start for item in set_.words] == sorted(item.start for item in set_.words)


def test_a_cell_is_the_pages_ordinary_character():
    set_ = typeset(row("ORDINARY WORDS", 60, 100) + row("B1", 480, 100), {}, LETTER)
    left = {set_.arranged.text[line.start : line.end]: (line.left, line.right) for line in set_.arranged.lines}
    assert left["B1"] == (80, 82)


@pytest.mark.parametrize(
    ("turns", "box"),
    [(1, Box(500, 100, 510, 136)), (2, Box(300, 50, 336, 60)), (3, Box(30, 400, 40, 436)), (ACROSS, Box(9, 9, 45, 60))],
)
def test_turned_words_keep_their_place_on_the_page(turns, box):
    turned = Placed("SECRET", box.x0, box.top, box.x1, box.bottom, 1)
    set_ = typeset(row("Body", 72, 100), {turns: [turned]}, LETTER)
    assert [text for _, text in lines(set_)] == ["Body", "SECRET"]
    assert set_.words[-1].box == box


def test_words_reading_upwards_come_in_their_order():
    words = [
        Placed(text, 30, top, 40, top + 60, 0) for text, top in (("COPY", 100), ("LIBRARY", 170), ("INVENTED", 240))
    ]
    assert typeset([], {3: words}, LETTER).arranged.text == "INVENTED LIBRARY COPY"


def test_a_tables_cells_on_several_lines_are_gathered():
    words = row("001.", 64, 100) + row("Memo re:", 120, 100) + row("Policy", 120, 112) + row("P1", 300, 100)
    cells = [Box(60, 95, 110, 125), Box(110, 95, 290, 125), Box(290, 95, 400, 125)]
    set_ = typeset(gathered(words, [cells]), {}, LETTER)
    assert set_.arranged.text.split() == ["001.", "Memo", "re:", "Policy", "P1"]
    assert {item.box.top for item in set_.words if set_.arranged.text[item.start : item.end] == "Policy"} == {112}


def test_a_tables_row_of_single_lines_stays_as_it_is():
    words = row("001.", 64, 100) + row("Memo", 120, 100)
    assert gathered(words, [[Box(60, 95, 110, 115), Box(110, 95, 290, 115)]]) is words


@pytest.mark.parametrize(
    ("placed", "kept"),
    [
        ([word("A", 72, 100), word("B", 90, 100)], ["A", "B"]),
        ([word("SECRET", 72, 100), word("SECRET", 72.4, 100)], ["SECRET"]),
        ([word("SECRET", 72, 100), word("PSALM", 76, 100), *row("a b c d e f g h i j k l m n", 200, 100)], 16),
    ],
)
def test_words_at_one_place_come_once_where_they_are_the_same(placed, kept):
    found = [item.text for item in one_layer([sorted(placed, key=lambda item: item.x0)], placed)]
    assert (len(found) if isinstance(kept, int) else found) == kept


def test_of_two_layers_the_cleaner_one_is_kept_and_filled_from_the_other():
    bad = row("S3CRbT T0 FRUM EM8ASSV", 72, 100)
    good = row("SECRET TO FROM EMBASSY", 72.5, 100.5)
    extra = word("NODIS", 400, 100)
    rows = [sorted([*bad, *good, extra], key=lambda item: item.x0)]
    kept = one_layer(rows, [*bad, extra, *good])
    assert sorted(item.text for item in kept) == ["EMBASSY", "FROM", "NODIS", "SECRET", "TO"]


def test_a_doubtful_word_of_the_better_layer_is_read_by_the_other():
    better = row("CLASSIFIED BY THE DEPUTY SECR3TaRY TODAY", 72, 100)
    other = row("CLASS1FiED BY TnE DEPUTY SECRETARY T0DaY", 72.4, 100.3)
    rows = [sorted([*better, *other], key=lambda item: item.x0)]
    kept = [item.text for item in one_layer(rows, [*better, *other])]
    assert kept == ["CLASSIFIED", "BY", "THE", "DEPUTY", "SECRETARY", "TODAY"]


def test_a_box_stays_where_two_layers_are_made_one():
    better = row("CLASSIFIED BY THE DEPUTY SECRETARY TODAY", 72, 100)
    other = row("CLASS1FiED BY TnE DEPUTY SECR3TaRY T0DaY", 72.4, 100.3)
    set_ = typeset([*better, *other, word(BOX, 72, 130, width=200)], {}, LETTER)
    assert lines(set_) == [(1, "CLASSIFIED BY THE DEPUTY SECRETARY TODAY"), (2, BOX)]
