"""`implausible-exemption`: an exemption that records of this kind do not come under; mostly another one, misprinted.

RELEASE IN PART B8
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._paragraphs import is_telegram
from redaudit.rules._release import families
from redaudit.rules._samples import email, release, telegram
from redaudit.rules._withholding import clear, codes, proof

# Stamps and bands that the Department of State alone prints.
_STATE = frozenset(("vrr", "case-band", "litigation-band", "systematic-review", "state-review-form"))
_WELLS_AND_BANKS = {"B8": "reports on the examination of banks", "B9": "data on wells"}


def check(record: Record) -> Iterator[Problem]:
    """Every code once that does not fit the record."""
    for code in codes(record):
        if why := _implausible(code, record):
            marks = proof(record, (code,))
            yield Problem(
                f"text is withheld under {code}, which is for {why}",
                marks=marks,
                severity=None if clear(marks) else softer(Severity.LOW),
            )


def _implausible(code: str, record: Record) -> str:
    if code in _WELLS_AND_BANKS:
        return f"{_WELLS_AND_BANKS[code]}: perhaps B6 or B5 was meant"
    if code == "B4" and is_telegram(record):
        return "trade secrets and commercial information, in a telegram between offices"
    found = families(record)
    if code[0] == "P" and code[1:].isdigit() and found & _STATE and "presidential-library" not in found:
        return "the records of a President, in a record of the Department of State"
    if code.startswith("6(") and found & _STATE and "jfk" not in found:
        return "the records on the assassination of President Kennedy, in a record of the Department of State"
    return ""


RULE = Rule(
    id="implausible-exemption",
    severity=Severity.LOW,
    summary="an exemption withholds text that does not fit a record of this kind",
    rationale="""\
Exemption 8 is for reports on the examination of banks, exemption 9 for data on wells: neither occurs in the files of
State, the CIA, Defense or the FBI but by a slip, a B8 for a B6, a B9 for a B5. Exemption 4 protects commercial
information that somebody gave the government, which is rare in telegrams. P1 to P6 belong to a President's records.

Evidence: one of these codes in a stamp or a margin of such a record.

    RELEASE IN PART B8                     raised
    RELEASE IN PART B4, on an e-mail       not raised
    RELEASE IN PART B4, on a telegram      raised
""",
    caution="""\
A telegram may report what a company told an embassy in confidence, and B4 is then right. A copy that another agency or
a library released, too, may bear its codes. OCR reads B6 as B8: a code read from damaged text is for information.
""",
    source="5 U.S.C. 552(b)(4), (b)(8), (b)(9); 44 U.S.C. 2204(a)",
    check=check,
    hits=(
        release(email(), "RELEASE IN PART B8"),
        release(email(), "RELEASE IN PART B6,B9"),
        release(telegram(), "RELEASE IN PART B4"),
    ),
    misses=(
        release(email(), "RELEASE IN PART B4"),
        release(email(), "RELEASE IN PART B6"),
        release(telegram(), "RELEASE IN PART B5"),
    ),
)
