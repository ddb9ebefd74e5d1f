"""`withheld-beyond-25-years`: text older than 25 years withheld as classified, without an exemption that goes so far.

telegram of 1979 ... RELEASE IN PART B1,1.4(D) ... Date: 06/30/2015
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.rules.dates._automatic import withheld_beyond


def check(record: Record) -> Iterator[Problem]:
    """Released after the 25-year line, with classified codes and none of 25X, 50X, 75X, 3.3(b), 3.3(h)."""
    yield from withheld_beyond(record, 25)


_OLD = telegram(sent="P 141131Z MAR 79", order="E.O. 12065: GDS 3/14/85 (SAMPLE, ANN Q.) OR-M", authority="")
_MARGIN = "\n                                                      25X6\n"

RULE = Rule(
    id="withheld-beyond-25-years",
    severity=Severity.HIGH,
    summary="text older than 25 years is withheld as classified without a 25-year exemption code",
    rationale="""\
On 31 December of the 25th year a permanent record is declassified by itself, unless its agency exempted it under
section 3.3(b). The copy should then show that exemption: 25X1 to 25X9, or 3.3(b)(n). B1 with 1.4(x) alone is the
ground for younger records.

Evidence: the document's date, the release's date beyond that line (and beyond 31 December 2006, the first line kept),
B1 or a category withholding text, and no 25X, 50X, 75X, 3.3(b) or 3.3(h), neither as a code nor on the `Declassify on`
line of a stamp. One fact is told once: past the line of 50
or 75 years the rule of that line speaks, and this one is silent.

    telegram of 1979, released 2015, B1,1.4(D)         raised
    telegram of 1979, released 2015, B1,25X6           not raised
    telegram of 2006, released 2015, B1,1.4(D)         not raised
    telegram of 1961, released 2015, B1,1.4(D)         not raised here: withheld-beyond-50-years speaks
""",
    caution="""\
B5, B6 and other exemptions have no such line. Restricted Data is opened by no line, and the Kennedy collection follows
an Act of its own: both are passed over. Records that are not permanent, file series exempted as a whole, and a code
left out by habit look the same, so the finding says what was not found. Within five years behind the line, the delays
that the order allows for special media, referrals and file blocks, it weighs one step less; so it does where the codes
or dates are read from damaged text, or where pages are pictures in whose margins a code may have been missed.
""",
    holds=(Holds(Dated.RELEASE, since=dt.date(2007, 1, 1), source="E.O. 12958 as amended by E.O. 13292, 3.3(a)"),),
    source="E.O. 13526 3.3(a), (b), (d); 32 CFR 2001.24(h)(2), 2001.26(a), 2001.30(l), (n); 36 CFR 1260.46",
    check=check,
    hits=(
        release(_OLD, "RELEASE IN PART B1,1.4(D)"),
        release(_OLD.replace("MAR 79", "MAR 82"), "RELEASE IN PART B1,1.4(B)"),
    ),
    misses=(
        release(telegram(), "RELEASE IN PART B1,1.4(D)"),
        release(_OLD + _MARGIN, "RELEASE IN PART B1,1.4(D)"),
        release(_OLD + RECLASSIFIED.format(until="25X6, 12/31/2029"), "RELEASE IN PART B1,1.4(D)"),
        release(_OLD.replace("MAR 79", "MAR 61"), "RELEASE IN PART B1,1.4(D)"),
        release(_OLD, "RELEASE IN PART B1,1.4(D)", date="06/30/2006"),
        release(_OLD, "RELEASE IN PART B6"),
        release(_OLD),
    ),
)
