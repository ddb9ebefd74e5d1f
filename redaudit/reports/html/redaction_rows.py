"""What is withheld: every redaction, and for each code how often, how much, and on which pages."""

from collections.abc import Sequence

from attrs import frozen

from redaudit.model.document import PICTURED, Concealed, Ink
from redaudit.model.mark import Mark
from redaudit.model.part import Choices
from redaudit.model.record import Record, Redaction
from redaudit.reports.html import names
from redaudit.reports.html.anchors import Anchors, of_redaction
from redaudit.reports.html.proof import Piece, saying
from redaudit.reports.html.silence import unseen
from redaudit.reports.html.terms import in_short
from redaudit.reports.html.wording import counted, on_pages, percent, place, shortened

# So many rows stand open; with more, all of them are folded.
OPEN_ROWS = 50
# A quotation of the page longer than this tells no more.
_LONGEST = 160


@frozen
class Passage:
    """One redaction as a row: `number` as R1, `beneath` what can still be read under it, by count."""

    number: Piece
    place: str
    kind: str
    printed: str
    codes: tuple[Piece, ...]
    uncoded: str
    statutes: tuple[str, ...]
    extent: str
    share: str
    beneath: str
    revealed: str
    remarks: tuple[str, ...]


@frozen
class Total:
    """What one code withholds in the document; `code` is None for what is withheld without any."""

    code: Piece | None
    times: int
    lines: str
    area: str
    pages: str


@frozen
class Withheld:
    """Every redaction, and the totals by code."""

    passages: tuple[Passage, ...]
    totals: tuple[Total, ...]
    unofficial: int

    @property
    def folded(self) -> bool:
        """Whether the rows are too many to stand open."""
        return len(self.passages) > OPEN_ROWS


def withheld(record: Record, anchors: Anchors, choices: Choices) -> Withheld:
    """What is withheld in a document."""
    dark = frozenset(unseen(record))
    passages = tuple(
        _passage(index, redaction, "not visible" if redaction.page in dark else "no code", anchors, choices)
        for index, redaction in enumerate(record.redactions)
    )
    return Withheld(passages, _totals(record, anchors), sum(not redaction.official for redaction in record.redactions))


def _passage(index: int, redaction: Redaction, uncoded: str, anchors: Anchors, choices: Choices) -> Passage:
    own, where = of_redaction(index), place(redaction.page, redaction.line)
    hidden = redaction.concealed
    return Passage(
        number=Piece(names.of_redaction(index), (own, *anchors.of_marks(redaction.codes)), where),
        place=where,
        kind=names.REDACTIONS[redaction.kind],
        printed=_quoted(redaction.text),
        codes=tuple(_code(code, redaction.codes, own, where, anchors) for code in redaction.exemptions),
        uncoded=uncoded,
        statutes=redaction.statutes,
        extent=extent(redaction),
        share="" if redaction.page_share is None else f"{percent(redaction.page_share)} of the page",
        beneath=beneath(hidden),
        revealed=hidden.characters.strip() if hidden and choices.reveal else "",
        remarks=remarks(redaction),
    )


def _quoted(text: str) -> str:
    """The words printed in place of the passage; of a box or a mask without letters there is nothing to quote."""
    return shortened(text, _LONGEST) if any(map(str.isalnum, text)) else ""


def _code(code: str, codes: Sequence[Mark], redaction: str, where: str, anchors: Anchors) -> Piece:
    marks = saying(code, codes) or codes
    return Piece(code, (*anchors.of_marks(marks), redaction), where)


def extent(redaction: Redaction) -> str:
    """How much is withheld, as it is stated, and as it was estimated where that says more: `1 paragraph, 4 lines`."""
    parts = []
    if redaction.quantity is not None and redaction.unit:
        parts.append(counted(redaction.quantity, redaction.unit, _plural(redaction.unit)))
    lines = redaction.lines_estimated
    if lines is not None and not (redaction.unit == "line" and redaction.quantity == lines):
        parts.append(f"about {counted(round(lines, 1), 'line')}")
    return ", ".join(parts)


def _plural(unit: str) -> str:
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("s", "x", "ch", "sh")) else f"{unit}s"


def beneath(hidden: Concealed | None) -> str:
    """How much can still be read under a redaction; never what."""
    if hidden is None:
        return ""
    if hidden.why == PICTURED:
        read = f" ({counted(hidden.count, 'character')} by OCR)" if hidden.count else ""
        return f"the picture beneath still shows what it covers{read}"
    if not hidden.count:
        return ""
    harmless = ", which tell nothing of what is withheld" if hidden.harmless else ""
    return f"{counted(hidden.count, 'character')} still readable under it{harmless}"


def remarks(redaction: Redaction) -> tuple[str, ...]:
    """What is odd about a redaction."""
    found = []
    if not redaction.official:
        found.append("made by a publisher, not by an agency; not counted")
    if not redaction.seen:
        found.append("only its code tells of it; no gap is seen")
    if redaction.ink is Ink.PENDING:
        found.append("marked for redaction, never applied")
    if redaction.peeping:
        found.append(f"{counted(redaction.peeping, 'letter')} in sight at its edge")
    return tuple(found)


def _totals(record: Record, anchors: Anchors) -> tuple[Total, ...]:
    """The codes by how often they withhold, what bears none last."""
    found: dict[str, list[int]] = {}
    for index, redaction in enumerate(record.redactions):
        for code in redaction.exemptions or ("",):
            found.setdefault(code, []).append(index)
    ordered = sorted(found, key=lambda code: (not code, -len(found[code]), code))
    return tuple(_total(code, found[code], record, anchors) for code in ordered)


def _total(code: str, indices: Sequence[int], record: Record, anchors: Anchors) -> Total:
    own = [record.redactions[index] for index in indices]
    pages = on_pages(redaction.page for redaction in own)
    marks = [mark for redaction in own for mark in saying(code, redaction.codes)]
    links = (*map(of_redaction, indices), *anchors.of_marks(marks))
    return Total(
        Piece(code, links, pages, in_short(code)) if code else None,
        len(own),
        _sum_of_lines([redaction.lines_estimated for redaction in own]),
        _sum_of_shares([redaction.page_share for redaction in own]),
        pages,
    )


def _sum_of_lines(lengths: Sequence[float | None]) -> str:
    known = [length for length in lengths if length is not None]
    if not known:
        return ""
    least = "at least" if len(known) < len(lengths) else "about"
    return f"{least} {counted(round(sum(known), 1), 'line')}"


def _sum_of_shares(shares: Sequence[float | None]) -> str:
    known = [share for share in shares if share is not None]
    return f"{counted(round(sum(known), 2), 'page')}" if known else ""
