"""What a run says to a person beside its report: notes on standard error, and on a terminal how far it is."""

import contextlib
from collections.abc import Iterable, Iterator
from typing import TextIO

from attrs import frozen

from redaudit import pipeline
from redaudit.errors import ExitCode
from redaudit.model.part import Reading
from redaudit.progress import Seen, drawn, logged
from redaudit.reports.table import printable
from redaudit.run import Run


@frozen
class Notes:
    """What one command says, and what it was asked to keep to itself: a `quiet` one tells nothing but errors."""

    stream: TextIO
    quiet: bool
    verbose: bool
    no_progress: bool

    def say(self, line: str) -> None:
        """One line, whatever was asked for; a name in it that would steer a terminal does not."""
        sayable = line.encode("utf-8", "backslashreplace").decode()
        self.stream.write(f"redaudit: {printable(sayable)}\n")
        self.stream.flush()

    def tell(self, line: str) -> None:
        """One line that a quiet command leaves out."""
        if not self.quiet:
            self.say(line)

    def notice(self, line: str) -> None:
        """Where our own code failed, for who asked for it."""
        if self.verbose:
            self.say(line)

    def warn(self, run: Run) -> None:
        """What a run cannot do here, before it begins."""
        if why := pipeline.unread_pictures(Reading(run.config.ocr)):
            self.tell(f"letters in pictures are not read here: {why}")

    @contextlib.contextmanager
    def showing(self, run: Run, seen: Iterable[Seen]) -> Iterator[Iterable[Seen]]:
        """The same outcomes or steps; how far the run is shows on a terminal, or, for who asked, in the log."""
        if self.no_progress or self.quiet:
            yield seen
        elif self.stream.isatty():
            with drawn(seen, run, self.stream) as passing:
                yield passing
        elif self.verbose:
            with logged(seen, run, self.say) as passing:
                yield passing
        else:
            yield seen

    def told(self, run: Run, where: str = "the report") -> ExitCode:
        """How a run ended that came to its end; it says how much could not be read, and where the reasons stand."""
        if run.unread:
            files = "1 file" if run.unread == 1 else f"{run.unread} files"
            self.tell(f"{files} could not be read; {where} says why")
        return ExitCode.UNREADABLE if run.unread else ExitCode.DONE
