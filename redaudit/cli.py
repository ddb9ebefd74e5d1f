"""argv to one pipeline call, to stdout or a file, to an exit code."""

import argparse
import contextlib
import io
import itertools
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from redaudit import arguments, pipeline
from redaudit.config import KEYS, Config, configured, stated
from redaudit.corpus import Bounds, Stream, audit, walk
from redaudit.delivery import whole_file
from redaudit.errors import ExitCode, RedauditError, UsageError
from redaudit.explanation import explanation
from redaudit.model.finding import Outcomes, Skipped, Unreadable
from redaudit.model.part import Choices, Reading
from redaudit.workers import Limits


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command line and says how it ended."""
    options = arguments.parser().parse_args(argv)
    try:
        with _printable(sys.stdout):
            return _COMMANDS[options.verb](options)
    except RedauditError as error:
        _note(str(error))
        return ExitCode.USAGE
    except KeyboardInterrupt:
        _note("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # `redaudit ... | head`: the reader has had enough
        with contextlib.suppress(io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except OSError as error:
        _note(f"cannot write the report: {(error.strerror or type(error).__name__).lower()}")
        return ExitCode.USAGE


def _explain(options: argparse.Namespace) -> ExitCode:
    print(explanation(options.code, pipeline.rules(), pipeline.detectors()))
    return ExitCode.DONE


def _rules(_: argparse.Namespace) -> ExitCode:
    for rule in pipeline.rules():
        print(f"{rule.id:36} {rule.severity.word:7} {rule.summary}")
    return ExitCode.DONE


def _report(options: argparse.Namespace) -> ExitCode:
    config = _config(options)
    terminal = options.output == "-" and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    choices = Choices(config.rows, options.reveal, width)
    pipeline.report_for(config.format, choices)
    if (why := pipeline.unread_pictures(Reading(config.ocr))) and not options.quiet:
        _note(f"letters in pictures are not read here: {why}")
    unread: list[Unreadable] = []
    outcomes = _something(_keeping(_outcomes(options, config), unread), options.paths)
    with _sink(options.output) as sink:
        pipeline.render(outcomes, config.format, sink, choices)
        sink.flush()
    if unread and not options.quiet:
        files = "1 file" if len(unread) == 1 else f"{len(unread)} files"
        _note(f"{files} could not be read; the report and --rows unreadable say why")
    return ExitCode.UNREADABLE if unread else ExitCode.DONE


def _config(options: argparse.Namespace) -> Config:
    given = ((key, getattr(options, key.replace("-", "_"))) for key in KEYS)
    return stated(
        configured(options.config, options.paths[0]),
        {key: value for key, value in given if value is not None},
        "--",
    )


def _outcomes(options: argparse.Namespace, config: Config) -> Iterator[Outcomes]:
    bounds = Bounds(config.jobs, config.max_size, Limits(seconds=config.timeout))
    examine = partial(pipeline.examine, as_of=config.as_of, reading=Reading(config.ocr))
    stream = Stream(options.stdin_name, sys.stdin.buffer)
    report = None if options.output == "-" else Path(options.output)
    outcomes = audit(walk(options.paths, report), examine, bounds, stream, _note if options.verbose else _silent)
    if options.no_progress or options.quiet or not sys.stderr.isatty():
        return outcomes
    total = sum(1 for _ in walk(options.paths, report))
    return iter(tqdm(outcomes, total=total, unit=" files", file=sys.stderr, leave=False))


def _something(outcomes: Iterator[Outcomes], paths: Iterable[str]) -> Iterator[Outcomes]:
    """The same outcomes; raises UsageError where there is nothing to read among them."""
    skipped: list[Skipped] = []
    for outcome in outcomes:
        if not isinstance(outcome, Skipped):
            return itertools.chain(skipped, (outcome,), outcomes)
        skipped.append(outcome)
    reasons = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:3])
    more = f"; and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    raise UsageError(f"nothing to read in {', '.join(paths)}" + (f" (skipped {reasons}{more})" if skipped else ""))


def _keeping(outcomes: Iterable[Outcomes], unread: list[Unreadable]) -> Iterator[Outcomes]:
    for outcome in outcomes:
        if isinstance(outcome, Unreadable):
            unread.append(outcome)
        yield outcome


@contextlib.contextmanager
def _sink(output: str) -> Iterator[TextIO]:
    if output == "-":
        yield sys.stdout
    else:
        with whole_file(Path(output)) as sink:
            yield sink


@contextlib.contextmanager
def _printable(stream: TextIO) -> Iterator[None]:
    """Whatever a document holds can be written: as it is in UTF-8, as an escape where a terminal has no such sign."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    yield
    stream.flush()


def _note(line: str) -> None:
    print(f"redaudit: {line}".encode("utf-8", "backslashreplace").decode(), file=sys.stderr)


def _silent(_: str) -> None:
    """What nobody asked to hear."""


_COMMANDS = {"report": _report, "explain": _explain, "rules": _rules}
