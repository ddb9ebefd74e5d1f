"""`jfk-postponement-expired`: section 6 of the JFK Act still withholds text after the day on which all was due.

JFK Act 6 (1)(B) ... Released under the ... Act of 1992 (44 USC 2107 Note). Case#:NW 88000 Date: 03-18-2025
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import ExemptionCode, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._marks import marks_with
from redaudit.rules._release import stamps

# 25 years after the Act of 26 October 1992: section 5(g)(2)(D).
_DUE = dt.date(2017, 10, 26)
# E.O. 14176: no postponement is in the public interest any more; until then certifications of 2017, 2018 and 2021 to
# 2023 postponed much, and no copy shows which.
_ENDED = dt.date(2025, 1, 23)
# 2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992
_YEARLY = re.compile(r"20\d\d(?=\s+RELEASE\s+UNDER)")


def check(record: Record) -> Iterator[Problem]:
    """A section 6 code in a copy released after 26 October 2017."""
    released = _released(record)
    if released is None or released <= _DUE:
        return
    used = [(mark, value) for mark, value in marks_with(record, ExemptionCode) if value.code.startswith("6(")]
    # What stands on the identification form tells of the review of the 1990s.
    forms = {mark.page for mark, stamp in stamps(record) if stamp.family == "jfk-form"}
    still = [(mark, value) for mark, value in used if mark.page not in forms]
    if not used:
        return
    severity = Severity.MEDIUM if still and released >= _ENDED else Severity.LOW
    told = still or used
    if all(mark.doubtful or value.damaged for mark, value in told):
        severity = softer(severity)
    names = ", ".join(dict.fromkeys(value.code for _, value in told))
    yield Problem(
        f"postponed under section {names} of the JFK Act in a release of {_when(record, released)}; all was due on "
        f"{_DUE} unless the President certified otherwise, and the copy names no certification",
        marks=tuple(mark for mark, _ in told),
        severity=severity,
    )


def _bands(record: Record) -> tuple[tuple[Mark, int], ...]:
    """The yearly bands, which bear no day: mark and year."""
    return tuple(
        (mark, int(found[0]))
        for mark, stamp in stamps(record)
        if stamp.family == "jfk" and (found := _YEARLY.match(mark.text))
    )


def _released(record: Record) -> dt.date | None:
    """The latest day of the copy's markings; a band of a year alone counts as its last day."""
    days = [stamp.date.date for _, stamp in stamps(record) if stamp.date is not None]
    days += [dt.date(year, 12, 31) for _, year in _bands(record)]
    return max(days, default=None)


def _when(record: Record, released: dt.date) -> str:
    return str(released.year) if released.year in {year for _, year in _bands(record)} else str(released)


_BAND = (
    "Released under the John F. Kennedy Assassination Records Collection Act of 1992 (44 USC 2107 Note). "
    "Case#:NW 88000 Date: {date}\n"
)
_PAGE = """{band}
                    SECRET

                                        May 3, 1963

MEMORANDUM FOR THE RECORD

SUBJECT: Talks on the canal
\f
The minister said that talks on the canal would go on.
                                                      JFK Act 6 (1)(B)


He asked for a reply by the end of the month.
"""
_YEARLY_BAND = "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992\n"

# No `holds`: the form of the 1990s may be the only marking with a day, and the band of the copy bears a year alone.
RULE = Rule(
    id="jfk-postponement-expired",
    severity=Severity.MEDIUM,
    summary="section 6 of the JFK Act withholds text in a copy released after 26 October 2017",
    rationale="""\
Records on the assassination of President Kennedy were to be disclosed in full on 26 October 2017, 25 years after the
Act, unless the President certified that a harm outweighs the public interest. Postponements under section 6 went on by
certifications of 2017, 2018, 2021, 2022 and 2023; on 23 January 2025 the President found that none is in the public
interest any more.

Evidence: a code of section 6, `JFK Act 6 (1)(B)`, in a copy whose latest marking is later than 26 October 2017.

    JFK Act 6 (1)(B), band of 03-18-2025      raised
    JFK Act 6 (1)(B), band of 06-22-2018      raised, low: certifications ran
    JFK Act 6 (1)(B), band of 06-22-2017      not raised
""",
    caution="""\
The identification form tells of the review of the 1990s: a code on its page alone weighs low, and on a page that bears
the band of a later release it is no code in use. Before 2025 a certification may have covered the passage, which no
copy shows. Sections 10 and 11 (court seals, deeds of gift, tax returns) have no such day. Where every code was read
from damaged letters it weighs one step less.
""",
    source=(
        "JFK Act (P.L. 102-526) 5(g)(2)(D), 6, 10, 11; 82 FR 50307, 83 FR 19157, 88 FR 43247; "
        "E.O. 14176 (90 FR 8641), section 1"
    ),
    check=check,
    hits=(
        _PAGE.format(band=_BAND.format(date="03-18-2025")),
        _PAGE.format(band=_BAND.format(date="06-22-2018")),
        _PAGE.format(band=_YEARLY_BAND),
    ),
    misses=(
        _PAGE.format(band=_BAND.format(date="06-22-2017")),
        _PAGE.format(band=_BAND.format(date="03-18-2025")).replace("JFK Act 6 (1)(B)", ""),
        _PAGE.format(band=""),
    ),
)
