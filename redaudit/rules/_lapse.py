"""Whether the originator's date of declassification had passed when the copy was released, and what still withholds."""

import datetime as dt

from attrs import frozen

from redaudit.model.mark import AuthorityBlock, Mark, OrderLine
from redaudit.model.record import Record
from redaudit.rules._doubt import day
from redaudit.rules._release import reclassifications
from redaudit.rules._withholding import classified_codes, codes
from redaudit.vocabulary.order import for_review, outlasts_25_years


@frozen
class Lapse:
    """The originator's date, the review's, the codes that withhold as classified, and the review's own authority."""

    until: dt.date
    released: dt.date
    claimed: tuple[str, ...]
    authority: tuple[Mark, ...]
    exempted: bool


def lapse(record: Record) -> Lapse | None:
    """The lapse, where the date had passed and something is still withheld as classified."""
    until = day(record.declassify_on)
    claimed = classified_codes(record)
    if until is None or record.release_date is None or until >= record.release_date.value or not claimed:
        return None
    if any(for_review(words) for words in _instructions(record)):
        return None
    return Lapse(
        until,
        record.release_date.value,
        claimed,
        tuple(mark for mark, _ in reclassifications(record)),
        any(outlasts_25_years(code) for code in codes(record)),
    )


def _instructions(record: Record) -> tuple[str, ...]:
    """The words that the date stands in: `RDS-1 4/15/00` sets a day for a review, and opens nothing."""
    values = [mark.value for mark in (record.declassify_on.marks if record.declassify_on else ())]
    return tuple(
        value.instruction if isinstance(value, OrderLine) else value.declassify_on
        for value in values
        if isinstance(value, OrderLine | AuthorityBlock)
    )
