"""`redaction-too-light`: a redaction box lets the words beneath be read by the eye.

a gray bar through which the name can be read, with (b)(6) beside it
"""

from collections.abc import Iterator

from redaudit.model.document import PaleBox
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import PageFact, Record
from redaudit.rules.leaks._drawings import box, drawn, words
from redaudit.rules.leaks._held import counted, withholds


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
    if record.is_coded(page, pale):
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
        drawn(*_NAME, "q /G gs", box(148, 697, 236, 712, "1 1 0 rg"), "Q", _CODE, objects=(_FAINT,), states="/G 6 0 R"),
    ),
    misses=(
        drawn(*_NAME, "q /G gs", box(148, 697, 236, 712, "1 1 0 rg"), "Q", objects=(_FAINT,), states="/G 6 0 R"),
        drawn(box(148, 697, 236, 712, "0.8 g"), *_NAME),
        drawn(*_NAME, box(148, 697, 236, 712), _CODE),
    ),
)
