"""The judgement of `check`: which findings pass the gate, which were accepted before, and whether the run fails."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from attrs import define, evolve, field

from redaudit.baseline import Accepted, accepted, load, number_of, save
from redaudit.config import Config
from redaudit.model.finding import Audited, Outcomes, Severity, Stale
from redaudit.model.part import Rule
from redaudit.selection import Selection


@define
class Gate:
    """Lets outcomes pass and keeps of each document the findings that count; asked afterwards, it knows the verdict.

    `baseline` are the findings accepted before; without one nothing is. What is kept grows with the findings of a run,
    not with its documents, but for the numbers of documents where there is a baseline to compare.
    """

    rules: tuple[Rule, ...]
    selection: Selection
    fail_on: Severity = Severity.MEDIUM
    baseline: frozenset[Accepted] = frozenset()
    writing: Path | None = None
    failing: int = 0
    _raised: set[Accepted] = field(factory=set)
    _documents: set[str] = field(factory=set)
    _known: set[str] = field(factory=set)

    def judged(self, outcomes: Iterable[Outcomes]) -> Iterator[Outcomes]:
        """The same outcomes, each document with the findings that count and were not accepted before."""
        weights = {rule.id: rule.severity for rule in self.rules}
        self._known = {entry.document for entry in self.baseline}
        for outcome in outcomes:
            if isinstance(outcome, Audited):
                kept = self.selection.kept(outcome.path, outcome.findings, weights)
                yield self._unaccepted(evolve(outcome, findings=kept))
            else:
                yield outcome

    def _unaccepted(self, audited: Audited) -> Audited:
        if (number := number_of(audited)) in self._known:
            self._documents.add(number)
        found = [(accepted(audited, finding), finding) for finding in audited.findings]
        if self.baseline or self.writing:
            self._raised.update(entry for entry, _ in found)
        new = tuple(finding for entry, finding in found if entry not in self.baseline)
        self.failing += sum(finding.severity >= self.fail_on for finding in new)
        return evolve(audited, findings=new)

    def stale(self) -> tuple[Stale, ...]:
        """What was accepted and not raised, known once all outcomes have passed; that of the run's documents first."""
        missing = sorted(self.baseline - self._raised, key=lambda entry: (entry.document not in self._documents, entry))
        return tuple(
            Stale(entry.rule, entry.fingerprint, entry.document, entry.document in self._documents) for entry in missing
        )

    def write(self, sink: TextIO) -> str:
        """Writes a baseline that accepts all that was raised, and says in one clause what changed.

        What was accepted in documents outside this run stays.
        """
        elsewhere = {entry for entry in self.baseline if entry.document not in self._documents}
        entries = self._raised | elsewhere
        save(entries, sink)
        new, gone = len(entries - self.baseline), len(self.baseline - entries)
        return f"{len(entries)} accepted in {self.writing}: {new} new, {gone} no longer raised and dropped"


def gate_for(config: Config, rules: tuple[Rule, ...]) -> Gate:
    """The gate of a configuration; raises UsageError where its baseline cannot be read."""
    own, practice = config.selection.severities, config.profile.severities
    accepted_in = config.baseline or config.writing
    missing = accepted_in is None or (config.writing is not None and not accepted_in.exists())
    return Gate(
        rules=rules,
        selection=evolve(config.selection, severities={**practice, **own}),
        fail_on=config.fail_on,
        baseline=frozenset() if accepted_in is None or missing else load(accepted_in),
        writing=config.writing,
    )
