"""A rule as SARIF describes it to whoever reads a finding: in a sentence, in a paragraph, and at length."""

import re
from collections.abc import Iterator

from redaudit.model.finding import Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.reports._json import Json
from redaudit.reports.markdown import plain_words

LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note", Severity.INFO: "note"}
# GitHub's words for how much a rule matters that is no matter of security.
_PROBLEMS = {**LEVELS, Severity.LOW: "recommendation", Severity.INFO: "recommendation"}
# GitHub reads 7.0 to 8.9 as high, 4.0 to 6.9 as medium, 0.1 to 3.9 as low.
_SCORES = {Severity.HIGH: "8.0", Severity.MEDIUM: "5.0", Severity.LOW: "3.0"}
# CWE-212: improper removal of sensitive information before storage or transfer.
_LEAK_TAGS = ("security", "external/cwe/cwe-212")
# GitHub takes no longer description.
_LONGEST = 1024

_INDENTED = re.compile(r"(?: {4}.*\n?)+")
_CODE = re.compile(r"(`[^`\n]+`)")


def descriptor(rule: Rule) -> dict[str, Json]:
    """The `reportingDescriptor` of a rule."""
    words = rule.id.split("-")
    # A name that is the id over again is none to SARIF.
    name = {"name": "".join(map(str.capitalize, words))} if len(words) > 1 else {}
    return {
        "id": rule.id,
        **name,
        "shortDescription": {"text": _sentence(rule.summary)},
        "fullDescription": {"text": _shortened(_one_line(_paragraphs(rule.rationale)[0]))},
        "help": {"text": "\n\n".join(_help(rule)), "markdown": "\n\n".join(_markdown(rule))},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": _properties(rule),
    }


def _properties(rule: Rule) -> dict[str, Json]:
    group = _group(rule)
    is_leak = group == "leaks"
    properties: dict[str, Json] = {
        "severity": rule.severity.word,
        "tags": [*(_LEAK_TAGS if is_leak else ()), group],
        "problem.severity": _PROBLEMS[rule.severity],
    }
    if is_leak and rule.severity in _SCORES:
        properties["security-severity"] = _SCORES[rule.severity]
    return properties


def _group(rule: Rule) -> str:
    """The folder of a rule's file: `leaks`, `stamps`."""
    return rule.check.__module__.split(".")[-2]


def _help(rule: Rule) -> Iterator[str]:
    yield rule.rationale.strip()
    for title, words in _remarks(rule):
        yield f"{title}: {_one_line(words)}"


def _markdown(rule: Rule) -> Iterator[str]:
    for paragraph in _paragraphs(rule.rationale):
        yield paragraph if _INDENTED.fullmatch(paragraph) else _marked(paragraph)
    for title, words in _remarks(rule):
        yield f"**{title}:** {_marked(words)}"


def _remarks(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.caution:
        yield "Caution", rule.caution
    if rule.holds:
        yield "Holds for", "; ".join(map(_days, rule.holds))
    yield "Source", rule.source


def _days(holds: Holds) -> str:
    """`documents made from 1995-10-14 on and before 2010-06-27 (E.O. 12958)`."""
    whose = "documents made" if holds.of is Dated.DOCUMENT else "copies released"
    bounds = [f"from {holds.since} on"] if holds.since else []
    bounds += [f"before {holds.until}"] if holds.until else []
    source = f" ({holds.source})" if holds.source else ""
    return f"{whose} {' and '.join(bounds)}{source}"


def _paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text.strip("\n").rstrip())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sentence(summary: str) -> str:
    return f"{summary[:1].upper()}{summary[1:]}."


def _shortened(text: str) -> str:
    """As many whole sentences of a text as a description may hold."""
    if len(text) <= _LONGEST:
        return text
    end = text.rfind(". ", 0, _LONGEST)
    return text[: end + 1] if end > 0 else text[: _LONGEST - 1] + "…"


def _marked(text: str) -> str:
    """Words in which nothing but code between backticks means anything to Markdown."""
    pieces = _CODE.split(_one_line(text))
    return "".join(piece if index % 2 else _plain(piece) for index, piece in enumerate(pieces))


def _plain(piece: str) -> str:
    """Plain words that keep the blanks at their ends."""
    words = plain_words(piece)
    if not words:
        return piece
    return f"{' ' * piece[0].isspace()}{words}{' ' * piece[-1].isspace()}"
