"""What README and CHANGELOG say is what the code does.

The worked examples and the tables of rules and formats in the README are written from the code:

    REDAUDIT_WRITE=1 python -m pytest tests/test_examples.py tests/test_docs.py
"""

import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from redaudit import arguments, pipeline
from redaudit.cli import main
from redaudit.config import KEYS, Config, stated
from redaudit.errors import ExitCode
from redaudit.profile import PROFILES
from redaudit.readers._ocr import absence
from redaudit.reports._columns import COLUMNS
from redaudit.reports._rows import KINDS
from tests.scan_pages import PAGES

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GATE = ROOT / "docs" / "gate.md"
SCANS = ROOT / "docs" / "scans.md"
WRITE = "REDAUDIT_WRITE" in os.environ

# The one-line commands for a bare clone.
INSTALL = "python3 -m venv .venv && .venv/bin/pip install -q"
REPORT = f"{INSTALL} . && .venv/bin/redaudit report examples/"
TESTS = f"{INSTALL} '.[test]' && .venv/bin/python -m pytest"


def readme():
    return README.read_text(encoding="utf-8")


def section(name, place=README):
    """What stands between a section's two marks in the README, or on another page."""
    text = place.read_text(encoding="utf-8")
    found = re.search(rf"<!-- begin {re.escape(name)} -->\n(.*?)<!-- end ", text, re.DOTALL)
    assert found, f"no section {name!r}"
    return found[1]


def table(name):
    """The rows of a section's table, each as its cells, without the code marks; the header apart."""
    rows = [line.strip("| ").split(" | ") for line in section(name).splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def blocks(language):
    """The fenced blocks of a language in the README."""
    return re.findall(rf"^```{language}\n(.*?)^```$", readme(), re.DOTALL | re.MULTILINE)


def commands():
    """Every command line that begins with `redaudit` in the README."""
    return [line for block in blocks("sh") for line in block.splitlines() if line.startswith("redaudit ")]


def agree(name, made, place=README):
    """A section written from the code is as the code would write it now; with REDAUDIT_WRITE it is written."""
    if WRITE:
        before, rest = place.read_text(encoding="utf-8").split(f"<!-- begin {name} -->\n", 1)
        after = rest[rest.index("<!-- end ") :]
        place.write_text(f"{before}<!-- begin {name} -->\n{made}{after}", encoding="utf-8", newline="\n")
    assert section(name, place) == made


@pytest.fixture
def at_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.skipif(bool(absence()), reason=f"two of the examples are pictures and need OCR: {absence()}")
@pytest.mark.parametrize(
    ("arguments_shown", "code"),
    [
        ("report examples/", ExitCode.DONE),
        ("report examples/ --rows findings", ExitCode.DONE),
        ("check examples/faulty/ --ignore low,info", ExitCode.FOUND),
    ],
)
def test_a_worked_example_is_what_the_tool_prints(at_root, capsys, arguments_shown, code):
    assert main([*shlex.split(arguments_shown), "--jobs", "1"]) == code
    agree(f"example: {arguments_shown}", f"```text\n{capsys.readouterr().out}```\n")


def test_every_rule_is_listed_with_its_severity_and_summary():
    lines = [f"| `{rule.id}` | {rule.severity.word} | {rule.summary} |\n" for rule in pipeline.rules()]
    agree("rules", "".join(["| rule | severity | what it found |\n|---|---|---|\n", *lines]))


def test_every_agency_is_listed_with_its_practices():
    lines = [
        f"  | `{profile.name}` | {profile.title} | `{practice.rule}` | {practice.severity.word} | {practice.why} |\n"
        for profile in PROFILES
        for practice in profile.practices
    ]
    head = "  | `agency` | whose | rule | weighs | because |\n  |---|---|---|---|---|\n"
    agree("agencies", head + "".join(lines), GATE)


def test_every_format_is_listed_with_its_summary():
    lines = [f"| `{report.id}` | {report.summary} |\n" for report in pipeline.reports() if "report" in report.verbs]
    agree("formats", "".join(["| `--format` | what it writes |\n|---|---|\n", *lines]))


@pytest.mark.parametrize("name", ["clean", "faulty"])
def test_the_folders_of_examples_are_what_they_are_called(at_root, capsys, name):
    assert main(["check", f"examples/{name}", "--quiet"]) == (ExitCode.DONE if name == "clean" else ExitCode.FOUND)


def test_every_column_is_listed_in_order():
    assert tuple(row[0] for row in table("columns")) == COLUMNS
    assert all(len(row) == 2 and row[1] for row in table("columns"))


def test_every_kind_of_row_is_listed():
    rows = re.findall(r"^\| `(\w+)` \|", readme().split("| `--rows` |")[1].split("\n\n")[0], re.MULTILINE)
    assert tuple(rows) == KINDS


def test_every_exit_code_is_listed():
    assert [int(row[0]) for row in table("exit codes")] == sorted(ExitCode)


def test_the_two_commands_for_a_bare_clone_stand_alone():
    assert f"{REPORT}\n" in blocks("sh")
    assert f"{TESTS}\n" in blocks("sh")


@pytest.mark.parametrize("command", commands())
def test_a_command_shown_is_one_the_tool_accepts(command):
    arguments.parsed(shlex.split(command)[1:])


def options_of(verb, capsys):
    with pytest.raises(SystemExit) as ended:
        main([verb, "--help"])
    assert ended.value.code == ExitCode.DONE
    return set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out))


