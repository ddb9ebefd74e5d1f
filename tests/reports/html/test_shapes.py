"""Each kind of drawn thing has a shape of its own, within its box."""

import re

import pytest

from redaudit.model.geometry import Box
from redaudit.reports.html.figures import Figure, Kind
from redaudit.reports.html.shapes import around, n, path

BOX = Box(100, 200, 180, 220)


def figure(kind, *states):
    return Figure(kind, "m0", 1, "label", "name", states=states)


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (12.0, "12"), (12.34, "12.3"), (-0.04, "0"), (0.05, "0.1"), (100, "100")]
)
def test_coordinates_are_short(number, written):
    assert n(number) == written


def test_room_on_every_side():
    assert around(BOX, 2) == Box(98, 198, 182, 222)


def test_every_kind_has_its_own_shape():
    assert len({path(figure(kind), BOX, 1.0) for kind in Kind}) == len(Kind)


@pytest.mark.parametrize(
    ("kind", "outline"),
    [
        (Kind.REDACTION, "M100 200H180V220H100ZM100 205L105 200M175 220L180 215M100 210L110 200M170 220L180 210"),
        (Kind.STRIKE, "M98 210H182M98 200V220M182 200V220"),
        (Kind.CLASSIFICATION, "M100 206v-6h6M174 200h6v6M180 214v6h-6M106 220h-6v-6"),
        (Kind.PORTION, "M100 210a40 10 0 1 1 80 0a40 10 0 1 1 -80 0z"),
        (Kind.FINDING, "M100 220V200L180 206L100 212"),
        (Kind.OTHER, "M100 220H180"),
    ],
)
def test_the_outline_of_a_kind(kind, outline):
    assert path(figure(kind), BOX, 1.0) == outline


def test_a_mark_in_a_redactions_frame_has_no_hatching():
    assert path(figure(Kind.REDACTION, "twin"), BOX, 1.0) == "M100 200H180V220H100Z"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("box", [Box(5, 5, 5, 5), Box(5, 5, 6, 6), Box(0, 0, 9e4, 3)])
def test_no_box_is_too_small_or_too_long(kind, box):
    outline = path(figure(kind), box, 1.0)
    assert re.fullmatch(r"[-MLHVZQTAmlhvzqta0-9. ]+", outline)
    assert len(outline) < 2500
