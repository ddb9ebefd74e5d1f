"""`category-added-on-review`: the review withholds for a reason that the originator did not give.

Classified By: ... for reasons 1.4 (b) and (d)  ...  RELEASE IN PART B1,1.4(C),1.4(D)
"""

from collections.abc import Iterator

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import CodeUse, ExemptionCode, Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import softer, weighed
from redaudit.rules._release import reclassifications
from redaudit.rules._samples import RECLASSIFIED, release, telegram
from redaudit.rules._withholding import clear, uses
from redaudit.vocabulary.order import category

# Intelligence and weapons of mass destruction: what an originator who had it would have named.
_GRAVE = frozenset("ch")


def check(record: Record) -> Iterator[Problem]:
    """Categories of the review that the originator's reasons, order by order, do not hold."""
    given = record.classification_reasons
    letters = {category(reason) for reason in given.value} if given else set()
    if given is None or None in letters or not letters:
        return
    added: dict[str, list[Mark]] = {}
    for letter, mark in _of_review(record):
        if letter not in letters:
            added.setdefault(letter, []).append(mark)
    for grave in (True, False):
        marks = [mark for letter in added for mark in added[letter] if (letter in _GRAVE) is grave]
        names = [f"1.4({letter.upper()})" for letter in sorted(added) if (letter in _GRAVE) is grave]
        if not names:
            continue
        severity = weighed(Severity.MEDIUM, record, "classification_reasons")
        # A letter that stands once, in a margin, may be another misread: (c) for (d), as the originator's (e) for (c).
        firm = clear(tuple(marks)) and _said_twice(marks) and not ("e" in letters and set(added) == {"c"})
        severity = severity if firm else softer(severity)
        yield Problem(
            f"the review withholds under {', '.join(names)}; the originator's reasons were {'; '.join(given.value)}",
            marks=tuple(marks),
            severity=severity if grave else Severity.INFO,
        )


def _said_twice(marks: list[Mark]) -> bool:
    """Whether more than one mark says it, or one that is no margin's."""
    return len(marks) > 1 or not (isinstance(marks[0].value, ExemptionCode) and marks[0].value.use is CodeUse.MARGIN)


def _of_review(record: Record) -> Iterator[tuple[str, Mark]]:
    """The letters under which the review withholds, each with what says so."""
    for mark, code in uses(record, CodeUse.STAMP, CodeUse.MARGIN, CodeUse.SHEET):
        if letter := category(code.code):
            yield letter, mark
    for mark, stamp in reclassifications(record):
        for reason in stamp.reasons:
            if letter := category(reason):
                yield letter, mark


_SECRET = telegram(body="1. (C) The minister told of his talks.\n" + 60 * " " + "{code}\n" + 60 * " " + "B1\n")


def _copy(code: str) -> str:
    return release(_SECRET.format(code=code), f"RELEASE IN PART B1,{code}")


RULE = Rule(
    id="category-added-on-review",
    severity=Severity.MEDIUM,
    summary="the review withholds under a category that the originator did not give",
    rationale="""\
The originator says why a document is classified, by categories of the order in force; the review says why it still is,
by those of the order of its day. The letters of the two lists mean the same (1.5(d) of 1999 is 1.4(d) of 2020). A
letter that the review adds says that the document holds something which its author did not see, or did not name: with
intelligence (c) and weapons of mass destruction (h) that is worth a second look, with others it is for information.

Evidence: the originator's authority line, and the categories in the stamp, the margins and the line that classifies at
release, compared by what they stand for in E.O. 12356, 12958 and 13526.

    reasons 1.4 (b) and (d), released under 1.4(C)     raised, medium
    reasons 1.4 (d), released under 1.4(B)             raised, for information
    reasons 1.5 (d), released under 1.4(D)             not raised
""",
    caution="""\
Reviewers rightly see what concerns other agencies, and may classify anew (E.O. 13526 1.7(d)). "Other categories" of
E.O. 12356 stand for no letter, so nothing is compared with them. Where the originator's reasons are doubtful or have a
rival reading, or the review's letter stands once in a margin or was read from damaged text, the finding weighs one step
less.
""",
    source="E.O. 13526 1.4, 1.6(a)(5), 1.7(d); E.O. 12958 1.5; 22 CFR 9.6 (2001); 32 CFR 2001.21",
    check=check,
    hits=(
        _copy("1.4(C)"),
        _copy("1.4(H)"),
        release(_SECRET.format(code="1.4(D)") + RECLASSIFIED.replace("1.4(B)", "1.4(C)"), "RELEASE IN PART B1,1.4(D)"),
    ),
    misses=(
        _copy("1.4(D)"),
        release(
            telegram(
                sent="P 141131Z MAR 99",
                order="E.O. 12958: DECL: 03/14/09",
                authority="Classified By: Ambassador Ann Q. Sample for reasons 1.5 (b) and (d).",
            ),
            "RELEASE IN PART B1,1.4(B),1.4(D)",
        ),
        release(telegram(authority=""), "RELEASE IN PART B1,1.4(C)"),
    ),
)
