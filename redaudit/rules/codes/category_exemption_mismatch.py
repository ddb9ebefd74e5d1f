"""`category-exemption-mismatch`: an exemption at 25 years that does not go with the category beside it.

1.4(D) 25X2
"""

import re
from collections.abc import Iterable, Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import reclassifications
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import clear
from redaudit.vocabulary.order import category

# What each exemption of E.O. 13526 3.3(b) protects, by the letters of 1.4 that may say the same.
_LETTERS = {
    "1": "bcd",  # human sources, liaison relationships, methods
    "2": "aefgh",  # weapons of mass destruction
    "3": "c",  # cryptologic systems
    "4": "aeg",  # technology in a weapon system
    "5": "a",  # war plans
    "6": "bd",  # relations with a foreign government
    "7": "ag",  # protection of the President
    "8": "afgh",  # emergency plans, vulnerabilities
    "9": "abcdefgh",  # a statute, treaty or agreement
}
_NUMBER = re.compile(r"(?:25|50|75)X([1-9])(?:-?[A-Z]+\d?)?|3\.[34]\(b\)\(([1-9])\)", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """Passages and stamps whose exemption goes with none of the categories beside it; each pair told once."""
    told: set[str] = set()
    for page, codes, marks in _groups(record):
        letters = {letter for code in codes if (letter := category(code))}
        for code in codes:
            found = _NUMBER.fullmatch(code)
            if found is None or not letters or letters & set(_LETTERS[found[1] or found[2]]):
                continue
            message = (
                f"{code} stands with {', '.join(sorted(f'1.4({x.upper()})' for x in letters))}, which it does not fit"
            )
            if message not in told:
                told.add(message)
                yield Problem(message, marks=marks, page=page, severity=None if clear(marks) else softer(Severity.LOW))


def _groups(record: Record) -> Iterator[tuple[int, tuple[str, ...], tuple[Mark, ...]]]:
    """Codes that withhold the same thing, with the page and the marks: of a passage, of a stamp that classifies."""
    for redaction in record.redactions:
        yield redaction.page, redaction.exemptions, redaction.codes
    for mark, stamp in reclassifications(record):
        until: Iterable[str] = (stamp.until,) if isinstance(stamp.until, str) else ()
        yield mark.page, (*stamp.reasons, *until), (mark,)


def _margin(*codes: str) -> str:
    return email("We met the minister.\n\n\n" + "".join(60 * " " + f"{code}\n" for code in codes) + "\n\nHe left.\n")


RULE = Rule(
    id="category-exemption-mismatch",
    severity=Severity.LOW,
    summary="an exemption at 25 years stands with a category of the order that it does not fit",
    rationale="""\
A category (1.4) says why a passage is classified, an exemption (25X, 3.3(b)) why it stays so after 25 years. Both speak
of the same words, so they must fit: intelligence sources with 1.4(c), cryptology with 1.4(c), foreign relations with
1.4(b) or (d), weapons of mass destruction with 1.4(h), or (a), (e), (f), (g).

Evidence: the codes beside one passage, or in one line that classifies at release. Which pairs fit is read off the two
lists of the order, generously; no source sets the pairs down, so that the finding is never more than low.

    25X2 (weapons of mass destruction) with 1.4(D) (foreign relations)     raised
    25X6 (foreign relations) with 1.4(D)                                   not raised
""",
    caution="""\
Several categories may stand beside one passage: one that fits is enough. 25X9 (statute or treaty) fits all. A passage's
codes may belong to two passages that stand close together. Codes read from damaged text weigh one step less.
""",
    source="E.O. 13526 1.4(a)-(h) and 3.3(b)(1)-(9), compared; archives.gov/declassification/iscap/redaction-codes",
    check=check,
    hits=(
        release(_margin("1.4(D)", "25X2"), "RELEASE IN PART B1,1.4(D)"),
        release(_margin("1.4(B)", "3.3(b)(5)"), "RELEASE IN PART B1,1.4(B)"),
    ),
    misses=(
        release(_margin("1.4(D)", "25X6"), "RELEASE IN PART B1,1.4(D)"),
        release(_margin("1.4(C)", "25X1"), "RELEASE IN PART B1,1.4(C)"),
        release(_margin("25X2"), "RELEASE IN PART B1"),
        release(_margin("1.4(D)", "25X9"), "RELEASE IN PART B1,1.4(D)"),
    ),
)
