"""`release-before-creation`: the copy was released before the document was made.

Date: 06/30/2005 in the band ... P 141131Z MAR 06
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DatedAct, Mark, Span
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._release import stamps
from redaudit.rules._samples import email, release, telegram

# A date that stands lower on the page is no head of it.
_HEAD = 40


def check(record: Record) -> Iterator[Problem]:
    """The release's date lies before every date on which the document says it was sent."""
    release_date = record.release_date
    if release_date is None:
        return
    date = record.original_date.value if record.original_date else None
    sent = _sent(record)
    headed = () if sent else _headed(record)
    if date is None and (sent or headed):
        # The record takes no date after the release for the document's own; here there is no other.
        date = min(act.date.date for _, act in sent or headed)
    if date is None or release_date.value >= date:
        return
    severity = weighed(Severity.HIGH, record, "release_date", "original_date")
    if any(act.damaged or act.date.short_year for _, act in sent):
        severity = softer(severity)
    if headed and record.original_date is None:
        severity = softer(severity)
    proof = record.original_date.marks[:1] if record.original_date else ((sent or headed)[0][0],)
    yield Problem(
        f"released on {release_date.value}, before its own date {date}",
        marks=(*release_date.marks[:1], *proof),
        severity=severity,
    )


def _sent(record: Record) -> tuple[tuple[Mark, DatedAct], ...]:
    return tuple((mark, act) for mark, act in marks_with(record, DatedAct) if act.act in ("dtg", "sent"))


def _headed(record: Record) -> tuple[tuple[Mark, DatedAct], ...]:
    """The dates that stand by themselves in the document, where the first page begins with one; a letter's may too."""
    stamped = [mark.span for mark, _ in stamps(record)]
    found = [
        (mark, act)
        for mark, act in marks_with(record, DatedAct)
        if act.act == "headed" and not any(_covers(span, mark.span) for span in stamped)
    ]
    plain = [(mark, act) for mark, act in found if not (act.damaged or act.date.short_year or mark.doubtful)]
    if len(plain) < len(found) or not plain or plain[0][0].page > 1 or plain[0][0].line > _HEAD:
        return ()
    return tuple(plain)


def _covers(whole: Span, part: Span) -> bool:
    return whole.page == part.page and whole.start <= part.start and part.end <= whole.end


_SLUG = """DECLASSIFIED
Authority NND 900001
By JR NARA Date {date}

                              May 3, 2007

MEMORANDUM FOR THE RECORD

The minister said that talks on the canal would go on.
"""

RULE = Rule(
    id="release-before-creation",
    severity=Severity.HIGH,
    summary="the release is dated before the document",
    rationale="""\
One of the two dates is wrong, or the stamp belongs to another document, such as an attachment older than the letter it
came with.

Evidence: the date of the release marking, earlier than every date on which the document says it was sent; or, where it
does not say so, than every date that stands by itself in it, at the head of its first page first.

    telegram of 14 March 2006, released 06/30/2005      raised
    telegram of 14 March 2006, released 06/30/2015      not raised
""",
    caution="""\
Dates in the text, the day on which a database made its copy (the CIA's `Document Creation Date` is that of the scan),
and an older message lower in the file are no evidence. A stamp copied along with an attachment belongs to the
attachment. A date at the head of a page may be that of a print, or of a letter that came with the copy, and weighs one
step less; so do years of two digits, damaged dates, and dates that are inferred or have a rival reading.
""",
    source="the release marking against the document it stands on",
    check=check,
    hits=(release(telegram(), date="06/30/2005"), _SLUG.format(date="12/12/2004"), release(email(), date="01/31/2009")),
    misses=(_SLUG.format(date="12/12/2014"), release(telegram()), release(email()), email()),
)
