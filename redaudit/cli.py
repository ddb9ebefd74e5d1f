"""argv to one pipeline call, to stdout or a file, to an exit code."""

import argparse
import contextlib
import io
import os
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from redaudit import arguments, pipeline
from redaudit.config import COMMAND_LINE, OPTIONS, configured, stated
from redaudit.delivery import opened, printable, whole_file
from redaudit.deposit import deposit_for
from redaudit.errors import ExitCode, RedauditError, UsageError
from redaudit.explanation import explanation, explanation_json
from redaudit.gate import gate_for
from redaudit.interruption import exit_code, orderly, told
from redaudit.model.part import Choices, Report
from redaudit.notes import Notes
from redaudit.reckoning import reckoned
from redaudit.run import Inputs, Run
from redaudit.sources.entry import Stream
from redaudit.statistics import render
from redaudit.store.opening import files_of
from redaudit.writing import Writing


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
    writing = Writing(run, notes, report, choices, options.output, sys.stdout)
    if not report.leaf:
        writing.deliver()
    elif opens := writing.publish():
        print(opens)
    return notes.told(run)


def _stored(options: argparse.Namespace, run: Run, report: Report, notes: Notes) -> ExitCode:
    """Fills a store, or files that are no text, and says what was added."""
    if options.reveal:
        raise UsageError("--reveal is for reports: a store never holds what lies under a redaction")
    deposit = deposit_for(report.id, options.output, run.config.rows)
    if options.refresh:
        deposit = deposit.forget()
    notes.warn(run)
    notes.tell(deposit.fill(run, partial(notes.showing, run)))
    return notes.told(run, deposit.reasons)


def _stats(options: argparse.Namespace) -> ExitCode:
    run, notes = _run(options), _notes(options)
    figures = reckoned(run, tuple(options.by or ()), partial(notes.showing, run))
    with opened(options.output, sys.stdout) as sink:
        render(figures, options.stats_format, sink, _width(options))
    return notes.told(run, "redaudit report")


def _width(options: argparse.Namespace) -> int | None:
    """How wide the terminal is that a report goes to; None where it goes elsewhere."""
    to_terminal = options.output == "-" and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if to_terminal else None


def _check(options: argparse.Namespace) -> ExitCode:
    run, notes = _run(options), _notes(options)
    gate = gate_for(run.config, pipeline.rules())
    choices = Choices(reveal=options.reveal, rules=gate.rules, fail_on=gate.fail_on, stale=gate.stale)
    report = pipeline.report_for(run.config.check_format, choices, "check")
    Writing(run, notes, report, choices, options.output, sys.stdout).deliver(gate.judged)
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


def _notes(options: argparse.Namespace) -> Notes:
    return Notes(sys.stderr, options.quiet, options.verbose, options.no_progress)


def _note(line: str) -> None:
    Notes(sys.stderr, quiet=False, verbose=False, no_progress=True).say(line)


_COMMANDS = {"report": _report, "check": _check, "explain": _explain, "rules": _rules, "stats": _stats}
