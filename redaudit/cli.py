"""argv to one pipeline call, to stdout or a file, to an exit code."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from redaudit import arguments, pipeline
from redaudit.corpus import Bounds, Stream, audit
from redaudit.delivery import whole_file
from redaudit.errors import ExitCode, RedauditError
from redaudit.model.finding import Outcomes, Unreadable
from redaudit.model.part import Choices
from redaudit.workers import Limits


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command line and says how it ended."""
    options = arguments.parser().parse_args(argv)
    try:
        return _report(options)
    except RedauditError as error:
        print(f"redaudit: {error}", file=sys.stderr)
        return ExitCode.USAGE
    except KeyboardInterrupt:
        print("redaudit: interrupted", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE


def _report(options: argparse.Namespace) -> int:
    limits = Limits(seconds=options.timeout or 120.0)
    bounds = Bounds(options.jobs or arguments.cores(), options.max_size or 200_000_000, limits)
    stream = Stream(options.stdin_name, sys.stdin.buffer)
    unread: list[str] = []
    outcomes = _noting(audit(options.paths, pipeline.examine, bounds, stream, _note), unread)
    with _sink(options.output) as sink:
        pipeline.render(outcomes, options.format or "json", sink, Choices(options.rows or "documents", options.reveal))
    return ExitCode.UNREADABLE if unread else ExitCode.DONE


def _noting(outcomes: Iterable[Outcomes], unread: list[str]) -> Iterator[Outcomes]:
    for outcome in outcomes:
        if isinstance(outcome, Unreadable):
            unread.append(outcome.path)
        yield outcome


def _note(line: str) -> None:
    print(f"redaudit: {line}", file=sys.stderr)


@contextlib.contextmanager
def _sink(output: str) -> Iterator[TextIO]:
    if output == "-":
        yield sys.stdout
    else:
        with whole_file(Path(output)) as sink:
            yield sink
