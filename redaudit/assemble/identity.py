"""Who the document is: its message reference, subject, date, and the number of pages it says it has."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from attrs import frozen

from redaudit.model.document import Document
from redaudit.model.mark import (
    Attributes,
    DatedAct,
    Identifier,
    Mark,
    PageCount,
    ReleaseStamp,
    Wording,
)
from redaudit.model.record import Fact, Rival
from redaudit.vocabulary.date import FIRST_YEAR, LAST_YEAR, ReadDate, read_date

# Marks whose dates are not the document's own, wherever a date of the document seems to stand inside one.
_FOREIGN = ("release-stamp", "authority-block", "order-line")
# Dates of one telegram's drafting and sending lie this near each other.
_NEAR = dt.timedelta(days=1)
# Acts whose lines cannot be taken for a date of release.
_SURE = ("dtg", "sent")
# A header whose subject stands this many rows above its date is another message's.
_HEADER_ROWS = 6


@frozen
class IdentityFacts:
    """The columns that say who the document is, and the readings that lost."""

    message_reference: Fact[str] | None = None
    subject: Fact[str] | None = None
    pages_stated: Fact[int] | None = None
    original_date: Fact[dt.date] | None = None
    rivals: tuple[Rival, ...] = ()


def identity(document: Document, marks: tuple[Mark, ...]) -> IdentityFacts:
    """Who a document is, by its marks; the page itself speaks before the archives' attribute block."""
    blocks = [mark for mark in marks if isinstance(mark.value, Attributes)]
    dates = _own_dates(marks)
    reference, reference_rivals = _message_reference(marks, dates)
    subject, subject_rivals = _subject(marks, blocks, dates)
    stated, stated_rivals = _pages_stated(marks)
    date, date_rivals = _original_date(marks, blocks, dates)
    return IdentityFacts(
        message_reference=reference,
        subject=subject,
        pages_stated=stated,
        original_date=date,
        rivals=(*reference_rivals, *subject_rivals, *stated_rivals, *date_rivals),
    )


def _named(blocks: Iterable[Mark], name: str) -> tuple[str, Mark] | None:
    """An attribute's value and its block, where one of the blocks states it."""
    for mark in blocks:
        if isinstance(mark.value, Attributes) and (value := mark.value.named(name)):
            return value, mark
    return None


def _place(mark: Mark) -> tuple[int, int]:
    return mark.page, mark.span.start


# --- message reference ---


def _rank(mark: Mark) -> int:
    """PAGE lines speak first, as the archives' own numbers are built from them; then class lines, then headers."""
    if mark.text.startswith("PAGE"):
        return 0
    if "[" in mark.text:
        return 2
    return 3 if re.search(r"\d[A-Z]+ ?\d+$", mark.text) else 1


def _serial(mark: Mark) -> str:
    return mark.value.value.rpartition(" ")[2] if isinstance(mark.value, Identifier) else ""


def _message_reference(marks: tuple[Mark, ...], dates: list[Mark]) -> tuple[Fact[str] | None, list[Rival]]:
    seen = [mark for mark in marks if mark.detector == "message-reference"]
    if not seen:
        return None, []
    # A number inside a message that was sent as mail is that of a telegram it forwards.
    if dates and _is_message(dates[0]) and _place(dates[0]) < min(map(_place, seen)):
        return None, []
    best = min(map(_rank, seen))
    votes = Counter(_serial(mark) for mark in seen if _rank(mark) == best)
    serial, _ = votes.most_common(1)[0]
    same = sorted((mark for mark in seen if _serial(mark) == serial), key=_rank)
    return Fact(_value(same[0]), tuple(same)), _reference_rivals(seen, same, best)


def _value(mark: Mark) -> str:
    return mark.value.value if isinstance(mark.value, Identifier) else ""


def _reference_rivals(seen: list[Mark], same: list[Mark], best: int) -> list[Rival]:
    """Other numbers, unless they are those of telegrams repeated in this one: two places agree on its own.

    A serial decides: `USUN NEW YORK 4608` and `USUN N 4608` are one number. One odd PAGE line of many is a slip.
    """
    agreed = len({_rank(mark) for mark in same}) > 1
    others: dict[str, list[Mark]] = {}
    for mark in seen:
        if _serial(mark) != _serial(same[0]) and (_rank(mark) == best or not agreed):
            others.setdefault(_serial(mark), []).append(mark)
    few = len(same) > 2
    return [
        Rival("message_reference", _value(group[0]), tuple(group))
        for group in others.values()
        if not (few and len(group) == 1) or _rank(group[0]) != best
    ]


# --- subject ---


def _subject(marks: tuple[Mark, ...], blocks: list[Mark], dates: list[Mark]) -> tuple[Fact[str] | None, list[Rival]]:
    """The first subject line, in mail that of the topmost message only; else the attribute block's."""
    seen = [mark for mark in marks if mark.detector == "subject" and not _inside(mark, blocks)]
    messages = [mark for mark in dates if _is_message(mark)]
    mail = bool(messages) and dates[0] is messages[0]
    if mail and len(messages) > 1:
        seen = [mark for mark in seen if _place(mark) < _place(messages[1])]
    first = seen[0] if seen else None
    words = first.value.text if first and isinstance(first.value, Wording) else ""
    archived = _named(blocks, "Subject")
    if words and first:
        fact = Fact(words, (first,))
        if archived and not _alike(words, archived[0]):
            return fact, [Rival("subject", archived[0], (archived[1],))]
        return fact, []
    return (Fact(archived[0], (archived[1],)), []) if archived else (None, [])


