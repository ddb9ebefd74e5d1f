"""Whether the originator's date of declassification had passed when the copy was released, and what still withholds."""

import datetime as dt

from attrs import frozen

from redaudit.model.mark import Mark
from redaudit.model.record import Record
from redaudit.rules._doubt import day
from redaudit.rules._release import reclassifications
from redaudit.rules._withholding import classified_codes, codes
from redaudit.vocabulary.order import outlasts_25_years


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
    return Lapse(
        until,
        record.release_date.value,
        claimed,
        tuple(mark for mark, _ in reclassifications(record)),
        any(outlasts_25_years(code) for code in codes(record)),
    )
