"""`declass-before-creation`: the originator's date of declassification lies before the document.

P 141131Z MAR 06 ... E.O. 12958: DECL: 03/14/2003
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import day, weighed
from redaudit.rules._samples import release, telegram


def check(record: Record) -> Iterator[Problem]:
    """Declassify on a day before the document's own date."""
    said, date = record.declassify_on, record.original_date
    until = day(said)
    if said is None or until is None or date is None or until >= date.value:
        return
    yield Problem(
        f"to be declassified on {until}, before its own date {date.value}",
        marks=(*said.marks[:1], *date.marks[:1]),
        severity=weighed(Severity.HIGH, record, "declassify_on", "original_date"),
    )


RULE = Rule(
    id="declass-before-creation",
    severity=Severity.HIGH,
    summary="the declassification date lies before the document's own date",
    rationale="""\
Such a document was never validly classified for any time, or one of its two dates is wrong. Everything counted from
them, overdue years and time lines, is then wrong too.

Evidence: a date on the E.O. line or after `Declassify on`, earlier than the document's own. A year of two digits is
read as the first such year from the document's own on, so it cannot raise this.

    14 March 2006, DECL: 03/14/2003      raised
    14 March 2006, DECL: 03/14/16        not raised
""",
    caution="""\
DECLASSIFIED or DOWNGRADED with a date is no instruction for the future and is not looked at. A later message that sends
an old document on has a date of its own; a day and a month may stand the other way round; OCR reads 2007 for 2017.
Dates that are inferred, read from damaged text or have a rival reading weigh one step less.
""",
    source="E.O. 12958 1.6; E.O. 13526 1.5; 32 CFR 2001.12",
    check=check,
    hits=(telegram(order="E.O. 12958: DECL: 03/14/2003"), telegram(order="E.O. 12958: DECL: 2005/12/31")),
    misses=(telegram(), telegram(order="E.O. 12958: DECL: 03/14/16"), release(telegram(), date="06/30/2005")),
)
