"""first version: to be replaced by its owner."""

from collections.abc import Iterable
from typing import TextIO
from redaudit.model.finding import Audited, Outcomes
from redaudit.model.part import Choices
from redaudit.reports.html import paper
from redaudit.reports.html.places import place_of

STYLES = ("common.css",)
SCRIPTS = ()


def write(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """Writes the overview."""
    rows = []
    for outcome in outcomes:
        if isinstance(outcome, Audited):
            rows.append(
                (
                    outcome.path,
                    place_of(outcome.path, choices.folder, choices.binding).page.relative_to(choices.folder).as_posix(),
                )
            )
    sink.write(paper.printed("overview.html", {"head": paper.head(STYLES, SCRIPTS, "", choices.binding), "rows": rows}))
