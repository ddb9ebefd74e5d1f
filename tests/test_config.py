"""Choices from files: where they are found, what may stand in them, what is wrong with them."""

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from redaudit.config import COMMAND_LINE, Config, configured, stated
from redaudit.errors import UsageError
from redaudit.model.finding import Severity
from redaudit.model.part import Ocr, Pages, Wordings
from redaudit.selection import Selection

ALL = """
format = "csv"
rows = "marks"
pages = "flagged"
jobs = 4
timeout = 60.5
max-size = "1.5 GB"
as-of = 2026-01-31
ocr = "off"
"""
RULES = ("full-but-redacted", "no-release-marking")
CHOSEN = Config("csv", "marks", 4, 60.5, 1_500_000_000, dt.date(2026, 1, 31), Ocr.OFF, Pages.FLAGGED)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to stand in, with papers two folders down."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.txt").write_text("SECRET")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_file_the_defaults_stand(here):
    assert configured(None, "a") == Config()
    plain = Config()
    assert (plain.format, plain.rows, plain.timeout, plain.max_size, plain.as_of, plain.ocr) == (
        "table",
        "documents",
        120,
        200_000_000,
        None,
        Ocr.ZONES,
    )


@pytest.mark.parametrize("first", ["a/b/x.txt", "a/b", "a", "-"])
def test_a_file_is_found_upwards_from_the_first_path(here, first):
    (here / "redaudit.toml").write_text(ALL)
    found = configured(None, first)
    assert (found.file, found.selection.folder) == (here / "redaudit.toml", here)
    assert evolve(found, file=None, selection=Selection()) == CHOSEN


def test_the_nearest_file_wins_and_a_project_without_our_table_is_passed(here):
    (here / "redaudit.toml").write_text("jobs = 1")
    (here / "a" / "pyproject.toml").write_text('[project]\nname = "other"\nbroken =')
    (here / "a" / "b" / "pyproject.toml").write_text("[tool.redaudit]\njobs = 3\n")
    assert configured(None, "a/b").jobs == 3
    assert configured(None, "a").jobs == 1


def test_where_nobody_can_look_no_file_is_found(here):
    assert configured(None, "x" * 300) == Config()


def test_a_named_file_wins_over_those_found(here):
    (here / "redaudit.toml").write_text("jobs = 1")
    (here / "other.toml").write_text("jobs = 2")
    (here / "pyproject.toml").write_text("[tool]\nother = 1")
    assert configured("other.toml", "a").jobs == 2
    assert evolve(configured("pyproject.toml", "a"), file=None, selection=Selection()) == Config()


def test_what_is_stated_later_wins():
    assert stated(CHOSEN, {"jobs": "9"}, "--") == evolve(CHOSEN, jobs=9)


@pytest.mark.parametrize(
    ("text", "size"), [("200MB", 200_000_000), ("1 gb", 1_000_000_000), ("5", 5_000_000), ("10K", 10_000)]
)
def test_sizes(text, size):
    assert stated(Config(), {"max-size": text}, "").max_size == size


