"""`b7-without-letter`: B7 protects six different things, and the letter that says which is missing.

RELEASE IN PART B7
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._release import by_fbi
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear, codes, uses


def check(record: Record) -> Iterator[Problem]:
    """B7 stands alone: in a stamp that no margin makes good, or in a margin."""
    found = codes(record)
    if "B7" not in found:
        return
    lettered = sorted(code for code in found if code.startswith("B7("))
    # A stamp may say B7 for what the margins say with letters.
    where = (CodeUse.MARGIN, CodeUse.SHEET) if lettered else (CodeUse.STAMP, CodeUse.MARGIN, CodeUse.SHEET)
    marks = tuple(mark for mark, code in uses(record, *where) if code.code == "B7")
    read_by_machine = by_fbi(record) or not absence_shows(record)
    # Where others on a page read by OCR have their letter, this one's was lost.
    if not marks or (lettered and read_by_machine):
        return
    firm = not lettered and clear(marks) and not read_by_machine
    others = f"; others on this copy are {', '.join(lettered)}" if lettered else ""
    yield Problem(
        f"text is withheld under B7 without a letter, (A) to (F){others}",
        marks=marks,
        severity=None if firm else softer(Severity.MEDIUM),
    )


def _margin(code: str) -> str:
    return email("He came at nine.\n" + 60 * " " + f"{code}\n")


RULE = Rule(
    id="b7-without-letter",
    severity=Severity.MEDIUM,
    summary="B7 withholds text, and no letter says which of its six grounds",
    rationale="""\
Exemption 7 is six exemptions: (A) pending proceedings, (B) a fair trial, (C) privacy, (D) confidential sources, (E)
techniques, (F) life and safety. Since the amendment of 1974 a record of law enforcement is withheld only so far as one
of them applies, so a bare B7 names none.

Evidence: B7 without a letter in a margin or on a page sheet, or in a stamp where no margin gives the letter.

    RELEASE IN PART B7                            raised
    RELEASE IN PART B7 ... B7(C) in the margin    not raised
""",
    caution="""\
OCR loses a letter in parentheses easily: on the FBI's copies, on scanned pages and in damaged text the finding is low,
and it rests there where other B7 have their letter. Elsewhere others with a letter make it low. The code is not told
from a B7 that is a room or a vitamin but by its place.
""",
    source="5 U.S.C. 552(b)(7)(A)-(F), as amended by P.L. 93-502 and P.L. 99-570",
    check=check,
    hits=(release(_margin("B7"), "RELEASE IN PART B7"), release(_margin("B6"), "RELEASE IN PART B6,B7")),
    misses=(
        release(_margin("B7(C)"), "RELEASE IN PART B7"),
        release(_margin("B7(C)"), "RELEASE IN PART B7(C)"),
        release(email("Take the B7 bus.\n"), "RELEASE IN FULL"),
    ),
)
