"""`b5-over-25-years`: the deliberative privilege ends 25 years after the record was made.

14 MAR 1975 ... RELEASE IN PART B5 ... Date: 06/30/2019
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import release, telegram
from redaudit.rules._withholding import codes, proof
from redaudit.vocabulary.order import years_after

# FOIA Improvement Act of 2016, P.L. 114-185, for requests made after its enactment.
_ENACTED = dt.date(2016, 6, 30)
_CASE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def check(record: Record) -> Iterator[Problem]:
    """B5 withholds in a record that was 25 years old when it was released."""
    if "B5" not in codes(record) or not record.original_date or not record.release_date:
        return
    of_age = years_after(record.original_date.value, 25)
    asked = _year_asked(record)
    if record.release_date.value < of_age or (asked is not None and asked < max(of_age, _ENACTED).year):
        return
    severity = weighed(Severity.MEDIUM, record, "original_date", "release_date")
    yield Problem(
        f"text is withheld under B5 in a record of {record.original_date.value}, released {record.release_date.value}; "
        "the deliberative part of B5 ends at 25 years before the request"
        + ("" if asked else ", whose date was not found in this copy"),
        marks=proof(record, ("B5",)),
        severity=severity if asked else softer(severity),
    )


def _year_asked(record: Record) -> int | None:
    """The year in the number of the case, which is that of the request: `F-2014-00001`."""
    found = _CASE_YEAR.search(record.case_number.value) if record.case_number else None
    return int(found[1]) if found else None


_OLD = telegram(
    sent="P 141131Z MAR 75",
    order="E.O. 11652: GDS",
    authority="",
    body="1. The minister will think about it.\n                                                       B5\n",
)
_LATE = release(_OLD, "RELEASE IN PART B5", "06/30/2019")

RULE = Rule(
    id="b5-over-25-years",
    severity=Severity.MEDIUM,
    summary="B5 withholds text in a record 25 years old or older",
    rationale="""\
Since 30 June 2016 the deliberative process privilege "shall not apply to records created 25 years or more before the
date on which the records were requested". A B5 on such a record must rest on another privilege, and is worth asking
about.

Evidence: a B5, the document's own date, the release's date, and the year of the request where the case number tells
it.

    telegram of 14 March 1975, case F-2018-01234, released 2019, B5     raised
    the same under case F-2014-00001                                    not raised: asked before the Act
""",
    caution="""\
Attorney-client and work-product claims do not end. The day of the request counts: where only that of the release is
known the finding weighs one step less, because the request may be years older; so it does where a date is doubtful.
""",
    holds=(Holds(Dated.RELEASE, since=_ENACTED, source="P.L. 114-185, 6: requests made after its enactment"),),
    source="5 U.S.C. 552(b)(5), proviso of P.L. 114-185 (30 June 2016)",
    check=check,
    hits=(_LATE.replace("F-2014-00001", "F-2018-01234"), _LATE.replace("F-2014-00001", "F-2017-00017")),
    misses=(
        _LATE,
        release(_OLD, "RELEASE IN PART B6", "06/30/2019").replace("B5", "B6").replace("F-2014", "F-2018"),
        _LATE.replace("MAR 75", "MAR 99").replace("F-2014-00001", "F-2018-01234"),
    ),
)
