"""`text-under-redaction`: a box hides words from the eye, and a machine still reads them.

The envoy met ■ in March.     the name can be copied from under the box
"""

from collections.abc import Callable, Iterator

from redaudit.model.document import PICTURED, Concealed, Content, Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record, Redaction
from redaudit.rules._doubt import softer
from redaudit.rules.leaks._drawings import CLEAN, LEAKING, box, drawn, words
from redaudit.rules.leaks._held import counted

# Fewer characters than this under all boxes of a scanned page are more likely an OCR's specks than words.
_SPECKS = 3


def check(record: Record) -> Iterator[Problem]:
    """Pages on whose boxes, of any make, characters can still be read, or seen in the picture beneath."""
    content = {page.number: page.content for page in record.pages}
    for page, redactions in _by_page(record, _is_typed).items():
        count = sum(redaction.concealed.count for redaction in redactions if redaction.concealed)
        stand = "character still stands" if count == 1 else "characters still stand"
        yield Problem(
            f"page {page}: {count:,} {stand} under {counted(len(redactions), 'box', 'boxes')}",
            page=page,
            line=redactions[0].line,
            severity=_weight(content.get(page, Content.TEXT), redactions, count),
        )
    for page, redactions in _by_page(record, _is_pictured).items():
        covers = "1 box still shows what it covers"
        if len(redactions) > 1:
            covers = f"{len(redactions)} boxes still shows what they cover"
        yield Problem(
            f"page {page}: the picture under {covers}",
            page=page,
            line=redactions[0].line,
        )


def _by_page(record: Record, holds: Callable[[Concealed], bool]) -> dict[int, list[Redaction]]:
    """The boxes with something of a kind beneath that is not harmless, by page."""
    # Release software types the document's number across the head of a scan, and its place is often off.
    own = {_run(fact.value) for fact in (record.document_id, record.case_number) if fact is not None}
    found: dict[int, list[Redaction]] = {}
    for redaction in record.redactions:
        hidden = redaction.concealed
        if hidden is None or hidden.harmless or redaction.ink is Ink.PENDING or _run(hidden.characters) in own:
            continue
        if holds(hidden):
            found.setdefault(redaction.page, []).append(redaction)
    return found


def _run(text: str) -> str:
    return "".join(text.split()).casefold()


def _is_typed(hidden: Concealed) -> bool:
    return hidden.count > 0 and hidden.why != PICTURED


def _is_pictured(hidden: Concealed) -> bool:
    return hidden.why == PICTURED


def _is_rim(redaction: Redaction) -> bool:
    """Whether under a box stands a letter or two of a word of which more shows: the rim of the word beside it."""
    count = redaction.concealed.count if redaction.concealed else 0
    return count < _SPECKS and redaction.peeping > count


def _weight(content: Content, redactions: list[Redaction], count: int) -> Severity:
    """Under a box of a scanned page stands what OCR read or guessed there: one step less, two for a few specks."""
    if content is Content.TEXT:
        return softer(Severity.HIGH) if count == 1 or all(map(_is_rim, redactions)) else Severity.HIGH
    return softer(Severity.HIGH) if count >= _SPECKS else Severity.LOW


RULE = Rule(
    id="text-under-redaction",
    severity=Severity.HIGH,
    summary="words stand under a redaction box, and a machine still reads them",
    rationale="""\
A box drawn over words hides them from the eye only. Whoever copies the text of the page, or removes the box, has what
was withheld.

Evidence: words painted before a box that covers them, whatever it is made of: a rectangle, a path, a thick line, a
picture, a highlight; words in the box's own colour; on a scan, words of the text layer where the picture shows a box; a
bar drawn over a picture that shows words beneath it.

    a bar painted over a name              raised
    a bar where the name was taken out     not raised
""",
    caution="""\
The box's own label, an exemption code, a date, the document's own number or blanks under it tell nothing; words
printed on the box can be read by all; a letter that a box only touches is not covered. One letter in all, or two of a
word of which more shows, is medium: that is more often the rim of the word beside than what was withheld. Where words
of a scan's text layer stand beneath, the finding is one step lower, for OCR also guesses letters where there are none.
""",
    source=(
        "E.O. 13526, section 4.1; NSA, Redacting with Confidence, I333-015R-2005: what is to be withheld must be"
        " taken out, not covered"
    ),
    check=check,
    hits=(
        drawn(*LEAKING),
        drawn(box(150, 697, 236, 712), words("John Q. Sample", 152), words("The envoy met ")),
    ),
    misses=(
        drawn(*CLEAN),
        drawn(*CLEAN, words("(b)(6)", 170, before="1 g")),
        drawn(words("John Q. Sample", 152)),
    ),
)
