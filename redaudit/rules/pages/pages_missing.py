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
from redaudit.rules._release import pages_withheld
from redaudit.rules._samples import BODY

# A total beyond this is a misread number, or the count of a whole box.
_BELIEVABLE = 500


def check(record: Record) -> Iterator[Problem]:
    """Numbers that lack in a series which states its total."""
    if pages_withheld(record):
        return
    for total, marks in _series(record).items():
        present = {number for number, _ in marks}
        missing = sorted(set(range(1, total + 1)) - present)
        if not missing or len(record.pages) >= total:
            continue  # Every page may be there, its number unread.
        severity = Severity.HIGH if absence_shows(record) else softer(Severity.HIGH)
        yield Problem(
            f"page{'s' if len(missing) > 1 else ''} {_listed(missing)} of {total} not found in this copy",
            marks=tuple(mark for _, mark in marks),
            severity=severity if len(present) > 1 else softer(severity),
        )


def _series(record: Record) -> dict[int, list[tuple[int, Mark]]]:
    series: dict[tuple[str, int], list[tuple[int, Mark]]] = defaultdict(list)
    for mark, value in marks_with(record, PageCount):
        if value.total is not None and 0 < value.number <= value.total <= _BELIEVABLE:
            series[value.series, value.total].append((value.number, mark))
    if len({name for name, _ in series}) < len(series):
        # One numbering with several totals: attachments that count from 1 again, or misread totals.
        return {}
    return {total: marks for (_, total), marks in series.items()}


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:8]))
    return f"{shown} ..." if len(numbers) > 8 else shown


def _printed(*numbers: int, total: int) -> str:
    heads = (f"Tue Mar 14 16:05:41 2006 [ZEMBLA 412] Page {number} OF {total}\n\n{BODY}" for number in numbers)
    return "\n".join(heads)


RULE = Rule(
    id="pages-missing",
    severity=Severity.HIGH,
    summary="the document counts its pages, and some are not in the file",
    rationale="""\
A page that is neither released nor accounted for is withheld without a word: no exemption, no amount, nothing to
appeal.

Evidence: page numbers with a stated total (Page 2 OF 3) that lack in the file, when the file has fewer pages than the
total. Not evidence: pages whose number could not be read, while the file has as many pages as the document says;
sheets or notes of withheld pages; numbering that starts again for each section or attachment. A single page number
weighs one step less, and so do pages read by OCR.

    Page 1 OF 3 and Page 3 OF 3              raised: page 2
    Page 1 OF 3, a sheet "Page 2 ~ b6"       not raised
""",
    source="5 U.S.C. 552(b), reasonably segregable portions and closing text",
    check=check,
    hits=(_printed(1, 3, total=3), _printed(1, 2, 4, total=4)),
    misses=(_printed(1, 2, 3, total=3), _printed(1, 1, 2, total=2)),
)
