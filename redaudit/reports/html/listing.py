"""The entries as JSON for the overview's script: arrays, in which a word that many documents share is a number."""

import json
from collections.abc import Iterable

from attrs import define, field
from markupsafe import Markup

from redaudit.model.finding import Severity
from redaudit.reports.html.entries import NOT_STATED, OVERDUE, Entry, overdue_step, share_step
from redaudit.vocabulary.level import LEVELS
from redaudit.vocabulary.outcome import Outcome

# What would end a script element, or a comment in it; JSON has the same sign as an escape.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@define
class Listing:
    """Takes entries one by one and keeps of each a line of JSON.

    The arrays' order is that in which corpus.js takes them apart.
    """

    lines: list[str] = field(factory=list)
    _numbers: dict[str, int] = field(factory=dict)

    def add(self, entry: Entry) -> None:
        """Keeps an entry."""
        number = self._number
        row = [
            *(number(entry.folder), entry.name, entry.page),
            *(entry.number, entry.reference, entry.subject),
            *map(number, (entry.agency, entry.original, entry.release, entry.withheld, entry.change, entry.status)),
            *(entry.released, entry.dated, [number(code) for code in entry.codes]),
            *(entry.redactions, entry.share, entry.pages, entry.overdue),
            [part for found in entry.findings for part in (number(found.rule), int(found.severity), found.count)],
            *(number(share_step(entry)), number(overdue_step(entry))),
        ]
        self.lines.append(_json(row))

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def script(self, common: str) -> Markup:
        """All of it, to stand in a script element; `common` is the folder in which all documents lie."""
        rows = ",\n".join(self.lines)
        names = {
            "words": list(self._numbers),
            "levels": [level.name for level in LEVELS],
            "statuses": [outcome.value for outcome in Outcome],
            "severities": [severity.word for severity in Severity],
            "silent": NOT_STATED,
            "overdueAtAll": OVERDUE,
            "common": common,
        }
        return Markup(f'{_json(names)[:-1]},"rows":[\n{rows}\n]}}')


def _json(value: object) -> str:
    """Compact JSON in ASCII, without a sign that HTML would read."""
    return json.dumps(value, separators=(",", ":")).translate(_ESCAPES)


def common_folder(folders: Iterable[str]) -> str:
    """The longest folder in which all of some folders lie, with its stroke; empty where only the root is shared."""
    shared: list[str] | None = None
    for folder in folders:
        steps = folder.split("/")[:-1]
        if shared is None:
            shared = steps
        while shared and shared != steps[: len(shared)]:
            shared.pop()
    common = "".join(f"{step}/" for step in shared or ())
    return "" if common == "/" else common
