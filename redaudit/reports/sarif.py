"""SARIF 2.1.0, for code scanning and its viewers: the rules, a result a finding, what was not read as notifications.

{"$schema": "...", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "redaudit", "rules": [...]}},
 "results": [{"ruleId": "text-under-redaction", "level": "error", "message": {"text": "..."}, ...}],
 "invocations": [{"executionSuccessful": true, ...}]}]}

GitHub takes up to 25,000 results of a run and shows the 5,000 most severe; more want `--select` or several runs.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import IO, TextIO
from urllib.parse import quote

from redaudit.model.finding import Audited, Finding, Outcomes, Skipped, Stale, Unreadable
from redaudit.model.part import Choices, Report, Rule
from redaudit.reports._descriptor import LEVELS, descriptor
from redaudit.reports._json import Json
from redaudit.reports._rows import state
from redaudit.reports._sentences import in_place, line_of_file, of_stale, on_line
from redaudit.reports._verdict import Verdict, release, waiting
from redaudit.reports.table import printable
from redaudit.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What a run has to say apart from its findings.
_NOTIFICATIONS = {
    "unreadable": ("error", "A file that ought to be a document could not be read; nothing is known of it."),
    "skipped": ("note", "A file that is no document was left out."),
    "stale": ("note", "An accepted finding of the baseline was not raised."),
}
_DRIVE = re.compile(r"[A-Za-z]:/")


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """One run, its results a line each as they come."""
    verdict = Verdict(choices.fail_on)
    number = {rule.id: index for index, rule in enumerate(choices.rules)}
    sink.write(f'{{"$schema": {_dump(_SCHEMA)},\n "version": "2.1.0",\n "runs": [{{\n')
    sink.write(f'"tool": {{"driver": {_dump(_driver(choices.rules))}}},\n"results": [')
    before = "\n"
    with waiting() as notifications:
        for outcome in verdict.counting(outcomes):
            if isinstance(outcome, Audited):
                for finding in outcome.findings:
                    sink.write(before + _dump(_result(outcome, finding, number)))
                    before = ",\n"
            else:
                _notify(_unread(outcome), notifications)
        for stale in choices.stale():
            _notify(_stale(stale), notifications)
        successful = _dump(verdict.unreadable == 0)
        sink.write(f'],\n"invocations": [{{"executionSuccessful": {successful},\n"toolExecutionNotifications": [')
        release(notifications, sink)
    sink.write("]}]}]}\n")


def _driver(rules: Iterable[Rule]) -> dict[str, Json]:
    notices: list[Json] = [
        {
            "id": name,
            # GitHub's checks ask for all three of every descriptor.
            **{part: {"text": text} for part in ("shortDescription", "fullDescription", "help")},
            "defaultConfiguration": {"level": level},
        }
        for name, (level, text) in _NOTIFICATIONS.items()
    ]
    return {
        "name": "redaudit",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [descriptor(rule) for rule in rules],
        "notifications": notices,
    }


def _result(audited: Audited, finding: Finding, number: Mapping[str, int]) -> dict[str, Json]:
    line = line_of_file(audited, finding)
    # Another copy of the document, or another division into pages, has the same fingerprint.
    fingerprints = {"redaudit/v1": finding.fingerprint}
    if line is None:
        # The one that GitHub goes by; where there is a line, its upload makes it from the words of that line.
        fingerprints["primaryLocationLineHash"] = f"{finding.fingerprint}:1"
    place = {"page": finding.page, "line": finding.line}
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": number[finding.rule]} if finding.rule in number else {}),
        "level": LEVELS[finding.severity],
        "message": {"text": _unlinked(on_line(finding) if line is None else in_place(finding))},
        "locations": [_location(audited.path, line, finding)],
        "partialFingerprints": fingerprints,
        "properties": {
            **{name: value for name, value in place.items() if value is not None},
            "severity": finding.severity.word,
        },
    }


def _location(path: str, line: int | None, finding: Finding) -> dict[str, Json]:
    # Line 1 is not claimed of a PDF or a picture: no region says that the finding is of the whole file.
    physical: dict[str, Json] = {"artifactLocation": {"uri": uri(path)}}
    if line is not None:
        physical["region"] = {"startLine": line}
    location: dict[str, Json] = {"physicalLocation": physical}
    if finding.page is not None:
        page = f"page {finding.page}"
        full = page if finding.line is None else f"{page}, line {finding.line}"
        location["logicalLocations"] = [{"name": page, "fullyQualifiedName": full, "kind": "page"}]
    return location


def _unread(outcome: Unreadable | Skipped) -> dict[str, Json]:
    notification = _notification(state(outcome), f"{printable(outcome.path)}: {printable(outcome.reason)}")
    return {**notification, "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(outcome.path)}}}]}


def _stale(stale: Stale) -> dict[str, Json]:
    return _notification("stale", of_stale(stale))


def _notification(name: str, words: str) -> dict[str, Json]:
    level, _ = _NOTIFICATIONS[name]
    index = list(_NOTIFICATIONS).index(name)
    return {"descriptor": {"id": name, "index": index}, "level": level, "message": {"text": _unlinked(words)}}


def _notify(notification: dict[str, Json], room: IO[str]) -> None:
    room.write((",\n" if room.tell() else "\n") + _dump(notification))


def uri(path: str) -> str:
    """A path as a URI: a relative one as a reference, an absolute one with its scheme."""
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    return quote(path, safe="/", errors="replace")


def _unlinked(text: str) -> str:
    """Words in which a viewer finds no link: `[words](place)` would be one."""
    return text.replace("](", "] (")


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


REPORT = Report(id="sarif", summary="SARIF 2.1.0, for code scanning", render=render, verbs=("check",))
