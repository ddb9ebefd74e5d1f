"""JSON Lines: one document a line as it is done; files not among them as a line under `unreadable` or `skipped`.

{"path": "cable.txt", "sha256": "...", "record": {...}, ...}
{"unreadable": {"path": "broken.pdf", "reason": "..."}}
"""

import json
from collections.abc import Iterable
from typing import TextIO

from redaudit.model.finding import Audited, Outcomes
from redaudit.model.part import Choices, Report
from redaudit.reports._json import document, unread
from redaudit.reports._rows import state


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """One JSON object a line, each written out before the next document is waited for."""
    for outcome in outcomes:
        line = document(outcome, choices) if isinstance(outcome, Audited) else {state(outcome): unread(outcome)}
        sink.write(json.dumps(line, ensure_ascii=False) + "\n")
        sink.flush()


REPORT = Report(id="jsonl", summary="one JSON object a document, a line each, streamed", render=render)
