"""`body-code-not-in-header`: the margin withholds under a code that the stamp does not list.

RELEASE IN PART B6 ... 2. He called the minister.        B5
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer
from redaudit.rules._release import stamps
from redaudit.rules._samples import email, release
from redaudit.rules._withholding import answered, uses


def check(record: Record) -> Iterator[Problem]:
    """Codes in the margin that the release stamp's own list lacks."""
    listed = {code.code for _, code in uses(record, CodeUse.STAMP)}
    if not listed or any(stamp.damaged for _, stamp in stamps(record)):
        return
    missing: dict[str, list[Mark]] = {}
    clean: set[str] = set()
    for mark, code in uses(record, CodeUse.MARGIN):
        if not answered(code.code, listed):
            missing.setdefault(code.code, []).append(mark)
            if not code.damaged:
                clean.add(code.code)
    # A list that ends in a comma went on, beyond the edge of the page or of what was read.
    cut = any(stamp.family == "vrr" and mark.text.rstrip().endswith((",", ";")) for mark, stamp in stamps(record))
    for name, marks in missing.items():
        yield Problem(
            f"{name} withholds text, and the release stamp lists only {', '.join(sorted(listed))}",
            marks=tuple(marks),
            severity=None if name in clean and not cut else softer(Severity.MEDIUM),
        )


RULE = Rule(
    id="body-code-not-in-header",
    severity=Severity.MEDIUM,
    summary="a code withholds text that the release stamp does not list",
    rationale="""\
State's stamp lists the exemptions of the whole copy: RELEASE IN PART B5,B6. A code in the margin that the list lacks
means that the list or the margin is wrong: a passage was withheld on a ground the decision does not name.

Evidence: a code beside a passage, and a stamp that lists others.

    RELEASE IN PART B6 ... B5 in the margin       raised
    RELEASE IN PART B1 ... 1.4(D) in the margin   not raised
""",
    caution="""\
B1 stands for its categories and the categories for B1, B7 for B7(C). Codes of another agency or law (25X1, P5, STAT) on
a page that went to several reviewers belong into no list of State. A stamp too damaged to be read whole tells nothing.
A code read from damaged text, or a stamp whose list is cut off at a comma, weighs one step less.
""",
    source="internal consistency of the decision; 5 U.S.C. 552(b), closing text",
    check=check,
    hits=(
        release(
            email("We ought to wait.\n                                                                          B5\n"),
            "RELEASE IN PART B6",
        ),
        release(email().replace("Doe, John", "                                        B6"), "RELEASE IN PART B5"),
    ),
    misses=(
        release(email().replace("Doe, John", "                                        B6"), "RELEASE IN PART B5,B6"),
        release(
            email("We ought to wait.\n                                                                      1.4(D)\n"),
            "RELEASE IN PART B1",
        ),
        release(email(), "RELEASE IN PART B6"),
    ),
)
