"""Makes docs/rules.md from the rules themselves and what was seen of their hits: `python -m docs.list_rules`.

docs/precision/<group>.csv holds, for each rule, its hits over real releases (`python -m docs.count_hits FOLDER --write`
counts them), how many of them were looked at on the page, how many stood, and what kinds there were: findings of
severity high and medium first, then those that doubt made low or info. The rest comes from the rule's own file.
"""

import csv
import textwrap
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

import redaudit.rules
from redaudit import pipeline
from redaudit.model.finding import Severity
from redaudit.model.part import Holds, Rule

DOCS = Path(__file__).parent
PAGE = DOCS / "rules.md"
FIELDS = ("rule", "hits", "looked_at", "stood", "lesser", "lesser_looked_at", "lesser_stood", "note")
# What of the hits looked at must stand: 1, for high and for medium.
FLOORS = {Severity.HIGH: 0.95, Severity.MEDIUM: 0.85}
# So many hits of a rule are looked at, or all where there are fewer.
LOOKED_AT = 20
TITLES = {
    "codes": "Codes and what they withhold",
    "stamps": "Release stamps",
    "marking": "Classification markings",
    "authority": "Authority and reasons",
    "dates": "Dates",
    "pages": "Pages",
    "leaks": "What a file still holds",
    "cables": "Telegrams",
}
INTRO = """\
<!-- Made by `python -m docs.list_rules` from the rules; do not edit. -->
# The rules

Each rule has one file in [redaudit/rules/](../redaudit/rules/), with samples of documents that raise it and of such
that do not. A finding states evidence, not a verdict. A finding may weigh less than its rule: what is read by OCR or
from damaged letters, or rests on an inferred date, weighs a step less, never more. A rule rests where a known date of
the document lies outside the days for which it holds.

{groups}

## How far they can be trusted

All rules ran over {documents} real releases: State cables and e-mails, CIA scans, presidential-library memoranda, FBI
files, court filings, Dutch releases, volumes of *Foreign Relations*. Of each rule up to {looked_at} findings of
severity high or medium were looked at, on the page; a finding stands where the document shows what it says. Findings
that doubt had made low or info are counted apart: they are leads, and fewer of them stand. Few releases have such
faults, so most rules have no hit there; those are held by their samples and by faults planted in clean examples
(`tests/test_planted.py`).

The releases guided the rules, so on others expect less: on 91 documents that nobody here had seen, retyped from public
pages, the first run raised 14 findings of high or medium, of which 6 stood; 73 documents raised nothing at all. What
was wrong lay in the reading (joined lines, worn record numbers, the boxes of a letter), and most of it was mended
afterwards.

| rule | severity | high and medium: hits | looked at | stood | low and info: hits | looked at | stood | what was seen |
|---|---|---|---|---|---|---|---|---|
"""
DOCUMENTS = 1145


@frozen
class Seen:
    """What was seen of a rule's hits over real releases."""

    hits: int
    looked_at: int
    stood: int
    lesser: int
    lesser_looked_at: int
    lesser_stood: int
    note: str


def seen() -> dict[str, Seen]:
    """What was seen, by rule."""
    rows: dict[str, Seen] = {}
    for path in sorted((DOCS / "precision").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                rows[row["rule"]] = Seen(*(int(row[name]) for name in FIELDS[1:-1]), row["note"])
    return rows


def groups() -> dict[str, list[Rule]]:
    """The rules by the folder of their file, in the order of TITLES."""
    folders = {
        path.stem.replace("_", "-"): path.parent.name for path in Path(redaudit.rules.__path__[0]).glob("*/[!_]*.py")
    }
    found: dict[str, list[Rule]] = {title: [] for title in TITLES}
    for rule in pipeline.rules():
        found[folders[rule.id]].append(rule)
    return found


def page() -> str:
    """The whole page."""
    links = "\n".join(
        f"- [{TITLES[group]}](#{_anchor(TITLES[group])}): {len(rules)}" for group, rules in groups().items()
    )
    looks = seen()
    table = "".join(_row(rule, looks[rule.id]) for rule in pipeline.rules())
    sections = (part for group, rules in groups().items() for part in _section(group, rules))
    return INTRO.format(groups=links, documents=f"{DOCUMENTS:,}", looked_at=LOOKED_AT) + table + "".join(sections)


def _row(rule: Rule, looked: Seen) -> str:
    weighty = _counts(looked.hits, looked.looked_at, looked.stood)
    lesser = _counts(looked.lesser, looked.lesser_looked_at, looked.lesser_stood)
    note = looked.note.replace("|", "\\|")
    return f"| [`{rule.id}`](#{rule.id}) | {rule.severity.word} | {weighty} | {lesser} | {note} |\n"


def _counts(hits: int, looked_at: int, stood: int) -> str:
    return f"{hits} | {looked_at} | {stood}" if looked_at else f"{hits} | | "


def _section(group: str, rules: list[Rule]) -> Iterator[str]:
    yield f"\n## {TITLES[group]}\n"
    for rule in rules:
        yield f"\n### {rule.id}\n\n**{rule.severity.word}** · {rule.summary}.\n\n"
        yield _prose(rule.rationale)
        yield f"\n**Caution.** {rule.caution.strip()}\n"
        yield f"\n**Holds** {_days(rule.holds)}.\n"
        yield f"\n**Source.** {rule.source}\n"


def _prose(text: str) -> str:
    """Paragraphs as they are; indented examples as blocks."""
    parts = []
    for part in text.strip("\n").split("\n\n"):
        lines = part.splitlines()
        if all(line.startswith("    ") for line in lines):
            parts.append("```text\n" + textwrap.dedent(part) + "\n```")
        else:
            parts.append(part)
    return "\n\n".join(parts) + "\n"


def _days(holds: tuple[Holds, ...]) -> str:
    return "; ".join(map(_span, holds)) if holds else "at any time"


def _span(days: Holds) -> str:
    what = {"document": "for documents made", "release": "for copies released"}[days.of.value]
    since = f" since {days.since}" if days.since else ""
    until = f" before {days.until}" if days.until else ""
    return f"{what}{since}{until}" + (f" ({days.source})" if days.source else "")


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
