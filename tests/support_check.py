"""Outcomes and reports of a check, for tests: made up, some of it by somebody who means ill."""

import io

from redaudit import pipeline
from redaudit.model.document import Content, Source
from redaudit.model.finding import Audited, Finding, Severity, Skipped, Stale, Unreadable
from redaudit.model.part import Choices
from redaudit.model.record import Fact, PageFact, Record
from redaudit.vocabulary.outcome import Outcome
from tests.support import BROKEN, STORE, audited, plain

# What would steer a terminal, end an element, open a link, or be a command of a log, and what no file of text may hold.
ILL = "\n::error::x \x1b[31m ##[group] <b>]]>&\"' [a](http://zembla.example) % \u202e\x00\ud800\ufffe"


def finding(rule, severity, message, page=None, line=None, fingerprint="c" * 16):
    """A finding without marks."""
    return Finding(rule, severity, page, line, message, (), fingerprint)


def typed(*findings, path="memo.txt", pages=1, media_type="text/plain"):
    """A document of some pages with some findings."""
    record = Record(
        source=Source(path, "2" * 64, "text", media_type, 9),
        pages=tuple(PageFact(number, None, Content.TEXT, True) for number in range(1, pages + 1)),
        marks=(),
        release_status=Fact(Outcome.NONE),
    )
    return Audited(record, findings)


MEMO = typed(
    finding("portion-mark-missing", Severity.LOW, "page 1: 1 paragraph bears no mark", 1, 12, "d" * 16),
    finding("downgrade", Severity.INFO, "downgraded from SECRET to CONFIDENTIAL", 1, 3, "e" * 16),
)

# A document of two pages with findings, one of a page, a clean one, one that is none and one that cannot be read.
EVERYTHING = (BROKEN, audited(), STORE, MEMO, plain())

GONE = Stale("full-but-redacted", "3" * 16, "C00000009", True)
ELSEWHERE = Stale("downgrade", "4" * 16, "C00000010", False)

HOSTILE = (
    typed(finding("downgrade", Severity.HIGH, ILL, 1, 2), path=f"::{ILL},a:b.txt"),
    typed(finding("downgrade", Severity.INFO, ILL, 1, 2), path=f"::{ILL},a:b.md", pages=2),
    Unreadable(f"::{ILL}.pdf", ILL),
    Skipped(f"::{ILL}", ILL),
)


def checked(name, outcomes, rules=(), fail_on=Severity.MEDIUM, stale=(), reveal=False, sink=None):
    """A check's report as text."""
    sink = sink or io.StringIO()
    report = next(report for report in pipeline.reports() if report.id == name)
    choices = Choices(reveal=reveal, rules=tuple(rules), fail_on=fail_on, stale=lambda: tuple(stale))
    report.render(outcomes, sink, choices)
    return sink.getvalue()
