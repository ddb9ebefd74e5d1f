"""`sections-missing`: a telegram in sections, and one of them is not there.

SECTION 01 OF 03 ... SECTION 03 OF 03
"""

from collections import defaultdict
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CableHeader, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._marks import marks_with
from redaudit.rules._release import families, pages_withheld, released
from redaudit.rules._samples import telegram

# What machines print below a section or a message (ACP 127, format lines 13 to 16).
MACHINES = frozenset(("BT", "NN", "NNN", "NNNN", "NNNNVZCZ"))


def check(record: Record) -> Iterator[Problem]:
    """Sections that lack, where more than the first is named, or a released copy names only one."""
    found: dict[int, dict[int, Mark]] = defaultdict(dict)
    for mark, value in marks_with(record, CableHeader):
        if value.section is not None and value.sections is not None and 1 < value.sections < 100:
            found[value.sections].setdefault(value.section, mark)
    if len(found) != 1 or pages_withheld(record):
        return
    total, present = next(iter(found.items()))
    missing = [number for number in range(1, total + 1) if number not in present]
    severity = _severity(record, set(present))
    if missing and severity is not None:
        numbers = ", ".join(map(str, missing))
        yield Problem(
            f"section{'s' if len(missing) > 1 else ''} {numbers} of {total} not found in this copy; "
            "sections may be filed apart",
            marks=tuple(present.values()),
            severity=severity if absence_shows(record) else softer(severity),
        )


def _severity(record: Record, present: set[int]) -> Severity | None:
    if "systematic-review" in families(record):
        return Severity.LOW  # The archive holds each section as a record of its own.
    if len(present) > 1:
        return Severity.HIGH
    if present == {1}:
        # Delivered messages are joined under the head of their first section; the last section carries the signature.
        joined = Severity.LOW if _is_signed(record) else Severity.MEDIUM
        return joined if released(record) else None
    return Severity.MEDIUM


def _is_signed(record: Record) -> bool:
    """Whether a name stands at the end of a text; a section that goes on elsewhere ends with machines' lines alone."""
    ends = (mark.text.strip() for mark in record.marks_of("message-end"))
    return any(end[0].isalpha() and end not in MACHINES for end in ends if end)


def _sections(*numbers: int, total: int) -> str:
    return "\n".join(
        telegram(line=f"C O N F I D E N T I A L SECTION {number:02} OF {total:02} ZEMBLA 000412") for number in numbers
    )


RULE = Rule(
    id="sections-missing",
    severity=Severity.HIGH,
    summary="a telegram in sections, and some are not in the file",
    rationale="""\
Long telegrams travel in sections, each with a head of its own. A file with sections 1 and 3 of 3 lacks a part of the
text, and nothing says that it was withheld.

Evidence: heads of more than one section, with a number between them missing; or, on a released copy, one head alone
(medium).

    SECTION 01 OF 03, SECTION 03 OF 03      raised
    SECTION 01 OF 02, no release marking    not raised
""",
    caution="""\
A message joined on delivery keeps the head of section 1 only, as leaked telegrams do: without a release marking that
is no evidence, and on a released copy it is low where a signature ends the text, for the last section carries it. In
the records of 1973-79 each section may be filed apart, so there the finding is low. Files that hold several telegrams
are left alone. Heads read by OCR weigh one step less.
""",
    source="5 FAH-2 H-320; 5 U.S.C. 552(b), closing text",
    check=check,
    hits=(_sections(1, 3, total=3), _sections(2, total=2)),
    misses=(_sections(1, total=2), _sections(1, 2, total=2), telegram()),
)
