"""`banner-unstruck`: the copy is declassified, and its banners are not lined through.

DECLASSIFIED ... SECRET at the head, though the portion marks are struck
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import families, opened, published_by_editors
from redaudit.rules._samples import release, telegram
from redaudit.rules.stamps._strikes import STRIKES, banners, weighed_by_sight

# Agencies that mark the release with a band of their own on every page and leave the banners as they are.
_BANDED = frozenset(("case-band", "litigation-band", "cia", "jfk"))
# The telegrams of the systematic review are printed from a database: the line at the head of the page declassifies.
_FROM_A_DATABASE = "systematic-review"


def check(record: Record) -> Iterator[Problem]:
    """Levels of which no banner is struck, in an open copy that could show a line."""
    if record.banners_struck is None or not opened(record) or published_by_editors(record):
        return
    lines = [mark for mark in record.marks if mark.ink in STRIKES]
    severity = weighed_by_sight(_usual(record), record, lines)
    beside = ", though other markings are" if lines else ""
    for name, marks in sorted(banners(record).items()):
        if any(mark.ink in STRIKES for mark in marks):
            continue  # Some are struck: `strike-inconsistent` says which.
        which = f"the banner {name} is not" if len(marks) == 1 else f"none of the {len(marks)} banners {name} is"
        yield Problem(
            f"page {marks[0].page}: declassified, and {which} lined through" + beside,
            marks=(marks[0], *lines[:1]),
            severity=softer(severity) if any(mark.doubtful for mark in marks) else severity,
        )


def _usual(record: Record) -> Severity:
    kinds = families(record)
    if _FROM_A_DATABASE in kinds:
        return Severity.INFO
    return Severity.LOW if kinds & _BANDED else Severity.MEDIUM


_STRUCK = "1. ~~(C)~~ The minister smiled.\n\n2. ~~(C)~~ He left.\n"
_DRAWN = "DECLASSIFIED\nAuthority NND 900001\nBy JR NARA Date 3/12/04\n\n"

RULE = Rule(
    id="banner-unstruck",
    severity=Severity.MEDIUM,
    summary="declassified, and the banners are not lined through",
    rationale="""\
A banner that still stands is what a guard, a librarian or a court sees first. Declassifying draws a line through it and
leaves it legible, so that both are plain: what the document was, and that it is no more.

Evidence: a copy that is open as a whole (released in full, declassified, or an unclassified copy with nothing withheld
as classified), and not one banner or class line of a level struck. It speaks only where the copy could show a line:
another marking in it is struck, or it is a drawn page. The text of 32 CFR 2001.25 was not confirmed; the Department of
Energy's rule asks for a line "through but not obliterate".

    DECLASSIFIED ... SECRET ... 1. ~~(S)~~ ...      raised
    DECLASSIFIED ... SECRET, in a bare text         not raised: such a text cannot show a line
""",
    caution="""\
Leaked copies were never declassified, printed editions bear no banners of their own, and a copy where something stays
classified keeps them. State, the CIA and the assassination records put a band on every page and leave the banners as
they are: then the finding is low, and for information on the telegrams of the systematic review, which are printed from
a database. It weighs one step less on pictures of pages, and is for information where lines are known only by the
traces OCR leaves of them. Where some banners of a level are struck, `strike-inconsistent` speaks instead.
""",
    source="10 CFR 1045.165(c) for Restricted Data; DOE Order 5650.2B, part E; compare 32 CFR 2001.25",
    check=check,
    hits=(
        release(telegram(body=_STRUCK), "RELEASE IN FULL\nDECLASSIFIED"),
        _DRAWN + "SECRET\n\nMEMORANDUM\n\n1. ~~(S)~~ The minister smiled.\n\n2. ~~(S)~~ He left.\n\nSECRET\n",
    ),
    misses=(
        release(telegram(), "RELEASE IN FULL\nDECLASSIFIED"),
        release(telegram(body=_STRUCK, line="~~C O N F I D E N T I A L~~ ZEMBLA 000412"), "RELEASE IN FULL"),
        release(telegram(body=_STRUCK), "RELEASE IN PART B1,1.4(D)"),
        telegram(body=_STRUCK),
    ),
)
