"""`banner-lower-than-portion`: a paragraph is classified higher than the document.

C O N F I D E N T I A L ZEMBLA 000412 ... 2. (S) He left.
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, PortionMark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._level import banners, class_lines, format_lines, highest, holds_one_document
from redaudit.rules._marks import marks_with
from redaudit.rules._samples import email, release, telegram


def check(record: Record) -> Iterator[Problem]:
    """Portion marks above every class line and banner; unclassified telegrams have a rule of their own."""
    whole = highest(class_lines(record) + format_lines(record) + banners(record))
    portions = tuple((mark, value.level) for mark, value in marks_with(record, PortionMark) if value.level.classified)
    top = highest(portions)
    if whole is None or top is None or top[1] <= whole[1]:
        return
    if not whole[1].classified and (class_lines(record) or format_lines(record)):
        return  # unclas-with-portion-c
    above = tuple(mark for mark, level in portions if level > whole[1])
    yield Problem(
        f"{len(above)} paragraph{'s' if len(above) > 1 else ''} marked {above[0].text.strip()} in a document marked "
        f"{whole[1]}",
        marks=(whole[0], *above),
        severity=_severity(record, above) if _one_and_seen(record) else softer(_severity(record, above)),
    )


def _one_and_seen(record: Record) -> bool:
    """Whether no higher banner of this document, and no paragraph of another, can stand unread in the file."""
    return absence_shows(record) and holds_one_document(record)


def _severity(record: Record, above: tuple[Mark, ...]) -> Severity:
    """One mark alone may be misread or quoted, and without a paragraph's number it may be no portion mark at all."""
    if len(above) > 1:
        return Severity.HIGH
    numbered = any(value.paragraph for mark, value in marks_with(record, PortionMark) if mark is above[0])
    return Severity.MEDIUM if numbered else Severity.LOW


RULE = Rule(
    id="banner-lower-than-portion",
    severity=Severity.HIGH,
    summary="a paragraph is classified higher than the document as a whole",
    rationale="""\
A document bears the level of its highest paragraph, so that whoever handles it knows the worst. A CONFIDENTIAL banner
over an (S) paragraph means that either the banner or the paragraph was marked wrongly, and that the document may have
been handled, stored and reviewed at too low a level.

Evidence: portion marks above every class line, format line and banner of the document.

    C O N F I D E N T I A L ... 1. (C) ... 2. (S) ...      raised
    S E C R E T ... 1. (C) ... 2. (S) ...                  not raised
""",
    caution="""\
UNCLASSIFIED in the band of a released copy is the release's own; the level of one page says little where another page
bears the higher one. A single such mark, which OCR may have made or a quotation brought in, weighs one step less, and
without a paragraph's number two. A file with several documents, and pages read by OCR, where the higher banner may be
lost, weigh one step less again.
""",
    source="E.O. 13526 1.6; 32 CFR 2001.24(b); ISM-ID-00056, 00058, 00059",
    check=check,
    hits=(
        telegram(body="1. (C) The minister smiled.\n\n2. (S) He left.\n"),
        release(telegram(body="1. (S) The minister smiled.\n\n2. (S) He left.\n")),
    ),
    misses=(
        telegram(),
        telegram(line="S E C R E T ZEMBLA 000412", body="1. (C) The minister smiled.\n\n2. (S) He left.\n"),
        release(email("The options are (s) and (c).\n")),
    ),
)
