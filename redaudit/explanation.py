"""What `redaudit explain` prints: the meaning of a code, a rule or a marking, with its source; as text, or as JSON."""

import difflib
import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from redaudit.errors import UsageError
from redaudit.model.part import Detector, Rule
from redaudit.vocabulary.meaning import Explained, Part, impossible, key, meanings, rules_on, spellings

WIDTH = 80
_PDF = "%PDF-"
# Near words in a message about an unknown one.
_MOST = 3

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Answer: TypeAlias = Rule | Detector | tuple[Part, ...]


def explanation(word: str, rules: Sequence[Rule], detectors: Sequence[Detector]) -> str:
    """What a code, a rule or a marking means; raises UsageError, with near matches, for a word nobody knows."""
    answer = _answer(word, rules, detectors)
    if isinstance(answer, Rule):
        return "\n".join(_rule(answer))
    if isinstance(answer, Detector):
        return "\n".join(_detector(answer))
    return "\n".join(_meanings(word, answer))


def explanation_json(word: str, rules: Sequence[Rule], detectors: Sequence[Detector]) -> str:
    """The same as one JSON object: the word, and a list of what it stands for; raises UsageError alike.

    Each item of `explained` has `of`, the piece of the word it explains: items of one piece are several meanings of it,
    items of different pieces the parts of the word.
    """
    answer = _answer(word, rules, detectors)
    explained: list[Json]
    if isinstance(answer, Rule):
        explained = [{"of": word, **_rule_fields(answer)}]
    elif isinstance(answer, Detector):
        explained = [{"of": word, **_detector_fields(answer)}]
    else:
        explained = [{"of": piece, **_fields(row)} for piece, row in answer]
    return json.dumps({"word": word, "explained": explained}, ensure_ascii=False, indent=2)


def _answer(word: str, rules: Sequence[Rule], detectors: Sequence[Detector]) -> Answer:
    """A rule by its id, else what the vocabulary knows, else a detector by its id."""
    name = word.strip().lower()
    for rule in rules:
        if rule.id == name:
            return rule
    if found := meanings(word):
        return found
    for detector in detectors:
        if detector.id == name:
            return detector
    why = impossible(word)
    known = f"{word!r} is no code: {why}" if why else f"nothing is known of {word!r}"
    raise UsageError(f"{known}{_near(word, rules, detectors)}")


def _near(word: str, rules: Sequence[Rule], detectors: Sequence[Detector]) -> str:
    """Codes, captions, rules and other names that are like a word, as the end of a message."""
    names = [rule.id for rule in rules] + [detector.id for detector in detectors] + list(spellings())
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(name.casefold(), name)
    close = difflib.get_close_matches(word.casefold(), folded, n=_MOST, cutoff=0.6)
    inside = [name for name in folded if len(word) > 3 and word.casefold() in name][:_MOST]
    # Two spellings of one thing are one suggestion.
    things: dict[object, str] = {}
    for name in (*close, *inside):
        parts = meanings(folded[name])
        things.setdefault(parts[0][1] if parts else name, folded[name])
    found = things.values()
    return f"; did you mean {', '.join(found)}?" if found else "; see `redaudit rules`"


# Text.


def _filled(line: str) -> str:
    return textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)


def _meanings(word: str, parts: tuple[Part, ...]) -> Iterator[str]:
    pieces = list(dict.fromkeys(piece for piece, _ in parts))
    if len(pieces) > 1:
        yield _filled(f"{' '.join(word.split())} has {len(pieces)} parts: {', '.join(pieces)}.")
    for index, piece in enumerate(pieces):
        rows = [row for owner, row in parts if owner == piece]
        if index or len(pieces) > 1:
            yield ""
        if not any(_spelled(piece, row) for row in rows):
            yield _filled(f"{piece}, read as {rows[0].name}:")
        if len(rows) > 1:
            yield f"{piece} stands for {len(rows)} things:"
        for number, row in enumerate(rows):
            if number or len(rows) > 1:
                yield ""
            yield from _explained(row)


