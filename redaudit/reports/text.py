"""A check on a terminal or in a log: a line a finding, then what was not read, and what it came to.

papers/cable.txt:1: text-under-redaction 7 characters still stand under 1 box [high]
broken.pdf: unreadable: encrypted
1 document, 1 unreadable, 0 skipped; findings: 1 high; failing (medium or above): 1
"""

from collections.abc import Iterable
from typing import TextIO

from redaudit.model.finding import Audited, Outcomes, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._sentences import of_finding, of_stale, of_unread, unheeded
from redaudit.reports._verdict import Verdict, release, waiting


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """The findings as they come, then unreadable files, skipped ones, stale entries of the baseline, and the sum."""
    verdict = Verdict(choices.fail_on)
    with waiting() as unreadable, waiting() as skipped:
        for outcome in verdict.counting(outcomes):
            if isinstance(outcome, Audited):
                sink.writelines(_line(of_finding(outcome.path, finding)) for finding in outcome.findings)
            else:
                (unreadable if isinstance(outcome, Unreadable) else skipped).write(_line(of_unread(outcome)))
        release(unreadable, sink)
        release(skipped, sink)
    sink.writelines(_line(of_stale(stale)) for stale in choices.stale())
    sink.write(verdict.summary + "\n")


def _line(words: str) -> str:
    return unheeded(words) + "\n"


REPORT = Report(id="text", summary="a line a finding, for people and logs", render=render, verbs=("check",))
