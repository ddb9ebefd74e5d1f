"""One JSON value for the whole audit; documents are written as they come, so memory does not grow with their number.

{"redaudit": "0.1.0", "documents": [{"path": "cable.txt", "record": {"release_status": "part", ...}, ...}],
 "unreadable": [], "skipped": []}
"""

import json
from collections.abc import Iterable
from typing import TextIO

from redaudit.model.finding import Audited, Outcomes, Skipped, Unreadable
from redaudit.model.part import Choices, Report
from redaudit.reports._json import Json, document, unread
from redaudit.version import __version__


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """The audit as one object: a document a line, then what was unreadable and what was skipped."""
    unreadable: list[Json] = []
    skipped: list[Json] = []
    sink.write(f'{{"redaudit": {_dump(__version__)},\n "documents": [')
    before = "\n"
    for outcome in outcomes:
        match outcome:
            case Audited():
                sink.write(before + _dump(document(outcome, choices)))
                before = ",\n"
            case Unreadable():
                unreadable.append(unread(outcome))
            case Skipped():
                skipped.append(unread(outcome))
    sink.write(f'],\n "unreadable": {_dump(unreadable)},\n "skipped": {_dump(skipped)}}}\n')


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


REPORT = Report(id="json", summary="one JSON object, everything in it", render=render)