def _spelled(piece: str, row: Explained) -> bool:
    """Whether a piece is one of the spellings of what it was found to be, and not a damaged or longer one."""
    return key(piece) in map(key, (row.name, *row.spellings, *row.silent))


def _explained(row: Explained) -> Iterator[str]:
    yield _filled(f"{row.name} ({row.kind.value}): {row.meaning}")
    yield _filled(f"Used by: {'; '.join(row.users)}")
    if row.since or row.until:
        bounds = [f"from {row.since} on"] if row.since and not row.until else [f"from {row.since}"] if row.since else []
        bounds += [f"until {row.until}"] if row.until else []
        yield f"In use: {' '.join(bounds)}"
    yield _filled(f"Today: {row.now}")
    yield _filled(f"Source: {row.source}")
    if row.unconfirmed:
        yield _filled(f"Not confirmed: {row.unconfirmed}")
    if others := [spelling for spelling in row.spellings if spelling != row.name]:
        yield _filled(f"Also written: {'; '.join(others)}")
    if row.related:
        yield _filled(f"See also: {'; '.join(row.related)}")
    if rules := rules_on(row):
        yield _filled(f"Rules: {'; '.join(rules)}")


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity.word}): {rule.summary}"
    yield f"\n{rule.rationale.strip()}"
    if rule.caution:
        yield "\n" + _filled(f"Caution: {' '.join(rule.caution.split())}")
    if rule.holds:
        yield ""
    for holds in rule.holds:
        yield _filled(f"Holds for {holds.words}")
    yield "\n" + _filled(f"Source: {rule.source}")
    yield from _samples("Raised on, for example", rule.hits[:1])
    yield from _samples("Not raised on", rule.misses[:1])


def _detector(detector: Detector) -> Iterator[str]:
    yield f"{detector.id} (a marking): {detector.summary}"
    yield "\n" + _filled(f"Source: {detector.source}")
    yield from _samples("Found in, for example", detector.hits[:3])
    yield from _samples("Not in", detector.misses[:3])


def _samples(title: str, samples: Sequence[str]) -> Iterator[str]:
    shown = _readable(samples)
    if shown:
        yield f"\n{title}:"
    for sample in shown:
        yield "\n".join(f"    {line}".rstrip() for line in sample.strip("\n").splitlines())


def _readable(samples: Sequence[str]) -> list[str]:
    """Samples without drawn pages, in which there is nothing to read."""
    return [sample for sample in samples if not sample.startswith(_PDF)]


# JSON.


def _fields(row: Explained) -> dict[str, Json]:
    return {
        "kind": row.kind.slug,
        "name": row.name,
        "meaning": row.meaning,
        "users": list(row.users),
        "since": row.since or None,
        "until": row.until or None,
        "today": row.now,
        "source": row.source,
        "unconfirmed": row.unconfirmed or None,
        "spellings": list(dict.fromkeys((row.name, *row.spellings))),
        "related": list(row.related),
        "rules": list(rules_on(row)),
    }


def _rule_fields(rule: Rule) -> dict[str, Json]:
    return {
        "kind": "rule",
        "name": rule.id,
        "id": rule.id,
        "severity": rule.severity.word,
        "summary": rule.summary,
        "rationale": rule.rationale.strip(),
        "caution": " ".join(rule.caution.split()),
        "source": rule.source,
        "holds": [
            {
                "of": holds.of.value,
                "since": holds.since.isoformat() if holds.since else None,
                "until": holds.until.isoformat() if holds.until else None,
                "source": holds.source,
            }
            for holds in rule.holds
        ],
        "hits": list[Json](_readable(rule.hits)),
        "misses": list[Json](_readable(rule.misses)),
    }


def _detector_fields(detector: Detector) -> dict[str, Json]:
    return {
        "kind": "marking",
        "name": detector.id,
        "id": detector.id,
        "summary": detector.summary,
        "source": detector.source,
        "hits": list[Json](_readable(detector.hits)),
        "misses": list[Json](_readable(detector.misses)),
    }
