"""Rules over one record: which of them hold for it, what they find, and what makes a finding the same one elsewhere."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from redaudit.model.finding import Finding, Problem
from redaudit.model.part import Dated, Rule
from redaudit.model.record import Record


def judged(record: Record, rules: Iterable[Rule], as_of: dt.date | None = None) -> tuple[Finding, ...]:
    """What some rules find in a record, highest severity first, then by rule, page and line."""
    findings: list[Finding] = []
    for rule in rules:
        if not rule.holds or _holds(rule, record):
            problems = list(rule.check(record))
            if rule.check_as_of and as_of:
                problems += rule.check_as_of(record, as_of)
            if problems:
                findings += _findings(record, rule, problems)
    findings.sort(key=lambda found: (-found.severity, found.rule, found.page or 0, found.line or 0))
    return tuple(findings)


def _holds(rule: Rule, record: Record) -> bool:
    """Whether no known date of the record lies outside the days for which a rule holds."""
    for days in rule.holds:
        fact = record.original_date if days.of is Dated.DOCUMENT else record.release_date
        if fact is None:
            continue
        if (days.since and fact.value < days.since) or (days.until and fact.value >= days.until):
            return False
    return True


def _findings(record: Record, rule: Rule, problems: Iterable[Problem]) -> Iterator[Finding]:
    """What one rule found; findings with the same words are told apart by their order alone."""
    told: Counter[str] = Counter()
    for problem in problems:
        key = _key(record, rule, problem)
        told[key] += 1
        yield _finding(rule, problem, f"{key}\x1e{told[key] - 1}")


def _key(record: Record, rule: Rule, problem: Problem) -> str:
    """What makes a finding the same one in another copy: no path, page or place, and each of its words once.

    A banner that stands on every page is one word, so that another division into pages changes nothing.
    """
    number = record.document_id.value if record.document_id else record.source.sha256
    visible = dict.fromkeys(" ".join(mark.text.split()) for mark in problem.marks)
    return "\x1e".join((rule.id, number, "\x1f".join(visible)))


def _finding(rule: Rule, problem: Problem, key: str) -> Finding:
    first = problem.marks[0] if problem.marks else None
    return Finding(
        rule=rule.id,
        severity=rule.severity if problem.severity is None else min(problem.severity, rule.severity),
        page=problem.page if problem.page is not None else (first.page if first else None),
        line=problem.line if problem.line is not None else (first.line if first else None),
        message=problem.message,
        marks=problem.marks,
        fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16],
    )
