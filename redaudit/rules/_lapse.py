"""Whether the originator's date of declassification had passed when the copy was released, and what still withholds."""

import datetime as dt

from attrs import frozen

from redaudit.model.mark import AuthorityBlock, Mark, OrderLine
from redaudit.model.record import Record
from redaudit.rules._doubt import day
from redaudit.rules._release import reclassifications, stamps
from redaudit.rules._withholding import classified_codes, codes
from redaudit.vocabulary.order import for_review, outlasts_25_years

# CLASSIFIED BY NSICG/A12B REASON: 1.4 (c,d) DECLASSIFY ON: 06-20-2038
_OF_THE_BUREAU = "fbi-classified"


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
        _authority(record),
        any(outlasts_25_years(code) for code in codes(record)),
    )


def _authority(record: Record) -> tuple[Mark, ...]:
    """The lines that classify at release, State's and the Bureau's."""
    of_state = [mark for mark, _ in reclassifications(record)]
    return (*of_state, *(mark for mark, stamp in stamps(record) if stamp.family == _OF_THE_BUREAU))


def _instructions(record: Record) -> tuple[str, ...]:
    """The words that the date stands in: `RDS-1 4/15/00` sets a day for a review, and opens nothing."""
    values = [mark.value for mark in (record.declassify_on.marks if record.declassify_on else ())]
    return tuple(
        value.instruction if isinstance(value, OrderLine) else value.declassify_on
        for value in values
        if isinstance(value, OrderLine | AuthorityBlock)
    )
