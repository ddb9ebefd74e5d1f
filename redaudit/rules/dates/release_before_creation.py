"""`release-before-creation`: the copy was released before the document was made.

Date: 06/30/2005 in the band ... P 141131Z MAR 06
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._samples import email, release, telegram


def check(record: Record) -> Iterator[Problem]:
    """The release's date lies before the document's own."""
    release_date, date = record.release_date, record.original_date
    if release_date is None or date is None or release_date.value >= date.value:
        return
    yield Problem(
        f"released on {release_date.value}, before its own date {date.value}",
        marks=(*release_date.marks[:1], *date.marks[:1]),
        severity=weighed(Severity.HIGH, record, "release_date", "original_date"),
    )


RULE = Rule(
    id="release-before-creation",
    severity=Severity.HIGH,
    summary="the release is dated before the document",
    rationale="""\
One of the two dates is wrong, or the stamp belongs to another document, such as an attachment older than the letter it
came with.

Evidence: the date of the release marking against the document's own. Not evidence: dates in the text; the day on which
a database made its copy; dates that are inferred or have a rival reading weigh one step less.

    telegram of 14 March 2006, released 06/30/2005      raised
    telegram of 14 March 2006, released 06/30/2015      not raised
""",
    source="the release marking against the document it stands on",
    check=check,
    hits=(release(telegram(), date="06/30/2005"), release(email(), date="01/31/2009")),
    misses=(release(telegram()), release(email()), email()),
)
