"""`pra-expired`: a restriction of the Presidential Records Act still withholds text after its twelve years.

memorandum of June 3, 1994 ... P5 ... DECLASSIFIED PER E.O. 13526 2012-0999-M 6/12/15
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Identifier, Mark
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._withholding import clear, codes, uses_of
from redaudit.vocabulary.presidency import presidency_of

# Nothing in the Freedom of Information Act takes the place of these: 44 U.S.C. 2204(c)(1) excludes (b)(5).
_ENDED = ("P2", "P5")
# These go on as exemptions of that Act, whose code then stands beside them or in their place.
_GOES_ON = {"P3": "B3", "P4": "B4", "P6": "B6"}


def check(record: Record) -> Iterator[Problem]:
    """P2 to P6 on a document whose President left office more than twelve years before the release."""
    date = record.original_date
    term = presidency_of(date.value) if date else None
    until = term.restricted_until if term else None
    if date is None or term is None or until is None:
        return
    reviewed = _reviewed(record)
    used = codes(record)
    ended = tuple(code for code in _ENDED if code in used)
    alone = tuple(code for code, other in _GOES_ON.items() if code in used and other not in used)
    if reviewed is None or reviewed[0] <= until or not (ended or alone):
        return
    _, words, proof = reviewed
    marks = uses_of(record, *ended, *alone)
    severity = weighed(Severity.MEDIUM if ended else Severity.LOW, record, "original_date", "release_date")
    yield Problem(
        f"{', '.join(ended + alone)} withholds text {words}; the restrictions of 44 U.S.C. 2204(a) on the records of "
        f"President {term.president} ended on {until}",
        marks=(*marks, *proof),
        severity=severity if clear(marks) else softer(severity),
    )


def _reviewed(record: Record) -> tuple[dt.date, str, tuple[Mark, ...]] | None:
    """The day of the release, or the first on which it can have been: that of the year in the library's case number."""
    if record.release_date is not None:
        when = record.release_date.value
        return when, f"in the release of {when}", record.release_date.marks[:1]
    for mark, number in marks_with(record, Identifier):
        year = number.value[:4]
        if number.scheme == "library-case" and year.isdigit():
            return dt.date(int(year), 1, 1), f"in a review of {year} or later (case {number.value})", (mark,)
    return None


def _memorandum(code: str, stamp: str, date: str = "June 3, 1994") -> str:
    return f"""
                              THE WHITE HOUSE
                                WASHINGTON
                                                        DECLASSIFIED IN PART
                                                        PER E.O. 13526
                                                        {stamp}

                              {date}

    MEMORANDUM FOR THE PRESIDENT

    FROM:          ANN Q. SAMPLE

    SUBJECT:       Talks on the canal

    You should listen to his account of the talks.

                                                                  {code}


    The Department of State agrees.

                         CLINTON LIBRARY PHOTOCOPY
"""


RULE = Rule(
    id="pra-expired",
    severity=Severity.MEDIUM,
    summary="a restriction of the Presidential Records Act withholds text after its twelve years",
    rationale="""\
A President may close six kinds of information in the records of his office, P1 to P6, for twelve years at most after
his last consecutive term. Then only the exemptions of the Freedom of Information Act are left, and of these not (b)(5):
appointments (P2) and confidential advice (P5) are closed by nothing but a claim of privilege.

Evidence: P2 to P6 where it withholds text; the President by the document's own date; the release's date, or the year in
the library's case number, after the end of the twelve years: 20 January 2001 for Reagan, 2005 and 2013 for the two
after him, then 2021, 2029, 2033 and 2037.

    P5 on a memorandum of 1994, released 2015             raised
    P5 on the same, released 2011                         not raised
    P6/b(6) on the same, released 2015                    not raised: (b)(6) goes on
""",
    caution="""\
A key that explains the codes is no use of them. P1 goes on as (b)(1) and is left to the rules on classified text. P3,
P4 and P6 go on as (b)(3), (b)(4) and (b)(6): beside that code they are not told, alone they weigh low. A document may
stand in the files of the next President, whose twelve years end later, and the sheet that withdrew it may be older
than the release; a former President may claim privilege (2204(c)(1) and 2208 were not read for this rule, and are not
confirmed). Damaged or inferred dates weigh one step less. Without a date of release and without a year in the case
number the rule rests.
""",
    holds=(Holds(Dated.RELEASE, since=dt.date(2001, 1, 20), source="44 U.S.C. 2204(a); P.L. 95-591, section 3"),),
    source="44 U.S.C. 2204(a), (c)(1), 2208; P.L. 95-591, section 3; 36 CFR 1270.40 (1988)",
    check=check,
    hits=(
        _memorandum("P5", "2012-0999-M 6/12/15 kde"),
        _memorandum("P2", "2014-0999-M"),
        _memorandum("P6", "2014-0999-M"),
    ),
    misses=(
        _memorandum("P5", "2010-0999-M 6/12/11 kde"),
        _memorandum("P5", "2010-0999-M"),
        _memorandum("P6/b(6)", "2012-0999-M 6/12/15 kde"),
        _memorandum("P5", "2012-0999-M 6/12/15 kde", date="June 3, 1980"),
        _memorandum("P1/b(1)", "2012-0999-M 6/12/15 kde"),
    ),
)
