"""`redaction-density`: hardly anything of a record released in part was left to read.

From: ... To: ... Subject: ...  and then a blank to the foot of the page, B5
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Classification, RedactionKind, ReleaseStamp
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._release import published_by_editors, released
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import official_redactions
from redaudit.vocabulary.outcome import Outcome

_MOST = 0.8
# A line of a letter or a telegram holds about so many characters, blanks and all.
_LINE = 60
# Of fewer lines the estimate is too coarse.
_FEW = 5
_STAMPED = (ReleaseStamp, Classification)


def check(record: Record) -> Iterator[Problem]:
    """More than four fifths of the area, of the lines, or of the pages are withheld."""
    if not released(record) or record.release_status.value in (Outcome.FULL, Outcome.DENIED):
        return
    if published_by_editors(record):
        return
    if said := _pages(record) or _area(record) or _lines(record):
        yield Problem(said, marks=record.release_status.marks[:1])


def _pages(record: Record) -> str:
    """By the sheets that count whole pages."""
    sheet = record.deleted_pages
    if sheet is None:
        return ""
    # The sheets themselves are pages of the copy.
    left = len(record.pages) - len({mark.page for mark in sheet.marks})
    gone = sheet.value.withheld
    return f"{gone} pages withheld, {left} released" if gone > _MOST * (gone + left) else ""


def _area(record: Record) -> str:
    share = record.redacted_share or 0.0
    return f"{share:.0%} of what is printed on the copy is withheld" if share > _MOST else ""


def _lines(record: Record) -> str:
    """By blank rows against the characters that are left, what was stamped on the copy left out."""
    gaps = [item for item in official_redactions(record) if item.kind is RedactionKind.GAP and item.seen]
    withheld = sum(item.lines_estimated or 0.0 for item in gaps)
    stamped = sum(mark.span.end - mark.span.start for mark in record.marks if isinstance(mark.value, _STAMPED))
    left = max(0, sum(page.characters for page in record.pages) - stamped) / _LINE
    if withheld < _FEW or withheld <= _MOST * (withheld + left):
        return ""
    return f"about {withheld:.0f} lines withheld, {left:.0f} left"


def _blank(lines: int) -> str:
    rows = "\n" * (lines // 2)
    return release(email(f"{rows}{60 * ' '}B5\n{rows}"), "RELEASE IN PART B5")


RULE = Rule(
    id="redaction-density",
    severity=Severity.INFO,
    summary="more than four fifths of a record released in part are withheld",
    rationale="""\
What can reasonably be segregated must be released, and an agency may withhold only where it foresees harm. A record of
which a header is left, or one page in ten, may be just that; more often it was withheld as a whole and the rest was not
looked at. For those who choose what to appeal, and for those who sample the work of reviewers.

Evidence: pages withheld as the sheets count them, against the pages of the copy; the area of the boxes against the
printed page; else the blank rows beside codes against the lines that are left, without stamps and bands.

    40 pages withheld, 6 released                      raised
    about 33 lines withheld, 7 left                    raised
    half of a letter                                   not raised
""",
    caution="""\
A short record may rightly be withheld but for its header. Blank rows at the foot of a page count as withheld where a
code stands beside them, so that the lines are an estimate. Editions, and copies denied or released in full, are not
meant.
""",
    source="5 U.S.C. 552(b), closing text (segregable portions), 552(a)(8)(A)",
    check=check,
    hits=(_blank(60), _blank(120)),
    misses=(
        _blank(8),
        release(email("We met the minister. He had much to say.\n" * 30 + 60 * " " + "B5\n"), "RELEASE IN PART B5"),
        release(email(), "RELEASE IN FULL"),
    ),
)
