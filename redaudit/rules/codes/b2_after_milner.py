"""`b2-after-milner`: B2 withholds in a release later than the decision that left it to personnel matters.

RELEASE IN PART B2,B6 ... Date: 06/30/2015
"""

import datetime as dt
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear, codes, proof

# Milner v. Department of the Navy, 562 U.S. 562, was decided on 7 March 2011.
_AFTER = dt.date(2011, 3, 8)


def check(record: Record) -> Iterator[Problem]:
    """B2 withholds; whether before the decision cannot be told where the release has no date."""
    if "B2" not in codes(record) or record.release_date is None:
        return
    marks = proof(record, ("B2",))
    severity = weighed(Severity.MEDIUM, record, "release_date")
    yield Problem(
        f"text is withheld under B2 in a release of {record.release_date.value}; since 7 March 2011 "
        "B2 covers matters of personnel alone",
        marks=marks,
        severity=severity if clear(marks) else softer(severity),
    )


RULE = Rule(
    id="b2-after-milner",
    severity=Severity.MEDIUM,
    summary="B2 withholds text in a release after the Supreme Court left it to matters of personnel",
    rationale="""\
For thirty years agencies withheld under B2 whatever might help somebody to get round the law ("High 2"): numbers of
files, codes, instructions to investigators. On 7 March 2011 the Supreme Court held that B2 means what it says,
personnel rules and practices alone. A B2 in a later release must be about employee relations or human resources; most
such passages were moved to B7(E), B6 or another exemption, and should have been.

Evidence: the code B2 in a stamp, a margin or a page sheet, in a release after that day.

    RELEASE IN PART B2 ... Date: 06/30/2015     raised
    RELEASE IN PART B2 ... Date: 06/30/2010     not raised: before the decision
""",
    caution="""\
What the passage says cannot be seen: hiring, leave, pay and discipline are still B2's own, so a person must look. A
copy without a date of release raises nothing, and neither does a key that explains the codes. A doubtful date, or a B2
read from damaged text, weighs one step less.
""",
    holds=(Holds(Dated.RELEASE, since=_AFTER, source="Milner v. Department of the Navy, decided on 7 March 2011"),),
    source="5 U.S.C. 552(b)(2); Milner v. Department of the Navy, 562 U.S. 562 (2011); justice.gov/oip/foiapost/"
    "2011foiapost15",
    check=check,
    hits=(release(email(), "RELEASE IN PART B2,B6"), release(email(), "RELEASE IN PART B2", "04/30/2011")),
    misses=(
        release(email(), "RELEASE IN PART B2,B6", "06/30/2010"),
        release(email(), "RELEASE IN PART B6"),
        email("The B2 shed is full.\n"),
    ),
)
