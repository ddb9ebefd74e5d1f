"""`invalid-code`: a code that no law or order has.

RELEASE IN PART B1,1.4(K)
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, Wording
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, weighed
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear, codes, proof
from redaudit.vocabulary.order import reason_parts

# What has the form of a code and goes beyond what the law counts; the others are the detector's to find.
_BEYOND = re.compile(
    r"3\.3\(b\)\(0\)"
    r"|3\.3\(h\)\([04-9]\)"  # E.O. 13526 3.3(h) ends with (3)
    # Only a human source and weapons of mass destruction have words for a number: 32 CFR 2001.26(a)(7)
    r"|(?:25|50|75)X[02-9]-HUM(?:AN)?|(?:25|50|75)X[013-9]-WMD"
    r"|J[3-7]"  # 5 U.S.C. 552a(j) ends with (2)
)


def check(record: Record) -> Iterator[Problem]:
    """Every impossible code once: those of margins and stamps, and the reasons of the stamp that classifies."""
    for code in codes(record):
        if _impossible(code):
            marks = proof(record, (code,))
            yield _problem(code, marks, Severity.MEDIUM if clear(marks) else Severity.LOW)
    for reason in record.withheld_reasons.value if record.withheld_reasons else ():
        if _impossible(reason) and reason not in codes(record):
            marks = record.withheld_reasons.marks if record.withheld_reasons else ()
            yield _problem(reason, marks, weighed(Severity.MEDIUM, record, "withheld_reasons"))
    seen: dict[str, list[Mark]] = {}
    for mark in record.marks_of("impossible-code"):
        if isinstance(mark.value, Wording):
            seen.setdefault(mark.value.text, []).append(mark)
    drawn = {page.number for page in record.pages if page.size is not None and page.content is Content.TEXT}
    for text, found in seen.items():
        # One token may be misread in a picture, and in a text that was once one.
        firm = len(found) > 1 or found[0].page in drawn
        yield _problem(text, tuple(found), Severity.MEDIUM if firm and absence_shows(record) else Severity.LOW)


def _impossible(code: str) -> bool:
    parts = reason_parts(code)
    if parts is not None:
        section, category = parts
        return category not in section.categories.split()
    return _BEYOND.fullmatch(code) is not None


def _problem(code: str, marks: tuple[Mark, ...], severity: Severity) -> Problem:
    return Problem(f"{code} is printed as an exemption, and no law or order has it", marks=marks, severity=severity)


def _margin(code: str) -> str:
    return email("He came at nine.\n" + 60 * " " + f"{code}\n")


RULE = Rule(
    id="invalid-code",
    severity=Severity.MEDIUM,
    summary="a code is printed as an exemption that no law or order has",
    rationale="""\
The codes are counted: (b)(1) to (b)(9), (b)(7)(A) to (F), 1.4(a) to (h), 1.5(a) to (g) of the order before, 3.3(b)(1)
to (9) and 25X1 to 25X9, 3.3(h)(1) to (3), 50X1-HUM and 50X2-WMD, 1.3(a)(1) to (10) of E.O. 12356. A code beyond these
is a slip of the hand, and what was withheld under it is withheld under nothing.

Evidence: such a code alone in a margin, among other codes, at the end of a release stamp, or as the reason in the line
that classifies at release.

    1.4(K)     raised          1.4(D)     not raised
    (b)(10)    raised          1.5(H)     raised: E.O. 12958 1.5 ends with (g)
""",
    caution="""\
OCR makes impossible codes of possible ones: 1.4(I) and 1.4(1) are left alone, and on scanned pages, where the code was
read from damaged text, or stands once in a text that may have been a picture, the finding is low. B10 by itself may be
a room. An agency may have marks of its own that look like codes.
""",
    source="5 U.S.C. 552(b), 552a(j); E.O. 13526 1.4, 3.3(b), (h); E.O. 12958 1.5; E.O. 12356 1.3(a); 32 CFR 2001.26",
    check=check,
    hits=(
        release(_margin("1.4(K)"), "RELEASE IN PART B1"),
        release(_margin("1.5(H)"), "RELEASE IN PART B1"),
        release(_margin("(b)(10)"), "RELEASE IN PART B6"),
        release(email(), "RELEASE IN PART B1,1.4(J)"),
        release(_margin("50X4-HUM"), "RELEASE IN PART B1"),
    ),
    misses=(
        release(_margin("1.4(H)"), "RELEASE IN PART B1,1.4(H)"),
        release(_margin("1.5(G)"), "RELEASE IN PART B1"),
        release(_margin("50X1-HUM"), "RELEASE IN PART B1"),
        release(email("We met in B10.\n\nB10\n"), "RELEASE IN PART B6"),
    ),
)
