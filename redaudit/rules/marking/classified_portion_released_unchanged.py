"""`classified-portion-released-unchanged`: classified paragraphs that a copy released in part shows whole.

RELEASE IN PART B1 ... 1. (C) shown whole ... 2. (C) [Redacted]
"""

from bisect import bisect_left
from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, Paragraph, PortionMark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with, place
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.outcome import Outcome

_STRUCK = frozenset((Ink.STRUCK, Ink.LIKELY_STRUCK))


def check(record: Record) -> Iterator[Problem]:
    """The share of classified portions without a withheld passage, in a copy released in part."""
    if record.release_status.value is not Outcome.PART or not record.redactions:
        return
    marks = [mark for mark, value in marks_with(record, PortionMark) if value.level.classified]
    if not marks or any("ENTIRE" in mark.text.upper() for mark in marks):
        return
    starts = sorted(place(mark) for mark in record.marks if isinstance(mark.value, PortionMark | Paragraph))
    withheld = sorted((redaction.page, redaction.start) for redaction in record.redactions)
    whole = tuple(mark for mark in marks if not _withholds(withheld, mark, starts))
    if not whole:
        return
    unstruck = sum(mark.ink not in _STRUCK for mark in whole)
    yield Problem(
        f"{len(whole)} of {len(marks)} classified portions are shown whole, {unstruck or 'none'} of them with the mark "
        "not struck out",
        marks=whole,
        severity=Severity.INFO,
    )


def _withholds(withheld: list[tuple[int, int]], mark: Mark, starts: list[tuple[int, int]]) -> bool:
    """Whether a passage is withheld between a portion mark and the next start of a portion."""
    following = bisect_left(starts, (mark.page, mark.span.end))
    first = bisect_left(withheld, place(mark))
    return first < len(withheld) and (following == len(starts) or withheld[first] < starts[following])


_PART = "RELEASE IN PART B1,1.4(D)"

RULE = Rule(
    id="classified-portion-released-unchanged",
    severity=Severity.INFO,
    summary="classified paragraphs are shown whole in a copy released in part",
    rationale="""\
A review that withholds one classified paragraph and shows another has declassified the second. That is no error; the
share tells how much of what the originator held to be classified the reviewers let go, and whether its marks were
struck out.

Evidence: portion marks (C), (S), (TS) in a copy released in part with no withheld passage before the next portion.

    RELEASE IN PART ... 1. (C) shown ... 2. (C) [Redacted]      1 of 2
    RELEASE IN FULL ... 1. (C) shown                            not raised
""",
    caution="""\
Not an error, and never more than information. A paragraph that goes on over a page break, or whose withheld end was not
seen in a picture, may count as shown whole.
""",
    source="5 U.S.C. 552(b), closing text; E.O. 13526 3.1; 32 CFR 2001.25",
    check=check,
    hits=(
        release(telegram(body="1. (C) He came.\n\n2. (C) He met [Redacted] there.     B1\n\n3. (C) He left.\n"), _PART),
        release(telegram(body="1. (C) He met [Redacted] there.     B1\n\n2. (C) He left.\n"), _PART),
    ),
    misses=(
        release(telegram()),
        release(telegram(body="1. (U) He came.\n\n2. (C) He met [Redacted] there.     B1\n"), _PART),
        telegram(),
    ),
)
