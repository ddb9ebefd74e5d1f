"""The date of a declassification instruction, without strokes too, as intelligence agencies write it: 20330101."""

import re

from redaudit.vocabulary.date import ReadDate, date_of, read_date

_PLAIN = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def instruction_date(words: str) -> ReadDate | None:
    """The date with which an instruction begins; None where it begins with something else, such as an exemption."""
    if (found := _PLAIN.match(words)) and (date := date_of(found[1], found[2], found[3])):
        return date
    return read_date(words)
