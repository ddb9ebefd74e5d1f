"""The page of rules: what each rule of redaudit looks for, why, and by which law or practice."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from redaudit.model.finding import Severity
from redaudit.model.part import Choices, Rule
from redaudit.reports.html import paper
from redaudit.reports.html.findings import SEVERITIES, RuleText, rule_text

STYLES = ("common.css", "dossier.css")


@frozen
class Grade:
    """The rules of one severity; `means` says what a finding of it tells."""

    severity: str
    means: str
    rules: tuple[RuleText, ...]


def write(place: Path, choices: Choices) -> None:
    """Writes the page; each rule has its id as an anchor."""
    head = paper.head(STYLES, (), "", choices.binding)
    page = paper.printed("rules.html", {"head": head, "grades": grades(choices.rules)})
    place.write_text(page, encoding="utf-8", newline="\n")


def grades(rules: Sequence[Rule]) -> tuple[Grade, ...]:
    """The rules by severity, the gravest first, each severity by the rules' ids; none for a severity without rules."""
    ordered = sorted(rules, key=lambda rule: rule.id)
    found = (
        Grade(
            severity.word, SEVERITIES[severity], tuple(rule_text(rule) for rule in ordered if rule.severity is severity)
        )
        for severity in sorted(Severity, reverse=True)
    )
    return tuple(grade for grade in found if grade.rules)
