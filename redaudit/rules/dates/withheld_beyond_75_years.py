"""`withheld-beyond-75-years`: text older than 75 years withheld as classified, without the Panel's exemption.

memorandum of 3 May 1943 ... 50X1-HUM ... Date: 06/30/2020
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._samples import release
from redaudit.rules.dates._automatic import withheld_beyond


def check(record: Record) -> Iterator[Problem]:
    """Released after the 75-year line, with classified codes and neither 75X nor 3.3(h)(3)."""
    yield from withheld_beyond(record, 75)


_MEMORANDUM = """
                                 SECRET

                                        May 3, 1943

MEMORANDUM

SUBJECT: Talks on the canal

The minister said that talks on the canal would go on.
{margin}
                                 SECRET
"""
_OLD = _MEMORANDUM.format(margin="")
_PART = "RELEASE IN PART B1,1.4(D)"


def _coded(code: str) -> str:
    return _MEMORANDUM.format(margin=f"                                                            {code}\n")


RULE = Rule(
    id="withheld-beyond-75-years",
    severity=Severity.HIGH,
    summary="text older than 75 years is withheld as classified without a 75-year exemption code",
    rationale="""\
What was exempted at 50 years, a human source or the design of a weapon among it, is declassified by itself on
31 December of the 75th year, unless the agency's head proposed to exempt specific information and the Interagency
Security Classification Appeals Panel approved it. Such a passage is marked 75X with a number and a date.

Evidence: the document's date, a release beyond 31 December of its 75th year, B1, a category or an older exemption
withholding text, and neither 75X nor 3.3(h)(3) in the copy. This rule speaks instead of those of 25 and 50 years.

    memorandum of 1943, released 2020, B1,1.4(D)        raised
    memorandum of 1943, released 2020, 50X1-HUM         raised: it ended on 2018-12-31
    memorandum of 1951, released 2020, 3.3(h)(2)        not raised
""",
    caution="""\
Restricted Data is opened by no line, and the Kennedy collection follows an Act of its own: both are passed over.
Records that are not permanent, and a code left out by habit look the same. A year misread by OCR makes a document older
than it is. Within five years behind the line, and where codes or dates are damaged or pages are pictures, it weighs one
step less.
""",
    holds=(Holds(Dated.RELEASE, since=dt.date(2014, 1, 1), source="E.O. 13526 3.3(h)"),),
    source="E.O. 13526 3.3(h)(3); 32 CFR 2001.26(b), (c), 2001.30(k)",
    check=check,
    hits=(
        release(_OLD, _PART, date="06/30/2020"),
        release(_coded("50X1-HUM"), _PART, date="06/30/2020"),
        release(_coded("25X1"), _PART, date="06/30/2025"),
    ),
    misses=(
        release(_coded("75X1"), _PART, date="06/30/2020"),
        release(_OLD.replace("1943", "1951"), _PART, date="06/30/2020"),
        release(_OLD, _PART, date="06/30/2018"),
        release(_OLD, "RELEASE IN PART B6", date="06/30/2020"),
    ),
)
