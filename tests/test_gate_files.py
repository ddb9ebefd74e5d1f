"""What a repository of releases takes from here: the pre-commit hook and the GitHub action, run as they stand."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from redaudit import arguments

ROOT = Path(__file__).parent.parent
PROGRAM = Path(sys.executable).parent / "redaudit"
needs_bash = pytest.mark.skipif(
    not (shutil.which("bash") and PROGRAM.exists() and os.name == "posix"), reason="needs bash and redaudit installed"
)


def loaded(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hook_is_a_command_that_takes_files():
    (hook,) = loaded(".pre-commit-hooks.yaml")
    program, *rest = shlex.split(hook["entry"])
    assert (program, hook["language"], hook["id"]) == ("redaudit", "python", "redaudit")
    options = arguments.parsed([*rest, "releases/a.pdf", "releases/b.txt"])
    assert (options.verb, options.paths) == ("check", ["releases/a.pdf", "releases/b.txt"])


@pytest.fixture
def action(tmp_path, monkeypatch):
    """Runs the action's check over paths, one a line: exit code, verdict, log."""
    (tmp_path / "runner").mkdir()
    (tmp_path / "runner" / "redaudit").symlink_to(PROGRAM.parent.parent)
    script = next(step for step in loaded("action.yml")["runs"]["steps"] if step.get("id") == "check")
    inputs = {name: str(about.get("default", "")) for name, about in loaded("action.yml")["inputs"].items()}

    def run(**given):
        stated = {**inputs, **{name.replace("_", "-"): value for name, value in given.items()}}
        environment = {name: stated[_input(value)] for name, value in script["env"].items()}
        output = tmp_path / "output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script["run"]],
            env={**os.environ, **environment, "RUNNER_TEMP": str(tmp_path / "runner"), "GITHUB_OUTPUT": str(output)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, output.read_text().strip(), done.stdout

    return run


def _input(expression):
    """The name in `${{ inputs.fail-on }}`."""
    return expression.removeprefix("${{ inputs.").removesuffix(" }}")


@needs_bash
@pytest.mark.parametrize(
    ("given", "code", "verdict"),
    [
        ({"paths": f"{ROOT}/examples/clean/telegram-full.txt"}, 0, "clean"),
        ({"paths": f"{ROOT}/examples/clean/telegram-full.txt\n{ROOT}/examples/faulty/mail-full.txt\n"}, 1, "found"),
        ({"paths": f"{ROOT}/examples/faulty/mail-full.txt", "ignore": "high,medium"}, 0, "clean"),
        ({"paths": f"{ROOT}/examples/faulty/mail-full.txt", "select": "no-release-marking"}, 0, "clean"),
        ({"paths": "broken.pdf"}, 3, "unreadable"),
        ({"paths": "gone"}, 2, "usage"),
        ({"paths": "a name; $(touch trap).txt"}, 0, "clean"),
    ],
)
def test_the_action_ends_as_check_does(action, tmp_path, given, code, verdict):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    (tmp_path / "a name; $(touch trap).txt").write_text("The minister smiled.\n")
    assert action(**given)[:2] == (code, f"verdict={verdict}")
    assert not (tmp_path / "trap").exists()


@needs_bash
def test_the_action_annotates_or_writes_a_file(action, tmp_path):
    path = f"{ROOT}/examples/faulty/mail-full.txt"
    assert "::error file=" in action(paths=path)[2]
    assert action(paths=path, format="sarif", output="redaudit.sarif", fail_on="high")[0] == 1
    assert '"full-but-redacted"' in (tmp_path / "redaudit.sarif").read_text()
