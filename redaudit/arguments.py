"""What may stand on the command line."""

import argparse

from redaudit.version import __version__

_WHAT = "Audits declassified and redacted government documents."
_CODES = (
    "exit codes: 0 done; 2 usage, configuration, or nothing to read; 3 some input could not be read; 130 interrupted"
)
_REPORT = "Describes documents: what each was, what became of it, what is withheld, what does not add up."

# Options that a configuration file may state as well, and what their help says.
STATED = {
    "format": ("F", "table (default), csv, json, jsonl, markdown"),
    "rows": (
        "R",
        "what a row is: documents (default), redactions, marks, findings, unreadable",
    ),
    "jobs": ("N", "worker processes (default: all cores)"),
    "timeout": ("SECONDS", "time for one document (default 120)"),
    "max-size": ("SIZE", "size of one document, such as 500MB; a bare number is megabytes (default 200)"),
    "as-of": ("DATE", "the day for rules about the future, such as 2026-01-31; without it they rest"),
    "ocr": (
        "WHAT",
        "zones (default): read what the text of a scan lost, and pages without; off: read no letters in pictures",
    ),
}


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(prog="redaudit", description=_WHAT, epilog=_CODES)
    top.add_argument("--version", action="version", version=f"redaudit {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND", required=True)
    _add_report(
        verbs.add_parser("report", help="describe documents: one record each", description=_REPORT, epilog=_CODES)
    )
    explain = verbs.add_parser("explain", help="what an exemption code, a rule or a marking means, with its source")
    explain.add_argument("code", metavar="CODE", help="such as B1, '1.4(d)', NODIS, no-release-marking")
    verbs.add_parser("rules", help="every rule: id, severity, one line")
    return top


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    for name, (metavar, words) in STATED.items():
        report.add_argument(f"--{name}", metavar=metavar, help=words)
    report.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: standard output)")
    report.add_argument(
        "--reveal", action="store_true", help="write text that a machine still reads under boxes (json)"
    )
    report.add_argument("--stdin-name", metavar="NAME", default="-", help="what standard input is called in the report")
    report.add_argument("--config", metavar="FILE", help="a configuration in place of the one found upwards from PATH")
    report.add_argument("-q", "--quiet", action="store_true", help="no notes on standard error")
    report.add_argument("-v", "--verbose", action="store_true", help="say where in redaudit an error rose")
    report.add_argument("--no-progress", action="store_true", help="no progress bar")
