"""`copy-of-copies`: this is one of several numbered copies.

COPY 6 OF 9
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._samples import release, telegram

_HEAD = "Tue Mar 14 16:05:41 2006 [ZEMBLA 412] D COPY {copy} Page 1 OF 1\n\n"


def check(record: Record) -> Iterator[Problem]:
    """The copy numbers of the file, once each, with the pages where they first stand."""
    first = {" ".join(mark.text.split()).upper(): mark for mark in reversed(record.marks_of("copy-number"))}
    numbers = sorted(first.values(), key=lambda mark: (mark.page, mark.span.start))
    if numbers:
        which = ", ".join(f"{' '.join(mark.text.split())} (page {mark.page})" for mark in numbers)
        yield Problem(
            f"{which}: the others may have been released as well, with other passages withheld; compare them",
            marks=tuple(numbers),
        )


RULE = Rule(
    id="copy-of-copies",
    severity=Severity.INFO,
    summary="this is one of several numbered copies",
    rationale="""\
A record that went out in numbered copies may be found in several files, be asked for under several cases, and be
reviewed by several people. What one copy withholds another may show, with handwriting and routing of its own.

Evidence: a copy's number with the number of copies, as printers of telegrams and the registers of Top Secret documents
put it. It tells where to look before another copy is released, no more.

    COPY 6 OF 9        raised
    Copy of 12 May     not raised
""",
    caution="""\
Nothing is wrong with a numbered copy, and the finding is never more than info. A bare copy number without a total
tells nothing of others, and is left alone; so is the count of copies in a sentence.
""",
    source="DoD 5200.1-R (copy numbers of Top Secret documents); E.O. 13526, section 1.7, by way of consistent release",
    check=check,
    hits=(
        _HEAD.format(copy="6 OF 9") + telegram(),
        "TOP SECRET\nCopy No. 3 of 10 copies\n\n" + telegram(),
    ),
    misses=(
        telegram(),
        release("Copy to the desk.\n" + telegram()),
        _HEAD.format(copy="1 OF 1") + telegram(),
    ),
)
