"""What is said where a column has no value, and why a value is in doubt."""

from typing import TypeVar

from redaudit.model.document import Content
from redaudit.model.mark import Mark, ReleaseStamp
from redaudit.model.record import Fact, Record
from redaudit.reports.html.proof import is_damaged
from redaudit.reports.html.wording import capitalized, on_pages

T = TypeVar("T")

# Columns that a release stamp states; a damaged stamp may hold what could not be read.
_STAMPED = ("release_date", "release_authority")


def unseen(record: Record) -> tuple[int, ...]:
    """The pages that could not be read at all."""
    return tuple(page.number for page in record.pages if not page.seen)


def unseen_in_words(record: Record) -> str:
    """What the pages that could not be read mean for what is not stated; empty where all could."""
    pages = unseen(record)
    if not pages:
        return ""
    if len(pages) == len(record.pages):
        return f"No page could be read ({on_pages(pages)}): nothing can be said of what stands there."
    return f"{capitalized(on_pages(pages))} could not be read: what is not stated here may stand there."


def missing(record: Record, column: str) -> str:
    """Why a column has no value: the document does not state it, its page was not seen, or it cannot be made out."""
    if column == "banners_struck":
        return _untold_strikes(record)
    if column in _STAMPED and (pages := _damaged_stamps(record)):
        return f"not readable: the release stamp on {on_pages(pages)} is damaged"
    return unsaid(record, "none stated" if column == "deleted_pages" else "not stated")


def unsaid(record: Record, words: str) -> str:
    """The words for what is not there; where pages could not be read, that it may be there all the same."""
    pages = unseen(record)
    if not pages:
        return words
    return "not visible" if len(pages) == len(record.pages) else f"{words} on the pages that could be seen"


def _damaged_stamps(record: Record) -> tuple[int, ...]:
    stamps = (mark for mark in record.marks if isinstance(mark.value, ReleaseStamp))
    return tuple(mark.page for mark in stamps if is_damaged(mark))


def _untold_strikes(record: Record) -> str:
    drawn = any(page.content is Content.TEXT and page.size is not None for page in record.pages)
    return "no classified banner seen" if drawn else "cannot be told from this copy"


def doubt(record: Record, column: str, fact: Fact[T]) -> str:
    """Why a value is in doubt, in a few words; empty where it is not."""
    if column not in record.doubtful:
        return ""
    reasons = []
    if any(mark.doubtful for mark in fact.marks):
        reasons.append("read by OCR")
    if any(map(is_damaged, fact.marks)):
        reasons.append("from damaged letters")
    if any(rival.column == column for rival in record.rivals):
        reasons.append("another reading stands against it")
    return ", ".join(reasons) or "inferred, not stated in so many words"


def is_doubtful(mark: Mark) -> bool:
    """Whether one mark's own text is in doubt."""
    return mark.doubtful or is_damaged(mark)
