"""The text of a page as its sheet shows it: rows as typed, marks in place, cut where they overlap."""

import random

import pytest

from redaudit.reports.html import transcript
from redaudit.reports.html.figures import Figure, Kind
from redaudit.reports.html.transcript import CLOSE, LONGEST_ROW, Row, Token
from tests.support_text import page

LAYOUT = """\
UNCLASSIFIED                                                  RELEASE IN PART
                                                              B1,1.4(D)

From:    Ann Q. Sample
To:      Port Astrel"""


def figure(start, end, anchor="m0", kind=Kind.CODE, line=1):
    return Figure(kind, anchor, 1, "label", "name", start=start, end=end, line=line)


def flag(line, anchor="f0"):
    return Figure(Kind.FINDING, anchor, 1, "F1 high", "finding 1", line=line)


def flat(blocks):
    return [row for block in blocks for row in block]


def text(row):
    return "".join(token.text for token in row.tokens)


def written(row):
    """A row as `12: [m0 SECRET] [m1 ...]`; a stretch that goes on is `[+m0 `."""
    parts = []
    for token in row.tokens:
        if token.opens:
            parts.append(f"[{'' if token.first else '+'}{token.opens.anchor} ")
        elif token == CLOSE:
            parts.append("]")
        else:
            parts.append(token.text)
    return "".join(parts)


def test_rows_keep_their_numbers_columns_and_blanks():
    rows = flat(transcript.typed(page(LAYOUT), ()))
    assert [(row.number, text(row)) for row in rows] == list(enumerate(LAYOUT.split("\n"), 1))


def test_a_plain_text_keeps_its_indents():
    typed = "MEMO\n\n   indented\nend"
    assert [text(row) for row in flat(transcript.typed(page(typed), ()))] == typed.split("\n")


def test_a_mark_stands_on_its_words():
    (row,) = flat(transcript.typed(page("a SECRET day"), [figure(2, 8)]))
    assert written(row) == "a [m0 SECRET] day"


def test_a_mark_within_another_stands_in_it():
    (row,) = flat(transcript.typed(page("RELEASE IN PART B1"), [figure(0, 18), figure(16, 18, "m1")]))
    assert written(row) == "[m0 RELEASE IN PART [m1 B1]]"


def test_marks_that_overlap_are_cut_where_the_first_one_ends():
    (row,) = flat(transcript.typed(page("abcdefgh"), [figure(0, 5), figure(3, 8, "r0")]))
    assert written(row) == "[m0 abc[r0 de]][+r0 fgh]"


def test_a_mark_over_lines_goes_on_in_each():
    rows = flat(transcript.typed(page("RELEASE\nIN PART\nrest"), [figure(0, 15)]))
    assert list(map(written, rows)) == ["[m0 RELEASE]", "[+m0 IN PART]", "rest"]


def test_a_blank_that_is_withheld_keeps_its_place_behind_the_words_before():
    rows = flat(transcript.typed(page("From:\n\n\nTo: Ann"), [figure(5, 8, "r0")]))
    assert written(rows[0]) == "From:[r0 ]"
    assert [row.number for row in rows] == [1, 2, 3, 4]


def test_marks_of_one_stretch_stand_in_each_other():
    (row,) = flat(transcript.typed(page("[Redacted]"), [figure(0, 10), figure(0, 10, "r0")]))
    assert written(row) == "[m0 [r0 [Redacted]]]"


def test_a_finding_is_flagged_at_its_row_even_where_nothing_is_typed():
    rows = flat(transcript.typed(page("one\n\nthree"), [flag(2), flag(3, "f1")]))
    assert [(row.number, [each.anchor for each in row.flags]) for row in rows] == [(1, []), (2, ["f0"]), (3, ["f1"])]


def test_a_long_row_goes_on_in_rows_without_a_number():
    line = "word " * 300 + "end"
    rows = flat(transcript.typed(page(line), [figure(len(line) - 3, len(line))]))
    assert "".join(map(text, rows)) == line
    assert [row.number for row in rows] == [1, 0, 0, 0]
    assert max(len(text(row)) for row in rows) <= LONGEST_ROW
    assert written(rows[-1]).endswith("[m0 end]")


def test_a_long_row_without_a_blank_is_cut_all_the_same():
    rows = flat(transcript.typed(page("x" * 1203), ()))
    assert [len(text(row)) for row in rows] == [LONGEST_ROW, LONGEST_ROW, 203]


def test_many_blank_rows_are_told_in_number():
    rows = flat(transcript.typed(page("one" + "\n" * 21 + "two"), ()))
    assert [(row.number, text(row), row.skipped) for row in rows] == [(1, "one", 0), (0, "", 20), (22, "two", 0)]


def test_only_rows_with_marks_and_flags_are_kept_on_wish():
    blocks = transcript.typed(page("one\ntwo\nSECRET\nfour\nfive\nsix"), [figure(8, 14), flag(5)])
    kept = flat(transcript.marked_only(blocks))
    assert [(row.number, text(row), row.skipped) for row in kept] == [
        (3, "SECRET", 2),
        (5, "five", 1),
        (0, "", 1),
    ]


def test_blocks_hold_forty_rows():
    blocks = transcript.typed(page("\n".join(["word"] * 100)), ())
    assert [len(block) for block in blocks] == [40, 40, 20]


def test_the_text_in_reading_order_has_no_numbers():
    rows = flat(transcript.read(page(LAYOUT), [figure(0, 12)]))
    assert rows[0] == Row(0, (Token(opens=figure(0, 12), first=1), Token("UNCLASSIFIED"), CLOSE))
    assert "\n".join(map(text, rows)) == page(LAYOUT).text


@pytest.mark.parametrize(("typed", "columns"), [("short", 60), ("x" * 90, 90), ("x" * 400, 160)])
def test_the_widest_row_is_measured_between_bounds(typed, columns):
    assert transcript.columns(transcript.typed(page(typed), ())) == columns


@pytest.mark.parametrize("seed", range(40))
def test_whatever_overlaps_the_text_is_whole_and_every_mark_begins_once(seed):
    chance = random.Random(seed)
    words = "\n".join("".join(chance.choice("ab  ") for _ in range(30)) + "z" for _ in range(8))
    only = page(words)
    drawn = []
    for index in range(chance.randrange(1, 60)):
        start = chance.randrange(len(only.text))
        end = min(len(only.text), start + chance.randrange(90))
        drawn.append(figure(start, end, f"m{index}"))
    rows = flat(transcript.typed(only, drawn))
    assert [text(row) for row in rows] == [line.rstrip() for line in words.split("\n")]
    begun = [token.opens.anchor for row in rows for token in row.tokens if token.opens and token.first]
    assert sorted(begun) == sorted(each.anchor for each in drawn)
    for row in rows:
        depth = 0
        for token in row.tokens:
            depth += 1 if token.opens else -1 if token == CLOSE else 0
            assert depth >= 0
        assert depth == 0


def test_a_thousand_marks_on_one_word_take_no_depth_without_end():
    rows = flat(transcript.typed(page("SECRET"), [figure(0, 6, f"m{index}") for index in range(1000)]))
    deepest = depth = 0
    for token in rows[0].tokens:
        depth += 1 if token.opens else -1 if token == CLOSE else 0
        deepest = max(deepest, depth)
    # Eight that show, and one that only keeps its place.
    assert deepest == 9
    assert sum(token.first for token in rows[0].tokens) == 1000
