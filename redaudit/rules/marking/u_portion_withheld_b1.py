"""`u-portion-withheld-b1`: a paragraph marked unclassified is withheld as classified.

3. (U) The minister ...                                     1.4(D) B1
"""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import ExemptionCode, Mark, Paragraph, PortionMark, RedactionKind
from redaudit.model.part import Rule
from redaudit.model.record import Record, Redaction
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._marks import marks_with, place
from redaudit.rules._release import reclassifications
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.vocabulary.order import claims_classification


def check(record: Record) -> Iterator[Problem]:
    """Passages withheld as classified inside a paragraph whose own mark says unclassified."""
    if reclassifications(record):
        return  # class-higher-at-release speaks of what was classified during the review.
    starts = sorted((mark for mark in record.marks if isinstance(mark.value, PortionMark | Paragraph)), key=place)
    paragraphs = sorted((place(mark), value.number) for mark, value in marks_with(record, Paragraph))
    levels = {place(mark): (mark, value) for mark, value in marks_with(record, PortionMark)}
    for redaction in record.redactions:
        claimed = [code for code in redaction.exemptions if claims_classification(code)]
        portion = _portion_before(redaction, starts)
        if not claimed or portion is None or place(portion) not in levels:
            continue
        mark, value = levels[place(portion)]
        inside = _inside(paragraphs, redaction, mark, value.paragraph)
        if not value.level.classified and inside is not False:
            damaged = any(isinstance(code.value, ExemptionCode) and code.value.damaged for code in redaction.codes)
            severity = Severity.HIGH
            for doubt in (damaged, inside is None, not absence_shows(record)):
                severity = softer(severity) if doubt else severity
            yield Problem(
                f"withheld under {', '.join(claimed)} in a paragraph marked {mark.text.strip()}",
                marks=(mark, *redaction.codes),
                severity=severity,
            )


def _inside(
    paragraphs: list[tuple[tuple[int, int], int]], redaction: Redaction, portion: Mark, paragraph: str
) -> bool | None:
    """Whether a passage lies inside a paragraph, or is the next one, number, mark and all; None where nothing tells."""
    if redaction.unit.startswith("paragraph"):
        return False
    if redaction.kind is RedactionKind.PLACEHOLDER or (redaction.page, redaction.line) == (portion.page, portion.line):
        return True
    following = bisect_right(paragraphs, (redaction.page, redaction.start), key=itemgetter(0))
    if following == len(paragraphs) or not paragraph.isdigit():
        return None
    return paragraphs[following][1] == int(paragraph) + 1


def _portion_before(redaction: Redaction, starts: list[Mark]) -> Mark | None:
    """The last portion mark or paragraph number before a passage, on its own page."""
    index = bisect_right(starts, (redaction.page, redaction.start), key=place) - 1
    # A portion mark stands inside its numbered paragraph's start, or right behind it.
    if index >= 0 and isinstance(value := starts[index].value, Paragraph) and value.mark:
        index = next((at for at in range(index, -1, -1) if isinstance(starts[at].value, PortionMark)), -1)
    if index < 0 or starts[index].page != redaction.page or not isinstance(starts[index].value, PortionMark):
        return None
    return starts[index]


RULE = Rule(
    id="u-portion-withheld-b1",
    severity=Severity.HIGH,
    summary="a passage in a paragraph marked (U) or (SBU) is withheld as classified",
    rationale="""\
A portion mark is the originator's own judgement of the paragraph. What is marked (U) was held to be no secret; to
withhold it under B1 takes a classification made later, and then the copy should say so.

Evidence: a withheld passage with B1, 1.4(x), 25Xn or 3.3(b) inside a paragraph, on one page, whose portion mark is (U),
(SBU) or the like.

    3. (U) The minister [Redacted]  1.4(D) B1      raised
    3. (U) The minister [Redacted]  B6             not raised
""",
    caution="""\
B5, B6 or another exemption in such a paragraph is no contradiction; a passage behind the next numbered paragraph, even
an unmarked one, is that paragraph's; a copy with a line that classifies at release was classified later, as it says. A
passage below the paragraph may be the next paragraph, withheld with its number and mark: where the next number shows
that one is missing it is left alone, and where no number tells it weighs one step less. So do a code read from damaged
text, and pages read by OCR.
""",
    source="E.O. 13526 1.1, 1.6(c), 1.7(d)",
    check=check,
    hits=(
        release(
            telegram(body="1. (U) The minister [Redacted] in the capital.     1.4(D)\n\n2. (C) He left.\n"),
            "RELEASE IN PART B1,1.4(D)",
        ),
        release(
            telegram(body="1. (C) The minister left.\n\n2. (SBU) He met [Redacted] there.     B1\n"),
            "RELEASE IN PART B1,1.4(D)",
        ),
    ),
    misses=(
        release(
            telegram(body="1. (U) The minister [Redacted] in the capital.     B6\n\n2. (C) He left.\n"),
            "RELEASE IN PART B6",
        ),
        release(
            telegram(body="1. (U) The minister left.\n\n2. (C) He met [Redacted] there.     B1\n"),
            "RELEASE IN PART B1,1.4(D)",
        ),
        release(
            telegram(body="1. (U) The minister [Redacted] in the capital.     1.4(D)\n\n2. (C) He left.\n")
            + RECLASSIFIED.format(until="03/14/2031"),
            "RELEASE IN PART B1,1.4(D)",
        ),
    ),
)
