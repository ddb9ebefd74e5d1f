"""`class-higher-at-release`: the record left its review with a higher classification than it had.

an unmarked e-mail ... Classified by DAS, A/GIS, DoS on 06/30/2015 ~ Class: CONFIDENTIAL
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Classification
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._release import reclassifications, stamps
from redaudit.rules._samples import RECLASSIFIED, email, release, telegram
from redaudit.vocabulary.level import UNCLASSIFIED


def check(record: Record) -> Iterator[Problem]:
    """The class that remains is above the original one; an unmarked document counts as unclassified."""
    remains = record.withheld_classification or record.release_classification
    if remains is None or not remains.value.classified:
        return
    stated = record.original_classification
    original = stated.value if stated else UNCLASSIFIED
    if remains.value <= original:
        return
    documented = bool(reclassifications(record))
    severity = Severity.HIGH if stated and not documented else Severity.MEDIUM
    was = f"marked {original}" if stated else "bears no original marking"
    if stated is None and _named(record):
        severity = softer(severity)
    yield Problem(
        f"{was}, and is {remains.value} after the review"
        + ("" if documented else ", with no line that says who did it"),
        marks=remains.marks[:1] + (stated.marks[:1] if stated else ()),
        severity=weighed(severity, record, "original_classification", "withheld_classification"),
    )


def _named(record: Record) -> bool:
    """Whether a classified level stands on a page and marks nothing by itself: the head of a private paper."""
    lines = {(mark.page, mark.line + row) for mark, _ in stamps(record) for row in range(mark.text.count("\n") + 1)}
    return any(
        value.level.classified and (mark.page, mark.line) not in lines
        for mark, value in marks_with(record, Classification)
    )


RULE = Rule(
    id="class-higher-at-release",
    severity=Severity.HIGH,
    summary="classified higher after the review than when it was made",
    rationale="""\
A review for release may only classify or raise what was not public yet, document by document, with the personal
participation of the agency's head, deputy or senior official. State did so with some two thousand e-mails in 2015 and
2016. Each is worth a look: how it was handled before, and who decided.

Evidence: a class that remains (from the stamp that classifies at release) above the document's own banner, class line
or portion marks; an unmarked document counts as unclassified. The line `Classified by ... on ... Class: ... Reason:
... Declassify on: ...` documents the decision: with it the finding is medium, without it high where the original class
was seen.

    e-mail without markings, Class: CONFIDENTIAL      raised
    SECRET telegram, Class: CONFIDENTIAL              not raised: that is `downgrade`
""",
    caution="""\
UNCLASSIFIED in the band at the top is the class of the redacted copy, not of the record. A document whose banners were
lost, or never read, looks unmarked: doubt about the original class weighs one step less, and so does a level that
stands on the page and seems to mark nothing, as at the head of a private paper. Raising a class is allowed where it is
done as the order asks; the finding says where to look.
""",
    source="E.O. 13526 1.7(c), 1.7(d)",
    check=check,
    hits=(
        release(email() + RECLASSIFIED.format(until="05/16/2029"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(
            telegram(line="UNCLAS ZEMBLA 000412", order="E.O. 12958: N/A", authority="", body="1. The talks go on.\n")
            + RECLASSIFIED.format(until="03/14/2031"),
            "RELEASE IN PART B1,1.4(B),1.4(D)",
        ),
    ),
    misses=(
        release(telegram() + RECLASSIFIED.format(until="03/14/2031"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(telegram()),
        release(email(), "RELEASE IN PART B6"),
    ),
)
