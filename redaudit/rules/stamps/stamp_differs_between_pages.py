"""`stamp-differs-between-pages`: one file, and stamps that name different cases, documents, decisions or days.

Doc No. C00000001 on page 1, Doc No. C00000777 on page 2
"""

import re
from collections import Counter
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._release import stamps
from redaudit.rules._samples import email, release
from redaudit.vocabulary.outcome import Outcome

# A file of the Bureau holds many serials, each reviewed on a day of its own.
_SERIAL = "fbi"
_RECORD = re.compile(r"C[I1l]A.{0,2}R[DO]P")
_WHOLE_RECORD = re.compile(r"C1A-RDP\d\d[A-Z-]\d{5}[A-Z]\d{12}-\d")
_AS_DIGIT = str.maketrans("OIl", "011")
_DECISIONS = (Outcome.FULL, Outcome.PART, Outcome.DENIED)


def check(record: Record) -> Iterator[Problem]:
    """Clean stamps of one kind that disagree."""
    for what, family, readings in _readings(record):
        rivals = _clean(readings)
        if len(rivals) > 1:
            weighed = softer(Severity.MEDIUM) if what == "dates" and not absence_shows(record) else None
            yield Problem(
                f"mixed file? the {family} marking gives {len(rivals)} {what}: {', '.join(sorted(rivals))}",
                marks=tuple(readings[value][0] for value in sorted(rivals)),
                severity=weighed,
            )


def _readings(record: Record) -> Iterator[tuple[str, str, dict[str, list[Mark]]]]:
    """What is compared, for each kind of stamp, and where each value stands."""
    found: dict[tuple[str, str], dict[str, list[Mark]]] = {}
    for mark, stamp in stamps(record):
        values = {
            "decisions": stamp.status.value if stamp.status in _DECISIONS and stamp.status else "",
            "case numbers": stamp.case,
            "document numbers": stamp.document,
            "dates": str(stamp.date) if stamp.date else "",
        }
        for what, value in values.items():
            if value and not stamp.damaged and not (what == "dates" and stamp.family.startswith(_SERIAL)):
                found.setdefault((what, stamp.family), {}).setdefault(value, []).append(mark)
    for (what, family), readings in sorted(found.items()):
        yield what, family, readings


def _clean(readings: dict[str, list[Mark]]) -> set[str]:
    """The values that are no misreading of a commoner one: alike but for a few characters, and seen less often."""
    ranked = [value for value, _ in Counter({value: len(marks) for value, marks in readings.items()}).most_common()]
    kept: list[str] = []
    for value in ranked:
        if not any(_alike(value, other) and len(readings[value]) < 2 for other in kept):
            kept.append(value)
    return set(kept)


def _alike(one: str, other: str) -> bool:
    # What OCR leaves of a record number: CIA-RDP86MOO886ROO27000, CIA-RDP80R01731RSlfl
    if _RECORD.match(one) and _RECORD.match(other):
        shorter, longer = sorted((one.translate(_AS_DIGIT), other.translate(_AS_DIGIT)), key=len)
        if longer.startswith(shorter) or not (_WHOLE_RECORD.fullmatch(shorter) and _WHOLE_RECORD.fullmatch(longer)):
            return True
    if abs(len(one) - len(other)) > 2 or one.isalpha():
        return False
    shorter, longer = sorted((one, other), key=len)
    common = sum((Counter(shorter) & Counter(longer)).values())
    return len(longer) - common <= 2


RULE = Rule(
    id="stamp-differs-between-pages",
    severity=Severity.MEDIUM,
    summary="the release stamps in one file name different cases, documents, decisions or days",
    rationale="""\
A file should hold one document of one release. Where its stamps disagree, several documents were put together, a page
of another release was bound in, or one of the stamps is wrong; every other value in the record is then to be taken
with care.

Evidence: two clean stamps of the same kind with different numbers, dates or decisions.

    Doc No. C00000001 at the head, Doc No. C00000777 at the foot     raised
    Doc No. C00000001 three times, Doc No. C0000000I once            not raised
""",
    caution="""\
Stamps of two agencies on a record that was referred do not contradict each other. A value read once that differs from a
commoner one by a character or two is a misreading, and damaged stamps do not count. Dates on pictures of pages are
often handwritten, and weigh one step less; the serials of an FBI file each have a day of their own. The sections of one
telegram, and two copies of one document under one number, are one document.
""",
    source="internal consistency of the file",
    check=check,
    hits=(
        release(email()) + "\f" + release(email(), date="08/31/2015").replace("C00000001", "C00000777"),
        release(email()) + "\f" + release(email(), "RELEASE IN PART B6"),
    ),
    misses=(
        release(email()) + "\f" + release(email()),
        release(email()).replace("C00000001", "C00000007", 1) + "\f" + release(email()),
        "Approved For Release 2008/08/28: CIA-RDP86M00001R000200030004-5\nWeekly Report\f"
        "Approved For Release 2008/08/28: CIA-RDP86MOOOO1ROOO200 030004-5\nThe office has moved.\f"
        "Approved For Release 2008/08/28: CIA-RDP86M00001RSlfl?0030004-5\nThe office has moved.",
    ),
)
