"""`paragraph-gap`: the numbers of paragraphs skip, and nothing is withheld there.

1. (C) ... 2. (C) ... 4. (C) ... 5. (C) ...
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._paragraphs import gaps, is_telegram, withheld_between
from redaudit.rules._release import pages_withheld
from redaudit.rules._samples import release, telegram


def check(record: Record) -> Iterator[Problem]:
    """Neighbouring paragraphs of a telegram whose numbers are not neighbours."""
    if not is_telegram(record) or pages_withheld(record):
        return
    for before, after in gaps(record):
        if withheld_between(record, before.mark, after.mark):
            continue
        missing = range(before.number + 1, after.number)
        yield Problem(
            f"paragraph {after.number} follows {before.number}; {', '.join(map(str, missing))} not found",
            marks=(before.mark, after.mark),
            severity=_severity(record),
        )


def _severity(record: Record) -> Severity:
    """Where nothing else is withheld a miscount is the likelier."""
    severity = Severity.MEDIUM if record.exemptions or record.redactions else Severity.LOW
    return severity if absence_shows(record) else softer(severity)


def _numbered(*numbers: int) -> str:
    return telegram(body="\n\n".join(f"{number}. (C) The minister spoke of item {number}." for number in numbers))


RULE = Rule(
    id="paragraph-gap",
    severity=Severity.MEDIUM,
    summary="the numbered paragraphs of a telegram skip a number, and nothing is withheld there",
    rationale="""\
Telegrams number their paragraphs. Where 4 follows 2 and no redaction stands between, a paragraph was removed without a
trace, a line was lost in copying, or the originator miscounted.

Evidence: a run of paragraphs from 1 that skips a number and then counts on, with no withheld passage between.

    1. 2. 4. 5.                       raised
    1. 2. [Redacted] 4. 5.            not raised
    11. 12. 13. 14. 15.               not raised
""",
    caution="""\
Lists inside a paragraph, a second copy that counts from 1 again, and the artefact of leaked copies that puts a 1 before
each number (11. 12. 13.) are no gaps. In a copy that withholds nothing elsewhere a miscount is the likelier, and the
finding is low. Text read by OCR, which loses numbers, weighs one step less.
""",
    source="5 FAH-1 H-246",
    check=check,
    hits=(_numbered(1, 2, 4, 5), _numbered(1, 3, 4, 5), _numbered(11, 12, 14, 15, 16)),
    misses=(
        _numbered(1, 2, 3, 4),
        _numbered(11, 12, 13, 14, 15),
        release(
            telegram(body="1. (C) He came.\n\n2. (C) [Redacted]     B1\n\n4. (C) He left.\n\n5. (C) End.\n"),
            "RELEASE IN PART B1,1.4(D)",
        ),
    ),
)
