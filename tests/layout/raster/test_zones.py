import numpy as np
import pytest

from redaudit.layout.raster.picture import Picture
from redaudit.layout.raster.zones import MOST, Zone, believable, parts, zones
from redaudit.model.geometry import Box
from tests.support_print import SCALE, Paper


@pytest.mark.parametrize(
    "text",
    [
        "Several",
        "officers,",
        "US",
        "1951",
        "2019/03/14",
        "C02003047",
        "10:00",
        "(page",
        "o'clock",
        "TOP SECRET",
    ],
)
def test_words_and_numbers_are_believed(text):
    assert believable(text)


@pytest.mark.parametrize(
    "text", ["3-5‘°’", "3-5<C>", "s.5(¢)", "3 3(h)(2)", "yeaET", "fS^T", "2156?", "3", "~·-", "xq", "35“", "bcd", ""]
)
def test_damage_is_not_believed(text):
    assert not believable(text)


def places(found):
    return [(round(zone.left / SCALE), round(zone.top / SCALE), zone.turns) for zone in found]


def test_a_page_whose_words_all_read_well_has_no_zones():
    paper = Paper()
    for row in range(8):
        words = "Several officers in the capital expressed concern"
        paper.print(72, 60 + 30 * row, words, layer=words)
    assert zones(paper.picture, paper.words, ()) == ()


@pytest.mark.parametrize("layer", [None, "3-5‘°’", "3-5<C>", "35¢"])
def test_ink_that_no_believable_word_explains_is_a_zone(layer):
    words = "Several officers in the capital"
    paper = Paper().print(72, 60, words, layer=words).print(520, 60, "3.5(c)", layer=layer)
    (zone,) = zones(paper.picture, paper.words, ())
    assert places([zone]) == [(519, 61, 0)]
    assert zone.pixels.shape == (zone.bottom - zone.top, zone.right - zone.left)


def test_a_figure_that_reads_well_is_read_with_the_damage_beside_it():
    paper = Paper().print(520, 60, "3.5(c)").print(100, 60, "7", layer="7")
    paper.words.append(paper.words[0]._replace(text="3", x0=519, x1=526))
    assert places(zones(paper.picture, paper.words, ())) == [(519, 61, 0)]


def test_a_word_cut_in_two_by_its_layer_is_whole():
    paper = Paper().print(100, 60, "to", layer="to")
    whole = paper.words[0]
    middle = (whole.x0 + whole.x1) / 2
    halves = [whole._replace(text="t", x1=middle - 1), whole._replace(text="o", x0=middle + 1)]
    assert zones(paper.picture, halves, ()) == ()
    assert len(zones(paper.picture, halves[:1], ())) == 1


def test_the_outline_of_a_box_is_no_part_of_the_code_in_it():
    paper = Paper().box(400, 50, 520, 80).print(440, 58, "B6")
    box = Box(400, 50, 520, 80)
    (zone,) = zones(paper.picture, paper.words, [box])
    assert places([zone]) == [(440, 60, 0)]
    assert (zone.pixels[:, 0] > 128).all()


def test_a_stamp_on_its_side_is_a_zone_both_ways_up():
    paper = Paper().turned(560, 80, "DECLASSIFIED", 3)
    found = zones(paper.picture, (), ())
    assert [zone.turns for zone in found[:2]] == [3, 1]
    assert found[0].pixels.shape[1] > 5 * found[0].pixels.shape[0]


@pytest.mark.parametrize(
    ("turns", "place"),
    [(0, (101, 202, 103, 204)), (1, (126, 201, 128, 203)), (3, (102, 247, 104, 249))],
)
def test_what_was_read_has_its_place_on_the_page(turns, place):
    # 30 wide and 50 high on the page; 50 wide and 30 high once upright.
    zone = Zone(100, 200, 130, 250, turns, np.zeros((30, 50), np.uint8))
    assert zone.on_page(1, 2, 3, 4) == place


def test_pixels_turned_upright_and_their_places_agree():
    gray = np.full((300, 200), 255, np.uint8)
    gray[40:260:20, 100:112] = 0
    gray[40:250, 100:104] = 0
    picture = Picture(gray, SCALE, 200)
    for turns in (1, 3):
        upright = np.rot90(gray[20:280, 80:140], turns)
        zone = Zone(80, 20, 140, 280, turns, np.ascontiguousarray(upright))
        rows, columns = np.nonzero(zone.pixels == 0)
        left, top, right, bottom = zone.on_page(columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
        assert (left, top, right, bottom) == (100, 40, 112, 250)
        assert (picture.gray[top:bottom, left:right] == 0).any(axis=0).all()


def test_a_zone_comes_apart_between_its_words():
    paper = Paper().print(100, 60, "AUTH: HR 3.5(c)")
    (zone,) = zones(paper.picture, (), ())
    pieces = parts(paper.picture, zone)
    assert len(pieces) == 3
    assert [piece.left for piece in pieces] == sorted(piece.left for piece in pieces)
    assert parts(paper.picture, pieces[0]) == ()


def test_specks_and_rules_are_no_zones():
    paper = Paper()
    chance = np.random.default_rng(3)
    for x, y in zip(chance.uniform(0, 600, 300), chance.uniform(0, 390, 300), strict=True):
        paper.draw.rectangle([x * SCALE, y * SCALE, x * SCALE + 3, y * SCALE + 3], fill=0)
    paper.stroke(50, 200, 560, 200)
    assert zones(paper.picture, (), ()) == ()


def test_a_photograph_does_not_cost_more_than_the_most_zones():
    chance = np.random.default_rng(5)
    paper = Paper()
    for x, y in zip(chance.uniform(0, 580, 2500), chance.uniform(0, 380, 2500), strict=True):
        wide, high = chance.uniform(4, 40), chance.uniform(12, 30)
        paper.draw.rectangle([x * SCALE, y * SCALE, x * SCALE + wide, y * SCALE + high], fill=0)
    found = zones(paper.picture, (), ())
    assert len([zone for zone in found if not zone.turns]) <= MOST
    assert len([zone for zone in found if zone.turns]) <= 2 * MOST
