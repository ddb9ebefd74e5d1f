"""`declass-form-anachronism`: the instruction has a form that was not in use on that day.

P 141131Z MAR 98 ... E.O. 12958: DECL: OADR
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import telegram
from redaudit.rules.authority._retired import retired
from redaudit.vocabulary.order import form_of


def check(record: Record) -> Iterator[Problem]:
    """The form of the declassification instruction does not fit the document's own date."""
    said, date = record.declassify_on, record.original_date
    form = form_of(said.value) if said else None
    if said is None or date is None or form is None or form.fits(date.value) or retired(record):
        return
    severity = weighed(Severity.MEDIUM, record, "declassify_on", "original_date")
    yield Problem(
        f"{said.value} on a document of {date.value}; {form.name} served from {form.start}"
        + (f" until {form.end}" if form.end else ""),
        marks=(*said.marks[:1], *date.marks[:1]),
        severity=softer(severity) if form.habit else severity,
    )


RULE = Rule(
    id="declass-form-anachronism",
    severity=Severity.MEDIUM,
    summary="the declassification instruction has a form of another time",
    rationale="""\
Every order had its own ways to say until when: GROUP 1 to 4 (1961-72), GDS and XGDS (1972-82), OADR (1982-95), X1 to X8
(1995-2003), 25X and 50X since. A form of another time means that it was carried over without thought (OADR after 1995
sets no date at all), or that the document's date is wrong.

Evidence: the instruction on the E.O. line or in the authority block against the document's own date, 60 days around a
change let pass.

    telegram of March 1998, DECL: OADR      raised
    telegram of March 1990, DECL: OADR      not raised
""",
    caution="""\
Dates, events in words and N/A have no time of their own; ADS-00 in a distribution is an office. GROUP, GDS, MR and 25X
out of their time are slips of habit, and low. A date that is inferred, or a damaged instruction, lowers the finding one
step. What a document since June 2010 carried over from an older source is told by obsolete-declass-value instead.
""",
    source="E.O. 10501 as amended, 11652, 12065, 12356 1.4, 12958 1.6; ISOO marking changes of 22 September 2003",
    check=check,
    hits=(
        telegram(sent="P 141131Z MAR 98", order="E.O. 12958: DECL: OADR", authority=""),
        telegram(order="E.O. 12958: DECL: X6"),
    ),
    misses=(
        telegram(),
        telegram(sent="P 141131Z MAR 90", order="E.O. 12356: DECL: OADR", authority=""),
        telegram(sent="P 141131Z MAR 98", order="E.O. 12958: DECL: X6", authority=""),
        telegram(order="E.O. 12958: DECL: UPON CLOSURE OF THE TALKS"),
    ),
)
