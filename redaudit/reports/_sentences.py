"""What a check has to say, each thing on one line of plain words; the text of documents comes from strangers.

papers/cable.txt:1: text-under-redaction 7 characters still stand under 1 box [high]
"""

import re

from redaudit.model.finding import Audited, Finding, Skipped, Stale, Unreadable
from redaudit.reports._rows import state
from redaudit.reports.table import printable

# `page 3: ` and `pages 3, 4: `, as many messages begin.
_PLACE = re.compile(r"pages? \d[\d, and]*: ")
# What the logs of CI services obey: a line that begins with `::`, and `##[group]`, `##vso[...]` anywhere in a line.
_COMMAND = re.compile(r"##(?=\w*\[)")


def of_finding(path: str, finding: Finding) -> str:
    """`path:page: rule message [severity]`; no page where none is known."""
    page = "" if finding.page is None else f":{finding.page}"
    return f"{printable(path)}{page}: {finding.rule} {bare(finding)} [{finding.severity.word}]"


def of_unread(outcome: Unreadable | Skipped) -> str:
    """`path: unreadable: reason`, `path: skipped: reason`."""
    return f"{printable(outcome.path)}: {state(outcome)}: {printable(outcome.reason)}"


def of_stale(stale: Stale) -> str:
    """`baseline: rule fingerprint document: no longer raised`."""
    entry = printable(f"{stale.rule} {stale.fingerprint} {stale.document}")
    return f"baseline: {entry}: {why_stale(stale)}"


def why_stale(stale: Stale) -> str:
    """Why an accepted finding was not met."""
    return "no longer raised" if stale.seen else "its document is not in this run"


def in_place(finding: Finding) -> str:
    """The message, with the page before it unless it begins so by itself: `page 3: no code stands beside 1 box`."""
    message = printable(finding.message)
    if finding.page is None or _PLACE.match(message):
        return message
    return f"page {finding.page}: {message}"


def on_line(finding: Finding) -> str:
    """The message with page and line before it: `page 3, line 7: no code stands beside 1 box`."""
    if finding.page is None or finding.line is None:
        return in_place(finding)
    message = bare(finding)
    return message if _PLACE.match(message) else f"page {finding.page}, line {finding.line}: {message}"


def bare(finding: Finding) -> str:
    """The message without a page before it that is told otherwise."""
    return printable(finding.message).removeprefix(f"page {finding.page}: ")


def line_of_file(audited: Audited, finding: Finding) -> int | None:
    """The line of the file on which a finding stands; known only in a text of one page, whose lines are the file's."""
    record = audited.record
    is_one_text = record.source.media_type == "text/plain" and len(record.pages) == 1
    return finding.line if is_one_text else None


def unheeded(line: str) -> str:
    """The line, so that the log of no CI service takes it for a command, whatever a file is called."""
    quiet = _COMMAND.sub("# #", line)
    return f"./{quiet}" if quiet.startswith("::") else quiet
