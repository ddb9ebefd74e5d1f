"""SQLite: the rows of every kind as tables of one file, which a later run goes on with (see store/).

The file is written while documents come in, so it is no stream that can be rendered.
"""

from collections.abc import Iterable
from typing import TextIO

from redaudit.errors import UsageError
from redaudit.model.finding import Outcomes
from redaudit.model.part import Choices, Report


def render(outcomes: Iterable[Outcomes], sink: TextIO, choices: Choices) -> None:
    """Raises UsageError: a store is no stream."""
    raise UsageError("sqlite is no stream: write it by `redaudit report --format sqlite -o audit.db`")


REPORT = Report(
    id="sqlite",
    summary="every row of every kind in one SQLite file, which a later run goes on with",
    render=render,
    stored=True,
)
