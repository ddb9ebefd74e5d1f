"""How much is withheld: the share of the page or of the lines, and whole pages by the sheets that count them."""

import re

from redaudit.model.document import Document, Page
from redaudit.model.mark import DeletedPages, Mark, RedactionKind
from redaudit.model.record import Fact, Redaction


def redacted_share(document: Document, passages: tuple[Redaction, ...]) -> float | None:
    """The part of the document withheld, 0 to 1: of the area where it has one, else of the lines stated."""
    boxed = [redaction.box.area for redaction in passages if redaction.kind is RedactionKind.BOX and redaction.box]
    if boxed:
        printed = sum(printed_area(page) for page in document.pages)
        return round(min(1.0, sum(boxed) / printed), 4) if printed else None
    worded = [redaction for redaction in passages if redaction.kind is RedactionKind.PLACEHOLDER]
    stated = [redaction.lines_estimated for redaction in worded if redaction.lines_estimated]
    if not stated:
        return None
    lines = sum(len(page.lines) for page in document.pages)
    return round(sum(stated) / (lines + sum(stated)), 4)


def printed_area(page: Page) -> float:
    """The area of the printed page inside its margins, in points squared: the box around all words, boxes included.

    Of a page whose print was not read it is the whole page.
    """
    words = [word.box for word in page.words if page.text[word.start : word.end].strip("■")]
    if not words and page.boxes and page.size:
        return page.size[0] * page.size[1]
    places = words + [box.box for box in page.boxes]
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
