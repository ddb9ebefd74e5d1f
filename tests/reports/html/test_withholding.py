"""How much each code withholds: what is counted, under which codes, and what is known of its size."""

import pytest

from redaudit.model.mark import RedactionKind
from redaudit.model.record import Redaction
from redaudit.reports.html.withholding import Extent, amount_of_area, amount_of_lines, extents
from tests.support import audited


def passage(*exemptions, **said):
    return Redaction(RedactionKind.BOX, page=1, line=1, start=0, end=0, exemptions=exemptions, **said)


def withheld_in(*redactions):
    return extents(audited(redactions=redactions).record)


def test_a_passage_is_counted_under_every_code_and_the_document_once():
    assert withheld_in(
        passage("B1", "1.4(D)", lines_estimated=2.5),
        passage("B1", page_share=0.125),
        passage("B1"),
        passage(lines_estimated=1.0),
    ) == (
        ("B1", Extent(documents=1, passages=3, lines=250, with_lines=1, area=125_000, with_area=1)),
        ("1.4(D)", Extent(documents=1, passages=1, lines=250, with_lines=1)),
        ("", Extent(documents=1, passages=1, lines=100, with_lines=1)),
    )


def test_a_code_that_stands_twice_beside_a_passage_counts_once():
    assert withheld_in(passage("B6", "B6")) == (("B6", Extent(1, 1)),)


def test_what_a_publisher_withheld_is_not_counted():
    assert withheld_in(passage("B6", official=False)) == ()


def test_extents_add_up():
    assert Extent(1, 2, 3, 4, 5, 6) + Extent(10, 20, 30, 40, 50, 60) == Extent(11, 22, 33, 44, 55, 66)


@pytest.mark.parametrize(
    ("lines", "known", "text"),
    [(0, 0, ""), (0, 1, "0"), (100, 1, "1"), (1000, 1, "10"), (250, 1, "2.5"), (123_456, 9, "1,234.6")],
)
def test_lines_in_words(lines, known, text):
    assert amount_of_lines(Extent(1, 9, lines=lines, with_lines=known)) == text


@pytest.mark.parametrize(
    ("area", "known", "text"),
    [(0, 0, ""), (0, 1, "0"), (900, 1, "under 0.01"), (20_000_000, 30, "20"), (1_257_000, 2, "1.26")],
)
def test_area_in_pages(area, known, text):
    assert amount_of_area(Extent(1, 99, area=area, with_area=known)) == text
