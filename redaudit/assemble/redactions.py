"""Every separate withheld passage of a document: words in brackets, masks, boxes, and blanks beside a code."""

from attrs import evolve, frozen

from redaudit.assemble.claims import claimed_by_eye, claimed_by_place, claimed_by_row
from redaudit.assemble.gaps import Blanks, coded_gaps, uncoded_gaps, with_codes
from redaudit.assemble.holes import Sign
from redaudit.model.document import Document, Page
from redaudit.model.mark import (
    CodeUse,
    ExemptionCode,
    Mark,
    RedactedSpan,
    RedactionKind,
    ReleaseStamp,
    Statute,
)
from redaudit.model.record import Redaction
from redaudit.vocabulary.outcome import Outcome


def redactions(document: Document, marks: tuple[Mark, ...]) -> tuple[Redaction, ...]:
    """The withheld passages of every page, in page order, each with the codes that stand beside it."""
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    unmarked = _Unmarked.of(marks)
    found: list[Redaction] = []
    foot: int | None = None
    for page in document.pages:
        here = tuple(by_page.get(page.number, ()))
        if not here and not page.boxes:
            continue
        passages = _on_page(page, here, unmarked)
        if passages.from_head and found and foot == page.number - 1:
            first, *rest = passages.redactions
            found[-1] = with_codes(found[-1], (*found[-1].codes, *first.codes))
            found += rest
        else:
            found += passages.redactions
        foot = page.number if passages.to_foot else None
    return tuple(found)


@frozen
class _Passages:
    """The passages of a page, and whether a blank among them goes on from the page before or onto the next."""

    redactions: tuple[Redaction, ...]
    from_head: bool = False
    to_foot: bool = False


@frozen
class _Unmarked:
    """The codes of blanks beside which none stands, in a release in part, and the signs such a blank must show."""

    codes: tuple[Mark, ...]
    signs: frozenset[Sign]

    @classmethod
    def of(cls, marks: tuple[Mark, ...]) -> "_Unmarked":
        """Those of the stamp that no margin repeats; else, which of them it is not being said, all."""
        if not any(isinstance(mark.value, ReleaseStamp) and mark.value.status is Outcome.PART for mark in marks):
            return cls((), frozenset())
        codes = [(mark, mark.value) for mark in marks if isinstance(mark.value, ExemptionCode)]
        beside = {value.code for _, value in codes if value.use is CodeUse.MARGIN}
        stamped = [(mark, value) for mark, value in codes if value.use is CodeUse.STAMP]
        alone = tuple(mark for mark, value in stamped if value.code not in beside)
        # Where the margins hold codes, a blank without one must show it plainly.
        signs = frozenset(Sign) if not beside else frozenset((Sign.INSIDE, Sign.ADDRESS, Sign.SENTENCE))
        return cls(alone or tuple(mark for mark, _ in stamped), signs)


def _on_page(page: Page, marks: tuple[Mark, ...], unmarked: _Unmarked) -> _Passages:
    codes = tuple(mark for mark in marks if _is_marginal(mark))
    printed = [_printed(page, mark) for mark in marks if isinstance(mark.value, RedactedSpan)]
    printed += _boxes(page, printed)
    placed, rest = claimed_by_place(page, printed, codes)
    claimed, left = claimed_by_eye(page, *claimed_by_row(page, placed, rest))
    if not left and not unmarked.codes:
        return _Passages(tuple(claimed))
    blanks = Blanks.of(page, marks)
    laws = _statutes(marks)
    passages = [*claimed, *(_with_statutes(gap, laws) for gap in coded_gaps(blanks, left))]
    if unmarked.codes:
        more = uncoded_gaps(blanks, passages, unmarked.signs)
        passages += [with_codes(gap, unmarked.codes) for gap in more]
    if not passages:
        return _Passages(())
    passages.sort(key=lambda redaction: (redaction.line, redaction.start))
    first, last = passages[0], passages[-1]
    return _Passages(
        tuple(passages),
        from_head=first.kind is RedactionKind.GAP and blanks.opens_with(first),
        to_foot=last.kind is RedactionKind.GAP and last.end >= len(page.text),
    )


def _is_marginal(mark: Mark) -> bool:
    return isinstance(mark.value, ExemptionCode) and mark.value.use is CodeUse.MARGIN


def _printed(page: Page, mark: Mark) -> Redaction:
    value = mark.value
    assert isinstance(value, RedactedSpan)
    return Redaction(
        kind=value.kind,
        page=page.number,
        line=mark.line,
        start=mark.span.start,
        end=mark.span.end,
        text=" ".join(mark.text.split()),
        box=mark.box,
        quantity=value.quantity,
        unit=value.unit,
        lines_estimated=value.lines if value.lines is not None else _lines(value),
        official=value.official,
    )


def _lines(value: RedactedSpan) -> float | None:
    return value.quantity if value.unit == "line" else None


def _boxes(page: Page, printed: list[Redaction]) -> list[Redaction]:
    """Boxes drawn over the page; a mask typed in their place is the same passage."""
    taken = {(redaction.start, redaction.end) for redaction in printed}
    area = page.size[0] * page.size[1] if page.size else 0.0
    return [
        Redaction(
            kind=RedactionKind.BOX,
            page=page.number,
            line=page.row_at(box.start),
            start=box.start,
            end=box.end,
            text=page.text[box.start : box.end],
            box=box.box,
            lines_estimated=box.lines,
            page_share=round(box.box.area / area, 4) if area else None,
            concealed=box.concealed,
            ink=box.ink,
            peeping=box.peeping,
        )
        for box in page.boxes
        if (box.start, box.end) not in taken
    ]


def _statutes(marks: tuple[Mark, ...]) -> dict[int, list[str]]:
    """The statutes of a page by row."""
    laws: dict[int, list[str]] = {}
    for mark in marks:
        if isinstance(mark.value, Statute):
            laws.setdefault(mark.line, []).append(mark.value.text)
    return laws


def _with_statutes(redaction: Redaction, laws: dict[int, list[str]]) -> Redaction:
    """A passage with the statutes printed on the rows of its codes."""
    rows = sorted({mark.line for mark in redaction.codes} & laws.keys())
    named = dict.fromkeys(law for row in rows for law in laws[row])
    return evolve(redaction, statutes=tuple(named)) if named else redaction
