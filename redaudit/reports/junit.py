"""JUnit's XML, as GitLab, Jenkins and others show tests: a suite a document, a case a finding.

<testsuite name="papers/cable.txt" tests="1" failures="1" errors="0" skipped="0">
<testcase classname="papers/cable.txt" name="text-under-redaction page 1"><failure type="high" message="..."> ...

A finding that fails the run is a failure, another one a case that passes with its words in `system-out`. A document
without findings is one case that passes, an unreadable file an error, a skipped one skipped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from redaudit.model.finding import Audited, Finding, Outcomes, Severity, Stale, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._rows import state
from redaudit.reports._sentences import in_place, of_finding, of_unread, why_stale
from redaudit.reports.table import printable

_BASELINE = "redaudit baseline"


@frozen
class _Case:
    """A test case: its name, the element that tells how it went (none: it passed), a line, and more about it."""

    name: str
    element: str = ""
    kind: str = ""
    message: str = ""
    body: str = ""


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """A suite a document as it comes; its counts are its own, so that no sum is waited for."""
    sink.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="redaudit">\n')
    for outcome in outcomes:
        _suite(printable(outcome.path), list(_cases(outcome, choices.fail_on)), sink)
    if stale := choices.stale():
        _suite(_BASELINE, [_of_stale(entry) for entry in stale], sink)
    sink.write("</testsuites>\n")


def _cases(outcome: Outcomes, fail_on: Severity) -> Iterator[_Case]:
    if isinstance(outcome, Audited):
        if not outcome.findings:
            yield _Case("no findings")
        told: Counter[str] = Counter()
        for finding in outcome.findings:
            name = _name(finding)
            told[name] += 1
            # GitLab drops a case whose class and name another one has.
            again = f" ({told[name]})" if told[name] > 1 else ""
            yield _of_finding(outcome.path, finding, fail_on, name + again)
        return
    word, reason = state(outcome), printable(outcome.reason)
    yield _Case(word, "error" if isinstance(outcome, Unreadable) else "skipped", word, reason, of_unread(outcome))


def _name(finding: Finding) -> str:
    return finding.rule if finding.page is None else f"{finding.rule} page {finding.page}"


def _of_finding(path: str, finding: Finding, fail_on: Severity, name: str) -> _Case:
    # GitLab shows the body and not the message.
    body = f"{of_finding(path, finding)}\nfingerprint: {finding.fingerprint}"
    if finding.severity < fail_on:
        return _Case(name, body=body)
    return _Case(name, "failure", finding.severity.word, in_place(finding), body)


def _of_stale(stale: Stale) -> _Case:
    entry = printable(f"{stale.rule} {stale.fingerprint} {stale.document}")
    return _Case(entry, "skipped", "stale", why_stale(stale), why_stale(stale))


def _suite(name: str, cases: list[_Case], sink: TextIO) -> None:
    counts = Counter(case.element for case in cases)
    sink.write(
        f'<testsuite name={quoteattr(name)} tests="{len(cases)}" failures="{counts["failure"]}"'
        f' errors="{counts["error"]}" skipped="{counts["skipped"]}">\n'
    )
    sink.writelines(_element(name, case) for case in cases)
    sink.write("</testsuite>\n")


def _element(suite: str, case: _Case) -> str:
    head = f"<testcase classname={quoteattr(suite)} name={quoteattr(case.name)}"
    if not case.body:
        return f"{head}/>\n"
    if not case.element:
        return f"{head}><system-out>{escape(case.body)}</system-out></testcase>\n"
    attributes = f"type={quoteattr(case.kind)} message={quoteattr(case.message)}"
    return f"{head}><{case.element} {attributes}>{escape(case.body)}</{case.element}></testcase>\n"


REPORT = Report(id="junit", summary="JUnit's XML, for GitLab and Jenkins", render=render, verbs=("check",))
