"""`release-before-creation`: the copy was released before the document was made.

Date: 06/30/2005 in the band ... P 141131Z MAR 06
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DatedAct, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import email, release, telegram


def check(record: Record) -> Iterator[Problem]:
    """The release's date lies before every date on which the document says it was sent."""
    release_date = record.release_date
    if release_date is None:
        return
    date = record.original_date.value if record.original_date else None
    sent = _sent(record)
    if date is None and sent:
        # The record takes no date after the release for the document's own; here there is no other.
        date = min(act.date.date for _, act in sent)
    if date is None or release_date.value >= date:
        return
    severity = weighed(Severity.HIGH, record, "release_date", "original_date")
    if any(act.damaged or act.date.short_year for _, act in sent):
        severity = softer(severity)
    proof = record.original_date.marks[:1] if record.original_date else (sent[0][0],)
    yield Problem(
        f"released on {release_date.value}, before its own date {date}",
        marks=(*release_date.marks[:1], *proof),
        severity=severity,
    )


def _sent(record: Record) -> tuple[tuple[Mark, DatedAct], ...]:
    return tuple((mark, act) for mark, act in marks_with(record, DatedAct) if act.act in ("dtg", "sent"))


RULE = Rule(
    id="release-before-creation",
    severity=Severity.HIGH,
    summary="the release is dated before the document",
    rationale="""\
One of the two dates is wrong, or the stamp belongs to another document, such as an attachment older than the letter it
came with.

Evidence: the date of the release marking, earlier than every date on which the document says it was sent.

    telegram of 14 March 2006, released 06/30/2005      raised
    telegram of 14 March 2006, released 06/30/2015      not raised
""",
    caution="""\
Dates in the text, the day on which a database made its copy (the CIA's `Document Creation Date` is that of the scan),
and an older message lower in the file are no evidence. A stamp copied along with an attachment belongs to the
attachment. Years of two digits, damaged dates, and dates that are inferred or have a rival reading weigh one step less.
""",
    source="the release marking against the document it stands on",
    check=check,
    hits=(release(telegram(), date="06/30/2005"), release(email(), date="01/31/2009")),
    misses=(release(telegram()), release(email()), email()),
)