def test_an_option_named_is_one_there_is_and_none_is_left_out(capsys):
    accepted = set().union(*(options_of(verb, capsys) for verb in ("report", "check", "explain", "stats")))
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", readme()))
    assert shown - accepted == set()
    assert accepted - shown - {"--help", "--output"} == set()


def test_the_configuration_shown_is_understood_and_names_every_key():
    (shown,) = map(tomllib.loads, blocks("toml"))
    assert tuple(shown) == KEYS
    assert stated(Config(), shown, "README.md: ", [rule.id for rule in pipeline.rules()]) != Config()


def test_the_gate_page_shows_configurations_and_commands_that_are_understood():
    gate = GATE.read_text(encoding="utf-8")
    shown = re.findall(r"^```(toml|sh|yaml)\n(.*?)^```$", gate, re.DOTALL | re.MULTILINE)
    ids = [rule.id for rule in pipeline.rules()]
    for _, text in (block for block in shown if block[0] == "toml"):
        assert stated(Config(), tomllib.loads(text), "gate.md: ", ids) != Config()
    lines = [line for kind, text in shown if kind != "toml" for line in text.splitlines()]
    run = [line.split("redaudit ", 1)[1] for line in lines if line.strip(" -").startswith("redaudit check")]
    assert len(run) == 3
    for arguments_shown in run:
        arguments.parsed(shlex.split(arguments_shown))


@pytest.mark.parametrize("topic", ["full-but-redacted", "B6", "NODIS"])
def test_what_the_readme_explains_is_explained(capsys, topic):
    assert f"redaudit explain {topic}" in commands()
    assert main(["explain", topic]) == ExitCode.DONE
    assert topic in capsys.readouterr().out


def test_the_python_shown_runs(at_root, capsys):
    (code,) = blocks("python")
    assert len([line for line in code.splitlines() if line]) <= 10
    exec(compile(code, "README.md", "exec"), {})
    classification_and_date, until, *findings = capsys.readouterr().out.splitlines()
    assert classification_and_date == "SECRET 2019-05-14"
    assert "05/14/2029" in until
    assert findings


def test_links_lead_to_files():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", readme()):
        assert (ROOT / target).exists(), target


def test_every_drawn_scan_has_its_figures():
    rows = re.findall(r"^\| ([a-z ]+) \|", SCANS.read_text("utf-8").split("<!-- begin pages -->")[1], re.MULTILINE)
    assert rows == ["page", *(page.__name__.replace("_", " ") for page in PAGES)]


def test_unreleased_is_on_top_of_the_changelog():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", changelog, re.MULTILINE)[0] == "[Unreleased]"
    assert re.search(r"^## \[Unreleased\]\n\n(?!## )\S", changelog, re.MULTILINE)
