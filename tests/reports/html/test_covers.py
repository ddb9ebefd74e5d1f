"""What of a page's picture must not be shown, and how each place of it is covered."""

import pytest
from attrs import evolve

from redaudit.layout.raster.withheld import Manner
from redaudit.model.document import Concealed, Content, Ink, RedactionBox
from redaudit.model.geometry import Box
from redaudit.reports.html.covers import covers
from tests.support import page

PLACE = Box(100, 100, 160, 112)
UNDER = Concealed("under-redaction", PLACE, "Ann Q. Sample")
LABEL = Concealed("under-redaction", PLACE, "B6", harmless=True)
TINY = Concealed("tiny", PLACE, "Ann Q. Sample")
PALE = Concealed("transparent", PLACE, "Ann Q. Sample")


def found(content=Content.TEXT, **parts):
    (cover,) = covers(evolve(page("A word"), size=(612.0, 792.0), content=content, **parts))
    return cover


@pytest.mark.parametrize(
    ("box", "content", "manner"),
    [
        (RedactionBox(0, 0, PLACE), Content.TEXT, Manner.MELT),
        (RedactionBox(0, 0, PLACE, concealed=LABEL), Content.TEXT, Manner.MELT),
        (RedactionBox(0, 0, PLACE, concealed=UNDER), Content.TEXT, Manner.WIPE),
        (RedactionBox(0, 0, PLACE, concealed=UNDER), Content.SCAN, Manner.EVEN),
        (RedactionBox(0, 0, PLACE, concealed=UNDER), Content.IMAGE_ONLY, Manner.EVEN),
        (RedactionBox(0, 0, PLACE, Ink.PENDING), Content.TEXT, Manner.HATCH),
        (RedactionBox(0, 0, PLACE, Ink.PENDING, concealed=UNDER), Content.SCAN, Manner.HATCH),
    ],
)
def test_a_redaction_is_covered_where_it_is(box, content, manner):
    cover = found(content, boxes=(box,))
    assert (cover.box, cover.manner) == (PLACE, manner)


@pytest.mark.parametrize(
    ("hidden", "manner"), [(TINY, Manner.WIPE), (evolve(TINY, harmless=True), Manner.MELT), (PALE, Manner.MELT)]
)
def test_letters_of_hidden_words_are_covered_where_they_reach_out_of_their_place(hidden, manner):
    cover = found(concealed=(hidden,))
    assert (cover.box, cover.manner) == (Box(98, 98, 162, 114), manner)


def test_hidden_words_without_a_place_have_nothing_to_cover():
    assert list(covers(evolve(page("A word"), concealed=(evolve(TINY, box=None),)))) == []
