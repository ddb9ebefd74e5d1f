"""`declassified-vs-class-conflict`: one marking says declassified, another keeps a classification.

DECLASSIFIED ... Classified by Director A/GIS/IPS, DoS on 11/23/2020 ~ Class: CONFIDENTIAL
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import weighed
from redaudit.rules._release import reclassifications, stamps
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.vocabulary.outcome import Outcome


def check(record: Record) -> Iterator[Problem]:
    """A class remains, and the copy says DECLASSIFIED, or withholds nothing under an UNCLASSIFIED band."""
    remains = record.withheld_classification
    live = [mark for mark, stamp in reclassifications(record) if stamp.withheld and stamp.withheld.classified]
    if remains is None or not remains.value.classified or not live:
        return
    severity = weighed(Severity.MEDIUM, record, "withheld_classification")
    opened = _says_declassified(record, live)
    if opened:
        yield Problem(
            f"says declassified, and a line keeps the record {remains.value}: the redacted copy may be open while the "
            "record is not, but the word covers both",
            marks=(opened[0], live[0]),
            severity=severity,
        )
        return
    copy = record.release_classification
    if copy and not copy.value.classified and not record.exemptions and not record.redactions:
        yield Problem(
            f"the copy is {copy.value} with nothing withheld, and a line keeps the record {remains.value}",
            marks=(*copy.marks[:1], live[0]),
            severity=severity,
        )


def _says_declassified(record: Record, live: list[Mark]) -> list[Mark]:
    """Markings that declassify the whole, and are not dated after the line that keeps a class: the last one counts."""
    kept = [stamp.date.date for mark, stamp in stamps(record) if mark in live and stamp.date]
    return [
        mark
        for mark, stamp in stamps(record)
        if stamp.declassified
        and stamp.status not in (Outcome.PART, Outcome.DENIED)
        and stamp.withheld is None
        and not (stamp.date and kept and stamp.date.date > max(kept))
    ]


RULE = Rule(
    id="declassified-vs-class-conflict",
    severity=Severity.MEDIUM,
    summary="one marking says declassified, another keeps a classification",
    rationale="""\
DECLASSIFIED says that the record is open. A line that classifies at release, with a class, a reason and a new date,
says that it is not. Both on one copy leave the next reader, and the next releasing officer, without an answer.

Evidence: the word DECLASSIFIED without "in part", and a line `Class: CONFIDENTIAL` (or SECRET, TOP SECRET); or such a
line on a copy that is UNCLASSIFIED with nothing withheld.

    DECLASSIFIED ... Class: CONFIDENTIAL                         raised
    UNCLASSIFIED band, RELEASE IN PART B1, Class: CONFIDENTIAL   not raised
""",
    caution="""\
The band UNCLASSIFIED on a copy with redactions whose record stays CONFIDENTIAL is State's ordinary practice: the band
speaks of the copy, the line of the record. DECLASSIFIED IN PART says nothing of the rest, and a declassification dated
after the line ends it. Where the class in the line is doubtful, the finding weighs one step less.
""",
    source="the markings against each other; E.O. 13526 1.6; compare 32 CFR 2001.25",
    check=check,
    hits=(
        release(
            "DECLASSIFIED\n\n" + telegram() + RECLASSIFIED.format(until="03/14/2031"),
            "RELEASE IN PART\nB1,1.4(B),1.4(D)",
        ),
        release(telegram() + RECLASSIFIED.format(until="03/14/2031"), ""),
    ),
    misses=(
        release(telegram() + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release("DECLASSIFIED\n\n" + telegram()),
    ),
)
