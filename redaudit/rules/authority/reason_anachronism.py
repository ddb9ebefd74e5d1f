"""`reason-anachronism`: the originator gives a reason that no order had on that day.

P 101131Z JUL 97 ... Classified by: ... Reason: 1.4 (b)
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.order import GRACE, reason_parts


def check(record: Record) -> Iterator[Problem]:
    """Reasons of the originator whose section, or category, did not exist on the document's date."""
    reasons, date = record.classification_reasons, record.original_date
    if reasons is None or date is None:
        return
    told: set[str] = set()
    for reason in reasons.value:
        parts = reason_parts(reason)
        if parts is None:
            continue
        section, letter = parts
        severity = weighed(Severity.MEDIUM, record, "original_date", "classification_reasons")
        if letter not in section.categories.split():
            yield Problem(
                f"reason {reason}: section {section.section} has no such category", reasons.marks, severity=severity
            )
        elif section.section not in told and not _fits(section.start, date.value, section.end):
            told.add(section.section)
            habit = section.habit is not None and section.start <= date.value < section.habit
            yield Problem(
                f"reason {reason} on a document of {date.value}; section {section.section} served from {section.start}"
                + (f" until {section.end}" if section.end else ""),
                marks=(*reasons.marks[:1], *date.marks[:1]),
                severity=softer(severity) if habit else severity,
            )


def _fits(start: dt.date, date: dt.date, end: dt.date | None) -> bool:
    return start - GRACE <= date and (end is None or date < end + GRACE)


RULE = Rule(
    id="reason-anachronism",
    severity=Severity.MEDIUM,
    summary="the originator's reason belongs to an order of another time",
    rationale="""\
The sections of reasons moved: 1.3(a)(1) to (10) under E.O. 12356, 1.5(a) to (g) from October 1995, 1.4(a) to (h) since
2003. A reason of another time means that the date is wrong, that the block was added later, or that the text was
retyped.

Evidence: the originator's reason against the document's own date, 60 days around a change let pass.

    telegram of 1997, Reason: 1.4 (b)      raised
    telegram of 1997, Reason: 1.5 (b)      not raised
""",
    caution="""\
The reviewer's reason follows the order of the review: 1.5(b) on a telegram of 1999 and 1.4(b) in its release of 2020
agree. So does the block of the FBI's reviewers, who sign with a number and initials. 1.5 in 2004 is habit, and low. A
date or a reason that is inferred, damaged or has a rival reading lowers the finding one step.
""",
    source="E.O. 12356 1.3; E.O. 12958 1.5; E.O. 13292 and 13526 1.4",
    check=check,
    hits=(
        telegram(sent="P 141131Z MAR 97", order="E.O. 12958: DECL: 03/14/07"),
        telegram(authority="Classified By: Ambassador Ann Q. Sample for reasons 1.5 (b) and (d)."),
    ),
    misses=(
        telegram(),
        telegram(
            sent="P 141131Z MAR 97",
            order="E.O. 12958: DECL: 03/14/07",
            authority="Classified by Ambassador Ann Q. Sample, reason 1.5 (b, d).",
        ),
        release(
            telegram(
                sent="P 141131Z MAR 99",
                order="E.O. 12958: DECL: 03/14/09",
                authority="Classified by Ambassador Ann Q. Sample, reason 1.5 (b, d).",
            ),
            "RELEASE IN PART B1,1.4(B),1.4(D)",
        ),
    ),
)
