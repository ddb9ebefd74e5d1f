"""Each rule's fault planted in a clean example: that rule speaks, and no other."""

import importlib
from pathlib import Path

import pytest

from redaudit import pipeline
from redaudit.model.finding import Severity
from tests.planted._planted import CLEAN
from tests.support import SAMPLE_DAY

FOLDER = Path(__file__).parent / "planted"
GROUPS = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
PLANTED = {
    rule: planted
    for group in GROUPS
    for rule, planted in importlib.import_module(f"tests.planted.{group}").PLANTED.items()
}


def found(data):
    return {finding.rule for finding in pipeline.examine(data, as_of=SAMPLE_DAY).findings}


@pytest.mark.parametrize("rule", sorted(PLANTED))
def test_a_planted_fault_raises_its_rule_and_no_other(rule):
    planted = PLANTED[rule]
    assert found(planted.faulty()) - found(planted.clean()) == {rule, *planted.also}


@pytest.mark.parametrize("path", sorted(CLEAN.iterdir()), ids=lambda path: path.name)
def test_a_clean_example_raises_nothing_above_info(path):
    loud = [
        finding.rule
        for finding in pipeline.examine(path.read_bytes(), as_of=SAMPLE_DAY).findings
        if finding.severity > Severity.INFO
    ]
    assert loud == []


def test_every_rule_is_planted():
    assert {rule.id for rule in pipeline.rules()} - set(PLANTED) == set()
