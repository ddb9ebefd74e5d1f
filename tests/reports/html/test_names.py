"""What a report calls the things that the model knows by short words."""

import pytest

from redaudit import pipeline
from redaudit.model.document import Holding, Ink
from redaudit.model.mark import RedactionKind
from redaudit.reports.html import names


def test_every_kind_of_mark_has_words_of_its_own():
    detectors = [detector.id for detector in pipeline.detectors()]
    assert [known for known in detectors if known not in names._DETECTORS] == []
    assert len(set(map(names.of_detector, detectors))) == len(detectors)


def test_a_kind_of_mark_that_nobody_named_is_called_by_its_detector():
    assert names.of_detector("made-up-mark") == "made up mark"


@pytest.mark.parametrize(
    ("named", "kinds"), [(names.INKS, Ink), (names.REDACTIONS, RedactionKind), (names.HOLDINGS, Holding)]
)
def test_every_member_is_named_and_no_two_alike(named, kinds):
    assert set(named) == set(kinds)
    assert len(set(named.values())) == len(named)


def test_redactions_and_findings_are_counted_from_one():
    assert (names.of_redaction(0), names.of_finding(11)) == ("R1", "F12")
