"""`b1-without-category`: B1 alone says that something is classified, not why.

RELEASE IN PART B1
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._release import by_fbi, filled_in_by_hand, stamps
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear, codes, proof, unexplained
from redaudit.vocabulary.order import names_category

# Before E.O. 12958 a bare b1 was the habit everywhere.
_HABIT_UNTIL = dt.date(1995, 10, 14)


def check(record: Record) -> Iterator[Problem]:
    """B1 withholds, and no category of an executive order stands anywhere in the copy."""
    if "B1" not in codes(record) or _categories(record) or filled_in_by_hand(record):
        return
    date = record.release_date.value if record.release_date else None
    once_usual = date is not None and date < _HABIT_UNTIL
    marks = proof(record, ("B1",))
    if marks and by_fbi(record) and not any(_is_the_bureaus(mark) for mark in marks):
        return
    yield Problem(
        "text is withheld under B1; no category of an executive order (1.4, 1.5, 25X, 3.3(b)) was found in this copy",
        marks=marks,
        severity=min(unexplained(record, marks), Severity.LOW if once_usual else Severity.MEDIUM),
    )


def _is_the_bureaus(mark: Mark) -> bool:
    """Whether a code is printed as the FBI prints it: `b1`, `(b)(1)`; a B1 or BI of its old papers is a clerk's."""
    return mark.text.lstrip("(")[:1] == "b" and clear((mark,))


def _categories(record: Record) -> bool:
    reasons = [reason for _, stamp in stamps(record) for reason in stamp.reasons]
    for fact in (record.classification_reasons, record.withheld_reasons):
        reasons += fact.value if fact else ()
    return bool(reasons) or any(names_category(code) for code in codes(record))


RULE = Rule(
    id="b1-without-category",
    severity=Severity.MEDIUM,
    summary="B1 withholds text, and no category of an executive order is given",
    rationale="""\
FOIA exemption 1 protects only what is in fact properly classified under an executive order, so a B1 leans on a
category of that order: 1.4(a) to (h) of E.O. 13526, for old records an exemption of its section 3.3(b) (25X1 to 25X9).
A copy that prints B1 alone leaves the reader, and a court, without the ground.

Evidence: a B1 in a stamp or a margin, and no category anywhere in the copy.

    RELEASE IN PART B1              raised
    RELEASE IN PART B1,1.4(D)       not raised
""",
    caution="""\
A key that explains the codes uses none of them. A category printed anywhere else in the copy is enough, the
originator's own reason among them. The FBI, the CIA, NSA, the libraries and releases before October 1995 print a bare
b1 by habit and name the ground in the letter; there the finding is low, and a B1 in capitals on the Bureau's old
papers is none of its codes. On State's form of choices to tick the category is written by hand, and the rule rests. On
scanned pages, where the category may be written by hand, and for a B1 read from damaged text it weighs one step less.
""",
    source="5 U.S.C. 552(b)(1); E.O. 13526 1.4, 3.3(b)",
    check=check,
    hits=(
        release(
            email("We met the minister.\n                                                  B1\n"), "RELEASE IN PART B1"
        ),
        release(email(), "RELEASE IN PART B1,B6"),
    ),
    misses=(
        release(email(), "RELEASE IN PART B1,1.4(D)"),
        release(email(), "RELEASE IN PART B6"),
        email("The B1 visa is for business.\n"),
    ),
)
