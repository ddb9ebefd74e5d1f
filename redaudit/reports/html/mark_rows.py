"""Every mark of a document as a row: where it stands, what it is, what it says."""

from collections.abc import Sequence

from attrs import frozen

from redaudit.model.mark import Mark
from redaudit.reports._json import mark_value
from redaudit.reports._rows import in_words
from redaudit.reports.html.anchors import of_mark
from redaudit.reports.html.names import INKS, of_detector
from redaudit.reports.html.silence import is_doubtful
from redaudit.reports.html.wording import shortened

# More rows than these would make a page heavy; `report --rows marks` has them all.
MOST = 1000
_LONGEST = 140


@frozen
class MarkRow:
    """One mark as a row."""

    anchor: str
    page: int
    line: int
    kind: str
    text: str
    value: str
    ink: str
    doubtful: bool


def mark_rows(marks: Sequence[Mark]) -> tuple[MarkRow, ...]:
    """The marks as rows, in the order of the pages; as many as a page can carry."""
    return tuple(_row(index, mark) for index, mark in enumerate(marks[:MOST]))


def _row(index: int, mark: Mark) -> MarkRow:
    return MarkRow(
        of_mark(index),
        mark.page,
        mark.line,
        of_detector(mark.detector),
        shortened(mark.text, _LONGEST),
        shortened(_value(mark), _LONGEST),
        INKS[mark.ink],
        is_doubtful(mark),
    )


def _value(mark: Mark) -> str:
    """What a mark means by itself: `level SECRET; role banner`."""
    words = in_words(mark_value(mark.value))
    return "; ".join(
        part.replace("=", " ", 1).replace("_", " ", 1) if "=" in part else part for part in words.split("; ")
    )
