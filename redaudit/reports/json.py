"""One JSON value for the whole audit; documents are written as they come, so memory does not grow with their number.

{"redaudit": "0.1.0", "documents": [{"path": "cable.txt", "record": {"release_status": "part", ...}, ...}],
 "unreadable": [], "skipped": []}
"""

import json
from collections.abc import Iterable
from typing import TextIO

from redaudit.model.finding import Audited, Outcomes, Stale, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._json import Json, document, unread
from redaudit.reports._verdict import release, waiting
from redaudit.version import __version__


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """The audit as one object: a document a line, then what was unreadable and what was skipped."""
    sink.write(f'{{"redaudit": {_dump(__version__)},\n "documents": [')
    before = "\n"
    with waiting() as unreadable, waiting() as skipped:
        for outcome in outcomes:
            if isinstance(outcome, Audited):
                sink.write(before + _dump(document(outcome, choices)))
                before = ",\n"
            else:
                room = unreadable if isinstance(outcome, Unreadable) else skipped
                room.write((", " if room.tell() else "") + _dump(unread(outcome)))
        for name, room in (("unreadable", unreadable), ("skipped", skipped)):
            sink.write(f'],\n "{name}": [')
            release(room, sink)
    sink.write("]")
    if stale := choices.stale():
        sink.write(f',\n "stale": {_dump([_stale(entry) for entry in stale])}')
    sink.write("}\n")


def _stale(entry: Stale) -> Json:
    """An accepted finding that was not raised; only a check against a baseline has any."""
    return {"rule": entry.rule, "fingerprint": entry.fingerprint, "document": entry.document}


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


REPORT = Report(id="json", summary="one JSON object, everything in it", render=render, verbs=("report", "check"))
