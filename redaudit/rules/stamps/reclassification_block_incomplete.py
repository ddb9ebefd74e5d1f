"""`reclassification-block-incomplete`: the line that classifies at release lacks one of its parts.

Classified by DAS, A/GIS, DoS on 06/30/2015 ~ Class: CONFIDENTIAL ~ Declassify on: 05/16/2029      no reason
"""

import datetime as dt
import re
from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark, ReleaseStamp
from redaudit.model.part import Dated, Holds, Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import reclassifications
from redaudit.rules._samples import RECLASSIFIED, email, release

_WHOLE = RECLASSIFIED.format(until="05/16/2029")
_FAMILY = "classified-at-release"
# A reason that no order has is given all the same: invalid-code speaks of it.
_REASON = re.compile(r"\bReasons?\s?:\s{0,2}1\.[3-5]")


def check(record: Record) -> Iterator[Problem]:
    """What no copy of the line on the page gives: the official, the day, the class, the reason, the end."""
    lines = [(mark, stamp) for mark, stamp in reclassifications(record) if stamp.family == _FAMILY]
    if not lines:
        return
    # A line that is whole on one page was misread on the other.
    mark, stamp = min(lines, key=lambda found: len(_lacks(*found)))
    lacks = _lacks(mark, stamp)
    if not lacks:
        return
    yield Problem(
        f"the line that classifies at release gives no {_joined(lacks)}",
        marks=(mark,),
        severity=softer(Severity.MEDIUM) if stamp.damaged or _in_doubt(mark, record) else None,
    )


def _lacks(mark: Mark, stamp: ReleaseStamp) -> tuple[str, ...]:
    parts = {
        "official": stamp.authority,
        "date": stamp.date,
        "class": stamp.withheld,
        "reason": stamp.reasons or _REASON.search(mark.text),
        "date or event of declassification": stamp.until,
    }
    return tuple(name for name, value in parts.items() if not value)


def _in_doubt(mark: Mark, record: Record) -> bool:
    """Whether the part may stand there unread: letters read by OCR, or the picture of a page."""
    page = next((page for page in record.pages if page.number == mark.page), None)
    return mark.doubtful or page is None or page.content.value not in ("text", "blank")


def _joined(parts: tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and no {parts[-1]}"


RULE = Rule(
    id="reclassification-block-incomplete",
    severity=Severity.MEDIUM,
    summary="the line that classifies at release lacks the official, date, class, reason or end",
    rationale="""\
Classifying at release is an original decision, and its line has to say what every original decision says: who, at which
level, for which reason, until when; and on which day, for only that shows that the review was later than the request.
What is missing here, a requester cannot appeal and the next reviewer cannot lift.

Evidence: State's line `Classified by ... on ... ~ Class: ... ~ Reason: ... ~ Declassify on: ...`, with one or more of
the five parts absent. Where the line stands on several pages, the fullest one counts.

    Classified by DAS, A/GIS, DoS on 06/30/2015 ~ Class: CONFIDENTIAL ~ Declassify on: 05/16/2029      raised
    the same with ~ Reason: 1.4(D)                                                                     not raised
""",
    caution="""\
The originator's own authority block is another rule's matter. A reviewer of the FBI gives no class in his stamp,
because the codes in the margin do; it is not looked at. An exemption such as 25X1 in place of a date is an end. Lines
read from a picture of the page weigh one step less, for OCR may have lost the part; so do lines torn apart by the words
of another column.
""",
    source="E.O. 13526 1.6(a) and 1.7(d); 32 CFR 2001.21(a)",
    holds=(
        Holds(
            Dated.RELEASE,
            since=dt.date(1995, 10, 14),
            source="E.O. 12958 1.7(a), in force 14 October 1995: every original decision gives its reason",
        ),
    ),
    check=check,
    hits=(
        release(email() + _WHOLE.replace("~ Reason: 1.4(B), 1.4(D) ", ""), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _WHOLE.replace(" ~ Declassify on: 05/16/2029", ""), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _WHOLE.replace(" on 06/30/2015", ""), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _WHOLE.replace("~ Class: CONFIDENTIAL ", ""), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _WHOLE.replace(" DAS, A/GIS, DoS", ""), "RELEASE IN PART B1,1.4(B),1.4(D)"),
    ),
    misses=(
        release(email() + _WHOLE, "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email() + _WHOLE.replace("05/16/2029", "25X1"), "RELEASE IN PART B1,1.4(B),1.4(D)"),
        release(email(), "RELEASE IN PART B6"),
        "DATE: 06-20-2013\nCLASSIFIED BY NSICG/A12B\nREASON: 1.4 (c,d)\nDECLASSIFY ON: 06-20-2038\n",
    ),
)
