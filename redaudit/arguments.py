"""What may stand on the command line."""

import argparse
from collections.abc import Mapping, Sequence

from redaudit.version import __version__

_WHAT = "Audits declassified and redacted government documents."
_CODES = (
    "exit codes: 0 done (check: nothing at or above --fail-on); 1 check found something; 2 usage, configuration, or "
    "nothing to read; 3 some input could not be read; 130 interrupted, 143 terminated"
)
_REPORT = "Describes documents: what each was, what became of it, what is withheld, what does not add up."
_CHECK = "Judges documents: findings only, for a gate before a release; the exit code says the verdict."

_STATS = "Counts documents, withheld shares, years to release and overdue, in groups: of a store, or of documents."
_BY = (
    "groups, with commas: agency, year, level, exemption, status (these by default), document-year, severity, rule; "
    "may be given several times"
)
_PATHS = (
    "a file, a folder, a ZIP or TAR, the URL of one (s3://, gs://, https://), or - for standard input; what lies in "
    "folders and archives is read too"
)

# Options that a configuration file may state as well, and what their help says.
_LIMITS = {
    "jobs": ("N", "worker processes (default: all cores)"),
    "timeout": ("SECONDS", "time for one document (default 120)"),
    "max-size": ("SIZE", "size of one document, such as 500MB; a bare number is megabytes (default 200)"),
    "as-of": ("DATE", "the day for rules about the future, such as 2026-01-31; without it they rest"),
    "ocr": (
        "WHAT",
        "zones (default): read what the text of a scan lost, and pages without; off: read no letters in pictures",
    ),
    "scheduler": ("ADDRESS", "a Dask cluster to work on, such as tcp://host:8786, or local (needs redaudit[dask])"),
}
REPORT = {
    "format": ("F", "table (default), csv, json, jsonl, markdown, html, sqlite, parquet"),
    "rows": ("R", "what a row is: documents (default), redactions, marks, findings, unreadable"),
    "pages": ("WHICH", "pages that html shows: all (default), flagged: those with a finding, none"),
    **_LIMITS,
}
CHECK = {
    "fail-on": ("SEVERITY", "high, medium (default) or low: from which severity on a finding fails the run"),
    "baseline": ("FILE", "findings accepted before, which are not raised again"),
    **_LIMITS,
}
_LISTS = {
    "select": "only these rules or severities, with commas; may be given several times",
    "ignore": "not these rules or severities; wins over --select",
}


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options of a command line; a wrong one ends the program with exit code 2 and a line of usage."""
    top = parser()
    options = top.parse_args(argv)
    if options.verb in ("report", "check", "stats") and not options.paths and not options.files_from:
        # `--write-baseline PATH`: the word after it was the path, and the baseline has its usual name.
        if options.verb != "check" or not options.write_baseline:
            top.error(f"{options.verb}: the following arguments are required: PATH")
        options.paths, options.write_baseline = [options.write_baseline], ""
    return options


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(prog="redaudit", description=_WHAT, epilog=_CODES)
    top.add_argument("--version", action="version", version=f"redaudit {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND", required=True)
    _add_report(
        verbs.add_parser("report", help="describe documents: one record each", description=_REPORT, epilog=_CODES)
    )
    _add_check(verbs.add_parser("check", help="judge documents: findings only", description=_CHECK, epilog=_CODES))
    explain = verbs.add_parser("explain", help="what an exemption code, a rule or a marking means, with its source")
    explain.add_argument("code", metavar="CODE", help="such as B1, '1.4(d)', NODIS, no-release-marking")
    explain.add_argument(
        "--format", choices=("text", "json"), default="text", help="text (default), or json for programs"
    )
    _add_stats(verbs.add_parser("stats", help="count over a store, or over documents", description=_STATS))
    verbs.add_parser("rules", help="every rule: id, severity, one line")
    return top


def _add_report(report: argparse.ArgumentParser) -> None:
    _add_paths(report)
    _add_stated(report, REPORT)
    _add_reveal(report)
    report.add_argument("--refresh", action="store_true", help="forget what a store holds, and audit everything anew")
    _add_common(report)


def _add_stats(stats: argparse.ArgumentParser) -> None:
    _add_paths(stats)
    stats.add_argument("--by", metavar="WHAT", action="append", help=_BY)
    stats.add_argument(
        "--format", dest="stats_format", choices=("table", "csv", "json"), default="table", help="how they are written"
    )
    _add_stated(stats, _LIMITS)
    _add_common(stats)


def _add_check(check: argparse.ArgumentParser) -> None:
    _add_paths(check)
    check.add_argument("--format", dest="check_format", metavar="F", help="text (default), json, sarif, junit, github")
    for name, words in _LISTS.items():
        check.add_argument(f"--{name}", metavar="RULES", action="append", help=words)
    _add_stated(check, CHECK)
    check.add_argument(
        "--write-baseline",
        nargs="?",
        const="",
        metavar="FILE",
        help="accept all that is found: write it to FILE, else to --baseline, else to redaudit-baseline.txt",
    )
    _add_reveal(check)
    _add_common(check)


def _add_reveal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reveal", action="store_true", help="write text that a machine still reads under boxes (json, jsonl, html)"
    )


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    parser.add_argument("--files-from", metavar="FILE", help="further paths, one a line (- for standard input)")


def _add_stated(parser: argparse.ArgumentParser, options: Mapping[str, tuple[str, str]]) -> None:
    for name, (metavar, words) in options.items():
        parser.add_argument(f"--{name}", metavar=metavar, help=words)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default="-",
        help="where to write (default: standard output); a folder for html and parquet, or one.parquet for --rows",
    )
    parser.add_argument("--stdin-name", metavar="NAME", default="-", help="what standard input is called in the report")
    parser.add_argument("--config", metavar="FILE", help="a configuration in place of the one found upwards from PATH")
    parser.add_argument("-q", "--quiet", action="store_true", help="no notes on standard error")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="say where an error rose; in a log, a line a minute"
    )
    parser.add_argument("--no-progress", action="store_true", help="no progress on a terminal or in a log")
