"""`authority-missing`: the copy says DECLASSIFIED, and not by whose authority, or not when.

DECLASSIFIED, and no order, project number, guide, official or date on any page
"""

import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes, Mark, ReleaseStamp
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows
from redaudit.rules._marks import marks_with
from redaudit.rules._release import published_by_editors, stamps
from redaudit.rules._samples import release, telegram
from redaudit.vocabulary.outcome import Outcome

# Forms with a line for the date, which the reviewer fills by hand.
_DATED_BY_HAND = ("state-review-form", "doe")
# A year that begins no case number: RELEASE IN FULL 1998, and not 2010-0533-M.
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d{2}(?![\d-])")


def check(record: Record) -> Iterator[Problem]:
    """A stamp that declassifies, with no authority or no date in any marking of the copy."""
    opening = [mark for mark, stamp in stamps(record) if stamp.declassified or _in_part(stamp)]
    if not opening or published_by_editors(record) or marks_with(record, Attributes):
        return
    given = {
        "authority": any(_names_authority(stamp) for _, stamp in stamps(record)),
        "date": any(_is_dated(mark, stamp) for mark, stamp in stamps(record)),
    }
    missing = " or ".join(name for name, there in given.items() if not there)
    if not missing:
        return
    severity = Severity.LOW if given["authority"] else Severity.MEDIUM
    yield Problem(
        f"page {opening[0].page}: declassified, and no {missing} found in any marking of this copy",
        marks=(opening[0],),
        severity=severity if absence_shows(record) else Severity.INFO,
    )


def _in_part(stamp: ReleaseStamp) -> bool:
    """DECLASSIFIED IN PART opens no less than a part, and nobody says who opened it."""
    return stamp.family == "declassified-words" and stamp.status is Outcome.PART


def _names_authority(stamp: ReleaseStamp) -> bool:
    """Bare words name nobody; every other marking is known by the agency, programme or law that it names."""
    return stamp.family != "declassified-words" or bool(stamp.authority or stamp.order or stamp.case)


def _is_dated(mark: Mark, stamp: ReleaseStamp) -> bool:
    """A date that is there and cannot be read was given; so was a year without a day: 2025 RELEASE UNDER ..."""
    by_hand = stamp.family in _DATED_BY_HAND
    return by_hand or stamp.date is not None or stamp.damaged or _YEAR.search(mark.text) is not None


_MEMORANDUM = "SECRET\n\nMEMORANDUM FOR THE DIRECTOR\n\nThe minister said that talks on the canal would go on.\n"

RULE = Rule(
    id="authority-missing",
    severity=Severity.MEDIUM,
    summary="declassified, and the copy does not say by whose authority or when",
    rationale="""\
DECLASSIFIED alone can be written by anybody. A copy that names the order, the project or the official, and the day,
lets the next reader find the decision; without them it proves nothing, and an archive will not take it as evidence.

Evidence: a stamp that declassifies, and in no marking of the copy an agency, an order, a project or case number or an
official; then the finding is medium. Where only the date is missing it is low. The text of 32 CFR 2001.25 was not
confirmed; the sources that could be read ask for the authority and the date of the action.

    DECLASSIFIED                                                raised
    DECLASSIFIED / Authority NND 900001 / By JR NARA 3/12/04    not raised
    DECLASSIFIED, under a band with a case number and a date    not raised
""",
    caution="""\
The authority may stand in any marking on any page: State's band with its case number is one, the line of the officer
who reviewed is one. Records whose declassification stands among message attributes are not looked at. A date whose
print is damaged, or which a form leaves to the reviewer's hand, was given, and a year alone is a date. On pictures of
pages, where handwriting is lost and the order printed under the word often is, the finding is for information.
""",
    source="DOE Order 5650.2B, part E; 10 CFR 1045.165(b); 36 CFR 1254.76; compare 32 CFR 2001.25",
    check=check,
    hits=(
        "DECLASSIFIED\n\n" + _MEMORANDUM,
        "DECLASSIFIED AND DECAPTIONED\n\n" + telegram(),
        "DECLASSIFIED IN PART\n\n" + _MEMORANDUM,
        "DECLASSIFIED\nAuthority NND 900001\n\n" + _MEMORANDUM,
    ),
    misses=(
        "DECLASSIFIED\nAuthority NND 900001\nBy JR NARA Date 3/12/04\n\n" + _MEMORANDUM,
        release("DECLASSIFIED\n\n" + telegram()),
        _MEMORANDUM,
    ),
)
