"""`section-pages-class-mismatch`: the banners of a document's pages do not fit together.

page 1: CONFIDENTIAL          page 3: SECRET
page 2: SECRET at the top, CONFIDENTIAL at the foot
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Classification, Mark, PortionMark, Role
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._level import Marked, holds_one_document
from redaudit.rules._marks import marks_with
from redaudit.rules._paragraphs import is_telegram
from redaudit.rules._samples import telegram


def check(record: Record) -> Iterator[Problem]:
    """One finding for a telegram, by the first page whose banners cannot be those of its pages."""
    if not holds_one_document(record) or not is_telegram(record):
        return
    pages: dict[int, list[Marked]] = {}
    for mark, value in marks_with(record, Classification):
        if value.role is not Role.MENTION and value.level.classified:
            pages.setdefault(mark.page, []).append((mark, value.level))
    found = _found(record, pages)
    if found is None:
        return
    message, marks = found
    sure = absence_shows(record) and not any(mark.doubtful for mark in marks)
    yield Problem(message, marks=marks, severity=None if sure else softer(Severity.LOW))


def _found(record: Record, pages: dict[int, list[Marked]]) -> tuple[str, tuple[Mark, ...]] | None:
    if not pages:
        return None
    first = min(pages)
    face = max(pages[first], key=lambda pair: pair[1].rank)
    for page, marked in sorted(pages.items()):
        low, high = (choose(marked, key=lambda pair: pair[1].rank) for choose in (min, max))
        if low[1] < high[1]:
            return f"page {page} is marked {low[1]} and {high[1]}", (low[0], high[0])
        if high[1] > face[1]:
            return f"page {first} is marked {face[1]}, and page {page} {high[1]}", (face[0], high[0])
        above = _portion_above(record, page, high)
        if above is not None and above[1] <= face[1]:
            return f"page {page} is marked {high[1]}, with a paragraph marked {above[0].text.strip()}", (
                high[0],
                above[0],
            )
    return None


def _portion_above(record: Record, page: int, whole: Marked) -> Marked | None:
    """The first portion mark of a page above the page's banner, behind the number of a paragraph."""
    marks = ((mark, value) for mark, value in marks_with(record, PortionMark) if mark.page == page and value.paragraph)
    return next(((mark, value.level) for mark, value in marks if value.level > whole[1]), None)


def _paged(*banners: str) -> str:
    texts = [telegram(line="S E C R E T ZEMBLA 000412", body="1. (S) He came.\n"), "2. (C) He left.\n", "3. (S) End.\n"]
    return "\f".join(f"{band}\n\n{text}\n{band}\n" for band, text in zip(banners, texts, strict=True))


RULE = Rule(
    id="section-pages-class-mismatch",
    severity=Severity.LOW,
    summary="the banners of a telegram's pages name levels that do not fit together",
    rationale="""\
Each page bears at its top and foot either the level of the whole document or the highest of the page, and the face
bears the level of the whole. A page marked higher than the face, two levels on one page, or a page below its own
paragraphs mean that pages were mixed, exchanged, or changed by hand on some pages alone.

Evidence: the classified banners and class lines of one telegram, page by page.

    page 1 CONFIDENTIAL, page 2 SECRET                 raised
    page 1 SECRET, page 2 CONFIDENTIAL with (C) only   not raised: marked page by page
""",
    caution="""\
Interior pages may bear their own level, so that a lower one is no fault by itself. Unclassified bands on a released
copy are the release's own. Files with several telegrams, copies or enclosures, and documents that are no telegrams,
have pages of several documents. Where a page was read by OCR, or could not be, it is information.
""",
    source="32 CFR 2001.21(b) and 2001.24; IC Markings System Register and Manual 2016, section D",
    check=check,
    hits=(
        _paged("CONFIDENTIAL", "CONFIDENTIAL", "SECRET").replace("S E C R E T ZEMBLA", "CONFIDENTIAL ZEMBLA"),
        _paged("SECRET", "SECRET", "CONFIDENTIAL"),
        _paged("SECRET", "SECRET", "SECRET").replace("2. (C) He left.\n\nSECRET", "2. (C) He left.\n\nCONFIDENTIAL"),
    ),
    misses=(
        _paged("SECRET", "SECRET", "SECRET"),
        _paged("SECRET", "CONFIDENTIAL", "SECRET"),
        _paged("SECRET", "UNCLASSIFIED", "SECRET"),
        telegram(),
    ),
)
