"""Annotations of GitHub Actions: workflow commands that the runner reads out of a step's log.

::error file=papers/cable.txt,title=redaudit text-under-redaction::page 1: 7 characters still stand under 1 box

High findings are errors, medium ones warnings, low ones notices. Those for information, skipped files and stale entries
of a baseline are plain lines of the log: they ask for nothing, and annotations are few.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from redaudit.model.finding import Audited, Finding, Outcomes, Severity, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._sentences import in_place, line_of_file, of_finding, of_stale, of_unread, unheeded
from redaudit.reports._verdict import Verdict
from redaudit.reports.table import printable

_COMMANDS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}
# The runner makes annotations of so many commands of a kind in a step; the rest stays in the log.
_SHOWN = 10


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """A command a finding and an unreadable file, in source order, and the sum as a plain line."""
    verdict = Verdict(choices.fail_on)
    for outcome in verdict.counting(outcomes):
        sink.writelines(f"{line}\n" for line in _lines(outcome))
    sink.writelines(f"{unheeded(of_stale(stale))}\n" for stale in choices.stale())
    sink.writelines(f"{line}\n" for line in _beyond(verdict))
    sink.write(verdict.summary + "\n")


def _lines(outcome: Outcomes) -> Iterator[str]:
    if isinstance(outcome, Audited):
        for finding in outcome.findings:
            yield _of_finding(outcome, finding)
    elif isinstance(outcome, Unreadable):
        yield _command("error", outcome.path, None, "redaudit unreadable", printable(outcome.reason))
    else:
        yield unheeded(of_unread(outcome))


def _of_finding(audited: Audited, finding: Finding) -> str:
    command = _COMMANDS.get(finding.severity)
    if command is None:
        return unheeded(of_finding(audited.path, finding))
    title = f"redaudit {finding.rule}"
    return _command(command, audited.path, line_of_file(audited, finding), title, in_place(finding))


def _command(name: str, path: str, line: int | None, title: str, message: str) -> str:
    # Standard input lies nowhere in a repository.
    file = "" if path == "-" else f"file={_property(path)},"
    row = "" if line is None or not file else f"line={line},"
    return f"::{name} {file}{row}title={_property(title)}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """Text of a command, as the runner takes it back; signs that would steer a log are none of it."""
    shown = "".join(sign if sign.isprintable() or sign in "\r\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _beyond(verdict: Verdict) -> Iterator[str]:
    """Where there are more commands than GitHub shows: how many there are."""
    counts = Counter({command: verdict.severities[severity] for severity, command in _COMMANDS.items()})
    counts["error"] += verdict.unreadable
    if max(counts.values()) > _SHOWN:
        given = ", ".join(f"{counts[command]} {command}s" for command in _COMMANDS.values())
        yield f"annotations: {given}; GitHub shows {_SHOWN} of a kind a step, all of them stand in this log"


REPORT = Report(id="github", summary="annotations of GitHub Actions", render=render, verbs=("check",))
