"""Agencies and their practices: each makes a rule that there is weigh less."""

import pytest

from redaudit import pipeline
from redaudit.config import COMMAND_LINE, Config, stated
from redaudit.errors import UsageError
from redaudit.gate import gate_for
from redaudit.model.finding import Severity
from redaudit.profile import PROFILES, profile_named

RULES = {rule.id: rule for rule in pipeline.rules()}
PRACTICES = [
    pytest.param(practice, id=f"{profile.name}-{practice.rule}")
    for profile in PROFILES
    for practice in profile.practices
]


@pytest.mark.parametrize("practice", PRACTICES)
def test_a_practice_lowers_a_rule_and_says_why(practice):
    assert practice.severity < RULES[practice.rule].severity
    assert practice.why


def test_an_agency_is_named_in_any_case_and_a_wrong_name_meets_the_nearest():
    assert profile_named("CIA").title == "Central Intelligence Agency"
    with pytest.raises(UsageError, match=r"no agency profile is called 'sate'; did you mean state\?"):
        profile_named("sate")


def test_an_agency_lowers_what_its_releases_do_and_a_weight_of_ones_own_wins():
    config = stated(Config(), {"agency": "cia"}, "file: ", list(RULES))
    assert gate_for(config, pipeline.rules()).selection.severities["b1-without-category"] is Severity.LOW
    own = stated(config, {"severity": {"b1-without-category": "high"}}, "file: ", list(RULES))
    assert gate_for(own, pipeline.rules()).selection.severities["b1-without-category"] is Severity.HIGH


def test_an_agency_is_not_for_the_command_line():
    with pytest.raises(UsageError, match="--agency: no such key"):
        stated(Config(), {"agency": "cia"}, COMMAND_LINE)
