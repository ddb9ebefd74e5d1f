"""What a person sees first: a few columns a document, and what the whole run came to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field

from redaudit.model.finding import Audited, Outcomes, Severity, Skipped, Unreadable
from redaudit.reports._columns import record_columns
from redaudit.reports._rows import rows, words
from redaudit.vocabulary.level import LEVELS

# Names too long for a narrow column are shown by their mark: LOU, OUO, FOUO, SBU.
_SHORT = {level.name: level.mark for level in LEVELS if len(level.name) > len("UNCLASSIFIED")}

# The columns that a person sees of each kind of row.
HEADERS: dict[str, tuple[str, ...]] = {
    "documents": ("path", "original", "released", "codes", "withheld", "findings"),
    "redactions": ("path", "page", "line", "kind", "exemptions", "statutes", "quantity", "unit", "text"),
    "marks": ("path", "page", "line", "detector", "value", "ink", "text"),
    "findings": ("path", "page", "line", "rule", "severity", "message"),
    "unreadable": ("path", "state", "reason"),
}


@define
class Overview:
    """Passes outcomes on and counts them: documents, files not among them, findings by severity and by rule."""

    documents: int = 0
    unread: list[Unreadable | Skipped] = field(factory=list)
    severities: Counter[Severity] = field(factory=Counter)

    def counting(self, outcomes: Iterable[Outcomes]) -> Iterator[Audited]:
        """The audited documents among outcomes; all are counted on the way."""
        for outcome in outcomes:
            if isinstance(outcome, Audited):
                self.documents += 1
                self.severities.update(finding.severity for finding in outcome.findings)
                yield outcome
            else:
                self.unread.append(outcome)

    @property
    def unreadable(self) -> list[Unreadable]:
        """What could not be read, in source order."""
        return [outcome for outcome in self.unread if isinstance(outcome, Unreadable)]

    @property
    def skipped(self) -> list[Skipped]:
        """What is no document, in source order."""
        return [outcome for outcome in self.unread if isinstance(outcome, Skipped)]

    @property
    def summary(self) -> str:
        """One line: `12 documents, 1 unreadable, 0 skipped; findings: 1 high, 3 medium`."""
        return in_numbers(self.documents, len(self.unreadable), len(self.skipped), self.severities)


def in_numbers(documents: int, unreadable: int, skipped: int, severities: Mapping[Severity, int]) -> str:
    """What a run came to, in one line."""
    noun = "document" if documents == 1 else "documents"
    files = f"{documents} {noun}, {unreadable} unreadable, {skipped} skipped"
    counts = [f"{severities[severity]} {severity.word}" for severity in sorted(severities, reverse=True)]
    return f"{files}; findings: {', '.join(counts) or 'none'}"


def lines(audited: Audited, kind: str) -> Iterator[tuple[str, ...]]:
    """The rows that a person sees of one document."""
    if kind == "documents":
        yield _line(audited)
        return
    for row in rows(audited, kind):
        yield tuple(words(row.get(name)) for name in HEADERS[kind])


def _line(audited: Audited) -> tuple[str, ...]:
    columns = record_columns(audited)
    level = words(columns["original_classification"])
    rules = columns["findings"]
    return (
        audited.path,
        _SHORT.get(level, level),
        f"{words(columns['release_status'])} {words(columns['release_date'])}".strip(),
        words(columns["exemptions"]),
        words(columns["redactions"]),
        _worst(words(columns["worst"]), [str(rule) for rule in rules] if isinstance(rules, tuple) else []),
    )


def _worst(severity: str, rules: list[str]) -> str:
    more = f" +{len(rules) - 1}" if len(rules) > 1 else ""
    return f"{severity}: {rules[0]}{more}" if rules else ""
