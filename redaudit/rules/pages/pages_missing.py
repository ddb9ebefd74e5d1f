"""`pages-missing`: the pages count themselves, and one is not there.

Page 1 OF 3 ... Page 3 OF 3
"""

from collections import defaultdict
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, PageCount
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._marks import marks_with
from redaudit.rules._release import pages_withheld, released
from redaudit.rules._samples import BODY, release
from redaudit.rules._withholding import codes
from redaudit.rules.pages._numbers import pages

# A total beyond this is a misread number, or the count of a whole box.
_BELIEVABLE = 500


def check(record: Record) -> Iterator[Problem]:
    """Numbers that lack in a series which states its total, and between the page lines of one telegram."""
    if pages_withheld(record):
        return
    yield from _between_page_lines(record)
    for total, marks in _series(record).items():
        present = {number for number, _ in marks}
        missing = sorted(set(range(1, total + 1)) - present)
        if not missing or len(record.pages) >= total:
            continue  # Every page may be there, its number unread.
        severity = _severity(record, present)
        excerpt = "; the file looks like an excerpt" if severity <= Severity.LOW else ""
        yield Problem(
            f"{pages(missing)} of {total} not found in this copy{excerpt}",
            marks=tuple(mark for _, mark in marks),
            severity=severity if absence_shows(record) else softer(severity),
        )


def _severity(record: Record, present: set[int]) -> Severity:
    """High for a gap, and for a released copy that breaks off; a page or run taken out of a longer paper is neither."""
    if max(present) - min(present) >= len(present):
        return Severity.HIGH
    if released(record) or codes(record):
        return Severity.HIGH if len(present) > 1 else Severity.MEDIUM
    if 1 not in present:
        return Severity.INFO if len(present) == 1 else Severity.LOW
    return Severity.MEDIUM if len(present) > 1 else Severity.LOW


def _series(record: Record) -> dict[int, list[tuple[int, Mark]]]:
    series: dict[tuple[str, int], list[tuple[int, Mark]]] = defaultdict(list)
    for mark, value in marks_with(record, PageCount):
        if value.total is not None and 0 < value.number <= value.total <= _BELIEVABLE:
            series[value.series, value.total].append((value.number, mark))
    if len({name for name, _ in series}) < len(series):
        # One numbering with several totals: attachments that count from 1 again, or misread totals.
        return {}
    return {total: marks for (_, total), marks in series.items()}


def _between_page_lines(record: Record) -> Iterator[Problem]:
    """PAGE 01 STATE 222120 ... PAGE 03 STATE 222120: no total, but the series names its telegram."""
    if not absence_shows(record):
        return  # Two pages stand on one sheet at times, and OCR loses many of their lines.
    series: dict[str, dict[int, Mark]] = defaultdict(dict)
    for mark, value in marks_with(record, PageCount):
        if value.total is None and any(letter.isdigit() for letter in value.series):
            series[value.series].setdefault(value.number, mark)
    for name, marks in series.items():
        missing = sorted(set(range(min(marks), max(marks))) - marks.keys())
        if missing and len(record.pages) < max(marks):
            yield Problem(
                f"{pages(missing)} of {name.partition(' section')[0]} not found between the others in this copy",
                marks=tuple(marks.values()),
                severity=Severity.HIGH if len(missing) < len(marks) else Severity.MEDIUM,
            )


def _printed(*numbers: int, total: int) -> str:
    heads = (f"Tue Mar 14 16:05:41 2006 [ZEMBLA 412] Page {number} OF {total}\n\n{BODY}" for number in numbers)
    return "\n".join(heads)


def _lines(*numbers: int) -> str:
    return "\n".join(f"PAGE {number:02}        ZEMBLA  00412  141131Z\n\n{BODY}" for number in numbers)


RULE = Rule(
    id="pages-missing",
    severity=Severity.HIGH,
    summary="the document counts its pages, and some are not in the file",
    rationale="""\
A page that is neither released nor accounted for is withheld without a word: no exemption, no amount, nothing to
appeal.

Evidence: page numbers with a stated total (Page 2 OF 3) that lack in the file, when the file has fewer pages than the
total: a number left out between two others, or a released copy that begins late or breaks off. The page lines of a
telegram give no total; a number left out between two of them counts as well.

    Page 1 OF 3 and Page 3 OF 3              raised: page 2
    Page 1 OF 3, a sheet "Page 2 ~ b6"       not raised
""",
    caution="""\
Pages whose number could not be read are no evidence while the file has as many pages as the document says; nor are
sheets or notes of withheld pages, or numbering that starts again for each section or attachment. One page number alone
on a released copy is medium. Where nothing was released or withheld by a code, a page or a run of pages out of a
longer paper, such as page 3 of 16 of a court's filing, is an excerpt: info or low, medium where only the end lacks.
Pages read by OCR weigh one step less, and their page lines, of which many are lost, say nothing.
""",
    source="5 U.S.C. 552(b), reasonably segregable portions and closing text",
    check=check,
    hits=(_printed(1, 3, total=3), _printed(1, 2, 4, total=4), release(_printed(1, total=2)), _lines(1, 2, 4)),
    misses=(_lines(1, 2, 3), _printed(1, 2, 3, total=3), _printed(1, 1, 2, total=2)),
)
