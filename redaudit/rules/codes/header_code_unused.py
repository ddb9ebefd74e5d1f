"""`header-code-unused`: the stamp lists a code, and nothing in the copy is withheld under it.

RELEASE IN PART B5,B6 ... To:                 B6
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows, softer
from redaudit.rules._release import pages_withheld, stamps
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import answered, uses
from redaudit.vocabulary.outcome import Outcome


def check(record: Record) -> Iterator[Problem]:
    """Codes of the stamp's list that stand beside no passage, where others do."""
    if record.release_status.value is not Outcome.PART or pages_withheld(record):
        return
    printed = {code.code for _, code in uses(record, CodeUse.MARGIN, CodeUse.SHEET)}
    # Where no margin prints a code, the copy does not show which passage rests on which.
    if not printed or any(stamp.damaged for _, stamp in stamps(record)):
        return
    used = printed | {name for redaction in record.redactions for name in redaction.exemptions}
    unused: dict[str, list[Mark]] = {}
    for mark, code in uses(record, CodeUse.STAMP):
        if not answered(code.code, used):
            unused.setdefault(code.code, []).append(mark)
    for name, marks in unused.items():
        yield Problem(
            f"the release stamp lists {name}, and no withheld passage bears it; the margins have "
            f"{', '.join(sorted(printed))}",
            marks=tuple(marks),
            severity=None if absence_shows(record) else softer(Severity.LOW),
        )


_ADDRESS = email().replace("Doe, John", "                                        B6")

RULE = Rule(
    id="header-code-unused",
    severity=Severity.LOW,
    summary="the release stamp lists a code that stands beside no withheld passage",
    rationale="""\
State's stamp lists the exemptions of the whole copy. One that no passage bears was left over from an earlier review, or
the passage that it withheld lost its code: either the decision names a ground too many, or a deletion stands without
its own.

Evidence: a code in the stamp, other codes in the margins, and no passage with that code, printed beside it or left to
it because a blank has no code at all.

    RELEASE IN PART B5,B6 ... B6 in the margins alone     raised
    RELEASE IN PART B5,B6 ... no code in any margin       not raised
""",
    caution="""\
Small margin codes get lost in scans and in OCR, so on pages that were not read as text the finding is for information.
B1 stands for its categories and they for it. Where whole pages are withheld their codes stand on no page of the copy.
""",
    source="internal consistency of the decision; 5 U.S.C. 552(b), closing text",
    check=check,
    hits=(
        release(_ADDRESS, "RELEASE IN PART B5,B6"),
        release(_ADDRESS, "RELEASE IN PART B1,1.4(D),B6").replace("1.4(D),", ""),
    ),
    misses=(
        release(_ADDRESS, "RELEASE IN PART B6"),
        release(email(), "RELEASE IN PART B5,B6"),
        release(email("We met the minister.\n" + 60 * " " + "1.4(D)\n"), "RELEASE IN PART B1,1.4(D)"),
    ),
)
