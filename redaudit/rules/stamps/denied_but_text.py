"""`denied-but-text`: the stamp denies the document in full, and its text stands in the copy.

DENIED IN FULL ... 1. (C) The minister said that talks on the canal would go on.
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import DatedAct, DeletedPages, Mark, Paragraph, ReleaseStamp
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._release import stamps
from redaudit.rules._samples import email, release, telegram
from redaudit.vocabulary.outcome import Outcome

# The form of the assassination records tells of a review long before the release of the copy that it heads.
_OF_ANOTHER_REVIEW = ("jfk-form",)
# A sheet that stands in place of a document fills less than this: a heading, a reason, an address for the appeal. The
# head of a message tells that its own page stands here, and fills less.
_SHEET, _HEAD = 1500, 600


def check(record: Record) -> Iterator[Problem]:
    """Denied in full, with numbered paragraphs, or with more text than a sheet in its place has."""
    if record.release_status.value is not Outcome.DENIED:
        return
    denials = [(mark, stamp) for mark, stamp in stamps(record) if _denies(stamp)]
    if not denials:
        return
    found = _paragraphs(record)
    sheets = _sheets(record)
    characters = sum(page.characters for page in record.pages if page.number not in sheets)
    if found:
        held, severity = _count(len(found), "numbered paragraph"), Severity.HIGH
    elif characters > (_HEAD if _has_head(record) else _SHEET):
        held, severity = f"{characters} characters of text", Severity.MEDIUM
    else:
        return
    doubtful = all(stamp.damaged for _, stamp in denials) or not absence_shows(record)
    severity = weighed(severity, record, "release_status")
    yield Problem(
        f"denied in full, and the copy holds {held}: withhold the pages, or correct the stamp",
        marks=(denials[0][0], *found[:1]),
        severity=softer(severity) if doubtful else severity,
    )


def _denies(stamp: ReleaseStamp) -> bool:
    return stamp.status is Outcome.DENIED and stamp.family not in _OF_ANOTHER_REVIEW


def _sheets(record: Record) -> frozenset[int]:
    """The pages that are sheets of what is withheld, and no part of the document."""
    return frozenset(mark.page for mark, _ in marks_with(record, DeletedPages))


def _paragraphs(record: Record) -> list[Mark]:
    """The numbered paragraphs, where there are two or more: a sheet, too, may number one line."""
    sheets = _sheets(record)
    found = [mark for mark, _ in marks_with(record, Paragraph) if mark.page not in sheets]
    return found if len(found) > 1 else []


def _has_head(record: Record) -> bool:
    """Whether a message's own head stands there: the line that says when it was sent, and its subject."""
    sent = any(value.act in ("dtg", "sent") for _, value in marks_with(record, DatedAct))
    return sent and record.subject is not None


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


_LETTER = email("We met the harbor master at nine, and he told us that the pier will be repaired by the spring.\n" * 4)

RULE = Rule(
    id="denied-but-text",
    severity=Severity.HIGH,
    summary="denied in full, and the text of the document stands in the copy",
    rationale="""\
DENIED IN FULL says that nothing of the document goes out. Where its text stands below the stamp, either what was to be
withheld is being released, or the requester is told of a denial that never was.

Evidence: a stamp that denies in full, and numbered paragraphs in the same copy; or, without any, more text than the
head of a message or a sheet in its place has, which weighs one step less.

    DENIED IN FULL ... 1. (C) ... 2. (C) ...               raised
    DENIED IN FULL, a sheet with the reasons, no more      not raised
""",
    caution="""\
A sheet that stands in place of the document is no text of it: a heading, the codes, how to appeal. The identification
form of the assassination records tells of a review of the 1990s and counts for nothing here. A damaged stamp, or text
read from a picture of the page, weighs one step less; a file with another stamp that releases is a mixed one, and for
`stamp-differs-between-pages`.
""",
    source="the stamp against the copy it stands on; 5 U.S.C. 552(b), closing text",
    check=check,
    hits=(
        release(telegram(), "DENIED IN FULL"),
        release(_LETTER, "DENIED IN FULL"),
    ),
    misses=(
        release("B1,1.4(D)\n\nThe document is withheld. You may appeal within ninety days.\n", "DENIED IN FULL"),
        release(email(), "DENIED IN FULL"),
        release(telegram()),
        release(telegram(), "RELEASE IN PART B1,1.4(D)"),
    ),
)
