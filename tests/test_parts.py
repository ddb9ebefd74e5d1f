"""Every part: its id is its file's name, it says what it is and why, and its samples show what they say they show."""

import pytest

from redaudit import pipeline
from tests.support import raised, seen

DETECTORS = pipeline.detectors()
RULES = pipeline.rules()
PARTS = (*pipeline.readers(), *DETECTORS, *RULES, *pipeline.reports())


def samples(parts, kind):
    """One case a sample, named for its part and place."""
    return [
        pytest.param(part.id, sample, id=f"{part.id}-{number}")
        for part in parts
        for number, sample in enumerate(getattr(part, kind))
    ]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{type(part).__name__.lower()}-{part.id}")
def test_a_part_says_what_it_is_in_one_line(part):
    assert part.summary.strip() == part.summary != ""
    assert "\n" not in part.summary
    assert not part.summary.endswith(".")


@pytest.mark.parametrize("part", [*DETECTORS, *RULES], ids=lambda part: part.id)
def test_a_part_names_its_source_and_shows_samples(part):
    assert part.source.strip()
    assert part.hits
    assert part.misses


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_why(rule):
    assert len(rule.rationale.split()) >= 20


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.id)
def test_cues_are_in_upper_case(detector):
    assert [cue for cue in detector.cues if cue != cue.upper()] == []


@pytest.mark.parametrize(("detector", "text"), samples(DETECTORS, "hits"))
def test_a_detector_finds_its_hits(detector, text):
    assert seen(detector, text) != []


@pytest.mark.parametrize(("detector", "text"), samples(DETECTORS, "misses"))
def test_a_detector_leaves_its_misses_alone(detector, text):
    assert seen(detector, text) == []


@pytest.mark.parametrize(("rule", "text"), samples(RULES, "hits"))
def test_a_rule_is_raised_by_its_hits(rule, text):
    assert raised(rule, text)


@pytest.mark.parametrize(("rule", "text"), samples(RULES, "misses"))
def test_a_rule_is_not_raised_by_its_misses(rule, text):
    assert not raised(rule, text)
