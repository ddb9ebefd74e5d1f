"""Every separate withheld passage of a document: words in brackets, masks, boxes, and blanks beside a code."""

import re

from attrs import evolve, frozen

from redaudit.assemble.gaps import Blanks, code_groups, coded_gaps, uncoded_gaps, with_codes
from redaudit.assemble.holes import Sign
from redaudit.model.document import Document, Page
from redaudit.model.mark import (
    CodeUse,
    DeletedPages,
    ExemptionCode,
    Mark,
    RedactedSpan,
    RedactionKind,
    ReleaseStamp,
    Statute,
)
from redaudit.model.record import Fact, Redaction
from redaudit.vocabulary.outcome import Outcome


def redactions(document: Document, marks: tuple[Mark, ...]) -> tuple[Redaction, ...]:
    """The withheld passages of every page, in page order, each with the codes that stand beside it."""
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    unmarked = _Unmarked.of(marks)
    found: list[Redaction] = []
    for page in document.pages:
        here = tuple(by_page.get(page.number, ()))
        if not here and not page.boxes:
            continue
        passages = _on_page(page, here, unmarked)
        if found and passages and _runs_on(document, found[-1], passages[0]):
            found[-1] = with_codes(found[-1], (*found[-1].codes, *passages[0].codes))
            del passages[0]
        found += passages
    return tuple(found)


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


def _on_page(page: Page, marks: tuple[Mark, ...], unmarked: _Unmarked) -> list[Redaction]:
    codes = tuple(mark for mark in marks if _is_marginal(mark))
    printed = [_printed(page, mark) for mark in marks if isinstance(mark.value, RedactedSpan)]
    printed += _boxes(page, printed)
    claimed, left = _claim(page, printed, codes)
    if not left and not unmarked.codes:
        return claimed
    blanks = Blanks.of(page, marks)
    laws = _statutes(marks)
    passages = [*claimed, *(_with_statutes(gap, laws) for gap in coded_gaps(blanks, left))]
    if unmarked.codes:
        more = uncoded_gaps(blanks, passages, unmarked.signs)
        passages += [with_codes(gap, unmarked.codes) for gap in more]
    return sorted(passages, key=lambda redaction: (redaction.line, redaction.start))


def _runs_on(document: Document, last: Redaction, first: Redaction) -> bool:
    """Whether a blank at a page's foot goes on at the head of the next page."""
    gaps_both = last.kind is RedactionKind.GAP and first.kind is RedactionKind.GAP
    if not gaps_both or first.page != last.page + 1 or first.start > 0:
        return False
    return last.end >= len(document.pages[last.page - 1].text)


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
            page_share=round(box.box.area / area, 4) if area else None,
            concealed=box.concealed,
        )
        for box in page.boxes
        if (box.start, box.end) not in taken
    ]


def _claim(
    page: Page, printed: list[Redaction], codes: tuple[Mark, ...]
) -> tuple[list[Redaction], tuple[tuple[Mark, ...], ...]]:
    """Printed passages with their codes, and the groups of codes that no printed passage claims.

    A code inside a bracket or on its row is its own; else the next group below, for OCR lets codes fall to the foot.
    """
    groups = list(code_groups(page, codes))
    claimed: list[Redaction] = []
    for redaction in printed:
        if not redaction.official or _is_editors(redaction):
            claimed.append(redaction)
            continue
        group = next((group for group in groups if _beside(page, redaction, group)), None)
        if group is None:
            group = next((group for group in groups if group[0].line > redaction.line), None)
        if group:
            groups.remove(group)
            redaction = with_codes(redaction, group)
        claimed.append(redaction)
    return claimed, tuple(groups)


def _is_editors(redaction: Redaction) -> bool:
    """FRUS editors' words cite no code: `[1 line not declassified]`."""
    return redaction.kind is RedactionKind.PLACEHOLDER and "lassi" in redaction.text


def _beside(page: Page, redaction: Redaction, group: tuple[Mark, ...]) -> bool:
    last = page.row_at(max(redaction.start, redaction.end - 1))
    return any(redaction.line <= mark.line <= last + 1 for mark in group)


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


def redacted_share(document: Document, passages: tuple[Redaction, ...]) -> float | None:
    """The part of the document withheld, 0 to 1: of the area where it has one, else of the lines stated."""
    boxed = [redaction.box.area for redaction in passages if redaction.kind is RedactionKind.BOX and redaction.box]
    if boxed:
        printed = sum(printed_area(page) for page in document.pages)
        return round(min(1.0, sum(boxed) / printed), 4) if printed else None
    stated = [redaction.lines_estimated for redaction in passages if redaction.lines_estimated]
    if not stated:
        return None
    lines = sum(len(page.lines) for page in document.pages)
    return round(sum(stated) / (lines + sum(stated)), 4)


def printed_area(page: Page) -> float:
    """The area of the printed page inside its margins: the box around all words, boxes included; points squared."""
    places = [word.box for word in page.words] + [box.box for box in page.boxes]
    if not places:
        return 0.0
    width = max(box.x1 for box in places) - min(box.x0 for box in places)
    return width * (max(box.bottom for box in places) - min(box.top for box in places))


def deleted_pages(marks: tuple[Mark, ...]) -> Fact[DeletedPages] | None:
    """The sheets' totals added up; pages listed by reason beside them. A sheet without a total counts its list."""
    sheets = [(mark, mark.value) for mark in marks if isinstance(mark.value, DeletedPages)]
    if not sheets:
        return None
    counted = DeletedPages(
        _total(sheets),
        sum(sheet.withheld for _, sheet in sheets),
        sum(sheet.duplicate for _, sheet in sheets),
        sum(sheet.referral for _, sheet in sheets),
    )
    return Fact(counted, tuple(mark for mark, _ in sheets))


def _total(sheets: list[tuple[Mark, DeletedPages]]) -> int:
    """The totals of the sheets; the rest of a sheet on a later page is in the total of its beginning."""
    total = outstanding = 0
    for mark, sheet in sheets:
        listed = sheet.withheld + sheet.duplicate + sheet.referral
        if sheet.total is not None:
            total += sheet.total
            outstanding = sheet.total - listed
        elif _ENTRY.match(mark.text) and listed <= outstanding:
            outstanding -= listed
        else:
            total += listed
            outstanding = 0
    return total


# The rest of a sheet begins with an entry, a sheet with its title or total.
_ENTRY = re.compile(r"\W*Page\s+\d")
