"""What is drawn over a document's pages: each mark, redaction, strike, finding and hidden text, with its place."""

import enum
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from redaudit.model.document import Ink, Page
from redaudit.model.exhibit import Exhibit
from redaudit.model.finding import Audited
from redaudit.model.geometry import Box
from redaudit.model.mark import (
    Caption,
    Classification,
    CodeUse,
    ExemptionCode,
    Mark,
    Paragraph,
    PortionMark,
    RedactedSpan,
    ReleaseStamp,
    Role,
    Statute,
)
from redaudit.model.record import Record, Redaction
from redaudit.reports._columns import STRUCK
from redaudit.reports.html import anchors, labels
from redaudit.reports.html.wording import shortened


class Kind(enum.Enum):
    """The kinds of drawn things; each has a shape of its own, and can be switched off."""

    REDACTION = "redaction"
    CODE = "code"
    STAMP = "stamp"
    STRIKE = "strike"
    CLASSIFICATION = "classification"
    PORTION = "portion"
    FINDING = "finding"
    HIDDEN = "hidden"
    OTHER = "other"


@frozen
class Figure:
    """One drawn thing: where it stands on the page and in its text, what is written at it, and what it is called.

    `anchor` is empty for a thing that no value rests on. `start` and `end` are None where the page's text does not have
    it, `box` where the page has no geometry. `states` tell kinds of a kind apart: `unclaimed`, `pending`. `aside` is
    the label in a text, where it is another.
    """

    kind: Kind
    anchor: str
    page: int
    label: str
    name: str
    box: Box | None = None
    start: int | None = None
    end: int | None = None
    line: int | None = None
    states: tuple[str, ...] = ()
    aside: str = ""

    @property
    def classes(self) -> str:
        """Its classes in the page."""
        return " ".join(("mark", f"k-{self.kind.value}", *(f"is-{state}" for state in self.states)))


def figures(exhibit: Exhibit) -> Mapping[int, tuple[Figure, ...]]:
    """The drawn things of each page, in reading order; what has no place in the text comes last."""
    pages = {page.number: page for page in exhibit.pages}
    found: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in _all(exhibit.audited, exhibit.pages):
        if figure.page in pages:
            found[figure.page].append(figure)
    return {number: tuple(sorted(found[number], key=_reading_order)) for number in sorted(found)}


def _reading_order(figure: Figure) -> tuple[bool, int, int]:
    """What holds other things stands before them, so that they can be pointed at."""
    return (figure.start is None, figure.start or 0, -(figure.end or 0))


def _all(audited: Audited, pages: Sequence[Page]) -> Iterator[Figure]:
    record = audited.record
    yield from _marks(record)
    yield from _strikes(record, pages)
    for index, redaction in enumerate(record.redactions):
        yield _redaction(index, redaction)
    yield from _hidden(record)
    yield from _findings(audited)


_KINDS: tuple[tuple[tuple[type, ...], Kind], ...] = (
    ((Classification, Caption), Kind.CLASSIFICATION),
    ((PortionMark,), Kind.PORTION),
    ((ExemptionCode, Statute), Kind.CODE),
    ((ReleaseStamp,), Kind.STAMP),
    ((RedactedSpan,), Kind.REDACTION),
)


def _kind(mark: Mark) -> Kind:
    return next((kind for values, kind in _KINDS if isinstance(mark.value, values)), Kind.OTHER)


def _marks(record: Record) -> Iterator[Figure]:
    """Every mark; one whose passage is drawn as a redaction stands in its frame without another."""
    framed = {(redaction.page, redaction.start, redaction.end) for redaction in record.redactions}
    for index, mark in enumerate(map(_unstruck, record.marks)):
        kind, span = _kind(mark), mark.span
        states = tuple(_states(mark, kind))
        if kind is Kind.REDACTION and (span.page, span.start, span.end) in framed:
            states = ("twin",)
        yield Figure(
            kind=Kind.STRIKE if mark.ink in STRUCK else kind,
            anchor=anchors.of_mark(index),
            page=span.page,
            label="" if states == ("twin",) else labels.of_mark(mark),
            name=labels.name_of_mark(mark),
            box=mark.box,
            start=span.start,
            end=span.end,
            line=mark.line,
            states=states,
            aside="" if states == ("twin",) else labels.in_text(mark),
        )


def _unstruck(mark: Mark) -> Mark:
    """A mark; the head of a paragraph without the line through its portion mark, which is a mark and shows the line."""
    match mark.value:
        case Paragraph(mark=portion) if portion:
            return evolve(mark, ink=Ink.PLAIN)
    return mark


