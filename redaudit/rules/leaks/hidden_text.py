"""`hidden-text`: words stand on a page that no eye sees there.

white on white, transparent, clipped, beside the page, on a layer that is switched off
"""

from collections.abc import Iterator

from redaudit.model.document import Concealed, Holding, Tie
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules.leaks._drawings import CLEAN, drawn, words
from redaudit.rules.leaks._held import characters, counted, held, on

_WHY = {
    "transparent": "without any ink",
    "ground-colour": "in the colour of the ground",
    "off-page": "outside the visible page",
    "clipped": "cut off by a clipping path",
    "tiny": "in type too small to see",
    "covered": "covered by later print",
    "invisible-layer": "in an invisible layer",
    "switched-off": "on a layer that is switched off",
}
# Words too small, or overprinted, mostly are a producer's doing.
_LESS = {"tiny", "covered"}


def check(record: Record) -> Iterator[Problem]:
    """Pages with characters that a machine reads and an eye does not, by the way in which they are hidden."""
    for page in record.pages:
        found: dict[str, list[Concealed]] = {}
        for hidden in page.concealed:
            if hidden.count and not hidden.harmless:
                found.setdefault(hidden.why, []).append(hidden)
        for why, parts in found.items():
            count = counted(sum(part.count for part in parts), "character")
            yield Problem(
                f"page {page.number}: {count} {_WHY.get(why, why)}",
                page=page.number,
                severity=Severity.LOW if why in _LESS else Severity.MEDIUM,
            )
    for leftover in held(record, Holding.FIELD):
        yield Problem(
            f"{on(leftover.page)}{characters((leftover,))} hidden: {leftover.what}",
            page=leftover.page,
            severity=Severity.HIGH if leftover.tie is Tie.BOX else Severity.MEDIUM,
        )


RULE = Rule(
    id="hidden-text",
    severity=Severity.HIGH,
    summary="a page holds words that no eye sees there",
    rationale="""\
Words can be on a page without being seen: in the colour of the paper, transparent, clipped away, beside the visible
part of the page, on a layer that is switched off, in a form's hidden field. Some were hidden in place of being taken
out.

Evidence: such words, apart from redaction boxes, which have a rule of their own.

    white words on white paper               raised
    the text layer of a scan                 not raised
""",
    caution="""\
The plain invisible text that OCR lays under the picture of a scanned page is none, as long as the picture shows the
same words; nor are words that the page shows as well. Very small print and print covered by later print are low:
producers leave them for reasons of their own. High is only a form's hidden field with words from under a redaction.
""",
    source="ISO 32000-1, 9.3.6, 8.11 and 14.11.2; NSA, Redacting with Confidence, I333-015R-2005",
    check=check,
    hits=(
        drawn(words("The talks went on."), words("John Q. Sample", y=650, before="1 g")),
        drawn(words("The talks went on."), words("John Q. Sample", y=900)),
    ),
    misses=(drawn(words("The talks went on.")), drawn(*CLEAN)),
)
