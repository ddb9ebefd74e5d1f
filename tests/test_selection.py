"""Which findings count: (what is chosen, findings, those kept)."""

from pathlib import Path

import pytest
from attrs import evolve

from redaudit.errors import UsageError
from redaudit.model.finding import Finding, Severity
from redaudit.selection import Selection, chosen, path_rules, weights_of

RULES = ("full-but-redacted", "no-release-marking", "downgrade")
WEIGHTS = {"full-but-redacted": Severity.HIGH, "no-release-marking": Severity.HIGH, "downgrade": Severity.INFO}
FOUND = (
    Finding("full-but-redacted", Severity.HIGH, 1, 1, "", (), "0" * 16),
    Finding("no-release-marking", Severity.MEDIUM, 1, 1, "", (), "1" * 16),
    Finding("downgrade", Severity.INFO, 1, 1, "", (), "2" * 16),
)


def kept(path="new/a.txt", **choices):
    return [(finding.rule, finding.severity.word) for finding in Selection(**choices).kept(path, FOUND, WEIGHTS)]


FULL, NONE, DOWN = ("full-but-redacted", "high"), ("no-release-marking", "medium"), ("downgrade", "info")


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ("", "", [FULL, NONE, DOWN]),
        ("high", "", [FULL]),
        ("high downgrade", "", [FULL, DOWN]),
        ("", "info", [FULL, NONE]),
        ("high medium", "full-but-redacted", [NONE]),
        ("downgrade", "info", []),
    ],
)
def test_rules_and_severities_are_selected_and_ignoring_wins(select, ignore, expected):
    assert kept(select=frozenset(select.split()), ignore=frozenset(ignore.split())) == expected


@pytest.mark.parametrize(
    ("rule", "own", "expected"),
    [
        ("full-but-redacted", "low", [NONE, ("full-but-redacted", "low"), DOWN]),
        # It weighed one step less than its rule, and still does.
        ("no-release-marking", "medium", [FULL, ("no-release-marking", "low"), DOWN]),
        ("no-release-marking", "info", [FULL, ("no-release-marking", "info"), DOWN]),
        ("downgrade", "high", [FULL, ("downgrade", "high"), NONE]),
    ],
)
def test_a_weight_of_ones_own_keeps_what_doubt_took_away(rule, own, expected):
    assert kept(severities=weights_of({rule: own}, RULES)) == expected


def test_a_weight_of_ones_own_is_what_select_sees():
    assert kept(severities={"full-but-redacted": Severity.LOW}, select=frozenset({"high"})) == []


@pytest.mark.parametrize(
    ("pattern", "path", "ignored"),
    [
        ("old/", "old/a.txt", True),
        ("old/", "new/old/a.txt", True),
        ("/old/", "new/old/a.txt", False),
        ("*.txt", "new/a.txt", True),
        ("new/*.pdf", "new/a.txt", False),
        ("new/**", "new/deep/a.txt", True),
        ("**/b.txt", "new/a.txt", False),
    ],
)
def test_patterns_of_paths_read_as_in_a_gitignore(pattern, path, ignored):
    paths = path_rules({pattern: ["high"]}, RULES)
    assert kept(path, paths=paths) == ([NONE, DOWN] if ignored else [FULL, NONE, DOWN])


def test_patterns_begin_at_the_configuration(tmp_path, monkeypatch):
    (tmp_path / "releases").mkdir()
    monkeypatch.chdir(tmp_path / "releases")
    paths = path_rules({"/releases/old/": ["high"]}, RULES)
    assert kept("old/a.txt", paths=paths, folder=tmp_path) == [NONE, DOWN]
    assert kept("old/a.txt", paths=paths, folder=tmp_path / "elsewhere") == [FULL, NONE, DOWN]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("Full-but-redacted", "no rule or severity is called 'Full-but-redacted'; did you mean full-but-redacted?"),
        ("hgih", "no rule or severity is called 'hgih'; did you mean high?"),
        ("xyzzy", "no rule or severity is called 'xyzzy'; `redaudit rules` lists them"),
    ],
)
def test_a_wrong_word_is_an_error_that_names_the_nearest(word, message):
    with pytest.raises(UsageError) as error:
        chosen([word], RULES)
    assert str(error.value) == message


def test_findings_are_what_they_were_where_nothing_is_chosen():
    assert Selection().kept("a.txt", FOUND, WEIGHTS) == FOUND
    assert evolve(Selection(), folder=Path("/")).kept("a.txt", FOUND, WEIGHTS) == FOUND
