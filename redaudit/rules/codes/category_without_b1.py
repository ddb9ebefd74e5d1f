"""`category-without-b1`: a category of the order withholds under the FOIA, and no exemption of the FOIA goes with it.

RELEASE IN PART 1.4(D),B6
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import stamps
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear, codes, proof
from redaudit.vocabulary.order import reason_parts

# What lets a category withhold: the FOIA's, the Presidential Records Act's, the Privacy Act's own code.
_AUTHORITIES = frozenset(("B1", "P1", "K1"))


def check(record: Record) -> Iterator[Problem]:
    """Categories withhold in a release under the FOIA, and B1 does not stand with them."""
    found = codes(record)
    categories = tuple(code for code in found if reason_parts(code))
    if not categories or _AUTHORITIES & set(found) or not _under_foia(record, found):
        return
    marks = proof(record, categories)
    yield Problem(
        f"text is withheld under {', '.join(categories)} of an executive order, and no B1 stands with it",
        marks=marks,
        severity=None if clear(marks) else softer(Severity.LOW),
    )


def _under_foia(record: Record, found: tuple[str, ...]) -> bool:
    """Whether the copy was released under the FOIA: another of its exemptions, or the case's number, says so.

    Mandatory review (E.O. 13526 3.5) withholds under the order alone, and cites it.
    """
    if any(stamp.order or "E.O." in stamp.authority for _, stamp in stamps(record)):
        return False
    asked = record.case_number is not None and record.case_number.value.startswith("F")
    return asked or any(code.startswith("B") for code in found)


_MARGIN = email("We met the minister.\n" + 60 * " " + "1.4(D)\n")

RULE = Rule(
    id="category-without-b1",
    severity=Severity.LOW,
    summary="a category of an executive order withholds text under the FOIA, and B1 is missing",
    rationale="""\
Under the FOIA an executive order withholds nothing by itself: exemption 1 does, and the order's category says why. A
1.4(D) without B1 names the reason and leaves out the exemption that the Act requires to be shown.

Evidence: a category (1.4, 1.5, 1.3(a)) in a stamp or a margin, no B1 anywhere in the copy, and a release under the
FOIA, by its case number or by another exemption in use.

    RELEASE IN PART 1.4(D),B6     raised
    RELEASE IN PART B1,1.4(D)     not raised
""",
    caution="""\
Mandatory declassification review and the appeals panel (ISCAP) withhold under the order alone, and rightly print no B1;
a copy whose stamp cites an order or a review, or whose case number is of another kind, raises nothing. P1 and (k)(1)
do for other laws what B1 does for the FOIA. A category read from damaged text weighs one step less.
""",
    source="5 U.S.C. 552(b)(1) and closing text; E.O. 13526 3.5; archives.gov/declassification/iscap/redaction-codes",
    check=check,
    hits=(release(_MARGIN, "RELEASE IN PART 1.4(D)"), release(_MARGIN, "RELEASE IN PART 1.4(D),B6")),
    misses=(
        release(_MARGIN, "RELEASE IN PART B1,1.4(D)"),
        release(_MARGIN, "RELEASE IN PART 1.4(D)").replace("F-2014-00001", "M-2014-00001"),
        release(email(), "RELEASE IN PART B6"),
    ),
)
