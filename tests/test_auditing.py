"""Rules over a record: (the days a rule holds, the record's dates, whether it speaks), severities, fingerprints."""

import datetime as dt

import pytest

from redaudit.auditing import judged
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from tests.support_rules import banner, record

DAY = dt.date(2011, 3, 7)


def speaking(*problems, holds=(), severity=Severity.MEDIUM, as_of=None):
    """A rule that finds the same problems in every record."""
    return Rule("sample", severity, "", "", "", lambda _: iter(problems), (), (), holds=holds, check_as_of=as_of)


def fingerprints(made, *problems):
    return [finding.fingerprint for finding in judged(made, [speaking(*problems)])]


@pytest.mark.parametrize(
    ("holds", "facts", "speaks"),
    [
        ((), {}, True),
        ((Holds(Dated.RELEASE, since=DAY),), {"release_date": "2011-03-07"}, True),
        ((Holds(Dated.RELEASE, since=DAY),), {"release_date": "2011-03-06"}, False),
        ((Holds(Dated.RELEASE, since=DAY),), {"original_date": "1999-01-01"}, True),
        ((Holds(Dated.DOCUMENT, since=DAY),), {"original_date": "1999-01-01"}, False),
        ((Holds(Dated.DOCUMENT, until=DAY),), {"original_date": "2011-03-07"}, False),
        ((Holds(Dated.DOCUMENT, until=DAY),), {"original_date": "2011-03-06"}, True),
        ((Holds(Dated.DOCUMENT, until=DAY), Holds(Dated.RELEASE, since=DAY)), {"release_date": "2010-01-01"}, False),
    ],
)
def test_a_rule_rests_outside_its_days(holds, facts, speaks):
    assert bool(judged(record(**facts), [speaking(Problem("said"), holds=holds)])) is speaks


@pytest.mark.parametrize(
    ("stated", "expected"),
    [(None, "medium"), (Severity.LOW, "low"), (Severity.HIGH, "medium"), (Severity.INFO, "info")],
)
def test_a_problem_weighs_less_than_its_rule_and_never_more(stated, expected):
    found = judged(record(), [speaking(Problem("said", severity=stated))])
    assert [finding.severity.word for finding in found] == [expected]


def test_a_rule_about_the_future_rests_without_a_day():
    rule = speaking(as_of=lambda _, day: iter([Problem(f"after {day}")]))
    assert judged(record(), [rule]) == ()
    assert [finding.message for finding in judged(record(), [rule], DAY)] == ["after 2011-03-07"]


def test_another_division_into_pages_keeps_the_fingerprint():
    once = Problem("banners differ", (banner("SECRET"), banner("CONFIDENTIAL")))
    often = Problem("banners differ", (banner("SECRET"), banner("CONFIDENTIAL", page=2), banner("SECRET", page=3)))
    assert fingerprints(record(), once) == fingerprints(record(), often)


def test_a_finding_that_is_mended_leaves_the_fingerprints_of_the_others():
    first, second = Problem("one", (banner("SECRET"),)), Problem("two", (banner("CONFIDENTIAL"),))
    assert fingerprints(record(), first, second)[1:] == fingerprints(record(), second)


def test_findings_with_the_same_words_are_told_apart():
    same = Problem("one", (banner("SECRET"),))
    assert len(set(fingerprints(record(), same, same))) == 2
