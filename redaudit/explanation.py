"""What `redaudit explain` prints: the meaning of a code, a rule or a marking, with its source."""

import difflib
import textwrap
from collections.abc import Iterator, Sequence

from redaudit.errors import UsageError
from redaudit.model.part import Detector, Rule
from redaudit.vocabulary.caption import CAPTIONS
from redaudit.vocabulary.level import LEVELS
from redaudit.vocabulary.meaning import explain

WIDTH = 80
# Codes offered when a word is not known; any spelling of theirs is understood.
_CODES = ("B1", "B2", "B3", "B4", "B5", "B6", "B7(A)", "B7(C)", "B7(D)", "B7(E)", "1.4(B)", "3.3(b)(1)", "25X1", "P5")


def explanation(word: str, rules: Sequence[Rule], detectors: Sequence[Detector]) -> str:
    """What a code, a rule or a marking means; raises UsageError, with near matches, for a word nobody knows."""
    for rule in rules:
        if rule.id == word.lower():
            return "\n".join(_rule(rule))
    if meaning := explain(word):
        return "\n".join(textwrap.fill(line, WIDTH) for line in meaning.splitlines())
    for detector in detectors:
        if detector.id == word.lower():
            return "\n".join(_detector(detector))
    raise UsageError(f"nothing is known of {word!r}{_near(word, rules, detectors)}")


def _near(word: str, rules: Sequence[Rule], detectors: Sequence[Detector]) -> str:
    names = [rule.id for rule in rules] + [detector.id for detector in detectors]
    names += [caption.name for caption in CAPTIONS] + [level.name for level in LEVELS] + list(_CODES)
    folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(word.casefold(), folded, n=3, cutoff=0.6)
    inside = [name for name in folded if len(word) > 3 and word.casefold() in name][:3]
    found = [folded[name] for name in dict.fromkeys([*close, *inside])]
    return f"; did you mean {', '.join(found)}?" if found else "; see `redaudit rules`"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity.word}): {rule.summary}"
    yield f"\n{rule.rationale.strip()}"
    yield f"\nSource: {rule.source}"
    yield from _samples("Raised on, for example", rule.hits[:1])
    yield from _samples("Not raised on", rule.misses[:1])


def _detector(detector: Detector) -> Iterator[str]:
    yield f"{detector.id} (a marking): {detector.summary}"
    yield f"\nSource: {detector.source}"
    yield from _samples("Found in, for example", detector.hits[:3])
    yield from _samples("Not in", detector.misses[:3])


def _samples(title: str, samples: Sequence[str]) -> Iterator[str]:
    shown = [sample for sample in samples if not sample.startswith("%PDF-")]  # a drawn page is nothing to read
    if shown:
        yield f"\n{title}:"
    for sample in shown:
        yield "\n".join(f"    {line}".rstrip() for line in sample.strip("\n").splitlines())