KEYS = (
    "format, rows, pages, jobs, timeout, max-size, as-of, ocr, check-format, select, ignore, fail-on, baseline, "
    "agency, severity, per-path-ignores, wordings"
)
WRONG = [
    ("job = 4", "job: no such key; did you mean jobs?"),
    ("reveal = true", f"reveal: no such key; there are {KEYS}"),
    ('write-baseline = "x"', "write-baseline: no such key; did you mean baseline?"),
    ('fail-on = "info"', "fail-on: 'info' is none of high, medium, low"),
    ('select = ["full-but-redcted"]', "select: no rule or severity is called 'full-but-redcted'; did you mean RULE?"),
    ('ignore = "xyzzy"', "ignore: no rule or severity is called 'xyzzy'; `redaudit rules` lists them"),
    ("select = [1.5, true]", "select: True is neither a word nor a number"),
    ("severity = 3", "severity: 3 is not a table"),
    ('[severity]\nfull-but-redact = "low"', "severity: no rule is called 'full-but-redact'; did you mean RULE?"),
    (
        '[severity]\nfull-but-redacted = "hi"',
        "severity: full-but-redacted: no severity is called 'hi'; did you mean high?",
    ),
    (
        '[per-path-ignores]\n"old/" = ["hgh"]',
        "per-path-ignores: no rule or severity is called 'hgh'; did you mean high?",
    ),
    ('baseline = "../b.txt"', "baseline: ../b.txt does not lie below the configuration"),
    ("[wordings]\nful = []", "wordings: no wordings are called 'ful'; did you mean full?"),
    ('[wordings]\nfull = ["B6"]', "wordings: 'B6' is too short to be a wording"),
    ("jobs = 0", "jobs: '0' is not a number from 1 to 256"),
    ("jobs = true", "jobs: True is neither a word nor a number"),
    ("jobs = [1]", "jobs: [1] is neither a word nor a number"),
    ("timeout = -1", "timeout: '-1' is not a number of seconds"),
    ('timeout = "0"', "timeout: '0' is not a number of seconds"),
    ('max-size = "big"', "max-size: 'big' is not a size such as 200MB"),
    ("max-size = 0", "max-size: '0' is not a size such as 200MB"),
    ('as-of = "31.1.2026"', "as-of: '31.1.2026' is not a date such as 2026-01-31"),
    ('pages = "some"', "pages: 'some' is neither all nor flagged nor none"),
    ('ocr = "pages"', "ocr: 'pages' is neither zones nor off"),
    ("ocr = false", "ocr: False is neither a word nor a number"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_named_with_its_file(here, text, message):
    (here / "redaudit.toml").write_text(text)
    with pytest.raises(UsageError) as error:
        configured(None, "a", RULES)
    expected = message.replace("RULE", RULES[0])
    assert str(error.value) == f"{here / 'redaudit.toml'}: {expected}"


def test_a_file_that_is_no_toml_or_not_there_is_an_error(here):
    (here / "redaudit.toml").write_text("jobs =")
    with pytest.raises(UsageError, match=r"redaudit.toml: not TOML: "):
        configured(None, "a")
    with pytest.raises(UsageError, match=r"^none.toml: no such file or directory$"):
        configured("none.toml", "a")


def test_what_counts_is_stated_in_a_file(here):
    (here / "redaudit.toml").write_text(
        """
        check-format = "junit"
        select = ["high", "no-release-marking"]
        ignore = "info, low"
        fail-on = "high"
        baseline = "lists/accepted.txt"
        [severity]
        full-but-redacted = "medium"
        [per-path-ignores]
        "old/" = ["no-release-marking"]
        [wordings]
        full = ["CLEARED, IN FULL"]
        withheld = "[left out]"
        """
    )
    found = configured(None, "a", RULES)
    chosen = found.selection
    assert (found.check_format, found.fail_on, found.baseline) == ("junit", Severity.HIGH, here / "lists/accepted.txt")
    assert (chosen.select, chosen.ignore) == ({"high", "no-release-marking"}, {"info", "low"})
    assert chosen.severities == {"full-but-redacted": Severity.MEDIUM}
    assert [(rules.pattern, rules.ignored) for rules in chosen.paths] == [("old/", {"no-release-marking"})]
    assert found.wordings == Wordings(full=("CLEARED, IN FULL",), withheld=("[left out]",))


@pytest.mark.parametrize(
    ("stated_as", "place"),
    [
        ({}, None),
        ({"write-baseline": ""}, "redaudit-baseline.txt"),
        ({"write-baseline": "", "baseline": "b.txt"}, "b.txt"),
        ({"write-baseline": "c.txt", "baseline": "b.txt"}, "c.txt"),
    ],
)
def test_where_a_new_baseline_goes(stated_as, place):
    assert stated(Config(), stated_as, COMMAND_LINE).writing == (Path(place) if place else None)
