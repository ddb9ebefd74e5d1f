"""What may stand on the command line."""

import argparse
import datetime as dt
import os
import re

from redaudit.corpus import MEGABYTE
from redaudit.version import __version__

UNITS = {"": MEGABYTE, "K": 1_000, "M": MEGABYTE, "G": 1_000_000_000}


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="redaudit",
        description="Audits declassified and redacted government documents.",
        epilog="Exit codes: 0 done; 2 usage, configuration, or nothing to read; 3 some input could not be read; "
        "130 interrupted.",
    )
    top.add_argument("--version", action="version", version=f"redaudit {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND", required=True)
    report = verbs.add_parser("report", help="describe documents: one record each", description=_REPORT)
    _add_report(report)
    explain = verbs.add_parser("explain", help="what an exemption code, a rule or a marking means")
    explain.add_argument("code", nargs="+", metavar="CODE", help="such as B1, '1.4(d)', NODIS, caption-not-decaptioned")
    verbs.add_parser("rules", help="every rule: id, severity, one line")
    return top


_REPORT = "Describes documents: what each was, what became of it, what is withheld, what does not add up."


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    report.add_argument("--format", metavar="F", help="table (default), csv, json, jsonl, markdown")
    report.add_argument("--rows", metavar="R", help="documents (default), redactions, marks, findings, unreadable")
    report.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write; - is standard output")
    report.add_argument("--jobs", metavar="N", type=jobs, help="worker processes (default: all cores)")
    report.add_argument("--timeout", metavar="SECONDS", type=seconds, help="time for one document (default 120)")
    report.add_argument(
        "--max-size", metavar="SIZE", type=size, help="such as 500MB; a bare number is MB (default 200)"
    )
    report.add_argument("--as-of", metavar="DATE", type=date, help="the day for rules about the future: 2026-01-31")
    report.add_argument("--reveal", action="store_true", help="write out text that a machine still reads under boxes")
    report.add_argument("--stdin-name", metavar="NAME", default="-", help="what standard input is called in the report")
    report.add_argument("--config", metavar="FILE", help="a redaudit.toml in place of the one found upwards")
    report.add_argument("-q", "--quiet", action="store_true", help="no notes on standard error")
    report.add_argument("-v", "--verbose", action="store_true", help="more on what went wrong, without document text")
    report.add_argument("--no-progress", action="store_true", help="no progress bar")


def jobs(text: str) -> int:
    """A number of worker processes."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def seconds(text: str) -> float:
    """A positive number of seconds."""
    if not re.fullmatch(r"\d{1,6}(?:\.\d+)?", text) or float(text) <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return float(text)


def size(text: str) -> int:
    """A number of bytes, from `200MB`, `1.5 GB` or a bare number of megabytes."""
    found = re.fullmatch(r"(\d{1,6}(?:\.\d+)?)\s*(?:([KMG])?B?)", text.strip(), re.IGNORECASE)
    if not found or float(found[1]) <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 200MB")
    return int(float(found[1]) * UNITS[(found[2] or "").upper()])


def date(text: str) -> dt.date:
    """A day, from `2026-01-31`."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-01-31") from error
