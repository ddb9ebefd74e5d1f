"""`foreign-gov-info-released`: another government's marking stands in a full release without a sign that it agreed.

RELEASE IN FULL ... SECRET//FGI GBR        RELEASE IN FULL ... NATO SECRET
"""

import re
from collections.abc import Iterator

from redaudit.model.document import Ink
from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Attributes, Mark, PortionMark, Wording
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._marks import marks_with
from redaudit.rules._release import pages_withheld, published_by_editors, stamps
from redaudit.rules._samples import release, telegram
from redaudit.rules.marking._controls import captioned
from redaudit.vocabulary.outcome import Outcome

_STRUCK = frozenset((Ink.STRUCK, Ink.LIKELY_STRUCK))
# NATO's own decision: NATO DECLASSIFIED, NATO UNCLASSIFIED, a number of public disclosure.
_LIFTED = re.compile(r"DECLASS|UNCLASS|PDN")
_AGREED = re.compile(r"\b(?:NATO|foreign government|Government of|Embassy of|consult|concurrence)\b", re.IGNORECASE)


def check(record: Record) -> Iterator[Problem]:
    """The foreign markings that stand unstruck in a copy released in full, where nothing tells of a consultation."""
    if record.release_status.value is not Outcome.FULL or published_by_editors(record):
        return
    if record.redactions or pages_withheld(record) or _consulted(record):
        return
    standing = [(mark, words) for mark, words in _foreign(record) if mark.ink not in _STRUCK]
    if not standing:
        return
    severity = weighed(Severity.MEDIUM, record, "release_status")
    if _old(record) and not record.marks_of("foreign-marking"):
        severity = softer(severity)
    words = ", ".join(dict.fromkeys(words for _, words in standing))
    yield Problem(
        f"page {standing[0][0].page}: marked {words}, released in full, and no referral to the owner shows",
        marks=tuple(mark for mark, _ in standing),
        severity=softer(severity) if all(mark.doubtful for mark, _ in standing) else severity,
    )


def _foreign(record: Record) -> tuple[tuple[Mark, str], ...]:
    found = list(captioned(record, frozenset(("FGI",))))
    found += [(mark, _words(mark)) for mark in record.marks_of("foreign-marking")]
    found += [(mark, value.text) for mark, value in marks_with(record, PortionMark) if value.text.startswith("(//")]
    return tuple(sorted(found, key=lambda pair: pair[0].span))


def _old(record: Record) -> bool:
    """Whether the copy was released past 31 December of the 25th year, when the order itself declassifies."""
    made, day = record.original_date, record.release_date
    return made is not None and day is not None and day.value.year > made.value.year + 25


def _words(mark: Mark) -> str:
    return mark.value.text if isinstance(mark.value, Wording) else ""


def _consulted(record: Record) -> bool:
    if any(_LIFTED.search(_words(mark)) for mark in record.marks_of("foreign-marking")):
        return True
    words = [text for mark, stamp in stamps(record) for text in (mark.text, stamp.authority)]
    for _, block in marks_with(record, Attributes):
        words += [block.named(name) for name in ("Review Referrals", "Review Comment")]
        if block.named("Review Referrals"):
            return True
    return any(_AGREED.search(text) for text in words)


RULE = Rule(
    id="foreign-gov-info-released",
    severity=Severity.MEDIUM,
    summary="another government's marking stands in a copy released in full, and no referral to it shows",
    rationale="""\
What a foreign government or NATO gave in confidence is released with its consent: the agency consults it first, and
NATO declassifies its own documents. A copy released in full with such a marking standing on it, and no word of a
consultation, suggests that the foreign part was overlooked.

Evidence: FGI in a banner, class line or portion mark, a portion mark such as (//GBR S), or a foreign or NATO level
alone on a line, not struck out, in a copy that withholds nothing.

    RELEASE IN FULL ... SECRET//FGI GBR//NOFORN       raised
    RELEASE IN PART B1,1.4(B) ... SECRET//FGI GBR     not raised
    NATO DECLASSIFIED ... NATO SECRET                 not raised
""",
    caution="""\
NATO publishes its own declassified sets under numbers of public disclosure. Consent may be on file and not on the copy;
a struck marking was seen by the reviewer. Foreign information in a document of this government is declassified with it
after 25 years unless it is exempted (3.3(b)(6)), so that FGI then weighs one step less. A release status that is
inferred, and markings read by OCR, weigh one step less. NATO UNCLASSIFIED withholds nothing.
""",
    source="32 CFR 2001.54; E.O. 13526 3.3(b)(6) and 6.1(s); IC Markings System Register and Manual 2016, E.5",
    check=check,
    hits=(
        release(f"SECRET//FGI GBR//NOFORN\n\n{telegram(line='S E C R E T ZEMBLA 000412')}"),
        release(f"NATO SECRET\n\n{telegram(line='S E C R E T ZEMBLA 000412')}\nNATO SECRET\n"),
        release(telegram(body="1. (//GBR C) He came.\n\n2. (C) He left.\n")),
    ),
    misses=(
        release(telegram()),
        f"NATO SECRET\n\n{telegram()}\nNATO SECRET\n",
        release(f"~~NATO SECRET~~\n\n{telegram()}\n~~NATO SECRET~~\n"),
        release(f"NATO DECLASSIFIED\n\nNATO SECRET\n\n{telegram()}"),
        release(telegram(body="1. (C) The NATO secret talks ended.\n\n2. (C) [Redacted]   B1\n"), "RELEASE IN PART B1"),
    ),
)
