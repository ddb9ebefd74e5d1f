"""argv to one pipeline call, to stdout or a file, to an exit code."""

import argparse
import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from attrs import evolve

from redaudit import arguments, pipeline
from redaudit.config import COMMAND_LINE, OPTIONS, configured, stated
from redaudit.delivery import opened, printable, whole_file
from redaudit.deposit import deposit_for
from redaudit.errors import ExitCode, RedauditError, UsageError
from redaudit.explanation import explanation, explanation_json
from redaudit.gate import gate_for
from redaudit.interruption import exit_code, orderly, told
from redaudit.model.finding import Outcomes
from redaudit.model.part import Choices, Report
from redaudit.notes import Notes
from redaudit.publication import publication
from redaudit.reckoning import reckoned
from redaudit.run import Inputs, Run
from redaudit.sources.entry import Stream
from redaudit.statistics import render
from redaudit.store.opening import files_of


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command line and says how it ended."""
    with orderly():
        return _main(arguments.parsed(argv))


def _main(options: argparse.Namespace) -> int:
    try:
        with printable(sys.stdout):
            return _COMMANDS[options.verb](options)
    except RedauditError as error:
        _note(str(error))
        return ExitCode.USAGE
    except KeyboardInterrupt as interrupt:
        _note(told(interrupt))
        return exit_code(interrupt)
    except BrokenPipeError:  # `redaudit ... | head`: the reader has had enough
        with contextlib.suppress(io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except OSError as error:
        _note(f"cannot write the report: {(error.strerror or type(error).__name__).lower()}")
        return ExitCode.USAGE


def _explain(options: argparse.Namespace) -> ExitCode:
    explained = explanation_json if options.format == "json" else explanation
    print(explained(options.code, pipeline.rules(), pipeline.detectors()))
    return ExitCode.DONE


def _rules(_: argparse.Namespace) -> ExitCode:
    for rule in pipeline.rules():
        print(f"{rule.id:36} {rule.severity.word:7} {rule.summary}")
    return ExitCode.DONE


def _report(options: argparse.Namespace) -> ExitCode:
    run, notes = _run(options), _notes(options)
    choices = Choices(run.config.rows, options.reveal, _width(options), pages=run.config.pages)
    report = pipeline.report_for(run.config.format, choices)
    if report.stored:
        return _stored(options, run, report, notes)
    if options.refresh:
        raise UsageError("--refresh is for a store (sqlite, parquet): other reports are written anew each time")
    if report.leaf:
        return _published(options, run, report, choices)
    with opened(options.output, sys.stdout) as sink, contextlib.closing(run.outcomes()) as outcomes:
        _rendered(notes, run, report, choices, outcomes, sink)
    return notes.told(run)


def _published(options: argparse.Namespace, run: Run, report: Report, choices: Choices) -> ExitCode:
    """Writes a report that shows pages, and prints which file to open."""
    assert report.leaf
    if run.config.scheduler:
        raise UsageError(f"{report.id} shows pages, which are written on this machine: not with --scheduler")
    bound, notes = publication(options.output, run.inputs), _notes(options)
    with bound.opened(sys.stdout) as (sink, folder):
        bindings = evolve(choices, rules=pipeline.rules(), binding=bound.binding, folder=folder)
        # No worker writes into the folder any more when it is moved, or removed.
        with contextlib.closing(run.outcomes(partial(report.leaf, bindings))) as outcomes:
            _rendered(notes, run, report, bindings, outcomes, sink)
    if bound.opens:
        print(bound.opens)
    return notes.told(run)


def _stored(options: argparse.Namespace, run: Run, report: Report, notes: Notes) -> ExitCode:
    """Fills a store, or files that are no text, and says what was added."""
    deposit = deposit_for(report.id, options.output, run.config.rows)
    if options.refresh:
        deposit = deposit.forget()
    notes.warn(run)
    notes.tell(deposit.fill(run, partial(notes.showing, run)))
    return notes.told(run)


def _stats(options: argparse.Namespace) -> ExitCode:
    run, notes = _run(options), _notes(options)
    figures = reckoned(run, tuple(options.by or ()), partial(notes.showing, run))
    with opened(options.output, sys.stdout) as sink:
        render(figures, options.stats_format, sink, _width(options))
    return notes.told(run)


def _width(options: argparse.Namespace) -> int | None:
    """How wide the terminal is that a report goes to; None where it goes elsewhere."""
    to_terminal = options.output == "-" and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if to_terminal else None


def _check(options: argparse.Namespace) -> ExitCode:
    run, notes = _run(options), _notes(options)
    gate = gate_for(run.config, pipeline.rules())
    choices = Choices(reveal=options.reveal, rules=gate.rules, fail_on=gate.fail_on, stale=gate.stale)
    report = pipeline.report_for(run.config.check_format, choices, "check")
    with opened(options.output, sys.stdout) as sink, contextlib.closing(run.outcomes()) as outcomes:
        _rendered(notes, run, report, choices, gate.judged(outcomes), sink)
    code = notes.told(run)
    if gate.writing:
        with whole_file(gate.writing) as sink:
            notes.tell(gate.write(sink))
    elif gate.failing and not run.unread:
        return ExitCode.FOUND
    return code


def _run(options: argparse.Namespace) -> Run:
    rules = [rule.id for rule in pipeline.rules()]
    given = {key: getattr(options, key.replace("-", "_"), None) for key in OPTIONS}
    values = {key: value for key, value in given.items() if value is not None}
    first = next(iter(options.paths), "-")
    config = stated(configured(options.config, first, rules), values, COMMAND_LINE, rules)
    written = () if options.output == "-" else files_of(Path(options.output))
    own = (*config.own, *written)
    inputs = Inputs(tuple(options.paths), Stream(options.stdin_name, sys.stdin.buffer), own, options.files_from or "")
    notes = _notes(options)
    return Run(inputs, config, notes.notice, notes.tell)


def _rendered(
    notes: Notes, run: Run, report: Report, choices: Choices, outcomes: Iterable[Outcomes], sink: TextIO
) -> None:
    notes.warn(run)
    with notes.showing(run, outcomes) as passing:
        report.render(passing, sink, choices)
    sink.flush()


def _notes(options: argparse.Namespace) -> Notes:
    return Notes(sys.stderr, options.quiet, options.verbose, options.no_progress)


def _note(line: str) -> None:
    Notes(sys.stderr, quiet=False, verbose=False, no_progress=True).say(line)


_COMMANDS = {"report": _report, "check": _check, "explain": _explain, "rules": _rules, "stats": _stats}
