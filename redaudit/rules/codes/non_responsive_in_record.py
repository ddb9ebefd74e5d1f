"""`non-responsive-in-record`: a part of a responsive record may not be blanked as not responsive.

RELEASE IN PART NR
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear, codes, proof

# American Immigration Lawyers Ass'n v. EOIR, 830 F.3d 667 (D.C. Cir.), decided the day before.
_AFTER = dt.date(2016, 7, 30)


def check(record: Record) -> Iterator[Problem]:
    """NR withholds a passage; whether before the decision cannot be told where the release has no date."""
    if "NR" not in codes(record) or not record.release_date:
        return
    marks = proof(record, ("NR",))
    severity = weighed(Severity.MEDIUM, record, "release_date")
    yield Problem(
        f"a passage is withheld as not responsive (NR) in a release of {record.release_date.value}",
        marks=marks,
        severity=severity if clear(marks) else softer(severity),
    )


RULE = Rule(
    id="non-responsive-in-record",
    severity=Severity.MEDIUM,
    summary="a passage inside a released record is withheld as not responsive",
    rationale="""\
"Not responsive" is no exemption. Since the decision of 29 July 2016 an agency that holds a record to be responsive must
release it, or name an exemption for each passage it withholds.

Evidence: the code NR in a stamp or a margin, in a release after that day.

    RELEASE IN PART NR ... Date: 06/30/2018     raised
    RELEASE IN PART NR ... Date: 06/30/2015     not raised: before the decision
""",
    caution="""\
NR is an office symbol (C/NR/ECC) and a mark of NATO, too. Logs and digests that hold several records on one page may
lawfully be split, so a person must look. A copy without a date of release raises nothing; a doubtful date, or an NR
read from damaged text, weighs one step less.
""",
    holds=(Holds(Dated.RELEASE, since=_AFTER, source="AILA v. EOIR, decided on 29 July 2016"),),
    source="AILA v. EOIR, 830 F.3d 667 (D.C. Cir. 2016); 5 U.S.C. 552(a)(8)",
    check=check,
    hits=(
        release(email(), "RELEASE IN PART NR", "06/30/2018"),
        release(email(), "RELEASE IN PART NR,B6", "01/31/2017"),
    ),
    misses=(
        release(email(), "RELEASE IN PART NR", "06/30/2015"),
        release(email("Cleared by C/NR/ECC.\n"), "RELEASE IN PART B6", "06/30/2018"),
    ),
)
