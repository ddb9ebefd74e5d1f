"""`withheld-beyond-50-years`: text older than 50 years withheld as classified, without an exemption that goes so far.

telegram of 1961 ... RELEASE IN PART B1,1.4(D) ... 25X1 ... Date: 06/30/2015
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._samples import release, telegram
from redaudit.rules.dates._automatic import withheld_beyond


def check(record: Record) -> Iterator[Problem]:
    """Released after the 50-year line, with classified codes and none of 50X, 75X, 3.3(h)."""
    yield from withheld_beyond(record, 50)


_OLD = telegram(sent="P 141131Z MAR 61", order="", authority="")
_MARGIN = "\n                                                      {code}\n"
_PART = "RELEASE IN PART B1,1.4(D)"

RULE = Rule(
    id="withheld-beyond-50-years",
    severity=Severity.HIGH,
    summary="text older than 50 years is withheld as classified without a 50-year exemption code",
    rationale="""\
An exemption at 25 years, 25X or 3.3(b), ends at the latest 50 years from the document's origin. Beyond that only the
identity of a human source (50X1-HUM), key design concepts of weapons of mass destruction (50X2-WMD), and what the
Interagency Security Classification Appeals Panel approved in extraordinary cases (50X1 to 50X9, 3.3(h)(2)) may be
withheld as classified.

Evidence: the document's date, a release beyond 31 December of its 50th year, B1, a category or a 25-year exemption
withholding text, and no 50X, 75X or 3.3(h) in the copy. This rule speaks instead of withheld-beyond-25-years, and is
silent itself where the line of 75 years is passed.

    telegram of 1961, released 2015, B1,1.4(D)         raised
    telegram of 1961, released 2015, B1,25X1           raised: 25X1 ended on 2011-12-31
    telegram of 1961, released 2015, B1,50X1-HUM       not raised
""",
    caution="""\
E.O. 13526 gave agencies three years to get ready for this line; that they ended in 2013 and not a year earlier is not
confirmed, so releases before 2014 are left to withheld-beyond-25-years. Restricted Data is opened by no line, and the
Kennedy collection follows an Act of its own: both are passed over. Records that are not permanent, file series exempted
as a whole, and a code left out by habit look the same. Within five years behind the line, and where codes or dates are
damaged or pages are pictures, it weighs one step less.
""",
    holds=(Holds(Dated.RELEASE, since=dt.date(2014, 1, 1), source="E.O. 13526 3.3(h)"),),
    source="E.O. 13526 3.3(h); 32 CFR 2001.26(a)(1), (b), 2001.30(k); ISOO Notices 2012-02, 2024-02",
    check=check,
    hits=(
        release(_OLD, _PART),
        release(_OLD + _MARGIN.format(code="25X1"), _PART),
        release(_OLD + _MARGIN.format(code="3.3(b)(1)"), "RELEASE IN PART B1"),
    ),
    misses=(
        release(_OLD + _MARGIN.format(code="50X1-HUM"), _PART),
        release(_OLD + _MARGIN.format(code="3.3(h)(2)"), _PART),
        release(_OLD.replace("MAR 61", "MAR 79"), _PART),
        release(_OLD, _PART, date="06/30/2012"),
        release(_OLD, "RELEASE IN PART B6"),
    ),
)