def _states(mark: Mark, kind: Kind) -> Iterator[str]:
    if mark.ink in STRUCK:
        yield f"over-{kind.value}"
    if mark.doubtful or mark.ink is Ink.LIKELY_STRUCK:
        yield "doubtful"
    match mark.value:
        case Classification(role=Role.MENTION):
            yield "mention"
        case ExemptionCode(use=CodeUse.KEY):
            yield "key"


def _strikes(record: Record, pages: Sequence[Page]) -> Iterator[Figure]:
    """Stretches with a line through them that are no mark: one for each printed line."""
    struck = defaultdict(set)
    for mark in record.marks:
        if mark.ink in STRUCK:
            struck[mark.page].add((mark.span.start, mark.span.end))
    for page in pages:
        taken = sorted(struck[page.number])
        for start, end, line in _struck_stretches(page):
            at = bisect_left(taken, (start, start))
            # A mark in the stretch, or the stretch in a mark that begins before it, shows the strike by itself.
            if any(first < end and start < last for first, last in taken[max(0, at - 2) : at + 1]):
                continue
            box = page.box_between(start, end)
            name = f"{labels.STRUCK_LABEL}: {shortened(page.text[start:end], labels.LONGEST_QUOTE)}"
            yield Figure(Kind.STRIKE, "", page.number, labels.STRUCK_LABEL, name, box, start, end, line)


def _struck_stretches(page: Page) -> Iterator[tuple[int, int, int]]:
    for ink in page.inks:
        if ink.ink not in STRUCK:
            continue
        for index in range(max(0, page.line_index(ink.start)), len(page.lines)):
            line = page.lines[index]
            if line.start >= ink.end:
                break
            start, end = max(line.start, ink.start), min(line.end, ink.end)
            if page.text[start:end].strip():
                yield start, end, line.row


def _redaction(index: int, redaction: Redaction) -> Figure:
    states = []
    if not redaction.exemptions:
        states.append("unclaimed")
    if not redaction.official:
        states.append("unofficial")
    if redaction.ink is Ink.PENDING:
        states.append("pending")
    return Figure(
        kind=Kind.REDACTION,
        anchor=anchors.of_redaction(index),
        page=redaction.page,
        label=labels.of_redaction(index, redaction),
        name=labels.name_of_redaction(index, redaction),
        box=redaction.box,
        start=redaction.start,
        end=redaction.end,
        line=redaction.line,
        states=tuple(states),
    )


def _hidden(record: Record) -> Iterator[Figure]:
    """Text that a machine still reads and an eye does not, and areas too light to hide theirs, each with its number."""
    return (evolve(figure, anchor=anchors.of_hidden(index)) for index, figure in enumerate(_unseen(record)))


def _unseen(record: Record) -> Iterator[Figure]:
    for page in record.pages:
        for hidden in page.concealed:
            label, name = labels.of_hidden(hidden.count), labels.name_of_hidden(hidden.count, hidden.why)
            yield Figure(Kind.HIDDEN, "", page.number, label, name, hidden.box)
        for pale in page.pale:
            if record.was_to_hide(page, pale):
                label = labels.of_pale(pale.characters)
                yield Figure(Kind.HIDDEN, "", page.number, label, f"{label}: painted over, and too light", pale.box)
    for leftover in record.leftovers:
        if leftover.page is not None:
            label, name = labels.of_hidden(leftover.count), labels.name_of_hidden(leftover.count, leftover.what)
            yield Figure(Kind.HIDDEN, "", leftover.page, label, name, leftover.box)


def _findings(audited: Audited) -> Iterator[Figure]:
    """A flag for each finding that has a page: at its first mark there, else at the page's head."""
    for index, finding in enumerate(audited.findings):
        first = finding.marks[0] if finding.marks else None
        page = finding.page if finding.page is not None else (first.page if first else None)
        if page is None:
            continue
        at = next((mark for mark in finding.marks if mark.page == page), None)
        yield Figure(
            kind=Kind.FINDING,
            anchor=anchors.of_finding(index),
            page=page,
            label=labels.of_finding(index, finding),
            name=labels.name_of_finding(index, finding),
            box=at.box if at else None,
            line=finding.line or (at.line if at else None),
            states=(finding.severity.word,),
        )


def counts(drawn: Iterable[Figure]) -> Mapping[Kind, int]:
    """How many things of each kind are drawn, what stands in another's frame left out."""
    return Counter(figure.kind for figure in drawn if "twin" not in figure.states)
