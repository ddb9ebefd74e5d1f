"""`b3-without-statute`: B3 stands for another statute, which must be named.

RELEASE IN PART B3,B6
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import codes, proof, unexplained

# Labels that name the statute by themselves: CIA's (b)(3)(c) and (b)(3)(n), and its STAT.
_NAMES_STATUTE = ("B3(", "STAT")


def check(record: Record) -> Iterator[Problem]:
    """B3 withholds, and no statute stands with it."""
    found = codes(record)
    if "B3" not in found or record.statutes or any(code.startswith(_NAMES_STATUTE) for code in found):
        return
    marks = proof(record, ("B3",))
    yield Problem(
        "text is withheld under B3; no statute was found beside it",
        marks=marks,
        severity=unexplained(record, marks),
    )


RULE = Rule(
    id="b3-without-statute",
    severity=Severity.MEDIUM,
    summary="B3 withholds text, and no statute is named",
    rationale="""\
FOIA exemption 3 has no content of its own: it lets another statute withhold, and that statute must be identified
(CIA Act, National Security Act, INA 222(f), P.L. 86-36 and some hundreds more). A bare B3 cannot be appealed, because
nobody can say what it rests on.

Evidence: a B3 in a stamp or a margin, and no statute or known label in the copy.

    RELEASE IN PART B3,B6              raised
    RELEASE IN PART B3 CIA PERS/ORG    not raised
""",
    caution="""\
CIA's (b)(3)(c) and (b)(3)(n) and the words STAT and STATINTL are labels of statutes, and so are State's `B3 INA` and
`B3 CIA PERS/ORG`. The letter that came with the copy may name the statute. The FBI names its statutes on the form that
explains the codes, the CIA in the key on its site; there, and with NSA and the libraries, the finding is low. On
scanned pages, and for a B3 read from damaged text, it weighs one step less.
""",
    source="5 U.S.C. 552(b)(3)",
    check=check,
    hits=(
        release(email(), "RELEASE IN PART B3,B6"),
        release(email(), "RELEASE IN PART B3"),
    ),
    misses=(
        release(email(), "RELEASE IN PART B3 CIA PERS/ORG,B6"),
        release(email(), "RELEASE IN PART B6"),
    ),
)
