"""One line of what a document is, made of its facts alone."""

from redaudit.model.finding import Audited, Finding
from redaudit.model.mark import CableHeader
from redaudit.model.record import Record
from redaudit.reports._columns import worst
from redaudit.reports.html.silence import unseen
from redaudit.reports.html.wording import capitalized, counted, listed, on_pages
from redaudit.vocabulary.outcome import Outcome


def headline(audited: Audited) -> str:
    """The line, of what the document states and of what was found in it.

    SECRET telegram of 1999-11-23, released in part on 2023-03-16; 4 redactions, 2 findings, the worst high.
    """
    record = audited.record
    redactions = sum(redaction.official for redaction in record.redactions)
    held = counted(redactions, "redaction") if redactions else "no redaction seen"
    return f"{capitalized(_what(record))}, {_released(record)}; {held}, {_findings(audited.findings)}."


def _what(record: Record) -> str:
    is_telegram = record.message_reference is not None or CableHeader in record.marks_by_kind
    noun = "telegram" if is_telegram else "document"
    level, date = record.original_classification, record.original_date
    named = f"{level.value} {noun}" if level else noun
    dated = f" of {date.value.isoformat()}" if date else ""
    lacking = [word for word, fact in (("date", date), ("classification", level)) if fact is None]
    return f"{named}{dated}{_lacking(lacking, record)}"


def _lacking(names: list[str], record: Record) -> str:
    """What is not stated, or on pages that could not be read was not seen."""
    if not names:
        return ""
    if unseen(record):
        return f" whose {listed(names)} {'was' if len(names) == 1 else 'were'} not seen"
    return f" without a stated {' or '.join(names)}"


def _released(record: Record) -> str:
    status, date = record.release_status.value, record.release_date
    on = f" on {date.value.isoformat()}" if date else " on a day not stated"
    match status:
        case Outcome.NONE:
            return "no release marking seen" if unseen(record) else "no release marking in this copy"
        case Outcome.UNSPECIFIED:
            return f"released{on}, whether in full or in part not stated"
        case Outcome.DENIED:
            return f"denied{on}"
        case _:
            return f"released in {status.value}{on}"


def _findings(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "no finding"
    if len(findings) == 1:
        return f"1 finding ({findings[0].severity.word})"
    return f"{counted(len(findings), 'finding')}, the worst {worst(findings)}"


def pages_in_words(record: Record) -> str:
    """How many pages there are, and which could not be read: `3 pages; page 2 could not be read`."""
    pages = unseen(record)
    counts = counted(len(record.pages), "page")
    return f"{counts}; {on_pages(pages)} could not be read" if pages else counts
