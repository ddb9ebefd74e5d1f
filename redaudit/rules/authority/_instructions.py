"""What an originator says of how long a document is classified, and on whose authority, as it is printed."""

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from redaudit.model.mark import AuthorityBlock, Mark, OrderLine, ReleaseStamp
from redaudit.model.record import Record
from redaudit.rules._marks import marks_with
from redaudit.vocabulary.date import ReadDate
from redaudit.vocabulary.order import order_named

# 32 CFR part 2001 of E.O. 13526 in force.
DIRECTIVE_2010 = dt.date(2010, 6, 25)

_LEAD = re.compile(r"(?:as amended[,;: ]*)?(?:[DO]?E?ECL(?:AS(?:S?IFY)?)?(?![A-Z])(?:\s+ON)?[\s:;.]*)*", re.IGNORECASE)
# N/A to RD portions, N/A to NATO portions: forms that the directive prescribes.
_NONE = re.compile(r"(?:N\s?[/:]?\s?A|not\s+applicable|none)\b(?!\s+to\b)", re.IGNORECASE)
_DERIVATIVE = re.compile(r"\bmultiple\b|\bsources?\b|\bguide\b", re.IGNORECASE)


@frozen
class Instruction:
    """An instruction as printed, without the words that lead to it: `11/19/09`, `25X1, 20551231`, `N/A`."""

    mark: Mark
    words: str
    date: ReadDate | None

    @property
    def is_none(self) -> bool:
        """Whether it says that there is nothing to declassify."""
        return bool(_NONE.match(self.words))


def order_lines(record: Record) -> tuple[Instruction, ...]:
    """The instructions of E.O. lines, those that are empty left out."""
    said = (
        Instruction(mark, _LEAD.sub("", line.instruction, count=1).strip(" .;:,"), line.date)
        for mark, line in marks_with(record, OrderLine)
    )
    return tuple(instruction for instruction in said if instruction.words)


def blocks(record: Record) -> tuple[tuple[Mark, AuthorityBlock], ...]:
    """The originator's blocks: none that stands inside a stamp which classifies at release."""
    stamps = [
        mark.span for mark, stamp in marks_with(record, ReleaseStamp) if stamp.withheld or stamp.reasons or stamp.until
    ]
    return tuple(
        (mark, block)
        for mark, block in marks_with(record, AuthorityBlock)
        if not any(
            span.page == mark.page and mark.span.start < span.end and span.start < mark.span.end for span in stamps
        )
    )


def instructions(record: Record) -> Iterator[Instruction]:
    """Every instruction of the originator: those of E.O. lines, then those of authority blocks."""
    yield from order_lines(record)
    for mark, block in blocks(record):
        if block.declassify_on:
            yield Instruction(mark, block.declassify_on, block.declassify_date)


def is_derivative(block: AuthorityBlock) -> bool:
    """Whether a block takes its classification from a source: it names one, or `Multiple Sources` as the classifier."""
    return bool(block.derived_from or _DERIVATIVE.search(block.classified_by))


def under_directive_2010(record: Record) -> bool:
    """Whether the document was made under the directive of 2010: by its date, else by the order that it cites."""
    if record.original_date is not None:
        return record.original_date.value >= DIRECTIVE_2010
    order = order_named(record.original_order.value) if record.original_order else None
    return order is not None and order.number == "13526"
