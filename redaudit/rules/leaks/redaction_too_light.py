"""`redaction-too-light`: a redaction box lets the words beneath be read by the eye.

a gray bar through which the name can be read, with (b)(6) beside it
"""

from collections.abc import Iterator

from redaudit.model.document import PaleBox
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse, ExemptionCode, RedactionKind
from redaudit.model.part import Rule
from redaudit.model.record import PageFact, Record
from redaudit.rules._marks import marks_with
from redaudit.rules.leaks._drawings import box, drawn, words
from redaudit.rules.leaks._held import counted, withholds

# A code belongs to what stands on its row, to within this in points.
_ROW = 3.0
# Passages that a code beside them withholds already.
_SHOWN = frozenset((RedactionKind.BOX, RedactionKind.MASK, RedactionKind.PLACEHOLDER))


def check(record: Record) -> Iterator[Problem]:
    """Pages with see-through areas over words that were to be redactions, by how surely they were."""
    for page in record.pages:
        weighed = [(pale, _weight(record, page, pale)) for pale in page.pale]
        for severity in (Severity.HIGH, Severity.MEDIUM):
            boxes = [pale for pale, weight in weighed if weight is severity]
            if boxes:
                yield _problem(page, boxes, severity)


def _weight(record: Record, page: PageFact, pale: PaleBox) -> Severity | None:
    """How surely an area was meant to redact; None for one that was not, as far as anything tells."""
    if pale.labelled or pale.among:
        return Severity.HIGH
    if _coded(record, page, pale):
        # Readers of a release mark it in yellow, and so do offices that propose a redaction.
        return Severity.MEDIUM if pale.bright else Severity.HIGH
    # Nobody highlights in black, but programs cast shadows.
    return Severity.MEDIUM if pale.dark and withholds(record) else None


def _problem(page: PageFact, boxes: list[PaleBox], severity: Severity) -> Problem:
    one = len(boxes) == 1
    count = counted(sum(pale.characters for pale in boxes), "character")
    return Problem(
        f"page {page.number}: {counted(len(boxes), 'box', 'boxes')} {'lets' if one else 'let'} {count} be read"
        f" that {'it covers' if one else 'they cover'}; take the words out and paint the place opaque",
        page=page.number,
        severity=severity,
    )


def _coded(record: Record, page: PageFact, pale: PaleBox) -> bool:
    """Whether an exemption code stands beside an area, and no other passage claims it; words on it are its own."""
    taken = {
        code.span
        for redaction in record.redactions
        if redaction.page == page.number and redaction.kind in _SHOWN
        for code in redaction.codes
    }
    return any(
        pale.box.top - _ROW <= (mark.box.top + mark.box.bottom) / 2 <= pale.box.bottom + _ROW
        for mark, code in marks_with(record, ExemptionCode)
        if mark.page == page.number and mark.box and code.use is CodeUse.MARGIN and mark.span not in taken
        if not mark.box.overlap(pale.box)
    )


_NAME = (words("The envoy met John Q. Sample in March."),)
_CODE = words("(b)(6)", 500)
_FAINT = "<</Type /ExtGState /ca 0.4>>"


RULE = Rule(
    id="redaction-too-light",
    severity=Severity.HIGH,
    summary="a redaction box lets the words beneath be read",
    rationale="""\
A box that is not opaque withholds nothing: a marker's stroke that the scanner sees through, a translucent bar, black
type on dark gray. The words can be read on the page, without any tool.

Evidence: an area of a drawn page, painted over words that still show, which was meant to redact: an exemption code is
printed on it or stands beside it and belongs to no other passage, or the page has opaque redaction boxes of the same
colour (high). Medium are a highlighter's colour with a code beside it, and an area near black where the document
withholds something. Dark type on a dark box counts with them.

    a gray see-through bar over a name, (b)(6) beside it     raised
    a yellow highlight, the shading of a table's head        not raised
""",
    caution="""\
Highlights of readers, shaded cells and boxes behind print look alike and are no redactions: without a code of their
own, or opaque boxes of the same colour beside them, only near-black ones count. A highlight may stand for a redaction
that was proposed and dropped; the code beside it then has to go as well. Marker strokes in the picture of a scan are
not judged.
""",
    source=(
        "E.O. 13526, section 4.1; NSA, Redacting with Confidence, I333-015R-2005; U.S. Bankruptcy Court, N.D. Oklahoma,"
        " Redaction: ink or semi-translucent tape can leave enough to be read"
    ),
    check=check,
    hits=(
        drawn(*_NAME, "q /G gs", box(148, 697, 236, 712), "Q", _CODE, objects=(_FAINT,), states="/G 6 0 R"),
        drawn(box(148, 697, 236, 712), words("John Q. Sample", 152, before="0.2 g"), _CODE),
    ),
    misses=(
        drawn(*_NAME, "q /G gs", box(148, 697, 236, 712, "1 1 0 rg"), "Q", objects=(_FAINT,), states="/G 6 0 R"),
        drawn(box(148, 697, 236, 712, "0.8 g"), *_NAME),
        drawn(*_NAME, box(148, 697, 236, 712), _CODE),
    ),
)
