"""`portion-unstruck`: the copy is declassified and its banners are struck, and its portion marks are not.

~~SECRET~~ at the head ... 1. (S) The minister said that talks would go on.
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._release import opened, published_by_editors
from redaudit.rules._samples import release, telegram
from redaudit.rules.stamps._strikes import STRIKES, portions, weighed_by_sight


def check(record: Record) -> Iterator[Problem]:
    """Portion marks of a level of which none is struck, in an open copy where other markings are."""
    lines = [mark for mark in record.marks if mark.ink in STRIKES]
    if not lines or not opened(record) or published_by_editors(record):
        return
    severity = weighed_by_sight(Severity.LOW, record, lines)
    for name, marks in sorted(portions(record).items()):
        if any(mark.ink in STRIKES for mark in marks):
            continue  # Some are struck: `strike-inconsistent` says which.
        which = f"the portion mark {name} is" if len(marks) == 1 else f"{len(marks)} portion marks {name} are"
        yield Problem(
            f"page {marks[0].page}: declassified, and {which} not lined through, though other markings are",
            marks=(marks[0], lines[0]),
            severity=severity,
        )


_STRUCK = {"line": "~~C O N F I D E N T I A L~~ ZEMBLA 000412"}

RULE = Rule(
    id="portion-unstruck",
    severity=Severity.LOW,
    summary="declassified, and the portion marks are not lined through though other markings are",
    rationale="""\
Who cuts a paragraph out of a released telegram takes its portion mark along. Where the banners are struck and a (C)
before a paragraph is not, the quotation looks classified, and the next reader has to ask.

Evidence: a copy that is open as a whole, with a line through at least one marking, and not one portion mark of a level
struck. Sources that could be read ask for a line through "the classification markings" without naming portions; whether
32 CFR 2001.25 asks it of portions was not confirmed, so that the finding is low.

    ~~CONFIDENTIAL~~ ... 1. (C) ... 2. (C) ...          raised
    ~~CONFIDENTIAL~~ ... 1. ~~(C)~~ ... 2. (C) ...      not raised: that is `strike-inconsistent`
""",
    caution="""\
A text that shows no line at all cannot show whether a mark is struck, and says nothing. Copies where something stays
classified keep their marks with good reason; so do printed editions and leaked copies. (U) and (SBU) need no line. On
pictures of pages, or where lines are known by the traces OCR leaves of them, the finding is for information.
""",
    source="10 CFR 1045.165(c) for Restricted Data; DOE Order 5650.2B, part E; compare 32 CFR 2001.25",
    check=check,
    hits=(
        release(telegram(**_STRUCK), "RELEASE IN FULL\nDECLASSIFIED"),
        release("~~CONFIDENTIAL~~\n\n" + telegram(**_STRUCK)),
    ),
    misses=(
        release(telegram(), "RELEASE IN FULL\nDECLASSIFIED"),
        release(telegram(**_STRUCK, body="1. ~~(C)~~ The minister smiled.\n\n2. (U) He left.\n")),
        release(telegram(**_STRUCK), "RELEASE IN PART B1,1.4(D)"),
        telegram(**_STRUCK),
    ),
)
