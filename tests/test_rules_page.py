"""docs/rules.md is made from the rules and from what was seen of their hits; what was seen is enough and stands."""

import os

import pytest

from docs.list_rules import DOCS, FLOORS, LOOKED_AT, PAGE, groups, page, seen
from redaudit import pipeline
from redaudit.model.finding import Severity

RULES = pipeline.rules()
WEIGHTY = [rule for rule in RULES if rule.severity >= Severity.MEDIUM]


def test_the_page_is_as_the_rules_are():
    if "REDAUDIT_WRITE" in os.environ:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_to_be_careful_of(rule):
    assert len(rule.caution.split()) >= 5


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_days_of_a_rule_have_a_source(rule):
    assert [days for days in rule.holds if not days.source or not (days.since or days.until)] == []


def test_what_was_seen_is_written_down_for_every_rule_and_no_other():
    written = {path.stem for path in (DOCS / "precision").glob("*.csv")}
    assert written == set(groups())
    assert set(seen()) == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", WEIGHTY, ids=lambda rule: rule.id)
def test_enough_hits_of_a_weighty_rule_were_looked_at_and_stand(rule):
    looked = seen()[rule.id]
    assert min(looked.hits, LOOKED_AT) <= looked.looked_at <= looked.hits
    assert looked.lesser_stood <= looked.lesser_looked_at <= looked.lesser
    assert looked.stood >= FLOORS[rule.severity] * looked.looked_at
