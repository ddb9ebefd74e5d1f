"""Which findings count: rules and severities selected or ignored, weights of one's own, paths with rules of their own.

select = ["high", "b1-without-category"]
ignore = ["info"]
[severity]
banner-unstruck = "low"
[per-path-ignores]
"before-1995/" = ["b1-without-category"]
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve, field, frozen
from pathspec import GitIgnoreSpec

from redaudit.errors import UsageError
from redaudit.model.finding import Finding, Severity
from redaudit.near import meant

SEVERITIES = {severity.word: severity for severity in sorted(Severity, reverse=True)}


@frozen
class PathRules:
    """Rules and severities that are ignored for some paths; `pattern` reads as a line of .gitignore does."""

    pattern: str
    ignored: frozenset[str]
    spec: GitIgnoreSpec = field(eq=False, repr=False)


@frozen
class Selection:
    """Which findings count, and how much. Rules and severities are named by their words.

    `select` empty selects all; `ignore` wins over it. `severities` gives rules a weight of one's own: what weighed one
    step less than its rule still does. `folder` is where the patterns of `paths` begin.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(factory=dict)
    paths: tuple[PathRules, ...] = ()
    folder: Path | None = None

    def kept(self, path: str, findings: Iterable[Finding], weights: Mapping[str, Severity]) -> tuple[Finding, ...]:
        """The findings of a document that count, highest severity first; `weights` are the rules' own severities."""
        ignored = self._ignored_at(path)
        weighed = (self._weighed(finding, weights) for finding in findings)
        kept = [finding for finding in weighed if self._counts(finding, ignored)]
        kept.sort(key=lambda finding: -finding.severity)
        return tuple(kept)

    def _counts(self, finding: Finding, ignored: frozenset[str]) -> bool:
        names = {finding.rule, finding.severity.word}
        return (not self.select or bool(names & self.select)) and not names & ignored

    def _weighed(self, finding: Finding, weights: Mapping[str, Severity]) -> Finding:
        own = self.severities.get(finding.rule)
        if own is None:
            return finding
        less = weights[finding.rule] - finding.severity
        return evolve(finding, severity=Severity(max(Severity.INFO, own - less)))

    def _ignored_at(self, path: str) -> frozenset[str]:
        shown = self._below_folder(path)
        return self.ignore.union(*(rules.ignored for rules in self.paths if rules.spec.match_file(shown)))

    def _below_folder(self, path: str) -> str:
        if self.folder is None:
            return path
        place = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links
        return place.relative_to(self.folder).as_posix() if place.is_relative_to(self.folder) else path


def chosen(words: Iterable[str], rules: Iterable[str]) -> frozenset[str]:
    """Rule ids and severities as a set; raises UsageError with the nearest right one for a word that is neither."""
    known, named = [*SEVERITIES, *rules], []
    for word in words:
        if word not in known:
            raise UsageError(f"no rule or severity is called {word!r}; {_near(word, known)}")
        named.append(word)
    return frozenset(named)


def weights_of(table: Mapping[str, str], rules: Iterable[str]) -> dict[str, Severity]:
    """Severities of one's own by rule; raises UsageError for an unknown rule or severity."""
    known = list(rules)
    for rule, word in table.items():
        if rule not in known:
            raise UsageError(f"no rule is called {rule!r}; {_near(rule, known)}")
        if word not in SEVERITIES:
            raise UsageError(f"{rule}: no severity is called {word!r}; {meant(word, SEVERITIES)}")
    return {rule: SEVERITIES[word] for rule, word in table.items()}


def path_rules(table: Mapping[str, Iterable[str]], rules: Iterable[str]) -> tuple[PathRules, ...]:
    """What is ignored where, in the order in which it is stated."""
    known = list(rules)
    return tuple(
        PathRules(pattern, chosen(words, known), GitIgnoreSpec.from_lines([pattern]))
        for pattern, words in table.items()
    )


def _near(word: str, known: Iterable[str]) -> str:
    near = meant(word, known, "")
    return near if near.startswith("did") else "`redaudit rules` lists them"
