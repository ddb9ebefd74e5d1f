"""`declass-beyond-25-original`: the originator's date lies more than 25 years after the document.

P 141131Z MAR 06 ... E.O. 12958: DECL: 03/14/2036
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import day, weighed
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.rules.dates._instruction import forms
from redaudit.vocabulary.order import automatic_line


def check(record: Record) -> Iterator[Problem]:
    """The originator's date against 31 December of the document's 25th year."""
    said, date = record.declassify_on, record.original_date
    until = day(said)
    if said is None or until is None or date is None or any(form is not None for form in forms(record)):
        return
    line = automatic_line(date.value, 25)
    if until <= line:
        return
    years = (until - date.value).days / 365.25
    yield Problem(
        f"to be declassified on {until}, {years:.1f} years after its own date {date.value}; "
        f"25 years end on {line} at the latest, and no exemption is named",
        marks=(*said.marks[:1], *date.marks[:1]),
        severity=weighed(Severity.MEDIUM, record, "declassify_on", "original_date"),
    )


_ORDER = "E.O. 12958: DECL: {date}"

RULE = Rule(
    id="declass-beyond-25-original",
    severity=Severity.MEDIUM,
    summary="the originator set a declassification date more than 25 years off, without an exemption",
    rationale="""\
Since September 2003 an originator may set a date of up to 25 years from the decision to classify. Only a human source
or the design of a weapon of mass destruction may be classified for longer, and then 50X1-HUM or 50X2-WMD stands in
place of the date. A later date is most often a slip of the pen, or the year of a telegram that served as the pattern.

Evidence: a date on the E.O. line or after `Declassify on`, later than 31 December of the 25th year after the document's
own date, and none of the forms 25X, 50X, 75X beside it. The end of the year is let pass, as the automatic line is.

    14 March 2006, DECL: 03/14/2036      raised
    14 March 2006, DECL: 12/31/2031      not raised
""",
    caution="""\
The date in a stamp that classifies at release is another matter: new-declass-date-beyond-25 tells it. Older documents
had other limits: ten years until 2003 (declass-beyond-10-without-x), none under E.O. 12356. A digit misread by OCR, and
dates that are inferred or have a rival reading, weigh one step less.
""",
    holds=(
        Holds(
            Dated.DOCUMENT,
            since=dt.date(2003, 9, 22),
            source="E.O. 12958 as amended by E.O. 13292, 1.5(b); 32 CFR 2001.12 (2003)",
        ),
    ),
    source="E.O. 12958 as amended, 1.5(b); E.O. 13526 1.5(b); 32 CFR 2001.12(a)(1)(iii), (a)(2)",
    check=check,
    hits=(telegram(order=_ORDER.format(date="03/14/2036")), telegram(order=_ORDER.format(date="2032/01/01"))),
    misses=(
        telegram(order=_ORDER.format(date="12/31/2031")),
        telegram(order=_ORDER.format(date="25X1, 03/14/2046")),
        telegram(sent="P 141131Z MAR 99", order=_ORDER.format(date="03/14/2036")),
        telegram(sent="P 141131Z MAR 88", order="E.O. 12356: DECL: 03/14/2018"),
        release(telegram() + RECLASSIFIED.format(until="03/14/2036"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
    ),
)
