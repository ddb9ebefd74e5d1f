"""Each mark, redaction, finding and page has a name of its own."""

from attrs import evolve

from redaudit.reports.html.anchors import Anchors, of_finding, of_mark, of_page, of_redaction
from tests.support import BANNER, CODE, NUMBER, PORTION, STAMP, audited

ANCHORS = Anchors(audited(marks=(STAMP, BANNER, CODE, PORTION)))


def test_marks_are_named_in_the_order_of_the_page_each_once():
    assert ANCHORS.of_marks((CODE, STAMP, CODE)) == ("m0", "m2")


def test_many_marks_are_in_order_too():
    marks = tuple(evolve(BANNER, line=line) for line in range(1, 10))
    assert Anchors(audited(marks=marks)).of_marks((marks[8], marks[1])) == ("m1", "m8")


def test_a_mark_that_is_none_of_the_documents_has_no_name():
    assert ANCHORS.of_marks((NUMBER, BANNER)) == ("m1",)
    assert (NUMBER in ANCHORS, BANNER in ANCHORS) == (False, True)


def test_what_else_is_drawn_is_named_by_its_place():
    assert (of_mark(3), of_redaction(0), of_finding(12), of_page(4)) == ("m3", "r0", "f12", "page-4")
