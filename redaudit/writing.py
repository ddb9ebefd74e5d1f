"""A report on its way out: written while a run goes on, whole or not at all, to a stream, a file or a folder."""

import contextlib
from collections.abc import Callable, Iterable
from functools import partial
from typing import TextIO

from attrs import evolve, frozen

from redaudit import pipeline
from redaudit.delivery import opened
from redaudit.errors import UsageError
from redaudit.model.finding import Outcomes
from redaudit.model.part import Choices, Report
from redaudit.notes import Notes
from redaudit.publication import publication
from redaudit.run import Run


def as_they_are(outcomes: Iterable[Outcomes]) -> Iterable[Outcomes]:
    """Outcomes that nobody judges."""
    return outcomes


@frozen
class Writing:
    """One report: of which run, in which form, and where it goes; `-` is the standard output."""

    run: Run
    notes: Notes
    report: Report
    choices: Choices
    output: str
    stdout: TextIO

    def deliver(self, judged: Callable[[Iterable[Outcomes]], Iterable[Outcomes]] = as_they_are) -> None:
        """The report is written; `judged` sees the outcomes first."""
        with opened(self.output, self.stdout) as sink, contextlib.closing(self.run.outcomes()) as outcomes:
            self._render(judged(outcomes), self.choices, sink)

    def publish(self) -> str:
        """A report that shows pages is written; the file to open, empty where it went to the standard output."""
        assert self.report.leaf
        if self.run.config.scheduler:
            raise UsageError(f"{self.report.id} shows pages, which are written on this machine: not with --scheduler")
        bound = publication(self.output, self.run.inputs)
        with bound.opened(self.stdout) as (sink, folder):
            bindings = evolve(self.choices, rules=pipeline.rules(), binding=bound.binding, folder=folder)
            # No worker writes into the folder any more when it is moved, or removed.
            with contextlib.closing(self.run.outcomes(partial(self.report.leaf, bindings))) as outcomes:
                self._render(outcomes, bindings, sink)
        return bound.opens

    def _render(self, outcomes: Iterable[Outcomes], choices: Choices, sink: TextIO) -> None:
        self.notes.warn(self.run)
        with self.notes.showing(self.run, outcomes) as passing:
            self.report.render(passing, sink, choices)
        sink.flush()
