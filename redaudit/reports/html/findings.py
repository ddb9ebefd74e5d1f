"""The findings of a document, gravest first, each with its marks and its rule."""

import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from redaudit.model.finding import Audited, Finding, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.reports._sentences import bare
from redaudit.reports.html import names
from redaudit.reports.html.anchors import Anchors, of_finding, of_redaction
from redaudit.reports.html.proof import Piece
from redaudit.reports.html.wording import place


@frozen
class Passage:
    """A paragraph of a rule's text, or an example whose lines stay as they are."""

    text: str
    example: bool


@frozen
class RuleText:
    """A rule for a reader."""

    id: str
    severity: str
    summary: str
    rationale: tuple[Passage, ...]
    caution: str
    source: str
    holds: tuple[str, ...]


@frozen
class Found:
    """One finding: `number` as on its flag on the page, `asks` what its severity asks of a reader.

    `rule` is told once, with its first finding, and is None where it was told or is not known.
    """

    number: str
    id: str
    severity: str
    asks: str
    message: str
    proof: Piece
    rule: RuleText | None


def found(audited: Audited, anchors: Anchors, rules: Sequence[Rule]) -> tuple[Found, ...]:
    """The findings of a document, by severity and rule."""
    known = {rule.id: rule for rule in rules}
    numbered = sorted(enumerate(audited.findings), key=lambda item: (-item[1].severity, item[1].rule, item[0]))
    redactions = _by_place(audited.record)
    told: set[str] = set()
    rows = []
    for index, finding in numbered:
        # A finding without marks points to the redactions that stand in its place.
        proof = anchors.of_marks(finding.marks) or redactions.get((finding.page, finding.line), ())
        rows.append(_found(index, finding, proof, {} if finding.rule in told else known))
        told.add(finding.rule)
    return tuple(rows)


def _found(index: int, finding: Finding, proof: Sequence[str], rules: Mapping[str, Rule]) -> Found:
    where, severity = place(finding.page, finding.line), finding.severity
    links = (*proof, of_finding(index)) if proof or finding.page is not None else ()
    rule = rules.get(finding.rule)
    return Found(
        number=names.of_finding(index),
        id=finding.rule,
        severity=severity.word,
        asks=SEVERITIES[severity],
        message=bare(finding),
        proof=Piece(where, links, where),
        rule=None if rule is None else rule_text(rule),
    )


def _by_place(record: Record) -> Mapping[tuple[int | None, int | None], Sequence[str]]:
    """The anchors of the redactions that stand on each line of each page."""
    found: defaultdict[tuple[int | None, int | None], list[str]] = defaultdict(list)
    for index, redaction in enumerate(record.redactions):
        found[redaction.page, redaction.line].append(of_redaction(index))
    return found


def rule_text(rule: Rule) -> RuleText:
    """A rule as a reader is told of it."""
    caution = " ".join(rule.caution.split())
    holds = tuple(holds.words for holds in rule.holds)
    return RuleText(rule.id, rule.severity.word, rule.summary, passages(rule.rationale), caution, rule.source, holds)


def passages(text: str) -> tuple[Passage, ...]:
    """Paragraphs, and indented examples with their lines as they are."""
    found = []
    for part in text.strip("\n").split("\n\n"):
        example = all(line.startswith("    ") for line in part.splitlines())
        found.append(Passage(textwrap.dedent(part) if example else " ".join(part.split()), example))
    return tuple(found)


# What a severity asks of a reader.
SEVERITIES = {
    Severity.HIGH: "an error to know of before release, or a likely legal defect",
    Severity.MEDIUM: "a person should look",
    Severity.LOW: "a matter of care",
    Severity.INFO: "good to know",
}
