"""Findings that were accepted: one line each, sorted, so that a file of them reads well in a review.

    # redaudit baseline: accepted findings, one a line: rule, fingerprint, document
    full-but-redacted 3fa9c01d22e07b55 C06999219

A fingerprint holds no path, page or place: a baseline survives another division into pages and a moved folder.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from attrs import frozen

from redaudit.errors import UsageError
from redaudit.model.finding import Audited, Finding

HEADER = "# redaudit baseline: accepted findings, one a line: rule, fingerprint, document\n"
# Digits of a document's hash that stand for one without a number of its own.
_DIGITS = 16
_LINE = re.compile(r"(?P<rule>[a-z0-9-]+) (?P<fingerprint>[0-9a-f]{16}) (?P<document>\S+)")


@frozen(order=True)
class Accepted:
    """One accepted finding: its rule, its fingerprint, and what names its document."""

    rule: str
    fingerprint: str
    document: str


def number_of(audited: Audited) -> str:
    """What names a document in a baseline: its own number, else the first digits of its hash."""
    record = audited.record
    return "".join(record.document_id.value.split()) if record.document_id else record.source.sha256[:_DIGITS]


def accepted(audited: Audited, finding: Finding) -> Accepted:
    """A finding as a line of a baseline."""
    return Accepted(finding.rule, finding.fingerprint, number_of(audited))


def load(place: Path) -> frozenset[Accepted]:
    """The accepted findings in a file; raises UsageError where it cannot be read or a line is none."""
    try:
        lines = place.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise UsageError(f"{place}: {(error.strerror or 'cannot be read').lower()}") from error
    entries = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if not found:
            raise UsageError(f"{place}:{number}: not a line of a baseline: rule, fingerprint, document")
        entries.append(Accepted(**found.groupdict()))
    return frozenset(entries)


def save(entries: Iterable[Accepted], sink: TextIO) -> None:
    """Writes accepted findings, sorted, each once: the same findings give the same bytes."""
    sink.write(HEADER)
    sink.writelines(f"{entry.rule} {entry.fingerprint} {entry.document}\n" for entry in sorted(set(entries)))
