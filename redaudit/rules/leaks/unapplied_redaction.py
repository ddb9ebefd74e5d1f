"""`unapplied-redaction`: a passage was marked for redaction, and the mark was never applied.

/Subtype /Redact
"""

from collections.abc import Iterator

from redaudit.model.document import Content, Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record, Redaction
from redaudit.rules.leaks._drawings import LEAKING, box, drawn, words
from redaudit.rules.leaks._held import counted

_MARKED = "/Annots [<</Type /Annot /Subtype {kind} /Rect [150 697 236 712] /F 4>>]"


def check(record: Record) -> Iterator[Problem]:
    """Pages with marks that wait to be applied, and how many characters stand under them."""
    pictures = {page.number for page in record.pages if page.content in (Content.SCAN, Content.IMAGE_ONLY)}
    found: dict[int, list[Redaction]] = {}
    for redaction in record.redactions:
        if redaction.ink is Ink.PENDING:
            found.setdefault(redaction.page, []).append(redaction)
    for page, redactions in found.items():
        count = sum(redaction.concealed.count for redaction in redactions if redaction.concealed)
        were = "redaction was" if len(redactions) == 1 else "redactions were"
        beneath = f"; {counted(count, 'character')} beneath" if count else ""
        yield Problem(
            f"page {page}: {len(redactions)} {were} marked and never applied{beneath}",
            page=page,
            line=redactions[0].line,
            severity=Severity.HIGH if count or page in pictures else Severity.LOW,
        )


RULE = Rule(
    id="unapplied-redaction",
    severity=Severity.HIGH,
    summary="a passage is marked for redaction, and the mark was never applied",
    rationale="""\
Redaction in a PDF takes two steps: a passage is marked, and the marks are applied, which takes the content out. A copy
saved between the two looks redacted, or soon to be, and holds everything.

Evidence: an annotation of the kind Redact.

    a Redact annotation over a name             raised
    the same after it was applied: a bar        not raised
""",
    caution="""\
A box, a highlight or a square drawn as an annotation of another kind is no redaction in waiting; those are judged by
what stands beneath. Where no words and no picture lie under the mark the finding is low.
""",
    source="ISO 32000-1, 12.5.6.23: redaction annotations mark content for removal, and applying them removes it",
    check=check,
    hits=(drawn(*LEAKING[:3], page=_MARKED.format(kind="/Redact")),),
    misses=(
        drawn(*LEAKING[:3], page=_MARKED.format(kind="/Square")),
        drawn(words("The envoy met "), words("in March.", 240), box(150, 697, 236, 712)),
    ),
)
