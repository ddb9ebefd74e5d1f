"""`exempt-page-note-mismatch`: a note on pages withheld gives another number than its own list, or than the pages.

Total Deleted Page(s) = 2 / Page 29 ~ b6; / Page 30 ~ b6; / Page 31 ~ Duplicate;
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Content
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DeletedPages, Mark, PageCount
from redaudit.model.part import Rule
from redaudit.model.record import PageFact, Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with

_NEXT = re.compile(r"\s*Next\b", re.IGNORECASE)
# Pages 3 through 5 Exempt
_THROUGH = re.compile(r"\s*Pages\s+(?P<first>\d{1,4})\s*[^\d\n]{1,9}\s*(?P<last>\d{1,4})\b", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """Sheets against their lists, and notices against the printed page numbers around them."""
    pages = {page.number: page for page in record.pages}
    for sheet in _sheets(record):
        yield from _against_list(sheet, pages)
    for mark, note in marks_with(record, DeletedPages):
        if _NEXT.match(mark.text) and note.total is not None:
            yield from _against_numbers(record, mark, note.total, pages)
        elif span := _THROUGH.match(mark.text):
            first, last = int(span["first"]), int(span["last"])
            if first <= last:
                yield from _against_numbers(record, mark, last - first + 1, pages)


Sheet = list[tuple[Mark, DeletedPages]]


def _sheets(record: Record) -> list[Sheet]:
    """The sheets with a total, each with the pages on which its list goes on."""
    sheets: list[Sheet] = []
    for mark, note in marks_with(record, DeletedPages):
        if note.total is not None:
            sheets.append([(mark, note)])
        elif sheets and mark.page <= sheets[-1][-1][0].page + 1:
            sheets[-1].append((mark, note))
    return sheets


def _against_list(sheet: Sheet, pages: dict[int, PageFact]) -> Iterator[Problem]:
    mark, note = sheet[0]
    listed = sum(part.withheld + part.duplicate + part.referral for _, part in sheet)
    total = note.total or 0
    if not listed or listed == total:
        return
    # Lines of a list are lost in reading, and never added.
    sure = listed > total or _drawn(pages.get(mark.page))
    yield Problem(
        f"page {mark.page}: the sheet gives {total} deleted pages and lists {listed}",
        marks=(mark,),
        severity=Severity.MEDIUM if sure else Severity.LOW,
    )


def _against_numbers(record: Record, mark: Mark, total: int, pages: dict[int, PageFact]) -> Iterator[Problem]:
    """A notice on a numbered page, and the number of the page that follows it in the file."""
    counts = marks_with(record, PageCount)
    here = [count for place, count in counts if place.page == mark.page]
    after = [(place, count) for place, count in counts if place.page == mark.page + 1]
    pairs = [(one, place, other) for one in here for place, other in after if one.series == other.series]
    if len(pairs) != 1:
        return
    one, place, other = pairs[0]
    missing = other.number - one.number - 1
    if missing != total:
        as_text = all(_is_text(pages.get(number)) for number in (mark.page, mark.page + 1))
        yield Problem(
            f"page {mark.page}: the note says that the next {total} pages are withheld, and the printed numbers go "
            f"from {one.number} to {other.number}",
            marks=(mark, place),
            severity=None if as_text else softer(Severity.MEDIUM),
        )


def _drawn(page: PageFact | None) -> bool:
    """Whether a page was read as it was drawn: neither a picture of it nor a text made from one."""
    return page is not None and page.content is Content.TEXT and page.size is not None


def _is_text(page: PageFact | None) -> bool:
    return page is not None and page.content is Content.TEXT


_SHEET = "FEDERAL BUREAU OF INVESTIGATION\nDELETED PAGE INFORMATION SHEET\n\nTotal Deleted Page(s) = {}\n\n{}"
_LIST = "Page 29 ~ b6; b7C;\n\nPage 30 ~ b6; b7C;\n\nPage 31 ~ Duplicate;\n"
_NOTE = "The pier is old.\n\nPage 2 of 9\n\nNext {} Page(s) In Document Exempt\n\fThe ferries run.\n\nPage 6 of 9\n"

RULE = Rule(
    id="exempt-page-note-mismatch",
    severity=Severity.MEDIUM,
    summary="a note on withheld pages contradicts its own list, or the page numbers around it",
    rationale="""\
Such a note stands for pages that nobody outside can see; its number is all that a requester can check, appeal or count.
Where the sheet's total is not that of its list, or the numbers of the pages left tell of another gap, pages are
withheld that no note accounts for, or the note is of another file.

Evidence: the total of an FBI sheet of deleted pages against the pages it lists, on all the pages the sheet fills; or
`Next 3 Page(s) In Document Exempt` against the printed numbers of its own page and of the next.

    Total Deleted Page(s) = 24, and 22 pages listed               raised
    Page 2 of 9, Next 3 Page(s) Exempt, then Page 6 of 9          not raised
    Page 2 of 9, Next 2 Page(s) Exempt, then Page 6 of 9          raised
""",
    caution="""\
Machines drop lines of a list and never add any: a list that is too short is low unless the page was read as it was
drawn, and a sheet of whose list nothing could be read says nothing. A notice is measured only where its own page and
the next both bear one number of the same kind; on pictures of pages it weighs one step less.
""",
    source="5 U.S.C. 552(b), closing text: the amount deleted is to be indicated; the sheet against itself",
    check=check,
    hits=(
        _SHEET.format(2, _LIST),
        _SHEET.format(5, _LIST),
        _NOTE.format(2),
        _NOTE.replace("Next {} Page(s) In Document Exempt", "Pages 3 through 8 Exempt"),
    ),
    misses=(
        _SHEET.format(3, _LIST),
        _SHEET.format(2, ""),
        _NOTE.format(3),
        _NOTE.replace("Next {} Page(s) In Document Exempt", "Pages 3 through 5 Exempt"),
        _NOTE.format(2).replace("Page 2 of 9", ""),
    ),
)
