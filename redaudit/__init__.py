"""redaudit audits declassified and redacted government documents: read, detect, assemble, audit, render."""

from redaudit.model.document import Document, Page, Source
from redaudit.model.finding import Audited, Finding, Severity, Skipped, Unreadable
from redaudit.model.mark import Mark
from redaudit.model.record import Fact, Record, Redaction
from redaudit.pipeline import assemble, audit, detect, read, render
from redaudit.version import __version__

__all__ = [
    "Audited",
    "Document",
    "Fact",
    "Finding",
    "Mark",
    "Page",
    "Record",
    "Redaction",
    "Severity",
    "Skipped",
    "Source",
    "Unreadable",
    "__version__",
    "assemble",
    "audit",
    "detect",
    "read",
    "render",
]
