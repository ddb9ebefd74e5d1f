"""`declass-exactly-default`: the originator's date lies 10 or 25 years after the document, to the day.

P 141131Z MAR 06 ... E.O. 12958: DECL: 03/14/2016
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import day
from redaudit.rules._samples import telegram
from redaudit.vocabulary.order import years_after

# E.O. 12958 knew ten years only; 25 came with its amendment.
_DEFAULTS = (10, 25)
_25_FROM = dt.date(2003, 9, 22)


def check(record: Record) -> Iterator[Problem]:
    """The date is the one that stands for `nothing better was known`."""
    said, date = record.declassify_on, record.original_date
    until = day(said)
    if said is None or until is None or date is None:
        return
    for years in _DEFAULTS:
        if until == years_after(date.value, years) and (years == 10 or date.value >= _25_FROM):
            yield Problem(
                f"to be declassified on {until}, {years} years after {date.value} to the day: the default, not a date "
                "chosen for this text",
                marks=(*said.marks[:1], *date.marks[:1]),
            )


RULE = Rule(
    id="declass-exactly-default",
    severity=Severity.INFO,
    summary="the declassification date is the default of 10 or 25 years to the day",
    rationale="""\
An originator shall first look for a date or event on which the text loses its sensitivity, and only if there is none
take ten years, or up to 25. A date that lies ten or 25 years off to the day tells that the default was taken. Nothing
is wrong with that; how often it happens in a set tells how the first step is kept.

Evidence: a date on the E.O. line or after `Declassify on`, 10 or 25 years after the document's own date to the day; 25
years for documents since 22 September 2003.

    14 March 2006, DECL: 03/14/2016      told
    14 March 2006, DECL: 03/13/2016      not told
""",
    caution="""\
A statistic, not a fault: it never sets the exit code. The day of the decision to classify may be that of the draft and
not of the sending, so that a default may lie a day or two beside; such dates are not told.
""",
    holds=(Holds(Dated.DOCUMENT, since=dt.date(1995, 10, 14), source="E.O. 12958 1.6(b), section 6.2"),),
    source="E.O. 12958 1.6(b); E.O. 13526 1.5(b); 32 CFR 2001.12(a)(1)",
    check=check,
    hits=(
        telegram(),
        telegram(order="E.O. 12958: DECL: 03/14/2031"),
        telegram(sent="P 141131Z MAR 97", order="E.O. 12958: DECL: 03/14/07"),
    ),
    misses=(
        telegram(order="E.O. 12958: DECL: 03/13/2016"),
        telegram(sent="P 141131Z MAR 97", order="E.O. 12958: DECL: 03/14/2022"),
        telegram(sent="P 141131Z MAR 88", order="E.O. 12356: DECL: 03/14/98"),
        telegram(order="E.O. 12958: DECL: X1"),
    ),
)
