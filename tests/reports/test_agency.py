"""Whose release it is, by the marks that prove it."""

import datetime as dt

import pytest
from attrs import evolve

from redaudit import pipeline
from redaudit.model.mark import Identifier, ReleaseStamp
from redaudit.model.record import Fact
from redaudit.reports._agency import _BY_FAMILY, _BY_SCHEME, _CONSENT, agency
from redaudit.vocabulary.outcome import Outcome
from tests.support import mark, seen
from tests.support_rules import record, stamp


def number(scheme, value="1", start=500):
    return mark("document-number", Identifier(scheme, value), value, start)


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("vrr", "Department of State"),
        ("litigation-band", "Department of State"),
        ("classified-at-release", "Department of State"),
        ("cia-historical-review", "Central Intelligence Agency"),
        ("fbi-declassified", "Federal Bureau of Investigation"),
        ("nsa", "National Security Agency"),
        ("dod-regraded", "Department of Defense"),
        ("doe-cancelled", "Department of Energy"),
        ("nara", "National Archives"),
        ("presidential-library", "Presidential library"),
        ("iscap", "Interagency Security Classification Appeals Panel"),
        ("jfk-form", "Kennedy Assassination Records Collection"),
        ("cia-no-objection", "Central Intelligence Agency"),
        ("declassified-words", ""),
        ("agency-wording", ""),
    ],
)
def test_a_stamp_tells_whose_it_is(family, name):
    assert agency(record(stamp(family=family))) == name


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        ("state-doc", "Department of State"),
        ("cia-rdp", "Central Intelligence Agency"),
        ("nsa-docid", "National Security Agency"),
        ("library-rac", "Presidential library"),
        ("jfk-rif", "Kennedy Assassination Records Collection"),
        ("nara-project", "National Archives"),
        ("message-reference", ""),
        ("civil-action", ""),
    ],
)
def test_a_number_tells_where_no_stamp_does(scheme, name):
    assert agency(record(number(scheme))) == name
    assert agency(record(number(scheme), stamp(family="declassified-words"))) == name


def test_a_record_without_marks_states_no_agency():
    assert agency(record()) == ""


def proven(marks, **facts):
    """A record whose columns rest on some of its marks."""
    return evolve(record(*marks), **{name: Fact(value, proof) for name, (value, proof) in facts.items()})


def test_the_stamp_that_dates_the_release_is_asked_first():
    reviews = tuple(stamp(text=text, family="cia") for text in "abc")
    library = stamp(family="presidential-library", date="2015-06-30")
    marks = (*reviews, library)
    status = (Outcome.PART, reviews)
    assert agency(record(*marks)) == "Central Intelligence Agency"
    assert agency(proven(marks, release_status=status)) == "Central Intelligence Agency"
    dated = proven(marks, release_status=status, release_date=(dt.date(2015, 6, 30), (library,)))
    assert agency(dated) == "Presidential library"


def test_the_status_is_asked_before_the_authority():
    state, archives = stamp(text="a", family="vrr"), stamp(text="b", family="nara")
    marks = (archives, state)
    authority = ("NND 900001", (archives,))
    assert agency(proven(marks, release_authority=authority)) == "National Archives"
    said = proven(marks, release_authority=authority, release_status=(Outcome.FULL, (state,)))
    assert agency(said) == "Department of State"


def test_most_stamps_decide_and_of_equals_the_first():
    cia, library = stamp(text="a", family="cia"), stamp(text="b", family="presidential-library")
    assert agency(record(library, cia)) == "Presidential library"
    assert agency(record(cia, library)) == "Central Intelligence Agency"
    assert agency(record(cia, library, stamp(text="c", family="presidential-library"))) == "Presidential library"


def test_who_has_no_objection_does_not_release():
    consent = stamp(family="cia-no-objection")
    assert agency(record(consent, stamp(text="b", family="presidential-library"))) == "Presidential library"
    assert agency(record(consent, number("state-doc"))) == "Central Intelligence Agency"


def test_the_number_of_the_document_comes_before_that_of_its_case():
    document, case = number("cia-foia"), number("state-case", "F-2015-00001")
    marks = (case, case, document)
    assert agency(record(case, document)) == "Department of State"
    assert agency(proven(marks, document_id=("C05000001", (document,)))) == "Central Intelligence Agency"


def test_every_stamp_and_number_that_a_detector_makes_is_known_or_left_out_on_purpose():
    """A new family or scheme is a row of the tables, or of this list of those that tell of no agency."""
    silent = {"declassified-words", "message-reference", "civil-action"}
    known = {*_BY_FAMILY, *_CONSENT, *_BY_SCHEME, *silent}
    made = {
        value.family if isinstance(value, ReleaseStamp) else value.scheme
        for detector in pipeline.detectors()
        for text in detector.hits
        for _, value in seen(detector.id, text)
        if isinstance(value, ReleaseStamp | Identifier)
    }
    assert made >= {"vrr", "cia", "jfk", "state-doc", "jfk-rif"}
    assert made - known == set()
