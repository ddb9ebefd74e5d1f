"""Labels stand beside their things, off the print and off each other."""

from itertools import combinations

import pytest

from redaudit.model.geometry import Box
from redaudit.reports.html.figures import Figure, Kind
from redaudit.reports.html.placing import ACROSS, DOWN, placed

LETTER = (612.0, 792.0)
BOX = Box(100, 100, 160, 112)
# Of a label `label`: five letters and a margin on both sides.
WIDTH = 5 * ACROSS + 4


def figure(kind=Kind.CODE, label="label"):
    return Figure(kind, "m0", 1, label, "name")


def place(box, *print_, kind=Kind.CODE, size=LETTER):
    (only,) = placed([(figure(kind), box)], print_, size, 1.0)
    return only


def corner(label):
    return (round(label.x0, 2), round(label.top, 2))


def test_a_label_stands_above_its_thing():
    label = place(BOX).label
    assert corner(label) == (100, round(100 - DOWN - 1.5, 2))
    assert round(label.width, 2) == round(WIDTH, 2)
    assert round(label.height, 2) == DOWN


def test_a_label_keeps_off_the_print_above():
    assert corner(place(BOX, Box(90, 88, 300, 99)).label) == (163, round(106 - DOWN / 2, 2))


def test_a_label_at_the_head_of_the_page_stays_on_it():
    label = place(Box(100, 2, 160, 14)).label
    assert label.top >= 0
    assert label.overlap(Box(100, 2, 160, 14)) == 0


def test_a_label_at_the_edge_stays_on_the_page():
    label = place(Box(590, 780, 612, 792)).label
    assert label.x1 <= 612
    assert label.bottom <= 792


def test_a_large_redaction_among_print_bears_its_label_inside():
    box = Box(100, 100, 400, 160)
    print_ = (Box(0, 60, 612, 99), Box(0, 161, 612, 220), Box(0, 99, 99, 161), Box(401, 99, 612, 161))
    label = place(box, *print_, kind=Kind.REDACTION).label
    assert box.overlap(label) == pytest.approx(label.area)


def test_no_label_hides_another_where_there_is_room():
    drawn = [(figure(label=f"label {row}"), Box(300, 100 + 6 * row, 312, 104 + 6 * row)) for row in range(12)]
    labels = [each.label for each in placed(drawn, (), LETTER, 1.0)]
    assert all(one.overlap(other) == 0 for one, other in combinations(labels, 2))


def test_a_label_that_stands_far_off_is_led_to_its_thing():
    print_ = Box(0, 80, 560, 120)
    far = place(BOX, print_)
    assert place(BOX).leader is None
    assert far.label.overlap(print_) == 0
    x0, y0, x1, y1 = far.leader
    assert (BOX.x0 <= x1 <= BOX.x1, BOX.top <= y1 <= BOX.bottom) == (True, True)
    assert far.label.x0 <= x0 <= far.label.x1
    assert far.label.top <= y0 <= far.label.bottom


def test_a_thing_without_a_label_has_none():
    (only,) = placed([(figure(label=""), BOX)], (), LETTER, 1.0)
    assert (only.label, only.leader) == (None, None)


def test_a_page_of_another_size_has_labels_as_large_beside_it():
    (only,) = placed([(figure(), Box(1000, 1000, 1600, 1120))], (), (6120.0, 7920.0), 10.0)
    assert round(only.label.height, 2) == round(10 * DOWN, 2)


def test_a_box_far_off_the_page_costs_no_time():
    (only,) = placed([(figure(), BOX)], [Box(-1e12, -1e12, 1e12, 1e12)], LETTER, 1.0)
    assert only.label is not None


def test_of_very_many_labels_the_last_ones_look_for_no_better_place():
    drawn = [(figure(), Box(300, 400, 312, 404))] * 402
    labels = [corner(each.label) for each in placed(drawn, (), LETTER, 1.0)]
    assert labels[-2:] == [labels[0]] * 2
    assert len(set(labels[:10])) == 10


def test_a_label_that_is_switched_off_at_first_takes_no_better_place():
    other, code = (figure(Kind.OTHER), BOX), (figure(), BOX)
    first, second = placed([other, code], (), LETTER, 1.0)
    assert (first.figure.kind, second.figure.kind) == (Kind.OTHER, Kind.CODE)
    assert second.label == place(BOX).label
    assert first.label.overlap(second.label) == 0