def _alike(one: str, other: str) -> bool:
    """Whether two wordings are one but for damage, or one is the other's beginning."""
    one, other = (re.sub(r"[^a-z0-9]", "", text.casefold()) for text in (one, other))
    return one.startswith(other) or other.startswith(one) or SequenceMatcher(None, one, other).ratio() > 0.7


# --- pages ---


def _pages_stated(marks: tuple[Mark, ...]) -> tuple[Fact[int] | None, list[Rival]]:
    by_total: dict[int, list[Mark]] = {}
    for mark in marks:
        if isinstance(mark.value, PageCount) and mark.value.total is not None:
            by_total.setdefault(mark.value.total, []).append(mark)
    if not by_total:
        return None, []
    total = max(by_total, key=lambda number: len(by_total[number]))
    rivals = [Rival("pages_stated", other, tuple(group)) for other, group in by_total.items() if other != total]
    return Fact(total, tuple(by_total[total])), rivals


# --- date ---


def _inside(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(
        other.page == mark.page and other.span.start <= mark.span.start and mark.span.end <= other.span.end
        for other in others
    )


def _latest(marks: tuple[Mark, ...]) -> dt.date:
    """The date of the last release marking: no date of the document lies after it."""
    stamps = (mark.value.date for mark in marks if isinstance(mark.value, ReleaseStamp))
    return max((stamped.date for stamped in stamps if stamped), default=dt.date.max)


def _own_dates(marks: tuple[Mark, ...]) -> list[Mark]:
    """The marks that date the document, in order; those inside a release marking or an authority line left out."""
    foreign: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.detector in _FOREIGN:
            foreign.setdefault(mark.page, []).append(mark)
    latest = _latest(marks)
    return [
        mark
        for mark in marks
        if mark.detector == "document-date"
        and not _inside(mark, foreign.get(mark.page, ()))
        and (isinstance(mark.value, Wording) or _settled(mark, latest) is not None)
    ]


def _settled(mark: Mark, latest: dt.date = dt.date.max) -> dt.date | None:
    """A mark's date, a two-digit year in the century that lets it be before the release; None where neither does.

    A message's whole date stands even after the release: that it does is for a rule to say.
    """
    if not isinstance(mark.value, DatedAct):
        return None
    read: ReadDate = mark.value.date
    if not read.short_year and mark.value.act in _SURE:
        return read.date
    if read.date <= latest and not (read.short_year and read.date.year > LAST_YEAR):
        return read.date
    earlier = read.from_year(min(latest.year, LAST_YEAR) - 99).date
    return earlier if read.short_year and earlier <= latest and earlier.year >= FIRST_YEAR else None


def _act(mark: Mark) -> str:
    """What was done on a date; a message's date that cannot be read is `unread`."""
    return mark.value.act if isinstance(mark.value, DatedAct) else "unread"


def _is_message(mark: Mark) -> bool:
    return _act(mark) in ("sent", "unread")


# Which act dates the document where several stand on one page.
_ORDER = (("dtg", "sent", "unread"), ("headed",), ("drafted",), ("published",), ("printed", "transmitted"))


def _leading(dates: list[Mark]) -> Mark | None:
    """The mark that dates the document: of the foremost act, but a memorandum's head on an earlier page goes first."""
    found: Mark | None = None
    for acts in _ORDER:
        first = next((mark for mark in dates if _act(mark) in acts), None)
        earlier = first and found and acts in (_ORDER[1],) and first.page < found.page
        if first and (found is None or earlier):
            found = first
    return found


def _original_date(
    marks: tuple[Mark, ...], blocks: list[Mark], dates: list[Mark]
) -> tuple[Fact[dt.date] | None, list[Rival]]:
    archived = _named(blocks, "Draft Date")
    drafted = read_date(archived[0]) if archived else None
    leading = _leading(dates)
    if leading is None:
        return (Fact(drafted.date, (archived[1],)), []) if archived and drafted else (None, [])
    doubtful = False
    if _act(leading) == "unread" or _lacks_own_date(leading, marks):
        below = next((mark for mark in dates if _act(mark) == "sent"), None)
        if below is None:
            return None, []
        leading, doubtful = below, True
    latest = _latest(marks)
    value = _settled(leading, latest)
    if value is None or not isinstance(leading.value, DatedAct):
        return None, []
    same = [mark for mark in dates if _settled(mark, latest) == value]
    rivals = _date_rivals(leading, value, dates, latest)
    if archived and drafted and abs(drafted.date - value) > _NEAR:
        rivals.append(Rival("original_date", drafted.date, (archived[1],)))
    return Fact(
        value, (leading, *(mark for mark in same if mark is not leading)), doubtful or leading.value.damaged
    ), rivals


def _lacks_own_date(leading: Mark, marks: tuple[Mark, ...]) -> bool:
    """Whether the first date of mail stands in a lower message: a subject line is printed well above it."""
    first = next((mark for mark in marks if mark.detector == "subject"), None)
    return (
        _act(leading) == "sent"
        and first is not None
        and first.page == leading.page
        and leading.line - first.line > _HEADER_ROWS
    )


def _date_rivals(leading: Mark, value: dt.date, dates: list[Mark], latest: dt.date) -> list[Rival]:
    """Other date-time groups than the telegram's own."""
    if _act(leading) != "dtg":
        return []
    others: dict[dt.date, list[Mark]] = {}
    for mark in dates:
        date = _settled(mark, latest)
        if _act(mark) == "dtg" and date is not None and date != value:
            others.setdefault(date, []).append(mark)
    return [Rival("original_date", date, tuple(group)) for date, group in others.items()]
